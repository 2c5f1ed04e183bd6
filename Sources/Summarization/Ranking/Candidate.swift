import Normalization

/// A sentence that may be chosen, and what its surface shows.
struct Candidate {
  /// What stands in the way of choosing a sentence.
  enum Fitness: Int, Comparable {
    case good
    /// It begins in brackets or in small letters, or has a handful of words: an aside, a fragment.
    case aside
    /// It has no end mark, or a bullet, or says who is where in a picture: a heading, a line of a list, a caption.
    case unended
    /// It says nothing by itself: a word or two, a byline, a link to another page.
    case furniture

    static func < (a: Fitness, b: Fitness) -> Bool { a.rawValue < b.rawValue }
  }

  /// Its words.
  let words: SentenceWords
  /// The index of its paragraph.
  let paragraph: Int
  let startsQuoted: Bool
  let isQuestion: Bool
  let isUnended: Bool
  /// Whether it opens with a pronoun or conjunction that leans on the sentence before.
  let isDangling: Bool
  /// Whether anything shows that it leans on the sentence before: it goes on with something, or is speech without its speaker.
  let leansOnPrevious: Bool
  /// Whether its first word is a function word, with a capital because it is the first.
  let opensWithFunctionWord: Bool
  /// Whether a quotation begins or ends in it that does not end or begin in it.
  let isSplitQuotation: Bool
  /// The share of its bytes that stand between quotation marks.
  let quotedShare: Double
  let commas: Int
  private(set) var fitness: Fitness
  private(set) var signs: SentenceSigns

  /// Looks at the sentence at `range` of a paragraph's text.
  init(
    of range: Range<Int>, in text: Span<UInt8>, paragraph: Int, language: String, lettersPerWord: Double,
    vocabulary: inout Vocabulary, stopWords: StopWords
  ) {
    words = SentenceWords(of: range, in: text, vocabulary: &vocabulary)
    self.paragraph = paragraph
    let opening = DecodedScalar(in: text, at: range.lowerBound)
    let first = opening.value
    let last = DecodedScalar(in: text, before: range.upperBound).value
    startsQuoted = Self.quotationMarks.contains(first)
    isQuestion = Self.questionMarks.contains(last)
    let lastInside = Self.lastInside(range, in: text)
    var signs = SentenceSigns(of: words, vocabulary)
    if Self.questionMarks.contains(lastInside) { signs.insert(.asks) }
    // Where a quotation without a stop in it ends a paragraph of a few words, that is a heading.
    let isHeading =
      lastInside != last && !Self.stops.contains(lastInside) && range == 0..<text.count
      && words.ids.count < 12
    isUnended = !Self.endMarks.contains(last) || isHeading
    let briefness = Double(words.ids.count) / lettersPerWord
    if briefness < 14 { signs.insert(.isBrief) }
    if briefness < 10 { signs.insert(.isShort) }
    let firstWord = words.ids.first.map { vocabulary.hash(of: $0) }
    isDangling = firstWord.map(stopWords.isDangling) ?? false || Self.leans(range, in: text, stopWords)
    let marks = SentenceMarks(in: text, range)
    isSplitQuotation = marks.isSplit
    quotedShare = Double(marks.quotedLength) / Double(range.count)
    commas = marks.commas
    opensWithFunctionWord = firstWord.map(stopWords.contains) ?? false
    let isSpeech = startsQuoted && marks.quotedLength * 10 >= range.count * 9 || Self.opensWithDash(text)
    // So it is if the quotation goes on behind it.
    if startsQuoted, marks.isSplit, marks.quotedLength == 0 { signs.insert(.goesOn) }
    if Self.opensWithLabel(range, in: text, language: language) { signs.insert(.goesOn) }
    let opensWithArticle = LeaningWords.openWithArticle(words, vocabulary, language: language)
    let opensWithKind = opensWithArticle && words.capitals.prefix(2).allSatisfy { $0.place != 1 }
    if opensWithArticle { signs.insert(.opensWithArticle) }
    if opensWithKind, LeaningWords.mayReferBack(words, vocabulary) { signs.insert(.goesOn) }
    leansOnPrevious =
      isDangling || isSpeech
      || LeaningWords.open(words, vocabulary, withKind: opensWithKind, language: language)
      || first >= 0x3000
        && LeaningWords.unspacedConnectives.contains { text.extracting(range).has($0, at: 0) }
    if last == 0x2E && range.count > 1 && text[range.upperBound - 2] == 0x20 {
      signs.insert(.isStoppedApart)
    }
    self.signs = signs
    let second = words.ids.count > 1 ? vocabulary.hash(of: words.ids[1]) : nil
    let isByline = isUnended && firstWord == Self.by && words.ids.count < 8
    let isLink =
      Self.links.contains { $0.0 == firstWord && $0.1 == second }
      && (words.ids.count < 12 || Self.opensWithColon(range, in: text))
    let isAside =
      signs.contains(.pointsAtItself)
      || first == 0x28 || first == 0x5B || opening.kind == .lower
      || words.ids.count < 6 && range.count < 36 && Terms.areWords(in: language)
    fitness =
      words.ids.count < 3 || isByline || isLink
      ? .furniture
      : isUnended || marks.isCaption || Self.bullets.contains(first)
        ? .unended : isAside ? .aside : .good
  }

