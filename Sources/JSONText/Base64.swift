/// Base64 as RFC 4648 has it, padded, without line breaks.
package enum Base64 {
  /// The bytes that a text spells; `nil` where it spells none.
  package static func decoded(_ text: Span<UInt8>) -> [UInt8]? {
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

  /// The text that spells bytes.
  ///
  /// A foundation has this too, and pages of its code would stay in the memory of the service for it.
  package static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for digit in 0..<4 {
        text.append(digit <= group.count ? digits[Int(value >> UInt32(18 - 6 * digit) & 63)] : pad)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let pad = UInt8(ascii: "=")
  private static let noDigit: UInt32 = 1 << 31

  /// The value of each byte as the first, second, third and fourth digit of a group.
  private static let sextets: [UInt32] = {
    var table = [UInt32](repeating: noDigit, count: 4 * 256)
    for (value, digit) in digits.enumerated() {
      for place in 0..<4 { table[place * 256 + Int(digit)] = UInt32(value) << UInt32(18 - 6 * place) }
    }
    return table
  }()
}
