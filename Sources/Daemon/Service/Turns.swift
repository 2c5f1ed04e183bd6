import Spooling

/// Has the files of one path claimed one after the other, where each result takes the place of the one before: the next is
/// claimed when nothing of the path is in hand.
struct Turns {
  /// Whether files wait for their turn.
  var areKept: Bool
  private var claimCounts: [InboxPath: Int] = [:]
  private var waiting: Set<InboxPath> = []
  /// Claims of an earlier run that wait for another one of their path, in their order.
  private var held: [InboxPath: [Claim]] = [:]

  /// What the end of a claim lets go on.
  enum Next: Equatable {
    case nothing
    /// A file in the inbox.
    case file
    /// A claim of an earlier run.
    case claim(Claim)
  }

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

  /// An earlier run has claimed a file, after those that were adopted before.
  ///
  /// - Returns: Whether it may be worked on; it is held where it may not.
  mutating func adopt(_ claim: Claim) -> Bool {
    defer { claimCounts[claim.path, default: 0] += 1 }
    guard areKept, claimCounts[claim.path] != nil else { return true }
    held[claim.path, default: []].append(claim)
    return false
  }

  /// A claim is over, or was none after all.
  mutating func end(_ path: InboxPath) -> Next {
    guard let count = claimCounts[path] else { return .nothing }
    claimCounts[path] = count == 1 ? nil : count - 1
    if var claims = held.removeValue(forKey: path) {
      let next = claims.removeFirst()
      if !claims.isEmpty { held[path] = claims }
      return .claim(next)
    }
    return count == 1 && waiting.remove(path) != nil ? .file : .nothing
  }
}
