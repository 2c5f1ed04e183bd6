/// Text with the character references resolved that a copy or a feed left in it: `Q&amp;A`, `don&#8217;t`.
///
/// Only what ends in a semicolon and has a meaning is one; what was escaped twice is resolved twice. A reference
/// between quotation marks of its own is what the text speaks of, and stays.
///
/// - Parameter text: Valid UTF-8.
func withoutReferences(_ text: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  var start = 0
  var place = text.span.first(UInt8(ascii: "&"), from: 0)
  while place < text.count {
    if let (meaning, end) = reference(in: text, at: place), !isQuoted(text, from: place, to: end) {
      output += text[start..<place]
      output += meaning
      start = end
      place = end
    } else {
      place += 1
    }
    place = text.span.first(UInt8(ascii: "&"), from: place)
  }
  return start == 0 ? text : output + text[start...]
}

/// What a reference at an ampersand stands for, and where it ends.
private func reference(in text: [UInt8], at start: Int) -> (meaning: [UInt8], end: Int)? {
  guard let end = text[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end - start >= 3 else {
    return nil
  }
  let meaning = Entities.decoded(text[start...end])
  guard meaning.count < end + 1 - start, meaning.last != UInt8(ascii: ";") || meaning.count == 1 else {
    return nil
  }
  // "&amp;#8217;" and "&amp;amp;".
  if meaning == [UInt8(ascii: "&")],
    let next = text[(end + 1)...].prefix(10).firstIndex(of: UInt8(ascii: ";"))
  {
    let inner = Entities.decoded(meaning + text[(end + 1)...next])
    if inner.count < next + 1 - end, inner.last != UInt8(ascii: ";") { return (inner, next + 1) }
  }
  return (meaning, end + 1)
}

/// Whether quotation marks or backticks stand right before and behind.
private func isQuoted(_ text: [UInt8], from start: Int, to end: Int) -> Bool {
  guard start > 0, end < text.count else { return false }
  let before = text[start - 1]
  return before == text[end] && (before == 0x22 || before == 0x27 || before == 0x60)
    || before == 0x9C && text[end] == 0xE2 && end + 2 < text.count && text[end + 2] == 0x9D
}
