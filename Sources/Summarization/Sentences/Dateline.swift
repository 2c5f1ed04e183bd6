/// The line of place, day and agency that opens a report: `(CNN)`, `TEHRAN (Reuters) -`, `LONDON, Feb 22 (Reuters) -`,
/// `LONDON, England --`, `DULUTH, Minn., Oct. 1, 2024 /PRNewswire/ --`, `Köln/Bonn (dpa/lnw) -`, `(The Hollywood Reporter)`,
/// `МОСКВА, 2 февраля. /ТАСС/.`, `МОСКВА, 2 февраля — РИА Новости.`; where an article opens also `Indianapolis –`, `Riad.`,
/// `Washington.-` and `BHOPAL:`.
///
/// It belongs to the article, not to what the first sentence says, so a summary begins behind it.
enum Dateline {
  /// A longer opening is none.
  private static let maximumLength = 70

  /// Where the text behind a dateline begins; the start of the range where there is none.
  ///
  /// - Parameters:
  ///   - opensArticle: Whether nothing stands before the range: there a place needs neither capitals nor an agency.
  ///   - known: The dateline of the article where it is known: it is one wherever it stands first.
  static func end(
    in text: Span<UInt8>, _ range: Range<Int>, opensArticle: Bool = false, known: String? = nil
  ) -> Int {
    let start = range.lowerBound
    if let known, let close = end(of: known, in: text, range) {
      let dash = dashLength(in: text, at: close, before: range.upperBound)
      return rest(in: text, from: agencyEnd(in: text, from: close + dash, range), range)
    }
    let limit = min(range.upperBound, start + maximumLength)
    guard start < limit else { return start }
    let first = DecodedScalar(in: text, at: start)
    guard first.value == 0x28 || first.kind == .upper else { return start }
    var opening = PlaceAndDay()
    var offset = start
    while offset < limit {
      let scalar = DecodedScalar(in: text, at: offset)
      let bracket: UInt8? =
        scalar.value == 0x28
        ? UInt8(ascii: ")")
        : scalar.value == 0x2F && opening.isPlaced && opening.previous == 0x20 ? UInt8(ascii: "/") : nil
      if let bracket {
        return end(ofCreditAt: offset, closedBy: bracket, behind: opening, in: text, range, before: limit)
      }
      let dash = dashLength(in: text, at: offset, before: limit)
      if dash > 0, opening.previous == 0x20, offset - start > 3, !opening.isLoose {
        if opening.isShouted {
          return rest(in: text, from: agencyEnd(in: text, from: offset + dash, range), range)
        }
        // "Vince - thanks" is a letter.
        return opensArticle
          && (dash > 1 ? isOneWord(in: text, start..<offset) : isPlace(in: text, start..<offset - 1))
          ? rest(in: text, from: offset + dash, range, isSentence: true) : start
      }
      if opensArticle, scalar.value == 0x2E, offset + 1 < limit {
        let dash = dashLength(in: text, at: offset + 1, before: limit)
        let isKnown = text[offset + 1] == 0x20 || dash > 0 ? isPlace(in: text, start..<offset) : false
        if isKnown || dash > 0 && opening.isShouted && isOneWord(in: text, start..<offset) {
          return rest(in: text, from: offset + 1 + dash, range)
        }
      }
      if opensArticle, scalar.value == 0x3A, offset + 1 < limit, text[offset + 1] == 0x20,
        opening.isShouted, !opening.hasComma, offset - start > 4
      {
        return rest(in: text, from: offset + 1, range, isSentence: true)
      }
      guard opening.take(scalar, length: offset - start) else { return start }
      offset += scalar.length
    }
    return start
  }

  /// Where a text ends that a range begins with, and the spaces behind it.
  private static func end(of opening: String, in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let utf8 = opening.utf8Span
    let bytes = utf8.span
    guard bytes.count > 0, bytes.count < range.count else { return nil }
    for offset in 0..<bytes.count where text[range.lowerBound + offset] != bytes[offset] { return nil }
    return skipSpaces(in: text, from: range.lowerBound + bytes.count, to: range.upperBound)
  }

  /// What stands before the dash or the bracket of a dateline: a place, a country, a day.
  private struct PlaceAndDay {
    var previous: UInt32 = 0x20
    /// Whether all letters before a comma are capitals.
    var isShouted = true
    var hasComma = false
    var hasNumber = false
    /// Whether words in small letters or a number stand there that no place in capitals explains: "Beja, 21 abr 2026".
    var isLoose = false

    /// The day, and short forms of months and states, stand behind a place in capitals.
    var isPlaced: Bool { isShouted && hasComma }

    /// Takes note of a scalar; `false` where it stands in no dateline.
    mutating func take(_ scalar: DecodedScalar, length: Int) -> Bool {
      if scalar.kind == .lower {
        if previous == 0x20 {
          guard hasComma else { return false }
          isLoose = true
        }
        if !hasComma { isShouted = false }
      }
      if scalar.value == 0x2C { hasComma = true }
      if scalar.kind == .digit {
        guard hasComma else { return false }
        hasNumber = true
        if !isPlaced { isLoose = true }
      }
      previous = scalar.value
      return switch scalar.value {
      case 0x21, 0x3F, 0x3B, 0x3A: false
      case 0x2E: length <= 20 || isPlaced
      default: true
      }
    }
  }

