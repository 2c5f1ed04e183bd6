import JSONText

/// Byte strings as text that a terminal, a log and another file name can take.
public enum Escaping {
  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// For people: control characters, bidi controls and bytes that are not UTF-8 as `\xHH`, a backslash doubled.
  public static func printable(_ bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x5C }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let text = String(utf8: bytes) else {
      return escape(bytes) { $0 < 0x20 || $0 >= 0x7F }
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result += escape(Array(String(scalar).utf8)) { _ in true }
      case 0x5C: result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escape(_ bytes: [UInt8], where mustEscape: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if mustEscape(byte) {
        result += [
          UInt8(ascii: "\\"), UInt8(ascii: "x"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)],
        ]
      } else {
        result += byte == UInt8(ascii: "\\") ? [byte, byte] : [byte]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Percent-encoded, so that the result has no `/`, no `,`, no control character, and decodes to the same bytes.
  static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: ","), 0..<0x21, 0x7F:
        result += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return result
  }

  /// The bytes behind a percent-encoded name, or `nil` where it is none.
  static func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.next(), let low = rest.next(), let h = hexDigits.firstIndex(of: high),
        let l = hexDigits.firstIndex(of: low)
      else { return nil }
      result.append(UInt8(h << 4 | l))
    }
    return result
  }
}
