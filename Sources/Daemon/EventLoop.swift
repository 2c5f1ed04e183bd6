import CLinux
import Dispatch
import Glibc
import Spooling
import Synchronization

/// One thread that waits for descriptors and for times, and runs actors: all that happens on it has it for itself.
///
/// It takes the place of Dispatch's sources for what comes and goes, as workers do: those read, on a thread of their own,
/// what the cancellation of a source frees, so that now and then a worker's death was the service's. Here a descriptor is
/// watched no more once ``forget(_:_:)`` returns, and nothing but this thread ever looks at it. Tasks prefer the loop too,
/// so that a continuation goes on without a change of threads. The inbox, which is watched as long as the service lives, has
/// a source of Dispatch.
///
/// Lives as long as the process.
final class EventLoop: SerialExecutor, TaskExecutor, @unchecked Sendable {
  typealias Handler = @Sendable () -> Void

  private enum Job {
    case task(UnownedJob)
    case closure(Handler)
  }

  private struct Queue {
    var jobs: [Job] = []
    /// Whether the thread waits in the kernel, and must be woken for a job.
    var isAsleep = false
  }

  private let queue = Locked(Queue())
  private let poll: CInt
  private let bell: CInt
  private let thread = Atomic(UInt(0))

  // What follows belongs to the loop's thread: that is why the class may call itself Sendable.
  private var handlers: [UInt64: Handler] = [:]
  private var lastToken: UInt64 = bellToken
  private var timers: [LoopTimer] = []

  private static let bellToken: UInt64 = 0
  /// How many rounds of jobs run before descriptors and times have their turn.
  private static let roundLimit = 16
  /// For how long another round may begin.
  private static let roundPatience = Duration.milliseconds(50)

  /// - Parameter name: Of the thread, for people; 15 bytes at most.
  init(name: String) {
    poll = linux_poll()
    bell = linux_bell(poll, Self.bellToken)
    // Without these and the thread nothing can ever be done.
    if poll < 0 || bell < 0 { Self.giveUp("no descriptor (ulimit -n)") }
    if PosixThread(name: name, { self.work() }) == nil { Self.giveUp("no thread (ulimit -u)") }
  }

  private static func giveUp(_ reason: String) -> Never {
    writeToStandardError("nutgraf: the system has \(reason) left for it\n")
    exit(EX_TEMPFAIL)
  }

  // MARK: - For everybody

  /// Runs a closure on the loop, after what was given to it before.
  func run(_ body: @escaping Handler) { add(.closure(body)) }

  /// Runs a closure on the loop and waits for what it returns; not to be called there.
  func runAndWait<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value {
    let isDone = DispatchSemaphore(value: 0)
    let result = Locked(Value?.none)
    run {
      let value = body()
      result.withLock { $0 = value }
      isDone.signal()
    }
    isDone.wait()
    guard let value = result.withLock(\.self) else { preconditionFailure("it has run") }
    return value
  }

  func enqueue(_ job: consuming ExecutorJob) { add(.task(UnownedJob(job))) }

