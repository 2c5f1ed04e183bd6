/// A learnt judge of lines: boosted trees over the features of a line, each tree the same few questions for all lines.
///
/// The weights are ``lineTrees`` and ``wordWeights``; `Tests/Quality/train_lines.py` learns them.
///
/// Source: Prokhorenkova, Gusev, Vorobev, Dorogush, Gulin, "CatBoost: unbiased boosting with categorical features",
/// NeurIPS 2018, §4 (oblivious trees).
struct LineModel: Sendable {
  /// The unit of a margin: so much is one in the logarithm of the odds that a line is text of the body.
  static let one = 64
  static let shared = LineModel(trees: decodedBase64(lineTrees), words: decodedBase64(wordWeights))

  /// The questions of a tree.
  private static let depth = 5
  private static let leafCount = 1 << depth
  private static let treeSize = 2 * depth + leafCount

  private let bias: Int
  /// For each tree the features and thresholds of its questions, then what its leaves say.
  private let trees: [UInt8]
  /// What a word speaks for, by the low 32 bits of its hash from bit 20 on.
  private let words: WordTable<Int8>

  private init(trees: [UInt8], words: [UInt8]) {
    bias = Int(Int16(bitPattern: UInt16(trees[0]) << 8 | UInt16(trees[1])))
    self.trees = Array(trees.dropFirst(2))
    self.words = WordTable(
      stride(from: 0, to: words.count - 4, by: 5).map { place in
        let hash = words[place..<place + 4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (hash, Int8(bitPattern: words[place + 4]))
      })
  }

  /// How much each line speaks for being text of the body, in units of ``one``: above 0 rather than not.
  func margins(of features: LineFeatures) -> [Int] {
    let values = features.values.span
    let trees = trees.span
    let count = values.count / LineFeatures.width
    return (0..<count).map { line in
      let row = line * LineFeatures.width
      var sum = bias
      var tree = 0
      while tree < trees.count {
        var leaf = 0
        for question in 0..<Self.depth {
          let place = tree + 2 * question
          leaf = leaf << 1 | (values[row + Int(trees[place])] >= trees[place + 1] ? 1 : 0)
        }
        sum += Int(Int8(bitPattern: trees[tree + 2 * Self.depth + leaf]))
        tree += Self.treeSize
      }
      return sum
    }
  }

  /// What a word speaks for: above 0 for text, below for furniture; 0 for a word that was not learnt.
  func weight(ofWord hash: UInt64) -> Int { Int(words[UInt64(Self.key(ofWord: hash))] ?? 0) }

  /// The part of a word's hash by which its weight is known.
  static func key(ofWord hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 20) }
}
