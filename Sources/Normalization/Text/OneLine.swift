/// A text that stands on one line, with the line ends that something took away: a cell of a table, a field of a form, a log.
///
/// What is left of them is what stands in their place: a tab, several spaces, a bar or a bullet, thrice at least. Two spaces behind
/// the stops of sentences are how some people type.
func withLineEnds(_ text: consuming [UInt8]) -> [UInt8] {
  let span = text.span
  guard oneLineSizes.contains(span.count), isOneLine(span) else { return text }
  let parts = [
    separators(by: isTab, in: span), separators(by: isWide, in: span), separators(by: isMark, in: span),
  ]
  .first { arePlausible($0, in: span) }
  guard let parts else { return text }
  var output: [UInt8] = []
  output.reserveCapacity(span.count + parts.count)
  var start = 0
  for part in parts {
    output.append(span.extracting(start..<part.lowerBound))
    output += [0x0A, 0x0A]
    start = part.upperBound
  }
  output.append(span.extracting(start..<span.count))
  return output
}

/// Whether nothing but white space stands behind the first line end.
private func isOneLine(_ text: Span<UInt8>) -> Bool {
  let end = min(text.first(0x0A, from: 0), text.first(0x0D, from: 0))
  return (end..<text.count).allSatisfy { text[$0] <= 0x20 }
}

/// So many bytes an article on one line has: what is shorter is a headline or a flash, what is longer is no article.
private let oneLineSizes = 400...1 << 20

/// Whether line ends may have stood there: not behind stops alone, and two of three with no small letter behind them, as PDF has
/// wide spaces within its sentences.
private func arePlausible(_ separators: [Range<Int>], in text: Span<UInt8>) -> Bool {
  let openings = separators.count { $0.upperBound < text.count && text[$0.upperBound] &- 0x61 >= 26 }
  return separators.count >= 3 && openings * 3 >= separators.count * 2
    && separators.contains {
      $0.lowerBound > 0 && ![0x2E, 0x21, 0x3F, 0x22].contains(text[$0.lowerBound - 1])
    }
}

/// The places of white space that something makes a separator, in order.
private func separators(by isSeparator: (Span<UInt8>) -> Bool, in text: Span<UInt8>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var offset = 0
  while offset < text.count {
    guard text[offset] <= 0x20 else {
      offset += 1
      continue
    }
    let start = offset
    while offset < text.count, text[offset] <= 0x20 || isBarOrBullet(at: offset, in: text) { offset += 1 }
    if isSeparator(text.extracting(start..<offset)) { found.append(start..<offset) }
  }
  return found
}

private func isTab(_ space: Span<UInt8>) -> Bool { space.indices.contains { space[$0] == 0x09 } }
private func isWide(_ space: Span<UInt8>) -> Bool {
  space.count > 1 && space.indices.allSatisfy { space[$0] == 0x20 }
}
private func isMark(_ space: Span<UInt8>) -> Bool {
  space.count > 2 && space[space.count - 1] == 0x20 && space.indices.contains { space[$0] > 0x20 }
}

/// Whether a byte belongs to "|", "•" or "·".
private func isBarOrBullet(at offset: Int, in text: Span<UInt8>) -> Bool {
  switch text[offset] {
  case 0x7C: true
  case 0xE2: text.has("•", at: offset)
  case 0xC2: text.has("·", at: offset)
  case 0x80: offset > 0 && text.has("•", at: offset - 1)
  case 0xA2: offset > 1 && text.has("•", at: offset - 2)
  case 0xB7: offset > 0 && text.has("·", at: offset - 1)
  default: false
  }
}

/// The lines of a text that stands on one, where nothing but its words tells where they ended.
///
/// The headline ends before a byline or a date behind which a sentence begins, and what is known for furniture at the end of it
/// is its last lines. Paragraphs cannot be told.
func parted(_ line: Line) -> [Line] {
  guard oneLineSizes.contains(line.text.utf8.count), let header = OneLineHeader(in: line.text) else {
    return [line]
  }
  var texts = header.lines
  var body = line.text[header.end...]
  var tail: [Substring] = []
  while tail.count < 8, let start = startOfLastSentence(in: body) {
    var last = Line(String(body[start...]), followsBlank: true)
    last.tokenize()
    guard wording(of: last) != nil else { break }
    tail.append(body[start...])
    body = body[..<start]
    while body.last == " " { body.removeLast() }
  }
  texts.append(body)
  return (texts + tail.reversed()).map { text in
    var line = Line(String(text), followsBlank: true)
    line.tokenize()
    return line
  }
}

private func startOfLastSentence(in text: Substring) -> Substring.Index? {
  let utf8 = text.utf8.suffix(240).dropLast()
  guard
    let stop = utf8.indices.last(where: {
      utf8[$0] == 0x20 && $0 > utf8.startIndex && isStop(utf8[utf8.index(before: $0)])
    })
  else { return nil }
  return utf8.index(after: stop)
}

private func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

/// Headline, byline and date at the beginning of a text on one line.
private struct OneLineHeader {
  private(set) var lines: [Substring]
  /// Where the text begins.
  let end: String.Index

  init?(in text: String) {
    let tokens = tokens(of: text.utf8.span, limit: 800)
    let reader = DateReader(options: NormalizationOptions())
    guard let date = reader.dates(in: Array(tokens.prefix(60))).first, date.range.upperBound < tokens.count
    else { return nil }
    func place(_ offset: Int32) -> String.Index { text.utf8.index(text.startIndex, offsetBy: Int(offset)) }
    func isCapital(_ token: Token) -> Bool { text.unicodeScalars[place(token.start)].properties.isUppercase }
    let next = tokens[date.range.upperBound]
    guard isCapital(next) || next.isMark("“") || next.isMark("\"") || next.isMark("„") || next.isMark("«")
    else { return nil }
    // What labels the date belongs to it.
    let label = tokens[..<date.range.lowerBound].lastIndex { token in
      !date.isLabelled
        || !token.isMark(":") && !token.isAny(of: DateReader.publishedWords)
          && !token.isAny(of: DateReader.modifiedWords)
    }
    let before = tokens[...(label ?? 0)]
    let byline = before.indices.dropFirst(3).first {
      startsByline([tokens[$0]]) && isCapital(tokens[$0]) && $0 + 1 < before.endIndex
        && isCapital(tokens[$0 + 1])
    }
    let headline = before[..<(byline ?? before.endIndex)]
    // A date in a sentence has a small word before it.
    guard let last = headline.last, byline != nil || date.isLabelled || !last.isAny(of: Self.smallWords)
    else { return nil }
    let isSentence = zip(headline, headline.dropFirst().dropLast()).contains {
      $1.isMark(".") && $0.kind == .word && $0.width > 3
    }
    guard (3...25).contains(headline.count { $0.kind != .mark }), !isSentence else { return nil }
    end = place(next.start)
    lines = [text[..<place(last.end)]]
    if let byline {
      lines.append(text[place(tokens[byline].start)..<place(tokens[before.endIndex].start)])
    }
    lines.append(text[place(tokens[before.endIndex].start)..<end])
  }

  private static let smallWords: WordSet = [
    "on", "at", "in", "of", "from", "since", "until", "by", "for", "to", "and", "or", "before", "after",
    "the", "am", "vom", "zum", "im",
    "bis", "seit", "und", "le", "du", "au", "depuis", "el", "del", "al", "desde", "dal", "il", "op", "van",
    "sinds", "den", "från", "til",
    "fra", "em", "de", "do", "dia", "dne", "od", "dnia",
  ]
}
