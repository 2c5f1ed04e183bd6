import Spooling
import Summarization

/// Tells which earlier result a new one resembles.
struct Stories {
  /// What the settings say of it.
  struct Settings: Equatable, Sendable {
    /// How many hundredths of the shorter of two texts must stand in the other one.
    var share = 50
    /// How many results are known; 0 where stories are not looked for.
    var limit = 50_000
  }

  var settings: Settings
  /// `nil` until the history is read.
  private var index: StoryIndex?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// Whether it is too early to ask.
  var isWaitingForHistory: Bool { settings.limit > 0 && index == nil }

  /// Resumes a task as soon as the history is read.
  mutating func wait(_ continuation: CheckedContinuation<Void, Never>) {
    if isWaitingForHistory { waiting.append(continuation) } else { continuation.resume() }
  }

  /// The history is read, or not to be read any more.
  mutating func know(_ index: StoryIndex?) {
    self.index = index
    for continuation in waiting { continuation.resume() }
    waiting = []
  }

  /// New results resemble none of those any more.
  mutating func forget(_ ids: some Sequence<ClaimID>) { index?.remove(Set(ids.map(\.number))) }

  /// The earlier result that the result of a claim resembles most; from now on it is one of the earlier ones itself.
  mutating func add(_ fingerprint: Fingerprint, of id: ClaimID) -> SimilarResult? {
    guard settings.limit > 0, index != nil else { return nil }
    let similar = index?.similar(to: fingerprint, of: id, minimum: Double(settings.share) / 100)
    index?.insert(fingerprint, of: id, story: similar?.story ?? id)
    return similar
  }
}

extension StoryIndex {
  /// Reads from the history the latest results, up to `limit` of them.
  init(of spool: Spool, limit: Int) throws(SystemError) {
    self.init(limit: limit)
    try spool.forEachFingerprint(ofLast: limit) { id, story, bytes in
      if let fingerprint = Fingerprint(bytes: bytes) { insert(fingerprint, of: id, story: story) }
    }
  }
}
