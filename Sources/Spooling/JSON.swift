import FoundationEssentials

/// JSON as the spool writes it: sorted keys, so that the same values are the same bytes.
enum JSON {
  static func line(_ value: some Encodable) -> [UInt8] {
    encode(value, formatting: [.sortedKeys, .withoutEscapingSlashes])
  }

  static func readable(_ value: some Encodable) -> [UInt8] {
    encode(value, formatting: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + [UInt8(ascii: "\n")]
  }

  private static func encode(_ value: some Encodable, formatting: JSONEncoder.OutputFormatting) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a value of strings and integers always encodes")
    }
    return Array(data)
  }
}
