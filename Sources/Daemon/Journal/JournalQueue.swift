import Dispatch

/// Entries on their way to the journal: sent in their order by a queue of their own, so that a journal that stands still
/// never holds up the service.
///
/// Bounded: what comes while too many wait is dropped, and counted for the entry that tells of it.
final class JournalQueue: Sendable {
  private struct State {
    var waiting = 0
    var lost = 0
  }

  private let queue = EventLoop(name: "nutgraf-journal")
  private let state = Locked(State())
  private let limit: Int
  private let reportLoss: @Sendable (Int) -> Void

  /// - Parameters:
  ///   - limit: How many entries may wait.
  ///   - reportLoss: Sends an entry about that many lost ones; called on the queue, once there is room again.
  init(limit: Int = 4096, reportLoss: @escaping @Sendable (Int) -> Void) {
    self.limit = limit
    self.reportLoss = reportLoss
  }

  /// Has an entry sent, and returns at once.
  func submit(_ send: @escaping @Sendable () -> Void) {
    let hasRoom = state.withLock { state in
      if state.waiting >= limit {
        state.lost += 1
        return false
      }
      state.waiting += 1
      return true
    }
    guard hasRoom else { return }
    queue.run { [self] in
      send()
      let lost = state.withLock { state in
        state.waiting -= 1
        defer { state.lost = 0 }
        return state.lost
      }
      if lost > 0 { reportLoss(lost) }
    }
  }

  /// Waits until all entries are sent, and not for longer than a time.
  func flush(within time: DispatchTimeInterval) {
    let isDone = DispatchSemaphore(value: 0)
    queue.run { isDone.signal() }
    _ = isDone.wait(timeout: .now() + time)
  }
}
