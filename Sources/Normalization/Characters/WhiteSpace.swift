/// Text with runs of white space as one space, and none at its ends; no-break spaces count as white space.
func collapse(_ bytes: [UInt8]) -> String {
  let text = bytes.span
  var result: [UInt8] = []
  var isPlain = true
  var place = endOfWhiteSpace(in: text, from: 0)
  while place < text.count {
    let start = place
    // Words with one space between them are taken at once.
    while place < text.count {
      let byte = text[place]
      if byte > 0x20, byte < 0x7F {
        place &+= 1
      } else if byte > 0x20 {
        if byte == 0xC2, whiteSpace(in: text, at: place) > 0 { break }
        isPlain = false
        place &+= 1
      } else if byte == 0x20, place &+ 1 < text.count, whiteSpace(in: text, at: place &+ 1) == 0 {
        place &+= 1
      } else {
        break
      }
    }
    if result.isEmpty { result.reserveCapacity(bytes.count) } else { result.append(UInt8(ascii: " ")) }
    result.append(text.extracting(start..<place))
    place = endOfWhiteSpace(in: text, from: place)
  }
  if result.isEmpty { return "" }
  if isPlain { return String(decoding: result, as: UTF8.self) }
  // A wide space at the start indents the paragraph.
  return String(decoding: cleaned(result.span).drop { $0 <= 0x20 }, as: UTF8.self)
}

/// The place of the first byte from `start` on that is not of white space.
private func endOfWhiteSpace(in text: Span<UInt8>, from start: Int) -> Int {
  var place = start
  while place < text.count, case let length = whiteSpace(in: text, at: place), length > 0 { place &+= length }
  return place
}

/// The bytes of the white space or control character at a place; 0 for anything else.
@inline(__always)
private func whiteSpace(in text: Span<UInt8>, at place: Int) -> Int {
  if text[place] <= 0x20 { return 1 }
  return text[place] == 0xC2 && place &+ 1 < text.count && text[place &+ 1] == 0xA0 ? 2 : 0
}
