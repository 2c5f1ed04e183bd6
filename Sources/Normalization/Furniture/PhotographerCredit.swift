/// "The salt pans on 15 January. THOMAS LEBRUN POUR « LE MONDE »", "The bell in its tower PAULO CARRIÇO": a caption, and a name in
/// capitals that ends the line.
func creditedInCapitals(_ line: Line) -> Caption? {
  guard line.hasCapital, line.hasSmallLetter, !line.endsSentence, (6...40).contains(line.words),
    !hasSmallLetterInLastWord(line.text.utf8.span),
    line.text.unicodeScalars.last?.properties.isLowercase == false
  else { return nil }
  let words = line.text.utf8.split(separator: 0x20).map(Substring.init)
  let credit = words.reversed().prefix { word in
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.isEmpty ? !word.contains(where: \.isNumber) : letters.allSatisfy(\.properties.isUppercase)
  }
  .reversed()
  guard (2...8).contains(credit.count), words.count - credit.count >= 4, let first = credit.first,
    startsWithGivenName(String(first)), credit.dropFirst().first?.count ?? 0 >= 3
  else { return nil }
  return Caption(
    text: nonEmpty(line.text[..<first.startIndex]), credit: tidied(line.text[first.startIndex...]))
}

/// Whether a small letter of ASCII stands behind the last space of a line.
private func hasSmallLetterInLastWord(_ line: Span<UInt8>) -> Bool {
  var place = line.count
  while place > 0, line[place - 1] != 0x20 {
    if line[place - 1] &- 0x61 < 26 { return true }
    place -= 1
  }
  return false
}

/// "The boat at Surucuá - Jane Doe/Folhapress", "The tree at the station | Jane Doe / Onet": a caption, and behind a mark the
/// photographer and whom the picture is from; or these alone.
func creditedToPhotographer(_ line: Line) -> Caption? {
  guard !line.endsSentence, let slash = line.tokens.last(where: { $0.isMark("/") }) else { return nil }
  let text = line.text
  guard let mark = line.tokens.last(where: { $0.start < slash.start && $0.isAny(of: creditBreaks) }) else {
    // "Ali DEMİR / İZMİR" is who wrote, and where.
    let isCredit =
      line.words <= 5 && namesPhotographer(text) && !line.tokens.contains(where: isOffice)
      && text[line.index(Int(slash.end))...].contains(where: \.isLowercase)
      && (!text.utf8.span.holds(" / ") || text.split(separator: " ").count > 4) && startsWithGivenName(text)
    return isCredit ? Caption(credit: tidied(text[...])) : nil
  }
  let start = line.index(Int(mark.start))
  let credit = text[line.index(Int(mark.end))...]
  guard text[..<start].last == " ", credit.first == " ", line.words >= 7, namesPhotographer(String(credit))
  else {
    return nil
  }
  return Caption(text: nonEmpty(text[..<start]), credit: tidied(credit))
}

/// Whether a credit is the name of a person, a slash, and the name of a house: "Jane Doe/Gazette".
private func namesPhotographer(_ credit: String) -> Bool {
  let parts = credit.split(separator: "/", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
  return parts.count == 2 && (2...3).contains(parts[0].count) && (1...2).contains(parts[1].count)
    && parts.joined().allSatisfy { $0.first?.isUppercase == true }
}

private let creditBreaks: WordSet = ["-", "–", "|"]

/// "caption (Jane Doe/Gazette)", "(JANE DOE / GAZETTE)", "(Gazette News: Jane Doe)": in brackets the photographer and whom the picture is
/// from.
func creditedInBrackets(_ line: Line) -> Caption? {
  guard line.words <= 32, line.ends(with: ")"),
    line.tokens.suffix(8).contains(where: { $0.isMark("/") || $0.isMark(":") }),
    let open = line.text.lastIndex(of: "(")
  else { return nil }
  let credit = tidied(line.text[open...])
  let isBehindColon = credit.contains(":")
  let parts = credit.split(separator: isBehindColon ? ":" : "/", omittingEmptySubsequences: false)
    .map { $0.split(separator: " ") }
  guard parts.count == 2, let person = isBehindColon ? parts.last : parts.first,
    let house = isBehindColon ? parts.first : parts.last, (2...3).contains(person.count),
    (1...3).contains(house.count),
    person.allSatisfy({ $0.first?.isUppercase == true }), house.last?.first?.isUppercase == true,
    startsWithGivenName(person.joined(separator: " "))
      || !isBehindColon && !credit.contains(where: \.isLowercase)
  else { return nil }
  return Caption(text: nonEmpty(line.text[..<open]), credit: credit)
}
