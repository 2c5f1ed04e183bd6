import Glibc

extension Span<UInt8> {
  /// The first place of a byte from `start` on; the count where there is none.
  ///
  /// What is near is found without a call, and what is far by whole registers.
  @inline(__always)
  func first(_ byte: UInt8, from start: Int) -> Int {
    var place = start
    if start &+ 16 <= count {
      for _ in 0..<2 {
        let differing = word(at: place) ^ 0x0101_0101_0101_0101 &* UInt64(byte)
        // Of the bytes that are zero, the first has its highest bit set, and none before it.
        let zeros = (differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080
        if zeros != 0 { return place &+ zeros.trailingZeroBitCount >> 3 }
        place &+= 8
      }
      return place < count ? firstFar(byte, from: place) : count
    }
    while place < count, self[place] != byte { place &+= 1 }
    return place
  }

  /// The eight bytes from a place on, the first of them lowest.
  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    precondition(place >= 0 && place &+ 8 <= count)
    return unsafe withUnsafeBytes { bytes in
      UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  @inline(never)
  private func firstFar(_ byte: UInt8, from start: Int) -> Int {
    unsafe extracting(start...).withUnsafeBytes { bytes in
      // Searches the bytes of the span.
      guard let base = bytes.baseAddress, let found = unsafe memchr(base, CInt(byte), bytes.count) else {
        return count
      }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }

  /// Whether a text stands at a place.
  package func has(_ text: StaticString, at place: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard place >= 0, place + length <= count else { return false }
    return text.withUTF8Buffer { text in
      for index in 0..<length {
        let byte = unsafe text[index]  // below its count
        if self[place &+ index] != byte { return false }
      }
      return true
    }
  }

  /// The place after the first occurrence of ASCII text; the count where there is none.
  func end(of text: StaticString, from start: Int) -> Int {
    let first = text.withUTF8Buffer { unsafe $0[0] }
    var place = start
    while place < count {
      place = self.first(first, from: place)
      if has(text, at: place) { return place + text.utf8CodeUnitCount }
      place += 1
    }
    return count
  }

  /// Whether ASCII text occurs.
  func holds(_ text: StaticString) -> Bool {
    let (first, last) = text.withUTF8Buffer { unsafe ($0[0], $0[$0.count - 1]) }
    let length = text.utf8CodeUnitCount
    var place = self.first(first, from: 0)
    while place &+ length <= count {
      if self[place &+ length &- 1] == last, has(text, at: place) { return true }
      place = self.first(first, from: place &+ 1)
    }
    return false
  }

  /// Whether other bytes occur, of which there are some.
  func holds(_ other: Span<UInt8>) -> Bool {
    guard other.count > 0 else { return true }
    var place = first(other[0], from: 0)
    while place + other.count <= count {
      var matched = 1
      while matched < other.count, self[place + matched] == other[matched] { matched += 1 }
      if matched == other.count { return true }
      place = first(other[0], from: place + 1)
    }
    return false
  }

  /// Whether ASCII text in lower case occurs, capitals and small letters being the same and white space nothing.
  func mentions(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    for start in 0..<Swift.max(0, count - length + 1) {
      var place = start
      var matched = 0
      text.withUTF8Buffer { text in
        while matched < length, place < count {
          let byte = self[place]
          if byte > 0x20 || matched == 0 {
            let wanted = unsafe text[matched]  // below its count
            if byte.lowercased != wanted { return }
            matched += 1
          }
          place += 1
        }
      }
      if matched == length { return true }
    }
    return false
  }
}
