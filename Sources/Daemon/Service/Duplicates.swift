import Spooling

/// What becomes of bytes that were published before.
public enum DuplicatePolicy: String, Sendable, CaseIterable {
  /// They are worked on: the result appears again if it was taken away.
  case process
  /// They are published once within the retention of the history.
  case skip
}

/// Decides, for ``DuplicatePolicy/skip``, whether bytes are new.
///
/// Of files of the same bytes in hand at once, one goes on, and the others wait for what becomes of it.
struct Duplicates {
  enum Verdict: Equatable {
    case new
    case known
    /// It comes back when another claim has ended or the history is read.
    case wait
  }

  /// What was published; `nil` until the history is read.
  private var index: DigestIndex?
  /// What is published while that goes on, perhaps too late for the reader.
  private var publishedMeanwhile: [String] = []
  private var inHand: [String: ClaimID] = [:]
  private var digests: [ClaimID: String]
  private var waiting: [String: [Claim]] = [:]
  private var early: [Claim] = []

  /// - Parameter digests: Those of the claims that are in hand already.
  init(inHand digests: [ClaimID: String] = [:]) {
    self.digests = digests
    for (id, digest) in digests { inHand[digest] = id }
  }

  mutating func verdict(on claim: Claim, _ sha256: String) -> Verdict {
    guard let index else {
      early.append(claim)
      return .wait
    }
    if index.contains(sha256) { return .known }
    if let other = inHand[sha256], other != claim.id {
      waiting[sha256, default: []].append(claim)
      return .wait
    }
    inHand[sha256] = claim.id
    digests[claim.id] = sha256
    return .new
  }

  /// A claim has come to its end, or is put off.
  ///
  /// - Parameter published: The digest of its bytes, where they are published.
  /// - Returns: The claims that waited for that.
  mutating func ended(_ claim: Claim, published: String?) -> [Claim] {
    if let published {
      if index == nil { publishedMeanwhile.append(published) }
      index?.insert(published)
    }
    guard let digest = digests.removeValue(forKey: claim.id) else { return [] }
    inHand[digest] = nil
    return waiting.removeValue(forKey: digest) ?? []
  }

  /// Bytes of that digest count as new again.
  mutating func forget(_ sha256: String) { index?.remove(sha256) }

  /// The history is read, perhaps for another time, where it could not be read before.
  ///
  /// - Returns: The claims that waited for that.
  mutating func know(_ index: DigestIndex) -> [Claim] {
    var index = index
    for digest in publishedMeanwhile { index.insert(digest) }
    publishedMeanwhile = []
    if let known = self.index { index.formUnion(known) }
    self.index = index
    defer { early = [] }
    return early
  }

  /// Nothing is asked any more.
  ///
  /// - Returns: The claims that waited for an answer.
  mutating func end() -> [Claim] {
    defer { self = Duplicates() }
    return early + waiting.values.joined()
  }
}
