/// The words of a sentence: runs of letters and digits with inner apostrophes, in lower case.
///
/// In scripts that set no spaces between words each letter counts as a word.
struct SentenceWords {
  /// More words than this are not looked at.
  static let maximumWords = 1_000

  /// The words in order, as ids of the vocabulary.
  private(set) var ids: [Int] = []
  /// The words but the first that begin with a capital, as ids.
  private(set) var capitalized: [Int] = []
  /// How many digits the words hold.
  private(set) var digits = 0

  /// Reads the words at `range` and enters them in the vocabulary.
  init(of range: Range<Int>, in text: Span<UInt8>, vocabulary: inout Vocabulary) {
    ids.reserveCapacity(range.count / 6 + 1)
    var offset = range.lowerBound
    var hash = WordHash()
    /// Where the word at hand begins.
    var start: Int?
    var isCapitalized = false
    func endWord(at end: Int, _ vocabulary: inout Vocabulary) {
      if let first = start {
        let id = vocabulary.id(of: hash, at: first..<end, in: text)
        ids.append(id)
        if isCapitalized { capitalized.append(id) }
      }
      hash = WordHash()
      start = nil
    }
    while offset < range.upperBound, ids.count < Self.maximumWords {
      var byte = text[offset]
      if (byte | 0x20) &- 0x61 < 26 {
        // A run of ASCII letters, which most words are.
        if start == nil {
          isCapitalized = byte & 0x20 == 0 && !ids.isEmpty
          start = offset
        }
        repeat {
          hash.add(UInt32(byte | 0x20))
          offset &+= 1
          if offset >= range.upperBound { break }
          byte = text[offset]
        } while (byte | 0x20) &- 0x61 < 26
        continue
      }
      let scalar = DecodedScalar(in: text, at: offset)
      let kind = scalar.kind
      let isApostrophe = start != nil && (scalar.value == 0x27 || scalar.value == 0x2019)
      let isInWord =
        kind == .other
        ? isApostrophe && Self.isLetter(in: text, at: offset + scalar.length, before: range.upperBound)
        : kind != .mark || start != nil
      if isInWord {
        let isIdeographic = scalar.value >= 0x0E00 && scalar.isIdeographic
        if isIdeographic { endWord(at: offset, &vocabulary) }
        if start == nil {
          isCapitalized = kind == .upper && !ids.isEmpty
          start = offset
        }
        if kind == .digit { digits += 1 }
        hash.add(scalar.lowered)
        offset += scalar.length
        if isIdeographic { endWord(at: offset, &vocabulary) }
      } else {
        endWord(at: offset, &vocabulary)
        offset += scalar.length
      }
    }
    endWord(at: offset, &vocabulary)
  }

  private static func isLetter(in text: Span<UInt8>, at offset: Int, before end: Int) -> Bool {
    guard offset < end else { return false }
    let kind = DecodedScalar(in: text, at: offset).kind
    return kind != .other && kind != .mark
  }
}
