/// Chooses the sentences of a summary from ranked candidates.
///
/// The best candidate comes first; one that repeats three words in a row of a chosen one is passed over (trigram
/// blocking); one that opens with "He" or "But" loses a little while the sentence before it is not chosen.
struct Selection {
  /// What a dangling sentence loses, in points of the score.
  static let danglingPenalty = 0.05

  /// How many candidates may be passed over because they are too long, before what is left is too weak to fill up with.
  static let maximumTooLong = 2

  private let candidates: [Candidate]
  private let scores: [Double]
  /// Whether each candidate is chosen.
  private(set) var chosen: [Bool]
  /// How many are chosen.
  private(set) var count = 0
  /// How many words the chosen ones have.
  private(set) var words = 0
  private var isOpen: [Bool]
  private var tooLong = 0
  private var trigrams: Set<Trigram> = []

  private struct Trigram: Hashable {
    var first, second, third: Int
  }

  /// A choice out of candidates in reading order, with a score each.
  init(of candidates: [Candidate], scores: [Double]) {
    self.candidates = candidates
    self.scores = scores
    chosen = candidates.map { _ in false }
    isOpen = candidates.map { _ in true }
  }

  /// Chooses the best candidate of at most `maximumWords` words that says something new; false where there is none.
  ///
  /// A candidate that is too long or repeats others is not asked again.
  mutating func chooseNext(maximumWords: Int = .max) -> Bool {
    while let best = best() {
      isOpen[best] = false
      let words = candidates[best].words.ids
      if words.count > maximumWords {
        tooLong += 1
        guard tooLong <= Self.maximumTooLong else { return false }
        continue
      }
      if candidates[best].fitness == .furniture, count > 0 { return false }
      let new = Self.trigrams(of: words)
      if count > 0, new.contains(where: trigrams.contains) { continue }
      trigrams.formUnion(new)
      chosen[best] = true
      count += 1
      self.words += words.count
      return true
    }
    return false
  }

  /// The open candidate of the greatest fitness, then score, then the first in reading order.
  private func best() -> Int? {
    var best: (index: Int, score: Double)?
    for i in candidates.indices where isOpen[i] {
      let isLeaning = candidates[i].isDangling && i > 0 && !chosen[i - 1]
      let score = scores[i] - (isLeaning ? Self.danglingPenalty : 0)
      guard let other = best else {
        best = (i, score)
        continue
      }
      let fitness = candidates[i].fitness
      let otherFitness = candidates[other.index].fitness
      if fitness < otherFitness || fitness == otherFitness && score > other.score { best = (i, score) }
    }
    return best?.index
  }

  private static func trigrams(of words: [Int]) -> [Trigram] {
    guard words.count > 2 else { return [] }
    return (2..<words.count).map { Trigram(first: words[$0 - 2], second: words[$0 - 1], third: words[$0]) }
  }
}
