public import Normalization

/// Summarises articles, one after the other.
///
/// What it keeps from one article to the next saves time and changes nothing: the same article and length give the same
/// summary on every machine.
public struct Summarizer: ~Copyable {
  private var stems = StemCache()

  /// A summariser that has seen nothing yet.
  public init() {}

  /// Summarises the body of an article by its own most telling sentences.
  ///
  /// - Returns: Sentences that stand verbatim in ``Article/body``, in reading order; none where there is no text.
  public mutating func summary(of article: Article, _ length: SummaryLength = .standard) -> Summary {
    RankedArticle(article, stems: &stems).summary(length)
  }
}

extension Article {
  /// The summary of this article alone; see ``Summarizer``.
  public func summarized(_ length: SummaryLength = .standard) -> Summary {
    var summarizer = Summarizer()
    return summarizer.summary(of: self, length)
  }
}

/// An article whose sentences are split, measured and judged, so that summaries of several lengths cost one look.
struct RankedArticle {
  /// All sentences in reading order.
  private(set) var sentences: [ScoredSentence]
  /// The first of them as candidates.
  let candidates: [Candidate]
  /// The primary subtag of the language; "" where it is not known.
  let language: String
  let terms: Terms
  let title: TitleTerms
  let features: SentenceFeatures
  let concepts: Concepts
  let leans: Leans
  /// The words of summaries that people wrote.
  let references: [SentenceWords]
  /// No sentence chosen, all of them looked at closely.
  private let selection: Selection

  /// Judges an article in the language that it says it has.
  ///
  /// - Parameter references: Summaries that people wrote, when weights are learnt.
  init(_ article: Article, stems: inout StemCache, references: [String] = []) {
    let tag = (article.language ?? "").lowercased()
    language = String(tag.prefix { $0 != "-" && $0 != "_" })
    let splitter = SentenceSplitter(language: language)
    let stopWords = StopWords.of(language)
    let units = Self.standardUnits(in: language)
    var vocabulary = Vocabulary()
    var sentences: [ScoredSentence] = []
    var candidates: [Candidate] = []
    for (index, paragraph) in article.body.enumerated() {
      let utf8 = paragraph.text.utf8Span
      let text = utf8.span
      var ranges = splitter.sentences(in: text)
      if index < 4, let first = ranges.first {
        let start = Dateline.end(
          in: text, first.lowerBound..<text.count, opensArticle: index == 0, known: article.dateline)
        ranges.removeAll { $0.upperBound <= start }
        if let opening = ranges.first { ranges[0] = max(opening.lowerBound, start)..<opening.upperBound }
      }
      var isQuotationOpen = false
      for range in ranges.prefix(Ranker.maximumSentences - candidates.count) {
        var candidate = Candidate(
          of: range, in: text, paragraph: index, language: language, lettersPerWord: units,
          vocabulary: &vocabulary, stopWords: stopWords)
        candidate.follow(openQuotation: &isQuotationOpen)
        candidates.append(candidate)
      }
      sentences += Self.placed(ranges, of: paragraph, at: index)
    }
    Candidate.demoteTitles(&candidates)
    Candidate.demoteQuestions(&candidates)
    func words(of text: String) -> SentenceWords {
      let utf8 = text.utf8Span
      return SentenceWords(of: 0..<utf8.count, in: utf8.span, vocabulary: &vocabulary)
    }
    let titles = [article.headline, article.standfirst].compactMap { $0.map(words) }
    self.references = references.map(words)
    self.sentences = sentences
    self.candidates = candidates
    terms = Terms(of: vocabulary, language: language, stems: &stems)
    title = TitleTerms(titles, terms: terms)
    features = SentenceFeatures(of: candidates, terms: terms, title: title)
    concepts = Concepts(of: candidates, terms: terms, title: title)
    leans = Leans(of: candidates, terms: terms, title: title, .close)
    selection = Selection(
      of: candidates, characters: sentences.prefix(candidates.count).map { $0.range.count },
      concepts: concepts, leans: leans, worths: Ranker.shared.worths(of: features))
    score()
  }

  /// The sentences of a paragraph, their places in Unicode scalars.
  private static func placed(
    _ ranges: [Range<Int>], of paragraph: Paragraph, at index: Int
  ) -> [ScoredSentence] {
    let utf8 = paragraph.text.utf8
    let span = paragraph.text.utf8Span.span
    var offset = 0
    var scalars = 0
    let isASCII = paragraph.text.utf8Span.isKnownASCII
    func scalarOffset(at end: Int) -> Int {
      if isASCII { return end }
      while offset < end {
        if span[offset] & 0xC0 != 0x80 { scalars += 1 }
        offset += 1
      }
      return scalars
    }
    return ranges.map { range in
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let end = utf8.index(start, offsetBy: range.count)
      let first = scalarOffset(at: range.lowerBound)
      return ScoredSentence(
        text: String(paragraph.text[start..<end]), paragraph: index,
        range: first..<scalarOffset(at: range.upperBound), score: 0)
    }
  }

  /// Gives each sentence its score; those that were not ranked follow the lowest, each a little below the one before.
  private mutating func score() {
    let scores = selection.with(.sentences(2)).values()
    let lowest = scores.min() ?? 0
    for i in sentences.indices {
      let below = lowest - Double(i - scores.count + 1) / 10_000
      sentences[i].score = i < scores.count ? scores[i] : (below * 10_000).rounded() / 10_000
    }
  }

  /// The summary of a length.
  func summary(_ length: SummaryLength) -> Summary {
    let gist = Gist(of: self)
    return Summary(
      sentences: choose(room(of: length)).map { sentences[$0] }, candidates: sentences, gist: gist.sentence,
      line: gist.line)
  }

  /// What stands for a word in a summary of standard length; Vietnamese writes the syllables of its words apart.
  private static func standardUnits(in language: String) -> Double {
    language == "vi" ? 1.4 : Terms.lettersPerWord(in: language)
  }

  /// How much room a summary of a length has in this article.
  private func room(of length: SummaryLength) -> Selection.Room {
    switch length {
    case .standard: .about(words: Int(Double(SummaryLength.standardWords) * Self.standardUnits(in: language)))
    case .sentences(let count): .sentences(max(1, count))
    case .words(let count): .words(Int(Double(count) * Terms.lettersPerWord(in: language)))
    case .characters(let count): .characters(count)
    case .ratio(let share):
      .words(Int((share * Double(candidates.reduce(0) { $0 + $1.words.ids.count })).rounded()))
    }
  }

  /// The indices of the chosen sentences, in reading order; sentences that were not ranked come last, first things first.
  func choose(_ room: Selection.Room) -> [Int] {
    if case .sentences(let count) = room, sentences.count <= count { return Array(sentences.indices) }
    var selection = selection(room)
    selection.run()
    var chosen = candidates.indices.filter { selection.chosen[$0] }
    if case .sentences(let count) = room, chosen.count < count {
      chosen += (candidates.count..<sentences.count).prefix(count - chosen.count)
    }
    return chosen
  }

  /// What each of the ranked sentences is good for as the only one.
  func valuesAlone() -> [Double] { selection.with(.sentences(1), .gist).values() }

  /// A summary of a length that was asked for looks plainly at what sentences lean on.
  private func selection(_ room: Selection.Room) -> Selection {
    if case .about = room { return selection.with(room) }
    return selection.with(room, leans: Leans(of: candidates, terms: terms, title: title, .plain))
  }

  /// What a choice is good for as a summary that has this room.
  func value(of choice: [Int], _ room: Selection.Room) -> Double {
    var selection = selection(room)
    return selection.value(of: choice)
  }
}
