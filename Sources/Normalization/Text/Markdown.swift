/// The text without the marks of Markdown: headings, links, pictures, emphasis and rules become what they show.
///
/// A text without a heading, a link or a pair of `**` comes back as it is. Lists keep their marks.
///
/// - Parameter text: Valid UTF-8 with line feeds between lines.
func withoutMarkdown(_ text: [UInt8]) -> [UInt8] {
  guard isMarkdown(text.span) else { return text }
  let text = withWholeLinks(text)
  let bytes = text.span
  var output: [UInt8] = []
  output.reserveCapacity(text.count)
  var start = 0
  for offset in 0...bytes.count where offset == bytes.count || bytes[offset] == newline {
    appendLine(bytes.extracting(start..<offset), to: &output)
    if offset < bytes.count { output.append(newline) }
    start = offset + 1
  }
  return output
}

/// The text with a space for the line break within the text of a link, where a program that wraps lines put it.
private func withWholeLinks(_ text: [UInt8]) -> [UInt8] {
  var whole = text
  var open: Int?
  var breaks: [Int] = []
  for offset in text.indices {
    switch text[offset] {
    case UInt8(ascii: "["):
      (open, breaks) = (offset, [])
    case newline where open != nil:
      let isBlank = offset + 1 < text.count && text[offset + 1] == newline
      if isBlank || breaks.count == 2 { open = nil } else { breaks.append(offset) }
    case UInt8(ascii: "]"):
      if open != nil, offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "(") {
        for place in breaks { whole[place] = space }
      }
      open = nil
    default:
      if let start = open, offset - start > 300 { open = nil }
    }
  }
  return whole
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let star = UInt8(ascii: "*")
private let hash = UInt8(ascii: "#")

/// Whether a text has a heading, a link with an address or strong emphasis.
private func isMarkdown(_ text: Span<UInt8>) -> Bool {
  var place = text.first(hash, from: 0)
  while place < text.count {
    if place == 0 || text[place - 1] == newline, headingMark(text.extracting(droppingFirst: place)) > 0 {
      return true
    }
    place = text.first(hash, from: place + 1)
  }
  var opened = 0
  place = text.first(star, from: 0)
  while place < text.count {
    if text.has("**", at: place) { opened += 1 }
    if opened >= 2 { return true }
    place = text.first(star, from: place + 1)
  }
  return text.holds("](")
}

/// The length of `#` to `######` and the space after them; 0 where no heading starts.
private func headingMark(_ line: Span<UInt8>) -> Int {
  var count = 0
  while count < line.count, line[count] == hash { count += 1 }
  return (1...6).contains(count) && count < line.count && line[count] == space ? count + 1 : 0
}

private func appendLine(_ line: Span<UInt8>, to output: inout [UInt8]) {
  if isRule(line) { return }
  if let picture = picture(line) {
    // What is said of a picture is a caption, which without the marks nobody could tell from a subhead.
    if !picture.isEmpty { output += Array("Caption: ".utf8) }
    return appendInline(line.extracting(picture), depth: 1, to: &output)
  }
  let mark = headingMark(line)
  var end = line.count
  if mark > 0 {
    while end > mark, line[end - 1] == hash || line[end - 1] == space { end -= 1 }
  }
  appendInline(line.extracting(mark..<max(mark, end)), to: &output)
}

/// The place of what a line that is a picture alone says of it: of "![The quay at dawn](quay.jpg)".
private func picture(_ line: Span<UInt8>) -> Range<Int>? {
  guard line.has("![", at: 0), let link = link(in: line, at: 1), link.end == line.count else { return nil }
  return link.text
}

/// Whether a line is nothing but three or more `-`, `=`, `*` or `_`: a rule, or the line under a heading.
private func isRule(_ line: Span<UInt8>) -> Bool {
  guard line.count >= 3, [UInt8(ascii: "-"), UInt8(ascii: "="), star, UInt8(ascii: "_")].contains(line[0])
  else {
    return false
  }
  return line.indices.allSatisfy { line[$0] == line[0] || line[$0] == space }
}

/// Appends a line's text without links' addresses and the marks of emphasis.
///
/// - Parameter depth: In how many links it stands: a picture may be one.
private func appendInline(_ line: Span<UInt8>, depth: Int = 0, to output: inout [UInt8]) {
  // A line of more brackets is no prose, and would cost its square.
  var bracketsLeft = depth < 2 ? 100 : 0
  var offset = 0
  while offset < line.count {
    let byte = line[offset]
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "!"):
      let open = byte == UInt8(ascii: "!") ? offset + 1 : offset
      guard bracketsLeft > 0 else { break }
      if let link = link(in: line, at: open) {
        appendInline(line.extracting(link.text), depth: depth + 1, to: &output)
        offset = link.end
        continue
      }
      if byte != UInt8(ascii: "!") { bracketsLeft -= 1 }
    case star, UInt8(ascii: "_"), UInt8(ascii: "`"):
      var end = offset
      while end < line.count, line[end] == byte { end += 1 }
      let isLoose =
        (offset == 0 || line[offset - 1] == space) && (end == line.count || line[end] == space)
      let isInWord =
        byte == UInt8(ascii: "_") && offset > 0 && end < line.count && isWordByte(line[offset - 1])
        && isWordByte(line[end])
      if end - offset <= 3, !isLoose, !isInWord {
        offset = end
        continue
      }
      for place in offset..<end { output.append(line[place]) }
      offset = end
      continue
    default: break
    }
    output.append(byte)
    offset += 1
  }
}

/// Whether a byte is of a word: an ASCII letter or digit, or beyond ASCII.
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
}

/// A link "[text](address)" that starts at an offset: the place of its text, and its end.
private func link(in line: Span<UInt8>, at start: Int) -> (text: Range<Int>, end: Int)? {
  guard start < line.count, line[start] == UInt8(ascii: "[") else { return nil }
  var depth = 0
  var offset = start
  // No text of a link is longer than this; it keeps a line of brackets from costing its square.
  let limit = min(line.count, start + 600)
  while offset < limit {
    if line[offset] == UInt8(ascii: "[") { depth += 1 }
    if line[offset] == UInt8(ascii: "]") {
      depth -= 1
      if depth == 0 { break }
    }
    offset += 1
  }
  guard offset + 1 < limit, line[offset + 1] == UInt8(ascii: "(") else { return nil }
  var end = offset + 2
  let addressLimit = min(line.count, offset + 2000)
  while end < addressLimit, line[end] != UInt8(ascii: ")") { end += 1 }
  guard end < addressLimit else { return nil }
  return (start + 1..<offset, end + 1)
}
