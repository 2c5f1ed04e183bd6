/// The line of place, day and agency that opens a report: `(CNN)`, `TEHRAN (Reuters) -`, `LONDON, Feb 22 (Reuters) -`,
/// `LONDON, England --`, `DULUTH, Minn., Oct. 1, 2024 /PRNewswire/ --`, `Köln/Bonn (dpa/lnw) -`.
///
/// It belongs to the article, not to what the first sentence says, so a summary begins behind it.
enum Dateline {
  /// A longer opening is none.
  private static let maximumLength = 70

  /// Where the text behind a dateline begins; the start of the range where there is none.
  static func end(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    let limit = min(range.upperBound, start + maximumLength)
    guard start < limit else { return start }
    let first = DecodedScalar(in: text, at: start)
    guard first.value == 0x28 || first.kind == .upper else { return start }
    var offset = start
    var previous: UInt32 = 0x20
    /// Whether all letters before a comma are capitals.
    var isShouted = true
    var hasComma = false
    while offset < limit {
      let scalar = DecodedScalar(in: text, at: offset)
      if scalar.value == 0x28 {
        guard let close = close(of: offset, in: text, before: limit) else { return start }
        let behind = skipSpaces(in: text, from: close, to: range.upperBound)
        let dash = dashLength(in: text, at: behind, before: range.upperBound)
        let name = offset + 1..<close - 1
        guard dash > 0 || isCapitals(in: text, name) || isAgency(text, name) else { return start }
        return rest(in: text, from: behind + dash, range)
      }
      let dash = dashLength(in: text, at: offset, before: limit)
      if dash > 0, previous == 0x20, isShouted, offset - start > 3 {
        return rest(in: text, from: offset + dash, range)
      }
      if scalar.kind == .lower {
        if previous == 0x20 { return start }
        if !hasComma { isShouted = false }
      }
      if scalar.value == 0x2C { hasComma = true }
      let endsClause = [0x2E, 0x21, 0x3F, 0x3B, 0x3A].contains(scalar.value)
      // The day, and short forms of months and states, stand behind a place in capitals.
      let isPlaced = isShouted && hasComma
      if scalar.kind == .digit && !isPlaced { return start }
      if endsClause && (scalar.value != 0x2E || offset - start > 20 && !isPlaced) { return start }
      previous = scalar.value
      offset += scalar.length
    }
    return start
  }

  /// Behind these names in brackets no dash is needed.
  private static let agencies = Set(
    [
      "cnn", "reuters", "ap", "afp", "dpa", "efe", "ansa", "pti", "upi", "xinhua", "tass", "bloomberg",
      "ians", "kyodo",
    ].map {
      WordHash($0)
    })

  /// Past the spaces, unless what is left is no sentence.
  private static func rest(in text: Span<UInt8>, from offset: Int, _ range: Range<Int>) -> Int {
    let start = skipSpaces(in: text, from: offset, to: range.upperBound)
    guard range.upperBound - start >= 12 else { return range.lowerBound }
    let first = DecodedScalar(in: text, at: start)
    // "Die Börse (CME), eine Firma" goes on behind the bracket.
    let goesOn = first.kind == .lower || [0x2C, 0x2E, 0x3B, 0x3A, 0x29].contains(first.value)
    return goesOn ? range.lowerBound : start
  }

  /// The end of a bracket of a few letters, as agencies have it.
  private static func close(of open: Int, in text: Span<UInt8>, before limit: Int) -> Int? {
    for offset in open + 1..<max(open + 1, min(limit, open + 24)) where text[offset] == UInt8(ascii: ")") {
      guard offset > open + 1 else { return nil }
      let isName = DecodedScalar(in: text, at: open + 1).kind == .upper || isAgency(text, open + 1..<offset)
      return isName ? offset + 1 : nil
    }
    return nil
  }

  /// Whether a name, or what stands before a stroke in it, is an agency's: "dpa/lnw".
  private static func isAgency(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
    let end = name.first { text[$0] == UInt8(ascii: "/") } ?? name.upperBound
    return agencies.contains(WordHash(text, name.lowerBound..<end))
  }

  private static func skipSpaces(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      if text[offset] == 0x20 {
        offset += 1
      } else if offset + 1 < end, text[offset] == 0xC2, text[offset + 1] == 0xA0 {
        offset += 2
      } else {
        break
      }
    }
    return offset
  }

  /// How long the dash at a place is, 0 where there is none: `-` and a space, `--`, `–`, `—`.
  private static func dashLength(in text: Span<UInt8>, at offset: Int, before end: Int) -> Int {
    guard offset + 2 < end else { return 0 }
    if text[offset] == 0x2D { return text[offset + 1] == 0x2D ? 2 : text[offset + 1] == 0x20 ? 1 : 0 }
    return text[offset] == 0xE2 && text[offset + 1] == 0x80 && [0x93, 0x94].contains(text[offset + 2]) ? 3 : 0
  }

  private static func isCapitals(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for offset in range where text[offset] &- 0x41 >= 26 { return false }
    return range.count > 1
  }

}
