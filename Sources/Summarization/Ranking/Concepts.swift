import Glibc

/// The words and pairs of words of an article, each with how likely a person's summary has it.
///
/// A good summary of a given length holds as much as possible of what a person would have put into it. Which words those are
/// can be told, with errors that cancel out, from where and how often they stand, whether they are names, and whether the
/// headline has them: two logistic regressions. Gillick and Favre, "A Scalable Global Model for Summarization" (ILP-NLP 2009)
/// choose sentences by the concepts that they cover; Li, Qian and Liu, "Using Supervised Bigram-based ILP for Extractive
/// Summarization" (ACL 2013) learn what the concepts weigh.
struct Concepts {
  /// The unit of ``weights``: a concept that is certain to be in the summary.
  static let one = 4096

  /// The words of each sentence, and its pairs, each once.
  let words: SentenceLists
  let pairs: SentenceLists
  /// Whether each word, where they are words, says something by itself.
  let saysSomething: [Bool]
  /// How likely each word is, and each pair, in units of ``one``.
  private(set) var wordWeights: [Int32] = []
  private(set) var pairWeights: [Int32] = []
  /// What all words of each sentence weigh, and all its pairs.
  private(set) var wordSums: [Int] = []
  private(set) var pairSums: [Int] = []

  /// Finds the concepts of sentences whose words are terms.
  ///
  /// - Parameter title: The terms of headline and standfirst.
  init(of sentences: [Candidate], terms: Terms, title: TitleTerms) {
    let evidence = ConceptEvidence(of: sentences, terms: terms, title: title)
    words = evidence.wordsOfSentences
    saysSomething = terms.areWords ? terms.isContent : terms.isContent.map { _ in false }
    pairs = evidence.pairsOfSentences
    var odds: [Double] = []
    odds.reserveCapacity(evidence.words.count)
    wordWeights.reserveCapacity(evidence.words.count)
    pairWeights.reserveCapacity(evidence.pairs.count)
    let (wordModel, pairModel) = (Self.wordModel, Self.pairModel)
    let curve = LogisticCurve.shared
    for word in evidence.words.indices {
      let value = wordModel.logit(evidence.features(ofWord: word))
      odds.append(max(-7, min(7, value)))
      wordWeights.append(curve(value))
    }
    for number in 0..<evidence.pairs.count {
      let pair = evidence.pairs[place: number]
      let features = evidence.features(ofPair: number, odds: odds[Int(pair.first)], odds[Int(pair.second)])
      pairWeights.append(curve(pairModel.logit(features)))
    }
    for i in sentences.indices {
      wordSums.append(words.numbers[words.range(of: i)].reduce(0) { $0 + Int(wordWeights[Int($1)]) })
      pairSums.append(pairs.numbers[pairs.range(of: i)].reduce(0) { $0 + Int(pairWeights[Int($1)]) })
    }
  }
}

/// The probabilities of logits in units of ``Concepts/one``, rounded, so that the last bits of a sum cannot change an order.
///
/// Between points of the curve that lie so close together, a straight line is off by a hundredth of a unit at most.
private struct LogisticCurve: Sendable {
  static let shared = LogisticCurve()

  private static let limit = 9.0
  private static let pointsInOne = 64.0
  private let points: [Double]

  private init() {
    points = (0...Int(2 * Self.limit * Self.pointsInOne)).map {
      Double(Concepts.one) / (1 + exp(Self.limit - Double($0) / Self.pointsInOne))
    }
  }

  /// The probability of a logit.
  @inline(__always)
  func callAsFunction(_ logit: Double) -> Int32 {
    let place = (max(-Self.limit, min(Self.limit - 0.001, logit)) + Self.limit) * Self.pointsInOne
    let point = Int(place)
    let value = points[point] + (points[point + 1] - points[point]) * (place - Double(point))
    return Int32(value + 0.5)
  }
}

/// A logistic regression.
struct ConceptModel<let count: Int>: Sendable {
  let bias: Double
  let weights: [count of Double]

  /// The logarithm of the odds.
  @inline(__always)
  func logit(_ features: [count of Double]) -> Double {
    // Two sums that do not wait for each other.
    var sums = (bias, 0.0)
    for i in stride(from: 0, to: count - 1, by: 2) {
      sums.0 += weights[i] * features[i]
      sums.1 += weights[i + 1] * features[i + 1]
    }
    if count % 2 == 1 { sums.0 += weights[count - 1] * features[count - 1] }
    return sums.0 + sums.1
  }
}
