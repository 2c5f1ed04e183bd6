/// The terms of an article: the stems of its words, without function words and single letters.
struct Terms {
  /// How many distinct terms there are.
  private(set) var count = 0
  /// For each word of the vocabulary its term, -1 where it is none.
  private var termOfWord: [Int]

  /// Finds the terms of all words of a vocabulary.
  ///
  /// Each distinct word is stemmed once.
  init(of words: Vocabulary, language: String) {
    let stopWords = StopWords.of(language)
    let stemmer = Stemmer(language: language)
    var stems = Vocabulary()
    termOfWord = []
    termOfWord.reserveCapacity(words.count)
    let bytes = words.bytes
    let text = bytes.span
    for id in 0..<words.count {
      let range = words.range(of: id)
      let first = DecodedScalar(in: text, at: range.lowerBound)
      let isSingle = first.length == range.count && !first.isIdeographic
      if isSingle || stopWords.contains(words.hashes[id]) {
        termOfWord.append(-1)
        continue
      }
      let word = text.extracting(range)
      termOfWord.append(stemmer?.stem(word) { stems.enter($0) } ?? stems.enter(word))
    }
    count = stems.count
  }

  /// The terms among these words, in their order.
  func terms(of words: [Int]) -> [Int] {
    var terms: [Int] = []
    terms.reserveCapacity(words.count)
    for word in words where termOfWord[word] >= 0 { terms.append(termOfWord[word]) }
    return terms
  }
}
