/// A line without what a page tells those who hear it of its links: "the FTSE 100 (.FTSE), opens new tab ended lower".
func withoutLinkHints(_ line: Line) -> Line {
  guard line.text.utf8.span.holds(" tab") else { return line }
  var bytes = Array(line.text.utf8)
  for hint in linkHints { remove(hint, from: &bytes) }
  return bytes.count == line.text.utf8.count || bytes.isEmpty ? line : line.with(string(bytes.span))
}

private func remove(_ hint: StaticString, from text: inout [UInt8]) {
  var kept: [UInt8] = []
  var start = 0
  while true {
    let end = text.span.end(of: hint, from: start)
    let place = end - hint.utf8CodeUnitCount
    guard place >= start, text.span.has(hint, at: place) else { break }
    kept += text[start..<place]
    start = end
  }
  if start > 0 { text = kept + text[start...] }
}

private let linkHints: [StaticString] = [
  ", opens new tab", " (opens in new tab)", " (opens in a new tab)",
]
