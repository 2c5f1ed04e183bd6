/// A part of a list of names: its words, at least one, and where it stands.
struct NamePart {
  var words: [Substring]
  var isInBrackets: Bool
  var isAfterComma: Bool
  var isAfterDash: Bool
}

/// The parts of a list of names, split at commas, marks and the word for "and".
func parts(of text: Substring) -> [NamePart] {
  var parts: [NamePart] = []
  var part: [Substring] = []
  var isInQuotes = false
  var isInBrackets = false
  var isAfterComma = false
  var isAfterDash = false
  func endPart() {
    if let words = trimmed(part) {
      parts.append(
        NamePart(
          words: words, isInBrackets: isInBrackets, isAfterComma: isAfterComma, isAfterDash: isAfterDash))
    }
    part = []
  }
  for word in text.unicodeScalars.split(separator: " ") {
    guard let first = word.first, let last = word.last else { continue }
    // John "Johnny" Doe, and pictures between the words.
    if isInQuotes || isQuote(first) {
      isInQuotes = !(isQuote(last) && (isInQuotes || word.index(after: word.startIndex) < word.endIndex))
      continue
    }
    if !first.isASCII, word.allSatisfy({ $0.properties.isEmojiPresentation }) { continue }
    if isConjunction(word) {
      endPart()
      isAfterComma = false
      isAfterDash = ["-", "–", "—", "|"].contains(first)
      continue
    }
    guard mayHaveSeparator(Substring(word).utf8.span) else {
      part.append(Substring(word))
      continue
    }
    var start = word.startIndex
    for index in word.indices where isSeparator(word[index]) {
      if start < index { part.append(Substring(word[start..<index])) }
      endPart()
      isAfterComma = word[index] == ","
      isAfterDash = word[index] == "|"
      switch word[index] {
      case "(", "[", "（": isInBrackets = true
      case ")", "]", "）": isInBrackets = false
      default: break
      }
      start = word.index(after: index)
    }
    if start < word.endIndex { part.append(Substring(word[start...])) }
  }
  endPart()
  return parts
}

private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\"", "“", "”", "„", "«", "»": true
  default: false
  }
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ",", ";", "|", "•", "·", "/", "(", ")", "[", "]", "&", "，", "、", "／", "（", "）": true
  default: false
  }
}

/// Whether bytes of a separator stand in a word.
private func mayHaveSeparator(_ word: Span<UInt8>) -> Bool {
  word.indices.contains { index in
    let byte = word[index]
    return byte < 0x80
      ? isSeparator(Unicode.Scalar(byte)) : byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }
}

/// Whether a word is "and", or what stands for it; none is long.
private func isConjunction(_ word: Substring.UnicodeScalarView) -> Bool {
  let text = Substring(word)
  return text.utf8.count <= 5 && conjunctions.contains(WordHash(folding: text).value)
}

private let conjunctions: WordSet = [
  "and", "&", "und", "et", "y", "e", "en", "og", "och", "ja", "i", "dan", "with", "mit", "avec", "con", "com",
  "-", "–", "—", "|",
  "•", "·", "/",
]

/// The words without marks at either end; `nil` where nothing else is left.
private func trimmed(_ words: [Substring]) -> [Substring]? {
  var words = words[...]
  while let word = words.first {
    let rest = word.unicodeScalars.drop { $0 == "." || isLooseMark($0) }
    if rest.isEmpty {
      words.removeFirst()
    } else {
      words[words.startIndex] = Substring(rest)
      break
    }
  }
  while var word = words.last {
    while let last = word.unicodeScalars.last, isLooseMark(last) { word.unicodeScalars.removeLast() }
    if word.isEmpty {
      words.removeLast()
    } else {
      words[words.endIndex - 1] = word
      break
    }
  }
  return words.isEmpty ? nil : Array(words)
}

private func isLooseMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ":", "-", "–", "—": true
  default: false
  }
}
