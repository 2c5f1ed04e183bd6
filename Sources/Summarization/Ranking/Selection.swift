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
  /// For one sentence that a reader gets instead of the summary: no longer than it must be.
  static let gist = Objective(pairs: 0, worths: 0.3, expectedWords: 30)

  /// The objective where there is room for so many words: who asks for more expects more, and each sentence is a smaller part of it.
  func with(room words: Double) -> Objective {
    let expected = max(expectedWords, words)
    return Objective(pairs: pairs, worths: worths * expectedWords / expected, expectedWords: expected)
  }

  /// The objective where so large a share of an article is asked for: from a quarter on brevity and the worths, which were learnt on
  /// articles of thirty sentences, fade; from two fifths on coverage is all.
  func asking(share: Double) -> Objective {
    let brevity = min(1, max(0, 2.5 - 6 * share))
    return Objective(
      pairs: pairs, worths: worths * brevity, expectedWords: expectedWords / max(0.02, brevity))
  }

  /// What the first sentence is good for besides, where no length is asked for: a story's first sentence is mostly meant to say it all.
  static let leadBonus = 0.01
  /// How much a sentence must add that makes a summary longer than it need be.
  static let leastGain = 0.006
  /// What a sentence costs that leans on another while that one is not chosen.
  static let danglingPenalty = 0.03
  /// What a sentence costs that names by the surname somebody whom none that is chosen introduces.
  static let introductionPenalty = 0.01
  /// What a brief sentence costs in the midst of a text where the one before it is not chosen: it mostly goes on with that.
  static let briefPenalty = 0.006
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
    /// About so many words: a sentence may run over by a fifth, and the best one alone to twice as many.
    case about(words: Int)
    /// At most so many characters, a space between sentences counted.
    case characters(Int)
  }

  /// A sentence whose pairs of words stand to this share in chosen ones repeats them.
  private static let repeatedShare = 0.5
  /// The same for those of its words that say something: it says it in other words.
  private static let repeatedContentShare = 0.6
  /// Only so many of the most promising sentences are tried, or four for each that is asked for.
  private static let maximumPool = 20

  /// So many sentences open a story, each of them by itself.
  private static let opening = 3

  /// What counts of a candidate.
  private struct Weights {
    var words: Int
    var characters: Int
    var worth: Int
    var fitness: Candidate.Fitness
    /// Whether it is a question, which leans on its answer.
    var isQuestion: Bool
    /// Whether it is brief, and none of those that open the story.
    var isBrief: Bool
    var isSplitQuotation: Bool
  }

  private let candidates: [Weights]
  private let concepts: Concepts
  private var objective = Objective.several
  private var room = Room.sentences(1)
  /// The sentence that opens the story; -1 where none does.
  private let lead: Int

  private var leans: Leans
  private(set) var chosen: [Bool]
  /// How many chosen sentences have each word, and each pair of words.
  private var coveredWords: [Int32]
  private var coveredPairs: [Int32]
  private var total = Totals()

  /// What is summed over a choice.
  private struct Totals {
    var sentences = 0
    var words = 0
    var characters = 0
    var wordWeight = 0
    var pairWeight = 0
    var worth = 0
    /// 1 where the sentence that opens the story is among them.
    var leads = 0
    /// How many sentences lean on the one before or behind them, which is not chosen.
    var dangling = 0
    /// How many name somebody by the surname whom none before them introduces.
    var unintroduced = 0
    /// How many brief ones stand there without the one before them.
    var brief = 0
    /// How many have one end of a quotation, and no neighbour with the other.
    var split = 0
  }

  /// A choice out of candidates in reading order; `characters` are their lengths.
  init(of candidates: [Candidate], characters: [Int], concepts: Concepts, leans: Leans, worths: [Int]) {
    self.candidates = candidates.indices.map { i in
      Weights(
        words: candidates[i].words.ids.count, characters: characters[i], worth: worths[i],
        fitness: candidates[i].fitness, isQuestion: candidates[i].isQuestion,
        isBrief: candidates[i].signs.contains(.isBrief) && i >= Self.opening,
        isSplitQuotation: candidates[i].isSplitQuotation)
    }
    self.leans = leans
    self.concepts = concepts
    lead = candidates.firstIndex { $0.fitness == .good && !$0.leansOnPrevious } ?? -1
    chosen = [Bool](repeating: false, count: candidates.count)
    coveredWords = [Int32](repeating: 0, count: concepts.wordWeights.count)
    coveredPairs = [Int32](repeating: 0, count: concepts.pairWeights.count)
  }

  /// The same candidates with so much room, none of them chosen.
  func with(_ room: Room, _ objective: Objective? = nil, leans: Leans? = nil) -> Selection {
    var selection = self
    selection.room = room
    if let leans { selection.leans = leans }
    selection.objective = objective ?? self.objective(for: room)
    return selection
  }

  /// What a choice is good for.
  mutating func value(of choice: [Int]) -> Double {
    for i in choice { choose(i) }
    defer { for i in choice { drop(i) } }
    return value(of: total)
  }

  private func objective(for room: Room) -> Objective {
    let words = candidates.reduce(1) { $0 + $1.words }
    return switch room {
    case .sentences(1): .single
    case .sentences(let count): .several.asking(share: Double(count) / Double(max(1, candidates.count)))
    case .words(let count), .about(words: let count):
      .several.with(room: Double(count)).asking(share: Double(count) / Double(words))
    case .characters(let count):
      .several.with(room: Double(count) / 6).asking(share: Double(count) / Double(6 * words))
    }
  }

  /// What the choice would be good for with each of the sentences alone added, rounded to 4 decimals; higher is better.
  func values() -> [Double] { candidates.indices.map { (value(with: $0) * 10_000).rounded() / 10_000 } }

  /// Chooses.
  mutating func run() {
    for fitness in [Candidate.Fitness.good, .aside, .unended] {
      // Room for words need not be filled with headings, nor with asides unless it is for much of the text; so many
      // sentences are asked for.
      let mayStayEmpty = fitness == .unended || fitness == .aside && objective.worths > 0
      if mayStayEmpty, total.sentences > 0, !isCounted { break }
      let pool = pool(of: fitness)
      if total.sentences == 0, let best = promising(pool).first, mayOverrunAlone(best) {
        return choose(best)
      }
      while let next = best(in: pool) { choose(next) }
      var rounds = 0
      while rounds < 2 * chosen.count, exchange(in: pool) { rounds += 1 }
    }
    // A summary is never empty: furniture, or what is too long, is better than nothing.
    let fittest = candidates.lazy.map { $0.fitness }.min()
    if total.sentences == 0,
      let first = promising(candidates.indices.filter { candidates[$0].fitness == fittest }).first
    {
      choose(first)
    }
  }

  private var isCounted: Bool {
    if case .sentences = room { true } else { false }
  }

  /// Whether no length was asked for.
  private var isStandard: Bool {
    if case .about = room { true } else { false }
  }

  /// How much one more sentence must add: where about so many words are wanted and most of them are there, it must be worth reading.
  private var leastGain: Double {
    if case .about(words: let limit) = room, total.words * 3 >= limit * 2 { Objective.leastGain } else { 0 }
  }

  /// The most promising candidates of a fitness, in reading order.
  private func pool(of fitness: Candidate.Fitness) -> [Int] {
    let all = candidates.indices.filter { candidates[$0].fitness == fitness && !chosen[$0] }
    var limit = Self.maximumPool
    if case .sentences(let count) = room { limit = max(limit, 4 * count) } else { limit *= 2 }
    return all.count <= limit ? all : promising(all).prefix(limit).sorted()
  }

  /// Candidates by what the choice is good for with one of them, the first of equals first.
  private func promising(_ indices: [Int]) -> [Int] {
    indices.map { (index: $0, value: value(with: $0)) }
      .sorted { $0.value > $1.value || $0.value == $1.value && $0.index < $1.index }.map(\.index)
  }

  /// What a choice with these totals is good for.
  private func value(of totals: Totals) -> Double {
    let hits =
      (Double(totals.wordWeight) + objective.pairs * Double(totals.pairWeight)) / Double(Concepts.one)
    return 2 * hits / (Double(totals.words) + objective.expectedWords)
      + objective.worths * Double(totals.worth) / Double(Ranker.one)
      + Objective.leadBonus * Double(totals.leads) - Objective.danglingPenalty * Double(totals.dangling)
      - Objective.introductionPenalty * Double(totals.unintroduced)
      - Objective.briefPenalty * Double(totals.brief) - Objective.splitPenalty * Double(totals.split)
  }

  /// What the choice would be good for with one more sentence.
  private func value(with i: Int) -> Double { value(of: addition(of: i)) }

  /// What the choice would be good for with one more sentence; nil where that is no more than `least`, or where chosen ones have said
  /// most of it.
  private func value(with i: Int, above least: Double) -> Double? {
    // What is chosen already can only take away from what a sentence brings.
    var totals = fullAddition(of: i)
    guard value(of: totals) > least else { return nil }
    guard !removeKnown(of: i, from: &totals) else { return nil }
    let value = value(of: totals)
    return value > least ? value : nil
  }

  /// The totals of the choice with one more sentence.
  private func addition(of i: Int) -> Totals {
    var totals = fullAddition(of: i)
    _ = removeKnown(of: i, from: &totals)
    return totals
  }

  /// What would be the totals of the choice with one more sentence if it had no word in common with those that are chosen.
  private func fullAddition(of i: Int) -> Totals {
    var totals = total
    add(sentence: i, 1, to: &totals)
    totals.wordWeight += concepts.wordSums[i]
    totals.pairWeight += concepts.pairSums[i]
    return totals
  }

  /// Takes away what chosen sentences say already.
  ///
  /// - Returns: Whether that is most of what the sentence says.
  private func removeKnown(of i: Int, from totals: inout Totals) -> Bool {
    guard total.sentences > 0 else { return false }
    var (contentCount, knownContent) = (0, 0)
    for k in concepts.words.range(of: i) {
      let word = Int(concepts.words.numbers[k])
      let isContent = concepts.saysSomething[word]
      if isContent { contentCount += 1 }
      if coveredWords[word] > 0 {
        totals.wordWeight -= Int(concepts.wordWeights[word])
        if isContent { knownContent += 1 }
      }
    }
    let pairs = concepts.pairs.range(of: i)
    var known = 0
    for k in pairs {
      let pair = Int(concepts.pairs.numbers[k])
      if coveredPairs[pair] > 0 {
        totals.pairWeight -= Int(concepts.pairWeights[pair])
        known += 1
      }
    }
    return Double(known) > Self.repeatedShare * Double(pairs.count)
      || Double(knownContent) > Self.repeatedContentShare * Double(contentCount)
  }

  /// The candidate whose addition leaves the best choice; nil where none fits, or none helps.
  private func best(in pool: [Int]) -> Int? {
    var best: (index: Int, value: Double)?
    for i in pool where !chosen[i] && fits(i) {
      if let value = value(with: i, above: best?.value ?? -.infinity) { best = (i, value) }
    }
    guard let best else { return nil }
    return isCounted || total.sentences == 0 || best.value > value(of: total) + leastGain ? best.index : nil
  }

  /// Puts a candidate in the place of a chosen one, the best such exchange; false where none helps.
  private mutating func exchange(in pool: [Int]) -> Bool {
    let before = value(of: total)
    var best: (out: Int, in: Int, value: Double)?
    for out in pool where chosen[out] {
      drop(out)
      for i in pool where i != out && !chosen[i] && fits(i) {
        if let value = value(with: i, above: max(before + 1e-9, best?.value ?? -.infinity)) {
          best = (out, i, value)
        }
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
    case .sentences(let limit): total.sentences < limit
    case .words(let limit): total.words + candidates[i].words <= limit
    case .about(words: let limit): total.words + candidates[i].words <= limit + limit / 5
    case .characters(let limit):
      total.characters + candidates[i].characters + min(total.sentences, 1) <= limit
    }
  }

  /// Whether a sentence needs more room than there is, but not more than a summary of one sentence may take.
  private func mayOverrunAlone(_ i: Int) -> Bool {
    guard case .about(words: let limit) = room else { return false }
    return !fits(i) && candidates[i].words <= 2 * limit
  }

  private mutating func choose(_ i: Int) {
    total = addition(of: i)
    cover(i, 1)
    chosen[i] = true
  }

  private mutating func drop(_ i: Int) {
    chosen[i] = false
    cover(i, -1)
    add(sentence: i, -1, to: &total)
    // What it would bring is what it takes away.
    let with = addition(of: i)
    total.wordWeight -= with.wordWeight - total.wordWeight
    total.pairWeight -= with.pairWeight - total.pairWeight
  }

  private mutating func cover(_ i: Int, _ sign: Int32) {
    for k in concepts.words.range(of: i) { coveredWords[Int(concepts.words.numbers[k])] += sign }
    for k in concepts.pairs.range(of: i) { coveredPairs[Int(concepts.pairs.numbers[k])] += sign }
  }

  /// Adds what a sentence counts for by itself and beside its neighbours, or takes it away again.
  private func add(sentence i: Int, _ sign: Int, to totals: inout Totals) {
    totals.sentences += sign
    totals.words += sign * candidates[i].words
    totals.characters += sign * (candidates[i].characters + 1)
    totals.worth += sign * candidates[i].worth
    if isStandard, i == lead { totals.leads += sign }
    if leans.onPrevious[i], i > 0, !isChosen(i - 1) { totals.dangling += sign }
    if isChosen(i + 1), leans.onPrevious[i + 1] { totals.dangling -= sign }
    if candidates[i].isQuestion, i + 1 < candidates.count, !isChosen(i + 1) { totals.dangling += sign }
    if isChosen(i - 1), candidates[i - 1].isQuestion { totals.dangling -= sign }
    let introduction = leans.introductions[i]
    if introduction >= 0, !isChosen(introduction) {
      totals.unintroduced += sign * leans.introductionWeights[i]
    }
    for other in leans.introduced[i] where isChosen(other) {
      totals.unintroduced -= sign * leans.introductionWeights[other]
    }
    if isStandard, candidates[i].isBrief, !isChosen(i - 1) { totals.brief += sign }
    if isStandard, isChosen(i + 1), candidates[i + 1].isBrief { totals.brief -= sign }
    guard candidates[i].isSplitQuotation else { return }
    let (before, behind) = (isChosenHalf(i - 1), isChosenHalf(i + 1))
    if !before, !behind { totals.split += sign }
    if before, !isChosenHalf(i - 2) { totals.split -= sign }
    if behind, !isChosenHalf(i + 2) { totals.split -= sign }
  }

  private func isChosen(_ i: Int) -> Bool { chosen.indices.contains(i) && chosen[i] }

  private func isChosenHalf(_ i: Int) -> Bool { isChosen(i) && candidates[i].isSplitQuotation }
}
