import Normalization

/// The shortest versions of a summary: one sentence, and a line of a headline's length.
struct Gist {
  /// The one sentence; nil where none can stand alone.
  private(set) var sentence: ScoredSentence?
  /// The beginning of that sentence, or all of it, without its full stop; nil where it cannot be cut safely.
  private(set) var line: String?

  /// A line is at least and at most so many characters long.
  private static let lineLengths = 25...100
  /// A sentence that stands alone has so many words.
  private static let sentenceWords = 6...45

  /// Where the gist is looked for besides, and what share of the best sentence's score it must have there.
  private static let openingParagraphs = 3
  private static let nearlyAsGood = 0.7

  /// The gist of an article in this language.
  init(of article: RankedArticle) {
    guard let best = article.choose(.sentences(1)).first, best < article.candidates.count else { return }
    // Where the best sentence leans on another, the best at the beginning that leans on none does if it is nearly as good.
    let opening = article.candidates.indices.prefix {
      article.candidates[$0].paragraph < Self.openingParagraphs
    }
    let least = article.sentences[best].score * Self.nearlyAsGood
    guard
      let chosen = Self.standsAlone(article, best)
        ? best
        : opening.filter({ article.sentences[$0].score >= least && Self.standsAlone(article, $0) })
          .max(by: { (article.sentences[$0].score, $1) < (article.sentences[$1].score, $0) })
    else { return }
    sentence = article.sentences[chosen]
    line = Self.line(of: article.sentences[chosen].text, language: article.language)
  }

  /// Whether a sentence says what it says without the one before it, and in its author's voice.
  private static func standsAlone(_ article: RankedArticle, _ index: Int) -> Bool {
    let (candidate, text) = (article.candidates[index], article.sentences[index].text)
    guard candidate.fitness == .good, !candidate.isDangling, !candidate.isSplitQuotation,
      !candidate.isQuestion,
      sentenceWords.contains(candidate.words.ids.count)
    else { return false }
    let first = text.prefix { $0.isLetter || $0 == "'" || $0 == "’" }.lowercased()
    return !connectives.contains(first) && !unspacedConnectives.contains(where: text.hasPrefix)
      && (candidate.paragraph == 0 || !isTurn(text.prefix(40)))
  }

  /// Whether a sentence begins with the name of who says it ("Jo Tansey: I waited until the spring."): a turn of
  /// a conversation. A name in capitals alone may be a dateline, and so may any that opens the text.
  private static func isTurn(_ start: Substring) -> Bool {
    guard let colon = start.firstIndex(of: ":"), colon != start.startIndex else { return false }
    let words = start[..<colon].split(separator: " ")
    return words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true }
      && words.contains { $0.contains(where: \.isLowercase) }
  }

  /// The words that tie a sentence to the one before it, in the languages that we know some of; a word of one that means
  /// something else in another is left out.
  private static let connectives: Set<String> = Set(
    """
    then instead however meanwhile also therefore thus later afterwards afterward moreover furthermore nevertheless nonetheless
    otherwise similarly consequently hence likewise besides regardless or which whose danach dann daraufhin außerdem zudem jedoch allerdings dagegen trotzdem
    deshalb deswegen daher stattdessen später anschließend auch dabei dazu damit dort hingegen dennoch ensuite puis cependant toutefois
    pourtant ainsi aussi alors depuis après luego entonces además también así depois além também porém então assim poi dopo quindi
    inoltre tuttavia anche così invece daarna daarom bovendien echter vervolgens desondanks därefter sedan dessutom däremot derefter
    desuden derfor deretter dessuten imidlertid potem następnie jednak także również dlatego poté potom také proto nicméně zatem
    затем потом однако также поэтому тогда кроме потім також однак тому sonra ayrıca ancak bunun kemudian selain namun sitten lisäksi
    silti kuitenkin aztán ezután azonban emellett apoi totuși astfel însă
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The same in scripts without spaces.
  private static let unspacedConnectives = [
    "しかし", "また", "その", "そこで", "さらに", "一方", "ただ", "だが", "但", "不过", "不過", "此外", "同时", "同時", "然而", "因此", "所以",
  ]

  /// A sentence's main clause, verbatim, of a headline's length.
  static func line(of sentence: String, language: String) -> String? {
    var text = sentence[...]
    if text.last == "." || text.last == "。" { text.removeLast() }
    // One place more than the longest line has tells whether the sentence is longer.
    let places = Array(text.indices.prefix(lineLengths.upperBound + 1))
    if places.count <= lineLengths.upperBound {
      return places.count >= lineLengths.lowerBound && !isOpen(text) ? String(text) : nil
    }
    for cut in stride(from: lineLengths.upperBound, through: lineLengths.lowerBound, by: -1)
    where isClauseEnd(text[places[cut]...], language: language) {
      let clause = text[..<places[cut]]
      if !isOpen(clause), hasVerb(clause, language: language) { return String(clause) }
    }
    return nil
  }

  /// Whether a clause ends before the rest of a sentence: a semicolon, a dash, or a comma before a word that begins
  /// another clause.
  private static func isClauseEnd(_ rest: Substring, language: String) -> Bool {
    let bytes = rest.utf8.span
    if bytes[0] == UInt8(ascii: ";") { return bytes.count > 2 }
    if bytes.has(" — ", at: 0) || bytes.has(" – ", at: 0) { return true }
    guard bytes.has(", ", at: 0), let words = clauseOpeners[language] else { return false }
    return words.contains(rest.dropFirst(2).prefix { $0.isLetter }.lowercased())
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

  /// Whether a clause has a word that only a verb can be. Known for English alone; other languages are not cut at commas.
  private static func hasVerb(_ clause: Substring, language: String) -> Bool {
    guard language == "en" else { return true }
    let words = clause.split(separator: " ").map { $0.lowercased() }
    // What follows "who" or "which" is another clause's verb.
    let main = words.prefix { !["who", "which", "that", "whose", "where"].contains($0) }
    return main.dropFirst().contains { word in
      verbs.contains(word)
        || word.count > 4 && word.hasSuffix("ed") && !word.hasSuffix("eed") && !word.contains("-")
    }
  }

  /// Not "but": what stands before it is often just what the sentence takes back.
  private static let clauseOpeners: [String: Set<String>] = [
    "en": [
      "which", "who", "while", "after", "as", "according", "when", "where", "although", "though",
      "because", "amid",
      "despite", "saying", "following", "raising", "bringing", "making", "leaving",
    ]
  ]
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
    "should",
    "said", "says", "say", "told", "won", "lost", "made", "took", "came", "went", "began", "fell", "rose",
    "held", "met",
    "left", "became", "found", "won't", "died", "plans", "wants", "faces", "hit", "beat", "sent", "set",
    "put", "cut",
  ]
}
