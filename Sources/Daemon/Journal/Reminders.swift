/// What was said lately: a state of things is told when it begins, and again each hour while it lasts.
struct Reminders {
  private var saidAt: [String: Duration] = [:]

  private static let interval = Duration.seconds(3600)

  /// Whether something is to be said now that holds now; if so, it counts as said.
  ///
  /// - Parameter key: What tells one state from another.
  mutating func isDue(_ key: String, at now: Duration) -> Bool {
    if let last = saidAt[key], now - last < Self.interval { return false }
    saidAt = saidAt.filter { now - $0.value < Self.interval }
    saidAt[key] = now
    return true
  }

  /// The state is over, so that it is news when it begins again.
  mutating func forget(_ key: String) {
    saidAt[key] = nil
  }
}
