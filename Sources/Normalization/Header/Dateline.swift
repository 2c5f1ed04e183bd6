/// The place line that opens an agency story, without the dash after it: `TEHRAN (Reuters)`, `LONDON, March 3 (AP)`.
///
/// A dateline stands before the first dash of the paragraph, starts with a capital letter and has a place in
/// capitals or an agency in brackets.
func dateline(of paragraph: String) -> String? {
  guard let dash = endOfDateline(paragraph) else { return nil }
  var head = paragraph[..<dash]
  while head.last == " " { head.removeLast() }
  guard let first = head.unicodeScalars.first, first.properties.isUppercase, !head.contains("\"") else {
    return nil
  }
  let words = head.split(separator: " ")
  guard (1...10).contains(words.count) else { return nil }
  if let open = head.firstIndex(of: "("), head.hasSuffix(")") {
    let inner = head[head.index(after: open)...].dropLast()
    return isAgency(String(inner)) || inner.split(separator: "/").contains { isAgency(String($0)) }
      ? String(head) : nil
  }
  let place = words[0].unicodeScalars.filter { $0.properties.isAlphabetic }
  let isCapitals =
    place.count >= 3 && place.allSatisfy { !$0.properties.isLowercase && $0.properties.isCased }
  return isCapitals && words.count <= 6 ? String(head) : nil
}

/// The agency in the brackets of a dateline: `Reuters` of `TEHRAN (Reuters)`.
func agency(ofDateline dateline: String) -> String? {
  guard let open = dateline.firstIndex(of: "("), dateline.hasSuffix(")") else { return nil }
  let inner = String(dateline[dateline.index(after: open)...].dropLast())
  return isAgency(inner) ? inner : nil
}

/// The first dash with a space before and after it within the first 80 characters.
private func endOfDateline(_ paragraph: String) -> String.Index? {
  guard hasLooseDash(paragraph.utf8.span) else { return nil }
  let head = paragraph.prefix(80)
  var index = head.startIndex
  while index < head.endIndex {
    let next = head.index(after: index)
    if "-–—".contains(head[index]), next < head.endIndex, head[next] == " ", index > head.startIndex,
      head[head.index(before: index)] == " "
    {
      return index
    }
    index = next
  }
  return nil
}

/// Whether a hyphen or a mark of general punctuation stands after a space in the first bytes.
private func hasLooseDash(_ paragraph: Span<UInt8>) -> Bool {
  for offset in 1..<max(1, min(paragraph.count, 320)) where paragraph[offset - 1] == 0x20 {
    if paragraph[offset] == 0x2D || paragraph[offset] == 0xE2 { return true }
  }
  return false
}
