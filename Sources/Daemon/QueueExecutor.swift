import Dispatch

/// Runs actors on one Dispatch queue, so that the handlers of sources on that queue are inside the actor already.
///
/// Tasks prefer it too: a continuation is resumed by whatever executor its task prefers, and without one that is the
/// global pool, which costs two changes of threads each time, and whose monitor wakes the process every second for good.
final class QueueExecutor: SerialExecutor, TaskExecutor {
  let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async {
      // Whatever runs on the queue has it for itself, as the actors on it have.
      unsafe job.runSynchronously(
        isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.asUnownedTaskExecutor())
    }
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    unsafe UnownedSerialExecutor(ordinary: self)
  }

  func asUnownedTaskExecutor() -> UnownedTaskExecutor {
    unsafe UnownedTaskExecutor(ordinary: self)
  }

  func checkIsolated() {
    dispatchPrecondition(condition: .onQueue(queue))
  }
}