  /// Takes sentences whose stop stands apart for the titles of other stories, unless the text is written so.
  static func demoteTitles(_ candidates: inout [Candidate]) {
    let apart = candidates.indices.filter { candidates[$0].signs.contains(.isStoppedApart) }
    guard apart.count * 4 <= candidates.count else { return }
    for index in apart { candidates[index].fitness = max(candidates[index].fitness, .unended) }
  }

  /// Notes where it stands in the midst of a quotation, so that it goes on with the sentence that opens it.
  ///
  /// - Parameter isOpen: Whether a quotation is open before it, and then behind it.
  mutating func follow(openQuotation isOpen: inout Bool) {
    if isSplitQuotation { isOpen.toggle() } else if isOpen { signs.insert(.goesOn) }
  }

  /// Takes what an interviewer says for no part of the story: the paragraphs that end with a question, where there are three at least.
  static func demoteQuestions(_ candidates: inout [Candidate]) {
    var asking: [Int] = []
    for index in candidates.indices where candidates[index].isQuestion && !candidates[index].startsQuoted {
      let paragraph = candidates[index].paragraph
      let isLast = index + 1 == candidates.count || candidates[index + 1].paragraph > paragraph
      if isLast, paragraph > 0 { asking.append(index) }
    }
    guard asking.count > 2 else { return }
    // What goes on for several sentences tells something itself.
    for last in asking where last < 2 || candidates[last - 2].paragraph != candidates[last].paragraph {
      var index = last
      while index >= 0, candidates[index].paragraph == candidates[last].paragraph {
        candidates[index].fitness = max(candidates[index].fitness, .aside)
        index -= 1
      }
    }
  }

  /// The last scalar before the quotation marks that end a sentence.
  private static func lastInside(_ range: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    var end = range.upperBound
    while true {
      let scalar = DecodedScalar(in: text, before: end)
      guard closers.contains(scalar.value), end - scalar.length > range.lowerBound else {
        return scalar.value
      }
      end -= scalar.length
    }
  }

  /// Whether a paragraph is what somebody says, or an item of a list.
  private static func opensWithDash(_ paragraph: Span<UInt8>) -> Bool {
    paragraph.count > 2 && [0x2D, 0x2013, 0x2014].contains(DecodedScalar(in: paragraph, at: 0).value)
  }

  /// Whether a sentence opens with a contraction of such a word ("She's").
  private static func leans(_ range: Range<Int>, in text: Span<UInt8>, _ stopWords: StopWords) -> Bool {
    var end = range.lowerBound
    while end < range.upperBound, (text[end] | 0x20) &- 0x61 < 26, end - range.lowerBound < 8 { end += 1 }
    guard end > range.lowerBound, end < range.upperBound else { return false }
    let isApostrophe =
      text[end] == 0x27 || text[end] == 0xE2 && DecodedScalar(in: text, at: end).value == 0x2019
    return isApostrophe && stopWords.isDangling(WordHash(text, range.lowerBound..<end))
  }

