import Normalization

/// The shortest versions of a summary: one sentence, and a line of a headline's length.
struct Gist {
  /// The one sentence; nil where none can stand alone.
  private(set) var sentence: ScoredSentence?
  /// The beginning of that sentence, or all of it, without its full stop; nil where it cannot be cut safely.
  private(set) var line: String?

  /// A line is at least and at most so many characters long; where letters are words it takes fewer.
  private static let lineLengths = 25...100
  private static let unspacedLineLengths = 12...50
  /// A sentence that stands alone has so many words.
  private static let sentenceWords = 6.0...55.0

  /// Where the gist is looked for besides, and what share of the best sentence's value it must have there.
  private static let openingParagraphs = 3
  private static let nearlyAsGood = 0.7
  /// What share of the best value the first sentence must have: a story's first sentence is mostly meant to say it all.
  private static let leadShare = 0.92

  /// The gist of an article in this language.
  init(of article: RankedArticle) {
    let values = article.valuesAlone()
    let good = article.candidates.indices.filter { article.candidates[$0].fitness == .good }
    func best(_ indices: [Int]) -> Int? { indices.max { (values[$0], $1) < (values[$1], $0) } }
    guard let first = good.first, let most = best(good) else { return }
    // Where the best sentence leans on another, the best at the beginning that leans on none does if it is nearly as good.
    let opening = good.filter {
      article.candidates[$0].paragraph < Self.openingParagraphs && Self.standsAlone(article, $0)
        && values[$0] >= values[most] * Self.nearlyAsGood
    }
    let isLead = values[first] >= values[most] * Self.leadShare && Self.standsAlone(article, first)
    guard let chosen = isLead ? first : Self.standsAlone(article, most) ? most : best(opening) else { return }
    sentence = article.sentences[chosen]
    line = Self.line(of: article.sentences[chosen].text, language: article.language)
  }

  /// Whether a sentence says what it says without the one before it, and in its author's voice.
  private static func standsAlone(_ article: RankedArticle, _ index: Int) -> Bool {
    let (candidate, text) = (article.candidates[index], article.sentences[index].text)
    return candidate.fitness == .good && !candidate.leansOnPrevious && !article.leans.onPrevious[index]
      && article.leans.introductions[index] < 0
      && !candidate.isSplitQuotation && !candidate.isQuestion
      && sentenceWords.contains(
        Double(candidate.words.ids.count) / Terms.lettersPerWord(in: article.language))
      && (candidate.paragraph == 0 || !isTurn(text.prefix(40))) && !candidate.signs.contains(.tellsWhatWas)
  }

