import Normalization

/// A learnt judge of sentences: boosted trees over ``SentenceFeatures``, each tree the same few questions for all sentences.
///
/// What they tell is how much better a summary is with the sentence than with another likely one. The weights are
/// ``rankerTrees``; `Tests/Quality/train_ranker.py` learns them.
///
/// Source: Prokhorenkova, Gusev, Vorobev, Dorogush, Gulin, "CatBoost: unbiased boosting with categorical features",
/// NeurIPS 2018, §4 (oblivious trees).
struct Ranker: Sendable {
  /// More sentences than this are not ranked: news says what matters before.
  static let maximumSentences = 60
  /// The unit of a worth: so much is one.
  static let one = 10_000
  static let shared = Ranker(rankerTrees)

  /// A question of a tree: whether a feature is above a threshold.
  private struct Question {
    var feature: Int
    var threshold: Float
  }

  private static let depth = 4
  private static let leafCount = 1 << depth

  private var questions: [Question] = []
  private var leaves: [Int32] = []

  /// Reads trees: for each the feature (one byte) and threshold (a big-endian Float32) of its questions, then its leaves (Int16).
  private init(_ base64: StaticString) {
    let bytes = decodedBase64(base64)
    func number(_ offset: Int, _ count: Int) -> UInt32 {
      bytes[offset..<offset + count].reduce(0) { $0 << 8 | UInt32($1) }
    }
    let size = Self.depth * 5 + Self.leafCount * 2
    for tree in stride(from: 0, to: bytes.count - size + 1, by: size) {
      for place in stride(from: tree, to: tree + Self.depth * 5, by: 5) {
        questions.append(
          Question(feature: Int(bytes[place]), threshold: Float(bitPattern: number(place + 1, 4))))
      }
      for place in stride(from: tree + Self.depth * 5, to: tree + size, by: 2) {
        leaves.append(Int32(Int16(bitPattern: UInt16(number(place, 2)))))
      }
    }
  }

  /// The worth of each sentence in its order, in units of ``one``.
  func worths(of features: SentenceFeatures) -> [Int] {
    let columns = features.columns.span
    let questions = questions.span
    let leaves = leaves.span
    var worths: [Int] = []
    for block in 0..<features.stride {
      var sum = SIMD8<Int32>()
      for tree in 0..<leaves.count / Self.leafCount {
        var leaf = SIMD8<Int32>()
        for place in tree * Self.depth..<(tree + 1) * Self.depth {
          let question = questions[place]
          let value = columns[question.feature * features.stride + block]
          // A mask is a vector that has -1 where it is true.
          let isAbove = unsafe unsafeBitCast(value .>= question.threshold, to: SIMD8<Int32>.self)
          leaf = leaf &+ leaf &- isAbove
        }
        for lane in leaf.indices { sum[lane] &+= leaves[tree * Self.leafCount + Int(leaf[lane])] }
      }
      for lane in sum.indices where worths.count < features.count { worths.append(Int(sum[lane])) }
    }
    return worths
  }
}
