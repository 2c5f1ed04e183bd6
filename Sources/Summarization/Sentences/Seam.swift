/// A place where one text ends and another begins without an end mark: behind an address, around the time stamp of a
/// letter, behind a ruled line, a smiley or "Kind regards,".
///
/// Letters, posts and the pages of agencies are full of them once their line breaks are gone.
struct Seam {
  /// Where the sentence before it ends.
  var end: Int
  /// Where the next one begins.
  var next: Int

  /// Whether the bytes that it looks at may begin a seam; ``SentenceSplitter`` looks no further at the others.
  static let marks: [UInt8] = Array(":;,@)-=_*~".utf8)

  /// Looks for a seam around the mark at `offset` in the sentence that begins at `sentence`.
  init?(in text: Span<UInt8>, at offset: Int, sentence: Int) {
    let found: Seam? =
      switch text[offset] {
      case UInt8(ascii: ":"):
        Self.afterAddress(in: text, scheme: offset) ?? Self.afterHeader(
          in: text, colon: offset, sentence: sentence)
          ?? Self.atStamp(in: text, clock: offset, sentence: sentence)
          ?? Self.afterSmiley(in: text, at: offset)
      case UInt8(ascii: ";"): Self.afterSmiley(in: text, at: offset)
      case UInt8(ascii: ","): Self.afterRegards(in: text, comma: offset, sentence: sentence)
      case UInt8(ascii: ")"): Self.afterCredit(in: text, bracket: offset, sentence: sentence)
      case UInt8(ascii: "@"): Self.afterAddress(in: text, at: offset)
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"):
        Self.atRule(in: text, from: offset, sentence: sentence)
      default: nil
      }
    guard let found, found.next < text.count else { return nil }
    self = found
  }

  init(end: Int, next: Int) {
    self.end = end
    self.next = next
  }

  // MARK: Addresses

  /// The seam behind an address of the web, if another one or a capital follows.
  private static func afterAddress(in text: Span<UInt8>, scheme offset: Int) -> Seam? {
    guard isSlashes(in: text, at: offset + 1) else { return nil }
    return afterToken(in: text, from: offset, orAddress: true)
  }

  /// The seam behind a mail address, if a capital follows.
  private static func afterAddress(in text: Span<UInt8>, at offset: Int) -> Seam? {
    // Groups and lists hide the name: "desk...@example.org".
    guard offset > 0, isWordByte(text[offset - 1]) || text[offset - 1] == UInt8(ascii: "."),
      offset + 1 < text.count, isWordByte(text[offset + 1])
    else { return nil }
    var end = offset + 1
    var dots = 0
    while end < text.count, end - offset < 64, isWordByte(text[end]) || text[end] == UInt8(ascii: ".") {
      if text[end] == UInt8(ascii: ".") { dots += 1 }
      end += 1
    }
    guard dots > 0 else { return nil }
    return afterToken(in: text, from: offset, orAddress: false)
  }

  /// The seam behind the word that goes on at `offset`, unless it ends with a mark.
  private static func afterToken(in text: Span<UInt8>, from offset: Int, orAddress: Bool) -> Seam? {
    var end = offset
    while end < text.count, text[end] > 0x20 {
      if end - offset > maximumAddress { return nil }
      end += 1
    }
    let last = text[end - 1]
    guard isWordByte(last) || last == UInt8(ascii: "/") || last == UInt8(ascii: ">") else { return nil }
    let next = text.skippingSpace(from: end)
    guard next < text.count, next > end else { return nil }
    guard
      DecodedScalar(in: text, at: next).kind == .upper || orAddress && beginsAddress(in: text, at: next)
    else { return nil }
    return Seam(end: end, next: next)
  }

  private static let maximumAddress = 512

  /// Whether an address of the web begins at `offset`.
  static func beginsAddress(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + 8 < text.count, text[offset] == UInt8(ascii: "h") || text[offset] == UInt8(ascii: "w")
    else {
      return false
    }
    if text[offset] == UInt8(ascii: "w") {
      return text[offset + 1] == UInt8(ascii: "w") && text[offset + 2] == UInt8(ascii: "w")
        && text[offset + 3] == UInt8(ascii: ".")
    }
    guard text[offset + 1] == UInt8(ascii: "t"), text[offset + 3] == UInt8(ascii: "p") else { return false }
    let colon = offset + (text[offset + 4] == UInt8(ascii: "s") ? 5 : 4)
    return text[colon] == UInt8(ascii: ":") && isSlashes(in: text, at: colon + 1)
  }

