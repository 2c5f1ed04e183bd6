/// The terms of headline and standfirst.
struct TitleTerms {
  /// Whether each term of the article stands in them.
  private(set) var contains: [Bool]
  /// How many of their terms say something.
  private(set) var contentCount = 0
  private var pairs = HashTable<Void>(capacity: 16)

  /// - Parameter titles: The words of headline and standfirst, in order.
  init(_ titles: [SentenceWords], terms: Terms) {
    contains = [Bool](repeating: false, count: terms.count)
    for title in titles {
      var before: Int?
      for word in title.ids {
        let term = terms.term(of: word)
        if !contains[term], terms.isContent[term] { contentCount += 1 }
        contains[term] = true
        if let before { _ = pairs.place(of: ConceptEvidence.key(before, term), orNew: ()) }
        before = term
      }
    }
  }

  /// Whether two terms stand in them side by side.
  func containsPair(_ first: Int, _ second: Int) -> Bool {
    contains[first] && contains[second] && pairs[ConceptEvidence.key(first, second)] != nil
  }
}

/// What is known of each word and pair of an article.
struct ConceptEvidence {
  /// A word.
  struct Word {
    /// The first and the last sentence that has it, from 0.
    var first: Int32 = 0
    var last: Int32 = -1
    /// How often it stands in the article.
    var count: Int32 = 0
    /// How many sentences have it, and how many of the first three.
    var sentences: Int32 = 0
    var early: Int32 = 0
    /// How often it has a capital inside of a sentence.
    var capitals: Int32 = 0
    /// How often it stands inside of a sentence.
    var inner: Int32 = 0
  }

  /// Two words that stand side by side.
  struct Pair {
    /// Its words.
    var first: Int32
    var second: Int32
    var firstSentence: Int32
    var lastSentence: Int32 = -1
    var count: Int32 = 0
    var sentences: Int32 = 0
    var isInTitle: Bool

    /// Two words that no sentence had side by side before this one.
    init(_ first: Int, _ second: Int, firstSentence: Int32, isInTitle: Bool) {
      self.first = Int32(truncatingIfNeeded: first)
      self.second = Int32(truncatingIfNeeded: second)
      self.firstSentence = firstSentence
      self.isInTitle = isInTitle
    }

    /// Counts them once more.
    ///
    /// - Returns: Whether the sentence had them not yet.
    mutating func see(in sentence: Int32) -> Bool {
      count &+= 1
      guard lastSentence != sentence else { return false }
      lastSentence = sentence
      sentences &+= 1
      return true
    }
  }

  /// The words, each under the number of its term.
  private(set) var words: [Word] = []
  /// The pairs, in order of first appearance.
  private(set) var pairs: HashTable<Pair>
  /// The words of each sentence, and its pairs; each once.
  private(set) var wordsOfSentences: SentenceLists
  private(set) var pairsOfSentences: SentenceLists

  private let terms: Terms
  private let title: TitleTerms
  private let sentenceCount: Int

  /// Looks at sentences in reading order, whose words the terms are counted by.
  init(of candidates: [Candidate], terms: Terms, title: TitleTerms) {
    self.terms = terms
    self.title = title
    sentenceCount = candidates.count
    let length = candidates.reduce(0) { $0 + $1.words.ids.count }
    var words = [Word](repeating: Word(), count: terms.count)
    var pairs = HashTable<Pair>(capacity: length)
    wordsOfSentences = SentenceLists(capacity: length)
    pairsOfSentences = SentenceLists(capacity: length)
    var seenWords = words.mutableSpan
    var wordCount = 0
    for index in candidates.indices {
      let sentence = Int32(truncatingIfNeeded: index)
      let ids = candidates[index].words.ids
      var before: Int?
      for id in ids {
        let word = terms.term(of: id)
        if seenWords[word].count == 0 {
          seenWords[word].first = sentence
          wordCount &+= 1
        }
        seenWords[word].count &+= 1
        if seenWords[word].last != sentence {
          seenWords[word].last = sentence
          seenWords[word].sentences &+= 1
          if index < 3 { seenWords[word].early &+= 1 }
          wordsOfSentences.append(word)
        }
        if let before {
          seenWords[word].inner &+= 1
          let pair = pairs.place(
            of: Self.key(before, word),
            orNew: Pair(before, word, firstSentence: sentence, isInTitle: title.containsPair(before, word)))
          if pairs[place: pair].see(in: sentence) { pairsOfSentences.append(pair) }
        }
        before = word
      }
      for id in candidates[index].words.capitalized { seenWords[terms.term(of: id)].capitals += 1 }
      wordsOfSentences.endSentence()
      pairsOfSentences.endSentence()
    }
    // Terms are numbered as they appear, so that those of the title alone come last.
    words.removeLast(words.count - wordCount)
    self.words = words
    self.pairs = pairs
  }

  /// One number for two terms.
  @inline(__always)
  static func key(_ first: Int, _ second: Int) -> UInt64 { UInt64(first + 1) << 32 | UInt64(second) }

  /// What a word is judged by.
  @inline(__always)
  func features(ofWord number: Int) -> [25 of Double] {
    let logarithm = Logarithms.shared
    let word = words[number]
    let n = Double(sentenceCount)
    let position = logarithm(1 + Int(word.first))
    let count = logarithm(Int(word.count))
    let sentences = logarithm(Int(word.sentences))
    let share = Double(word.sentences) / n
    let capitals = Double(word.capitals) / Double(max(1, word.inner))
    let function = terms.isContent[number] ? 0.0 : 1.0
    let isInTitle = title.contains[number] ? 1.0 : 0.0
    let early = Double(word.early)
    let length = logarithm(sentenceCount)
    let last = Double(word.last) / n
    return [
      position, 1 / Double(1 + word.first), count, sentences, share, capitals,
      logarithm(terms.lengths[number]),
      terms.isNumber[number] ? 1 : 0, function, isInTitle, early, length, last, position * function,
      count * function, early * function, count * position, capitals * count, isInTitle * count,
      sentences * position, sentences > 0.7 ? 1 : 0, position * length, count * length, share * position,
      early > 0 ? 1 : 0,
    ]
  }

  /// What a pair is judged by, once the odds of its words are known.
  @inline(__always)
  func features(ofPair number: Int, odds first: Double, _ second: Double) -> [12 of Double] {
    let logarithm = Logarithms.shared
    let pair = pairs[place: number]
    let (a, b) = (!terms.isContent[Int(pair.first)], !terms.isContent[Int(pair.second)])
    let position = logarithm(1 + Int(pair.firstSentence))
    let repeated = logarithm(Int(pair.count))
    let least = min(first, second)
    return [
      position, repeated, logarithm(Int(pair.sentences)), pair.isInTitle ? 1 : 0, a ? 1 : 0, b ? 1 : 0,
      a && b ? 1 : 0, first, second, least, repeated * least, position * repeated,
    ]
  }
}
