/// One field of a mail's header, as RFC 5322 has it.
struct MailField {
  /// In lower case.
  var name: String
  /// Without line breaks, still in the words that RFC 2047 encodes.
  var value: [UInt8]

  /// The value as text.
  var text: String { collapse(Array(EncodedWords.decoded(value).utf8)) }

  /// The value before the first semicolon, in lower case: `text/html` of `text/html; charset=utf-8`.
  var token: String {
    let words = value.prefix { $0 != UInt8(ascii: ";") }.split { $0 <= 0x20 }
    return String(decoding: words.first ?? [], as: UTF8.self).lowercased()
  }

  /// A parameter after the value, without quotation marks: the `charset` of `text/html; charset="utf-8"`, in its pieces (RFC
  /// 2231) or whole.
  func parameter(_ name: StaticString) -> String? {
    var pieces: [UInt8]?
    var place = value.firstIndex(of: UInt8(ascii: ";")) ?? value.endIndex
    while place < value.endIndex {
      place += 1
      while place < value.endIndex, value[place] <= 0x20 { place += 1 }
      let start = place
      while place < value.endIndex, !"=;".utf8.contains(value[place]) { place += 1 }
      let key = value[start..<place].filter { $0 > 0x20 }.map(\.lowercased)
      guard place < value.endIndex, value[place] == UInt8(ascii: "=") else { continue }
      place += 1
      while place < value.endIndex, value[place] <= 0x20 { place += 1 }
      var found: [UInt8] = []
      if place < value.endIndex, value[place] == UInt8(ascii: "\"") {
        place += 1
        while place < value.endIndex, value[place] != UInt8(ascii: "\"") {
          if value[place] == UInt8(ascii: "\\"), place + 1 < value.endIndex { place += 1 }
          found.append(value[place])
          place += 1
        }
        while place < value.endIndex, value[place] != UInt8(ascii: ";") { place += 1 }
      } else {
        while place < value.endIndex, value[place] != UInt8(ascii: ";") {
          found.append(value[place])
          place += 1
        }
        while let last = found.last, last <= 0x20 { found.removeLast() }
      }
      if key.prefix(while: { $0 != UInt8(ascii: "*") }).elementsEqual(name.description.utf8) {
        guard key.contains(UInt8(ascii: "*")) else { return String(decoding: found, as: UTF8.self) }
        pieces = (pieces ?? []) + found
      }
    }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The words of a header that are not ASCII, as RFC 2047 has them: `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWords {
  /// The text of a header's value. Letters beyond ASCII that nobody encoded are read as what they are.
  static func decoded(_ value: [UInt8]) -> String {
    var text = ""
    var plain: [UInt8] = []
    /// The bytes of encoded words side by side: a letter may be cut between two of them.
    var run: (charset: Charset, bytes: [UInt8])?
    func endPlain() {
      guard !plain.isEmpty else { return }
      text += string(of: plain, in: nil)
      plain = []
    }
    func endRun() {
      guard let ended = run else { return }
      text += string(of: ended.bytes, in: ended.charset)
      run = nil
    }
    var place = 0
    while place < value.count {
      guard let word = word(in: value, at: place) else {
        plain.append(value[place])
        place += 1
        continue
      }
      // White space between encoded words is no part of the text.
      if run == nil || !plain.allSatisfy({ $0 <= 0x20 }) {
        endRun()
        endPlain()
      }
      plain = []
      if run?.charset != word.charset { endRun() }
      run = (word.charset, (run?.bytes ?? []) + word.bytes)
      place = word.end
    }
    endRun()
    endPlain()
    return text
  }

  private static func string(of bytes: [UInt8], in charset: Charset?) -> String {
    guard let text = try? Normalization.decoded(bytes, declared: charset) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: text.utf8, as: UTF8.self)
  }

  /// Encoded words are 75 bytes long at most; some programs do not keep to that.
  private static let longest = 400

  /// The encoded word at a place, and where it ends.
  private static func word(in value: [UInt8], at start: Int) -> (charset: Charset, bytes: [UInt8], end: Int)?
  {
    let value = value[..<min(value.count, start + longest)]
    guard value[start...].starts(with: [UInt8(ascii: "="), UInt8(ascii: "?")]) else { return nil }
    let mark = UInt8(ascii: "?")
    guard let charsetEnd = value[(start + 2)...].firstIndex(of: mark), charsetEnd + 2 < value.count,
      value[charsetEnd + 2] == mark,
      let end = value[(charsetEnd + 3)...].indices.first(where: {
        value[$0] == mark && $0 + 1 < value.count && value[$0 + 1] == UInt8(ascii: "=")
      }),
      // "utf-8*de": RFC 2231 lets it name the language too.
      let charset = Charset(label: value[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") })
    else { return nil }
    let encoded = value[(charsetEnd + 3)..<end]
    let bytes: [UInt8]
    switch value[charsetEnd + 1].lowercased {
    case UInt8(ascii: "b"): bytes = decodedBase64(encoded)
    case UInt8(ascii: "q"):
      bytes = decodedQuotedPrintable(encoded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: return nil
    }
    return (charset, bytes, end + 2)
  }
}

/// The bytes of quoted-printable as RFC 2045 has it; what is malformed stands for itself.
func decodedQuotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  var place = text.startIndex
  while place < text.endIndex {
    let byte = text[place]
    place += 1
    guard byte == UInt8(ascii: "=") else {
      bytes.append(byte)
      continue
    }
    if place + 1 < text.endIndex, let high = text[place].hexadecimalValue,
      let low = text[place + 1].hexadecimalValue
    {
      bytes.append(high << 4 | low)
      place += 2
      continue
    }
    // A line break after "=", and blanks between them, are there for the line's length alone.
    var next = place
    while next < text.endIndex, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    if next < text.endIndex, text[next] == 0x0D { next += 1 }
    if next < text.endIndex, text[next] == 0x0A {
      place = next + 1
    } else if next < text.endIndex {
      bytes.append(byte)
    } else {
      place = next
    }
  }
  return bytes
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
