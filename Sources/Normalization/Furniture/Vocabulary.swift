/// Why a line is furniture: the stable slugs of ``Furniture/reason``.
enum FurnitureReason: String {
  case adLabel = "ad-label"
  case menu
  case related
  case share
  case newsletter
  case subscription
  case tags
  case caption
  case duplicateCaption = "duplicate-caption"
  case duplicate
  case comment
  case copyright
  case cookie
  case media
  case date
  case biography
  case preamble
  case separator
  case tail
}

/// What a line's wording says of it: it is furniture, and perhaps nothing of the body comes after it.
struct Wording {
  var reason: FurnitureReason
  /// Whether the line usually stands after the last paragraph.
  var isEnd: Bool
}

/// The wording of a line, by the phrases of ``furniturePhrases``.
///
/// - Returns: `nil` for a line that is not known as furniture.
func wording(of line: Line) -> Wording? {
  guard !line.key.isEmpty else { return nil }
  if isCopyrightLine(line) { return Wording(reason: .copyright, isEnd: true) }
  if let exact = phraseBook.exact[line.key] { return exact }
  if let wording = wordingOfWords(line) { return wording }
  guard line.words <= 30 else { return nil }
  var end = line.key.startIndex
  for _ in 0..<6 {
    end = line.key[end...].firstIndex(of: " ") ?? line.key.endIndex
    let phrase = line.key[..<end]
    if let opening = phraseBook.openings[String(phrase)], opening.admits(line, after: phrase) {
      return opening.wording
    }
    guard end < line.key.endIndex else { return nil }
    end = line.key.index(after: end)
  }
  return nil
}

/// The wording of a short line that is made of furniture words alone: "Share to Facebook", "Icon Email", "Next 2/5".
private func wordingOfWords(_ line: Line) -> Wording? {
  guard line.words <= 8 else { return nil }
  var found: Wording?
  for word in line.key.split(separator: " ") {
    if let wording = phraseBook.exact[String(word)] {
      found = found ?? wording
    } else if !glueWords.contains(String(word)) {
      return nil
    }
  }
  return found.map { Wording(reason: $0.reason, isEnd: false) }
}

private let glueWords: Set<String> = [
  "#", "to", "on", "via", "the", "by", "of", "this", "your", "icon", "and", "or", "auf", "per",
]

/// Whether a line claims the rights in the page ("© 2024 The Gazette").
private func isCopyrightLine(_ line: Line) -> Bool {
  if line.text.hasPrefix("©"), line.key.utf8.contains(UInt8(ascii: "#")) { return true }
  return line.words <= 40 && line.key.hasSuffix("all rights reserved")
}

/// Whether a word alone on a line would be furniture: no part of a name.
func isFurnitureWord(_ word: String) -> Bool { phraseBook.exact[word] != nil }

/// A phrase that furniture starts with.
private struct Opening {
  /// What else must be so.
  enum Condition {
    /// The line is no prose.
    case label
    /// Nothing: whole sentences start so.
    case sentence
    /// A colon or a bar stands after the phrase, or the line is all capitals.
    case marked
  }

  var wording: Wording
  var condition: Condition

  func admits(_ line: Line, after phrase: Substring) -> Bool {
    switch condition {
    case .sentence: true
    case .label: !line.isProse || isMarked(line, after: phrase)
    case .marked: isMarked(line, after: phrase)
    }
  }

  private func isMarked(_ line: Line, after phrase: Substring) -> Bool {
    line.text.prefix(phrase.count + 4).dropFirst(phrase.count - 1).contains { ":|»›>→".contains($0) }
      || !line.text.unicodeScalars.contains { $0.properties.isLowercase }
  }
}

private struct PhraseBook {
  var exact: [String: Wording] = [:]
  var openings: [String: Opening] = [:]
}

private let phraseBook: PhraseBook = {
  var book = PhraseBook()
  for (reason, isEnd, phrases) in furniturePhrases {
    let wording = Wording(reason: reason, isEnd: isEnd)
    for line in phrases.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      let phrase = line.drop { $0 == " " }
      if phrase.hasSuffix(" *") {
        book.openings[String(phrase.dropLast(2))] = Opening(wording: wording, condition: .label)
      } else if phrase.hasSuffix(" **") {
        book.openings[String(phrase.dropLast(3))] = Opening(wording: wording, condition: .sentence)
      } else if phrase.hasSuffix(" :") {
        book.openings[String(phrase.dropLast(2))] = Opening(wording: wording, condition: .marked)
      } else {
        book.exact[String(phrase)] = wording
      }
    }
  }
  return book
}()
