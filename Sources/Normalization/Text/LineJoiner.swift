/// Joins the lines of a paragraph: with a space, with nothing, or with a word put together that was parted at the break.
struct LineJoiner {
  /// The words that stand within a line.
  private let words: WordSet
  /// What stands behind the last hyphen of those that have one.
  private let lastParts: WordSet
  /// Whether words are parted at line ends, rather than that lines end at the hyphens of compounds.
  private let partsWords: Bool

  /// Learns from all lines of a text how it parts words.
  init(_ lines: [Line]) {
    var words: WordSet = []
    var lastParts: WordSet = []
    var parted = 0
    var compounds = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where Self.endsWithHyphen(line.text.utf8.span) && next.continues {
      parted += 1
    }
    if parted > 0 {
      var goesOn = false
      for line in lines {
        var tokens = tokens(of: line.text.utf8.span)[...]
        let bytes = line.text.utf8.span
        if goesOn { tokens = tokens.dropFirst() }
        goesOn = Self.endsWithHyphen(line.text.utf8.span)
        if goesOn { tokens = tokens.dropLast(2) }
        for token in tokens where token.kind == .word {
          words.insert(token.hash)
          guard let mark = (token.start..<token.end).last(where: { bytes[Int($0)] == hyphen }) else {
            continue
          }
          compounds += 1
          lastParts.insert(
            WordHash(folding: Substring(string(bytes.extracting(Int(mark) + 1..<Int(token.end))))).value)
        }
      }
    }
    self.words = words
    self.lastParts = lastParts
    // Lines that end at compounds do so once in fifty; those of texts that part words, once in ten or more.
    partsWords = parted * (parted > 2 ? 30 : 16) >= lines.count && parted * 8 > compounds
  }

  /// Appends a line to a paragraph.
  func append(_ line: String, to paragraph: inout [UInt8]) {
    guard let first = line.utf8.first else { return }
    let isGlued =
      paragraph.last == UInt8(ascii: "(") || Self.marksOfEnd.contains(first)
      || Self.isUnspaced(paragraph.span, line.utf8.span)
    if !isGlued {
      if Self.endsWithNumberAndHyphen(paragraph.span), first &- 0x61 < 26 {
        // "20-" over "year"
      } else if Self.endsWithHyphen(paragraph.span), line.unicodeScalars.first?.properties.isLowercase == true
      {
        closeBreak(of: &paragraph, before: line)
      } else {
        paragraph.append(UInt8(ascii: " "))
      }
    }
    paragraph += line.utf8
  }

  /// Takes the hyphen off that ends a paragraph so far, if it stands there for the break alone.
  private func closeBreak(of paragraph: inout [UInt8], before line: String) {
    let before = Self.lastWord(of: paragraph.span.extracting(droppingLast: 1)).lowercased()
    let after = String(Substring(line.utf8.prefix(while: Self.isInWord))).lowercased()
    if Self.conjunctions.contains(after) {
      paragraph.append(UInt8(ascii: " "))
    } else if isParted(before, after) {
      paragraph.removeLast()
    }
  }

  private static func lastWord(of text: Span<UInt8>) -> String {
    var start = text.count
    while start > 0, text.count - start < longestWord, isInWord(text[start - 1]) { start -= 1 }
    return string(text.extracting(start..<text.count))
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == hyphen || byte == apostrophe
  }

  /// Whether the hyphen between two halves stands there for the line break alone.
  private func isParted(_ before: String, _ after: String) -> Bool {
    if before.utf8.contains(hyphen) || after.utf8.contains(hyphen) || before.unicodeScalars.count == 1 {
      return false
    }
    if words.contains(before + after) { return true }
    if words.contains("\(before)-\(after)") || Self.enclitics.contains(after) { return false }
    // "tornou-se" in a text that has "fez-se"
    if after.utf8.count <= 4, lastParts.contains(after) { return false }
    if Self.compoundOpenings.contains(before), !Self.endings.contains(after) { return false }
    return partsWords && !(words.contains(before) && words.contains(after))
  }

  private static let longestWord = 80

  /// Whether a text ends with a letter and a hyphen.
  static func endsWithHyphen(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 2, text[text.count - 1] == hyphen, case let before = text[text.count - 2] else {
      return false
    }
    return (before | 0x20) &- 0x61 < 26 || before >= 0x80
  }

  private static func endsWithNumberAndHyphen(_ text: Span<UInt8>) -> Bool {
    text.count >= 2 && text[text.count - 1] == hyphen && text[text.count - 2] &- 0x30 < 10
  }

  /// Whether a line break between two texts is no space, as there is none between ideographs, nor between one and a number.
  private static func isUnspaced(_ before: Span<UInt8>, _ after: Span<UInt8>) -> Bool {
    guard before.count > 0, after.count > 0 else { return false }
    let last = isIdeograph(before.extracting(last: 3))
    let first = isIdeograph(after.extracting(first: 3))
    return last && first || last && after[0] &- 0x30 < 10 || first && before[before.count - 1] &- 0x30 < 10
  }

  private static let marksOfEnd: [UInt8] = [0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x21, 0x3F]

  /// What stands behind the first of two compounds with one head: "Haupt- und Nebenuhren".
  private static let conjunctions: WordSet = [
    "und", "oder", "bzw", "sowie", "wie", "als", "bis", "and", "or", "to", "et", "ou", "y", "o", "e", "en",
    "of", "och",
    "eller", "og", "tot", "als", "i", "a", "ja", "tai", "sekä",
  ]
  /// English words that hardly begin another word but many compounds: "well-known", "forty-one", "two-thirds".
  private static let compoundOpenings = WordSet(
    words: """
      well self long short high low half ex twenty thirty forty fifty sixty seventy eighty ninety two three four five six
      seven eight nine ten nineteen
      """)
  /// Ends of words that begin with one of these all the same: "longer", "sixteen".
  private static let endings: WordSet = [
    "er", "est", "ly", "ish", "age", "ages", "way", "ways", "ness", "teen", "teenth", "ty", "ties", "fold",
    "some",
    "sion", "sions", "dency", "dencies", "ders", "der", "ant", "ants", "ted", "th", "ths", "ing",
  ]
  /// What French joins to a verb by a hyphen of its own: "dit-il".
  private static let enclitics: WordSet = [
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce", "ci", "là", "moi", "toi", "même",
    "mêmes", "être",
  ]
}

private let hyphen = UInt8(ascii: "-")
private let apostrophe = UInt8(ascii: "'")

/// Whether three bytes are a kana, a Han character or their punctuation, which are written without spaces.
func isIdeograph(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count == 3 else { return false }
  return bytes[0] &- 0xE3 < 7 || bytes[0] == 0xEF && bytes[1] | 1 == 0xBD  // full-width forms
}
