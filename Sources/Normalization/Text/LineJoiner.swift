/// Joins the lines of a paragraph: with a space, with nothing, or with a word put together that was parted at the break.
struct LineJoiner {
  /// The words that stand within a line.
  private let words: WordSet
  /// Whether words are parted at line ends, rather than that lines end at the hyphens of compounds.
  private let partsWords: Bool

  /// Learns from all lines of a text how it parts words.
  init(_ lines: [Line]) {
    var words: WordSet = []
    var parted = 0
    var compounds = 0
    for (line, next) in zip(lines, lines.dropFirst()) where Self.endsWithHyphen(line.text) && next.continues {
      parted += 1
    }
    if parted > 0 {
      var goesOn = false
      for line in lines {
        var tokens = tokens(of: line.text.utf8.span)[...]
        let bytes = line.text.utf8.span
        if goesOn { tokens = tokens.dropFirst() }
        goesOn = Self.endsWithHyphen(line.text)
        if goesOn { tokens = tokens.dropLast(2) }
        for token in tokens where token.kind == .word {
          words.insert(token.hash)
          if (token.start..<token.end).contains(where: { bytes[Int($0)] == hyphen }) { compounds += 1 }
        }
      }
    }
    self.words = words
    partsWords = parted * 30 >= lines.count && parted * 8 > compounds
  }

  /// Appends a line to a paragraph.
  func append(_ line: String, to paragraph: inout String) {
    guard let first = line.utf8.first, paragraph.utf8.last != UInt8(ascii: "(") else {
      paragraph += line
      return
    }
    if Self.marksOfEnd.contains(first) || Self.isUnspaced(paragraph, line) {
      paragraph += line
    } else if Self.endsWithHyphen(paragraph), line.unicodeScalars.first?.properties.isLowercase == true {
      appendRest(line, to: &paragraph)
    } else {
      paragraph += " "
      paragraph += line
    }
  }

  /// Appends a line to a paragraph that ends with a hyphen behind a letter.
  private func appendRest(_ line: String, to paragraph: inout String) {
    let head = paragraph.utf8.dropLast().suffix(Self.longestWord)
    let start = head.lastIndex { !isWordByte($0) && $0 != hyphen && $0 != apostrophe }
      .map { head.index(after: $0) }
    let before = String(Substring(head[(start ?? head.startIndex)...]))
    let after = String(Substring(line.utf8.prefix { isWordByte($0) || $0 == hyphen || $0 == apostrophe }))
    if Self.conjunctions.contains(after.lowercased()) {
      paragraph += " "
    } else if isParted(before.lowercased(), after.lowercased()) {
      paragraph.unicodeScalars.removeLast()
    }
    paragraph += line
  }

  /// Whether the hyphen between two halves stands there for the line break alone.
  private func isParted(_ before: String, _ after: String) -> Bool {
    if before.utf8.contains(hyphen) || after.utf8.contains(hyphen) || before.unicodeScalars.count == 1 {
      return false
    }
    if words.contains(before + after) { return true }
    if words.contains("\(before)-\(after)") || Self.enclitics.contains(after) { return false }
    return partsWords && !(words.contains(before) && words.contains(after))
  }

  private static let longestWord = 80

  /// Whether a text ends with a letter and a hyphen.
  private static func endsWithHyphen(_ text: String) -> Bool {
    let bytes = text.utf8.suffix(2)
    guard bytes.count == 2, bytes.last == hyphen, let before = bytes.first else { return false }
    return (before | 0x20) &- 0x61 < 26 || before >= 0x80
  }

  /// Whether a line break between two texts is no space, as there is none between ideographs, nor between one and a number.
  private static func isUnspaced(_ before: String, _ after: String) -> Bool {
    let last = before.utf8.span.isEmpty ? false : isIdeograph(before.utf8.span.extracting(last: 3))
    let first = isIdeograph(after.utf8.span.extracting(first: 3))
    return last && first
      || last && after.utf8.first.map { $0 &- 0x30 < 10 } == true
      || first && before.utf8.last.map { $0 &- 0x30 < 10 } == true
  }

  private static let marksOfEnd: [UInt8] = [0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x21, 0x3F]

  /// What stands behind the first of two compounds with one head: "Haupt- und Nebenuhren".
  private static let conjunctions: WordSet = [
    "und", "oder", "bzw", "sowie", "wie", "als", "bis", "and", "or", "to", "et", "ou", "y", "o", "e", "en",
    "of", "och",
    "eller", "og", "tot", "als", "i", "a", "ja", "tai", "sekä",
  ]
  /// What is joined to a verb by a hyphen of its own: "dit-il", "disse-lhe".
  private static let enclitics: WordSet = [
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce", "ci", "là", "moi", "toi", "même",
    "mêmes",
    "être", "t", "me", "te", "se", "lhe", "lhes", "nos", "vos", "lo", "los", "las",
  ]
}

private let hyphen = UInt8(ascii: "-")
private let apostrophe = UInt8(ascii: "'")

/// Whether three bytes are a kana, a Han character or their punctuation, which are written without spaces.
func isIdeograph(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count == 3 else { return false }
  return bytes[0] &- 0xE3 < 7 || bytes[0] == 0xEF && bytes[1] | 1 == 0xBD  // full-width forms
}
