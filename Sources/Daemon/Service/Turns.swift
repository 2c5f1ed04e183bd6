import Spooling

/// Has the files of one path claimed one after the other, where each result takes the place of the one before: the next is
/// claimed when nothing of the path is in hand.
struct Turns {
  /// Whether files wait for their turn.
  var areKept: Bool
  private var claimCounts: [InboxPath: Int] = [:]
  private var waiting: Set<InboxPath> = []

  init(areKept: Bool) {
    self.areKept = areKept
  }

  /// How many files wait for their turn.
  var waitingCount: Int { waiting.count }

  /// Whether a file of that path waits for its turn.
  func isWaiting(_ path: InboxPath) -> Bool { waiting.contains(path) }

  /// A file is to be claimed.
  ///
  /// - Returns: Whether it may be; it waits where it may not.
  mutating func begin(_ path: InboxPath) -> Bool {
    if areKept, claimCounts[path] != nil {
      waiting.insert(path)
      return false
    }
    claimCounts[path, default: 0] += 1
    return true
  }

  /// A claim is in hand that had no turn.
  mutating func adopt(_ path: InboxPath) { claimCounts[path, default: 0] += 1 }

  /// A claim is over, or was none after all.
  ///
  /// - Returns: Whether a file waited for that.
  mutating func end(_ path: InboxPath) -> Bool {
    guard let count = claimCounts[path] else { return false }
    guard count == 1 else {
      claimCounts[path] = count - 1
      return false
    }
    claimCounts[path] = nil
    return waiting.remove(path) != nil
  }
}
