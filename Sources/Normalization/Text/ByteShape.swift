/// The bytes of a line, counted.
struct ByteShape {
  private(set) var digits = 0
  private(set) var capitals = 0
  private(set) var commas = 0
  private(set) var quotes = 0
  private(set) var separators = 0
  private(set) var addresses = 0
  private(set) var stops = 0
  private(set) var shortWords = 0
  private(set) var colons = 0
  private(set) var brackets = 0
  /// The place of the first full stop or loose dash.
  private(set) var firstStop: Int?

  init(of text: Span<UInt8>) {
    var wordStart = -1
    var offset = -1
    while offset &+ 1 < text.count {
      offset &+= 1
      let byte = text[offset]
      let isASCIILetter = (byte | 0x20) &- 0x61 < 26
      if isASCIILetter || byte >= 0x80 {
        if wordStart < 0 {
          wordStart = offset
          if isASCIILetter, byte & 0x20 == 0 { capitals += 1 }
        }
        if isASCIILetter {
          while offset &+ 1 < text.count, (text[offset &+ 1] | 0x20) &- 0x61 < 26 { offset &+= 1 }
          continue
        }
      } else if wordStart >= 0 {
        if offset - wordStart <= 3 { shortWords += 1 }
        wordStart = -1
      }
      // Beyond ASCII marks begin with few bytes.
      if byte > 0x20, byte < 0x80 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 { read(text, at: offset) }
    }
  }

  /// Counts what is no ASCII letter.
  private mutating func read(_ text: Span<UInt8>, at offset: Int) {
    let byte = text[offset]
    let next = offset + 1 < text.count ? text[offset + 1] : 0x20
    switch byte {
    case 0x30...0x39: digits += 1
    case UInt8(ascii: ","), UInt8(ascii: ";"): commas += 1
    case UInt8(ascii: "\""): quotes += 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "*"): separators += 1
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): addresses += 1
    case UInt8(ascii: "@"), UInt8(ascii: "#"): addresses += 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      if next <= 0x22 {
        stops += 1
        firstStop = firstStop ?? offset
      }
    case UInt8(ascii: "-") where next == 0x20: firstStop = firstStop ?? offset
    case UInt8(ascii: ":"): colons += 1
    case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
    case 0xC2 where next == 0xAB || next == 0xBB: quotes += 1
    case 0xC2 where next == 0xB7: separators += 1
    case 0xE2 where next == 0x80:
      let third = offset + 2 < text.count ? text[offset + 2] : 0
      if third == 0x9C || third == 0x9D || third == 0x9E { quotes += 1 }
      if third == 0xA2 || third == 0xBA { separators += 1 }
      if third == 0x93 || third == 0x94 { firstStop = firstStop ?? offset }
    case 0xE3 where next == 0x80:
      let third = offset + 2 < text.count ? text[offset + 2] : 0
      if third == 0x81 { commas += 1 }
      if third == 0x82 { stops += 1 }
      if third == 0x8C { quotes += 1 }
    default: break
    }
  }
}
