/// One line of a text, with what its shape tells.
struct Line {
  /// The line as it stands, without white space at either end; not empty.
  var text: String
  /// Whether a blank line, or the start of the text, comes before it.
  var followsBlank: Bool
  /// Whether the line was indented.
  var isIndented: Bool
  /// The number of words; two ideographs, kana or Thai letters count as one.
  var words = 0
  /// The number of scalars.
  var characters = 0
  /// Whether it ends like a sentence: with `.`, `!`, `?`, `…` or their kin, quotation marks and brackets after
  /// them aside.
  var endsSentence = false
  /// Whether it goes on in the middle of a sentence: with a small letter or with punctuation that never starts one.
  var continues = false
  /// Its words in lower case with one space between, digits as `#`; empty for a line longer than ``keyedLength``.
  var key = ""

  /// Lines longer than this many bytes are no menu, no byline and no label: nothing looks at their words.
  static let keyedLength = 320

  /// A line of text, measured.
  init(_ text: String, followsBlank: Bool, isIndented: Bool = false) {
    self.text = text
    self.followsBlank = followsBlank
    self.isIndented = isIndented
    measure(text.utf8.span)
    if text.utf8.count <= Self.keyedLength { key = Self.key(of: text) }
  }

  /// The comparison key of a text: its words and numbers, without case and punctuation.
  static func key(of text: String) -> String {
    var key = ""
    for token in tokens(of: text) where token.kind != .mark {
      if !key.isEmpty { key.append(" ") }
      key.append(token.kind == .number ? "#" : token.folded.replacingApostrophes)
    }
    return key
  }

  /// Whether it reads like running text rather than a label: a sentence of some length, or a long stretch of words.
  var isProse: Bool { endsSentence && words >= 7 || words >= 24 && characters >= 110 }

  private mutating func measure(_ bytes: Span<UInt8>) {
    var isInWord = false
    var ideographs = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      characters += 1
      if length == 3, offset + 2 < bytes.count, isUnspaced(byte, bytes[offset + 1]) {
        ideographs += 1
        isInWord = false
      } else {
        let isWord =
          isWordByte(byte) && !(byte == 0xE2 && offset + 1 < bytes.count && bytes[offset + 1] < 0x82)
        if isWord && !isInWord { words += 1 }
        isInWord = isWord || isInWord && (byte == 0x27 || byte == 0x2D)
      }
      offset += length
    }
    words += (ideographs + 1) / 2
    endsSentence = Self.endsSentence(text)
    continues = Self.continues(text)
  }

  private static func endsSentence(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed().prefix(6) {
      switch scalar {
      case "\"", "'", "”", "’", "“", "‘", "»", "«", ")", "]", " ", "」", "』", "）": continue
      case ".", "!", "?", "…", "。", "！", "？", "۔", "।", "؟", "။": return true
      default: return false
      }
    }
    return false
  }

  private static func continues(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if [",", ".", ";", ":", ")", "’", "?", "!"].contains(first) {
      // "... and so on" and ":-)" are starts; ", and so on" is not.
      return scalars.dropFirst().first.map { $0 == " " || $0 == "\"" || $0 == "”" } ?? true
    }
    return first.properties.isLowercase
  }
}

extension String {
  /// The text with the typewriter's apostrophe for the printer's.
  fileprivate var replacingApostrophes: String {
    utf8.contains(0xE2) ? String(map { $0 == "’" ? "'" : $0 }) : self
  }
}

/// Whether a byte belongs to a word: a letter or digit of ASCII, or a part of any other scalar but the Latin-1 marks.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: byte >= 0x80 && byte != 0xC2
  }
}

/// Whether the scalar belongs to a script that puts no spaces between words: kana, ideographs, Thai, Lao, Khmer, Burmese.
private func isUnspaced(_ lead: UInt8, _ second: UInt8) -> Bool {
  switch lead {
  case 0xE0: (0xB8...0xBB).contains(second)
  case 0xE1: (0x80...0x82).contains(second) || (0x9E...0x9F).contains(second)
  case 0xE3: second >= 0x81
  case 0xE4...0xE9: true
  default: false
  }
}
