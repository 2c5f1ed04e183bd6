import CLinux
import Glibc

/// A system call that failed.
public struct SystemError: Error, Equatable, Sendable {
  /// The call (`openat`).
  public let call: String
  /// What it was called on, escaped for people.
  public let subject: String
  /// Its errno.
  public let code: CInt

  /// The failure that errno tells of right after `call`.
  public init(_ call: String, _ subject: some CustomStringConvertible) {
    self.code = errno
    self.call = call
    self.subject = subject.description
  }

  /// A failure whose subject is told after errno was read.
  init(_ call: String, code: CInt, _ subject: some CustomStringConvertible) {
    self.init(call, subject.description, code: code)
  }

  /// A failure of a known code.
  public init(_ call: String, _ subject: String, code: CInt) {
    self.call = call
    self.subject = subject
    self.code = code
  }

  /// Whether it was met on something that every file's route leads through.
  var isOfSpool = false
  /// What went wrong, where errno does not tell.
  private var cause: String?
  /// Who can mend what it was met on, and how, where errno does not suggest it.
  var mend: String?
  /// Whether it is the same for all files of a folder.
  public internal(set) var isOfFolder = false

  /// A failure that every file meets, told in a clause.
  public init(_ call: String, _ subject: String, ofAll cause: String) {
    self.init(call, subject, code: EAGAIN)
    self.cause = cause
    isOfSpool = true
  }

  /// The name of its errno (`ENOSPC`).
  public var name: String {
    guard let name = unsafe linux_error_name(code) else { return String(code) }
    return unsafe String(cString: name)
  }

  /// Whether the same call may succeed later without anybody changing the file.
  public var isTransient: Bool {
    switch code {
    case ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE, ENOMEM, ESTALE, EBUSY, EAGAIN, EINTR: true
    default: false
    }
  }
}

extension SystemError {
  /// Whether every other file would meet the same failure now, so that none is to be tried but one as a probe.
  public var concernsAll: Bool {
    switch code {
    case ENOSPC, EDQUOT, EROFS, EMFILE, ENFILE, ENOMEM: true
    case EIO: isOfSpool || call != "read"  // a place of one file that the disk cannot read
    default: isOfSpool
    }
  }

  /// Marks what fails in `body` as a failure of the spool itself, where somebody has taken a folder of it from the service.
  static func ofSpoolIfRefused<Value: ~Copyable>(_ body: () throws(SystemError) -> Value) throws(SystemError)
    -> Value
  {
    do throws(SystemError) {
      return try body()
    } catch {
      var error = error
      error.isOfSpool = error.isOfSpool || [EACCES, EPERM, ENOENT, ENOTDIR].contains(error.code)
      throw error
    }
  }

  /// Marks what fails in `body` as a failure of the spool itself.
  static func ofSpool<Value>(_ body: () throws(SystemError) -> Value) throws(SystemError) -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      var error = error
      error.isOfSpool = true
      throw error
    }
  }
}

extension SystemError: CustomStringConvertible {
  /// What failed and why, in the words of strerror(3), and the mend where those do not suggest it.
  public var description: String {
    if let cause { return "\(subject) cannot \(call): \(cause)" }
    let failure = "\(call) \(subject): \(unsafe String(cString: strerror(code)))"
    // What ext4 and XFS say of checksums and structures that are wrong.
    guard code == EBADMSG || code == EUCLEAN else { return mend.map { "\(failure); \($0)" } ?? failure }
    return "\(failure); the file system is damaged: unmount it and check it with fsck(8)"
  }
}

/// Calls again while a signal interrupts, and turns -1 into a ``SystemError``: the only place that looks at a result.
@discardableResult
func checked<Result: SignedInteger>(
  _ call: String, _ subject: @autoclosure () -> some CustomStringConvertible, _ body: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = body()
    if result != -1 { return result }
    if errno != EINTR { throw SystemError(call, code: errno, subject()) }
  }
}
