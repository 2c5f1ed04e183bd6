import Glibc

/// What inotify(7) told.
///
/// A hint only: the scan is the truth.
public enum WatchEvent: Equatable, Sendable {
  /// Something was done to a file.
  case file(InboxPath, Evidence)
  /// A new folder stands in the inbox, perhaps with files in it already.
  case section([FileName])
  /// Events were lost.
  case overflow
  /// A section was moved, removed or unmounted.
  case sectionLost
  /// The inbox itself was moved, removed or unmounted.
  case inboxLost
  /// Somebody asks the service to forget something.
  case asked
}

/// The watches on the inbox and its sections.
public final class Watch {
  /// Readable when there are events.
  public let descriptor: CInt

  private var sections: [CInt: [FileName]] = [:]
  /// The watches on sections that were added, or asked for again, since ``forgetSeen()``.
  private var seen: Set<CInt> = []
  /// The watch on the spool's root, in which another inbox may appear.
  private var root: CInt?
  /// The watch on the folder of requests.
  private var requests: CInt?
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  fileprivate static let mask =
    UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR)

  /// An empty set of watches.
  public init() throws(SystemError) {
    descriptor = try checked("inotify_init1", "the inbox") { inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC)) }
  }

  deinit {
    close(descriptor)
  }

  /// Takes in a watch on a section that ``Spool/watch(_:on:)`` added.
  public func note(_ watch: CInt, on section: [FileName]) {
    sections[watch] = section
    seen.insert(watch)
  }

  /// Begins to note which sections are there: what ``removeUnseen()`` leaves.
  public func forgetSeen() { seen = [] }

  /// Ends the watches on sections that were moved out of the inbox: they were not added since ``forgetSeen()``.
  public func removeUnseen() {
    for watch in sections.keys where !seen.contains(watch) { inotify_rm_watch(descriptor, watch) }
    sections = sections.filter { seen.contains($0.key) }
  }

  /// Watches for another inbox in the place of the one that is open, and for the end of the root itself.
  public func addRoot(of spool: Spool) throws(SystemError) {
    root = try checked("inotify_add_watch", spool.root.path) {
      unsafe inotify_add_watch(
        descriptor, "/proc/self/fd/\(spool.root.descriptor)",
        UInt32(IN_CREATE | IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR))
    }
  }

  /// Watches for what the service is asked to forget.
  public func addRequests(of spool: Spool) throws(SystemError) {
    let folder = try spool.forgetFolder()
    requests = try checked("inotify_add_watch", folder.path) {
      unsafe inotify_add_watch(
        descriptor, "/proc/self/fd/\(folder.descriptor)", UInt32(IN_CREATE | IN_MOVED_TO | IN_ONLYDIR))
    }
  }

  /// Ends the watches on the inbox and its sections.
  public func removeAll() {
    for watch in sections.keys { inotify_rm_watch(descriptor, watch) }
    sections = [:]
  }

  /// The events since the last call; never waits.
  public func events() throws(SystemError) -> [WatchEvent] {
    var events: [WatchEvent] = []
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count <= 0 {
        if count == 0 || errno == EAGAIN { return events }
        if errno == EINTR { continue }
        throw SystemError("read", "inotify events")
      }
      var offset = 0
      while offset < count {
        // struct inotify_event: watch 4, mask 4, cookie 4, length 4, name padded with NUL.
        let watch = CInt(bitPattern: word(at: offset))
        let mask = word(at: offset + 4)
        let length = Int(word(at: offset + 12))
        let name = FileName(Array(buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }))
        offset += 16 + length
        if let event = event(on: watch, mask: mask, name: name) { events.append(event) }
      }
    }
  }

  private func word(at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(buffer[offset + $1]) << (8 * UInt32($1)) }
  }

  private func event(on watch: CInt, mask: UInt32, name: FileName?) -> WatchEvent? {
    func has(_ flag: Int) -> Bool { mask & UInt32(flag) != 0 }
    if has(Int(IN_Q_OVERFLOW)) { return .overflow }
    if watch == root {
      return has(Int(IN_MOVE_SELF)) || name == FileName(trusted: "inbox") ? .inboxLost : nil
    }
    if watch == requests { return .asked }
    guard let section = sections[watch] else { return nil }
    if has(Int(IN_IGNORED)) { sections[watch] = nil }
    if has(Int(IN_MOVE_SELF) | Int(IN_DELETE_SELF) | Int(IN_UNMOUNT)) {
      return section.isEmpty ? .inboxLost : .sectionLost
    }
    guard let name else { return nil }
    if has(Int(IN_ISDIR)) { return .section(section + [name]) }
    let evidence: Evidence = has(Int(IN_MOVED_TO)) ? .moved : has(Int(IN_CLOSE_WRITE)) ? .closed : .unseen
    return .file(InboxPath(section: section, name: name), evidence)
  }
}

extension Spool {
  /// Watches a section; one that is watched already stays so.
  ///
  /// - Parameter descriptor: That of a ``Watch``, which is to be told of the result: it is no part of this, since in a foreign
  ///   inbox this may take as long as its server does.
  /// - Throws: ENOSPC where the user's limit of watches is reached: `fs.inotify.max_user_watches`.
  public func watch(_ section: [FileName], on descriptor: CInt) throws(SystemError) -> CInt {
    let folder = try inbox.folder(at: section)
    return try checked("inotify_add_watch", folder.path) {
      unsafe inotify_add_watch(descriptor, "/proc/self/fd/\(folder.descriptor)", Watch.mask)
    }
  }
}
