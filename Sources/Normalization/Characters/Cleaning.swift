/// Brings text into one form: `\n` for every line end, one space for every run of white space, nothing invisible.
///
/// Line ends are CR, LF, CRLF, VT, FF, NEL, U+2028 and U+2029; more than two in a row become two, a blank line.
/// A line that was indented starts with one space; no line ends with one. Controls, soft hyphens, zero-width
/// spaces, byte order marks and bidi controls go; the zero-width joiners stay behind what is no ASCII, since Persian and
/// emoji need them.
/// The ligatures U+FB00 to U+FB06 become letters.
///
/// - Parameter text: Valid UTF-8.
func cleaned(_ text: Span<UInt8>) -> [UInt8] {
  var cleaner = Cleaner()
  cleaner.output.reserveCapacity(text.count)
  var offset = 0
  while offset < text.count {
    let byte = text[offset]
    if byte > 0x20, byte < 0x7F {
      let (end, scalarsBeyondASCII) = endOfPlainText(in: text, from: offset)
      cleaner.append(plain: text.extracting(offset..<end), scalarsBeyondASCII: scalarsBeyondASCII)
      offset = end
      continue
    }
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    let end = min(offset + length, text.count)
    if byte == 0x0D, end < text.count, text[end] == 0x0A {
      offset += 1  // the LF that follows ends the line
      continue
    }
    cleaner.append(text.extracting(offset..<end))
    offset = end
  }
  return cleaner.output
}

/// The end of a stretch that stays as it is: words with one space between, no more scalars beyond ASCII in a row than marks may
/// stand on a letter, and how many of those it ends with.
///
/// - Parameter start: The place of a letter or mark of ASCII.
private func endOfPlainText(in text: Span<UInt8>, from start: Int) -> (end: Int, scalarsBeyondASCII: Int) {
  var end = start &+ 1
  var scalarsBeyondASCII = 0
  while end < text.count {
    let byte = text[end]
    if byte &- 0x21 < 0x5E {
      // Most bytes are letters behind another.
      repeat { end &+= 1 } while end < text.count && text[end] &- 0x21 < 0x5E
      scalarsBeyondASCII = 0
    } else if byte < 0x7F {
      guard byte == 0x20, text[end &- 1] != 0x20 else { break }
      end &+= 1
      scalarsBeyondASCII = 0
    } else {
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard byte > 0x7F, end &+ length <= text.count, scalarsBeyondASCII < Cleaner.maximumMarks,
        case .text = CharacterKind(text.extracting(end..<end &+ length))
      else { break }
      end &+= length
      scalarsBeyondASCII &+= 1
    }
  }
  if text[end &- 1] == 0x20 { end &-= 1 }
  return (end, scalarsBeyondASCII)
}

private struct Cleaner {
  var output: [UInt8] = []
  private var hasPendingSpace = false
  /// Line ends written last; 2 at the start of the text, where none is wanted.
  private var lineEnds = 2
  /// How many scalars beyond ASCII stand at the end, and how many marks, once there are many.
  private var scalarsBeyondASCII = 0
  private var marks = 0

  mutating func append(_ byte: UInt8) {
    if hasPendingSpace {
      output.append(0x20)
      hasPendingSpace = false
    }
    lineEnds = 0
    output.append(byte)
  }

  /// Takes bytes that stay as they are.
  mutating func append(plain bytes: Span<UInt8>, scalarsBeyondASCII: Int) {
    if hasPendingSpace { output.append(0x20) }
    hasPendingSpace = false
    lineEnds = 0
    output.append(bytes)
    (self.scalarsBeyondASCII, marks) = (scalarsBeyondASCII, 0)
  }

  /// Whether a scalar is one more mark on a letter that has as many as any text may have (Unicode, UAX 15, stream-safe
  /// text: 30); the time that composition takes grows with the square of their number.
  private mutating func isOneMarkTooMany(_ bytes: Span<UInt8>) -> Bool {
    guard let last = output.last, last >= 0x80, !hasPendingSpace else {
      (scalarsBeyondASCII, marks) = (1, 0)
      return false
    }
    scalarsBeyondASCII += 1
    guard scalarsBeyondASCII > Self.maximumMarks else { return false }
    guard isMark(scalar(in: bytes, at: 0).0) else {
      marks = 0
      return false
    }
    if marks == 0 { marks = marksAtEnd }
    marks += 1
    return marks > Self.maximumMarks
  }

