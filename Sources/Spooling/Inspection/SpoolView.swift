import Glibc

/// A spool as its users see it: nothing is locked, made or repaired, and nobody who works on it has to wait.
///
/// What may be seen and done is what the modes of the folders let a user see and do.
public struct SpoolView: Sendable {
  let root: Folder
  let inboxPath: String?

  /// The spool at a path.
  ///
  /// - Parameter inbox: Where files are dropped, if not in the spool itself.
  public init(root path: String, inbox: String? = nil) throws(SystemError) {
    root = try Folder(path: path)
    inboxPath = inbox
  }

  /// The same, where there is anything of a spool.
  ///
  /// - Throws: ENOENT where there is not.
  public func existing() throws(SystemError) -> SpoolView {
    for name in [".state", "inbox"] where try root.status(of: FileName(trusted: name)) != nil { return self }
    throw SystemError("open", "\(path)/.state", code: ENOENT)
  }

  /// The path of the spool's root.
  public var path: String { root.path }

  func folder(_ name: String) throws(SystemError) -> Folder {
    try root.folder(FileName(trusted: name))
  }

  func inbox() throws(SystemError) -> Folder {
    if let inboxPath { return try Folder(path: inboxPath) }
    return try folder("inbox")
  }

  func state(_ name: String) throws(SystemError) -> Folder {
    try folder(".state").folder(FileName(trusted: name))
  }

  /// What a file of `.state/` holds that the service replaces as a whole; `nil` where it wrote none.
  public func stateFile(_ name: String) throws(SystemError) -> [UInt8]? {
    try folder(".state").contents(of: FileName(trusted: name))
  }

  /// Who works on the spool.
  public struct Holder: Equatable, Sendable {
    /// Process, host and boot, in words.
    public let description: String
    /// When it took the spool, in seconds since 1970.
    public let since: Int

    /// The process, where the words tell.
    public var process: Int32? {
      let words = description.split(separator: " ")
      return words.first == "process" && words.count > 1 ? Int32(words[1]) : nil
    }
  }

  /// Who works on the spool; `nil` where nobody does.
  ///
  /// Takes the lock for an instant to see whether it is free; a service that starts then is more patient than that.
  public func holder() throws(SystemError) -> Holder? {
    let hold: Hold
    do throws(SystemError) {
      hold = try Hold(of: self, kind: LOCK_SH)
    } catch let error where error.code == ENOENT {
      return nil  // no service has been here
    } catch let error where error.code == EWOULDBLOCK {
      let name = FileName(trusted: "lock")
      let state = try folder(".state")
      let words = try state.contents(of: name) ?? []
      let text = String(decoding: words.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let since = try state.status(of: name).map { Int($0.modified / 1_000_000_000) } ?? 0
      return Holder(description: text.isEmpty ? "another process" : text, since: since)
    }
    _ = hold
    return nil
  }

  /// The spool's lock in hand, so that no service starts.
  final class Hold {
    private let file: File

    /// - Throws: EWOULDBLOCK where a service works on the spool.
    init(of view: SpoolView, kind: CInt = LOCK_EX) throws(SystemError) {
      let file = try view.folder(".state").open(FileName(trusted: "lock"))
      let descriptor = file.descriptor
      try checked("flock", "\(view.path)/.state/lock") { flock(descriptor, kind | LOCK_NB) }
      self.file = file
    }
  }
}
