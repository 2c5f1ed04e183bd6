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

  /// How many lines are judged at once.
  static let lanes = 16

  /// How much each line speaks for being text of the body, in units of ``one``: above 0 rather than not.
  func margins(of features: LineFeatures) -> [Int] {
    let trees = trees.span
    var margins: [Int] = []
    margins.reserveCapacity(features.stride)
    for line in stride(from: 0, to: features.count, by: Self.lanes) {
      var sums = InlineArray<16, Int>(repeating: bias)
      var place = 0
      while place < trees.count {
        let tree = trees.extracting(place..<place &+ Self.treeSize)
        place &+= Self.treeSize
        // The answers to the questions, from the highest bit of a lane on: the last goes in first.
        var answers = SIMD16<UInt8>()
        var question = Self.depth
        while question > 0 {
          question &-= 1
          let values = features.lanes(of: Int(tree[2 &* question]), from: line)
          answers &>>= SIMD16(repeating: 1)
          answers |= Self.high(values, atLeast: tree[2 &* question &+ 1])
        }
        let leaf = answers &>> SIMD16(repeating: UInt8(8 - Self.depth))
        for lane in 0..<Self.lanes {
          sums[lane] &+= Int(Int8(bitPattern: tree[2 &* Self.depth &+ Int(leaf[lane])]))
        }
      }
      for lane in 0..<Self.lanes { margins.append(sums[lane]) }
    }
    margins.removeLast(margins.count - features.count)
    return margins
  }

  /// The highest bit in each lane whose value is not below a threshold; SIMD16's own comparison goes lane by lane.
  @inline(__always)
  private static func high(_ values: SIMD16<UInt8>, atLeast threshold: UInt8) -> SIMD16<UInt8> {
    let all = SIMD16(repeating: threshold)
    let high = SIMD16<UInt8>(repeating: 0x80)
    // By the highest bits where they differ, by the others where not; no lane borrows.
    let others = (values | high) &- SIMD16(repeating: threshold & 0x7F)
    return ((values & ~all) | (~(values ^ all) & others)) & high
  }

  /// What a word speaks for: above 0 for text, below for furniture; 0 for a word that was not learnt.
  func weight(ofWord hash: UInt64) -> Int { Int(words[UInt64(Self.key(ofWord: hash))] ?? 0) }

  /// The part of a word's hash by which its weight is known.
  static func key(ofWord hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 20) }
}