  /// How many marks stand at the end of the output, of which the last ones are looked at.
  private var marksAtEnd: Int {
    var count = 0
    var end = output.count
    while count < Self.maximumMarks, end > 0 {
      var start = end - 1
      while start > 0, output[start] & 0xC0 == 0x80 { start -= 1 }
      guard isMark(scalar(in: output.span, at: start).0) else { break }
      count += 1
      end = start
    }
    return count
  }

  private func isMark(_ scalar: UInt32) -> Bool {
    scalar >= 0x300
      && Unicode.Scalar(scalar).map { $0.properties.canonicalCombiningClass != .notReordered } ?? false
  }

  static let maximumMarks = 30

  /// Takes one scalar.
  mutating func append(_ scalar: Span<UInt8>) {
    switch CharacterKind(scalar) {
    case .text:
      guard scalar.count == 1 || !isOneMarkTooMany(scalar) else { return }
      for index in scalar.indices { append(scalar[index]) }
    case .space:
      hasPendingSpace = true
    case .lineEnd:
      hasPendingSpace = false
      if lineEnds < 2 { output.append(0x0A) }
      lineEnds += 1
    case .invisible:
      break
    case .joiner:
      // Between letters of scripts that join, and emoji; beside ASCII it is a leftover.
      if let last = output.last, last >= 0x80, !hasPendingSpace {
        for index in scalar.indices { append(scalar[index]) }
      }
    case .ligature(let letters):
      for byte in letters.utf8 { append(byte) }
    }
  }
}

/// What cleaning makes of a scalar.
private enum CharacterKind {
  case text
  case space
  case lineEnd
  case invisible
  case joiner
  case ligature(String)

  init(_ scalar: Span<UInt8>) {
    switch scalar.count {
    case 1: self = Self.ofASCII(scalar[0])
    case 2: self = Self.ofTwo(scalar[0], scalar[1])
    case 3: self = Self.ofThree(scalar[0], scalar[1], scalar[2])
    default: self = .text
    }
  }

  private static func ofASCII(_ byte: UInt8) -> Self {
    switch byte {
    case 0x09, 0x20: .space
    case 0x0A...0x0D: .lineEnd
    case 0..<0x20, 0x7F: .invisible
    default: .text
    }
  }

  private static func ofTwo(_ first: UInt8, _ second: UInt8) -> Self {
    switch (first, second) {
    case (0xC2, 0x85): .lineEnd  // NEL
    case (0xC2, 0xA0): .space
    case (0xC2, 0x80..<0xA0), (0xC2, 0xAD): .invisible  // C1 controls, soft hyphen
    case (0xD8, 0x9C): .invisible  // Arabic letter mark
    default: .text
    }
  }

  private static func ofThree(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Self {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80): .space  // Ogham, ideographic
    case (0xE1, 0xA0, 0x8E): .invisible  // Mongolian vowel separator
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): .space
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): .lineEnd
    case (0xE2, 0x80, 0x8C...0x8D): .joiner
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE): .invisible
    case (0xE2, 0x81, 0xA0...0xAF): .invisible  // word joiner, isolates
    case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xB9...0xBC), (0xEF, 0xBF, 0xBE...0xBF): .invisible
    case (0xEF, 0xAC, 0x80): .ligature("ff")
    case (0xEF, 0xAC, 0x81): .ligature("fi")
    case (0xEF, 0xAC, 0x82): .ligature("fl")
    case (0xEF, 0xAC, 0x83): .ligature("ffi")
    case (0xEF, 0xAC, 0x84): .ligature("ffl")
    case (0xEF, 0xAC, 0x85...0x86): .ligature("st")
    default: .text
    }
  }
}
