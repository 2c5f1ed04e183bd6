import CLinux
import Glibc
import Spooling

/// One worker process and its three pipes: requests in, answers out, and what it says when it dies.
///
/// Belongs to the ``WorkerPool`` that started it and is used on that pool's queue alone.
final class WorkerProcess {
  let pid: pid_t
  /// Ends of the pipes; they do not block.
  let input: CInt
  let output: CInt
  private let complaints: CInt

  private let loop: EventLoop
  private var watches: [(token: EventLoop.Token, descriptor: CInt)] = []
  /// The deadline of the article in hand, or the end of idleness.
  let timer: LoopTimer
  private var unsent: ArraySlice<UInt8> = []
  /// What follows that.
  private var rest: ClaimReader?

  /// What arrived and is not a whole frame yet.
  var received = FrameBuffer()
  /// Whether a turn of the loop is asked for that sends to it.
  var isSendingAsked = false
  /// Whether it has said that it is there.
  var hasBegun = false
  /// Why the pool ended it, where it did.
  var causeOfDeath: String?

  /// Room for most articles, so that one is not sent piecemeal, from a waiting process to a waiting process.
  static let pipeSize: CInt = 512 << 10

  /// Starts `nutgraf worker` from the running executable.
  init(on loop: EventLoop) throws(SystemError) {
    var ends: [CInt] = []  // read, write, read, write, read, write
    do throws(SystemError) {
      for _ in 0..<3 { ends += try Self.pipe() }
      pid = try Self.spawn(standardInput: ends[0], output: ends[3], error: ends[5])
    } catch {
      for end in ends { close(end) }
      throw error
    }
    for end in [ends[0], ends[3], ends[5]] { close(end) }
    (input, output, complaints) = (ends[1], ends[2], ends[4])
    linux_widen_pipe(input, Self.pipeSize)
    for end in [input, output, complaints] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    self.loop = loop
    timer = LoopTimer(on: loop)
  }

  /// Has the handlers called when it has answered or is gone, and when it has room for more.
  func watch(
    whenReadable: @escaping EventLoop.Handler, whenWritable: @escaping EventLoop.Handler
  ) throws(SystemError) {
    watches.append((try loop.watchReading(output, whenReadable), output))
    watches.append((try loop.watchWriting(input, whenWritable), input))
  }

  private static func pipe() throws(SystemError) -> [CInt] {
    var ends: [CInt] = [-1, -1]
    guard unsafe linux_pipe(&ends) == 0 else { throw SystemError("pipe2", "a worker", code: errno) }
    return ends
  }

  private static func spawn(
    standardInput: CInt, output: CInt, error: CInt
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (end, standard) in [(standardInput, STDIN_FILENO), (output, STDOUT_FILENO), (error, STDERR_FILENO)] {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, standard)
    }
    unsafe linux_spawn_addclosefrom(&actions, 3)

    // A process group of its own, so that Ctrl-C on a terminal reaches the service alone; no signal ignored.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigfillset(&defaults)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    var unblocked = sigset_t()
    unsafe sigemptyset(&unblocked)
    unsafe posix_spawnattr_setsigmask(&attributes, &unblocked)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var pid: pid_t = 0
    let arguments = unsafe [strdup("nutgraf"), strdup("worker"), nil]
    let environment: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("LC_ALL=C.UTF-8"), nil]
    defer { unsafe (arguments + environment).forEach { unsafe free($0) } }
    let code = unsafe posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, arguments, environment)
    guard code == 0 else { throw SystemError("posix_spawn", "a worker", code: code) }
    return pid
  }

  /// Adds bytes, and the file that follows them, to what ``flush()`` sends.
  func add(_ bytes: [UInt8], then rest: ClaimReader? = nil) {
    if unsent.isEmpty { unsent = bytes[...] } else { unsent += bytes }
    if let rest { self.rest = rest }
  }

  /// Sends what is not sent yet as fast as the worker takes it, without waiting for it.
  ///
  /// - Returns: Why the file cannot be sent to its end, where it cannot; the worker is of no use then.
  func flush() -> WorkerOutcome? {
    while true {
      while !unsent.isEmpty {
        let count = unsafe unsent.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
        if count > 0 {
          unsent = unsent.dropFirst(count)
        } else if errno != EINTR {
          if errno == EAGAIN { return nil }
          (unsent, rest) = ([], nil)  // the worker is gone, as the end of its output tells
        }
      }
      unsent = []
      guard let file = rest else { return nil }
      do throws(SystemError) {
        guard let piece = try file.next() else { return .unread(nil) }
        unsent = piece[...]
        if let sha256 = file.sha256 {
          unsent += Frame.encodedField(Array(sha256.utf8))
          rest = nil
        }
      } catch {
        return .unread(error)
      }
    }
  }

  /// Reads what the worker has answered.
  ///
  /// - Returns: Whether it is still there.
  func receive() -> Bool {
    while true {
      let count = received.read(from: output)
      if count == 0 { return false }
      if count < 0, errno != EINTR { return errno == EAGAIN }
    }
  }

  /// Ends and reaps the process.
  ///
  /// - Returns: What it died of, in a clause.
  func bury() -> String {
    kill(pid, SIGKILL)
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    var words = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(complaints, &words, words.count)
    timer.stop()
    for (token, descriptor) in watches { loop.forget(token, descriptor) }
    for end in [input, output, complaints] { close(end) }

    let signal = status & 0x7F
    var cause =
      causeOfDeath
      ?? (signal == 0 ? "it ended with status \(status >> 8 & 0xFF)" : "it was ended by signal \(signal)")
    if causeOfDeath == nil, count > 0, let line = words[..<count].split(separator: UInt8(ascii: "\n")).first {
      cause += ": \(Escaping.printable(Array(line.prefix(300))))"
    }
    return cause
  }
}
