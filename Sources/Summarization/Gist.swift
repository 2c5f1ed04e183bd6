import Normalization

/// The shortest versions of a summary: one sentence, and a line of a headline's length.
struct Gist {
  /// The one sentence; nil where none can stand alone.
  private(set) var sentence: ScoredSentence?
  /// The beginning of that sentence, or all of it, without its full stop; nil where it cannot be cut safely.
  private(set) var line: String?

  /// A sentence that stands alone has so many words.
  private static let sentenceWords = 6.0...55.0

  /// Where the gist is looked for besides, and what share of the best sentence's value it must have there.
  private static let openingParagraphs = 3
  private static let nearlyAsGood = 0.7
  /// What share of the best value the first sentence must have: a story's first sentence is mostly meant to say it all.
  private static let leadShare = 0.92
  /// The same where the best one quotes, or speaks of something by its kind, which the first mostly names.
  private static let leadShareBeforeDetails = 0.7

  /// The gist of an article in this language.
  init(of article: RankedArticle) {
    let values = article.valuesAlone()
    let good = article.candidates.indices.filter { article.candidates[$0].fitness == .good }
    func best(_ indices: [Int]) -> Int? { indices.max { (values[$0], $1) < (values[$1], $0) } }
    guard let first = good.first, let most = best(good) else { return }
    let isDetail =
      article.candidates[most].signs.contains(.opensWithArticle) || article.candidates[most].startsQuoted
    let share = isDetail ? Self.leadShareBeforeDetails : Self.leadShare
    let chosen: Int? =
      if values[first] >= values[most] * share, Self.standsAlone(article, first),
        !Self.quotesSeveral(article, first)
      {
        first
      } else if Self.standsAlone(article, most) {
        // What stands beside a long quotation mostly leans on it.
        Self.quotesSeveral(article, most) ? nil : most
      } else {
        // Where the best sentence leans on another, the best at the beginning that leans on none does if it is nearly as good.
        best(
          good.filter {
            article.candidates[$0].paragraph < Self.openingParagraphs
              && values[$0] >= values[most] * Self.nearlyAsGood && Self.standsAlone(article, $0)
              && !Self.quotesSeveral(article, $0)
          })
      }
    guard let chosen else { return }
    sentence = article.sentences[chosen]
    line = MainClause(of: article.sentences[chosen].text, language: article.language)?.text
  }

  /// Whether a sentence says what it says without the one before it, and in its author's voice.
  private static func standsAlone(_ article: RankedArticle, _ index: Int) -> Bool {
    let (candidate, text) = (article.candidates[index], article.sentences[index].text)
    return candidate.fitness == .good && !candidate.leansOnPrevious && !article.leans.onPrevious[index]
      && article.leans.introductions[index] < 0
      && !candidate.isSplitQuotation && !candidate.isQuestion
      && text.last != "!" && !(article.language == "en" && speaksToReader(text))
      && sentenceWords.contains(
        Double(candidate.words.ids.count) / Terms.lettersPerWord(in: article.language))
      && (candidate.paragraph == 0 || !isTurn(text.prefix(40))) && !candidate.signs.contains(.tellsWhatWas)
  }

  /// Whether a sentence begins with a quotation that has several sentences itself.
  private static func quotesSeveral(_ article: RankedArticle, _ index: Int) -> Bool {
    guard article.candidates[index].startsQuoted else { return false }
    let text = article.sentences[index].text.dropFirst().utf8Span
    return SentenceSplitter(language: article.language).sentences(in: text.span).count > 1
  }

  /// Whether an English sentence means who writes or who reads it, other than in a quotation.
  private static func speaksToReader(_ sentence: String) -> Bool {
    ClauseWord.words(of: sentence.utf8Span.span).contains {
      $0.roles.contains(.writerOrReader) && !$0.isInside
    }
  }

  /// Whether a sentence begins with the name of who says it ("Jo Tansey: I waited until the spring."): a turn of
  /// a conversation. A name in capitals alone may be a dateline, and so may any that opens the text.
  private static func isTurn(_ start: Substring) -> Bool {
    guard let colon = start.firstIndex(of: ":"), colon != start.startIndex else { return false }
    let words = start[..<colon].split(separator: " ")
    return words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true }
      && words.contains { $0.contains(where: \.isLowercase) }
  }
}
