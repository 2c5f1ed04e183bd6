import Glibc

/// The terms of headline and standfirst.
struct TitleTerms {
  /// Whether each term of the article stands in them.
  private(set) var contains: [Bool]
  /// How many of their terms say something.
  private(set) var contentCount = 0
  private var pairs: Set<UInt64> = []

  /// - Parameter titles: The words of headline and standfirst, in order.
  init(_ titles: [SentenceWords], terms: Terms) {
    contains = [Bool](repeating: false, count: terms.count)
    for title in titles {
      var before: Int?
      for word in title.ids {
        let term = terms.term(of: word)
        if !contains[term], terms.isContent[term] { contentCount += 1 }
        contains[term] = true
        if let before { pairs.insert(ConceptEvidence.key(before, term)) }
        before = term
      }
    }
  }

  /// Whether the pair stands in them.
  func containsPair(_ key: UInt64) -> Bool { !pairs.isEmpty && pairs.contains(key) }
}

/// What is known of each word and pair of an article.
struct ConceptEvidence {
  /// A word.
  struct Word {
    static let featureCount = 25
    var term: Int
    /// The first and the last sentence that has it, from 0.
    var first: Int
    var last: Int
    /// How often it stands in the article.
    var count = 0
    /// How many sentences have it, and how many of the first three.
    var sentences = 0
    var early = 0
    /// How often it has a capital inside of a sentence.
    var capitals = 0
    /// How often it stands inside of a sentence.
    var inner = 0
    var features: [25 of Double] = .init(repeating: 0)
  }

  /// Two words that stand side by side.
  struct Pair {
    static let featureCount = 12
    /// The concepts of its words.
    var first: Int
    var second: Int
    var firstSentence: Int
    var lastSentence: Int
    var count = 0
    var sentences = 0
    var isInTitle: Bool
    var functionWords: (Bool, Bool)

    /// What it is judged by, once the odds of its words are known.
    func features(odds first: Double, _ second: Double) -> [12 of Double] {
      let (a, b) = functionWords
      let position = log(Double(1 + firstSentence))
      let repeated = log(Double(count))
      let least = min(first, second)
      return [
        position, repeated, log(Double(sentences)), isInTitle ? 1 : 0, a ? 1 : 0, b ? 1 : 0, a && b ? 1 : 0,
        first, second, least, repeated * least, position * repeated,
      ]
    }
  }

  /// The words, in order of first appearance.
  private(set) var words: [Word] = []
  /// The pairs, likewise.
  private(set) var pairs: [Pair] = []
  /// For each sentence its words, and its pairs counted on from the words; each once.
  private(set) var sentences: [[Int]] = []

  /// Looks at sentences in reading order.
  init(of candidates: [Candidate], terms: Terms, title: TitleTerms) {
    var conceptOfTerm = [Int](repeating: -1, count: terms.count)
    let pairCount = candidates.reduce(0) { $0 + $1.words.ids.count }
    var pairsOfSentences: [[Int]] = []
    var places = HashTable<Int>(capacity: pairCount)
    words.reserveCapacity(terms.count)
    pairs.reserveCapacity(pairCount)
    for (index, sentence) in candidates.enumerated() {
      var own: [Int] = []
      var ownPairs: [Int] = []
      own.reserveCapacity(2 * sentence.words.ids.count)
      var before: Int?
      for word in sentence.words.ids {
        let term = terms.term(of: word)
        var concept = conceptOfTerm[term]
        if concept < 0 {
          concept = words.count
          conceptOfTerm[term] = concept
          words.append(Word(term: term, first: index, last: -1))
        }
        words[concept].count += 1
        if before != nil { words[concept].inner += 1 }
        if words[concept].last != index {
          words[concept].last = index
          words[concept].sentences += 1
          if index < 3 { words[concept].early += 1 }
          own.append(concept)
        }
        if let before {
          let key = Self.key(words[before].term, term)
          let place = places.value(of: key, orNew: pairs.count)
          if place == pairs.count {
            pairs.append(
              Pair(
                first: before, second: concept, firstSentence: index, lastSentence: -1,
                isInTitle: title.containsPair(key),
                functionWords: (!terms.isContent[words[before].term], !terms.isContent[term])))
          }
          pairs[place].count += 1
          if pairs[place].lastSentence != index {
            pairs[place].lastSentence = index
            pairs[place].sentences += 1
            ownPairs.append(place)
          }
        }
        before = concept
      }
      for word in sentence.words.capitalized { words[conceptOfTerm[terms.term(of: word)]].capitals += 1 }
      sentences.append(own)
      pairsOfSentences.append(ownPairs)
    }
    for index in sentences.indices {
      for pair in pairsOfSentences[index] { sentences[index].append(words.count + pair) }
    }
    for i in words.indices {
      Self.measure(&words[i], terms: terms, title: title, sentenceCount: candidates.count)
    }
  }

  /// One number for two terms, never 0.
  @inline(__always)
  static func key(_ first: Int, _ second: Int) -> UInt64 { UInt64(first + 1) << 32 | UInt64(second) }

  private static func measure(_ word: inout Word, terms: Terms, title: TitleTerms, sentenceCount: Int) {
    let n = Double(sentenceCount)
    let position = log(Double(1 + word.first))
    let count = log(Double(word.count))
    let sentences = log(Double(word.sentences))
    let share = Double(word.sentences) / n
    let capitals = Double(word.capitals) / Double(max(1, word.inner))
    let function = terms.isContent[word.term] ? 0.0 : 1.0
    let isInTitle = title.contains[word.term] ? 1.0 : 0.0
    let early = Double(word.early)
    let length = log(n)
    let last = Double(word.last) / n
    word.features = [
      position, 1 / Double(1 + word.first), count, sentences, share, capitals,
      log(Double(terms.lengths[word.term])),
      terms.isNumber[word.term] ? 1 : 0, function, isInTitle, early, length, last, position * function,
      count * function, early * function, count * position, capitals * count, isInTitle * count,
      sentences * position, sentences > 0.7 ? 1 : 0, position * length, count * length, share * position,
      early > 0 ? 1 : 0,
    ]
  }
}
