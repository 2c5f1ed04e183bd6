/// Decides when the settlements that wait are committed: together where more are about to come, at once where none are.
///
/// Pure: it is told what there is, and the time.
struct CommitSchedule {
  /// How many files are committed together at most.
  static let fileLimit = 256
  /// How many bytes of outputs wait at most for company.
  static let byteLimit = 8 << 20
  /// How long the first of a batch waits for company.
  static let patience = Duration.milliseconds(50)

  /// What is to be done now.
  enum Verdict: Equatable {
    case commit
    /// Ask again then, or when something has changed.
    case wait(until: Duration)
    case nothing
  }

  private(set) var count = 0
  private var bytes = 0
  private var since = Duration.zero

  /// A settlement has come to wait.
  mutating func add(bytes more: Int, at now: Duration) {
    if count == 0 { since = now }
    count += 1
    bytes += more
  }

  /// A batch was taken out.
  ///
  /// - Parameters:
  ///   - left: How many settlements still wait.
  ///   - leftBytes: How many bytes of outputs those have.
  mutating func took(leaving left: Int, bytes leftBytes: Int) {
    count = left
    bytes = leftBytes
  }

  /// - Parameters:
  ///   - isBusy: Whether a commit is under way; those that wait meanwhile are the next batch.
  ///   - workCount: How many files workers have in hand, each of which may be company soon.
  func verdict(isBusy: Bool, workCount: Int, at now: Duration) -> Verdict {
    if isBusy || count == 0 { return .nothing }
    if workCount == 0 || count >= Self.fileLimit || bytes >= Self.byteLimit { return .commit }
    let end = since + Self.patience
    return now >= end ? .commit : .wait(until: end)
  }
}
