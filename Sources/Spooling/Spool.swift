import FoundationEssentials
import Glibc

/// The folders of one spool, and the route of a file through them.
///
/// Where a file lies and how it is called is all that is known of its state, so that a kill at any instant leaves
/// a state that ``recover()`` finishes. `inbox/` → `work/ID,NAME.in` → (`tmp/ID.*.out`) → `work/ID,NAME.pub` →
/// `outbox/` and `done/`, or → `work/ID,NAME.bad` → `failed/`.
public struct Spool: Sendable {
  let root: Folder
  private(set) var inbox: Folder
  /// Whether the inbox lies on a file system that tells nothing of what other machines, or a server, put there.
  public private(set) var mustPoll: Bool
  private(set) var outbox: Folder
  private(set) var done: Folder
  private(set) var failed: Folder
  private(set) var work: Folder
  private(set) var tmp: Folder
  private(set) var history: History
  private let lock: Lock
  /// Where the inbox lies, if not in the root.
  private let foreignPath: String?
  /// What of a foreign inbox was settled and could not be removed.
  let seen: SeenList?

  /// How far commits have come, for all copies of the spool.
  public let progress = Progress()

  /// The largest file that is read, in bytes.
  public var maximumSize: Int
  /// What becomes of a result that lies in the outbox when another one of its name comes.
  public var update = UpdatePolicy.keep
  /// How many months of the history are kept.
  public var historyMonths: Int {
    get { history.months }
    set { history.months = newValue }
  }

  /// Opens the spool at `root`, makes what is missing of it, and locks it until the value's last copy is gone.
  ///
  /// - Throws: ``SpoolError`` where the root cannot be used or another instance holds it; then nothing was made
  ///   but folders.
  ///
  /// - Parameter foreignInbox: The path of an inbox that lies elsewhere, whose files are copied in.
  public init(root path: String, maximumSize: Int, foreignInbox: String? = nil) throws(SpoolError) {
    do {
      if unsafe mkdir(path, 0o755) == -1 && errno != EEXIST { throw SystemError("mkdir", path) }
      root = try Folder(path: path)
      foreignPath = foreignInbox
      try Self.checkForMounts(in: root)
      let state = try root.folder(FileName(trusted: ".state"), making: 0o750)
      let owner = try state.status().owner
      // What root makes there, the service could not use.
      if geteuid() == 0 && owner != 0 { throw SpoolError.ofAnother(user: owner) }
      lock = try Lock(in: state)
      seen = foreignInbox == nil ? nil : try SeenList(in: state)
      inbox = try Self.openInbox(in: root, at: foreignInbox)
      mustPoll = inbox.isRemote
      _ = try root.folder(FileName(trusted: "reading"), making: 0o2755)
      let folders = try Folders(in: root)
      (outbox, done, failed, work, tmp) = (
        folders.outbox, folders.done, folders.failed, folders.work, folders.tmp
      )
      history = History(folder: folders.history)
    } catch let error as SpoolError {
      throw error
    } catch let error as SystemError where error.subject == foreignInbox {
      throw .noForeignInbox(error)
    } catch let error as SystemError {
      throw error.code == EXDEV ? .severalFileSystems(error.subject) : .unusable(error)
    } catch {
      preconditionFailure("no other error is thrown")
    }
    self.maximumSize = maximumSize
  }

  /// The folders that a file comes through after the inbox.
  private struct Folders {
    let outbox, done, failed, work, tmp, history: Folder

    init(in root: Folder) throws(SystemError) {
      let state = try root.folder(FileName(trusted: ".state"), making: 0o750)
      outbox = try root.folder(FileName(trusted: "outbox"), making: 0o2770)
      done = try root.folder(FileName(trusted: "done"), making: 0o2750)
      failed = try root.folder(FileName(trusted: "failed"), making: 0o2770)
      work = try state.folder(FileName(trusted: "work"), making: 0o750)
      tmp = try state.folder(FileName(trusted: "tmp"), making: 0o750)
      history = try state.folder(FileName(trusted: "history"), making: 0o750)
    }
  }

