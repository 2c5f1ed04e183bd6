/// The terms of an article: the stems of its words.
///
/// Function words and single letters have a term as well, for people's summaries have them too; but they say nothing about
/// what a text is about, so they do not count as content.
struct Terms {
  /// Whether terms are words: some languages set spaces between syllables, or none at all.
  let areWords: Bool
  /// How many distinct terms there are.
  var count: Int { isContent.count }
  /// Whether each term is neither a function word nor a single letter.
  private(set) var isContent: [Bool] = []
  /// How many Unicode scalars the first word of each term has.
  private(set) var lengths: [Int] = []
  /// Whether each term is a number.
  private(set) var isNumber: [Bool] = []
  private var termOfWord: [Int] = []

  /// Finds the terms of all words of a vocabulary.
  ///
  /// - Parameter stems: Where stems are looked up, and kept.
  init(of words: Vocabulary, language: String, stems: inout StemCache) {
    areWords = Self.areWords(in: language)
    var numbers = HashTable<Void>(capacity: words.count)
    termOfWord.reserveCapacity(words.count)
    isContent.reserveCapacity(words.count)
    isNumber.reserveCapacity(words.count)
    lengths.reserveCapacity(words.count)
    stems.eachWord(of: words, language: language) { word in
      let term = numbers.place(of: word.stem.value, orNew: ())
      termOfWord.append(term)
      guard term == isContent.count else { return }
      isContent.append(word.isContent)
      isNumber.append(word.isNumber)
      lengths.append(Int(word.length))
    }
  }

  static func areWords(in language: String) -> Bool {
    switch language {
    case "vi", "zh", "ja", "th", "lo", "my", "km": false
    default: true
    }
  }

  /// How many of the letters that ``SentenceWords`` takes for words make one that a reader would count; 1 where words are apart.
  static func lettersPerWord(in language: String) -> Double {
    switch language {
    case "zh", "ja": 2
    case "th", "lo", "my", "km": 5
    default: 1
    }
  }

  /// The term of a word.
  @inline(__always)
  func term(of word: Int) -> Int { termOfWord[word] }
}
