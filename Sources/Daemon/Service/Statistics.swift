import Spooling

/// What became of the files of this run, in numbers.
struct Statistics {
  private(set) var counts = ServiceStatus.Counts()
  /// How many bytes the settled files had.
  private(set) var bytes = 0
  /// Failures by their reason.
  private(set) var failures: [String: Int] = [:]
  /// Calls of the system that failed, by the name of their error.
  private(set) var errors: [String: Int] = [:]
  /// Workers that died.
  private(set) var deadWorkers = 0
  /// From the claim to the result, for files that this run claimed.
  private(set) var durations = Histogram()
  /// How long batches took to become durable and visible.
  private(set) var commits = Histogram()
  /// The last results, the latest first.
  private(set) var last: [ServiceStatus.Outcome] = []

  private static let lastLimit = 10

  /// How many files are settled.
  var settledCount: Int { counts.published + counts.duplicate + counts.failed }

  mutating func settled(_ settled: Settled, after duration: Duration?, at time: String) {
    switch settled.state {
    case .published: counts.published += 1
    case .duplicate: counts.duplicate += 1
    case .failed:
      counts.failed += 1
      failures[settled.rejection?.reason ?? "decided-before", default: 0] += 1
    }
    bytes += settled.byteCount ?? 0
    if let duration { durations.add(duration) }
    last.insert(ServiceStatus.Outcome(settled, after: duration, at: time), at: 0)
    if last.count > Self.lastLimit { last.removeLast() }
  }

  /// The results with those names for life are no longer listed; they count all the same.
  mutating func forget(_ ids: Set<String>) { last.removeAll { ids.contains($0.id) } }

  /// A batch has become durable and visible.
  mutating func committed(after duration: Duration) { commits.add(duration) }

  mutating func failed(_ error: SystemError) {
    errors[error.name, default: 0] += 1
  }

  mutating func workerDied() {
    deadWorkers += 1
  }
}

/// Durations, counted by upper bounds as Prometheus does.
struct Histogram {
  /// The upper bounds in seconds: from the quickest article to the slowest that a deadline allows.
  static let bounds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

  /// How many durations were above the bound before and not above this one; the last are those above all.
  private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  private(set) var sum = Duration.zero

  mutating func add(_ duration: Duration) {
    let seconds = duration / .seconds(1)
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += duration
  }
}

extension ServiceStatus.Outcome {
  init(_ settled: Settled, after duration: Duration?, at time: String) {
    self.time = time
    id = settled.claim.id.text
    file = settled.claim.path.description
    state = settled.state.rawValue
    output = settled.state == .failed ? nil : settled.outputs.last
    reason = settled.rejection?.reason
    microseconds = duration.map { Int($0 / .microseconds(1)) }
  }
}
