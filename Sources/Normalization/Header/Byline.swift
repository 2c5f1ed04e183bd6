/// The authors that a byline names: "By Jane Doe and John Roe, Staff Writers", "Von Max Muster, dpa".
///
/// - Parameter cut: Where the line's date, if it has one, starts; what follows is no name.
/// - Returns: `nil` where the line does not start like a byline, or no name follows.
func markedAuthors(in line: Line, before cut: String.Index? = nil) -> [Author]? {
  if let authors = eastAsianAuthors(in: line) { return authors }
  if let author = greekAuthor(in: line, before: cut) { return [author] }
  guard line.words <= 40, let start = endOfBylineOpening(line) else { return nil }
  let end = min(cut ?? line.text.endIndex, startOfOtherCredits(in: line, after: start) ?? line.text.endIndex)
  let authors = signatories(in: line.text[start..<max(start, end)], isMarked: true, isWhole: false)
  return authors.isEmpty ? nil : authors
}

/// The authors of a text that is nothing but names: "FP News Desk", "Jane Doe and John Roe".
///
/// - Parameters:
///   - text: A line or a part of it.
///   - isWhole: Whether nothing else may follow the names.
/// - Returns: `nil` where it holds anything else before a name.
func listedAuthors(in text: Substring, isWhole: Bool) -> [Author]? {
  let authors = signatories(in: text, isMarked: false, isWhole: isWhole)
  return authors.isEmpty ? nil : authors
}

/// Whether a line's first word is one that opens bylines.
func startsByline(_ tokens: [Token]) -> Bool {
  guard let first = tokens.first(where: { $0.kind != .mark }) else { return false }
  return bylineOpenings.contains(WordHash.joined(WordHash.seed, first.hash))
}

/// Whether a line's first word is one for who wrote.
func namesAuthors(_ tokens: [Token]) -> Bool { tokens.first.map { $0.isAny(of: needsColon) } ?? false }

/// Where a byline goes on to who made the pictures: "Text by Jane Doe, photos by John Roe", "Words: Jane Doe Photos: John Roe".
private func startOfOtherCredits(in line: Line, after start: String.Index) -> String.Index? {
  for (token, next) in zip(line.tokens, line.tokens.dropFirst())
  where token.isAny(of: otherWorks) && next.isAny(of: creditMarks) {
    let index = line.index(Int(token.start))
    if index > start { return index }
  }
  return nil
}

private let otherWorks = WordSet(
  words: """
    photo photos photograph photographs photography picture pictures illustration illustrations video graphics graphic
    foto fotos bild bilder illustrationen grafik grafiken photographie photographies image images dessin dessins
    fotografía fotografías ilustración ilustraciones fotografia immagini beeld
    """)
private let creditMarks: WordSet = [
  ":", "by", "von", "par", "de", "por", "di", "van", "door", "and", "und", "et", "y",
]

/// The end of "By", "Written by:", "Ein Kommentar von" and the like.
private func endOfBylineOpening(_ line: Line) -> String.Index? {
  if let end = endOfBylineOpening(line, in: line.tokens.prefix(6)) { return end }
  // "Published: 5 hours ago | Written by Jane Doe"
  for index in line.tokens.indices.dropLast() where line.tokens[index].isAny(of: columnMarks) {
    if let end = endOfBylineOpening(line, in: line.tokens[(index + 1)...].prefix(4)) { return end }
  }
  return nil
}

private let columnMarks: WordSet = ["|", "·", "•"]

private func endOfBylineOpening(_ line: Line, in tokens: ArraySlice<Token>) -> String.Index? {
  let head = Array(tokens)
  var hash = WordHash.seed
  var isStarted = false
  var found: Int?
  for (index, token) in head.enumerated() {
    guard token.kind == .word else {
      if isStarted { break }
      continue
    }
    isStarted = true
    hash = WordHash.joined(hash, token.hash)
    if bylineOpenings.contains(hash) { found = index }
  }
  guard let found else { return nil }
  let opening = head[found]
  if found + 1 < head.count, head[found + 1].isAny(of: bylineMarks) {
    return line.index(Int(head[found + 1].end))
  }
  // "Author, Jane Doe": what a page says to those who do not see it.
  if opening.isAny(of: spokenLabels), found + 1 < head.count, head[found + 1].isAny(of: commas),
    line.words <= 8, !line.endsSentence
  {
    return line.index(Int(head[found + 1].end))
  }
  // "Auteur Sanne de Wilde": the word alone, and a name.
  if opening.isAny(of: bareOpenings), line.words <= 6, !line.endsSentence, !line.continues,
    let authors = listedAuthors(in: line.text[line.index(Int(opening.end))...], isWhole: true),
    authors.allSatisfy({ startsWithGivenName($0.name) })
  {
    return line.index(Int(opening.end))
  }
  // "Text" and "Autor" are words of the language; only a colon makes a byline of them.
  return opening.isAny(of: needsColon) ? nil : line.index(Int(opening.end))
}

private let spokenLabels: WordSet = ["author", "autor", "autora", "автор", "نویسنده", "yazan"]
private let commas: WordSet = [",", "،"]
/// Words for who wrote, or for what was written, behind which a name alone makes a byline.
private let bareOpenings = WordSet(
  words: "auteur auteurs autor autora autorin autoren autore autrice text tekst texte texto testo words")
private let bylineMarks: WordSet = [":", "：", "|", "·", "-", "/", "／", "●"]
