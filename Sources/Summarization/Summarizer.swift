public import Normalization

extension Article {
  /// Summarises the body by its own most telling sentences.
  ///
  /// A pure function: the same article and length give the same summary on every machine.
  ///
  /// - Returns: Sentences that stand verbatim in ``Article/body``, in reading order; none where there is no text.
  public func summarized(_ length: SummaryLength = .standard) -> Summary {
    let tag = (language ?? "").lowercased()
    let summarizer = Summarizer(language: String(tag.prefix { $0 != "-" && $0 != "_" }))
    return summarizer.summary(of: body, length)
  }
}

/// Splits, ranks and selects, for one language.
struct Summarizer {
  private let language: String
  private let splitter: SentenceSplitter

  /// A summariser for the language with this primary subtag; "" where it is not known.
  init(language: String) {
    self.language = language
    splitter = SentenceSplitter(language: language)
  }

  /// Summarises paragraphs.
  func summary(of body: [Paragraph], _ length: SummaryLength) -> Summary {
    var sentences: [ScoredSentence] = []
    var candidates: [Candidate] = []
    var vocabulary = Vocabulary()
    let stopWords = StopWords.of(language)
    for (index, paragraph) in body.enumerated() {
      let utf8 = paragraph.text.utf8Span
      let text = utf8.span
      let ranges = splitter.sentences(in: text)
      for range in ranges.prefix(Ranker.maximumSentences - candidates.count) {
        candidates.append(Candidate(of: range, in: text, vocabulary: &vocabulary, stopWords: stopWords))
      }
      place(ranges, of: paragraph, at: index, in: &sentences)
    }
    let terms = Terms(of: vocabulary, language: language)
    let scores = Ranker.of(language).scores(of: SentenceFeatures(of: candidates, terms: terms))
    score(&sentences, by: scores)
    guard case .sentences(let count) = length, sentences.count <= count else {
      let chosen = choose(length, of: sentences, candidates: candidates, scores: scores)
      return Summary(sentences: chosen.map { sentences[$0] }, candidates: sentences)
    }
    return Summary(sentences: sentences, candidates: sentences)
  }

  /// Appends the sentences of a paragraph, their places in Unicode scalars.
  private func place(
    _ ranges: [Range<Int>], of paragraph: Paragraph, at index: Int, in sentences: inout [ScoredSentence]
  ) {
    let utf8 = paragraph.text.utf8
    let span = paragraph.text.utf8Span.span
    var offset = 0
    var scalars = 0
    func scalarOffset(at end: Int) -> Int {
      while offset < end {
        if span[offset] & 0xC0 != 0x80 { scalars += 1 }
        offset += 1
      }
      return scalars
    }
    for range in ranges {
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let end = utf8.index(start, offsetBy: range.count)
      let first = scalarOffset(at: range.lowerBound)
      sentences.append(
        ScoredSentence(
          text: String(paragraph.text[start..<end]), paragraph: index,
          range: first..<scalarOffset(at: range.upperBound), score: 0))
    }
  }

  /// Gives each sentence its score; those that were not ranked follow the lowest, each a little below the one before.
  private func score(_ sentences: inout [ScoredSentence], by scores: [Double]) {
    let lowest = scores.min() ?? 0
    for i in sentences.indices {
      sentences[i].score =
        i < scores.count ? scores[i] : Ranker.rounded(lowest - Double(i - scores.count + 1) / 10_000)
    }
  }

  /// The indices of the chosen sentences, in reading order; sentences that were not ranked come last, first things first.
  private func choose(
    _ length: SummaryLength, of sentences: [ScoredSentence], candidates: [Candidate], scores: [Double]
  ) -> [Int] {
    var selection = Selection(of: candidates, scores: scores)
    var tail: Range<Int> = candidates.count..<candidates.count
    switch length {
    case .sentences(let count):
      while selection.count < max(1, count), selection.chooseNext() {}
      if candidates.count < sentences.count, selection.count < count {
        tail = candidates.count..<min(sentences.count, candidates.count + count - selection.count)
      }
    case .words(let budget):
      while selection.chooseNext(maximumWords: budget - selection.words) {}
      if selection.count == 0 {
        selection = Selection(of: candidates, scores: scores)
        _ = selection.chooseNext()
      }
    }
    return candidates.indices.filter { selection.chosen[$0] } + tail
  }
}
