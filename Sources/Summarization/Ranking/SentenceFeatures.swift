/// What the ranker knows of each sentence: some thirty numbers, see ``Feature``.
struct SentenceFeatures {
  /// So many sentences are looked at at once.
  typealias Lanes = SIMD8<Float>

  /// How many sentences there are.
  let count: Int
  /// How many ``Lanes`` hold one feature of all sentences.
  let stride: Int
  /// For each ``Feature`` in its order its numbers for all sentences.
  private(set) var columns: [Lanes]

  /// Measures sentences, in reading order, by their words, terms and marks.
  ///
  /// Sentences are vectors of term frequency times inverse sentence frequency, ln((*n* + 1) / (*sf* + ½)); their
  /// similarity is the cosine. All sums run in reading order, so that they come out the same everywhere.
  ///
  /// - Complexity: O(*n*²) for *n* sentences of bounded length; callers cap *n*.
  init(of sentences: [Candidate], terms: Terms, title: TitleTerms) {
    let n = sentences.count
    count = n
    stride = (n + Lanes.scalarCount - 1) / Lanes.scalarCount
    columns = [Lanes](repeating: .zero, count: stride * Feature.count)
    let logarithm = Logarithms.shared
    let contents = SentenceTerms(of: sentences, terms: terms)
    let vectors = SentenceVectors(contents, termCount: terms.count)
    let similar = vectors.similarities()
    let statistics = TermStatistics(of: sentences, contents: contents, terms: terms)
    let paragraphs = Self.paragraphLengths(of: sentences)
    let meanLength = Double(statistics.total) / Double(max(1, n))
    for i in 0..<n {
      let position = Double(i)
      let words = Double(sentences[i].words.ids.count)
      let relative = 1 / (1 + position)
      func set(_ feature: Feature, _ value: Double) {
        columns[feature.rawValue * stride + i / Lanes.scalarCount][i % Lanes.scalarCount] = Float(value)
      }
      set(.logPosition, logarithm(1 + i))
      set(.inversePosition, relative)
      set(.relativePosition, position / Double(max(1, n - 1)))
      set(.logCount, logarithm(n))
      set(.opensParagraph, i == 0 || sentences[i - 1].paragraph != sentences[i].paragraph ? 1 : 0)
      set(.paragraphLength, Double(paragraphs[i]))

      set(.earlyCentroid, vectors.centroid[i] * relative)
      set(.centroid, vectors.centroid[i])
      set(.directedCentrality, (similar[i].forward - similar[i].backward) / Double(max(1, n - 1)))
      set(.forwardCentrality, similar[i].forward / Double(max(1, n - 1 - i)))
      set(.backwardCentrality, similar[i].backward / Double(max(1, i)))
      set(.similarityToPrevious, similar[i].previous)
      set(.greatestSimilarity, similar[i].greatest)
      set(.similarityToLead, similar[i].lead)
      set(.coverage, vectors.coverage[i] * 5)

      let known = statistics.measures(ofSentence: i, contents, title: title)
      set(.titleRecall, Double(known.inTitle) / Double(max(1, title.contentCount)))
      set(.titlePrecision, Double(known.inTitle) / known.distinct)
      set(.earlyTerms, known.earliness / known.distinct)
      set(.newTerms, Double(known.new) / known.distinct)
      set(.topTerms, Double(known.top))
      set(.termFrequency, known.logFrequency / known.distinct)
      set(.topNames, Double(known.topNames))
      set(.nameShare, known.nameShare)
      set(.density, known.distinct / max(1, words))

      set(.length, words / 20)
      set(.relativeLength, (words - meanLength) / 10)
      set(.capitals, Double(sentences[i].words.capitalizedCount) / max(1, words - 1))
      set(.digits, Double(sentences[i].words.digits) / 10)
      set(.commas, Double(sentences[i].commas))
      set(.quotedShare, sentences[i].quotedShare)
      set(.startsQuoted, sentences[i].startsQuoted ? 1 : 0)
      set(.isQuestion, sentences[i].isQuestion ? 1 : 0)
      set(.isDangling, sentences[i].isDangling ? 1 : 0)
      set(.isUnended, sentences[i].isUnended ? 1 : 0)
    }
  }

  /// A feature of a sentence.
  subscript(sentence: Int, feature: Feature) -> Float {
    columns[feature.rawValue * stride + sentence / Lanes.scalarCount][sentence % Lanes.scalarCount]
  }

  /// For each sentence how many its paragraph has.
  private static func paragraphLengths(of sentences: [Candidate]) -> [Int] {
    var lengths: [Int] = []
    var start = 0
    while start < sentences.count {
      var end = start + 1
      while end < sentences.count, sentences[end].paragraph == sentences[start].paragraph { end += 1 }
      lengths += [Int](repeating: end - start, count: end - start)
      start = end
    }
    return lengths
  }
}

/// The columns of ``SentenceFeatures``.
enum Feature: Int, CaseIterable {
  /// ln(1 + *i*) of the *i*-th sentence, from 0.
  case logPosition
  /// 1 / (1 + *i*).
  case inversePosition
  /// *i* / (*n* - 1).
  case relativePosition
  /// ln *n*.
  case logCount
  case opensParagraph
  /// How many sentences its paragraph has.
  case paragraphLength
  /// ``centroid`` times ``inversePosition``.
  case earlyCentroid
  /// The similarity to the sum of all sentences.
  case centroid
  /// The similarities to later sentences less those to earlier ones, over *n* - 1 (Zheng & Lapata, "PacSum", ACL 2019).
  case directedCentrality
  /// The mean similarity to the later sentences.
  case forwardCentrality
  /// The mean similarity to the earlier sentences.
  case backwardCentrality
  case similarityToPrevious
  case greatestSimilarity
  /// The greatest similarity to one of the first three sentences, itself left out.
  case similarityToLead
  /// The share of the article's terms that the sentence's repeated terms cover, times 5.
  case coverage
  /// How much of headline and standfirst it has.
  case titleRecall
  /// How much of it headline and standfirst have.
  case titlePrecision
  /// The mean of 1 / (1 + the sentence that has it first) over its terms.
  case earlyTerms
  /// The share of its terms that no sentence had before.
  case newTerms
  /// How many of the ten most frequent terms it has.
  case topTerms
  /// The mean of ln(1 + frequency) over its terms.
  case termFrequency
  /// How many of the five most frequent names it has.
  case topNames
  /// The share of all names that its terms make up.
  case nameShare
  /// Distinct terms a word.
  case density
  /// Words / 20.
  case length
  /// Words less the article's mean, / 10.
  case relativeLength
  /// The share of words after the first that begin with a capital.
  case capitals
  /// Digits / 10.
  case digits
  case commas
  /// The share of it that is quoted.
  case quotedShare
  case startsQuoted
  case isQuestion
  /// Opens with a pronoun or conjunction that leans on the sentence before.
  case isDangling
  /// Has no end mark.
  case isUnended

  static let count = allCases.count
}
