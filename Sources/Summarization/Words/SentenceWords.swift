/// The words of a sentence: runs of letters and digits with inner apostrophes, in lower case.
///
/// In scripts that set no spaces between words each letter counts as a word.
struct SentenceWords {
  /// More words than this are not looked at.
  static let maximumWords = 1_000

  /// The words in order, as ids of the vocabulary.
  private(set) var ids: [Int] = []
  /// How many words but the first begin with a capital.
  private(set) var capitalized = 0
  /// How many digits the words hold.
  private(set) var digits = 0

  /// Reads the words at `range` and enters them in the vocabulary.
  init(of range: Range<Int>, in text: Span<UInt8>, vocabulary: inout Vocabulary) {
    var offset = range.lowerBound
    var hash = WordHash()
    var isInWord = false
    while offset < range.upperBound, ids.count < Self.maximumWords {
      let scalar = DecodedScalar(in: text, at: offset)
      let kind = scalar.kind
      let isApostrophe = isInWord && (scalar.value == 0x27 || scalar.value == 0x2019)
      if kind == .other
        ? isApostrophe && Self.isLetter(in: text, at: offset + scalar.length, before: range.upperBound)
        : kind != .mark || isInWord
      {
        if scalar.isIdeographic, isInWord, let id = vocabulary.finishWord(hash) {
          ids.append(id)
          hash = WordHash()
          isInWord = false
        }
        if !isInWord, kind == .upper, !ids.isEmpty { capitalized += 1 }
        if kind == .digit { digits += 1 }
        isInWord = true
        let lowered = scalar.lowered
        hash.add(lowered)
        vocabulary.write(lowered)
        offset += scalar.length
        guard scalar.isIdeographic else { continue }
      } else {
        offset += scalar.length
      }
      if isInWord {
        if let id = vocabulary.finishWord(hash) { ids.append(id) }
        hash = WordHash()
        isInWord = false
      }
    }
    if isInWord, let id = vocabulary.finishWord(hash) { ids.append(id) }
  }

  private static func isLetter(in text: Span<UInt8>, at offset: Int, before end: Int) -> Bool {
    guard offset < end else { return false }
    let kind = DecodedScalar(in: text, at: offset).kind
    return kind != .other && kind != .mark
  }
}