  /// The same spool with its folders opened anew by their paths: somebody may have moved one away, and who shares an open
  /// folder with others may be the one that is not told of a failed fsync.
  func withFoldersReopened() throws(SystemError) -> Spool {
    let folders = try SystemError.ofSpool { () throws(SystemError) in try Folders(in: root) }
    var spool = self
    (spool.outbox, spool.done, spool.failed, spool.work, spool.tmp) = (
      folders.outbox, folders.done, folders.failed, folders.work, folders.tmp
    )
    spool.history.folder = folders.history
    return spool
  }

  /// Opens the folder of claims again by its path, where another one stands there.
  public mutating func reopenWork() throws(SystemError) {
    let state = try root.folder(FileName(trusted: ".state"))
    if let there = try state.status(of: FileName(trusted: "work")), try work.status().isSameFile(as: there) {
      return
    }
    self = try withFoldersReopened()
  }

  /// Where the folder is that was opened as the root.
  public enum RootPlace: Equatable, Sendable {
    /// At its path.
    case kept
    /// No folder stands there, or what is no spool yet.
    case missing
    /// Another spool stands there.
    case replaced
    /// What stands there cannot be looked at.
    case unseen(SystemError)
  }

  /// Where the root is by now.
  public var rootPlace: RootPlace {
    do throws(SystemError) {
      let there = try Folder(path: root.path).status()
      return try root.status().isSameFile(as: there) ? .kept : isOtherReady ? .replaced : .missing
    } catch {
      return error.code == ENOENT || error.code == ENOTDIR ? .missing : .unseen(error)
    }
  }

  /// Whether a start could work in the folder that stands at the root's path. One that is empty or that may not be written
  /// to is none yet, as while a backup is copied there.
  private var isOtherReady: Bool {
    do throws(SystemError) {
      let other = try Folder(path: root.path)
      var folders = [other]
      for name in ["outbox", "done", "failed", ".state"] + (isForeign ? [] : ["inbox"]) {
        folders.append(try other.folder(FileName(trusted: name)))
      }
      for folder in folders { try folder.checkPermissions() }
      let owner = try other.folder(FileName(trusted: ".state")).status().owner
      return geteuid() != 0 || owner == 0
    } catch {
      return false
    }
  }

  /// The same spool with its inbox opened again by its path; `nil` where the one that is open still stands there, and was not
  /// moved away or removed.
  public func withInboxReopened() throws(SystemError) -> Spool? {
    if isInboxInPlace { return nil }
    var spool = self
    spool.inbox = try Self.openInbox(in: root, at: foreignPath)
    spool.mustPoll = spool.inbox.isRemote
    return spool
  }

  /// Takes over the inbox that another value of this spool has opened.
  public mutating func takeInbox(of other: Spool) {
    (inbox, mustPoll) = (other.inbox, other.mustPoll)
  }

  /// Whether the inbox lies elsewhere, so that its files are copied in.
  public var isForeign: Bool { foreignPath != nil }

  /// Whether the inbox holds some ten thousand files or more, or has held them, as the folder's own size tells at once.
  public var isInboxLarge: Bool { (try? inbox.status().size) ?? 0 > 1 << 20 }

  /// Whether the folder that is watched still stands at the inbox's path.
  private var isInboxInPlace: Bool {
    let there: FileStatus?
    if let foreignPath {
      there = try? Folder(path: foreignPath).status()
    } else {
      there = try? root.status(of: FileName(trusted: "inbox"))
    }
    guard let there else { return false }
    return (try? inbox.status())?.isSameFile(as: there) ?? false
  }

  private static func openInbox(in root: Folder, at path: String?) throws(SystemError) -> Folder {
    if let path { return try Folder(path: path) }
    return try root.folder(FileName(trusted: "inbox"), making: 0o2770)
  }

