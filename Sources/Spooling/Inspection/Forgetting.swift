import Glibc

/// What became of a story that was to be forgotten.
public struct Forgotten: Sendable {
  /// What was removed, as paths below the spool's root for people.
  public var removed: [String] = []
  /// How many lines of the history tell of it no more.
  public var lineCount = 0
  /// What the service has in hand of it and did not settle in time; then nothing else was removed.
  public var inHand: [WaitingFile] = []
  /// Whether a service runs that did not say in time that it knows nothing of it any more.
  public var isUnanswered = false
}

extension SpoolView {
  /// Removes a story from every folder and from the history, whether the service runs or not.
  ///
  /// What waits in the inbox goes first, so that it is not taken; what the service has in hand is waited for, since it
  /// alone may settle that; then all that lies settled goes, the history last, so that a forgetting which is cut off can
  /// be asked for again. Where no service runs, its lock keeps one from starting meanwhile; one that runs is asked to
  /// forget what it has in memory, and waited for. In the history a line is overwritten in its place by one of the same
  /// length: what the service appends at the end is not touched by that.
  ///
  /// - Parameter waits: Asked again and again while the service has something of it in hand, and with nothing while it
  ///   has not answered; `false` gives up.
  public func forget(
    _ choice: Choice, waits: ([WaitingFile]) -> Bool
  ) throws(SystemError) -> Forgotten {
    let hold = try? Hold(of: self)
    defer { withExtendedLifetime(hold) {} }
    var forgotten = Forgotten()
    var story = try story(of: choice)
    for path in story.allPaths { try removeFromInbox(path, story, &forgotten) }
    while true {
      let inHand = try claimed().filter { belongs($0, to: story, choice) }
      if inHand.isEmpty { break }
      if hold != nil {
        for file in inHand { try removeClaim(file, &forgotten) }
        break
      }
      guard waits(inHand) else {
        forgotten.inHand = inHand
        return forgotten
      }
    }
    story = try self.story(of: choice).merged(with: story)
    try removeFailed(story, &forgotten)
    for path in story.allPaths {
      try removeDone(path, story, &forgotten)
      try removeOutputs(path, story, &forgotten)
    }
    try removeReadings(story, &forgotten)
    // The last word of a service that has ended; one that runs writes its own anew.
    if hold != nil { try removeStatus(story, &forgotten) }
    let request = hold == nil ? try ask(toForget: story.ids.union(story.hashes)) : nil
    forgotten.lineCount = try redact(story)
    if hold == nil { try awaitAnswer(to: request, story, &forgotten, waits) }
    return forgotten
  }

  private func awaitAnswer(
    to request: ForgetRequest?, _ story: Story, _ forgotten: inout Forgotten,
    _ waits: ([WaitingFile]) -> Bool
  ) throws(SystemError) {
    guard let request else {
      forgotten.isUnanswered = true
      return
    }
    while try isOpen(request) {
      if let hold = try? Hold(of: self) {
        // It has ended meanwhile, and another one will read the history as it is now.
        try removeStatus(story, &forgotten)
        try withdraw(request)
        withExtendedLifetime(hold) {}
        return
      }
      guard waits([]) else {
        forgotten.isUnanswered = true
        return
      }
    }
  }

  private func belongs(_ file: WaitingFile, to story: Story, _ choice: Choice) -> Bool {
    file.id == choice.id?.text || story.paths.contains(file.path)
      || file.id.map(story.ids.contains) == true
  }

  // MARK: - The folders

  private func removeFromInbox(
    _ path: InboxPath, _ story: Story, _ forgotten: inout Forgotten
  ) throws(SystemError) {
    let folder: Folder
    do throws(SystemError) {
      folder = try inbox().folder(at: path.section)
    } catch let error where error.code == ENOENT || error.code == ENOTDIR {
      return
    }
    guard let status = try folder.status(of: path.name), !status.isDirectory else { return }
    guard try story.owns(path.name, in: folder, at: path) else { return }
    try folder.removeWithPageFolders(path.name)
    forgotten.removed.append(placed("inbox", path.section, path.name))
  }

  /// Removes what a service that does not run left in hand.
  private func removeClaim(_ file: WaitingFile, _ forgotten: inout Forgotten) throws(SystemError) {
    guard let id = file.id else { return }
    let prefix = Array(id.utf8)
    for name in ["tmp", "work"] {
      let folder = try state(name)
      for file in try folder.names() where file.bytes.starts(with: prefix) {
        try folder.remove(file)
        forgotten.removed.append(".state/\(name)/\(file)")
      }
      try folder.sync()
    }
  }

