/// A sum of small decision trees over ``BlockFeatures``: positive where a block belongs to the article.
///
/// Source: Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001).
struct BlockModel {
  /// Three bytes a split: the feature, the greatest value that goes to the next split, and how many splits the other
  /// way is ahead; a split of feature ``leafMark`` is a leaf whose value is the other two bytes.
  private let splits: [UInt8]
  /// Where each tree starts.
  private let roots: [Int]

  private static let leafMark: UInt8 = 0xFF
  /// Leaves are stored in units of this part of a unit of log-odds.
  static let unit = 2048

  /// The learnt model.
  static let news = BlockModel(text: blockModelData)

  /// Reads a model as `Tests/Quality/train_blocks.py` writes it.
  init(text: StaticString) {
    splits = text.withUTF8Buffer { unsafe Self.bytes(ofBase64: $0) }
    var roots: [Int] = []
    var place = 0
    while place < splits.count {
      roots.append(place)
      // A tree has one leaf more than splits.
      var open = 1
      while open > 0, place < splits.count {
        open += splits[place] == Self.leafMark ? -1 : 1
        place += 3
      }
    }
    self.roots = roots
  }

  /// The log-odds that a block belongs to the article, in parts of ``unit``.
  ///
  /// - Parameter row: The first place of the block's features in `values`.
  func score(_ values: Span<UInt8>, row: Int) -> Int {
    let splits = splits.span
    var sum = 0
    for root in roots {
      var place = root
      while splits[place] != Self.leafMark {
        let isBelow = values[row + Int(splits[place])] <= splits[place + 1]
        place += isBelow ? 3 : 3 * Int(splits[place + 2])
      }
      sum += Int(Int16(truncatingIfNeeded: Int(splits[place + 1]) << 8 | Int(splits[place + 2])))
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
