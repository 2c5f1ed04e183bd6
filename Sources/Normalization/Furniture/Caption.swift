/// A caption and its credit, as one line or a part of it gives them.
struct Caption: Equatable {
  /// What the picture shows; `nil` where the line is only a credit.
  var text: String?
  /// Whose picture it is; `nil` where only a label says that the line is a caption.
  var credit: String?
}

/// Reads a line as a caption with a credit.
///
/// The forms are "The harbour at dawn. Reuters File", "Photo: Jane Doe/AFP", "The harbour at dawn (AP Photo/Jane Doe)"
/// and "Der Hafen © dpa".
///
/// - Returns: `nil` for a line without a credit.
func caption(in line: Line) -> Caption? {
  guard line.isKeyed, line.words <= 60 else { return nil }
  if let caption = labelled(line) ?? marked(line) ?? easternCaption(line) { return caption }
  if let caption = creditedInCapitals(line) ?? creditedToPhotographer(line) ?? creditedInBrackets(line) {
    return caption
  }
  guard hintsAtCredit(line) else { return nil }
  return bracketed(line.text) ?? trailing(line.text)
}

/// "Caption: text", "Image caption text", "Media captionText": without a credit.
private func labelled(_ line: Line) -> Caption? {
  let words = line.tokens.prefix(4)
  guard let first = words.first, first.kind == .word else { return nil }
  if words.count > 1, first.isAny(of: pictured), let text = textGlued(to: "caption", of: words[1], in: line) {
    return Caption(text: String(text))
  }
  if let text = textBehindLabel(line) { return Caption(text: nonEmpty(text)) }
  if words.count > 2, first.isAny(of: captionLabels), words[1].isMark(":") {
    return Caption(text: nonEmpty(line.text[line.index(Int(words[1].end))...]))
  }
  // "Image: the harbour as it was seen from the wall on a calm morning": a credit is shorter.
  if words.count > 2, first.isAny(of: pictures), words[1].isMark(":"), line.words > 13 {
    return Caption(text: nonEmpty(line.text[line.index(Int(words[1].end))...]))
  }
  if words.count > 3, words[1].isAny(of: captionLabels), first.isAny(of: creditWords), !words[2].isMark(":") {
    return Caption(text: nonEmpty(line.text[line.index(Int(words[1].end))...]))
  }
  return nil
}

/// What follows a label of some words and a comma: "Pie de foto, La torre", as pages say it to those who do not see the picture.
private func textBehindLabel(_ line: Line) -> Substring? {
  guard let comma = line.tokens.prefix(6).first(where: { $0.kind == .mark && $0.isAny(of: commas) }) else {
    return nil
  }
  let label = line.tokens.prefix { $0.start < comma.start }
  let hash = label.reduce(WordHash.seed) { $1.kind == .mark ? $0 : WordHash.joined($0, $1.phraseHash) }
  return captionPhrases.contains(hash) ? line.text[line.index(Int(comma.end))...] : nil
}

private let commas: WordSet = [",", "،", "、"]

/// What follows a label in the same word, with a capital: a copy lost the break between them.
private func textGlued(to label: String, of token: Token, in line: Line) -> Substring? {
  let text = line.text[line.index(Int(token.start))...]
  let rest = text.dropFirst(label.count)
  guard text.hasPrefix(label), rest.first?.isUppercase == true else { return nil }
  return rest
}

private let pictures: WordSet = [
  "image", "photo", "picture", "graphic", "bild", "foto", "grafik", "imagen", "imagem", "immagine",
  "afbeelding", "billede",
  "bilde", "kuva", "zdjęcie", "obrázek", "фото",
]
private let pictured: WordSet = ["image", "media", "photo", "picture", "video"]

private let captionLabels: WordSet = [
  "caption", "legende", "légende", "legend", "bildunterschrift", "bildtext", "leyenda", "legenda",
  "didascalia",
  "bijschrift", "billedtekst", "kuvateksti", "popisek",
]

