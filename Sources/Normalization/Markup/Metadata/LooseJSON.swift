/// A JSON value out of a page: what pages call JSON often breaks its rules, and what can be read of it is.
indirect enum LooseJSON: Sendable {
  case null
  case bool(Bool)
  case string(String)
  case array([LooseJSON])
  case object([(key: String, value: LooseJSON)])

  /// Reads the first value in a text; `nil` where none begins.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = Reader(bytes: bytes, place: bytes.startIndex)
    reader.skipWrapping()
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  /// The member of an object under a name.
  subscript(_ name: String) -> LooseJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == name }?.value
  }

  /// The text of a string, or of the first string of an array; `nil` for anything else and for empty ones.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .array(let values): values.lazy.compactMap(\.text).first
    default: nil
    }
  }

  /// The elements of an array, or the value itself.
  var elements: [LooseJSON] {
    if case .array(let values) = self { return values }
    return [self]
  }

  /// Whether an object names a type, among others or alone.
  func isOf(type: (String) -> Bool) -> Bool {
    self["@type"]?.elements.contains { $0.text.map(type) ?? false } ?? false
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    var place: Int

    private var current: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    private mutating func skipSpace() {
      while let byte = current, byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        place += 1
      }
    }

    /// Skips what hides a script's content from readers of XML: `<![CDATA[`, `/* <![CDATA[ */`, `<!--`.
    mutating func skipWrapping() {
      skipSpace()
      while Self.wrappings.contains(where: { skip($0) }) { skipSpace() }
    }

    private mutating func skip(_ word: [UInt8]) -> Bool {
      guard bytes[place...].starts(with: word) else { return false }
      place += word.count
      return true
    }

    private static let wrappings = ["<![CDATA[", "<!--", "//", "/*", "*/"].map { Array($0.utf8) }

    mutating func value(depth: Int) -> LooseJSON? {
      skipSpace()
      guard let byte = current else { return nil }
      guard depth < 64 else {
        // What is nested so deep is no word of a page about itself, and is not read on from the middle.
        place = bytes.endIndex
        return nil
      }
      switch byte {
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "["):
        place += 1
        var values: [LooseJSON] = []
        while true {
          skipSpace()
          if current == UInt8(ascii: "]") || current == nil {
            place += 1
            return .array(values)
          }
          guard let value = value(depth: depth + 1) else { return .array(values) }
          values.append(value)
        }
      case UInt8(ascii: "\""): return .string(string())
      default:
        let start = place
        while let byte = current, byte > 0x20, !",]}".utf8.contains(byte) { place += 1 }
        guard place > start else { return nil }
        switch String(decoding: bytes[start..<place], as: UTF8.self).lowercased() {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case let word: return .string(word)
        }
      }
    }

    private mutating func object(depth: Int) -> LooseJSON {
      place += 1
      var members: [(key: String, value: LooseJSON)] = []
      while true {
        skipSpace()
        guard current == UInt8(ascii: "\"") else {
          place += 1
          return .object(members)
        }
        let key = string()
        skipSpace()
        guard current == UInt8(ascii: ":") else { return .object(members) }
        place += 1
        guard let value = value(depth: depth + 1) else { return .object(members) }
        members.append((key, value))
      }
    }

    /// Reads a string from its opening mark on; line breaks inside, which JSON forbids, are taken as they are.
    private mutating func string() -> String {
      place += 1
      var text: [UInt8] = []
      while let byte = current {
        place += 1
        if byte == UInt8(ascii: "\"") { break }
        guard byte == UInt8(ascii: "\\"), let escape = current else {
          text.append(byte)
          continue
        }
        place += 1
        switch escape {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): text += Array(String(scalar()).utf8)
        default: text.append(escape)
        }
      }
      return String(decoding: text, as: UTF8.self)
    }

    /// The scalar of `\uXXXX`, of a pair of them where the first is half of one.
    private mutating func scalar() -> Unicode.Scalar {
      let high = unit()
      if (0xD800..<0xDC00).contains(high), place + 1 < bytes.endIndex, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      {
        place += 2
        let low = unit()
        if (0xDC00..<0xE000).contains(low) {
          return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
        }
      }
      return Unicode.Scalar(high) ?? "\u{FFFD}"
    }

    private mutating func unit() -> UInt32 {
      var value: UInt32 = 0
      for _ in 0..<4 {
        guard let byte = current else { break }
        switch byte.lowercased {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x61...0x66: value = value << 4 | UInt32(byte.lowercased - 0x57)
        default: return value
        }
        place += 1
      }
      return value
    }
  }
}
