/// Lines without the numbers that text browsers (lynx, links) write before each link: "led by the [12]Harbour Trust".
///
/// Such numbers count on from link to link, and stand right before a word; notes stand behind one, or by themselves.
func withoutLinkNumbers(_ lines: [Line]) -> [Line] {
  var numbers = 0
  var inOrder = 0
  var last: Int?
  let found = lines.map { line in
    let found = linkNumbers(in: line.text.utf8.span)
    for (_, number) in found {
      numbers += 1
      if let last, number == last + 1 { inOrder += 1 }
      last = number
    }
    return found
  }
  guard inOrder >= 4, inOrder * 5 >= numbers * 4 else { return lines }
  return zip(lines, found).map { line, found in
    guard !found.isEmpty else { return line }
    let bytes = Array(line.text.utf8)
    var text: [UInt8] = []
    var start = 0
    for (place, _) in found {
      text += bytes[start..<place.lowerBound]
      start = place.upperBound
    }
    text += bytes[start...]
    return line.with(string(text.span))
  }
}

/// The places and values of numbers in square brackets that a word follows at once and none precedes.
private func linkNumbers(in text: Span<UInt8>) -> [(place: Range<Int>, number: Int)] {
  var found: [(place: Range<Int>, number: Int)] = []
  var offset = 0
  while true {
    let open = text.first(UInt8(ascii: "["), from: offset)
    guard open < text.count else { return found }
    offset = open + 1
    var number = 0
    while offset < text.count, offset - open <= 4, text[offset] &- 0x30 < 10 {
      number = number * 10 + Int(text[offset] - 0x30)
      offset += 1
    }
    guard offset > open + 1, offset + 1 < text.count, text[offset] == UInt8(ascii: "]"),
      isWordStart(text[offset + 1]) || isPicture(text, at: offset + 1),
      open == 0 || !isWordByte(text[open - 1])
    else { continue }
    offset += 1
    found.append((open..<offset, number))
  }
}

/// Whether the name of a picture's file in brackets starts at a place: that link has no other text.
private func isPicture(_ text: Span<UInt8>, at offset: Int) -> Bool {
  guard text[offset] == UInt8(ascii: "["), offset + 1 < text.count else { return false }
  return isWordByte(text[offset + 1]) && !(text[offset + 1] &- 0x30 < 10)
}

private func isWordStart(_ byte: UInt8) -> Bool {
  isWordByte(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}
