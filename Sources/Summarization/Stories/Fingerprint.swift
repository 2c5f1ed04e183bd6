public import Normalization

/// What a body is recognised by when it comes again with changes: a sketch of its shingles, 66 bytes.
///
/// A shingle is a run of four words, of eight letters where no spaces stand between words. Each falls by its hash into one
/// of 64 bins, and a byte of the least hash in each bin is kept: of two bodies, the share of bins that agree is close to
/// the share of their shingles that they have in common.
///
/// Source: Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012; Li, König, "b-Bit Minwise Hashing", WWW 2010.
public struct Fingerprint: Hashable, Sendable {
  /// A byte of the least hash of each bin; 0 where nothing fell into it.
  public let samples: SIMD64<UInt8>
  /// How many shingles the body has, 65,535 at most.
  public let shingleCount: UInt16

  /// How many bytes ``bytes`` are.
  public static let byteCount = 66
  /// Fewer shingles than this are no evidence for anything.
  static let minimumShingles = 16

  /// The fingerprint of a body; `nil` where it is too short to be recognised.
  public init?(of body: [Paragraph]) {
    var shingles = Shingles()
    for paragraph in body { shingles.add(paragraph.text.utf8Span.span) }
    guard shingles.count >= Self.minimumShingles else { return nil }
    samples = shingles.samples
    shingleCount = UInt16(clamping: shingles.count)
  }

  /// The fingerprint of these ``bytes``; `nil` where they are none.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    let bytes = Array(bytes)
    var samples = SIMD64<UInt8>()
    for bin in 0..<64 { samples[bin] = bytes[bin] }
    self.init(samples: samples, shingleCount: UInt16(bytes[64]) | UInt16(bytes[65]) << 8)
  }

  /// A fingerprint of its parts.
  public init(samples: SIMD64<UInt8>, shingleCount: UInt16) {
    self.samples = samples
    self.shingleCount = shingleCount
  }

  /// The samples, and the count of shingles with its low byte first.
  public var bytes: [UInt8] {
    (0..<64).map { samples[$0] }
      + [UInt8(truncatingIfNeeded: shingleCount), UInt8(truncatingIfNeeded: shingleCount >> 8)]
  }

  /// Estimates which share of the shorter body stands in the other one, from 0 to 1, in hundredths.
  ///
  /// 0 where less than an eighth of the two together is common: so little cannot be told from chance and boilerplate.
  public func share(with other: Fingerprint) -> Double {
    let (agreeing, filled) = agreement(with: other)
    // One in 255 agrees by chance.
    let resemblance = filled == 0 ? 0 : (Double(agreeing) / Double(filled) - 1 / 255) / (1 - 1 / 255)
    guard resemblance >= 0.125 else { return 0 }
    let (count, otherCount) = (Double(shingleCount), Double(other.shingleCount))
    let common = resemblance / (1 + resemblance) * (count + otherCount)
    return (min(1, common / min(count, otherCount)) * 100).rounded() / 100
  }

  /// How many bins hold the same sample, and how many hold one in either.
  private func agreement(with other: Fingerprint) -> (agreeing: Int, filled: Int) {
    let (ours, theirs) = (words, other.words)
    let empty = Self.zeroBytes(of: ours | theirs)
    // Where nothing fell into both, both are 0 and agree on nothing.
    let agreeing = Self.zeroBytes(of: ours ^ theirs) & ~empty
    return (Self.sum(agreeing), samples.scalarCount - Self.sum(empty))
  }

  /// The samples, eight in a word: whole words are compared many times faster than the lanes of a mask.
  private var words: SIMD8<UInt64> {
    unsafe unsafeBitCast(samples, to: SIMD8<UInt64>.self)  // both are the same 64 bytes
  }

  /// A 1 in each byte that is 0.
  private static func zeroBytes(of words: SIMD8<UInt64>) -> SIMD8<UInt64> {
    let low = SIMD8<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
    let ones = SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)
    // The addition sets the highest bit of a byte by any of its lower ones, and carries into no other byte.
    return (~(((words & low) &+ low) | words) &>> 7) & ones
  }

  /// The sum of all bytes, 64 at most.
  private static func sum(_ words: SIMD8<UInt64>) -> Int {
    let half = words.lowHalf &+ words.highHalf
    let quarter = half.lowHalf &+ half.highHalf
    let eighth = quarter[0] &+ quarter[1]
    return Int((eighth &* 0x0101_0101_0101_0101) >> 56)
  }
}

/// Reads words, and keeps the least hash of the shingles in each bin.
private struct Shingles {
  private(set) var count = 0
  private var least = InlineArray<64, UInt64>(repeating: .max)
  /// The hashes of the last eight words or letters, in a ring.
  private var recent = InlineArray<8, UInt64>(repeating: 0)
  private var wordCount = 0

  private static let wordsInShingle = 4
  private static let lettersInShingle = 8

  /// Goes on with the words of a paragraph; shingles run over its beginning, since papers cut paragraphs anew.
  mutating func add(_ text: Span<UInt8>) {
    var word = WordHash()
    var isInWord = false
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if (byte | 0x20) &- 0x61 < 26 {
        word.add(UInt32(byte | 0x20))
        isInWord = true
        offset += 1
        continue
      }
      let scalar = DecodedScalar(in: text, at: offset)
      offset += scalar.length
      if scalar.kind == .other || scalar.value >= 0x0E00 && scalar.isIdeographic {
        if isInWord { add(word, shingle: Self.wordsInShingle) }
        word = WordHash()
        isInWord = false
        if scalar.kind != .other {
          word.add(scalar.value)
          add(word, shingle: Self.lettersInShingle)
          word = WordHash()
        }
      } else {
        word.add(scalar.lowered)
        isInWord = true
      }
    }
    if isInWord { add(word, shingle: Self.wordsInShingle) }
  }

  private mutating func add(_ word: WordHash, shingle length: Int) {
    recent[wordCount & 7] = word.value
    wordCount += 1
    guard wordCount >= length else { return }
    count += 1
    var hash: UInt64 = 0
    for place in (wordCount - length)..<wordCount {
      hash = (hash ^ recent[place & 7]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    let bin = Int(hash >> 58)
    least[bin] = min(least[bin], hash)
  }

  var samples: SIMD64<UInt8> {
    var samples = SIMD64<UInt8>()
    for bin in 0..<64 where least[bin] != .max { samples[bin] = UInt8(least[bin] % 255) + 1 }
    return samples
  }
}