  /// Whether a label ties the sentence to a picture or to what stands before it ("Reunion: The crew …", "Fazit: Die Bahn …"), and nobody's
  /// speech stands behind it.
  private static func opensWithLabel(_ range: Range<Int>, in text: Span<UInt8>, language: String) -> Bool {
    var spaces = language == "en" ? 3 : 1
    var offset = range.lowerBound
    while offset + 2 < range.upperBound, spaces > 0 {
      if text[offset] == UInt8(ascii: ":") {
        return text[offset + 1] == 0x20
          && !quotationMarks.contains(DecodedScalar(in: text, at: offset + 2).value)
      }
      if text[offset] == 0x20 { spaces -= 1 }
      offset += 1
    }
    return false
  }

  /// Whether a colon stands behind one of the first words.
  private static func opensWithColon(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    range.prefix(20).contains { text[$0] == UInt8(ascii: ":") }
  }

  private static let endMarks: [UInt32] = [
    0x2E, 0x21, 0x3F, 0x22, 0x27, 0x201C, 0x201D, 0x2019, 0xBB, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E,
    0x300D, 0x300F,
    0x61F, 0x6D4, 0x589, 0x964, 0x965, 0x104B, 0x17D4, 0x1362,
  ]
  private static let quotationMarks: [UInt32] = [0x22, 0x27, 0x201C, 0x2018, 0xAB]
  private static let closers: [UInt32] = [0x20, 0xA0, 0x22, 0x27, 0x201C, 0x201D, 0x2019, 0xBB, 0xAB, 0x203A]
  /// What ends a quotation that ends a sentence.
  private static let stops: [UInt32] = [
    0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4, 0x964, 0x29,
  ]
  private static let questionMarks: [UInt32] = [0x3F, 0xFF1F, 0x61F]
  private static let bullets: [UInt32] = [0x2A, 0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x2023, 0xB7]
  private static let by = WordHash("by")
  private static let links: [(WordHash, WordHash)] = [
    ("read", "more"), ("read", "also"), ("also", "read"), ("see", "also"), ("watch", "video"),
    ("click", "here"), ("scroll", "down"),
    ("sign", "up"), ("follow", "us"), ("subscribe", "to"),
  ].map { (WordHash($0), WordHash($1)) }
}

/// What the marks in a sentence show: quotation marks, commas, brackets.
private struct SentenceMarks {
  /// Whether a word in brackets says where in a picture somebody is: "(left)".
  var isCaption = false
  /// How many bytes stand between quotation marks.
  var quotedLength = 0
  /// Whether a mark has no partner in the sentence.
  var isSplit = false
  var commas = 0

  init(in text: Span<UInt8>, _ range: Range<Int>) {
    var open: Int?
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      // Letters and spaces, which is what most text is.
      if byte &- 0x2D < 0x95 || byte == 0x20 {
        offset &+= 1
        continue
      }
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: "("), showsPlace(in: text, offset + 1..<range.upperBound) { isCaption = true }
      guard byte == 0x22 || byte == 0xE2 || byte == 0xC2 || byte == 0xE3 else {
        offset += 1
        continue
      }
      let scalar = DecodedScalar(in: text, at: offset)
      switch scalar.value {
      case 0x22: toggle()
      case 0x201E, 0xAB, 0x300C, 0x300E: opens()
      case 0x201C: if open != nil { closes() } else { opens() }  // it closes in German
      case 0x201D, 0xBB, 0x300D, 0x300F: closes()
      default: break
      }
      offset += scalar.length
    }
    if open != nil { isSplit = true }

    func toggle() { if open == nil { opens() } else { closes() } }
    func opens() { open = offset }
    func closes() {
      if let start = open { quotedLength += offset - start } else { isSplit = true }
      open = nil
    }
  }
}

/// Whether brackets that open before a place hold one to four words of which the first or the last tells where in a picture.
private func showsPlace(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard let end = range.prefix(30).first(where: { text[$0] == UInt8(ascii: ")") }) else { return false }
  var words: [WordHash] = []
  var start = range.lowerBound
  for offset in range.lowerBound...end where offset == end || text[offset] == 0x20 {
    if offset > start { words.append(WordHash(text, start..<offset)) }
    start = offset + 1
  }
  guard let first = words.first, let last = words.last, words.count <= 4 else { return false }
  return placesInPictures[first] != nil || placesInPictures[last] != nil
}

private let placesInPictures = WordMap<Bool>(
  """
  left right centre center middle above below pictured inset photo picture image pic links rechts mitte oben unten gauche droite
  izquierda derecha sinistra destra esquerda direita
  """)
