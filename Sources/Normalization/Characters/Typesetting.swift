extension Article {
  /// Finds the language of the body, and gives every text of the article the characters that were meant.
  ///
  /// Character references that were escaped twice, UTF-8 that was misread within an entity or in the page's data, letters
  /// that are not composed, quotation marks that face the wrong way.
  ///
  /// - Parameter declaredLanguage: What the source says of its language.
  mutating func typeset(declaredLanguage: String? = nil) {
    edit(withMeantCharacters)
    language = Normalization.language(of: body, declared: declaredLanguage)
    let language = language
    edit { withBalancedQuotes($0, language: language) }
  }

  private mutating func edit(_ set: (String) -> String) {
    for index in body.indices { body[index].text = set(body[index].text) }
    headline = headline.map(set)
    standfirst = standfirst.map(set)
    dateline = dateline.map(set)
    sourceCredit = sourceCredit.map(set)
    publisher = publisher.map(set)
    for index in authors.indices { authors[index].name = set(authors[index].name) }
    for index in images.indices {
      images[index].caption = images[index].caption.map(set)
      images[index].credit = images[index].credit.map(set)
    }
  }
}

/// The text without references, misread UTF-8 and decomposed letters; most texts have none and stay as they are.
private func withMeantCharacters(_ text: String) -> String {
  let span = text.utf8.span
  let hasReference = mayHaveReference(span)
  guard hasReference || firstHighByte(in: span, from: 0) < span.count else { return text }
  let utf8 = Array(text.utf8)
  let meant = composed(withoutMojibake(hasReference ? withoutReferences(utf8) : utf8))
  if meant == utf8 { return text }
  let clean = cleaned(meant.span)
  return clean.isEmpty ? text : String(decoding: clean, as: UTF8.self)
}

/// Whether an ampersand stands before a letter or a number sign.
private func mayHaveReference(_ text: Span<UInt8>) -> Bool {
  for offset in 0..<max(0, text.count - 1) where text[offset] == UInt8(ascii: "&") {
    if text[offset + 1] == UInt8(ascii: "#") || text[offset + 1] > 0x40 { return true }
  }
  return false
}
