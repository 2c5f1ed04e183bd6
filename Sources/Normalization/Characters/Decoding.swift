/// The text of a file as valid UTF-8, and the charset that it was stored in.
struct DecodedText {
  /// Valid UTF-8, without a byte order mark.
  var utf8: [UInt8]
  /// The charset of the file, in lower case.
  var charset: String
  /// How many bytes the charset does not have and U+FFFD stands for.
  var replaced = 0
}

/// Decodes a file of unknown charset, by what it is rather than by what it says.
///
/// In this order: a byte order mark; NULs where UTF-16 and UTF-32 have them; the escape sequences of the charsets that
/// shift; whether the bytes are UTF-8, which no text of another charset is by chance; then what the file declares, if
/// that reads well, and what libuchardet and CLD2 make of it. UTF-8 with damage stays UTF-8. A declaration names the
/// charset of a file of ASCII alone.
///
/// - Parameter outer: The charset that the bytes' envelope declares; it counts in place of what they say themselves.
/// - Throws: ``NormalizationError/notText(offset:)`` where no reading gives text.
func decoded(_ bytes: [UInt8], declared outer: Charset? = nil) throws(NormalizationError) -> DecodedText {
  let span = bytes.span
  if let (charset, markLength) = markedCharset(of: bytes) {
    return charset == .utf8
      ? try decodedEightBit(span.extracting(markLength...), skipped: markLength, declared: .utf8)
      : try decodedWide(span.extracting(markLength...), skipped: markLength, charset)
  }
  if isSoundUTF8(span), let text = decodedSound(bytes, declared: outer) { return text }
  if let charset = wideCharset(of: span) { return try decodedWide(span, skipped: 0, charset) }
  if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {  // "<?xm" in EBCDIC
    return converted(span, from: Charset("ibm037")) ?? DecodedText(utf8: [], charset: "ibm037")
  }
  let declared = outer ?? declaredCharset(in: span)
  if let text = decodedStateful(span, declared: declared) { return text }
  return try decodedEightBit(span, skipped: 0, declared: declared)
}

/// The charset that a byte order mark names, and the mark's length.
private func markedCharset(of bytes: [UInt8]) -> (Charset, Int)? {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 { return (.utf32LittleEndian, 4) }
  if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
  if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
  if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
  return nil
}

/// The text of bytes that are UTF-8; of ASCII alone its charset is the declared one, which may even shift.
///
/// - Returns: `nil` where the bytes are ASCII that the declared charset does not read so.
private func decodedSound(_ bytes: [UInt8], declared outer: Charset?) -> DecodedText? {
  var text = DecodedText(utf8: bytes, charset: Charset.utf8.name)
  if firstHighByte(in: bytes.span, from: 0) == bytes.count,
    let declared = outer ?? declaredCharset(in: bytes.span)
  {
    if declared.isStateful { return nil }
    text.charset = declared.name
  }
  return text
}

/// Text in a charset that shifts by sequences of ASCII: where it declares so, or has the escapes of Japanese mail.
private func decodedStateful(_ bytes: Span<UInt8>, declared: Charset?) -> DecodedText? {
  var hasEscape = false
  for offset in bytes.indices {
    // One byte beyond ASCII, and it is none of them.
    if bytes[offset] >= 0x80 { return nil }
    if bytes[offset] == 0x1B, offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: "$"),
      bytes[offset + 2] == UInt8(ascii: "B") || bytes[offset + 2] == UInt8(ascii: "@")
    {
      hasEscape = true
      break
    }
  }
  let charset: Charset
  if hasEscape {
    charset = declared?.name == "iso-2022-kr" ? Charset("iso-2022-kr") : .iso2022Japanese
  } else if let declared, declared.isStateful {
    charset = declared
  } else {
    return nil
  }
  guard let text = converted(bytes, from: charset), text.replaced * 20 <= bytes.count else { return nil }
  return text
}

/// What one pass over bytes shows of their charset.
private struct Census {
  var wellFormed = 0
  var malformed = 0
  var high = 0
  var controls = 0
  var firstControl = 0
  var firstMalformed = 0

  init(_ bytes: Span<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte < 0x20 && !(8...13).contains(byte) && byte != 0x1B || byte == 0x7F {
          if controls == 0 { firstControl = offset }
          controls += 1
        }
        offset += 1
        continue
      }
      let length = sequenceLength(in: bytes, at: offset)
      high += max(length, 1)
      if length > 0 {
        wellFormed += 1
      } else if isCutShort(bytes, at: offset), wellFormed > 0 || offset + 1 < bytes.count {
        break
      } else {
        if malformed == 0 { firstMalformed = offset }
        malformed += 1
      }
      offset += max(length, 1)
    }
  }

  /// Whether the bytes are UTF-8, all but a few.
  ///
  /// Another charset makes well-formed sequences by chance: from one byte in ten beyond ASCII at the most.
  func isUTF8(declared: Charset?) -> Bool {
    if malformed == 0 { return true }
    return declared == nil || declared == .utf8 ? wellFormed > malformed : wellFormed > malformed * 3
  }
}

private func decodedEightBit(
  _ bytes: Span<UInt8>, skipped: Int, declared: Charset?
) throws(NormalizationError) -> DecodedText {
  let census = Census(bytes)
  guard census.controls * 100 <= bytes.count else { throw .notText(offset: skipped + census.firstControl) }
  if census.isUTF8(declared: declared) {
    var text = DecodedText(utf8: [], charset: "utf-8")
    if census.high == 0, let declared { text.charset = declared.name }
    (text.utf8, text.replaced) = repaired(bytes)
    return text
  }
  guard let text = decodedLegacy(bytes, high: census.high, declared: declared) else {
    throw .notText(offset: skipped + census.firstMalformed)
  }
  return text
}
