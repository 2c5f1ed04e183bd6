/// Lines without the marks of notes: "a third had rotted.2", "had rotted[2]", "had rotted.²". The notes below the text are told.
///
/// Such marks count on from 1 through the text. Behind a full stop, or in brackets, three of them are sure; what stands above the
/// line is a mark wherever it counts, as exponents begin with 2.
func withoutNoteMarks(_ lines: [Line]) -> [Line] {
  let found = lines.map { NoteMark.marks(in: $0.text.utf8.span) }
  var kept: [NoteMark.Kind: (count: Int, last: Int)] = [:]
  for kind in NoteMark.Kind.allCases {
    let numbers = found.joined().lazy.filter { $0.kind == kind }.map(\.number)
    let count = numbers.reduce(0) { $1 == $0 + 1 ? $1 : $0 }
    if count >= kind.least, numbers.count(where: { $0 <= count }) * 5 >= numbers.count * 4 {
      kept[kind] = (count, 0)
    }
  }
  guard !kept.isEmpty else { return lines }
  var plain = lines
  var end = 0
  for index in lines.indices {
    let bytes = Array(lines[index].text.utf8)
    var text: [UInt8] = []
    var start = 0
    for mark in found[index] {
      guard let (count, last) = kept[mark.kind], mark.number <= count, mark.number <= last + 1 else {
        continue
      }
      kept[mark.kind] = (count, max(last, mark.number))
      text += bytes[start..<mark.place.lowerBound]
      if text.last == 0x20 { text.removeLast() }
      start = mark.place.upperBound
      end = index + 1
    }
    guard start > 0 else { continue }
    text += bytes[start...]
    plain[index] = lines[index].with(string(text.span))
  }
  markNotes(in: &plain, from: end, count: kept.values.reduce(0) { max($0, $1.count) })
  return plain
}

/// Marks the notes below a text: lines that begin with the numbers of the marks, all of them in order, and the label over them.
private func markNotes(in lines: inout [Line], from start: Int, count: Int) {
  var notes: [Int] = []
  for index in lines.indices.dropFirst(start) {
    if NoteMark.number(openingNote: lines[index].text.utf8.span) == notes.count + 1 { notes.append(index) }
  }
  guard notes.count >= count, let first = notes.first, let last = notes.last else { return }
  let hasLabel = first > start && lines[first - 1].words <= 3 && !lines[first - 1].endsSentence
  for index in (hasLabel ? first - 1 : first)...last { lines[index].isNote = true }
}

/// A number that may send the reader to a note.
private struct NoteMark {
  enum Kind: CaseIterable {
    case inBrackets, raised, glued

    /// How many have to count on for a text to have such marks.
    var least: Int { self == .raised ? 1 : 3 }
  }

  let kind: Kind
  let place: Range<Int>
  let number: Int

  /// The numbers in a line that may be such marks.
  static func marks(in text: Span<UInt8>) -> [NoteMark] {
    var marks: [NoteMark] = []
    var place = 1
    while place < text.count {
      // Most bytes are small letters and spaces.
      if text[place] &- 0x5C < 0x66 || text[place] == 0x20 {
        place &+= 1
        continue
      }
      switch text[place] {
      case UInt8(ascii: "["):
        if let (number, end) = number(inBracketsAt: place, text), end == text.count || !isWordByte(text[end])
        {
          marks.append(NoteMark(kind: .inBrackets, place: place..<end, number: number))
          place = end - 1
        }
      case 0x31...0x39 where endsSentence(text, before: place):
        let (number, end) = digits(text, from: place)
        if end - place <= 2, end == text.count || text[end] == 0x20 {
          marks.append(NoteMark(kind: .glued, place: place..<end, number: number))
        }
        place = end - 1
      case 0xC2, 0xE2:
        let (number, end) = raisedDigits(text, from: place)
        if let number, endsSentence(text, before: place) || endsLongWord(text, before: place) {
          marks.append(NoteMark(kind: .raised, place: place..<end, number: number))
        }
        place = max(place, end - 1)
      default: break
      }
      place += 1
    }
    return marks
  }

  /// The number that a note below a text begins with: "1. Ibid.", "[1] Ibid.", "1 Ibid.", "¹ Ibid."
  static func number(openingNote text: Span<UInt8>) -> Int? {
    switch text[0] {
    case UInt8(ascii: "["): return number(inBracketsAt: 0, text)?.number
    case 0x31...0x39:
      let (number, end) = digits(text, from: 0)
      let isOpening =
        end < text.count
        && (text[end] == 0x20 || ".):".utf8.contains(text[end]) && text.has(" ", at: end + 1))
      return isOpening ? number : nil
    default: return raisedDigits(text, from: 0).number
    }
  }

  private static func number(inBracketsAt open: Int, _ text: Span<UInt8>) -> (number: Int, end: Int)? {
    let (number, end) = digits(text, from: open + 1)
    return (1...3).contains(end - open - 1) && text.has("]", at: end) ? (number, end + 1) : nil
  }

  private static func digits(_ text: Span<UInt8>, from start: Int) -> (number: Int, end: Int) {
    var (number, end) = (0, start)
    while end < text.count, end - start < 4, text[end] &- 0x30 < 10 {
      number = number * 10 + Int(text[end] - 0x30)
      end += 1
    }
    return (number, end)
  }

  private static func raisedDigits(_ text: Span<UInt8>, from start: Int) -> (number: Int?, end: Int) {
    var (number, end) = (0, start)
    while end < text.count, end - start < 9, text[end] == 0xC2 || text[end] == 0xE2 {
      let (scalar, length) = scalar(in: text, at: end)
      let digit: UInt32? =
        switch scalar {
        case 0xB9: 1
        case 0xB2, 0xB3: scalar - 0xB0
        case 0x2070, 0x2074...0x2079: scalar - 0x2070
        default: nil
        }
      guard let digit else { break }
      number = number * 10 + Int(digit)
      end += length
    }
    return (end > start ? number : nil, end)
  }

  /// Whether a sentence, or a part of one, ends right before a place: with a mark behind two letters at least, a quotation mark between.
  private static func endsSentence(_ text: Span<UInt8>, before place: Int) -> Bool {
    var place = place
    for quote: StaticString in ["”", "»", "\"", "’", "“", ")"]
    where text.has(quote, at: place - quote.utf8CodeUnitCount) {
      place -= quote.utf8CodeUnitCount
      break
    }
    guard place >= 3, ".!?,;".utf8.contains(text[place - 1]) else { return false }
    return isLetter(text[place - 2]) && isLetter(text[place - 3])
      && !endsAbbreviation(text, before: place - 1)
  }

  /// Whether a word right before a place has four letters at least, as no unit has.
  private static func endsLongWord(_ text: Span<UInt8>, before place: Int) -> Bool {
    place >= 4 && (1...4).allSatisfy { isLetter(text[place - $0]) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

  /// Whether the word right before a place is one that numbers follow: "No.1".
  private static func endsAbbreviation(_ text: Span<UInt8>, before place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 6, isLetter(text[start - 1]) { start -= 1 }
    return wordsBeforeNumbers.contains(
      WordHash(folding: Substring(string(text.extracting(start..<place)))).value)
  }

  private static let wordsBeforeNumbers: WordSet = [
    "no", "nos", "nr", "núm", "num", "nro", "nº", "vol", "fig", "art", "abs", "abb", "ch", "cap", "kap", "pp",
    "sec", "par", "ver",
    "ext", "ep", "tel", "st", "rs", "bd", "ziff", "tab", "sr", "ст", "гл", "рис", "стр",
  ]
}
