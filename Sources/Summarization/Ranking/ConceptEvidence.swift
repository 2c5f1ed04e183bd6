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

  /// Whether the pair stands in them.
  func containsPair(_ key: UInt64) -> Bool { pairs[key] != nil }
}

/// What is known of each word and pair of an article.
struct ConceptEvidence {
  /// A word.
  struct Word {
    static let featureCount = 25
    /// The first and the last sentence that has it, from 0.
    var first: Int
    var last = -1
    /// How often it stands in the article.
    var count = 0
    /// How many sentences have it, and how many of the first three.
    var sentences = 0
    var early = 0
    /// How often it has a capital inside of a sentence.
    var capitals = 0
    /// How often it stands inside of a sentence.
    var inner = 0
  }

  /// Two words that stand side by side.
  struct Pair {
    static let featureCount = 12
    /// Its words.
    var first: Int
    var second: Int
    var firstSentence: Int
    var lastSentence = -1
    var count = 0
    var sentences = 0
    var isInTitle: Bool
  }

  /// The words, each under the number of its term.
  private(set) var words: [Word] = []
  /// The pairs, in order of first appearance.
  private(set) var pairs: [Pair] = []
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
    var words: [Word] = []
    var pairs = HashTable<Pair>(capacity: length)
    words.reserveCapacity(terms.count)
    wordsOfSentences = SentenceLists(capacity: length)
    pairsOfSentences = SentenceLists(capacity: length)
    for index in candidates.indices {
      var before: Int?
      for id in candidates[index].words.ids {
        let word = terms.term(of: id)
        // Terms are numbered as they appear.
        if word == words.count { words.append(Word(first: index)) }
        var seen = words[word]
        seen.count += 1
        if seen.last != index {
          seen.last = index
          seen.sentences += 1
          if index < 3 { seen.early += 1 }
          wordsOfSentences.append(word)
        }
        if before != nil { seen.inner += 1 }
        words[word] = seen
        if let before {
          let key = Self.key(before, word)
          let pair = pairs.place(
            of: key,
            orNew: Pair(first: before, second: word, firstSentence: index, isInTitle: title.containsPair(key))
          )
          var seen = pairs.values[pair]
          seen.count += 1
          if seen.lastSentence != index {
            seen.lastSentence = index
            seen.sentences += 1
            pairsOfSentences.append(pair)
          }
          pairs.values[pair] = seen
        }
        before = word
      }
      for id in candidates[index].words.capitalized { words[terms.term(of: id)].capitals += 1 }
      wordsOfSentences.endSentence()
      pairsOfSentences.endSentence()
    }
    self.words = words
    self.pairs = pairs.values
  }

  /// One number for two terms.
  @inline(__always)
  static func key(_ first: Int, _ second: Int) -> UInt64 { UInt64(first + 1) << 32 | UInt64(second) }

  /// What a word is judged by.
  func features(ofWord number: Int) -> [25 of Double] {
    let logarithm = Logarithms.shared
    let word = words[number]
    let n = Double(sentenceCount)
    let position = logarithm(1 + word.first)
    let count = logarithm(word.count)
    let sentences = logarithm(word.sentences)
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
  func features(ofPair number: Int, odds first: Double, _ second: Double) -> [12 of Double] {
    let logarithm = Logarithms.shared
    let pair = pairs[number]
    let (a, b) = (!terms.isContent[pair.first], !terms.isContent[pair.second])
    let position = logarithm(1 + pair.firstSentence)
    let repeated = logarithm(pair.count)
    let least = min(first, second)
    return [
      position, repeated, logarithm(pair.sentences), pair.isInTitle ? 1 : 0, a ? 1 : 0, b ? 1 : 0,
      a && b ? 1 : 0, first, second, least, repeated * least, position * repeated,
    ]
  }
}
