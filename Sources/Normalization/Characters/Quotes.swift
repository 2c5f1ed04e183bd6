/// Turns closing double quotation marks that stand where a quotation opens into opening ones.
///
/// `his ”maximum pressure” campaign` becomes `his “maximum pressure” campaign`. A mark opens where it stands at
/// the start, after a space or an opening bracket, and before a letter or a digit. Texts in languages that open
/// with ” (Swedish, Finnish and others) and paragraphs that use „ or » are left as they are; so are apostrophes.
///
/// - Parameter language: The BCP 47 tag of the text, if known.
func withOpeningQuotes(_ paragraph: String, language: String?) -> String {
  guard hasClosingQuote(paragraph.utf8.span),
    !["sv", "fi", "da", "nb", "no", "hu", "pl", "ro"].contains(language)
  else { return paragraph }
  var repaired = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  var isChanged = false
  let scalars = paragraph.unicodeScalars
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let scalar = scalars[index]
    let next = scalars.index(after: index)
    if scalar == "„" || scalar == "»" { return paragraph }
    let opens =
      scalar == "”" && next < scalars.endIndex && scalars[next].properties.isLetterOrDigit
      && (previous.map { " ([—–".unicodeScalars.contains($0) } ?? true)
    repaired.append(opens ? "“" : scalar)
    isChanged = isChanged || opens
    previous = scalar
    index = next
  }
  return isChanged ? String(repaired) : paragraph
}

extension Unicode.Scalar.Properties {
  fileprivate var isLetterOrDigit: Bool { isAlphabetic || numericType != nil }
}

/// Whether U+201D stands in a text.
private func hasClosingQuote(_ text: Span<UInt8>) -> Bool {
  for offset in 0..<max(0, text.count - 2)
  where text[offset] == 0xE2 && text[offset + 1] == 0x80 && text[offset + 2] == 0x9D {
    return true
  }
  return false
}
