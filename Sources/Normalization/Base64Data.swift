/// The bytes of a constant in base 64.
package func decodedBase64(_ text: StaticString) -> [UInt8] { decodedBase64(text.description.utf8) }

/// The bytes of base 64, with padding or without; other characters are passed over.
func decodedBase64(_ text: some Sequence<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for character in text {
    let value: UInt32
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(character) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(character) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(character) + 4
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    default: continue
    }
    bits = bits << 6 | value
    count += 1
    if count == 4 {
      bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
      (bits, count) = (0, 0)
    }
  }
  if count == 2 { bytes.append(UInt8(bits >> 4 & 0xFF)) }
  if count == 3 { bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
  return bytes
}
