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

  /// The gist of an article in this language.
  init(of article: RankedArticle) {
    guard let best = article.choose(.sentences(1)).first, best < article.candidates.count else { return }
    let candidate = article.candidates[best]
    guard candidate.fitness == .good, !candidate.isDangling, !candidate.isSplitQuotation,
      !candidate.isQuestion,
      Self.sentenceWords.contains(candidate.words.ids.count)
    else { return }
    sentence = article.sentences[best]
    line = Self.line(of: article.sentences[best].text, language: article.language)
  }

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
