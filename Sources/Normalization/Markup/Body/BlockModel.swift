/// A sum of small decision trees over ``BlockFeatures``: positive where a block belongs to the article.
///
/// Source: Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001).
struct BlockModel {
  /// A place where a tree parts, or one of its leaves, which lead nowhere.
  private struct Split {
    var feature: UInt8 = 0
    /// The greatest value that goes the first way.
    var limit: UInt8 = .max
    /// How many splits each way is ahead.
    var first: UInt8 = 0
    var second: UInt8 = 0
  }

  private let splits: [Split]
  /// The value of the leaf at each place; 0 for a split.
  private let leaves: [Int16]
  /// Where each tree starts.
  private let roots: [Int]

  private static let leafMark: UInt8 = 0xFF
  /// Leaves are stored in units of this part of a unit of log-odds.
  static let unit = 2048

  /// The learnt model.
  static let news = BlockModel(text: blockModelData)

  /// Reads a model as `Tests/Quality/train_blocks.py` writes it.
  ///
  /// Three bytes are a split: the feature, the limit, and how far ahead the other way is; of a leaf, the last two are its value.
  init(text: StaticString) {
    let bytes = decodedBase64(text)
    var splits: [Split] = []
    var leaves: [Int16] = []
    var roots: [Int] = []
    // A tree has one leaf more than splits.
    var open = 0
    for place in stride(from: 0, to: bytes.count, by: 3) {
      if open == 0 {
        roots.append(splits.count)
        open = 1
      }
      let (feature, limit, last) = (bytes[place], bytes[place + 1], bytes[place + 2])
      let isLeaf = feature == Self.leafMark
      open += isLeaf ? -1 : 1
      splits.append(isLeaf ? Split() : Split(feature: feature, limit: limit, first: 1, second: last))
      leaves.append(isLeaf ? Int16(bitPattern: UInt16(limit) << 8 | UInt16(last)) : 0)
    }
    (self.splits, self.leaves, self.roots) = (splits, leaves, roots)
  }

  /// The log-odds that each block belongs to the article, in parts of ``unit``.
  ///
  /// Four blocks go down a tree side by side, so that none waits for what another meets.
  ///
  /// - Parameters:
  ///   - values: The features of all blocks, one after another.
  ///   - width: How many a block has.
  func scores(_ values: Span<UInt8>, width: Int) -> [Int] {
    let leaves = leaves.span
    let count = values.count / width
    var scores = [Int](repeating: 0, count: count)
    for row in stride(from: 0, to: count, by: 4) {
      // Where fewer are left, the last goes along for the others.
      let rows = (row..<row + 4).map { min($0, count - 1) }
      let first = values.extracting(rows[0] * width..<(rows[0] + 1) * width)
      let second = values.extracting(rows[1] * width..<(rows[1] + 1) * width)
      let third = values.extracting(rows[2] * width..<(rows[2] + 1) * width)
      let fourth = values.extracting(rows[3] * width..<(rows[3] + 1) * width)
      var sums = (0, 0, 0, 0)
      for root in roots {
        var places = (root, root, root, root)
        while goOn(&places.0, by: first) | goOn(&places.1, by: second) | goOn(&places.2, by: third)
          | goOn(&places.3, by: fourth) != 0
        {}
        sums.0 &+= Int(leaves[places.0])
        sums.1 &+= Int(leaves[places.1])
        sums.2 &+= Int(leaves[places.2])
        sums.3 &+= Int(leaves[places.3])
      }
      (scores[rows[3]], scores[rows[2]], scores[rows[1]], scores[rows[0]]) = (sums.3, sums.2, sums.1, sums.0)
    }
    return scores
  }

  /// Goes the way that a split tells.
  ///
  /// - Returns: How far; 0 at a leaf.
  @inline(__always)
  private func goOn(_ place: inout Int, by features: Span<UInt8>) -> Int {
    let split = splits[place]
    let way = Int(features[Int(split.feature)] <= split.limit ? split.first : split.second)
    place &+= way
    return way
  }
}
