/// The text of a file as valid UTF-8, and the charset that it was stored in.
struct DecodedText {
  /// Valid UTF-8, without a byte order mark.
  var utf8: [UInt8]
  /// The charset of the file, in lower case.
  var charset: String
}

/// Decodes a file of unknown charset.
///
/// A byte order mark decides; then NULs at every second place (UTF-16 without a mark); then whether the bytes are
/// UTF-8. Malformed sequences in a text that also has well-formed multi-byte ones, and more of them, are damage
/// and become U+FFFD; otherwise libuchardet guesses, and what it does not know is Windows-1252.
///
/// - Throws: ``NormalizationError/notText(offset:)`` where no reading gives text.
func decoded(_ bytes: [UInt8]) throws(NormalizationError) -> DecodedText {
  let span = bytes.span
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try decodedEightBit(span.extracting(3...), skipped: 3) }
  if bytes.starts(with: [0xFF, 0xFE]) { return try decodedUTF16(span, from: 2, bigEndian: false) }
  if bytes.starts(with: [0xFE, 0xFF]) { return try decodedUTF16(span, from: 2, bigEndian: true) }
  if isSoundUTF8(span) { return DecodedText(utf8: bytes, charset: "utf-8") }
  if let bigEndian = utf16Order(of: span) { return try decodedUTF16(span, from: 0, bigEndian: bigEndian) }
  return try decodedEightBit(span, skipped: 0)
}

/// The byte order of UTF-16 text without a mark, where half of the first bytes are NUL and all on one side.
///
/// - Returns: Whether it is big-endian; `nil` for anything else.
private func utf16Order(of bytes: Span<UInt8>) -> Bool? {
  let sample = min(bytes.count, 4096) & ~1
  guard sample >= 8 else { return nil }
  var even = 0
  var odd = 0
  for offset in 0..<sample where bytes[offset] == 0 {
    if offset & 1 == 0 { even += 1 } else { odd += 1 }
  }
  let most = sample / 2 * 7 / 10
  if odd >= most, even * 50 <= sample { return false }
  if even >= most, odd * 50 <= sample { return true }
  return nil
}

private func decodedUTF16(
  _ bytes: Span<UInt8>, from start: Int, bigEndian: Bool
) throws(NormalizationError) -> DecodedText {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(bytes.count / 2 + bytes.count / 8)
  var strange = 0
  var firstStrange = start
  var offset = start
  func unit(_ at: Int) -> UInt32 {
    bigEndian
      ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
  }
  while offset + 1 < bytes.count {
    var scalar = unit(offset)
    let place = offset
    offset += 2
    if (0xD800..<0xDC00).contains(scalar), offset + 1 < bytes.count, (0xDC00..<0xE000).contains(unit(offset))
    {
      scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(offset) - 0xDC00)
      offset += 2
    }
    let isStrange =
      (0xD800..<0xF900).contains(scalar) || scalar == 0xFFFE || scalar == 0xFFFF
      || (scalar < 0x20 && !(9...13).contains(scalar))
    if isStrange {
      if strange == 0 { firstStrange = place }
      strange += 1
    }
    append(Unicode.Scalar(scalar) ?? "\u{FFFD}", to: &utf8)
  }
  guard strange * 50 <= (bytes.count - start) / 2 else { throw .notText(offset: firstStrange) }
  return DecodedText(utf8: utf8, charset: bigEndian ? "utf-16be" : "utf-16le")
}

/// What one pass over bytes shows of their charset.
private struct Census {
  var wellFormed = 0
  var malformed = 0
  var high = 0
  var controls = 0
  var firstControl = 0
  var firstMalformed = 0
}

private func decodedEightBit(
  _ bytes: Span<UInt8>, skipped: Int
) throws(NormalizationError) -> DecodedText {
  var census = Census()
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte < 0x80 {
      if byte < 0x20 && !(8...13).contains(byte) && byte != 0x1B || byte == 0x7F {
        if census.controls == 0 { census.firstControl = offset }
        census.controls += 1
      }
      offset += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: offset)
    census.high += max(length, 1)
    if length > 0 {
      census.wellFormed += 1
    } else if isCutShort(bytes, at: offset) {
      break
    } else {
      if census.malformed == 0 { census.firstMalformed = offset }
      census.malformed += 1
    }
    offset += max(length, 1)
  }
  guard census.controls * 100 <= bytes.count else { throw .notText(offset: skipped + census.firstControl) }
  if census.malformed == 0 || census.wellFormed > census.malformed {
    return DecodedText(utf8: repaired(bytes), charset: "utf-8")
  }
  if census.high >= 16, let legacy = decodedLegacy(bytes) { return legacy }
  guard census.high * 3 <= bytes.count else { throw .notText(offset: skipped + census.firstMalformed) }
  return DecodedText(utf8: decodedWindows1252(bytes), charset: "windows-1252")
}

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
private func isCutShort(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  let wanted = bytes[offset] >= 0xF0 ? 4 : bytes[offset] >= 0xE0 ? 3 : 2
  guard bytes[offset] >= 0xC2, bytes[offset] <= 0xF4, offset > 0, offset + wanted > bytes.count else {
    return false
  }
  return (offset + 1..<bytes.count).allSatisfy { (0x80...0xBF).contains(bytes[$0]) }
}

/// The bytes with each malformed one replaced by U+FFFD.
private func repaired(_ bytes: Span<UInt8>) -> [UInt8] {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(bytes.count)
  var start = 0
  var offset = 0
  /// Takes the good bytes up to here.
  func flush(_ end: Int) {
    // The buffer is valid for the call.
    unsafe bytes.extracting(start..<end).withUnsafeBufferPointer { unsafe utf8.append(contentsOf: $0) }
  }
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: offset)
    if length == 0 {
      flush(offset)
      start = offset + 1
      if isCutShort(bytes, at: offset) { return utf8 }
      append("\u{FFFD}", to: &utf8)
    }
    offset += max(length, 1)
  }
  flush(bytes.count)
  return utf8
}

private func decodedWindows1252(_ bytes: Span<UInt8>) -> [UInt8] {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(bytes.count + bytes.count / 8)
  for offset in bytes.indices {
    let byte = bytes[offset]
    if byte < 0x80 {
      utf8.append(byte)
    } else {
      append(
        (0x80...0x9F).contains(byte) ? windows1252High[Int(byte) - 0x80] : Unicode.Scalar(byte), to: &utf8)
    }
  }
  return utf8
}

/// Windows-1252, 0x80 to 0x9F; the five places that it leaves empty become U+FFFD.
let windows1252High: [Unicode.Scalar] = [
  "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
  "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
]

private func append(_ scalar: Unicode.Scalar, to utf8: inout [UInt8]) {
  if scalar.isASCII {
    utf8.append(UInt8(scalar.value))
  } else {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