/// The labels of captions of more than a word.
let captionPhrases = WordSet(phrases: [
  "image caption", "media caption", "photo caption", "bildunterschrift", "bildtext", "التعليق على الصورة",
  "توضیح تصویر",
  "подпись к фото", "підпис до фото", "pie de foto", "legenda da foto", "légende image",
  "fotoğraf altı yazısı",
  "keterangan gambar", "chú thích hình ảnh", "इमेज कैप्शन", "تصویر کا کیپشن", "사진 설명", "图像加注文字", "圖像加註文字", "画像説明",
])

/// Whether a line has a credit under its label.
func namesCredit(_ line: Line) -> Bool { line.isKeyed && marked(line) != nil }

/// "caption Photo: credit", "caption © credit".
private func marked(_ line: Line) -> Caption? {
  let text = line.text
  let tokens = line.tokens
  if let sign = tokens.first(where: { $0.isMark("©") }) {
    let credit = tidied(text[line.index(Int(sign.end))...])
    // "© 2025 Gazette. All rights reserved." is no picture's.
    guard credit.count <= 80, credit.first?.isNumber != true, !credit.isEmpty else { return nil }
    return Caption(text: nonEmpty(text[..<line.index(Int(sign.start))]), credit: credit)
  }
  var marks = 0
  for index in tokens.indices where tokens[index].kind == .word && tokens[index].isAny(of: creditWords) {
    marks += 1
    guard marks <= 4, index + 1 < tokens.count else { return nil }
    var end = index + 1
    if tokens[end].kind == .word, tokens[end].isAny(of: creditNouns) { end += 1 }
    guard end < tokens.count, end + 1 < tokens.count || tokens[end].kind == .word else { continue }
    // "Credit...Jane Doe"
    let dots = tokens[end...].prefix(3).prefix { $0.isMark(".") }.count
    if dots == 3 { end += 2 }
    let isMarked =
      tokens[end].isMark(":") || tokens[end].isMark("|") || tokens[end].isAny(of: makers) || dots == 3
      || tokens[end].isMark("…")
      || tokens[end].isMark(".") && tokens[index].isAny(of: shortCreditWords)
    if !isMarked, let caption = creditedToName(line, behind: index) { return caption }
    let isOpening =
      index == 0 || tokens[index - 1].kind == .mark
      || index >= 3 && text[line.index(Int(tokens[index].start))].isUppercase
    guard isMarked, isOpening, end + 1 < tokens.count, !hasManyWords(line, after: tokens[end]) else {
      continue
    }
    let credit = tidied(text[line.index(Int(tokens[end].end))...])
    guard !credit.isEmpty, wordCount(credit) <= 12 else { continue }
    if index == 0, let parted = creditBeforeText(credit) { return parted }
    return Caption(text: nonEmpty(text[..<line.index(Int(tokens[index].start))]), credit: credit)
  }
  return nil
}

/// "The harbour at dawn. Beeld Jane Doe": behind a sentence the word for a picture, and nothing but a name.
private func creditedToName(_ line: Line, behind index: Int) -> Caption? {
  let tokens = line.tokens
  guard index > 2, tokens[index - 1].isMark("."), tokens.count - index <= 6 else { return nil }
  let credit = line.text[line.index(Int(tokens[index].start))...]
  let words = credit.split(separator: " ").dropFirst()
  guard (2...4).contains(words.count), credit.first?.isUppercase == true,
    words.first?.first?.isUppercase == true, words.last?.first?.isUppercase == true,
    credit.last?.isLetter == true
  else { return nil }
  return Caption(
    text: nonEmpty(line.text[..<line.index(Int(tokens[index].start))]), credit: words.joined(separator: " "))
}

/// A credit with the caption behind it: "Archiwum parafii / Żubr przed kościołem w Narewce".
private func creditBeforeText(_ credit: String) -> Caption? {
  guard let mark = credit.ranges(of: " / ").last, wordCount(String(credit[mark.upperBound...])) >= 4,
    wordCount(String(credit[..<mark.lowerBound])) <= 4
  else { return nil }
  return Caption(text: nonEmpty(credit[mark.upperBound...]), credit: tidied(credit[..<mark.lowerBound]))
}

