extension [UInt8] {
  /// Appends a stretch of bytes at once, which `+=` of a string's UTF-8 does one by one.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }  // valid for the call
  }
}
