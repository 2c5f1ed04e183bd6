/// A line without what a page tells those who hear it of its links: "the FTSE 100 (.FTSE), opens new tab ended lower".
func withoutLinkHints(_ line: Line) -> Line {
  guard line.text.utf8.span.holds(" tab") else { return line }
  var bytes = Array(line.text.utf8)
  for hint in linkHints { remove(hint, from: &bytes) }
  return bytes.count == line.text.utf8.count || bytes.isEmpty ? line : line.with(string(bytes.span))
}

/// A line with a space behind the label of its date where a copy lost it: "PublishedSeptember 23 2024".
func withLabelApart(_ line: Line) -> Line {
  guard line.words <= 8, let label = dateLabels.first(where: { line.starts(with: $0) }),
    case let rest = line.text.utf8.dropFirst(label.utf8CodeUnitCount), let next = rest.first,
    next &- 0x41 < 26 || next &- 0x30 < 10
  else { return line }
  return line.with("\(label) \(Substring(rest))")
}

private let dateLabels: [StaticString] = ["Published", "Updated"]

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
