import Spooling

/// How long to wait before the next try: 1 s, and twice as long each time, but no longer than is told.
struct Backoff {
  /// When the first try failed.
  let since: Duration
  private(set) var attempts = 0
  /// When the next try is due.
  private(set) var next: Duration
  /// What failed last.
  private(set) var error: SystemError?
  /// Whether it was tried last to take the file away unread.
  var wasTakenUnreadable = false
  private var wait = Duration.seconds(1)

  init(since: Duration, attempts: Int = 0, next: Duration? = nil) {
    self.since = since
    self.attempts = attempts
    self.next = next ?? since
  }

  mutating func fail(_ error: SystemError?, at now: Duration, upTo longest: Duration) {
    attempts += 1
    self.error = error
    next = now + min(wait, longest)
    wait = min(wait * 2, .seconds(300))
  }
}

/// Things to do, each once at its earliest time, in buckets of a quarter of a second: what matters is that there are
/// few of those.
struct Agenda<Errand: Hashable> {
  private var buckets: [Int64: [Errand]] = [:]
  private var bucketOf: [Errand: Int64] = [:]
  private static var bucketLength: Duration { .milliseconds(250) }

  /// The end of the earliest bucket.
  var next: Duration? {
    buckets.keys.min().map { Self.bucketLength * Int($0 + 1) }
  }

  mutating func add(_ errand: Errand, at time: Duration) {
    let bucket = Int64(time / Self.bucketLength)
    if let known = bucketOf[errand], known <= bucket { return }
    bucketOf[errand] = bucket  // the entry in a later bucket is passed over when its time comes
    buckets[bucket, default: []].append(errand)
  }

  mutating func take(dueAt now: Duration) -> [Errand] {
    var due: [Errand] = []
    for bucket in buckets.keys.filter({ Self.bucketLength * Int($0 + 1) <= now }).sorted() {
      for errand in buckets.removeValue(forKey: bucket) ?? [] where bucketOf[errand] == bucket {
        bucketOf[errand] = nil
        due.append(errand)
      }
    }
    return due
  }
}