  /// Where the text begins behind a name in brackets or strokes, and a stop or a dash behind them.
  private static func end(
    ofCreditAt open: Int, closedBy bracket: UInt8, behind opening: PlaceAndDay, in text: Span<UInt8>,
    _ range: Range<Int>, before limit: Int
  ) -> Int {
    guard let close = close(of: open, bracket, in: text, before: limit) else { return range.lowerBound }
    var behind = skipSpaces(in: text, from: close, to: range.upperBound)
    let dash = dashLength(in: text, at: behind, before: range.upperBound)
    if bracket == UInt8(ascii: "/"), behind < range.upperBound, text[behind] == UInt8(ascii: ".") {
      behind += 1
    }
    let name = open + 1..<close - 1
    var isCredit = bracket == UInt8(ascii: "/") || isAgency(text, name)
    if opening.isLoose {
      // "Beja, 21 abr 2026 (Lusa) —", but not "Ada, a town in the north (Norland) —".
      isCredit = isCredit || opening.hasNumber && dash > 0
    } else {
      isCredit = isCredit || dash > 0 || isCapitals(in: text, name)
    }
    // "(The Hollywood Reporter)The film": no space is needed behind a credit.
    if open == range.lowerBound, behind == close {
      isCredit = isCredit || opensSentence(in: text, from: close, to: range.upperBound)
    }
    return isCredit ? rest(in: text, from: behind + dash, range) : range.lowerBound
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
  ///
  /// - Parameter isSentence: Whether it must have many words, none with a dash around it, and begin with a capital.
  private static func rest(
    in text: Span<UInt8>, from offset: Int, _ range: Range<Int>, isSentence: Bool = false
  ) -> Int {
    let start = skipSpaces(in: text, from: offset, to: range.upperBound)
    guard range.upperBound - start >= 12 else { return range.lowerBound }
    let first = DecodedScalar(in: text, at: start)
    // "Die Börse (CME), eine Firma" goes on behind the bracket.
    let goesOn = first.kind == .lower || [0x2C, 0x2E, 0x3B, 0x3A, 0x29].contains(first.value)
    guard isSentence, !goesOn else { return goesOn ? range.lowerBound : start }
    var words = 1
    for place in start..<min(range.upperBound, start + 400) where text[place] == 0x20 {
      if dashLength(in: text, at: place + 1, before: range.upperBound) > 0 { return range.lowerBound }
      words += 1
    }
    return first.kind == .upper && words >= 10 ? start : range.lowerBound
  }

  /// The end of an agency's name behind the dash of a dateline: one to three words with capitals and a stop, "РИА Новости."; `offset`
  /// where none stands there.
  private static func agencyEnd(in text: Span<UInt8>, from offset: Int, _ range: Range<Int>) -> Int {
    var place = skipSpaces(in: text, from: offset, to: range.upperBound)
    for _ in 0..<3 {
      guard place < range.upperBound, DecodedScalar(in: text, at: place).kind == .upper else { return offset }
      while place < range.upperBound, text[place] != 0x20, text[place] != UInt8(ascii: ".") { place += 1 }
      guard place + 1 < range.upperBound else { return offset }
      if text[place] == UInt8(ascii: ".") { return text[place + 1] == 0x20 ? place + 1 : offset }
      place += 1
    }
    return offset
  }

  /// Whether a sentence begins with a capital or a quotation mark.
  private static func opensSentence(in text: Span<UInt8>, from offset: Int, to end: Int) -> Bool {
    guard offset < end else { return false }
    let first = DecodedScalar(in: text, at: offset)
    return first.kind == .upper || first.kind == .other && SentenceEnd.isOpener(first.value)
  }

  /// Whether the text is one word, and a well known place.
  private static func isPlace(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let word = WordHash(text, range)
    return NameLexicon.places[WordHash(phrase: CollectionOfOne(word.value))] != nil
  }

  /// Whether the text is one word of letters, hyphens and strokes, spaces behind it left out.
  private static func isOneWord(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    let end = text.trimmedEnd(of: range)
    while offset < end {
      let scalar = DecodedScalar(in: text, at: offset)
      guard scalar.kind == .upper || scalar.kind == .lower || scalar.value == 0x2D || scalar.value == 0x2F
      else { return false }
      offset += scalar.length
    }
    return end - range.lowerBound > 3
  }

  /// The end of a bracket of one to four words, as agencies and papers have it, the first with a capital or an agency's.
  private static func close(of open: Int, _ bracket: UInt8, in text: Span<UInt8>, before limit: Int) -> Int? {
    var spaces = 0
    for offset in open + 1..<max(open + 1, min(limit, open + 40)) {
      if text[offset] == 0x20 { spaces += 1 }
      guard text[offset] == bracket else { continue }
      guard offset > open + 1, spaces < 4 else { return nil }
      let isName = DecodedScalar(in: text, at: open + 1).kind == .upper || isAgency(text, open + 1..<offset)
      return isName ? offset + 1 : nil
    }
    return nil
  }

  /// Whether a name, or what stands before a stroke or a hyphen in it, is an agency's: "dpa/lnw", "dpa-AFX".
  private static func isAgency(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
    let end = name.first { text[$0] == UInt8(ascii: "/") || text[$0] == UInt8(ascii: "-") } ?? name.upperBound
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