  /// Whether a sentence begins with the name of who says it ("Jo Tansey: I waited until the spring."): a turn of
  /// a conversation. A name in capitals alone may be a dateline, and so may any that opens the text.
  private static func isTurn(_ start: Substring) -> Bool {
    guard let colon = start.firstIndex(of: ":"), colon != start.startIndex else { return false }
    let words = start[..<colon].split(separator: " ")
    return words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true }
      && words.contains { $0.contains(where: \.isLowercase) }
  }

  /// A sentence's main clause, verbatim, of a headline's length.
  static func line(of sentence: String, language: String) -> String? {
    var text = sentence[...]
    while let last = text.unicodeScalars.last, stops.contains(last) { text.unicodeScalars.removeLast() }
    let lengths = Terms.lettersPerWord(in: language) > 1 ? unspacedLineLengths : lineLengths
    // One place more than the longest line has tells whether the sentence is longer.
    let places = Array(text.unicodeScalars.indices.prefix(lengths.upperBound + 1))
    if places.count <= lengths.upperBound {
      return places.count >= lengths.lowerBound && !isOpen(text) ? String(text) : nil
    }
    for cut in stride(from: lengths.upperBound, through: lengths.lowerBound, by: -1)
    where mayEndClause(text.utf8[places[cut]...]) {
      let (clause, rest) = (text[..<places[cut]], text[places[cut]...])
      let endsBare =
        language == "en" && cut >= leastBareLength && isBareClauseEnd(rest) && isWhole(clause, before: rest)
      guard endsBare || isClauseEnd(rest, language: language) else { continue }
      if !isOpen(clause), isMainClause(clause), hasVerb(clause, language: language, finite: endsBare) {
        return String(clause)
      }
    }
    return nil
  }

  /// Whether a clause ends before the rest of a sentence: a semicolon, a dash, or a comma before a word that begins
  /// another clause, or before who says it.
  private static func isClauseEnd(_ rest: Substring, language: String) -> Bool {
    let bytes = rest.utf8.span
    if bytes[0] == UInt8(ascii: ";") { return bytes.count > 2 }
    if bytes.has(" — ", at: 0) || bytes.has(" – ", at: 0) { return true }
    guard bytes.has(", ", at: 0) else { return false }
    let next = Substring(rest.unicodeScalars.dropFirst(2).prefix(80))
    let words = next.split(separator: " ").map { $0.lowercased() }
    guard let first = words.first else { return false }
    let isLast = !rest.utf8.dropFirst().contains(UInt8(ascii: ","))
    return clauseOpeners[language]?.contains(first) ?? false && (language == "en" || isLast)
      || speech.contains(first)
      || language == "en" && isLast && words.count <= 8
        && words.dropFirst().prefix(5).contains(where: speech.contains)
  }

  /// Whether an English clause ends without a comma, before what made it happen: "The pier was closed after a ferry hit it."
  private static func isBareClauseEnd(_ rest: Substring) -> Bool {
    let bytes = rest.utf8.span
    return bytes.has(" after ", at: 0) || bytes.has(" amid ", at: 0)
  }

  /// Whether a clause does not end with what belongs to the word behind it: "two days [after]", "even [after]", "has gone [after]".
  private static func isWhole(_ clause: Substring, before rest: Substring) -> Bool {
    guard let last = clause.split(separator: " ").last?.lowercased() else { return false }
    // "winter after winter", "one captain after another"
    let behind = rest.split(separator: " ").dropFirst().first.map { $0.prefix { $0.isLetter }.lowercased() }
    if behind == last || behind == "another" || behind == "that" { return false }
    return last.last?.isLetter ?? false && !beforeAfter.contains(last) || last.last?.isNumber ?? false
  }

  private static let beforeAfter = words(
    """
    even just only ever shortly soon immediately moments straight right well long not day days week weeks month months year years hour hours
    minute minutes decade decades season seasons game games gone going go goes went come came coming named looked looking look looks own her his their
    sought modelled modeled patterned take takes took taken morning afternoon evening night minute midnight
    """)

  /// So long a clause at least has whom and what it is about.
  private static let leastBareLength = 40

  /// Whether a clause stands by itself: one that begins with "When" ends before the main clause, unless a comma parts the two.
  private static func isMainClause(_ clause: Substring) -> Bool {
    let first = clause.prefix { $0.isLetter }.lowercased()
    return !conjunctions.contains(first) || clause.contains(", ")
  }

  /// Whether a quotation or bracket is open at the end of a text.
  private static func isOpen(_ text: Substring) -> Bool {
    var straight = false
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": straight.toggle()
      case "“", "„", "«", "(", "[", "「", "『": depth += 1
      case "”", "»", ")", "]", "」", "』": depth -= 1
      default: break
      }
    }
    return straight || depth != 0
  }

  /// Whether a clause has a word that only a verb can be, and does not end in the half of one. Known for English alone, where what
  /// stands between two commas is no sign; other languages are cut where the rest of the sentence is one clause.
  ///
  /// - Parameter finite: Whether a participle, which may belong to a noun, is not enough.
  private static func hasVerb(_ clause: Substring, language: String, finite: Bool = false) -> Bool {
    guard language == "en" else { return true }
    let words = clause.split(separator: " ").map { $0.lowercased() }
    guard let last = words.last, !auxiliaries.contains(last) else { return false }
    // What follows "who" or "which" is another clause's verb.
    let main = words.prefix { !["who", "which", "that", "whose", "where"].contains($0) }
    return main.dropFirst().contains { word in
      auxiliaries.contains(word) || verbs.contains(word)
        || !finite && word.count > 4 && word.hasSuffix("ed") && !word.hasSuffix("eed") && !word.contains("-")
    }
  }

  /// Whether a semicolon, a comma, or a space before a dash or one of a few words stands there.
  private static func mayEndClause(_ rest: Substring.UTF8View) -> Bool {
    switch rest.first {
    case UInt8(ascii: ";"), UInt8(ascii: ","): true
    case UInt8(ascii: " "): [0xE2, UInt8(ascii: "a"), UInt8(ascii: "f")].contains(rest.dropFirst().first)
    default: false
    }
  }

  private static let stops: [Unicode.Scalar] = [".", " ", "\u{A0}", "。", "।", "۔", "։"]
  /// Not "but": what stands before it is often just what the sentence takes back.
  private static let clauseOpeners: [String: Set<String>] = [
    "en": words(
      """
      which who while after as according when where although though because amid despite saying following raising bringing making
      leaving
      """),
    "de": words("nachdem während weil obwohl wobei womit sodass"),
    "nl": words("nadat terwijl omdat hoewel waardoor aldus"),
    "sv": words("sedan medan eftersom enligt"), "da": words("efter mens fordi ifølge"),
    "nb": words("etter mens fordi ifølge"), "fr": words("qui dont après alors tandis selon"),
    "es": words("quien quienes después mientras aunque según tras"), "it": words("dopo mentre secondo"),
    "pt": words("depois enquanto segundo após"),
  ]
  /// The words by which a clause tells who says it.
  private static let speech = words(
    """
    said says say told announced reported sagte sagt teilte erklärte berichtete zei zegt meldt säger sade sa sier siger oplyser
    dijo informó anunció disse informou diz detto dichiara annonce dit indique
    """)
  private static let conjunctions = words(
    """
    when after as while although though because since before once if als nachdem während weil wenn obwohl bevor sobald da quand lorsque
    cuando mientras aunque quando mentre toen nadat terwijl omdat när efter medan etter mens når
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let auxiliaries = words(
    "is are was were has have had will would can could may might must should won't")
  private static let verbs = words(
    """
    said says say told won lost made took came went began fell rose held met left became found died plans wants faces hit beat sent
    set put cut
    """)
}
