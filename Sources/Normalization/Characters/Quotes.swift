/// Turns double quotation marks that face the wrong way, where it is certain which way they should.
///
/// In languages that quote “so”: a closing mark where a quotation opens (`his ”maximum pressure” campaign`), an opening
/// one where one that is open ends (`“so“`). In any language: the marks of typewriters (` ``so'' `). In English: an
/// opening mark for an apostrophe (`don‘t`). Languages that open with ” or close with “ (Swedish, German and others)
/// and paragraphs that use „ or » are left as they are.
///
/// - Parameter language: The BCP 47 tag of the text, if known.
func withBalancedQuotes(_ paragraph: String, language: String?) -> String {
  guard hasCurvedQuote(paragraph.utf8.span) else { return paragraph }
  let turnsClosing = language.map { !opensWithClosing.contains($0) } ?? true
  let turnsOpening = turnsClosing && language.map { !closesWithOpening.contains($0) } ?? true
  var repaired = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  var isOpen = false
  // How much of the paragraph is in the repaired one; what comes before the first change waits for it.
  var copied = paragraph.startIndex
  let scalars = paragraph.unicodeScalars
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let scalar = scalars[index]
    let nextIndex = scalars.index(after: index)
    guard isMark(scalar) else {
      previous = scalar
      index = nextIndex
      continue
    }
    let next = nextIndex < scalars.endIndex ? scalars[nextIndex] : " "
    if scalar == "„" || scalar == "»" { return paragraph }
    var mark = scalar
    if scalar == "”", turnsClosing, next.properties.isLetterOrDigit,
      " ([—–\u{A0}".unicodeScalars.contains(previous)
    {
      mark = "“"
    } else if scalar == "“", turnsOpening, isOpen, !next.properties.isLetterOrDigit,
      !previous.properties.isWhitespace
    {
      mark = "”"
    } else if scalar == "‘", language == "en", previous.properties.isLetterOrDigit,
      next.properties.isLetterOrDigit
    {
      mark = "’"
    } else if scalar == "`", next == "`", turnsClosing, paragraph.contains("''") {
      mark = "“"
    } else if scalar == "'", next == "'", isOpen, paragraph.contains("``") {
      mark = "”"
    }
    if mark == "“" { isOpen = true } else if mark == "”" { isOpen = false }
    previous = scalar
    if mark != scalar {
      repaired.append(contentsOf: scalars[copied..<index])
      repaired.append(mark)
      // The second half of a typewriter's mark goes.
      copied = scalar == "`" || scalar == "'" ? scalars.index(after: nextIndex) : nextIndex
      index = copied
    } else {
      index = nextIndex
    }
  }
  guard copied > paragraph.startIndex else { return paragraph }
  repaired.append(contentsOf: scalars[copied...])
  return String(repaired)
}

/// Whether a scalar is one of the marks that may be turned or that tell how others stand.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "`", "'", "‘", "“", "”", "„", "»": true
  default: false
  }
}

/// Languages that open quotations with ”.
private let opensWithClosing: WordSet = [
  "sv", "fi", "da", "nb", "nn", "no", "hu", "pl", "ro", "hr", "bs", "sr",
]
/// Languages that close them with “.
private let closesWithOpening: WordSet = [
  "de", "cs", "sk", "sl", "bg", "lt", "lv", "et", "is", "mk", "ka", "sq", "lb",
]

extension Unicode.Scalar.Properties {
  fileprivate var isLetterOrDigit: Bool { isAlphabetic || numericType != nil }
}

/// Whether U+2018, U+201C, U+201D or two backticks stand in a text.
private func hasCurvedQuote(_ text: Span<UInt8>) -> Bool {
  var offset = firstHighByte(in: text, from: 0)
  while offset + 2 < text.count {
    // E2 80 98, 9C and 9D
    if text[offset] == 0xE2, text[offset + 1] == 0x80, case let last = text[offset + 2],
      last == 0x98 || last | 1 == 0x9D
    {
      return true
    }
    offset = text[offset + 1] >= 0x80 ? offset + 1 : firstHighByte(in: text, from: offset + 1)
  }
  return text.holds("``")
}
