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
/// - Parameter line: Prose is recognised only by the phrases that start a call to the reader.
func wording(of line: Line) -> Wording? {
  guard !line.key.isEmpty else { return nil }
  if let exact = phraseBook.exact[line.key] { return exact }
  guard line.words <= 30 else { return nil }
  var end = line.key.startIndex
  for _ in 0..<6 {
    end = line.key[end...].firstIndex(of: " ") ?? line.key.endIndex
    if let opening = phraseBook.openings[String(line.key[..<end])],
      !line.isProse || opening.wording.reason == .newsletter || opening.wording.reason == .subscription
        || opening.wording.reason == .related || opening.wording.reason == .copyright || opening.isSentence
    {
      return opening.wording
    }
    guard end < line.key.endIndex else { return nil }
    end = line.key.index(after: end)
  }
  return nil
}

/// Whether a word alone on a line would be furniture: no part of a name.
func isFurnitureWord(_ word: String) -> Bool { phraseBook.exact[word] != nil }

private struct Opening {
  var wording: Wording
  /// Whether whole sentences start with the phrase.
  var isSentence: Bool
}

private struct PhraseBook {
  var exact: [String: Wording] = [:]
  var openings: [String: Opening] = [:]
}

private let phraseBook: PhraseBook = {
  var book = PhraseBook()
  for (reason, isEnd, phrases) in furniturePhrases {
    let wording = Wording(reason: reason, isEnd: isEnd)
    for phrase in phrases.split(separator: "\n") {
      if phrase.hasSuffix(" *") {
        book.openings[String(phrase.dropLast(2))] = Opening(wording: wording, isSentence: false)
      } else if phrase.hasSuffix(" **") {
        book.openings[String(phrase.dropLast(3))] = Opening(wording: wording, isSentence: true)
      } else {
        book.exact[String(phrase)] = wording
      }
    }
  }
  return book
}()
