/// The content of `.state/work/ID.retry`: the tries of a claim that could not be brought to its end yet.
public struct RetryRecord: Codable, Sendable {
  /// How many workers died of it.
  public var attempts: Int
  /// What the last one died of.
  public var reason: String?
  /// How often a call failed on its way, and it was put off.
  public var tries: Int?
  /// When it is tried again, in UTC.
  public var next: String?
  /// The same in seconds since 1970.
  public var nextTime: Int?
  /// Whether its line is in the history already.
  public var listed: Bool?
  /// The call that failed last, on one line for people.
  public var error: String?

  init(_ claim: Claim) {
    attempts = claim.attempts
    reason = claim.lastDeath
    tries = claim.tries > 0 ? claim.tries : nil
  }
}
