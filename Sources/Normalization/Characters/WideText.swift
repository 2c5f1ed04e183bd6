/// The charset of text in units of two or four bytes without a mark, by where its NULs stand.
///
/// - Returns: `nil` for anything else.
func wideCharset(of bytes: Span<UInt8>) -> Charset? {
  let sample = min(bytes.count, 4096) & ~3
  guard sample >= 8 else { return nil }
  var zeros = [0, 0, 0, 0]
  for offset in 0..<sample where bytes[offset] == 0 { zeros[offset & 3] += 1 }
  let units = sample / 4
  // Scalars below U+10000 leave two bytes of four empty; letters of ASCII leave every second byte so.
  if zeros[2] == units, zeros[3] == units, zeros[0] * 20 <= units { return .utf32LittleEndian }
  if zeros[0] == units, zeros[1] == units, zeros[3] * 20 <= units { return .utf32BigEndian }
  let even = zeros[0] + zeros[2]
  let odd = zeros[1] + zeros[3]
  // Letters of one alphabet share their upper byte; ASCII marks, spaces and line ends among them show the order.
  let most = units * 2 * 7 / 10
  if odd >= most, even * 50 <= sample { return .utf16LittleEndian }
  if even >= most, odd * 50 <= sample { return .utf16BigEndian }
  if even == 0, odd * 20 >= units * 2, spaces(in: bytes, until: sample, at: 0) { return .utf16LittleEndian }
  if odd == 0, even * 20 >= units * 2, spaces(in: bytes, until: sample, at: 1) { return .utf16BigEndian }
  return nil
}

/// Whether most units with an empty byte are white space, marks or digits, the other byte of each being at `side`.
private func spaces(in bytes: Span<UInt8>, until end: Int, at side: Int) -> Bool {
  var plain = 0
  var all = 0
  for offset in stride(from: 0, to: end, by: 2) where bytes[offset + 1 - side] == 0 {
    all += 1
    let byte = bytes[offset + side]
    if byte == 0x0A || byte == 0x0D || (0x20..<0x7F).contains(byte) { plain += 1 }
  }
  return plain * 10 >= all * 9
}

/// Decodes UTF-16 or UTF-32.
///
/// - Throws: ``NormalizationError/notText(offset:)`` where one unit in fifty is no character.
func decodedWide(
  _ bytes: Span<UInt8>, skipped: Int, _ charset: Charset
) throws(NormalizationError) -> DecodedText {
  let width = charset.name.hasPrefix("utf-32") ? 4 : 2
  let isBigEndian = charset.name.hasSuffix("be")
  var text = DecodedText(utf8: [], charset: charset.name)
  text.utf8.reserveCapacity(bytes.count / width + bytes.count / 8)
  var strange = 0
  var firstStrange = 0
  var offset = 0
  func unit(_ at: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<width {
      value = value << 8 | UInt32(bytes[isBigEndian ? at + index : at + width - 1 - index])
    }
    return value
  }
  while offset + width <= bytes.count {
    var value = unit(offset)
    let place = offset
    offset += width
    if width == 2, (0xD800..<0xDC00).contains(value), offset + 2 <= bytes.count,
      (0xDC00..<0xE000).contains(unit(offset))
    {
      value = 0x10000 + (value - 0xD800) << 10 + (unit(offset) - 0xDC00)
      offset += 2
    }
    let scalar = Unicode.Scalar(value)
    let isStrange =
      scalar == nil || (0xE000..<0xF900).contains(value) || value & 0xFFFE == 0xFFFE
      || (value < 0x20 && !(9...13).contains(value))
    if isStrange {
      if strange == 0 { firstStrange = place }
      strange += 1
    }
    if scalar == nil { text.replaced += 1 }
    append(scalar ?? "\u{FFFD}", to: &text.utf8)
  }
  guard strange * 50 <= bytes.count / width else { throw .notText(offset: skipped + firstStrange) }
  return text
}
