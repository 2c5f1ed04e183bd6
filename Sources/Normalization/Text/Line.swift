/// One line of a text, with what its shape tells.
struct Line {
  /// The line as it stands, without white space at either end; not empty.
  var text: String
  /// Whether a blank line, or the start of the text, comes before it.
  var followsBlank: Bool
  /// Whether the line was indented.
  var isIndented: Bool
  /// Whether it stands at the top or the foot of a printed page, or says on which page the text goes on.
  var isRunningHead = false
  /// Whether it is a note below the text.
  var isNote = false
  /// The number of words; two ideographs, kana or Thai letters count as one.
  var words = 0
  /// The number of scalars.
  var characters = 0
  /// How many of them are ideographs, kana or full-width marks, which take up two columns.
  var ideographs = 0
  /// Whether it ends like a sentence: with `.`, `!`, `?`, `…` or their kin, quotation marks and brackets after
  /// them aside.
  var endsSentence = false
  /// Whether it goes on in the middle of a sentence: with a small letter or with punctuation that never starts one.
  var continues = false
  /// Whether it has a capital, and whether it has a small letter.
  var hasCapital = false
  var hasSmallLetter = false
  /// Its tokens; none for a line longer than ``keyedLength``.
  var tokens: [Token] = []
  /// The number of its tokens that are words or numbers.
  var tokenWords = 0
  /// Whether it has a number among its tokens.
  var hasNumber = false
  /// The hash of its bytes: two lines with one hash are the same.
  var hash: UInt64
  /// The hash of its words and numbers as a phrase (``WordHash/phrase(_:)``), without case, marks and digits.
  var phraseHash = WordHash.seed

  /// Lines longer than this many bytes are no menu, no byline and no label: nothing looks at their words.
  static let keyedLength = 320

  /// A line of text, measured.
  init(_ text: String, followsBlank: Bool, isIndented: Bool = false) {
    self.text = text
    self.followsBlank = followsBlank
    self.isIndented = isIndented
    hash = textHash(text.utf8.span)
    measure(text.utf8.span)
  }

  /// A line of another text in its place.
  func with(_ text: String) -> Line {
    var line = Line(text, followsBlank: followsBlank, isIndented: isIndented)
    line.isRunningHead = isRunningHead
    line.isNote = isNote
    return line
  }

  /// Finds the tokens, once no line is joined any more.
  mutating func tokenize() {
    guard text.utf8.count <= Self.keyedLength else { return }
    tokens = Normalization.tokens(of: text.utf8.span)
    for token in tokens where token.kind != .mark {
      tokenWords += 1
      hasNumber = hasNumber || token.kind == .number
      phraseHash = WordHash.joined(phraseHash, token.phraseHash)
    }
  }

  /// Whether it is short enough to be a label, and has words.
  var isKeyed: Bool { tokenWords > 0 }

