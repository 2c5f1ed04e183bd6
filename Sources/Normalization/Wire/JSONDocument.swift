import JSONText

/// A file of JSON: one value, or one on each line.
struct JSONDocument {
  private(set) var values: [LooseJSON] = []

  /// Whether the values stand one after another: JSON Lines.
  var isLines: Bool { values.count > 1 }

  /// What is wrong with the lines of JSON Lines that are no JSON, by their places among the values.
  private(set) var faults: [Int: NormalizationError] = [:]

  /// Reads a file that begins with a brace or a bracket.
  ///
  /// - Throws: ``NormalizationError`` where the grammar is broken, unless the file is one of JSON Lines of which others are sound.
  init(_ text: [UInt8]) throws(NormalizationError) {
    var reader = JSONReader(text[...])
    while reader.next() != nil {
      let start = reader.place
      do throws(JSONReader.Malformed) {
        values.append(try LooseJSON(&reader, depth: 0))
      } catch {
        let fault = Self.fault(in: text, at: reader)
        // The next line may be sound.
        guard faults.count < 100 else { throw fault }
        faults[values.count] = fault
        values.append(.null)
        reader.place = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      }
    }
    // Of a value that is broken, or of a text that begins with one, nothing is kept.
    let sound = values.count { if case .object = $0 { true } else { false } }
    if let first = faults.keys.min(), faults.count > sound || !isLines, let fault = faults[first] {
      throw fault
    }
  }

  private static func fault(in text: [UInt8], at reader: JSONReader) -> NormalizationError {
    var rest = reader
    let isLast = text[reader.place...].allSatisfy { $0 != 0x0A } || !isBegun(text)
    if rest.next() == nil || isLast && !isEnded(text) { return .cutOff("JSON") }
    return .malformed("JSON", line: 1 + text[..<min(reader.place, text.count)].count { $0 == 0x0A })
  }

  /// Whether a text begins with a value that is whole.
  static func isBegun(_ text: [UInt8]) -> Bool {
    var reader = JSONReader(text[...])
    return (try? reader.skipValue()) != nil
  }

  /// Whether a text ends as JSON does.
  static func isEnded(_ text: [UInt8]) -> Bool {
    text.last { $0 > 0x20 }.map { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") } ?? false
  }

  /// Whether a text means to be JSON: what begins it begins an object.
  static func isMeant(by text: Span<UInt8>) -> Bool {
    var place = 0
    func skipSpace() { while place < text.count, text[place] <= 0x20 { place += 1 } }
    skipSpace()
    if place < text.count, text[place] == UInt8(ascii: "[") {
      place += 1
      skipSpace()
    }
    guard place < text.count, text[place] == UInt8(ascii: "{") else { return false }
    place += 1
    skipSpace()
    return place < text.count && (text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "}"))
  }
}

extension LooseJSON {
  /// Reads a value as the grammar of JSON has it; deeper than 64 nothing is kept of it.
  init(_ reader: inout JSONReader, depth: Int) throws(JSONReader.Malformed) {
    self = .null
    guard depth < 64 else {
      _ = try reader.skipValue()
      return
    }
    switch reader.next() {
    case UInt8(ascii: "{"):
      _ = reader.take(UInt8(ascii: "{"))
      var members: [(key: String, value: LooseJSON)] = []
      if !reader.take(UInt8(ascii: "}")) {
        repeat {
          let key = String(decoding: try reader.string(), as: UTF8.self)
          try reader.expect(UInt8(ascii: ":"))
          members.append((key, try LooseJSON(&reader, depth: depth + 1)))
        } while reader.take(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "}"))
      }
      self = .object(members)
    case UInt8(ascii: "["):
      _ = reader.take(UInt8(ascii: "["))
      var values: [LooseJSON] = []
      if !reader.take(UInt8(ascii: "]")) {
        repeat {
          values.append(try LooseJSON(&reader, depth: depth + 1))
        } while reader.take(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "]"))
      }
      self = .array(values)
    case UInt8(ascii: "\""): self = .string(String(decoding: try reader.string(), as: UTF8.self))
    default:
      switch String(decoding: try reader.skipValue(), as: UTF8.self) {
      case "true": self = .bool(true)
      case "false": self = .bool(false)
      case "null": break
      case let number: self = .string(number)
      }
    }
  }
}
