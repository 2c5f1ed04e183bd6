/// The length of the well-formed multi-byte sequence at `offset`, or 0 (Unicode 16, table 3-7).
func sequenceLength(in bytes: Span<UInt8>, at offset: Int) -> Int {
  func continues(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index < bytes.count && range.contains(bytes[index])
  }
  switch bytes[offset] {
  case 0xC2...0xDF:
    return continues(offset + 1) ? 2 : 0
  case 0xE0...0xEF:
    let second: ClosedRange<UInt8> =
      switch bytes[offset] {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      default: 0x80...0xBF
      }
    return continues(offset + 1, second) && continues(offset + 2) ? 3 : 0
  case 0xF0...0xF4:
    let second: ClosedRange<UInt8> =
      switch bytes[offset] {
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    return continues(offset + 1, second) && continues(offset + 2) && continues(offset + 3) ? 4 : 0
  default:
    return 0
  }
}

/// Whether the file ends in the middle of a sequence here: a cut copy, no sign of another charset.
func isCutShort(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  let wanted = bytes[offset] >= 0xF0 ? 4 : bytes[offset] >= 0xE0 ? 3 : 2
  guard bytes[offset] >= 0xC2, bytes[offset] <= 0xF4, offset > 0, offset + wanted > bytes.count else {
    return false
  }
  return (offset + 1..<bytes.count).allSatisfy { (0x80...0xBF).contains(bytes[$0]) }
}

/// UTF-8 with its damage mended as far as it can be.
///
/// A malformed byte that Windows-1252 has a letter or a mark for is that, where it stands alone beside ASCII: the work of
/// a tool that pasted one charset into the other. A sequence that lost its end is one U+FFFD, any other byte one each.
///
/// - Returns: Valid UTF-8, and how many U+FFFD are in it that were not before.
func repaired(_ bytes: Span<UInt8>) -> (utf8: [UInt8], replaced: Int) {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(bytes.count)
  var replaced = 0
  var start = 0
  var offset = 0
  /// Takes the good bytes up to here.
  func flush(_ end: Int) {
    utf8.append(bytes.extracting(start..<end))
  }
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: offset)
    if length > 0 {
      offset += length
      continue
    }
    flush(offset)
    if isCutShort(bytes, at: offset) { return (utf8, replaced) }
    let end = offset + max(1, partLength(bytes, at: offset))
    if end == offset + 1, let scalar = strayScalar(bytes, at: offset) {
      append(scalar, to: &utf8)
    } else {
      append("\u{FFFD}", to: &utf8)
      replaced += 1
    }
    start = end
    offset = end
  }
  flush(bytes.count)
  return (utf8, replaced)
}

/// The length of the beginning of a well-formed sequence at `offset` that does not go on; 0 for none.
private func partLength(_ bytes: Span<UInt8>, at offset: Int) -> Int {
  guard (0xE0...0xF4).contains(bytes[offset]), offset + 1 < bytes.count else { return 0 }
  // Whether one more byte would make it whole shows whether those there can begin a sequence.
  var trial = [bytes[offset], bytes[offset + 1], 0x80, 0x80]
  guard (0x80...0xBF).contains(bytes[offset + 1]), sequenceLength(in: trial.span, at: 0) > 0 else { return 0 }
  guard bytes[offset] >= 0xF0, offset + 2 < bytes.count, (0x80...0xBF).contains(bytes[offset + 2]) else {
    return 2
  }
  trial[2] = bytes[offset + 2]
  return 3
}

/// What a byte that is no UTF-8 means in Windows-1252, where both its neighbours are ASCII or the ends.
private func strayScalar(_ bytes: Span<UInt8>, at offset: Int) -> Unicode.Scalar? {
  let byte = bytes[offset]
  guard offset == 0 || bytes[offset - 1] < 0x80, offset + 1 == bytes.count || bytes[offset + 1] < 0x80 else {
    return nil
  }
  let scalar = byte < 0xA0 ? windows1252High[Int(byte) - 0x80] : Unicode.Scalar(byte)
  // A capital or a small letter within a word; a mark anywhere.
  if byte >= 0xC0, byte != 0xD7, byte != 0xF7 {
    let before = offset > 0 ? bytes[offset - 1].lowercased : 0x20
    let after = offset + 1 < bytes.count ? bytes[offset + 1].lowercased : 0x20
    guard (0x61...0x7A).contains(before) || (0x61...0x7A).contains(after) else { return nil }
  }
  return scalar == "\u{FFFD}" ? nil : scalar
}

/// Windows-1252, 0x80 to 0x9F; the five places that it leaves empty become U+FFFD.
let windows1252High: [Unicode.Scalar] = [
  "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
  "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
]

/// Appends a scalar as UTF-8.
func append(_ scalar: Unicode.Scalar, to utf8: inout [UInt8]) {
  if scalar.isASCII {
    utf8.append(UInt8(scalar.value))
  } else {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