/// Whether more follows a token than any credit has.
private func hasManyWords(_ line: Line, after token: Token) -> Bool {
  let bytes = line.text.utf8.span
  var spaces = 0
  for offset in Int(token.end)..<bytes.count where bytes[offset] == 0x20 { spaces += 1 }
  return spaces > 14
}

private let creditNouns: WordSet = ["credit", "credits", "courtesy", "source"]
private let makers: WordSet = ["by", "von", "courtesy"]

/// Whether a word may be part of an agency's name or a word for a picture, so that a closer look is worth it.
private func hintsAtCredit(_ line: Line) -> Bool {
  let bytes = line.text.utf8.span
  let hasHyphen = bytes.first(UInt8(ascii: "-"), from: 0) < bytes.count
  return line.tokens.contains { token in
    guard token.kind == .word else { return false }
    return token.isAny(of: creditHints)
      || hasHyphen && (token.start..<token.end).contains { bytes[Int($0)] == UInt8(ascii: "-") }
  }
}

private let creditHints = pictureAgencies.union(creditWords).union(arabicAgencies).union(["file", "via"])

/// "caption (AP Photo/Jane Doe)", "caption [Reuters]".
private func bracketed(_ text: String) -> Caption? {
  guard let last = text.last, last == ")" || last == "]",
    let open = text.lastIndex(of: last == ")" ? "(" : "[")
  else { return nil }
  let credit = tidied(text[open...])
  guard
    namesAgency(credit) || namesPicture(credit) || namesArabicAgency(credit, behind: text[..<open]),
    wordCount(credit) <= 10
  else { return nil }
  return Caption(text: nonEmpty(text[..<open]), credit: credit)
}

/// Reads "Caption – Reuters File", "Jane Doe/Getty Images".
private func trailing(_ text: String) -> Caption? {
  guard text.utf8.last != UInt8(ascii: ".") else { return nil }
  let start = text.utf8.index(text.startIndex, offsetBy: endOfLastBreak(text.utf8.span))
  let credit = tidied(text[start...])
  let words = wordCount(credit)
  guard words <= 7, start > text.startIndex || credit.utf8.contains(UInt8(ascii: "/")) || words <= 3,
    namesAgency(credit)
  else { return nil }
  return Caption(text: nonEmpty(text[..<start]), credit: credit)
}

/// The byte offset after the last `. `, `| ` or ` – `; 0 where there is none.
private func endOfLastBreak(_ text: Span<UInt8>) -> Int {
  var offset = text.count - 1
  while offset > 0 {
    if text[offset] == 0x20 {
      if text[offset - 1] == 0x2E || text[offset - 1] == 0x7C { return offset + 1 }
      if offset >= 4, text[offset - 1] == 0x93, text[offset - 2] == 0x80, text[offset - 3] == 0xE2,
        text[offset - 4] == 0x20
      {
        return offset + 1
      }
    }
    offset -= 1
  }
  return 0
}

/// Whether a credit names an agency or an archive of pictures.
private func namesAgency(_ credit: String) -> Bool {
  var before = WordHash("")
  for word in credit.utf8.split(whereSeparator: endsAgency) {
    let word = WordHash(folding: Substring(word))
    if pictureAgencies.contains(word.value) || before == fileWord && word == photoWord
      || before == viaWord && word == networkWord
    {
      return true
    }
    before = word
  }
  return false
}

private let fileWord = WordHash("file")
private let photoWord = WordHash("photo")
private let viaWord = WordHash("via")
private let networkWord = WordHash("x")