  /// A folder that is a mount of its own cannot be renamed from or into: found before anything is made.
  private static func checkForMounts(in root: Folder) throws(SystemError) {
    for name in ["inbox", "outbox", "done", "failed", ".state"] {
      do throws(SystemError) {
        _ = try root.folder(FileName(trusted: name))
      } catch let error where error.code == ENOENT {}
    }
  }
}

/// What becomes of a result that nobody has taken yet when another one of its name comes.
public enum UpdatePolicy: String, Sendable, CaseIterable {
  /// It stays, and the new one goes beside it as `NAME~ID`.
  case keep
  /// The new one takes its place.
  case replace
}

/// Why a spool cannot be opened.
public enum SpoolError: Error, Equatable {
  /// A call on the root or a folder of it failed.
  case unusable(SystemError)
  /// Another instance works on it.
  case locked(by: String)
  /// A folder of the spool, named here, is a mount of its own.
  case severalFileSystems(String)
  /// The inbox that lies elsewhere is not there, or may not be read.
  case noForeignInbox(SystemError)
  /// It is the spool of that user, and root is not to put files of its own there.
  case ofAnother(user: UInt32)
}

extension SpoolError {
  /// Whether the same start may succeed later without anybody changing a setting.
  public var isTransient: Bool {
    switch self {
    case .unusable(let error): error.isTransient
    case .locked, .noForeignInbox: true
    case .severalFileSystems, .ofAnother: false
    }
  }
}

extension SpoolError: CustomStringConvertible {
  /// What is wrong and the mend, on one line.
  public var description: String {
    switch self {
    case .unusable(let error) where error.isTransient:
      "the spool cannot be used now: \(error); make room, or try again later"
    case .unusable(let error):
      "the spool cannot be used: \(error); give a folder that this user may write to with --root"
    case .locked(let holder):
      "the spool is in use by \(holder); stop that one first, or give another --root"
    case .noForeignInbox(let error):
      "the inbox that Inbox= names cannot be used now: \(error); mount it, or mend its path"
    case .ofAnother(let user):
      "the spool is user \(user)'s; run this as that user (sudo -u '#\(user)' ...), or give the spool to root with chown -R"
    case .severalFileSystems(let folder):
      "\(folder) is not on the file system of the spool's root (or is a link); keep all folders of a spool on one mount"
    }
  }
}

/// The file that one instance at a time holds locked.
private final class Lock: Sendable {
  private let file: CInt

  init(in state: Folder) throws {
    let path = "\(state.path)/lock"
    file = try checked("open", path) {
      unsafe openat(state.descriptor, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    }
    // A worker between fork and exec holds the lock for a moment longer than its killed parent.
    var patience = 50
    while flock(file, LOCK_EX | LOCK_NB) == -1 {
      if errno == EWOULDBLOCK, patience > 0 {
        patience -= 1
        usleep(10_000)
        continue
      }
      guard errno == EWOULDBLOCK else {
        let error = SystemError("flock", path)
        close(file)
        throw error
      }
      var text = [UInt8](repeating: 0, count: 512)
      let count = unsafe pread(file, &text, text.count, 0)
      close(file)
      let holder = String(
        decoding: text.prefix(max(count, 0)).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      throw SpoolError.locked(by: holder.isEmpty ? "another process" : holder)
    }
    let holder = Array("process \(getpid()) on host \(Self.hostName) (boot \(Self.bootID))\n".utf8)
    // For people only: the lock holds without it. In this order, since a full disk has no block for an empty file.
    _ = unsafe pwrite(file, holder, holder.count, 0)
    ftruncate(file, holder.count)
  }

  deinit {
    close(file)
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    _ = unsafe gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static var bootID: String {
    guard let folder = try? Folder(path: "/proc/sys/kernel/random"),
      let file = try? folder.open(FileName(trusted: "boot_id")), let bytes = try? file.readAll(expecting: 64)
    else { return "unknown" }  // hidden by a sandbox
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
