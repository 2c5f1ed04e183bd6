extension String {
  /// The text of bytes; `nil` where they are not UTF-8.
  ///
  /// What the standard library has for any encoding is slower, and needs more of itself in memory.
  package init?(utf8 bytes: [UInt8]) {
    guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
    self.init(copying: text)
  }
}

extension [UInt8] {
  /// The bytes in base64 where they are not UTF-8 and a string of JSON would lose some.
  package var base64UnlessUTF8: String? {
    (try? UTF8Span(validating: span)) == nil ? Base64.encoded(self) : nil
  }
}
