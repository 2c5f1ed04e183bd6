/// A linear model of how likely a sentence is to stand in a summary that people wrote.
struct Ranker: Sendable {
  /// More sentences than this are not ranked: news says what matters before.
  static let maximumSentences = 60

  /// The weight of each ``Feature``, in its order.
  let weights: [Double]
  let bias: Double

  /// The model for the language with this primary subtag.
  static func of(_ language: String) -> Ranker {
    language == "en" ? cnn : multilingual
  }

  /// The scores of sentences in their order, rounded to 4 decimals.
  func scores(of features: SentenceFeatures) -> [Double] {
    features.rows.map { row in
      var score = bias
      for (weight, value) in zip(weights, row) { score += weight * value }
      return Self.rounded(score)
    }
  }

  /// The number rounded to 4 decimals, so that the last bits of a sum cannot change an order.
  static func rounded(_ score: Double) -> Double {
    (score * 10_000).rounded() / 10_000
  }
}
