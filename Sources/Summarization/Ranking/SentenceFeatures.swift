import Glibc

/// What the ranker knows of each sentence: fifteen numbers, see ``Feature``.
struct SentenceFeatures {
  /// One row a sentence, with a column for each ``Feature`` in its order.
  private(set) var rows: [[Double]]

  /// Measures sentences, in reading order, by their words, terms and marks.
  ///
  /// Sentences are vectors of term frequency times inverse sentence frequency, ln((*n* + 1) / (*sf* + ½)); their
  /// similarity is the cosine. All sums run in reading order, so that they come out the same everywhere.
  ///
  /// - Complexity: O(*n*²) for *n* sentences of bounded length; callers cap *n*.
  init(of sentences: [Candidate], terms: Terms) {
    let n = sentences.count
    let vectors = SentenceVectors(sentences.map { terms.terms(of: $0.words.ids) }, termCount: terms.count)
    let centrality = vectors.centrality()
    rows = sentences.indices.map { i in
      let sentence = sentences[i]
      let position = Double(i)
      let words = Double(sentence.words.ids.count)
      let relative = 1 / (1 + position)
      var row = [Double](repeating: 0, count: Feature.allCases.count)
      func set(_ feature: Feature, _ value: Double) { row[feature.rawValue] = value }
      set(.logPosition, log(1 + position))
      set(.inversePosition, relative)
      set(.earlyCentroid, vectors.centroid[i] * relative)
      set(.centroid, vectors.centroid[i])
      set(.directedCentrality, (centrality.forward[i] - centrality.backward[i]) / Double(max(1, n - 1)))
      set(.length, words / 20)
      set(.isLong, words > 35 ? 1 : 0)
      set(.isShort, words < 8 ? 1 : 0)
      set(.startsQuoted, sentence.startsQuoted ? 1 : 0)
      set(.coverage, vectors.coverage[i] * 5)
      set(.capitals, Double(sentence.words.capitalized) / max(1, words - 1))
      set(.digits, Double(sentence.words.digits) / 10)
      set(.isQuestion, sentence.isQuestion ? 1 : 0)
      set(.isDangling, sentence.isDangling ? 1 : 0)
      set(.isUnended, sentence.isUnended ? 1 : 0)
      return row
    }
  }
}

/// The columns of ``SentenceFeatures``.
enum Feature: Int, CaseIterable {
  /// ln(1 + *i*) of the *i*-th sentence, from 0.
  case logPosition
  /// 1 / (1 + *i*).
  case inversePosition
  /// ``centroid`` times ``inversePosition``.
  case earlyCentroid
  /// The similarity to the sum of all sentences.
  case centroid
  /// The similarities to later sentences less those to earlier ones, over *n* - 1 (Zheng & Lapata, "PacSum", ACL 2019).
  case directedCentrality
  /// Words / 20.
  case length
  /// More than 35 words.
  case isLong
  /// Fewer than 8 words.
  case isShort
  case startsQuoted
  /// The share of the article's terms that the sentence's repeated terms cover, times 5.
  case coverage
  /// The share of words after the first that begin with a capital.
  case capitals
  /// Digits / 10.
  case digits
  case isQuestion
  /// Opens with a pronoun or conjunction that leans on the sentence before.
  case isDangling
  /// Has no end mark.
  case isUnended
}
