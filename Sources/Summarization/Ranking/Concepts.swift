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

  /// The concepts of each sentence, each once: first its words, then its pairs.
  private(set) var sentences: [[Int]] = []
  /// How likely each concept is, in units of ``one``.
  private(set) var weights: [Int] = []
  /// How many of the concepts are words; the others are pairs.
  private(set) var wordCount = 0

  /// Finds the concepts of sentences whose words are terms.
  ///
  /// - Parameter title: The terms of headline and standfirst.
  init(of sentences: [Candidate], terms: Terms, title: TitleTerms) {
    let evidence = ConceptEvidence(of: sentences, terms: terms, title: title)
    wordCount = evidence.words.count
    self.sentences = evidence.sentences
    var odds: [Double] = []
    odds.reserveCapacity(evidence.words.count)
    weights.reserveCapacity(evidence.words.count + evidence.pairs.count)
    for row in evidence.words {
      let value = ConceptModel.words.logit(row.features)
      odds.append(max(-7, min(7, value)))
      weights.append(Self.weight(value))
    }
    for pair in evidence.pairs {
      let features = pair.features(odds: odds[pair.first], odds[pair.second])
      weights.append(Self.weight(ConceptModel.pairs.logit(features)))
    }
  }

  /// The probability of a logit, rounded, so that the last bits of a sum cannot change an order.
  private static func weight(_ logit: Double) -> Int {
    Int((Double(one) / (1 + exp(-logit))).rounded())
  }
}

/// A logistic regression.
struct ConceptModel: Sendable {
  let bias: Double
  let weights: [Double]

  /// The logarithm of the odds.
  func logit<let count: Int>(_ features: [count of Double]) -> Double {
    var sum = bias
    for i in 0..<count { sum += weights[i] * features[i] }
    return sum
  }
}
