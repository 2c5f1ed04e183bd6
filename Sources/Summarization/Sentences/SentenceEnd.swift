/// Decides whether a sentence ends at a stop.
struct SentenceEnd: Sendable {
  private let abbreviations: Abbreviations
  private let stopWords: StopWords
  private let english = StopWords.of("en")
  /// Whether a number with a stop is an ordinal, as in German dates.
  private let hasOrdinals: Bool
  private let isEnglish: Bool

  /// The rules of the language with this primary subtag; "" where it is not known.
  init(language: String) {
    abbreviations = .of(language)
    stopWords = .of(language)
    isEnglish = language == "en"
    hasOrdinals = Self.ordinalLanguages.contains(language)
  }

  private static let ordinalLanguages: Set<String> = [
    "de", "da", "nb", "no", "nn", "fi", "cs", "sk", "hu", "sl", "hr", "sr", "bs", "et", "lv", "is", "tr",
    "pl",
  ]

  /// The offset after the quotes, brackets and note numbers that belong to the sentence before them.
  ///
  /// - Parameter closer: The scalar that closes what is open at the stop, 0 where nothing is.
  func closingMarks(in text: Span<UInt8>, after stop: StopMark, closer: UInt32) -> Int {
    var offset = stop.end
    for _ in 0..<16 {
      guard offset < text.count else { break }
      let scalar = DecodedScalar(in: text, at: offset)
      guard Self.isCloser(scalar.value) else { break }
      offset += scalar.length
    }
    return noteNumbers(in: text, from: spacedQuote(closer, in: text, from: offset), stop: stop)
  }

  /// Whether the sentence that begins at `sentence` ends at `end`, after `stop` and its closing marks, when what
  /// follows begins at `next`.
  func isEnd(_ stop: StopMark, in text: Span<UInt8>, sentence: Int, end: Int, next: Int) -> Bool {
    if stop.precedesOmission { return true }
    let opening = Opening(in: text, at: next)
    if opening.isContinuation || isBracketed(stop, in: text) { return false }
    let isSmall = opening.kind == .lower && !Seam.beginsAddress(in: text, at: next)
    // A careless writer begins sentences with small letters, but not behind a quotation mark: "he asked" goes on there.
    let isPlain = end == stop.end && opening.word.lowerBound == next
    let isCareless = isSmall && DecodedScalar(in: text, at: sentence).kind == .lower
    switch stop.kind {
    case .wide:
      // A sentence goes on right after a closing bracket; a Chinese quotation mark ends it.
      if next == end, end > stop.end { return DecodedScalar(in: text, before: end).value == 0x201D }
      return true
    case .strong:
      if next == end {
        return opening.kind == .upper && !isAddress(in: text, endingAt: stop.start)
          && stop.start > sentence && text[stop.start - 1] > 0x20
      }
      return !isSmall || isCareless || isPlain && text[stop.end - 1] == UInt8(ascii: "?")
    case .ellipsis:
      // "“... and so on": with an omission after a quotation mark a sentence only begins.
      let isFirst =
        stop.start - sentence <= 3 && text[stop.start - 1] > 0x20
        && wordBefore(stop, in: text, sentence: sentence).isEmpty
      return next > end && (!isSmall || isCareless) && !isFirst
    case .full:
      let word = wordBefore(stop, in: text, sentence: sentence)
      if next == end { return isMissingSpace(after: word, opening, in: text) }
      if isSmall {
        guard isPlain,
          isCareless || isOrdinaryWord(word, in: text, before: opening)
            || stopWords.isDangling(opening.hash) && WordShape(of: word, in: text) != .initials
        else { return false }
      }
      return isEnd(after: word, opening, in: text, sentence: sentence)
    }
  }

  /// Whether a full stop after `word` ends a sentence before `opening`.
  private func isEnd(after word: Range<Int>, _ opening: Opening, in text: Span<UInt8>, sentence: Int) -> Bool
  {
    if word.isEmpty { return true }
    // "310 Mio. US-Dollar": what is all capitals among small letters is a name.
    let opensSentence =
      opensSentence(opening)
      && !(opening.isAcronym && DecodedScalar(in: text, before: word.upperBound).kind == .lower)
    let kind =
      abbreviations.kind(of: word, in: text)
      ?? abbreviations.kind(of: withoutElision(word, in: text), in: text)
    if kind != nil, opening.kind == .lower || opening.isDashed { return false }
    switch kind {
    case .title: return false
    case .number: if opening.kind == .digit { return false }
    case .either: return opening.isQuoted || opensSentence
    case .place where DecodedScalar(in: text, at: word.lowerBound).kind == .upper:
      return opening.isQuoted || opensSentence
    case .unit: return isCounted(word, in: text) || opensSentence
    case .last:
      return !opening.isBracketed
        && !(isClock(word, in: text) && goesOn(after: sentence..<word.lowerBound, opening, in: text))
    case .place, nil: break
    }
    switch WordShape(of: word, in: text) {
    case .number(let digits):
      if word.lowerBound == sentence, digits <= 3 { return false }
      if digits <= 3, opening.kind == .digit, isMeasured(in: text, from: opening.word.upperBound) {
        return false
      }
      if hasOrdinals, digits <= 2 { return opensSentence }
      if hasOrdinals, digits == 3, Self.counted[opening.hash] != nil { return false }
      return true
    case .initials:
      if word.lowerBound == sentence || opening.kind == .lower { return false }
      return opensSentence && !opening.isInitial && !StopWords.isNameParticle(opening.hash)
    case .word where hasOrdinals && WordShape.isRoman(word, in: text): return opensSentence
    case .word: return opening.kind != .lower || word.count > 2 || stopWords.contains(WordHash(text, word))
    }
  }

