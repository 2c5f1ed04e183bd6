extension Article {
  /// Finds the language of the body, and gives every text of the article the characters that were meant.
  ///
  /// Character references that were escaped twice, UTF-8 that was misread within an entity or in the page's data, letters
  /// that are not composed, quotation marks that face the wrong way.
  ///
  /// - Parameter declaredLanguage: What the source says of its language.
  mutating func typeset(declaredLanguage: String? = nil) {
    takeMeantCharacters()
    language = Normalization.language(of: body, declared: declaredLanguage)
    let language = language
    edit { withBalancedQuotes($0, language: language) }
  }

  /// Repairs all texts as one, since what is certain in one of them tells of the others; addresses stay as they are.
  private mutating func takeMeantCharacters() {
    var mayChange = false
    var count = 0
    edit { text in
      let span = text.utf8.span
      mayChange = mayChange || firstHighByte(in: span, from: 0) < span.count || mayHaveReference(span)
      count += span.count + 1
      return text
    }
    guard mayChange else { return }
    var texts: [UInt8] = []
    texts.reserveCapacity(count)
    edit { text in
      texts.append(text.utf8.span)
      texts.append(0x0A)
      return text
    }
    let meant = composed(withoutMojibake(withoutReferences(texts)))
    guard meant != texts else { return }
    let lines = meant.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == texts.count(where: { $0 == 0x0A }) + 1 else { return }
    var index = 0
    edit { text in
      let line = cleaned(Array(lines[index]).span).drop { $0 <= 0x20 }
      index += 1
      return line.isEmpty ? text : String(decoding: line, as: UTF8.self)
    }
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

/// Whether an ampersand stands before a letter or a number sign.
private func mayHaveReference(_ text: Span<UInt8>) -> Bool {
  var offset = text.first(UInt8(ascii: "&"), from: 0)
  while offset + 1 < text.count {
    if text[offset + 1] == UInt8(ascii: "#") || text[offset + 1] > 0x40 { return true }
    offset = text.first(UInt8(ascii: "&"), from: offset + 1)
  }
  return false
}
