import JSONText
/// Base64 as RFC 4648 has it, padded, without line breaks.
enum Base64 {
  /// The bytes that a text spells; `nil` where it spells none.
  static func decoded(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count & 3 == 0 else { return nil }
    if text.count == 0 { return [] }
    let padding = text[text.count - 1] != pad ? 0 : text[text.count - 2] != pad ? 1 : 2
    let wholeGroups = text.count / 4 - (padding > 0 ? 1 : 0)
    var bad: UInt32 = 0
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { output, count in
      unsafe text.withUnsafeBufferPointer { text in
        unsafe sextets.withUnsafeBufferPointer { sextets in
          for group in 0..<wholeGroups {
            // Four digits and three bytes a group: `wholeGroups` was counted so that both lie in their buffers, and a
            // byte is always below the 256 places of a table.
            let place = group &* 4
            let value =
              unsafe sextets[Int(text[place])] | sextets[256 &+ Int(text[place &+ 1])]
              | sextets[512 &+ Int(text[place &+ 2])] | sextets[768 &+ Int(text[place &+ 3])]
            bad |= value
            let at = group &* 3
            unsafe output[at] = UInt8(truncatingIfNeeded: value >> 16)
            unsafe output[at &+ 1] = UInt8(truncatingIfNeeded: value >> 8)
            unsafe output[at &+ 2] = UInt8(truncatingIfNeeded: value)
          }
        }
      }
      count = wholeGroups * 3
    }
    if padding > 0 {
      var value: UInt32 = 0
      for index in 0..<(4 - padding) {
        value |= sextets[index * 256 + Int(text[wholeGroups * 4 + index])]
      }
      bad |= value
      bytes.append(UInt8(truncatingIfNeeded: value >> 16))
      if padding == 1 { bytes.append(UInt8(truncatingIfNeeded: value >> 8)) }
    }
    return bad & noDigit == 0 ? bytes : nil
  }

  private static let pad = UInt8(ascii: "=")
  private static let noDigit: UInt32 = 1 << 31

  /// The value of each byte as the first, second, third and fourth digit of a group.
  private static let sextets: [UInt32] = {
    var table = [UInt32](repeating: noDigit, count: 4 * 256)
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, digit) in digits.utf8.enumerated() {
      for place in 0..<4 { table[place * 256 + Int(digit)] = UInt32(value) << UInt32(18 - 6 * place) }
    }
    return table
  }()
}

extension JSONReader {
  /// Reads the string that comes next as base64.
  ///
  /// - Returns: `nil` where the string is none.
  mutating func base64() throws(Malformed) -> [UInt8]? {
    guard next() == UInt8(ascii: "\"") else { throw Malformed() }
    // Digits of base64 need no escape and hold no quotation mark: where they decode, they are the string.
    let rest = json[(place + 1)...]
    let span = rest.span
    if let end = span.first(UInt8(ascii: "\"")), let bytes = Base64.decoded(span.extracting(first: end)) {
      place += end + 2
      return bytes
    }
    let spelt = try string()
    return Base64.decoded(spelt.span)
  }
}
