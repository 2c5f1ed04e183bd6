import Dispatch
import Synchronization

/// Runs an asynchronous command on the main thread.
///
/// An asynchronous main function would end that thread and read the tables of unwinding for it, and tasks on the pool of threads would
/// bring a manager that wakes once a second; both cost a service that has nothing to do.
final class MainThread: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let arrivals = DispatchSemaphore(value: 0)
  private let end = Mutex<Result<CInt, any Error>?>(nil)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    arrivals.signal()
  }

  /// What a command comes to, whose parts that are of no actor run here.
  func result(of command: @escaping @Sendable () async throws -> CInt) throws -> CInt {
    Task.detached(executorPreference: self) { [self] in
      let result: Result<CInt, any Error>
      do {
        result = .success(try await command())
      } catch {
        result = .failure(error)
      }
      end.withLock { $0 = result }
    }
    while true {
      if let result = end.withLock({ $0 }) { return try result.get() }
      arrivals.wait()
      let job = jobs.withLock { $0.removeFirst() }
      unsafe job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
