/// The words of a sentence: runs of letters and digits with inner apostrophes, in lower case.
///
/// In scripts that set no spaces between words each letter counts as a word.
struct SentenceWords {
  /// More words than this are not looked at.
  static let maximumWords = 1_000

  /// The words in order, as ids of the vocabulary.
  private(set) var ids: [Int] = []
  /// Which words begin with a capital, the first among them, as places in ``ids``.
  private(set) var capitals: [Capital] = []

  /// A word that begins with a capital.
  struct Capital {
    /// Its place in ``SentenceWords/ids``.
    var place: Int32
    /// Whether one space is all that parts it from the word before.
    var adjoins: Bool
    /// Whether an office stands before it: "Chief".
    var hasOffice: Bool
    /// Whether a form of address stands before it: "Mr", "Frau".
    var isAddressed: Bool
    /// Whether it is a short form in brackets, which stands there behind what it is short for: "(NCRB)".
    var isShortForm: Bool
  }
  /// How many digits the words hold.
  private(set) var digits = 0

  /// How many words but the first, which mostly has one, begin with a capital.
  var capitalizedCount: Int { capitals.count - (capitals.first?.place == 0 ? 1 : 0) }

  /// The ids of these.
  var capitalized: some Sequence<Int> {
    capitals.lazy.filter { $0.place > 0 }.map { [ids] in ids[Int($0.place)] }
  }

  /// Reads the words at `range` and enters them in the vocabulary.
  init(of range: Range<Int>, in text: Span<UInt8>, vocabulary: inout Vocabulary) {
    ids.reserveCapacity(range.count / 6 + 1)
    var offset = range.lowerBound
    var hash = WordHash()
    /// Where the word at hand begins.
    var start: Int?
    var isCapitalized = false
    var lastEnd = -2
    var lastHash = WordHash()
    func endWord(at end: Int, _ vocabulary: inout Vocabulary) {
      if let first = start {
        let id = vocabulary.id(of: hash, at: first..<end, in: text)
        if isCapitalized {
          let title = first - lastEnd <= 2 ? Self.titles[lastHash] : nil
          capitals.append(
            Capital(
              place: Int32(ids.count),
              adjoins: lastEnd + 1 == first && text[lastEnd] == 0x20,
              hasOffice: title == false,
              isAddressed: title == true,
              isShortForm: Self.isShortForm(first..<end, in: text)))
        }
        ids.append(id)
        lastEnd = end
        lastHash = hash
      }
      hash = WordHash()
      start = nil
    }
    while offset < range.upperBound, ids.count < Self.maximumWords {
      var byte = text[offset]
      if (byte | 0x20) &- 0x61 < 26 {
        // A run of ASCII letters, which most words are.
        if start == nil {
          isCapitalized = byte & 0x20 == 0
          start = offset
        }
        var letters = hash
        repeat {
          letters.add(UInt32(byte | 0x20))
          offset &+= 1
          if offset >= range.upperBound { break }
          byte = text[offset]
        } while (byte | 0x20) &- 0x61 < 26
        hash = letters
        continue
      }
      if byte == 0x20 {
        endWord(at: offset, &vocabulary)
        offset &+= 1
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
          isCapitalized = kind == .upper
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

  /// True for forms of address, false for offices.
  private static let titles: WordMap<Bool> = {
    var titles = WordMap<Bool>(
      "mr mrs ms miss herr frau herrn monsieur madame mme señor señora signor signora meneer mevrouw pan pani"
    )
    WordHash.each(
      of: """
        chief judge president minister senator sen governor gov mayor professor prof dr captain sgt sergeant inspector superintendent
        detective officer justice congressman congresswoman councillor präsident kanzler kanzlerin minister ministerin richter richterin
        """
    ) { titles.set($0, to: false) }
    return titles
  }()

  /// Whether the word at `range` has capitals alone and stands in brackets.
  private static func isShortForm(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard range.count > 1, range.count < 9, range.lowerBound > 0, range.upperBound < text.count,
      text[range.lowerBound - 1] == UInt8(ascii: "("), text[range.upperBound] == UInt8(ascii: ")")
    else { return false }
    for offset in range where text[offset] &- 0x41 >= 26 { return false }
    return true
  }

  private static func isLetter(in text: Span<UInt8>, at offset: Int, before end: Int) -> Bool {
    guard offset < end else { return false }
    let kind = DecodedScalar(in: text, at: offset).kind
    return kind != .other && kind != .mark
  }
}