  private static func isSlashes(in text: Span<UInt8>, at offset: Int) -> Bool {
    offset + 1 < text.count && text[offset] == UInt8(ascii: "/") && text[offset + 1] == UInt8(ascii: "/")
  }

  // MARK: Credits

  /// The seam behind a few words in brackets that stand before a sentence: "(Reuters) The ferry sank."
  private static func afterCredit(in text: Span<UInt8>, bracket: Int, sentence: Int) -> Seam? {
    guard bracket - sentence <= maximumCredit, text[sentence] == UInt8(ascii: "(") else { return nil }
    for offset in sentence + 1..<bracket
    where text[offset] == UInt8(ascii: "(") || text[offset] == UInt8(ascii: ")") {
      return nil
    }
    let next = text.skippingSpace(from: bracket + 1)
    guard next > bracket + 1, next < text.count, DecodedScalar(in: text, at: sentence + 1).kind == .upper
    else {
      return nil
    }
    let scalar = DecodedScalar(in: text, at: next)
    guard scalar.kind == .upper || SentenceEnd.isOpener(scalar.value) else { return nil }
    return Seam(end: bracket + 1, next: next)
  }

  private static let maximumCredit = 48

  // MARK: Ruled lines

  /// The seam before or behind a run of the same sign: "=====", "_____", "***".
  private static func atRule(in text: Span<UInt8>, from offset: Int, sentence: Int) -> Seam? {
    let sign = text[offset]
    guard offset + 2 < text.count, text[offset + 1] == sign, text[offset + 2] == sign,
      offset == sentence || text[offset - 1] != sign
    else { return nil }
    var end = offset
    while end < text.count, text[end] == sign { end += 1 }
    // "---" may be a dash, and "f***" is a word.
    guard end - offset > 3 || sign != UInt8(ascii: "-") else { return nil }
    let isWithin = offset > sentence && text[offset - 1] > 0x20
    guard !isWithin || end - offset > 7 else { return nil }
    if offset > sentence, !isWithin { return Seam(end: text.trimmedEnd(of: sentence..<offset), next: offset) }
    let next = text.skippingSpace(from: end)
    guard next > end, next < text.count, DecodedScalar(in: text, at: next).kind != .lower else { return nil }
    return Seam(end: end, next: next)
  }

  // MARK: Smileys

  /// The seam behind a smiley, if a capital follows: ":-)", ";)", ":D".
  private static func afterSmiley(in text: Span<UInt8>, at offset: Int) -> Seam? {
    guard offset > 0, text[offset - 1] == 0x20 || Self.isEndMark(text[offset - 1]) else { return nil }
    var end = offset + 1
    if end < text.count, text[end] == UInt8(ascii: "-") { end += 1 }
    guard end < text.count, mouths.contains(text[end]) else { return nil }
    end += 1
    while end < text.count, text[end] == text[end - 1] || isEndMark(text[end]) { end += 1 }
    let next = text.skippingSpace(from: end)
    guard next > end, next < text.count,
      DecodedScalar(in: text, at: next).kind == .upper || beginsAddress(in: text, at: next)
    else { return nil }
    return Seam(end: end, next: next)
  }

  private static let mouths: [UInt8] = Array(")(DPp".utf8)

  private static func isEndMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  // MARK: Letters

  /// The seam behind the words that close a letter, before the name: "Kind regards, Ines Prado".
  private static func afterRegards(in text: Span<UInt8>, comma: Int, sentence: Int) -> Seam? {
    guard comma - sentence <= maximumRegards, comma > sentence,
      DecodedScalar(in: text, at: sentence).kind == .upper
    else { return nil }
    let next = text.skippingSpace(from: comma + 1)
    guard next > comma + 1, next < text.count, DecodedScalar(in: text, at: next).kind == .upper else {
      return nil
    }
    var word = comma
    while word > sentence, text[word - 1] > 0x20 { word -= 1 }
    var spaces = 0
    for offset in sentence..<word where text[offset] == 0x20 { spaces += 1 }
    guard spaces <= 2, regards[WordHash(text, word..<comma)] != nil else { return nil }
    return Seam(end: comma + 1, next: next)
  }

  private static let maximumRegards = 40

  private static let regards = WordMap<Bool>(
    """
    regards sincerely respectfully faithfully cordially grüße grüßen gruß grüssen hochachtungsvoll cordialement salutations
    saludos atentamente cordialmente atenciosamente saluti groet groeten hälsningar hilsen hilsener terveisin pozdrawiam
    pozdravem уважением
    """)

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