  private func removeFailed(_ story: Story, _ forgotten: inout Forgotten) throws(SystemError) {
    for file in try failed() where story.allPaths.contains(file.path) {
      let folder = try folder("failed").folder(at: file.section)
      let isKnown = file.id.map(story.ids.contains) == true
      guard try isKnown ? true : story.owns(file.name, in: folder, at: file.path) else { continue }
      if let record = file.recordName { try folder.remove(record) }
      try folder.removeWithPageFolders(file.name)
      try folder.sync()
      forgotten.removed.append(file.place)
    }
  }

  private func removeDone(
    _ path: InboxPath, _ story: Story, _ forgotten: inout Forgotten
  ) throws(SystemError) {
    for file in try done(path) {
      let folder = try doneFolder(of: file)
      guard try story.owns(file.name, in: folder, at: path) else { continue }
      try folder.removeWithPageFolders(file.name)
      try folder.sync()
      forgotten.removed.append(file.place)
    }
  }

  private func removeOutputs(
    _ path: InboxPath, _ story: Story, _ forgotten: inout Forgotten
  ) throws(SystemError) {
    guard let folder = try outputFolder(path.section) else { return }
    let names = try folder.names()
    for stem in [""] + story.ids.map({ "~\($0)" }) {
      func name(_ ending: String) -> FileName { path.name.output(ending, aside: stem) }
      /// Whether a record is one of the story; `nil` where it is of a file that is called otherwise.
      func isOwn(_ json: [UInt8]) -> Bool? {
        if story.hashes.contains(where: { json[...].holds(Array($0.utf8)) }) { return true }
        return RecordSource.isOther(json, than: path.name) ? nil : story.paths.contains(path)
      }
      let json = try folder.record(name("json"))
      // The Markdown does not tell whose it is; beside another story's JSON it is that one's.
      if json.map({ isOwn($0) == true }) ?? (story.paths.contains(path) || !stem.isEmpty) {
        // The JSON says that all of a result is there, so it goes first.
        for ending in ["json", "md"] {
          guard try folder.status(of: name(ending)) != nil else { continue }
          try folder.remove(name(ending))
          forgotten.removed.append(placed("outbox", path.section, name(ending)))
        }
      }
      for output in try numberedOutputs(of: path.name, aside: stem, among: names, in: folder, isOwn: isOwn) {
        try folder.remove(output)
        forgotten.removed.append(placed("outbox", path.section, output))
      }
    }
    try folder.sync()
  }

  /// The outputs of the several articles that a file had, those that are still there; each JSON before its Markdown.
  private func numberedOutputs(
    of name: FileName, aside: String, among names: [FileName], in folder: Folder, isOwn: ([UInt8]) -> Bool?
  ) throws(SystemError) -> [FileName] {
    let stem = name.output("1.md", aside: aside).bytes.dropLast("1.md".utf8.count)
    var found: [FileName] = []
    for json in names where json.bytes.starts(with: stem) {
      let ending = String(decoding: json.bytes.dropFirst(stem.count), as: UTF8.self)
      guard OutputFile.isNumbered(ending) else { continue }
      if ending.hasSuffix(".json") {
        // A file may be called like another with a number, so each is looked at.
        if let text = try folder.record(json), isOwn(text) == true { found.append(json) }
      } else if let text = try folder.record(json) {
        let twin = FileName(made: json.bytes.dropLast("md".utf8.count) + "json".utf8)
        if let record = try folder.record(twin) {
          if isOwn(record) == true { found.append(json) }
        } else if text[...].holds(
          Array("\nsource: \"\(String(decoding: name.bytes, as: UTF8.self))\"\n".utf8))
          || name.bytes.contains(where: { !(0x20..<0x7F).contains($0) || $0 == 0x22 || $0 == 0x5C })
        {
          found.append(json)
        }
      }
    }
    return found.sorted { ($0.bytes.last ?? 0) > ($1.bytes.last ?? 0) }
  }

  /// Removes pages for readers that tell of the story; who makes them makes them anew without it.
  private func removeReadings(_ story: Story, _ forgotten: inout Forgotten) throws(SystemError) {
    let words = (story.hashes.union(story.ids)).map { Array($0.utf8) }
    let reading: Folder
    do throws(SystemError) {
      reading = try folder("reading")
    } catch let error where error.code == ENOENT {
      return
    }
    var found: [(folder: Folder, section: [FileName], name: FileName)] = []
    try reading.forEachFile { folder, section, name throws(SystemError) in
      if let page = try folder.contents(of: name), words.contains(where: page[...].holds) {
        found.append((folder, section, name))
      }
      return true
    }
    for page in found {
      try page.folder.remove(page.name)
      forgotten.removed.append(placed("reading", page.section, page.name))
    }
  }

  private func removeStatus(_ story: Story, _ forgotten: inout Forgotten) throws(SystemError) {
    let name = FileName(trusted: "status.json")
    let state = try folder(".state")
    guard let status = try state.contents(of: name),
      story.ids.contains(where: { status[...].holds(Array($0.utf8)) })
    else { return }
    try state.remove(name)
    forgotten.removed.append(".state/status.json")
  }