  private func add(_ job: Job) {
    let mustWake = queue.withLock { queue in
      queue.jobs.append(job)
      defer { queue.isAsleep = false }
      return queue.isAsleep
    }
    if mustWake { linux_ring(bell) }
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { unsafe UnownedSerialExecutor(ordinary: self) }

  func asUnownedTaskExecutor() -> UnownedTaskExecutor { unsafe UnownedTaskExecutor(ordinary: self) }

  func checkIsolated() {
    precondition(
      thread.load(ordering: .relaxed) == UInt(pthread_self()), "this belongs on the event loop's thread")
  }

  // MARK: - On the loop alone

  /// A descriptor that is watched.
  struct Token: Hashable, Sendable {
    fileprivate let number: UInt64
  }

  /// Has a handler called as long as there is something to read, or the other end is gone.
  func watchReading(_ descriptor: CInt, _ handler: @escaping Handler) throws(SystemError) -> Token {
    try watch(descriptor, forWriting: false, handler)
  }

  /// Has a handler called each time that there is room again where there was none, or the other end goes.
  func watchWriting(_ descriptor: CInt, _ handler: @escaping Handler) throws(SystemError) -> Token {
    try watch(descriptor, forWriting: true, handler)
  }

  private func watch(
    _ descriptor: CInt, forWriting: Bool, _ handler: @escaping Handler
  ) throws(SystemError) -> Token {
    checkIsolated()
    lastToken += 1
    guard linux_watch(poll, descriptor, forWriting ? 1 : 0, lastToken) == 0 else {
      throw SystemError("epoll_ctl", "a descriptor", code: errno)
    }
    handlers[lastToken] = handler
    return Token(number: lastToken)
  }

  /// Watches a descriptor no more; it may be closed then.
  func forget(_ token: Token, _ descriptor: CInt) {
    checkIsolated()
    handlers[token.number] = nil
    linux_unwatch(poll, descriptor)
  }

  fileprivate func add(_ timer: LoopTimer) {
    checkIsolated()
    timers.append(timer)
  }

  // MARK: - The thread

  private func work() {
    thread.store(UInt(pthread_self()), ordering: .relaxed)
    var tokens = [UInt64](repeating: 0, count: 64)
    while true {
      runJobs()
      fireTimers()
      let mayWait = queue.withLock { queue in
        queue.isAsleep = queue.jobs.isEmpty
        return queue.isAsleep
      }
      let count = unsafe linux_wait(poll, &tokens, CInt(tokens.count), mayWait ? timeLeft() : 0)
      queue.withLock { $0.isAsleep = false }
      // A handler may end the watch of a descriptor whose event is still to come: its token is nobody's then.
      for token in tokens.prefix(Int(max(count, 0))) { handlers[token]?() }
    }
  }

  private func runJobs() {
    let end = ContinuousClock.now + Self.roundPatience
    for _ in 0..<Self.roundLimit {
      var jobs: [Job] = []
      queue.withLock { swap(&jobs, &$0.jobs) }
      if jobs.isEmpty { return }
      for (place, job) in jobs.enumerated() {
        // Descriptors and times do not wait for the rest of a long round.
        if place > 0, ContinuousClock.now > end {
          let others = jobs[place...]
          queue.withLock { $0.jobs.insert(contentsOf: others, at: 0) }
          return
        }
        switch job {
        case .closure(let body): body()
        case .task(let job):
          unsafe job.runSynchronously(
            isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        }
      }
      if ContinuousClock.now > end { return }
    }
  }

  private func fireTimers() {
    guard !timers.isEmpty else { return }
    let now = ContinuousClock.now
    for timer in timers where timer.due.map({ $0 <= now }) ?? false {
      timer.due = nil
      timer.handler?()
    }
    timers.removeAll { timer in
      defer { if timer.due == nil { timer.isListed = false } }
      return timer.due == nil
    }
  }

  /// For how many milliseconds there is nothing to do but wait; -1 for ever.
  private func timeLeft() -> CInt {
    guard let due = timers.compactMap(\.due).min() else { return -1 }
    let left = due - .now
    return left <= .zero ? 0 : CInt(min(left / .milliseconds(1), 1e9).rounded(.up))
  }
}

/// Calls its handler once at a time, on an event loop; used on that loop alone.
final class LoopTimer {
  private let loop: EventLoop
  var handler: EventLoop.Handler?
  fileprivate var due: ContinuousClock.Instant?
  /// Whether the loop knows of it.
  fileprivate var isListed = false

  init(on loop: EventLoop) {
    self.loop = loop
  }

  /// Sets it, in place of the time that was set before.
  func fire(after time: Duration) {
    due = .now + max(time, .zero)
    if !isListed { loop.add(self) }
    isListed = true
  }

  /// Does not fire unless it is set anew.
  func stop() { due = nil }
}
