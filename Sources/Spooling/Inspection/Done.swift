import Glibc

/// An original in `done/`.
public struct DoneFile: Sendable {
  /// Where it lay in the inbox.
  public let path: InboxPath
  /// The day it was retired on.
  public let day: String
  /// Where it lies, as a path below the spool's root for people.
  public let place: String

  let section: [FileName]
  let name: FileName
  /// When it was put there, in nanoseconds since 1970: which of several versions of a day is the later one.
  let retired: Int64
}

extension SpoolView {
  /// The days that `done/` has originals of, the latest first.
  public func doneDays() throws(SystemError) -> [String] {
    let names: [FileName]
    do throws(SystemError) {
      names = try folder("done").names()
    } catch let error where error.code == ENOENT {
      return []
    }
    return names.map { String(decoding: $0.bytes, as: UTF8.self) }
      .filter { $0.utf8.count == 10 && $0.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) } }
      .sorted(by: >)
  }

  /// Tells of each original of a day, until `body` returns `false`.
  public func forEachDone(on day: String, _ body: (DoneFile) -> Bool) throws(SystemError) {
    let folder = try self.folder("done").folder(FileName(trusted: day))
    let skips: (FileName, Bool) -> Bool = { name, isFolder in isFolder && IgnoreList.isPageFolder(name) }
    try folder.forEachFile(skips: skips) { folder, section, name throws(SystemError) in
      guard let retired = try folder.changeTime(of: name) else { return true }
      let file = DoneFile(
        path: InboxPath(section: section, name: name.withoutID ?? name), day: day,
        place: placed("done/\(day)", section, name), section: section, name: name, retired: retired)
      return body(file)
    }
  }

  /// The originals in `done/` of a path, the latest first: as `NAME` and as `NAME~ID`.
  public func done(_ path: InboxPath) throws(SystemError) -> [DoneFile] {
    var found: [DoneFile] = []
    for day in try doneDays() {
      let place = FileName(trusted: day)
      guard let folder = try? self.folder("done").folder(place).sectionFolder(at: path.section, making: nil)
      else { continue }
      var names: [FileName] = []
      if try folder.status(of: path.name)?.isDirectory == false { names.append(path.name) }
      names += try folder.names().filter { $0.isAside(of: path.name) }
      var ofDay: [DoneFile] = []
      for name in names {
        guard let retired = try folder.changeTime(of: name) else { continue }
        ofDay.append(
          DoneFile(
            path: path, day: day, place: placed("done/\(day)", path.section, name), section: path.section,
            name: name, retired: retired))
      }
      found += ofDay.sorted { $0.retired > $1.retired }
    }
    return found
  }

  /// The latest version of each path, since an older one that is processed after it would pass for the newer.
  public func latestDone(since first: String) throws(SystemError) -> [DoneFile] {
    var latest: [InboxPath: DoneFile] = [:]
    for day in try doneDays() where day >= first {
      try forEachDone(on: day) { file in
        if let other = latest[file.path], (other.day, other.retired) >= (day, file.retired) { return true }
        latest[file.path] = file
        return true
      }
    }
    return latest.values.sorted { ($0.day, $0.retired) < ($1.day, $1.retired) }
  }

  /// The original of a line of the history, and not another version of that name; `nil` where it is gone.
  public func original(of entry: HistoryEntry) throws(SystemError) -> DoneFile? {
    let files = try done(entry.path)
    if let file = files.first(where: { $0.name == entry.path.name.appending("~\(entry.id)") }) { return file }
    guard let sha256 = entry.sha256 else { return files.first }
    for file in files where try Digest.sha256(contents(of: file)) == sha256 { return file }
    return nil
  }

  /// The bytes of an original.
  public func contents(of file: DoneFile) throws(SystemError) -> [UInt8] {
    let folder = try doneFolder(of: file)
    guard let bytes = try folder.contents(of: file.name) else {
      throw SystemError("open", "\(folder.path)/\(file.name)", code: ENOENT)
    }
    return bytes
  }

  /// Puts an original back into the inbox under its own name.
  ///
  /// - Throws: EEXIST where a file of that name waits there already, ENOTEMPTY where a folder stands in the way of its own,
  ///   ENOENT where it is gone.
  public func redo(_ file: DoneFile) throws(SystemError) {
    try moveWithPageFolders(
      file.name, of: file.path.name, from: try doneFolder(of: file), to: try inboxSection(file.path.section))
  }

  func doneFolder(of file: DoneFile) throws(SystemError) -> Folder {
    try folder("done").folder(FileName(trusted: file.day)).sectionFolder(at: file.section, making: nil)
  }
}

extension FileName {
  /// The name before `~ID`, where the service gave it that because the name was taken.
  var withoutID: FileName? {
    guard bytes.count > 27, bytes[bytes.count - 27] == UInt8(ascii: "~"), ClaimID(bytes.suffix(26)) != nil
    else { return nil }
    return FileName(Array(bytes.dropLast(27)))
  }

  /// Whether this is what the service makes of a name that is taken.
  func isAside(of name: FileName) -> Bool {
    guard bytes.count > 27, let id = ClaimID(bytes.suffix(26)) else { return false }
    return name.appending("~\(id.text)") == self
  }
}
