/// A caption and its credit, as one line or a part of it gives them.
struct Caption: Equatable {
  /// What the picture shows; `nil` where the line is only a credit.
  var text: String?
  var credit: String
}

/// Reads a line as a caption with a credit.
///
/// The forms are "The harbour at dawn. Reuters File", "Photo: Jane Doe/AFP", "The harbour at dawn (AP Photo/Jane Doe)"
/// and "Der Hafen © dpa".
///
/// - Returns: `nil` for a line without a credit.
func caption(in line: Line) -> Caption? {
  guard !line.key.isEmpty, line.words <= 60 else { return nil }
  let text = line.text
  return marked(text, key: line.key) ?? bracketed(text) ?? trailing(text)
}

/// "caption Photo: credit", "caption © credit".
private func marked(_ text: String, key: String) -> Caption? {
  if let sign = text.firstIndex(of: "©") {
    let credit = tidied(text[text.index(after: sign)...])
    // "© 2025 Gazette. All rights reserved." is no picture's.
    guard credit.count <= 80, credit.first?.isNumber != true, !credit.isEmpty else { return nil }
    return Caption(text: nonEmpty(text[..<sign]), credit: credit)
  }
  guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }) || bearsMaker(key)
  else {
    return nil
  }
  let tokens = tokens(of: text)
  let marks = tokens.indices.filter { creditWords.contains(tokens[$0].folded) }
  for index in marks.prefix(4) {
    let token = tokens[index]
    guard index + 1 < tokens.count else { return nil }
    var end = index + 1
    if tokens[end].kind == .word, ["credit", "credits", "courtesy", "source"].contains(tokens[end].folded) {
      end += 1
    }
    guard end < tokens.count, end + 1 < tokens.count || tokens[end].kind == .word else { continue }
    let isMarked =
      tokens[end].folded == ":" || tokens[end].folded == "|"
      || ["by", "von", "courtesy"].contains(tokens[end].folded)
    let isOpening =
      index == 0 || tokens[index - 1].kind == .mark
      || index >= 3 && text[token.range].first?.isUppercase == true
    guard isMarked, isOpening, end + 1 < tokens.count else { continue }
    let credit = tidied(text[tokens[end].range.upperBound...])
    guard !credit.isEmpty, credit.split(separator: " ").count <= 12 else { continue }
    return Caption(text: nonEmpty(text[..<token.range.lowerBound]), credit: credit)
  }
  return nil
}

/// Whether a line may say by whom a picture is: "Photograph by Jane Doe".
private func bearsMaker(_ key: String) -> Bool {
  key.split(separator: " ").contains { ["by", "von", "courtesy"].contains($0) }
}

/// "caption (AP Photo/Jane Doe)", "caption [Reuters]".
private func bracketed(_ text: String) -> Caption? {
  guard let last = text.last, last == ")" || last == "]",
    let open = text.lastIndex(of: last == ")" ? "(" : "[")
  else { return nil }
  let credit = tidied(text[open...])
  guard namesAgency(credit) || namesPicture(credit), credit.split(separator: " ").count <= 10 else {
    return nil
  }
  return Caption(text: nonEmpty(text[..<open]), credit: credit)
}

/// Reads "Caption – Reuters File", "Jane Doe/Getty Images".
private func trailing(_ text: String) -> Caption? {
  guard !text.hasSuffix(".") else { return nil }
  var start = text.startIndex
  for mark in [". ", "| ", " – "] {
    if let range = lastRange(of: mark, in: text) { start = max(start, range) }
  }
  let credit = tidied(text[start...])
  let words = credit.split(separator: " ").count
  guard words <= 7, namesAgency(credit), start > text.startIndex || credit.contains("/") || words <= 3 else {
    return nil
  }
  return Caption(text: nonEmpty(text[..<start]), credit: credit)
}

private func lastRange(of mark: String, in text: String) -> String.Index? {
  var found: String.Index?
  var index = text.startIndex
  while let next = text[index...].firstIndex(of: mark.first ?? " ") {
    if text[next...].hasPrefix(mark) { found = text.index(next, offsetBy: mark.count) }
    index = text.index(after: next)
  }
  return found
}

/// Whether a credit names an agency or an archive of pictures.
private func namesAgency(_ credit: String) -> Bool {
  let words = credit.split { " /|,()[]:-".contains($0) }.map { $0.lowercased() }
  return words.contains(where: pictureAgencies.contains)
    || zip(words, words.dropFirst()).contains { $0 == "file" && $1 == "photo" || $0 == "via" && $1 == "x" }
}

/// Whether a bracket says that it is about a picture: "Courtesy photo: Granger County Library".
private func namesPicture(_ credit: String) -> Bool {
  credit.split { " :/".contains($0) }.prefix(2).contains { creditWords.contains($0.lowercased()) }
}

private let creditWords: Set<String> = [
  "photo", "photos", "foto", "fotos", "photograph", "photographs", "photography", "picture", "pictures",
  "pic", "image",
  "images", "bild", "bilder", "credit", "crédit", "crédito", "créditos", "credits", "bildrechte",
  "bildquelle",
  "fotografía", "immagine", "imagen", "imagem", "kuva", "illustration", "фото", "zdjęcie", "fot",
  "foto-credit",
]
private let pictureAgencies: Set<String> = [
  "reuters", "ap", "afp", "getty", "gettyimages", "epa", "dpa", "pti", "ani", "efe", "ansa", "imago",
  "shutterstock",
  "alamy", "istock", "belga", "anp", "xinhua", "tass", "bloomberg", "zuma", "rex", "picture-alliance",
  "keystone", "apa",
  "wireimage", "unsplash", "pexels", "pixabay", "adobestock", "ritzau", "scanpix", "čtk", "lusa", "ians",
  "aap", "zumapress",
]

private func nonEmpty(_ text: Substring) -> String? {
  let text = tidied(text, keepsStop: true)
  return text.isEmpty ? nil : text
}

/// The text without spaces, brackets and dashes at its ends.
private func tidied(_ text: Substring, keepsStop: Bool = false) -> String {
  var text = text
  while let first = text.first, " :|–—-()[]/,".contains(first) { text.removeFirst() }
  while let last = text.last, last == " " || "|–—-([/:,".contains(last) || !keepsStop && ".)]".contains(last)
  {
    text.removeLast()
  }
  return String(text)
}
