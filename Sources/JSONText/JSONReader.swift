import Glibc

/// Reads JSON where it stands, without a tree and without a copy of what is passed over.
///
/// Strict in its grammar; strings may hold bytes that are not UTF-8, and half of a surrogate pair is U+FFFD.
package struct JSONReader {
  /// What is no JSON.
  package struct Malformed: Error {
    package init() {}
  }

  /// The text that is read.
  package let json: ArraySlice<UInt8>
  /// Where it is read on.
  package var place: Int

  /// Reads from the beginning of a text on.
  package init(_ json: ArraySlice<UInt8>) {
    self.json = json
    place = json.startIndex
  }

  /// The next byte that is no white space, which stays where it is; `nil` at the end.
  package mutating func next() -> UInt8? {
    while place < json.endIndex {
      switch json[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Passes a mark if it comes next.
  package mutating func take(_ mark: UInt8) -> Bool {
    guard next() == mark else { return false }
    place += 1
    return true
  }

  /// Passes a mark that must come next.
  package mutating func expect(_ mark: UInt8) throws(Malformed) {
    guard take(mark) else { throw Malformed() }
  }

  // MARK: - Values

  /// Passes a value of any kind.
  ///
  /// - Returns: The bytes that spell it.
  package mutating func skipValue(depth: Int = 0) throws(Malformed) -> ArraySlice<UInt8> {
    guard depth < 512, let first = next() else { throw Malformed() }
    let start = place
    switch first {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"): try skipList(to: UInt8(ascii: "}"), depth: depth, isObject: true)
    case UInt8(ascii: "["): try skipList(to: UInt8(ascii: "]"), depth: depth, isObject: false)
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
    return json[start..<place]
  }

  private mutating func skipList(to end: UInt8, depth: Int, isObject: Bool) throws(Malformed) {
    place += 1
    if take(end) { return }
    repeat {
      if isObject {
        guard next() == UInt8(ascii: "\"") else { throw Malformed() }
        try skipString()
        try expect(UInt8(ascii: ":"))
      }
      _ = try skipValue(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    try expect(end)
  }

  private mutating func skipWord(_ word: StaticString) throws(Malformed) {
    let length = word.utf8CodeUnitCount
    guard place + length <= json.endIndex else { throw Malformed() }
    let spelt = json[place..<(place + length)]
    guard word.withUTF8Buffer({ unsafe $0.elementsEqual(spelt) }) else { throw Malformed() }
    place += length
  }

  private mutating func skipNumber() throws(Malformed) {
    if place < json.endIndex, json[place] == UInt8(ascii: "-") { place += 1 }
    let start = place
    try skipDigits()
    if json[start] == UInt8(ascii: "0"), place > start + 1 { throw Malformed() }
    if place < json.endIndex, json[place] == UInt8(ascii: ".") {
      place += 1
      try skipDigits()
    }
    if place < json.endIndex, json[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < json.endIndex, json[place] == UInt8(ascii: "+") || json[place] == UInt8(ascii: "-") {
        place += 1
      }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Malformed) {
    let start = place
    while place < json.endIndex, (0x30...0x39).contains(json[place]) { place += 1 }
    if place == start { throw Malformed() }
  }

  // MARK: - Strings

  /// Reads the string that comes next.
  package mutating func string() throws(Malformed) -> [UInt8] {
    guard next() == UInt8(ascii: "\"") else { throw Malformed() }
    let start = place
    try skipString()
    return Self.unescaped(json[(start + 1)..<(place - 1)])
  }

  /// Reads the string that comes next as base64.
  ///
  /// - Returns: `nil` where the string is none.
  package mutating func base64() throws(Malformed) -> [UInt8]? {
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

  private mutating func skipString() throws(Malformed) {
    guard let end = endOfString else { throw Malformed() }
    place = end
  }

  /// The place after the string that begins here.
  private var endOfString: Int? {
    let rest = json[place...]
    let span = rest.span
    var offset = 1
    while true {
      offset = span.firstToEscape(from: offset)
      guard offset < span.count else { return nil }
      let byte = span[offset]
      if byte == UInt8(ascii: "\"") { return place + offset + 1 }
      if byte < 0x20 { return nil }
      guard let length = Self.escapeLength(span, at: offset + 1) else { return nil }
      offset += 1 + length
    }
  }

  /// The length of an escape after its backslash; `nil` where it is none.
  private static func escapeLength(_ json: Span<UInt8>, at place: Int) -> Int? {
    guard place < json.count else { return nil }
    switch json[place] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 1
    case UInt8(ascii: "u"):
      guard place + 5 <= json.count,
        (1...4).allSatisfy({ hexadecimalDigit(json[place + $0]) != nil })
      else { return nil }
      return 5
    default: return nil
    }
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte & 0x0F)
    case 0x41...0x46, 0x61...0x66: UInt32(byte & 0x0F) + 9
    default: nil
    }
  }

  /// The bytes that the inner part of a string spells, which was passed over before.
  private static func unescaped(_ spelt: ArraySlice<UInt8>) -> [UInt8] {
    let span = spelt.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(spelt.count)
    var place = spelt.startIndex
    while place < spelt.endIndex {
      let rest = place - spelt.startIndex
      guard let length = span.extracting(rest...).first(UInt8(ascii: "\\")) else {
        bytes += spelt[place...]
        break
      }
      bytes += spelt[place..<(place + length)]
      let escape = spelt[place + length + 1]
      place += length + 2
      switch escape {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = unit(spelt, at: place)
        place += 4
        if (0xD800..<0xDC00).contains(scalar), spelt[place...].starts(with: "\\u".utf8) {
          let low = unit(spelt, at: place + 2)
          if (0xDC00..<0xE000).contains(low) {
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            place += 6
          }
        }
        bytes += UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      default: bytes.append(escape)
      }
    }
    return bytes
  }

  /// The value of four hexadecimal digits.
  private static func unit(_ spelt: ArraySlice<UInt8>, at place: Int) -> UInt32 {
    spelt[place..<(place + 4)].reduce(0) { $0 << 4 | (hexadecimalDigit($1) ?? 0) }
  }
}

extension Span<UInt8> {
  /// The first place of a byte.
  package func first(_ byte: UInt8) -> Int? {
    unsafe withUnsafeBytes { bytes in
      // Searches the bytes of the span.
      guard let base = bytes.baseAddress, let found = unsafe memchr(base, CInt(byte), bytes.count) else {
        return nil
      }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