  /// Whether a share or a sum is named at `offset`, so that the number before it is the rest of one: "2. 8 per cent".
  private func isMeasured(in text: Span<UInt8>, from offset: Int) -> Bool {
    let start = text.skippingSpace(from: offset)
    guard start < text.count else { return false }
    if text[start] == UInt8(ascii: "%") { return true }
    var end = start
    while end < text.count, end - start < 8, text[end] &- 0x61 < 26 { end += 1 }
    return Self.measures[WordHash(text, start..<end)] != nil
  }

  private static let measures = WordMap<Bool>(
    "per percent percentage million billion trillion bn mn crore lakh prozent millionen milliarden")

  /// Whether a number stands before the word: digits or capitals, which may be a Roman one.
  private func isCounted(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard word.lowerBound > 1 else { return false }
    let space = DecodedScalar(in: text, before: word.lowerBound)
    guard space.isWhiteSpace, word.lowerBound > space.length else { return false }
    let kind = DecodedScalar(in: text, before: word.lowerBound - space.length).kind
    return kind == .digit || kind == .upper
  }

  /// The part of a word after its apostrophe: "Avv" of "l'Avv".
  private func withoutElision(_ word: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var start = word.upperBound
    while start > word.lowerBound, text[start - 1] != 0x27 {
      if start - word.lowerBound > 2, text[start - 3] == 0xE2, text[start - 2] == 0x80,
        text[start - 1] == 0x99
      {
        break
      }
      start -= 1
    }
    return start + 1 < word.upperBound ? start..<word.upperBound : word
  }

  /// Whether a space was left out after the full stop at the end of `word`, rather than an address or a name written.
  private func isMissingSpace(after word: Range<Int>, _ opening: Opening, in text: Span<UInt8>) -> Bool {
    guard opening.kind == .upper, word.count > 2, opening.word.upperBound + 1 < text.count else {
      return false
    }
    let last = DecodedScalar(in: text, before: word.upperBound)
    let after = text[opening.word.upperBound]
    let isTitle =
      after == UInt8(ascii: ".") && text[opening.word.upperBound + 1] == 0x20
      && abbreviations.kind(of: opening.word, in: text) == .title
    if last.value >= 0x370, last.kind == .lower {
      // No address is written in Greek or Cyrillic.
      return after == 0x20 && isOrdinaryWord(word, in: text, before: opening)
    }
    guard isTitle || after == 0x20 && opensSentence(opening) else { return false }
    return last.kind == .digit && word.count > 3
      || last.kind == .lower && WordShape(of: word, in: text) == .word
        && !isAddress(in: text, endingAt: word.upperBound)
  }

  /// Whether the word opens sentences more often than it stands in names: a function word or a numeral, with a capital.
  private func opensSentence(_ opening: Opening) -> Bool {
    opening.kind != .lower
      && (stopWords.contains(opening.hash) || english.contains(opening.hash)
        || Self.numerals[opening.hash] != nil)
  }

  /// What German counts into the hundreds: "zu ihrem 100. Geburtstag".
  private static let counted = WordMap<Bool>(
    """
    geburtstag geburtstags geburtstage todestag todestags jahrestag jahrestags hochzeitstag jubiläum jubiläums gründungsjubiläum
    vereinsjubiläum bestehen sitzung sitzungstag auflage ausgabe folge tag tages mal spiel länderspiel bundesligaspiel pflichtspiel
    einsatz tor saisontor treffer minute platz rang runde lauf sieg punkt
    """)

