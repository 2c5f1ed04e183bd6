/// Whether bytes are well-formed UTF-8 throughout, without control characters but those of text.
func isSoundUTF8(_ bytes: Span<UInt8>) -> Bool {
  var offset = 0
  while offset < bytes.count {
    if isPlain(bytes, at: offset, lanes: 4) {
      offset &+= 4 * laneLength
      continue
    }
    if isPlain(bytes, at: offset, lanes: 1) {
      offset &+= laneLength
      continue
    }
    // Up to the end of this lane, one scalar after the other.
    let end = min(bytes.count, offset &+ laneLength)
    while offset < end {
      let byte = bytes[offset]
      if byte < 0x80 {
        guard byte >= 0x20 || (8...13).contains(byte), byte != 0x7F else { return false }
        offset &+= 1
      } else {
        let length = sequenceLength(in: bytes, at: offset)
        if length == 0 { return false }
        offset &+= length
      }
    }
  }
  return true
}

private let laneLength = 16

/// Whether so many lanes are there, all of them ASCII of text: 0x20 to 0x7E, and backspace to carriage return.
///
/// Whole registers at a time, without a branch: the highest bit of a byte tells.
@inline(__always)
private func isPlain(_ bytes: Span<UInt8>, at offset: Int, lanes: Int) -> Bool {
  guard offset &+ lanes &* laneLength <= bytes.count else { return false }
  let block = bytes.extracting(offset..<(offset &+ lanes &* laneLength))
  return unsafe block.withUnsafeBytes { block in
    var strange = SIMD16<UInt8>(repeating: 0)
    for lane in 0..<lanes {
      // The block has as many bytes as the lanes.
      let part = unsafe block.loadUnaligned(fromByteOffset: lane &* laneLength, as: SIMD16<UInt8>.self)
      let isNotPrintable = (part &- 0x20) | (part &+ 1)
      let place = part &- 8
      let isNotLayout = place | (place &+ 0x7A)
      strange |= part | isNotPrintable & isNotLayout
    }
    let halves = unsafe unsafeBitCast(strange, to: SIMD2<UInt64>.self)
    return (halves.x | halves.y) & 0x8080_8080_8080_8080 == 0
  }
}
