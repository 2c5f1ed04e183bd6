/// The most lines that a file may have: what has more is a log or a list, no article.
let maximumLines = 100_000

/// The lines of a cleaned text, blank ones left out; lines that a column's width or a link broke are joined.
///
/// - Throws: ``NormalizationError/notAnArticle(seen:)`` where there are more than ``maximumLines``.
func lines(of text: Span<UInt8>) throws(NormalizationError) -> [Line] {
  var lines: [Line] = []
  var start = 0
  var followsBlank = true
  while start <= text.count {
    let offset = text.first(0x0A, from: start)
    let isIndented = start < offset && text[start] == 0x20
    let first = isIndented ? start + 1 : start
    start = offset + 1
    guard first < offset else {
      followsBlank = true
      continue
    }
    guard lines.count < maximumLines else {
      throw .notAnArticle(seen: "more than \(maximumLines) lines")
    }
    lines.append(
      Line(string(text.extracting(first..<offset)), followsBlank: followsBlank, isIndented: isIndented))
    followsBlank = false
  }
  lines = unquoted(lines)
  if let width = columnWidth(of: lines) {
    lines = joined(lines, brokenAt: width)
  } else {
    lines = joinedFragments(lines)
  }
  lines = withoutLinkNumbers(lines)
  for index in lines.indices { lines[index].tokenize() }
  return lines
}

/// The text of UTF-8 bytes; empty where they are not valid, which cleaned text always is.
func string(_ utf8: Span<UInt8>) -> String {
  do {
    return String(copying: try UTF8Span(validating: utf8))
  } catch {
    return ""
  }
}

// MARK: - Columns

/// The width at which a text was wrapped, if it was: most lines that another follows have no room for its first word.
private func columnWidth(of lines: [Line]) -> Int? {
  var widths = [Int](repeating: 0, count: 121)
  var wide = 0
  for line in lines {
    if line.characters > 120 { wide += 1 } else { widths[line.characters] += 1 }
  }
  guard lines.count >= 4, wide * 20 <= lines.count else { return nil }
  // The widest lines may stick out: a long address, a table. One in fifty is allowed to.
  var beyond = lines.count / 50
  var width = 120
  while width > 0, widths[width] <= beyond {
    beyond -= widths[width]
    width -= 1
  }
  guard width >= 40 else { return nil }
  var full = 0
  var continued = 0
  var pairs = 0
  for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlank {
    pairs += 1
    guard isFull(line, before: next, width: width) else { continue }
    full += 1
    if next.continues { continued += 1 }
  }
  return full >= 3 && full * 10 >= pairs * 6 && continued * 10 >= full * 4 ? width : nil
}

private func isFull(_ line: Line, before next: Line, width: Int) -> Bool {
  let firstWord = next.text.unicodeScalars.prefix { $0 != " " }.count
  return line.characters * 2 >= width && line.characters + 1 + firstWord > width
}

private func joined(_ lines: [Line], brokenAt width: Int) -> [Line] {
  var joined: [Line] = []
  var paragraph = ""
  var opening: Line?
  func close() {
    guard let first = opening else { return }
    joined.append(Line(paragraph, followsBlank: first.followsBlank, isIndented: first.isIndented))
  }
  for (index, line) in lines.enumerated() {
    let previous = index > 0 ? lines[index - 1] : nil
    if let previous, continuesColumn(previous, with: line, width: width) {
      append(line.text, to: &paragraph)
    } else {
      close()
      paragraph = line.text
      opening = line
    }
  }
  close()
  return joined
}

/// Whether a line of a wrapped text goes on with the paragraph of the one before: there was no room for its first
/// word, or the sentence was not over in a line of more than half the width.
private func continuesColumn(_ line: Line, with next: Line, width: Int) -> Bool {
  guard !next.followsBlank, !next.isIndented || line.isIndented, !isQuoted(next) else { return false }
  guard isFull(line, before: next, width: width) || !line.endsSentence && line.characters * 2 >= width else {
    return false
  }
  return !QuotedHeader.isField(next.text)
}

// MARK: - Fragments

/// Joins the pieces of a paragraph that a copy broke at its links: `a large gathering at the` / `Money Fair` /
/// `, and hear the same`.
private func joinedFragments(_ lines: [Line]) -> [Line] {
  var joined: [Line] = []
  var index = 0
  while index < lines.count {
    let first = lines[index]
    var end = index + 1
    var words = first.words
    while end < lines.count, continuesSentence(lines, from: end, words: words) {
      words += lines[end].words
      end += 1
    }
    if end == index + 1 {
      joined.append(first)
    } else {
      var paragraph = first.text
      for line in lines[index + 1..<end] { append(line.text, to: &paragraph) }
      joined.append(Line(paragraph, followsBlank: first.followsBlank, isIndented: first.isIndented))
    }
    index = end
  }
  return joined
}

/// Whether the line at `index` goes on with the sentence of the line before, directly or over one short piece.
private func continuesSentence(_ lines: [Line], from index: Int, words: Int) -> Bool {
  let line = lines[index]
  let previous = lines[index - 1]
  guard !line.followsBlank, !previous.endsSentence, !isQuoted(line) else { return false }
  if line.continues {
    guard words >= 5 && (line.words >= 5 || words >= 8) || line.words >= 8 else { return false }
  } else {
    guard words >= 8, line.words <= 6, index + 1 < lines.count, lines[index + 1].continues,
      !lines[index + 1].followsBlank
    else { return false }
  }
  return !startsByline(tokens(of: line.text.utf8.span, limit: 48)) && !QuotedHeader.isField(line.text)
}

/// Appends a line to a paragraph, with a space unless punctuation stands there or a hyphen was left at the break.
private func append(_ line: String, to paragraph: inout String) {
  if let first = line.utf8.first, ![0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x21, 0x3F].contains(first),
    paragraph.utf8.last != 0x28
  {
    paragraph += " "
  }
  paragraph += line
}
