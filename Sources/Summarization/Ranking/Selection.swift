/// What a summary is good for: an estimate of how much of a person's summary it has, less what disturbs a reader.
///
/// The estimate is the F1 measure of the concepts that the person is likely to have, plus the worth of the sentences.
struct Objective: Sendable {
  /// What a pair of words counts for, as against a word.
  var pairs: Double
  /// What the sum of the sentences' worths counts for.
  var worths: Double
  /// How many words the person is expected to have written.
  var expectedWords: Double

  // Of the numbers that `Tests/Quality/train_ranker.py --folds 5` finds about equally good on the training articles (within
  // 0.2 points), those that did best on articles kept apart.

  /// For several sentences.
  static let several = Objective(pairs: 0.25, worths: 0.8, expectedWords: 50)
  /// For one sentence.
  static let single = Objective(pairs: 0, worths: 0.3, expectedWords: 50)

  /// The objective where so large a share of an article is asked for: from a quarter on brevity and the worths, which were learnt on
  /// articles of thirty sentences, fade; from two fifths on coverage is all.
  func asking(share: Double) -> Objective {
    let brevity = min(1, max(0, 2.5 - 6 * share))
    return Objective(
      pairs: pairs, worths: worths * brevity, expectedWords: expectedWords / max(0.02, brevity))
  }

  /// What a sentence costs that opens with "He" or "But" while the one before it is not chosen.
  static let danglingPenalty = 0.03
  /// What a sentence costs that has only one end of a quotation.
  static let splitPenalty = 0.03
}

/// Chooses the sentences of a summary together: what each adds depends on the others.
///
/// The choice grows by the sentence that adds most, then single sentences are exchanged while that helps.
struct Selection {
  /// How much room a summary has.
  enum Room: Equatable {
    /// Exactly so many sentences, where there are as many.
    case sentences(Int)
    /// At most so many words, of all sentences together.
    case words(Int)
    /// At most so many characters, a space between sentences counted.
    case characters(Int)
  }

  /// A sentence whose pairs of words stand to this share in chosen ones repeats them.
  private static let repeatedShare = 0.5
  /// Only so many of the most promising sentences are tried, or four for each that is asked for.
  private static let maximumPool = 20

  private let candidates: [Candidate]
  private let characters: [Int]
  private let concepts: Concepts
  private let worths: [Int]
  private let objective: Objective
  private let room: Room

  private(set) var chosen: [Bool]
  private var count = 0
  /// How many chosen sentences have each concept.
  private var covered: [UInt16]
  private var total = Totals()

  /// What is summed over a choice.
  private struct Totals {
    var words = 0
    var characters = 0
    var wordWeight = 0
    var pairWeight = 0
    var worth = 0
  }

  /// A choice out of candidates in reading order; `characters` are their lengths.
  init(of candidates: [Candidate], characters: [Int], concepts: Concepts, worths: [Int], room: Room) {
    self.candidates = candidates
    self.characters = characters
    self.concepts = concepts
    self.worths = worths
    self.room = room
    objective = Self.objective(for: room, candidates)
    chosen = candidates.map { _ in false }
    covered = [UInt16](repeating: 0, count: concepts.weights.count)
  }

  /// What a choice is good for.
  mutating func value(of choice: [Int]) -> Double {
    for i in choice { choose(i) }
    defer { for i in choice { drop(i) } }
    return value
  }

  private static func objective(for room: Room, _ candidates: [Candidate]) -> Objective {
    let words = candidates.reduce(1) { $0 + $1.words.ids.count }
    return switch room {
    case .sentences(1): .single
    case .sentences(let count): .several.asking(share: Double(count) / Double(max(1, candidates.count)))
    case .words(let count): .several.asking(share: Double(count) / Double(words))
    case .characters(let count): .several.asking(share: Double(count) / Double(6 * words))
    }
  }

  /// What each sentence is good for alone, rounded to 4 decimals; higher is better.
  static func scores(of candidates: [Candidate], concepts: Concepts, worths: [Int]) -> [Double] {
    var selection = Selection(
      of: candidates, characters: candidates.map { _ in 0 }, concepts: concepts, worths: worths,
      room: .sentences(2))
    return candidates.indices.map { i in
      selection.choose(i)
      let value = selection.value
      selection.drop(i)
      return (value * 10_000).rounded() / 10_000
    }
  }

  /// Chooses.
  mutating func run() {
    for fitness in [Candidate.Fitness.good, .unended] {
      // Room for words need not be filled with headings and list items; so many sentences are asked for.
      if fitness == .unended, count > 0, !isCounted { break }
      let pool = pool(of: fitness)
      while let next = best(in: pool) { choose(next) }
      var rounds = 0
      while rounds < 2 * chosen.count, exchange(in: pool) { rounds += 1 }
    }
    // A summary is never empty: furniture, or what is too long, is better than nothing.
    let fittest = candidates.map(\.fitness).min()
    if count == 0,
      let first = promising(candidates.indices.filter { candidates[$0].fitness == fittest }).first
    {
      choose(first)
    }
  }

