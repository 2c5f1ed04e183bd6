/// What a scalar is, as far as sentences and words care.
enum ScalarKind: Sendable {
  case upper, lower
  /// A letter of a script without case.
  case uncased
  case digit
  /// A combining mark: part of the word it stands in.
  case mark
  case other
}

/// A Unicode scalar as it stands in UTF-8 text.
package struct DecodedScalar {
  /// The code point; U+FFFD where the bytes are no scalar.
  package var value: UInt32
  /// How many bytes it takes; 1 or more.
  package var length: Int

  /// Reads the scalar that begins at `offset`, which must lie inside `text`.
  ///
  /// Text is valid UTF-8 by the time it comes here; a stray byte is read as U+FFFD, never past the end.
  @inline(__always)
  package init(in text: Span<UInt8>, at offset: Int) {
    let first = text[offset]
    if first < 0x80 {
      value = UInt32(first)
      length = 1
      return
    }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, offset + count <= text.count else {
      value = 0xFFFD
      length = 1
      return
    }
    var bits = UInt32(first) & (0x7F >> UInt32(count))
    for i in 1..<count { bits = bits << 6 | UInt32(text[offset + i] & 0x3F) }
    value = bits
    length = count
  }

  /// Reads the scalar that ends just before `end`, which must be greater than 0.
  init(in text: Span<UInt8>, before end: Int) {
    var start = end - 1
    while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(in: text, at: start)
    length = end - start
  }

  /// What it is.
  @inline(__always)
  var kind: ScalarKind {
    if value < 0x80 {
      if (value | 0x20) &- 0x61 < 26 { return value & 0x20 == 0 ? .upper : .lower }
      return value &- 0x30 < 10 ? .digit : .other
    }
    return kindBeyondASCII
  }

  private var kindBeyondASCII: ScalarKind {
    // The letters and marks of running text; the tables of all the others take ten times as long.
    switch value {
    case 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x45F: return .lower
    case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x400...0x42F: return .upper
    case 0x5D0...0x5EA, 0x620...0x64A, 0x904...0x939, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      return .uncased
    case 0xA0...0xA9, 0xAB, 0xBB, 0x2000...0x206F, 0x3000...0x3004, 0xFF01...0xFF0F: return .other
    default: return kindInTables
    }
  }

  /// What it is by Unicode's general category.
  var kindInTables: ScalarKind {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .otherLetter, .modifierLetter: return .uncased
    case .decimalNumber, .letterNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .other
    }
  }

  /// Whether it is white space, no-break spaces included.
  var isWhiteSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether it is written without spaces between words, so that each scalar stands for a word.
  var isIdeographic: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Myanmar, Khmer
    default: false
    }
  }

  /// The lower-case scalar of the same letter, for Latin, Greek, Cyrillic and Armenian; others as they are.
  @inline(__always)
  var lowered: UInt32 {
    if value < 0x80 { return value &- 0x41 < 26 ? value + 32 : value }
    return loweredBeyondASCII
  }

  private var loweredBeyondASCII: UInt32 {
    switch value {
    case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3A9, 0x410...0x42F: value + 32
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
    case 0x1E00...0x1E95, 0x1EA0...0x1EFF, 0x218...0x21B, 0x1A0...0x1A5: value | 1
    case 0x139...0x148, 0x179...0x17E: value + (value & 1)
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x1AF: 0x1B0
    case 0x386: 0x3AC
    case 0x388...0x38A: value + 37
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: value + 63
    case 0x400...0x40F: value + 80
    case 0x531...0x556: value + 48
    default: value
    }
  }
}

extension Span<UInt8> {
  /// Whether all bytes are ASCII.
  var isASCII: Bool {
    var all: UInt8 = 0
    for place in indices { all |= self[place] }
    return all < 0x80
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8.
  @inline(__always)
  mutating func append(scalar value: UInt32) {
    if value < 0x80 {
      append(UInt8(value))
    } else if value < 0x800 {
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x1_0000 {
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    } else {
      append(UInt8(0xF0 | value >> 18 & 0x07))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