  // MARK: - The history

  /// Overwrites the lines of a story.
  ///
  /// - Returns: How many they were.
  private func redact(_ story: Story) throws(SystemError) -> Int {
    let folder = try state("history")
    let words = story.ids.map { Array("\"id\":\"\($0)\"".utf8) }
    if words.isEmpty { return 0 }
    var count = 0
    for month in try folder.months() {
      let size = try folder.status(of: month)?.size ?? 0
      var offset = 0
      var replaced: [(offset: Int, line: [UInt8])] = []
      while offset < size {
        let piece = try folder.open(month).read(min(size - offset, 1 << 20), at: offset)
        guard let last = piece.lastIndex(of: UInt8(ascii: "\n")) else { break }
        for line in piece[..<last].split(separator: UInt8(ascii: "\n")) {
          guard let word = words.first(where: line.holds) else { continue }
          // Another story's line may name this one as what it resembles.
          if let entry = HistoryEntry(line: line), !story.ids.contains(entry.id) { continue }
          replaced.append(
            (offset + line.startIndex, HistoryLine.forgotten(word, time: line.time, length: line.count)))
        }
        offset += last + 1
      }
      if replaced.isEmpty { continue }
      let file = try File(opening: month, in: folder, flags: O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode: 0)
      for (offset, line) in replaced { try file.overwrite(line, at: offset) }
      try file.sync()
      count += replaced.count
    }
    return count
  }
}

extension Story {
  /// Whether an original is one of its own: by its path, or by its bytes.
  fileprivate func owns(_ name: FileName, in folder: Folder, at path: InboxPath) throws(SystemError) -> Bool {
    try paths.contains(path) ? true : folder.isAmong(hashes, name)
  }

  fileprivate func merged(with other: Story) -> Story {
    var story = self
    story.paths.formUnion(other.paths)
    story.ids.formUnion(other.ids)
    story.hashes.formUnion(other.hashes)
    story.otherPaths.formUnion(other.otherPaths)
    story.otherPaths.subtract(story.paths)
    return story
  }
}

extension HistoryLine {
  /// A line of a given length that says nothing but that a story was here.
  static func forgotten(_ id: [UInt8], time: [UInt8], length: Int) -> [UInt8] {
    let end = check(of: []).count
    let parts = [id, Array("\"state\":\"\(HistoryEntry.forgotten)\"".utf8)] + (time.isEmpty ? [] : [time])
    var object = Array("{".utf8) + Array(parts.joined(separator: [UInt8(ascii: ",")]))
    precondition(object.count + end <= length, "a line of the history has more in it than a name for life")
    object += [UInt8](repeating: UInt8(ascii: " "), count: length - end - object.count)
    return object + check(of: object[...])
  }
}

extension ArraySlice<UInt8> {
  /// The member of a line of the history that tells its time, as it stands there.
  fileprivate var time: [UInt8] {
    let key = Array("\"time\":\"".utf8)
    guard let start = indices.last(where: { self[$0...].starts(with: key) }),
      let end = self[(start + key.count)...].firstIndex(of: UInt8(ascii: "\""))
    else { return [] }
    return end - start < 64 ? Array(self[start...end]) : []
  }
}

extension File {
  /// Writes over what stands at a place.
  fileprivate func overwrite(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let descriptor = self.descriptor
      let count = written
      written += try checked("write", "the history") {
        unsafe bytes.withUnsafeBytes { buffer in
          // `count` is less than the buffer's count.
          unsafe pwrite(
            descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count, offset + count)
        }
      }
    }
  }
}

extension Folder {
  /// Whether a file has one of those bytes; one that may not be read has not.
  fileprivate func isAmong(_ hashes: Set<String>, _ name: FileName) throws(SystemError) -> Bool {
    if hashes.isEmpty { return false }
    guard let bytes = try contents(of: name) else { return false }
    return hashes.contains(Digest.sha256(bytes))
  }

  /// Removes a file, and the folders that a browser saved beside it.
  fileprivate func removeWithPageFolders(_ name: FileName) throws(SystemError) {
    for pictures in IgnoreList.pageFolders(of: name) {
      if try status(of: pictures)?.isDirectory == true { try removeTree(pictures) }
    }
    try remove(name)
  }

  private func removeTree(_ name: FileName) throws(SystemError) {
    let tree = try folder(name)
    for inner in try tree.names() {
      if try tree.status(of: inner)?.isDirectory == true {
        try tree.removeTree(inner)
      } else {
        try tree.remove(inner)
      }
    }
    try checked("rmdir", "\(path)/\(name)") {
      unsafe name.withCString { unsafe unlinkat(descriptor, $0, AT_REMOVEDIR) }
    }
  }
}