  /// The place in the text of a token's byte offset.
  func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }

  /// Whether it says whose an embedded post is that stands above it: "— Jo Fenn (@jofenn) 3 May 2024".
  var namesPoster: Bool {
    words <= 15 && hasNumber && (starts(with: "—") || starts(with: "–") || starts(with: "- "))
      && text.utf8.span.holds("(@")
  }

  /// Whether it starts with just these characters.
  func starts(with text: StaticString) -> Bool { self.text.utf8.span.has(text, at: 0) }

  /// Whether it ends with just these characters.
  func ends(with text: StaticString) -> Bool {
    let bytes = self.text.utf8.span
    return bytes.has(text, at: bytes.count - text.utf8CodeUnitCount)
  }

  /// Its first word or number.
  var firstWord: Token? { tokens.first { $0.kind != .mark } }

  /// Whether it starts with one of the phrases.
  func starts(withAny phrases: WordSet, ofAtMost length: Int) -> Bool {
    var hash = WordHash.seed
    var seen = 0
    for token in tokens where token.kind != .mark {
      guard seen < length else { return false }
      hash = WordHash.joined(hash, token.phraseHash)
      if phrases.contains(hash) { return true }
      seen += 1
    }
    return false
  }

  /// Whether its last words are one of the phrases, of at least two words.
  func ends(withAny phrases: WordSet, ofAtMost length: Int) -> Bool {
    let tokens = tokens.span
    var count = 0
    var first = tokens.count
    while first > 0, count < max(2, length) {
      first -= 1
      guard tokens[first].kind != .mark else { continue }
      count += 1
      guard count > 1 else { continue }
      var hash = WordHash.seed
      for index in first..<tokens.count where tokens[index].kind != .mark {
        hash = WordHash.joined(hash, tokens[index].phraseHash)
      }
      if phrases.contains(hash) { return true }
    }
    return false
  }

  /// Whether one of the phrases, of so many words, stands anywhere in it.
  func holds(_ phrases: WordSet, of length: Int) -> Bool {
    let words = tokens.filter { $0.kind != .mark }
    return words.indices.dropLast(length - 1).contains { start in
      phrases.contains(
        words[start..<start + length].reduce(WordHash.seed) { WordHash.joined($0, $1.phraseHash) })
    }
  }

  /// Whether most of it is in a script of ideographs.
  var isIdeographic: Bool { ideographs * 2 > characters }

  /// Whether it reads like running text rather than a label: a sentence of some length, or a long stretch of words.
  var isProse: Bool { endsSentence && words >= 7 || words >= 24 && characters >= 110 }

  private mutating func measure(_ bytes: Span<UInt8>) {
    let table = ScalarTable.shared
    let cases = table.cases.span
    var letterCases: UInt8 = 0  // as in the table
    var isInWord = false
    var words = 0
    var characters = 0
    var unspaced = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte &- 0x61 < 26 {
        // Most bytes are small letters.
        let start = offset
        repeat { offset &+= 1 } while offset < bytes.count && bytes[offset] &- 0x61 < 26
        characters &+= offset &- start
        letterCases |= 2
        if !isInWord { words &+= 1 }
        isInWord = true
        continue
      }
      characters += 1
      if byte < 0x80 {
        offset += 1
        let isLetter = (byte | 0x20) &- 0x61 < 26
        if isLetter || byte &- 0x30 < 10 {
          if isLetter { letterCases |= byte & 0x20 == 0 ? 1 : 2 }
          if !isInWord { words += 1 }
          isInWord = true
        } else if byte != 0x27 && byte != 0x2D {
          isInWord = false
        }
        continue
      }
      let (scalar, length) = scalar(in: bytes, at: offset)
      if length == 3, offset + 2 < bytes.count, isIdeograph(bytes.extracting(offset..<offset + 3)) {
        ideographs += 1
      }
      if length == 3, offset + 2 < bytes.count, isUnspaced(byte, bytes[offset + 1]) {
        unspaced += 1
        isInWord = false
      } else {
        letterCases |= ScalarTable.letterCase(scalar, cases)
        // The Latin-1 marks and general punctuation are no words.
        let isWord = byte != 0xC2 && !(byte == 0xE2 && offset + 1 < bytes.count && bytes[offset + 1] < 0x82)
        if isWord && !isInWord { words += 1 }
        isInWord = isWord
      }
      offset += length
    }
    self.characters = characters
    hasCapital = letterCases & 1 != 0
    hasSmallLetter = letterCases & 2 != 0
    self.words = words + (unspaced + 1) / 2
    endsSentence = Self.endsSentence(text)
    continues = Self.continues(text)
  }

  private static func endsSentence(_ text: String) -> Bool {
    // Most lines tell by their last byte.
    switch text.utf8.last ?? 0 {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: return false
    default: break
    }
    var left = 6
    var mark: Unicode.Scalar?
    for scalar in withoutSignature(text).unicodeScalars.reversed() {
      if let mark { return Self.isEnd(mark, behind: scalar) }
      switch scalar {
      case "\"", "'", "”", "’", "“", "‘", "»", "«", ")", "]", " ", "」", "』", "）":
        left -= 1
        if left == 0 { return false }
      case ".", "!", "?", "…", "。", "．", "｡", "！", "？", "۔", "।", "॥", "؟", "။", "։", "።", "។", "།":
        return true
      case ":", ";": mark = scalar
      default: return false
      }
    }
    return false
  }

  /// Whether a colon or a semicolon behind a letter ends a sentence: Armenian writes the one for its full stop, Greek asks by the other.
  private static func isEnd(_ mark: Unicode.Scalar, behind letter: Unicode.Scalar) -> Bool {
    mark == ":" ? (0x561...0x587).contains(letter.value) : (0x370...0x3FF).contains(letter.value)
  }

  /// A text without the few letters in wide brackets that end it: who wrote it, or that it is over, as in Chinese and Japanese papers;
  /// and without who wrote it and when, as in Austrian ones: "(Anna Huber, 12.3.2024)".
  static func withoutSignature(_ text: String) -> Substring {
    let opening: Unicode.Scalar
    let longest: Int
    switch text.unicodeScalars.last {
    case "）": (opening, longest) = ("（", 16)
    case "】": (opening, longest) = ("【", 16)
    case ")" where text.utf8.dropLast().last.map { $0 &- 0x30 < 10 } == true: (opening, longest) = ("(", 60)
    default: return text[...]
    }
    guard let open = text.unicodeScalars.suffix(longest).lastIndex(of: opening), open > text.startIndex,
      opening != "(" || endsWithDay(text[open...].dropLast())
    else { return text[...] }
    return text[..<open]
  }

  /// Whether a day in digits stands behind a comma at the end of a text: "Anna Huber, 12.3.2024".
  private static func endsWithDay(_ text: Substring) -> Bool {
    let words = text.utf8.split(separator: 0x20).suffix(2)
    guard words.count == 2, words.first?.last == UInt8(ascii: ","), let day = words.last else { return false }
    return day.count >= 6 && day.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
      && day.contains(UInt8(ascii: "."))
  }

  private static func continues(_ text: String) -> Bool {
    if let byte = text.utf8.first, (byte | 0x20) &- 0x61 < 26 { return byte & 0x20 != 0 }
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return false }
    switch first {
    case ",", ".", ";", ":", ")", "’", "?", "!":
      // "... and so on" and ":-)" are starts; ", and so on" is not.
      guard let next = scalars.next() else { return true }
      return next == " " || next == "\"" || next == "”"
    case "a"..."z": return true
    case "\0"..."\u{7F}": return false
    default: return first.properties.isLowercase
    }
  }
}

/// The hash of a text's bytes, eight at a time.
func textHash(_ bytes: Span<UInt8>) -> UInt64 {
  var hash = WordHash.seed &+ UInt64(bytes.count)
  let whole = bytes.count & ~7
  // Eight bytes from each offset on are there.
  unsafe bytes.withUnsafeBytes { buffer in
    for offset in stride(from: 0, to: whole, by: 8) {
      let word = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = WordHash.joined(hash, UInt64(bigEndian: word))
    }
  }
  var word: UInt64 = 0
  for offset in whole..<bytes.count { word = word << 8 | UInt64(bytes[offset]) }
  return WordHash.joined(hash, word)
}

/// Whether the scalar belongs to a script that puts no spaces between words: kana, ideographs, Thai, Lao, Khmer, Burmese.
func isUnspaced(_ lead: UInt8, _ second: UInt8) -> Bool {
  switch lead {
  case 0xE0: (0xB8...0xBB).contains(second)
  case 0xE1: (0x80...0x82).contains(second) || (0x9E...0x9F).contains(second)
  case 0xE3: second >= 0x81
  case 0xE4...0xE9: true
  default: false
  }
}
