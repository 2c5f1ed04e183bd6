import CLinux
import Glibc
import JSONText
import Publication
import Spooling

/// What became of a request to a worker.
enum WorkerOutcome: Sendable {
  /// It answered; with the digest of a file that was read while it was sent.
  case answer(Frame, sha256: String?)
  /// It died, of this.
  case died(String)
  /// None could be started, or it died before it had begun.
  case unavailable(SystemError)
  /// The file could not be read to its end: for that reason, or because it changed.
  case unread(SystemError?)
}

/// Worker processes: started on demand, ended when idle.
///
/// A busy worker is sent some small requests more before it has answered those in hand, so that it never waits for the
/// service, and neither wakes the other for each. Where it dies of one of several, each is given to a worker alone: what
/// that one dies of is known.
actor WorkerPool {
  private nonisolated let loop: EventLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

  private struct Job {
    var request: WorkerRequest
    let continuation: CheckedContinuation<WorkerOutcome, Never>
    /// The file that a worker is sent.
    var file: ClaimReader?
  }

  private var options: WorkerOptions
  private var count: Int
  private var idle: Duration
  private var workers: [Int: WorkerProcess] = [:]
  /// What each worker has in hand, the first of it being worked on.
  private var jobs: [Int: [Job]] = [:]
  private var idleWorkers: [Int] = []
  private var waiting: ArraySlice<Job> = []
  private var lastNumber = 0
  /// How many workers in a row died before they had begun.
  private var failedStarts = 0

  /// - Parameters:
  ///   - count: How many workers may run at once; 1 or more.
  ///   - idle: How long a worker waits for its next article before it is ended.
  init(on loop: EventLoop, count: Int, idle: Duration, options: WorkerOptions) {
    self.loop = loop
    self.count = count
    self.idle = idle
    self.options = options
  }

  /// Has a worker answer a request.
  func run(_ request: WorkerRequest) async -> WorkerOutcome {
    await withCheckedContinuation { continuation in
      waiting.append(Job(request: request, continuation: continuation))
      assign()
    }
  }

  /// Works with other options from now on; workers that have an article in hand finish it with the old ones.
  func use(_ options: WorkerOptions, count: Int, idle: Duration) {
    self.count = count
    self.idle = idle
    guard options != self.options else { return }
    self.options = options
    endIdleWorkers()
    for number in workers.keys { workers[number]?.causeOfDeath = Self.replaced }
  }

  /// Ends all workers; what they have in hand is lost with them.
  func shutDown() {
    for number in Array(workers.keys) { remove(number) }
  }

  private static let replaced = "it was replaced"
  /// So many workers in a row that die before they have begun are no accident.
  private static let startLimit = 3
  /// A worker has so many requests in hand at most.
  private static let depth = 2 * answersAtOnce
  /// So many answers a worker gathers while it has more to do.
  static let answersAtOnce = 8

  private func assign() {
    while let job = waiting.first {
      let number: Int
      do throws(SystemError) {
        if let idle = idleWorkers.popLast() {
          number = idle
        } else if workers.count < count {
          number = try start()
        } else if let busy = workerWithRoom(for: job) {
          number = busy
        } else {
          return
        }
      } catch {
        if workers.isEmpty {
          waiting.removeFirst()
          job.continuation.resume(returning: .unavailable(error))
          continue
        }
        return
      }
      waiting.removeFirst()
      give(job, to: number)
    }
  }

  private func give(_ job: Job, to number: Int) {
    var job = job
    do throws(SystemError) {
      guard let rest = try job.request.rest() else { return unread(job, by: number, nil) }
      job.file = rest.file
    } catch {
      return unread(job, by: number, error)
    }
    let isFirst = jobs[number, default: []].isEmpty
    jobs[number, default: []].append(job)
    workers[number]?.add(job.request.bytes, then: job.file)
    if isFirst {
      workers[number]?.timer.fire(after: .seconds(options.deadline))
      if let failure = workers[number]?.flush() { remove(number, failure) }
    } else {
      sendSoon(to: number)
    }
  }

  /// Has a worker that has something to do sent what it is to do next, with all that comes in the same turn.
  private func sendSoon(to number: Int) {
    guard let worker = workers[number], !worker.isSendingAsked else { return }
    worker.isSendingAsked = true
    loop.run { [weak self] in
      self?.assumeIsolated {
        $0.workers[number]?.isSendingAsked = false
        $0.sendOn(to: number)
      }
    }
  }

  /// The file of a request cannot be read, and its worker, idle before since none else gets a file, is so again.
  private func unread(_ job: Job, by number: Int, _ error: SystemError?) {
    rest(number)
    job.continuation.resume(returning: .unread(error))
  }

  /// A worker has nothing to do.
  private func rest(_ number: Int) {
    idleWorkers.append(number)
    workers[number]?.timer.fire(after: idle)
  }

  /// The worker that has least in hand of those that may have more; a large request is not worth its memory twice.
  private func workerWithRoom(for job: Job) -> Int? {
    guard job.request.isSociable else { return nil }
    var least: (count: Int, number: Int)?
    for (number, inHand) in jobs where (1..<Self.depth).contains(inHand.count) && inHand[0].request.isSociable
    {
      if least.map({ (inHand.count, number) < $0 }) ?? true, workers[number]?.causeOfDeath == nil {
        least = (inHand.count, number)
      }
    }
    return least?.number
  }

  private func start() throws(SystemError) -> Int {
    let worker = try WorkerProcess(on: loop)
    lastNumber += 1
    let number = lastNumber
    worker.timer.handler = { [weak self] in
      self?.assumeIsolated { $0.timeIsUp(for: number) }
    }
    let (whenReadable, whenWritable): (EventLoop.Handler, EventLoop.Handler) = (
      { [weak self] in self?.assumeIsolated { $0.receive(from: number) } },
      { [weak self] in self?.assumeIsolated { $0.sendOn(to: number) } }
    )
    do throws(SystemError) {
      try worker.watch(whenReadable: whenReadable, whenWritable: whenWritable)
    } catch {
      _ = worker.bury()
      throw error
    }
    workers[number] = worker
    worker.add(Frame(kind: .options, fields: [options.json]).encoded)
    return number
  }

  private func sendOn(to number: Int) {
    guard let failure = workers[number]?.flush() else { return }
    remove(number, failure)
    assign()
  }

  private func receive(from number: Int) {
    guard let worker = workers[number] else { return }
    let isAlive = worker.receive()
    do {
      while let frame = try worker.received.next() {
        if frame.kind == .hello {
          worker.hasBegun = true
          failedStarts = 0
          continue
        }
        guard jobs[number]?.isEmpty == false, let job = jobs[number]?.removeFirst() else {
          throw FrameBuffer.Malformed()
        }
        job.continuation.resume(returning: .answer(frame, sha256: job.file?.sha256))
        if worker.causeOfDeath == Self.replaced {
          remove(number)
        } else if jobs[number]?.isEmpty == false {
          worker.timer.fire(after: .seconds(options.deadline))
        } else {
          rest(number)
        }
      }
    } catch {
      worker.causeOfDeath = "it wrote what is no answer"
      remove(number)
    }
    if !isAlive { remove(number) }
    assign()
  }

  private func timeIsUp(for number: Int) {
    if jobs[number]?.isEmpty == false {
      workers[number]?.causeOfDeath = "it took longer than \(options.deadline) s"
    }
    remove(number)
    assign()
    // What the work of a while took is not kept for the time without any.
    if workers.isEmpty { linux_give_back_freed_memory() }
  }

  private func endIdleWorkers() {
    for number in idleWorkers { remove(number) }
  }

  /// - Parameter outcome: What becomes of the request in hand, if not the worker's death.
  private func remove(_ number: Int, _ outcome: WorkerOutcome? = nil) {
    guard let worker = workers.removeValue(forKey: number) else { return }
    idleWorkers.removeAll { $0 == number }
    let cause = worker.bury()
    var inHand = jobs.removeValue(forKey: number) ?? []
    if !worker.hasBegun, outcome == nil, !inHand.isEmpty, worker.causeOfDeath != Self.replaced {
      waiting = inHand + waiting
      failedStarts += 1
      if failedStarts < Self.startLimit { return }
      // What is wrong with it is wrong with the next one: none of the articles is to blame, and none is tried now.
      let failure = WorkerOutcome.unavailable(SystemError("start", "a worker", ofAll: cause))
      for job in waiting { job.continuation.resume(returning: failure) }
      waiting = []
      return
    }
    if worker.causeOfDeath != Self.replaced {
      if inHand.count == 1 {
        inHand.removeFirst().continuation.resume(returning: outcome ?? .died(cause))
      }
      for place in inHand.indices { inHand[place].request.isSuspect = true }
    }
    waiting = inHand + waiting
  }
}
