/// The charset that a page or an XML file says it is stored in.
///
/// Found as browsers find it: by the XML declaration; else by the first `<meta charset>` or `<meta http-equiv="content-type">`
/// of a known charset outside comments, scripts and the like, within the first 16 KB. UTF-16 said in bytes of ASCII is UTF-8, and
/// `x-user-defined` is Windows-1252.
///
/// - Returns: `nil` where nothing is said, or where what is said cannot be a name.
func declaredCharset(in bytes: Span<UInt8>) -> Charset? {
  // A file without a tag in its first part declares nothing; most texts end here.
  let head = bytes.extracting(first: 16_384)
  guard head.indices.contains(where: { head[$0] == UInt8(ascii: "<") }) else { return nil }
  // The buffer is valid for the call.
  var reader = DeclarationReader(bytes: unsafe head.withUnsafeBufferPointer { unsafe Array($0) })
  guard let charset = reader.read() else { return nil }
  if charset.isWide { return .utf8 }
  return charset.name == "x-user-defined" ? .windows1252 : charset
}

/// Reads tags one after another, as the prescan of HTML's parser does.
private struct DeclarationReader {
  private let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() -> Charset? {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    if starts(with: "<?xml") {
      place += 5
      if let label = xmlEncoding() { return Charset(label: label) }
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      if starts(with: "<!--") {
        // "<!-->" is a whole comment.
        place += 2
        skip(past: "-->")
      } else if starts(with: "<!") || starts(with: "<?") {
        skip(past: ">")
      } else {
        let isEnd = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "/")
        place += isEnd ? 2 : 1
        guard place < bytes.count, Self.isLetter(bytes[place]) else {
          if isEnd { skip(past: ">") }
          continue
        }
        let name = tagName()
        if name == "meta", !isEnd {
          if let charset = metaCharset(), charset.isKnown { return charset }
        } else {
          while attribute() != nil {}
          if !isEnd, Self.rawElements.contains(name) { skip(past: "</\(name)") }
        }
      }
    }
    return nil
  }

  /// Elements whose content is no markup.
  private static let rawElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noframes", "plaintext",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte.lowercased) }

  private func starts(with text: StaticString) -> Bool {
    starts(with: text.description, at: place)
  }

  private func starts(with text: String, at offset: Int) -> Bool {
    var index = offset
    for byte in text.utf8 {
      guard index < bytes.count, bytes[index].lowercased == byte else { return false }
      index += 1
    }
    return true
  }

  /// Goes behind the next place of a text in small letters, or to the end.
  private mutating func skip(past text: String) {
    while place < bytes.count, !starts(with: text, at: place) { place += 1 }
    place = min(place + text.utf8.count, bytes.count)
  }

  private mutating func tagName() -> String {
    var name = ""
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: "/"),
      bytes[place] != UInt8(ascii: ">")
    {
      if name.utf8.count < 16 { name.unicodeScalars.append(Unicode.Scalar(bytes[place].lowercased)) }
      place += 1
    }
    return name
  }

  // MARK: - What is declared

  /// What the rest of an XML declaration says of the encoding.
  private mutating func xmlEncoding() -> [UInt8]? {
    let start = place
    skip(past: "?>")
    let end = place
    place = start
    while place < end, !starts(with: "encoding") { place += 1 }
    guard place < end else { return nil }
    place += 8
    while place < end, bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: "=") { place += 1 }
    guard place < end, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[place]
    place += 1
    var label: [UInt8] = []
    while place < end, bytes[place] != quote {
      label.append(bytes[place])
      place += 1
    }
    place = end
    return label
  }

  private mutating func metaCharset() -> Charset? {
    var charset: Charset?
    var content: Charset?
    var isContentType = false
    var seen: Set<String> = []
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "charset": charset = Charset(label: value) ?? charset
      case "http-equiv": isContentType = String(decoding: value, as: UTF8.self).lowercased() == "content-type"
      case "content": content = Self.charset(inContent: value)
      default: break
      }
    }
    // A tag that the end of the file cuts says nothing.
    guard place <= bytes.count, place > 0, bytes[place - 1] == UInt8(ascii: ">") else { return nil }
    return charset ?? (isContentType ? content : nil)
  }

  /// The charset within the `content` of a meta element: `text/html; charset=utf-8`.
  private static func charset(inContent content: [UInt8]) -> Charset? {
    let name = Array("charset".utf8)
    var index = 0
    while index + name.count < content.count {
      guard content[index..<index + name.count].elementsEqual(name, by: { $0.lowercased == $1 }) else {
        index += 1
        continue
      }
      index += name.count
      while index < content.count, content[index] <= 0x20 { index += 1 }
      guard index < content.count, content[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < content.count, content[index] <= 0x20 { index += 1 }
      guard index < content.count else { return nil }
      let quote = content[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = content[(index + 1)...].firstIndex(of: quote) else { return nil }
        return Charset(label: content[index + 1..<end])
      }
      return Charset(label: content[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") })
    }
    return nil
  }

  /// The next attribute of the tag, its name in small letters; `nil` behind the tag's end.
  private mutating func attribute() -> (name: String, value: [UInt8])? {
    while place < bytes.count, bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: "/") { place += 1 }
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: ">") {
      place += 1
      return nil
    }
    var name = ""
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: "/"),
      bytes[place] != UInt8(ascii: ">"),
      bytes[place] != UInt8(ascii: "=") || name.isEmpty
    {
      if name.utf8.count < 16 { name.unicodeScalars.append(Unicode.Scalar(bytes[place].lowercased)) }
      place += 1
    }
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return (name, []) }
    place += 1
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place < bytes.count else { return (name, []) }
    return (name, value())
  }

  private mutating func value() -> [UInt8] {
    var value: [UInt8] = []
    let quote = bytes[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      place += 1
      while place < bytes.count, bytes[place] != quote {
        value.append(bytes[place])
        place += 1
      }
      place = min(place + 1, bytes.count)
    } else {
      while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: ">") {
        value.append(bytes[place])
        place += 1
      }
    }
    return value
  }
}