/// Whether a byte stands between the names of a credit.
private func endsAgency(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// The number of words between spaces.
private func wordCount(_ text: String) -> Int {
  let bytes = text.utf8.span
  var count = 0
  for offset in bytes.indices where bytes[offset] != 0x20 && (offset == 0 || bytes[offset - 1] == 0x20) {
    count += 1
  }
  return count
}

/// Whether a credit in Arabic names an agency, and no sentence ends before it: an agency may sign a text as well.
private func namesArabicAgency(_ credit: String, behind text: Substring) -> Bool {
  guard wordCount(credit) <= 3, text.utf8.reversed().first(where: { $0 != 0x20 }) != UInt8(ascii: ".") else {
    return false
  }
  return credit.utf8.split(whereSeparator: endsAgency).contains {
    arabicAgencies.contains(WordHash(folding: Substring($0)).value)
  }
}

/// Whether a bracket says that it is about a picture: "Courtesy photo: Granger County Library".
private func namesPicture(_ credit: String) -> Bool {
  credit.split { " :/.".contains($0) }.prefix(2).contains { creditWords.contains($0.lowercased()) }
}

private let creditWords: WordSet = [
  "photo", "photos", "foto", "fotos", "photograph", "photographs", "photography", "picture", "pictures",
  "pic", "image",
  "images", "bild", "bilder", "credit", "crédit", "crédito", "créditos", "credits", "bildrechte",
  "bildquelle",
  "fotografía", "immagine", "imagen", "imagem", "kuva", "illustration", "фото", "zdjęcie", "fot",
  "foto-credit", "ảnh", "फोटो", "फ़ोटो", "צילום", "صورة", "تصوير", "عکس", "φωτ", "φωτο", "φωτογραφία", "ภาพ",
  "dok", "fotó", "beeld", "supplied",
  "foto's", "snímek", "kép", "valokuva", "снимка", "світлина",
]
/// Those that a full stop shortens.
private let shortCreditWords: WordSet = ["fot", "φωτ", "phot"]
private let arabicAgencies: WordSet = [
  "الجزيرة", "رويترز", "الفرنسية", "الأناضول", "الأوروبية", "أسوشيتد", "غيتي", "مواقع",
]
private let pictureAgencies: WordSet = [
  "reuters", "ap", "afp", "getty", "gettyimages", "epa", "dpa", "pti", "ani", "efe", "ansa", "imago",
  "shutterstock", "statista",
  "alamy", "istock", "belga", "anp", "xinhua", "tass", "bloomberg", "zuma", "rex", "picture-alliance",
  "keystone", "apa",
  "wireimage", "unsplash", "pexels", "pixabay", "adobestock", "ritzau", "scanpix", "čtk", "lusa", "ians",
  "aap", "zumapress",
]

func nonEmpty(_ text: Substring) -> String? {
  let text = tidied(text, keepsStop: true)
  return text.isEmpty ? nil : text
}

/// The text without spaces, brackets and dashes at its ends.
func tidied(_ text: Substring, keepsStop: Bool = false) -> String {
  let scalars = text.unicodeScalars
  var start = scalars.startIndex
  var end = scalars.endIndex
  loop: while start < end {
    switch scalars[start] {
    case " ", ":", "|", "–", "—", "-", "(", ")", "[", "]", "/", ",": start = scalars.index(after: start)
    default: break loop
    }
  }
  if !keepsStop { end = closing(of: scalars[start..<end]) ?? end }
  loop: while start < end {
    let last = scalars.index(before: end)
    switch scalars[last] {
    case " ", "|", "–", "—", "-", "(", "[", "/", ":", ",": end = last
    case ".":
      if keepsStop { break loop }
      end = last
    default: break loop
    }
  }
  return String(scalars[start..<end])
}

/// Where a bracket closes that was opened before a text: "AP Photo/Jane Doe) more >".
private func closing(of scalars: Substring.UnicodeScalarView.SubSequence) -> String.Index? {
  var depth = 0
  for place in scalars.indices {
    if ["(", "["].contains(scalars[place]) { depth += 1 }
    guard [")", "]"].contains(scalars[place]) else { continue }
    depth -= 1
    if depth < 0 { return place }
  }
  return nil
}