  private var isCounted: Bool {
    if case .sentences = room { true } else { false }
  }

  /// The most promising candidates of a fitness, in reading order.
  private func pool(of fitness: Candidate.Fitness) -> [Int] {
    let all = candidates.indices.filter { candidates[$0].fitness == fitness && !chosen[$0] }
    var limit = Self.maximumPool
    if case .sentences(let count) = room { limit = max(limit, 4 * count) } else { limit *= 2 }
    return all.count <= limit ? all : promising(all).prefix(limit).sorted()
  }

  /// Candidates by what they are good for alone, the first of equals first.
  private func promising(_ indices: [Int]) -> [Int] {
    var alone = self
    for i in indices where alone.chosen[i] { alone.drop(i) }
    let values = indices.map { i in
      alone.choose(i)
      defer { alone.drop(i) }
      return (index: i, value: alone.value)
    }
    return values.sorted { $0.value > $1.value || $0.value == $1.value && $0.index < $1.index }.map(\.index)
  }

  /// What the choice is good for.
  private var value: Double {
    let hits = (Double(total.wordWeight) + objective.pairs * Double(total.pairWeight)) / Double(Concepts.one)
    var value = 2 * hits / (Double(total.words) + objective.expectedWords)
    value += objective.worths * Double(total.worth) / Double(Ranker.one)
    for i in chosen.indices where chosen[i] {
      if candidates[i].isDangling, i > 0, !chosen[i - 1] { value -= Objective.danglingPenalty }
      if candidates[i].isSplitQuotation, !hasOtherHalf(i) { value -= Objective.splitPenalty }
    }
    return value
  }

  /// Whether the sentence before or behind, with the other end of a quotation, is chosen.
  private func hasOtherHalf(_ i: Int) -> Bool {
    i > 0 && chosen[i - 1] && candidates[i - 1].isSplitQuotation
      || i + 1 < chosen.count && chosen[i + 1] && candidates[i + 1].isSplitQuotation
  }

  /// The candidate whose addition leaves the best choice; nil where none fits, or none helps.
  private mutating func best(in pool: [Int]) -> Int? {
    let before = value
    var best: (index: Int, value: Double)?
    for i in pool where !chosen[i] && fits(i) && !isRepeated(i) {
      choose(i)
      let value = value
      drop(i)
      if value > best?.value ?? -.infinity { best = (i, value) }
    }
    guard let best else { return nil }
    if case .sentences = room { return best.index }
    return best.value > before || count == 0 ? best.index : nil
  }

  /// Puts a candidate in the place of a chosen one, the best such exchange; false where none helps.
  private mutating func exchange(in pool: [Int]) -> Bool {
    let before = value
    var best: (out: Int, in: Int, value: Double)?
    for out in pool where chosen[out] {
      drop(out)
      for i in pool where i != out && !chosen[i] && fits(i) && !isRepeated(i) {
        choose(i)
        let value = value
        drop(i)
        if value > max(before + 1e-9, best?.value ?? -.infinity) { best = (out, i, value) }
      }
      choose(out)
    }
    guard let best else { return false }
    drop(best.out)
    choose(best.in)
    return true
  }

  private func fits(_ i: Int) -> Bool {
    switch room {
    case .sentences(let limit): count < limit
    case .words(let limit): total.words + candidates[i].words.ids.count <= limit
    case .characters(let limit): total.characters + characters[i] + min(count, 1) <= limit
    }
  }

  /// Whether most of what a sentence says in pairs of words is said by chosen ones.
  private func isRepeated(_ i: Int) -> Bool {
    guard count > 0 else { return false }
    var pairs = 0
    var known = 0
    for concept in concepts.sentences[i] where concept >= concepts.wordCount {
      pairs += 1
      if covered[concept] > 0 { known += 1 }
    }
    return Double(known) > Self.repeatedShare * Double(pairs)
  }

  private mutating func choose(_ i: Int) {
    for concept in concepts.sentences[i] {
      if covered[concept] == 0 { add(concept, 1) }
      covered[concept] += 1
    }
    add(sentence: i, 1)
  }

  private mutating func drop(_ i: Int) {
    for concept in concepts.sentences[i] {
      covered[concept] -= 1
      if covered[concept] == 0 { add(concept, -1) }
    }
    add(sentence: i, -1)
  }

  @inline(__always)
  private mutating func add(_ concept: Int, _ sign: Int) {
    if concept < concepts.wordCount {
      total.wordWeight += sign * concepts.weights[concept]
    } else {
      total.pairWeight += sign * concepts.weights[concept]
    }
  }

  private mutating func add(sentence i: Int, _ sign: Int) {
    chosen[i] = sign > 0
    count += sign
    total.words += sign * candidates[i].words.ids.count
    total.characters += sign * (characters[i] + 1)
    total.worth += sign * worths[i]
  }
}
