import Glibc
import Synchronization

/// The durable list of what was settled in a foreign inbox and could not be removed: a digest a line, of the path, inode,
/// size and time.
///
/// It is shortened when most of it is of files that are gone, as a whole scan of the inbox tells.
final class SeenList: Sendable {
  private struct State {
    var index = DigestIndex()
    /// What can be no article, and is passed over in this run alone.
    var refusals: [String: Refusal] = [:]
    /// What of that the last scan has met, or was refused since it began.
    var metRefusals: Set<String> = []
    /// What a scan has met so far; `nil` where there is none.
    var met: Set<UInt128>?
  }

  private static let name = FileName(trusted: "seen")
  private let folder: Folder
  private let state: Mutex<State>

  /// How many lines of files that are gone are no reason to write the list anew.
  private static let slack = 256

  /// Reads the list in that folder; half a line at its end is passed over.
  init(in folder: Folder) throws(SystemError) {
    self.folder = folder
    var state = State()
    for line in try folder.contents(of: Self.name)?.split(separator: UInt8(ascii: "\n")) ?? [] {
      state.index.insert(String(decoding: line, as: UTF8.self))
    }
    self.state = Mutex(state)
  }

  /// Whether a key is on the list, or passed over in this run.
  func contains(_ key: String) -> Bool {
    state.withLock { state in
      if state.index.contains(key) {
        if let number = DigestIndex.key(key.utf8) { state.met?.insert(number) }
        return true
      }
      if state.refusals[key] == nil { return false }
      state.metRefusals.insert(key)
      return true
    }
  }

  /// Adds a key for this run alone.
  func refuse(_ key: String, _ refusal: Refusal) {
    state.withLock { state in
      state.refusals[key] = refusal
      state.metRefusals.insert(key)
    }
  }

  /// What was refused in this run, and lay there still in the last scan.
  var refusals: [Refusal] {
    state.withLock { state in state.metRefusals.compactMap { state.refusals[$0] } }
  }

  func add(_ keys: [String]) throws(SystemError) {
    if keys.isEmpty { return }
    let file = try File(
      opening: Self.name, in: folder, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC,
      mode: 0o640)
    // A newline first: what a power cut left of a line before must not run into this one.
    try file.write(Array("\n".utf8) + keys.flatMap { Array("\($0)\n".utf8) })
    try file.sync()
    state.withLock { state in
      for key in keys {
        state.index.insert(key)
        if let number = DigestIndex.key(key.utf8) { state.met?.insert(number) }
      }
    }
  }

  /// A scan of the whole inbox begins, which asks for all that lies there.
  func beginScan() {
    state.withLock { state in
      state.met = []
      state.metRefusals = []
    }
  }

  /// Forgets what the scan that is over has not met, where that is most of the list; where it has met none, the inbox may
  /// be the empty folder that a file system is mounted on.
  ///
  /// Not at the same time as ``add(_:)``.
  func shorten() throws(SystemError) {
    let met = state.withLock { state in
      defer { state.met = nil }
      guard let met = state.met, !met.isEmpty else { return nil as Set<UInt128>? }
      return state.index.count > 2 * met.count + Self.slack ? met : nil
    }
    guard let met else { return }
    let part = FileName(trusted: "seen.part")
    try folder.remove(part)
    // The digits that ``DigestIndex`` knows a digest by are enough.
    let lines = met.flatMap { number -> [UInt8] in
      let digits = String(number, radix: 16)
      return Array((String(repeating: "0", count: 32 - digits.count) + digits + "\n").utf8)
    }
    let file = try folder.create(part, mode: 0o640)
    try file.write(lines)
    try file.sync()
    try folder.replace(Self.name, with: part)
    try folder.sync()
    state.withLock { $0.index = DigestIndex(met) }
  }
}

/// A file that stays in a foreign inbox, since it can be no article.
public struct Refusal: Equatable, Sendable {
  /// Where it lies.
  public let path: InboxPath
  /// Why it is left there.
  public let rejection: Rejection

  /// A refusal for that reason.
  public init(path: InboxPath, rejection: Rejection) {
    self.path = path
    self.rejection = rejection
  }
}

extension Spool {
  /// The files of a foreign inbox that were refused in this run, as a whole scan left them; in no order.
  public var refusals: [Refusal] { seen?.refusals ?? [] }

  /// Shortens the list of what was settled and could not be removed, after a scan that left nothing out.
  public func shortenSeen() throws(SystemError) { try seen?.shorten() }
}
