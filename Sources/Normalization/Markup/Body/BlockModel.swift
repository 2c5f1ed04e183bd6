/// A sum of small decision trees over ``BlockFeatures``: positive where a block belongs to the article.
///
/// Source: Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001).
struct BlockModel {
  /// A place where a tree parts, or one of its leaves.
  private struct Split {
    /// The feature, or ``BlockModel/leafMark``.
    let feature: UInt8
    /// The greatest value that goes to the next split.
    let limit: UInt8
    /// How many splits the other way is ahead; of a leaf, its value.
    let ahead: Int16
  }

  private let splits: [Split]
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
    let bytes = text.withUTF8Buffer { unsafe Self.bytes(ofBase64: $0) }
    var splits: [Split] = []
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
      let ahead = isLeaf ? Int16(bitPattern: UInt16(limit) << 8 | UInt16(last)) : Int16(last)
      splits.append(Split(feature: feature, limit: limit, ahead: ahead))
    }
    (self.splits, self.roots) = (splits, roots)
  }

  /// The log-odds that a block belongs to the article, in parts of ``unit``.
  ///
  /// - Parameter row: The first place of the block's features in `values`.
  func score(_ values: Span<UInt8>, row: Int) -> Int {
    let splits = splits.span
    let features = values.extracting(row...)
    var sum = 0
    for root in roots {
      var place = root
      var split = splits[place]
      while split.feature != Self.leafMark {
        place &+= features[Int(split.feature)] <= split.limit ? 1 : Int(split.ahead)
        split = splits[place]
      }
      sum &+= Int(split.ahead)
    }
    return sum
  }

  private static func bytes(ofBase64 text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for index in 0..<text.count {
      let letter = unsafe text[index]  // below its count
      let value: UInt8
      switch letter {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = letter - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = letter - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return bytes
  }
}