  private static let numerals = WordMap<Bool>(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds thousands millions
    billions dozens scores many several few both each every another half nearly almost about around roughly
    """)

  /// Whether the word is hardly an abbreviation: it has no stop of its own and five letters or more.
  ///
  /// In English, whose abbreviations are known better, four are enough, and before a function word a short word is.
  private func isOrdinaryWord(_ word: Range<Int>, in text: Span<UInt8>, before opening: Opening) -> Bool {
    var scalars = 0
    for offset in word {
      if text[offset] == UInt8(ascii: ".") { return false }
      if text[offset] & 0xC0 != 0x80 { scalars += 1 }
    }
    if isEnglish, scalars < 4 {
      guard stopWords.contains(opening.hash), scalars == 3 || stopWords.contains(WordHash(text, word)) else {
        return false
      }
    } else if scalars < (isEnglish ? 4 : 5) {
      return false
    }
    return scalars > 1 && WordShape(of: word, in: text) == .word
  }

  /// Whether the mark stands alone in a bracket: "[...]", "(?)".
  private func isBracketed(_ stop: StopMark, in text: Span<UInt8>) -> Bool {
    guard stop.start > 0, stop.end < text.count else { return false }
    let before = text[stop.start - 1]
    let after = text[stop.end]
    return before == UInt8(ascii: "[") && after == UInt8(ascii: "]")
      || before == UInt8(ascii: "(") && after == UInt8(ascii: ")")
  }

  /// Whether an address of the web or of a file seems to stand before `end`.
  private func isAddress(in text: Span<UInt8>, endingAt end: Int) -> Bool {
    var offset = end
    while offset > 0, end - offset < 64, text[offset - 1] > 0x20 {
      offset -= 1
      if [UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "@")].contains(text[offset]) { return true }
    }
    return false
  }

  /// The word that ends at `stop`, without what opens before it; at most 48 bytes of it.
  private func wordBefore(_ stop: StopMark, in text: Span<UInt8>, sentence: Int) -> Range<Int> {
    var start = stop.start
    while start > sentence, stop.start - start < 48 {
      let scalar = DecodedScalar(in: text, before: start)
      if scalar.isWhiteSpace { break }
      let before = start - scalar.length
      if Self.isOpener(scalar.value),
        scalar.value != 0x27 || before == sentence || text[before - 1] <= 0x20
      {
        break
      }
      start = before
    }
    return start..<stop.start
  }

  private func isClock(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    word.count == 3 && text[word.lowerBound + 1] == UInt8(ascii: ".")
      && text[word.lowerBound + 2] | 0x20 == UInt8(ascii: "m")
  }

  /// Whether a time of day does not end the sentence: it is among the first words, or a day or a zone follows.
  private func goesOn(after range: Range<Int>, _ opening: Opening, in text: Span<UInt8>) -> Bool {
    if Self.afterClock[opening.hash] != nil { return true }
    guard range.count < 16 else { return false }
    var spaces = 0
    for offset in range where text[offset] == 0x20 { spaces += 1 }
    return spaces <= 2
  }

  private static let afterClock = WordMap<Bool>(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december est edt cst cdt mst mdt pst pdt et ct pt gmt utc bst cet ist eastern pacific
    """)

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A, 0xFF09, 0x300D, 0x300F, 0x3011, 0x300B:
      true
    case 0x201C, 0xAB: true  // German and Danish quotations close with these; followed by a letter they open
    default: false
    }
  }

  static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0xFF08, 0x300C,
      0x300E:
      true
    case 0xA1, 0xBF, 0x2A, 0x5F, 0x60: true  // ¡ ¿ * _ `
    default: false
    }
  }

  /// Takes in a closing quotation mark that is set apart from the stop by a space, as in French.
  private func spacedQuote(_ closer: UInt32, in text: Span<UInt8>, from offset: Int) -> Int {
    let next = text.skippingSpace(from: offset)
    guard next > offset, next - offset <= 3, next < text.count else { return offset }
    let scalar = DecodedScalar(in: text, at: next)
    guard scalar.value == 0xBB || scalar.value == closer, scalar.value > 0 else { return offset }
    let after = next + scalar.length
    guard after < text.count else { return after }
    let following = DecodedScalar(in: text, at: after)
    return following.isWhiteSpace || following.value == 0x2C ? after : offset
  }

  /// Takes in the numbers of notes, as in "meeting.[7][8]" and "thinking.10", and marks of omission.
  private func noteNumbers(in text: Span<UInt8>, from start: Int, stop: StopMark) -> Int {
    var offset = start
    while offset + 1 < text.count, offset - start < 32 {
      let open = text[offset] == 0x20 ? offset + 1 : offset
      guard text[open] == UInt8(ascii: "[") else { break }
      var end = open + 1
      while end < text.count, end - open < 5, Self.isNote(text[end]) { end += 1 }
      guard end < text.count, end > open + 1, text[end] == UInt8(ascii: "]") else { break }
      offset = end + 1
    }
    if offset == stop.end, offset < text.count, Self.isDigit(text[offset]), stop.start > 3 {
      let before = DecodedScalar(in: text, before: stop.start)
      var end = offset
      while end < text.count, end - offset < 3, Self.isDigit(text[end]) { end += 1 }
      let isWord = before.kind == .lower || before.value == 0x29
      if isWord, end < text.count, text[end] == 0x20 { offset = moreNotes(in: text, from: end) }
    }
    return offset
  }

  /// The end of the numbers of notes that follow the first: "thinking.10 12 The".
  private func moreNotes(in text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    for _ in 0..<4 {
      var digits = end + 1
      while digits < text.count, digits - end < 4, Self.isDigit(text[digits]) { digits += 1 }
      guard digits > end + 1, digits + 1 < text.count, text[digits] == 0x20 else { break }
      let next = DecodedScalar(in: text, at: digits + 1)
      guard next.kind == .upper || next.kind == .digit else { break }
      end = digits
    }
    return end
  }

  /// Whether the byte may stand in the brackets of a note or of an omission: "[12]", "[...]", "[…]".
  private static func isNote(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || [0xE2, 0x80, 0xA6].contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
