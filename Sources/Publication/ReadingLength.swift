import Normalization
import Summarization

/// How long a text is for a reader.
///
/// A word is a run of bytes between spaces that holds a letter or a digit; in scripts written without spaces
/// (Chinese, Japanese, Thai and their neighbours) every character counts as one.
struct ReadingLength: Equatable, Sendable {
  /// Words and unspaced characters.
  var words: Int
  /// Whole minutes of silent reading, at least 1.
  var minutes: Int

  /// Silent reading of English non-fiction, in words a minute.
  ///
  /// Source: Brysbaert, "How many words do we read per minute?", J. Memory and Language 109 (2019).
  private static let wordsPerMinute = 238

  /// Silent reading of Chinese, in characters a minute (same source, rounded).
  private static let unspacedPerMinute = 260

  init(of body: [Paragraph]) {
    var spaced = 0
    var unspaced = 0
    for paragraph in body {
      let utf8 = paragraph.text.utf8Span
      let text = utf8.span
      var isInWord = false
      var offset = 0
      while offset < text.count {
        let byte = text[offset]
        if byte < 0x80 {
          // Nearly all of most texts.
          let isLetterOrDigit = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
          if isLetterOrDigit, !isInWord { spaced += 1 }
          isInWord = isLetterOrDigit || isInWord && byte != 0x20
          offset &+= 1
          if isInWord { offset = Self.endOfWord(in: text, from: offset) }
          continue
        }
        let decoded = DecodedScalar(in: text, at: offset)
        offset += decoded.length
        let scalar = decoded.value
        if Self.isUnspaced(scalar) {
          unspaced += 1
          isInWord = false
        } else if Self.isLetterOrDigit(scalar) {
          if !isInWord { spaced += 1 }
          isInWord = true
        } else if scalar == 0x3000 {
          isInWord = false
        }
      }
    }
    words = spaced + unspaced
    let time = spaced * Self.unspacedPerMinute + unspaced * Self.wordsPerMinute
    let minute = Self.wordsPerMinute * Self.unspacedPerMinute
    minutes = max(1, (time + minute - 1) / minute)
  }

  /// Where the next space is, or the next character beyond ASCII.
  @inline(__always)
  private static func endOfWord(in text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, case let byte = text[end], byte != 0x20, byte < 0x80 { end &+= 1 }
    return end
  }

  /// Close enough to Unicode's own tables for counting: everything beyond Latin-1's marks but general punctuation.
  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2000...0x206F, 0x3000...0x303F: false
    default: scalar > 0xBF
    }
  }

  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E01...0x0E5B, 0x0E81...0x0EDF, 0x1000...0x109F, 0x1780...0x17DD,  // Thai, Lao, Burmese, Khmer
      0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,  // kana, Han
      0x20000...0x3FFFF:
      true
    default:
      false
    }
  }
}
