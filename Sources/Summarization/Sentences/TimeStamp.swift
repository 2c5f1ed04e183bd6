/// A day and a time of day in digits, as letters and agencies print them over a text: "04/26/2001 07:17 AM".
struct TimeStamp {
  /// Where it stands.
  var range: Range<Int>

  /// Reads the stamp whose clock has its first colon at `colon`; nil where no numeric date stands before the clock.
  init?(in text: Span<UInt8>, clock colon: Int) {
    func digit(_ offset: Int) -> Bool { offset >= 0 && offset < text.count && text[offset] &- 0x30 < 10 }
    guard digit(colon - 1), digit(colon + 1), digit(colon + 2), !digit(colon + 3) else { return nil }
    var start = colon - 1
    while digit(start - 1), colon - start < 3 { start -= 1 }
    guard let date = Self.dateBefore(start, in: text) else { return nil }
    var end = colon + 3
    if end < text.count, text[end] == UInt8(ascii: ":"), digit(end + 1), digit(end + 2) { end += 3 }
    for _ in 0..<2 { end = Self.wordEnd(in: text, from: end) }
    range = date..<end
  }

  /// Where the numeric date begins that ends before the clock at `clock`: "4/26/2001", "26.04.2001", "2001-04-26".
  private static func dateBefore(_ clock: Int, in text: Span<UInt8>) -> Int? {
    var end = clock
    while end > 0, clock - end < 2, [0x20, 0x2C, UInt8(ascii: "T")].contains(text[end - 1]) { end -= 1 }
    guard end < clock else { return nil }
    var start = end
    var digits = 0
    var separators = 0
    while start > 0, end - start < 10 {
      let byte = text[start - 1]
      if byte &- 0x30 < 10 {
        digits += 1
      } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
        separators += 1
      } else {
        break
      }
      start -= 1
    }
    guard separators == 2, digits >= 4, text[start] &- 0x30 < 10, text[end - 1] &- 0x30 < 10,
      start == 0 || text[start - 1] <= 0x20
    else { return nil }
    return start
  }

  /// The end of the half of the day or the zone that begins at `offset` or a space behind it; `offset` where none does.
  private static func wordEnd(in text: Span<UInt8>, from offset: Int) -> Int {
    let start = text.skippingSpace(from: offset)
    guard start - offset <= 1 else { return offset }
    var end = start
    while end < text.count, end - start < 8, (text[end] | 0x20) &- 0x61 < 26 || text[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    return words[WordHash(text, start..<end)] == nil ? offset : end
  }

  /// The end of the zone behind a time of day; nil where none is named.
  static func zoneEnd(in text: Span<UInt8>, from offset: Int) -> Int? {
    let end = wordEnd(in: text, from: offset)
    return end - offset >= 3 ? end : nil
  }

  private static let words = WordMap<Bool>(
    "am pm a.m. p.m. gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest ist msk")
}

extension Seam {
  /// The seam behind the colon that ends the head of a report: a time of day with its zone, then the source.
  static func afterHeader(in text: Span<UInt8>, colon: Int, sentence: Int) -> Seam? {
    guard colon + 1 < text.count, text[colon + 1] == 0x20, colon - sentence < 120 else { return nil }
    var offset = sentence + 2
    while offset + 4 < colon {
      if text[offset] == UInt8(ascii: ":"), text[offset - 1] &- 0x30 < 10, text[offset + 2] &- 0x30 < 10,
        TimeStamp.zoneEnd(in: text, from: offset + 3) != nil
      {
        return Seam(end: colon + 1, next: text.skippingSpace(from: colon + 1))
      }
      offset += 1
    }
    return nil
  }

  /// The seam before a stamp that follows a sender's name, or the one behind the stamp.
  static func atStamp(in text: Span<UInt8>, clock colon: Int, sentence: Int) -> Seam? {
    guard let stamp = TimeStamp(in: text, clock: colon), stamp.range.lowerBound >= sentence else {
      return nil
    }
    let start = stamp.range.lowerBound
    if start > sentence, isSender(in: text, sentence..<start) {
      return Seam(end: text.trimmedEnd(of: sentence..<start), next: start)
    }
    let next = text.skippingSpace(from: stamp.range.upperBound)
    guard next > stamp.range.upperBound, next < text.count else { return nil }
    let kind = DecodedScalar(in: text, at: next).kind
    guard kind == .upper || kind == .lower && start == sentence else { return nil }
    return Seam(end: stamp.range.upperBound, next: next)
  }

  /// Whether nothing but a name or an address stands at `range`: two to six words that all begin with a capital, or
  /// one with "@".
  private static func isSender(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 100 else { return false }
    var words = 0
    var hasAddress = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      var scalar = DecodedScalar(in: text, at: offset)
      while scalar.kind == .other, !scalar.isWhiteSpace, offset + scalar.length < range.upperBound {
        offset += scalar.length
        scalar = DecodedScalar(in: text, at: offset)
      }
      words += 1
      let isName = scalar.kind == .upper
      var isAddress = false
      while offset < range.upperBound, text[offset] > 0x20 {
        isAddress = isAddress || text[offset] == UInt8(ascii: "@")
        offset += 1
      }
      guard isName || isAddress else { return false }
      hasAddress = hasAddress || isAddress
      offset = text.skippingSpace(from: offset)
    }
    return hasAddress ? words <= 6 : words >= 2 && words <= 6
  }
}
