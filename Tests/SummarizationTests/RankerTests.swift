import Testing

@testable import Summarization

private let pier = [
  "The harbour council of Brindlemoor voted on Monday to rebuild the old ferry pier for 14 million crowns.",
  "Engineers had warned in March that the pier could sink with a loaded ferry aboard.",
  "“A ferry town without a pier has no future,” mayor Odile Varga told the council.",
  "He asked engineers to finish the pier ahead of winter storms reach Brindlemoor.",
  "Will the crowns come from the harbour fund or from taxes?",
  "Fishing crews sell cod near the market",
  "The vote ended 9 to 2.",
]

/// Sentences as candidates, and their terms.
private func candidates(_ sentences: [String], language: String = "en") -> ([Candidate], Terms) {
  var vocabulary = Vocabulary()
  let stopWords = StopWords.of(language)
  let candidates = sentences.map {
    let utf8 = Array($0.utf8)
    return Candidate(of: 0..<utf8.count, in: utf8.span, vocabulary: &vocabulary, stopWords: stopWords)
  }
  return (candidates, Terms(of: vocabulary, language: language))
}

/// Made by the program that the weights were learnt with, on the same sentences.
private let expectedRows: [[Double]] = [
  [0.0000, 1.0000, 0.5671, 0.5671, 0.0932, 0.9000, 0, 0, 0, 1.6346, 0.1176, 0.2000, 0, 0, 0],
  [0.6931, 0.5000, 0.2125, 0.4251, 0.0155, 0.7500, 0, 0, 0, 0.8654, 0.0714, 0.0000, 0, 0, 0],
  [1.0986, 0.3333, 0.1564, 0.4693, -0.0243, 0.7500, 0, 0, 1, 0.8654, 0.1429, 0.0000, 0, 0, 0],
  [1.3863, 0.2500, 0.1131, 0.4526, -0.0317, 0.6500, 0, 0, 0, 0.7692, 0.0833, 0.0000, 0, 1, 0],
  [1.6094, 0.2000, 0.0710, 0.3549, -0.0290, 0.5500, 0, 0, 0, 0.3846, 0.0000, 0.0000, 1, 0, 0],
  [1.7918, 0.1667, 0.0585, 0.3511, 0.0000, 0.3500, 0, 1, 0, 0.0000, 0.0000, 0.0000, 0, 0, 1],
  [1.9459, 0.1429, 0.0331, 0.2314, -0.0237, 0.3000, 0, 1, 0, 0.1923, 0.0000, 0.2000, 0, 0, 0],
]
private let expectedScores = [1.8507, -0.1414, -0.6079, -0.6103, -1.1314, -1.6994, -1.8981]

@Test func `features and scores are those that the weights were learnt with`() {
  let (sentences, terms) = candidates(pier)
  let features = SentenceFeatures(of: sentences, terms: terms)
  for (row, expected) in zip(features.rows, expectedRows) {
    for (feature, (value, wanted)) in zip(Feature.allCases, zip(row, expected)) {
      #expect(abs(value - wanted) < 2e-4, "\(feature)")
    }
  }
  for (score, wanted) in zip(Ranker.cnn.scores(of: features), expectedScores) {
    #expect(abs(score - wanted) < 1e-3)
  }
}

@Test func `a model has a weight for each feature`() {
  for ranker in [Ranker.cnn, .multilingual] { #expect(ranker.weights.count == Feature.allCases.count) }
}

@Test func `features of few sentences and of no terms are finite`() {
  for sentences in [[], ["The."], ["…", "…"], ["the and", "the and", "the and"]] {
    let (all, terms) = candidates(sentences)
    let scores = Ranker.cnn.scores(of: SentenceFeatures(of: all, terms: terms))
    #expect(scores.count == sentences.count)
    #expect(scores.allSatisfy { $0.isFinite })
  }
}

/// The indices that are chosen from sentences with these scores.
private func choose(_ sentences: [String], scores: [Double], count: Int) -> [Int] {
  var selection = Selection(of: candidates(sentences).0, scores: scores)
  while selection.count < count, selection.chooseNext() {}
  return sentences.indices.filter { selection.chosen[$0] }
}

@Test func `the best are chosen and the first of equals`() {
  let sentences = [
    "One lamp is lit.", "Two boats went out.", "Three dogs bark loudly.", "Four hens lay eggs.",
  ]
  #expect(choose(sentences, scores: [1, 3, 2, 2], count: 2) == [1, 2])
  #expect(choose(sentences, scores: [0, 0, 0, 0], count: 2) == [0, 1])
}

@Test func `what repeats three words in a row is passed over`() {
  let sentences = ["The old ferry pier sank.", "Nobody liked the old ferry anyway.", "Rain fell all week."]
  #expect(choose(sentences, scores: [3, 2, 1], count: 2) == [0, 2])
}

@Test func `furniture is chosen only where nothing else stands`() {
  let sentences = ["By Odile Varga", "Read more about ferries here.", "Sunday.", "The pier sank at noon."]
  #expect(choose(sentences, scores: [9, 8, 7, 0], count: 3) == [3])
  #expect(choose(["By Odile Varga"], scores: [0], count: 3) == [0])
}

@Test func `a sentence without an end mark comes after those that have one`() {
  let sentences = ["What the council wants", "The pier sank at noon.", "Rain fell all week."]
  #expect(choose(sentences, scores: [9, 1, 2], count: 2) == [1, 2])
}

@Test func `a sentence that leans on another one loses a near race`() {
  let sentences = ["The mayor spoke first.", "She blamed winter storms.", "Taxes will rise again."]
  #expect(choose(sentences, scores: [0, 1, 0.98], count: 1) == [2])
  #expect(choose(sentences, scores: [0, 1, 0.5], count: 1) == [1])
}
