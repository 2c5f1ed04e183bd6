import FoundationEssentials

/// How JSON is laid out.
public enum JSONLayout: Sendable {
  /// On one line, without a newline at its end.
  case line
  /// Indented, ending in a newline.
  case readable
}

extension Encodable {
  /// The value as JSON in UTF-8 with sorted keys.
  public func json(_ layout: JSONLayout) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if layout == .readable { encoder.outputFormatting.insert(.prettyPrinted) }
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a value of strings, integers and finite numbers always encodes")
    }
    return layout == .readable ? data + Array("\n".utf8) : Array(data)
  }
}
