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
  case label
  case preamble
  case separator
  /// A line that stands in the text and is none of it, for reasons that only all of it together give.
  case aside
  /// The mail that a mail answers.
  case quotedReply = "quoted-reply"
  case signature
  /// What a mark in the text leads to.
  case note
  /// What a wire says to editors.
  case editorNote = "editor-note"
  /// A part of a page that its own name calls furniture.
  case pageElement = "page-element"
  /// A block of a page that has little in common with the text around it.
  case unlikeBody = "unlike-body"
  case tail
}

/// What a line's wording says of it: it is furniture, and perhaps nothing of the body comes after it.
struct Wording {
  var reason: FurnitureReason
  /// Whether the line usually stands after the last paragraph.
  var isEnd: Bool
}

/// The wording of a line, by the phrases of ``interfacePhrases``, ``furniturePhrases`` and ``documentPhrases``.
///
/// - Returns: `nil` for a line that is not known as furniture.
func wording(of line: Line) -> Wording? {
  guard line.isKeyed else {
    return wordingOfNotice(line, line.isProse ? tokens(of: line.text.utf8.span, limit: 80) : [])
  }
  if isCopyrightLine(line) { return Wording(reason: .copyright, isEnd: true) }
  if let exact = phraseBook.exact[line.phraseHash] { return exact }
  if isMailAddress(line) { return Wording(reason: .label, isEnd: false) }
  if line.text == "A+" || line.text == "A-" { return Wording(reason: .menu, isEnd: false) }
  if isFileName(line) { return Wording(reason: .media, isEnd: false) }
  if let wording = wordingOfWords(line) { return wording }
  if asksToSignUp(line) { return Wording(reason: .newsletter, isEnd: false) }
  guard line.words <= 30 else { return wordingOfNotice(line, line.tokens) }
  var hash = WordHash.seed
  var words = 0
  for token in line.tokens where token.kind != .mark {
    hash = WordHash.joined(hash, token.phraseHash)
    if let opening = phraseBook.openings[hash], opening.admits(line) { return opening.wording }
    words += 1
    guard words < 6 else { return nil }
  }
  return nil
}

/// The wording of a long line that asks for consent, claims rights or corrects: such notices go on for many words.
private func wordingOfNotice(_ line: Line, _ tokens: [Token]) -> Wording? {
  var hash = WordHash.seed
  for token in tokens.lazy.filter({ $0.kind != .mark }).prefix(6) {
    hash = WordHash.joined(hash, token.phraseHash)
    guard let opening = phraseBook.openings[hash], opening.condition == .sentence else { continue }
    switch opening.wording.reason {
    case .cookie, .copyright, .editorNote: return opening.wording
    default: continue
    }
  }
  return nil
}

/// The wording of a short line that is made of furniture words alone: "Share to Facebook", "Icon Email", "Next 2/5".
private func wordingOfWords(_ line: Line) -> Wording? {
  guard line.words <= 8 else { return nil }
  var found: Wording?
  for token in line.tokens where token.kind != .mark {
    if let wording = phraseBook.exact[WordHash.joined(WordHash.seed, token.phraseHash)] {
      found = found ?? wording
    } else if !glueWords.contains(token.phraseHash) {
      return nil
    }
  }
  return found.map { Wording(reason: $0.reason, isEnd: false) }
}

private let glueWords: WordSet = [
  "#", "to", "on", "via", "the", "by", "of", "this", "your", "icon", "and", "or", "auf", "per",
]

/// Whether a line claims the rights in the page ("© 2024 The Gazette").
private func isCopyrightLine(_ line: Line) -> Bool {
  if line.hasNumber, line.tokens[0].isMark("©") { return true }
  guard line.words <= 40 else { return false }
  return line.ends(withAny: rightsReserved, ofAtMost: 3)
    || line.firstWord?.is(copyright) == true && line.holds(rightsReserved, of: 3)
}

/// Whether a sentence ends with the button under a newsletter's box: "Our briefing has all the news of the day. Sign up here."
private func asksToSignUp(_ line: Line) -> Bool {
  line.words <= 40 && line.tokens.last { $0.kind == .word }?.is(here) == true
    && line.ends(withAny: signUps, ofAtMost: 3)
}

private let here = WordHash("here")
private let signUps = WordSet(phrases: ["sign up here", "subscribe here", "register here"])

private let copyright = WordHash("copyright")

private let rightsReserved = WordSet(phrases: ["all rights reserved"])

