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
  lines = withRunningHeadsApart(unquoted(lines))
  let joiner = LineJoiner(lines)
  if let wrapping = Wrapping(of: lines) {
    lines = joined(lines, joiner) { wrapping.continues($0, with: $1) }
  } else {
    lines = joinedFragments(lines, joiner)
  }
  lines = withoutNoteMarks(withoutLinkNumbers(lines)).map { withLabelApart(withoutLinkHints($0)) }
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

/// Joins each line to the one before where it goes on with its paragraph.
private func joined(
  _ lines: [Line], _ joiner: LineJoiner, where continues: (_ line: Line, _ next: Line) -> Bool
) -> [Line] {
  var joined: [Line] = []
  var paragraph: [UInt8] = []
  var opening: Line?
  func close() {
    guard let first = opening else { return }
    joined.append(first.text.utf8.count == paragraph.count ? first : first.with(string(paragraph.span)))
  }
  for (index, line) in lines.enumerated() {
    if index > 0, continues(lines[index - 1], line) {
      joiner.append(line.text, to: &paragraph)
    } else {
      close()
      paragraph = Array(line.text.utf8)
      opening = line
    }
  }
  close()
  return joined
}

// MARK: - Fragments

/// Joins the pieces of a paragraph that a copy broke at its links: `a large gathering at the` / `Money Fair` /
/// `, and hear the same`.
private func joinedFragments(_ lines: [Line], _ joiner: LineJoiner) -> [Line] {
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
      var paragraph = Array(first.text.utf8)
      for line in lines[index + 1..<end] { joiner.append(line.text, to: &paragraph) }
      joined.append(first.with(string(paragraph.span)))
    }
    index = end
  }
  return joined
}

/// What pages say under a list of links to those who do not see it.
private let endOfList = "end of list"

/// Whether a word alone is a button or a label, "video", rather than a link in a sentence that goes on below it.
private func isLabel(_ lines: [Line], at index: Int) -> Bool {
  guard index + 1 == lines.count || !lines[index + 1].continues,
    let word = tokens(of: lines[index].text.utf8.span).first
  else { return false }
  return word.kind == .word && isFurnitureWord(word)
}

/// Whether the line at `index` goes on with the sentence of the line before, directly or over one short piece.
private func continuesSentence(_ lines: [Line], from index: Int, words: Int) -> Bool {
  let line = lines[index]
  let previous = lines[index - 1]
  guard !line.followsBlank, !previous.endsSentence, !isQuoted(line), line.text != endOfList else {
    return false
  }
  if line.continues {
    if line.words == 1, isLabel(lines, at: index) { return false }
    guard words >= 5 && (line.words >= 5 || words >= 8) || line.words >= 8 else { return false }
  } else {
    guard words >= 8, line.words <= 6, index + 1 < lines.count, lines[index + 1].continues,
      !lines[index + 1].followsBlank,
      !startsByline(tokens(of: lines[index + 1].text.utf8.span, limit: 48))
    else { return false }
  }
  return !startsByline(tokens(of: line.text.utf8.span, limit: 48)) && !QuotedHeader.isField(line.text)
}
