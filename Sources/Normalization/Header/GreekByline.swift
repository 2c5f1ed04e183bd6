/// Whom a line of Greek names as its author behind the article alone, in the genitive: "Της Μαρίας Δημητρίου", "Του Γιάννη Παπαδόπουλου".
///
/// - Returns: `nil` where the first word behind the article is not one by which people are called.
func greekAuthor(in line: Line, before cut: String.Index?) -> Author? {
  guard line.words <= 12, let article = line.tokens.first, article.isAny(of: articles) else { return nil }
  let end = cut ?? line.text.endIndex
  let start = line.index(Int(article.end))
  guard start < end else { return nil }
  let words = line.text[start..<end].split { " ,|".contains($0) }.map(NameWord.init)
  guard (2...3).contains(words.count), words.allSatisfy({ $0.isCapitalized && $0.isNameLike }) else {
    return nil
  }
  let isFeminine = article.is(feminine)
  let names = words.enumerated().map { index, word in
    nominative(word.text, isFeminine: isFeminine, isSurname: index == words.count - 1)
  }
  guard isGivenName(WordHash(folding: names[0][...]).value) else { return nil }
  return Author(name: names.joined(separator: " "), kind: .person)
}

/// The nominative of a name. A woman's surname is the same in both cases, as is many a man's in -ου.
private func nominative(_ name: Substring, isFeminine: Bool, isSurname: Bool) -> String {
  if isFeminine {
    return isSurname || !(name.hasSuffix("ς")) ? String(name) : String(name.dropLast())
  }
  if name.hasSuffix("πουλου") || !isSurname && name.hasSuffix("ου") { return name.dropLast(2) + "ος" }
  return name.last.map { "ηήαά".contains($0) } == true ? name + "ς" : String(name)
}

private let articles: WordSet = ["του", "της"]
private let feminine = WordHash("της")
