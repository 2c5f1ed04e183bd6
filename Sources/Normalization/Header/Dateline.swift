/// The place line that opens an agency story, without the dash after it: `TEHRAN (Reuters)`, `LONDON, March 3 (AP)`.
///
/// A dateline stands before the first dash of the paragraph, starts with a capital letter and has a place in
/// capitals or an agency in brackets; that of a company's announcement names the service that sent it:
/// `DULUTH, Minn., Oct. 1, 2024 /PRNewswire/`, `CHICAGO--(BUSINESS WIRE)`.
func dateline(of paragraph: String) -> String? {
  if let dateline = koreanDateline(of: paragraph) { return dateline }
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
      || announcers.contains(WordHash.phrase(inner.lowercased()))
      ? String(head) : nil
  }
  let place = words[0].unicodeScalars.filter { $0.properties.isAlphabetic }
  let isCapitals =
    place.count >= 3 && place.allSatisfy { !$0.properties.isLowercase && $0.properties.isCased }
  return isCapitals && words.count <= 6 && !isGenre(head) ? String(head) : nil
}

/// The agency in the brackets of a dateline: `Reuters` of `TEHRAN (Reuters)`.
func agency(ofDateline dateline: String) -> String? {
  guard let open = dateline.firstIndex(of: "("), dateline.hasSuffix(")") else { return nil }
  let inner = String(dateline[dateline.index(after: open)...].dropLast())
  return isAgency(inner) ? inner : nil
}

/// The dateline of a Korean agency, with who wrote: "(울릉=연합뉴스) 손대성 기자 =".
private func koreanDateline(of paragraph: String) -> String? {
  let text = paragraph.utf8
  guard text.first == UInt8(ascii: "(") || text.first == UInt8(ascii: "["),
    let end = text.prefix(60).firstIndex(where: { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }),
    text[..<end].contains(UInt8(ascii: "=")),
    let mark = text[end...].prefix(80).firstIndex(of: UInt8(ascii: "="))
  else { return nil }
  let head = paragraph[..<mark]
  return head.last == " " ? String(head.dropLast()) : String(head)
}

/// The reporter in the dateline of a Korean agency.
func reporter(ofDateline dateline: String) -> String? {
  let words = dateline.split(separator: " ")
  guard words.count >= 3, words[words.count - 1] == "기자", EastAsianNames.isPerson(words[words.count - 2])
  else {
    return nil
  }
  return String(words[words.count - 2])
}

/// Whether a paragraph starts with what kind of article it is, in capitals before a dash: "PORTRAIT - À 67 ans". That is a standfirst.
func startsWithGenre(_ paragraph: String) -> Bool {
  endOfDateline(paragraph).map { isGenre(paragraph[..<$0]) } ?? false
}

private func isGenre(_ head: Substring) -> Bool {
  !head.unicodeScalars.contains(where: \.properties.isLowercase)
    && genres.contains(WordHash.phrase(head.lowercased()))
}

private let genres = WordSet(phrases: [
  "portrait", "reportage", "enquête", "entretien", "récit", "grand récit", "décryptage", "analyse",
  "critique", "exclusif", "interview", "témoignage", "témoignages", "chronique", "éditorial", "infographie",
  "en images",
])

private let announcers = WordSet(phrases: [
  "business wire", "globe newswire", "globenewswire", "prnewswire", "pr newswire", "newsfile corp",
  "accesswire",
])

/// The first dash with a space before and after it, or two of them behind a space or a bracket, within the first 80
/// scalars.
private func endOfDateline(_ paragraph: String) -> String.Index? {
  let text = paragraph.utf8.span
  var offset = 0
  for _ in 0..<80 where offset < text.count {
    if text[offset] < 0x80, text[offset] != 0x2D {
      offset += 1
      continue
    }
    let (mark, length) = scalar(in: text, at: offset)
    if mark == 0x2D || mark == 0x2013 || mark == 0x2014, offset > 0, text[offset - 1] == 0x20,
      offset + length < text.count, text[offset + length] == 0x20
    {
      return paragraph.utf8.index(paragraph.startIndex, offsetBy: offset)
    }
    if text.has("--", at: offset), offset > 0, [0x20, UInt8(ascii: ")")].contains(text[offset - 1]) {
      return paragraph.utf8.index(paragraph.startIndex, offsetBy: offset)
    }
    offset += length
  }
  return nil
}
