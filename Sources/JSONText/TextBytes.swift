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

extension Span<UInt8> {
  /// The first place from `start` on of a byte that no string of JSON holds as it is, a quotation mark, a backslash or a control; the count
  /// where there is none.
  ///
  /// Source: Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n".
  func firstToEscape(from start: Int) -> Int {
    var place = start
    while place &+ 8 <= count {
      let found = Self.marksToEscape(in: word(at: place))
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < count {
      let byte = self[place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      place &+= 1
    }
    return place
  }

  /// The highest bit of each such byte of a word; above the first one there may be wrong ones.
  @inline(__always)
  private static func marksToEscape(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (quotes, backslashes) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
    return
      ((word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes)
      & (ones &* 0x80)
  }

  /// The eight bytes from a place on, the first one lowest.
  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    // The caller sees to it that they are there.
    unsafe withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }
}