/// Whether a line is nothing but a mail address.
func isMailAddress(_ line: Line) -> Bool {
  let text = line.text.utf8.span
  guard text.count <= 80, case let at = text.first(UInt8(ascii: "@"), from: 0), at > 0, at < text.count,
    text.first(0x20, from: 0) == text.count
  else {
    return false
  }
  return text.first(UInt8(ascii: "."), from: min(at + 2, text.count)) < text.count - 1
    && text[text.count - 1] != UInt8(ascii: ".")
}

/// Whether a line is nothing but the address of a site or a page, as stands at the foot of what was printed or passed on.
func isSiteAddress(_ line: Line) -> Bool {
  (line.starts(with: "www.") || line.starts(with: "https://") || line.starts(with: "http://"))
    && !line.text.utf8.contains(0x20)
}

/// Whether a line is the name of a picture's file, as stands for a picture without a text of its own: "harbour_04-1.jpg",
/// "city-council-meeting-march-02".
private func isFileName(_ line: Line) -> Bool {
  guard line.characters >= 6 else { return false }
  var joiners = 0
  var digits = 0
  var letters = 0
  for byte in line.text.utf8 {
    switch byte {
    case 0x20, UInt8(ascii: "@"), UInt8(ascii: "/"): return false
    case UInt8(ascii: "_"): joiners += 2
    case UInt8(ascii: "-"): joiners += 1
    case 0x30...0x39: digits += 1
    default: letters += 1
    }
  }
  // Text browsers put brackets around it.
  var name = line.text[...]
  if name.first == "[", name.last == "]" { name = name.dropFirst().dropLast() }
  return joiners >= 2 && digits > 0 && letters >= 3
    || name.utf8.suffix(5).contains(UInt8(ascii: "."))
      && [".jpg", ".jpeg", ".png", ".webp", ".gif"].contains { name.hasSuffix($0) }
}

/// Whether a line is a label that announces other stories in the middle of a text: "Read also".
func isLinkLabel(_ line: Line) -> Bool { phraseBook.openings[line.phraseHash]?.wording.reason == .related }

/// Whether a word of this hash alone on a line would be furniture: no part of a name.
func isFurnitureWord(_ word: UInt64) -> Bool { phraseBook.exact[WordHash.joined(WordHash.seed, word)] != nil }

/// Whether a word or number alone on a line would be furniture.
func isFurnitureWord(_ token: Token) -> Bool {
  phraseBook.exact[WordHash.joined(WordHash.seed, token.phraseHash)] != nil
}

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
  /// The number of characters of the phrase.
  var length: Int

  func admits(_ line: Line) -> Bool {
    switch condition {
    case .sentence: true
    case .label: !line.isProse || isMarked(line)
    case .marked: isMarked(line)
    }
  }

  private func isMarked(_ line: Line) -> Bool {
    !line.hasSmallLetter
      || line.text.prefix(length + 4).dropFirst(length - 1).contains { ":：|»›>→".contains($0) }
  }
}

/// The phrases of ``interfacePhrases``, ``furniturePhrases`` and ``documentPhrases`` by their hashes.
private struct PhraseBook {
  let exact: WordTable<Wording>
  let openings: WordTable<Opening>

  init() {
    var exact: [(UInt64, Wording)] = []
    var openings: [(UInt64, Opening)] = []
    for (reason, isEnd, phrases) in interfacePhrases + furniturePhrases + documentPhrases {
      let wording = Wording(reason: reason, isEnd: isEnd)
      for line in phrases.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == 0x0A }) {
        let words = Substring(line.drop { $0 == 0x20 })
        if let (phrase, condition) = Self.opening(words) {
          openings.append(
            (
              WordHash.phrase(phrase),
              Opening(wording: wording, condition: condition, length: phrase.unicodeScalars.count)
            ))
        } else {
          exact.append((WordHash.phrase(words), wording))
        }
      }
    }
    self.exact = WordTable(exact)
    self.openings = WordTable(openings)
  }

  /// The phrase of an opening and its condition, by the mark at its end; `nil` where none is there.
  private static func opening(_ words: Substring) -> (Substring, Opening.Condition)? {
    let utf8 = words.utf8
    switch utf8.last {
    case UInt8(ascii: "*"):
      let isSentence = utf8.dropLast().last == UInt8(ascii: "*")
      return (Substring(utf8.dropLast(isSentence ? 3 : 2)), isSentence ? .sentence : .label)
    case UInt8(ascii: ":"): return (Substring(utf8.dropLast(2)), .marked)
    default: return nil
    }
  }
}

private let phraseBook = PhraseBook()
