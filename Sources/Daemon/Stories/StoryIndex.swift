import Spooling
import Summarization

/// The fingerprints of the latest results, found by what they share.
///
/// A lookup looks at those results alone that agree with the body in two neighbouring samples: sixteen such pairs
/// are indexed, so that of two bodies with half of their shingles in common 99 in 100 meet, and next to none by chance.
/// An entry takes about 165 bytes.
struct StoryIndex: Sendable {
  /// The part that is added to, and the one that was full before it.
  private var current: Generation
  private var previous = Generation(limit: 0)
  private let generationLimit: Int

  /// An empty one.
  ///
  /// - Parameter limit: How many results it knows at most; the older half is forgotten when the newer one is full.
  init(limit: Int) {
    generationLimit = max(1, limit / 2)
    current = Generation(limit: generationLimit)
  }

  /// How many results it knows.
  var count: Int { current.count + previous.count }

  /// Adds the result of a claim.
  ///
  /// - Parameter story: The claim of the first result of its story; its own where it begins one.
  mutating func insert(_ fingerprint: Fingerprint, of id: ClaimID, story: ClaimID) {
    if current.count == generationLimit {
      previous = current
      current = Generation(limit: generationLimit)
    }
    current.insert(fingerprint, of: id.number, story: story.number)
  }

  /// Results with those names for life are found no more.
  mutating func remove(_ ids: Set<UInt128>) {
    current.remove(ids)
    previous.remove(ids)
  }

  /// The result that shares most with a body, the latest of equals; `nil` where none shares as much as `minimum`.
  ///
  /// - Parameter id: Whose body it is; an earlier try's entry is no other result.
  func similar(to fingerprint: Fingerprint, of id: ClaimID, minimum: Double) -> SimilarResult? {
    var best: (share: Double, id: UInt128, story: UInt128)?
    let own = id.number
    for generation in [current, previous] where best?.share ?? 0 < 1 {
      generation.forEachCandidate(for: fingerprint) { candidate, id, story in
        let share = fingerprint.share(with: candidate)
        if share >= minimum, share > best?.share ?? 0, id != own { best = (share, id, story) }
        return best?.share ?? 0 < 1
      }
    }
    return best.map {
      SimilarResult(id: ClaimID(number: $0.id), share: $0.share, story: ClaimID(number: $0.story))
    }
  }
}

/// Entries that are forgotten together.
private struct Generation: Sendable {
  private var samples: [SIMD64<UInt8>] = []
  private var shingleCounts: [UInt16] = []
  private var ids: [UInt128] = []
  private var stories: [UInt128] = []
  /// For each pair of each entry, the entry before it in the same bucket, counted from 1; 0 at the end.
  private var older: [UInt32] = []
  /// For each pair, its buckets: the newest entry in each, counted from 1.
  private var newest: [UInt32] = []
  private var bucketCount = 0

  private static let pairCount = 16
  private static let largestBucketCount = 1 << 16
  /// Of a thousand copies of one page, that many of the newest are looked at.
  private static let longestChain = 8

  /// - Parameter limit: How many entries it is to hold; what is not used of that takes no memory but addresses.
  init(limit: Int) {
    samples.reserveCapacity(limit)
    shingleCounts.reserveCapacity(limit)
    ids.reserveCapacity(limit)
    stories.reserveCapacity(limit)
    older.reserveCapacity(limit * Self.pairCount)
  }

  var count: Int { ids.count }

  mutating func insert(_ fingerprint: Fingerprint, of id: UInt128, story: UInt128) {
    samples.append(fingerprint.samples)
    shingleCounts.append(fingerprint.shingleCount)
    ids.append(id)
    stories.append(story)
    older.append(contentsOf: repeatElement(0, count: Self.pairCount))
    if count > bucketCount, bucketCount < Self.largestBucketCount {
      bucketCount = max(256, bucketCount * 2)
      newest = [UInt32](repeating: 0, count: Self.pairCount * bucketCount)
      for entry in 0..<count { chain(entry) }
    } else {
      chain(count - 1)
    }
  }

  /// Leaves the entries in their places, and nothing in them that a body could share.
  mutating func remove(_ removed: Set<UInt128>) {
    for entry in ids.indices where removed.contains(ids[entry]) {
      samples[entry] = SIMD64()
      ids[entry] = 0
    }
  }

  private mutating func chain(_ entry: Int) {
    for pair in 0..<Self.pairCount {
      guard let bucket = bucket(of: samples[entry], pair: pair) else { continue }
      older[entry * Self.pairCount + pair] = newest[bucket]
      newest[bucket] = UInt32(entry + 1)
    }
  }

  /// Calls a function with the entries that agree in a pair of samples, the newest of each pair first, until it says enough.
  func forEachCandidate(
    for fingerprint: Fingerprint, _ body: (Fingerprint, _ id: UInt128, _ story: UInt128) -> Bool
  ) {
    guard bucketCount > 0 else { return }
    // Copies of one page meet in all pairs; each is looked at once.
    var seen = InlineArray<128, Int>(repeating: -1)
    for pair in 0..<Self.pairCount {
      guard let bucket = bucket(of: fingerprint.samples, pair: pair) else { continue }
      var next = Int(newest[bucket])
      var steps = 0
      while next > 0, steps < Self.longestChain {
        let entry = next - 1
        if seen[entry & 127] != entry {
          seen[entry & 127] = entry
          let candidate = Fingerprint(samples: samples[entry], shingleCount: shingleCounts[entry])
          guard body(candidate, ids[entry], stories[entry]) else { return }
        }
        next = Int(older[entry * Self.pairCount + pair])
        steps += 1
      }
    }
  }

  /// The bucket of a pair of samples; `nil` where a bin of it is empty.
  private func bucket(of samples: SIMD64<UInt8>, pair: Int) -> Int? {
    let (first, second) = (samples[2 * pair], samples[2 * pair + 1])
    guard first > 0, second > 0 else { return nil }
    let key = (UInt32(first) << 8 | UInt32(second)) &* 0x9E37_79B1 >> 16
    return pair * bucketCount + Int(key) & (bucketCount - 1)
  }
}
