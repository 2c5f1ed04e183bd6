/// What is to be known of a word by itself, whatever the article.
struct WordFacts {
  /// The hash of its stem.
  var stem = WordHash()
  /// How many Unicode scalars it has.
  var length: Int16 = 0
  /// Whether it is neither a function word nor a single letter.
  var isContent = false
  /// Whether it begins with a digit.
  var isNumber = false
}

/// The facts of words that were asked for before, their stems above all.
///
/// News has few words: nine of ten were in the articles before. A cache keeps the word itself, so that an answer depends on
/// nothing but the question.
struct StemCache: ~Copyable {
  /// A word of at most 15 bytes, its length in the last one.
  private struct Word: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    init() {}

    init(_ word: Span<UInt8>) {
      high = UInt64(word.count) << 56
      for i in 0..<Swift.min(8, word.count) { low |= UInt64(word[i]) << UInt64(i * 8) }
      for i in 8..<Swift.max(8, word.count) { high |= UInt64(word[i]) << UInt64(i * 8 - 64) }
    }
  }

  /// A word, and what is known of it.
  private struct Entry {
    var word = Word()
    var facts = WordFacts()
  }

  private let size: Int

  private var language = ""
  private var stemmer: Stemmer?
  private var stopWords = StopWords.of("")
  private var entries: [Entry] = []

  /// A cache for so many words, a power of two.
  init(size: Int = 16_384) { self.size = size }

  /// Calls a function with the facts of each word of a vocabulary, in the order of their ids.
  mutating func eachWord(of words: Vocabulary, language: String, _ body: (WordFacts) -> Void) {
    if language != self.language || entries.isEmpty {
      self.language = language
      stemmer = Stemmer(language: language)
      stopWords = StopWords.of(language)
      entries = [Entry](repeating: Entry(), count: size)
    }
    let bytes = words.bytes
    let text = bytes.span
    // The entries lie far apart: fetched in a loop of their own, they come side by side.
    let kept = (0..<words.count).map { entries[slot(of: words.hash(of: $0))] }
    for id in 0..<words.count {
      let word = text.extracting(words.range(of: id))
      let hash = words.hash(of: id)
      guard word.count < 16 else {
        body(facts(of: word, hash))
        continue
      }
      let key = Word(word)
      var entry = kept[id]
      if entry.word != key {
        entry = Entry(word: key, facts: facts(of: word, hash))
        entries[slot(of: hash)] = entry
      }
      body(entry.facts)
    }
  }

  private func slot(of word: WordHash) -> Int { Int(truncatingIfNeeded: word.value) & (size - 1) }

  private func facts(of word: Span<UInt8>, _ hash: WordHash) -> WordFacts {
    let first = DecodedScalar(in: word, at: 0)
    let isSingle = first.length == word.count && !first.isIdeographic
    var length = 0
    for offset in word.indices where word[offset] & 0xC0 != 0x80 { length += 1 }
    return WordFacts(
      stem: stem(of: word), length: Int16(clamping: length),
      isContent: !isSingle && !stopWords.contains(hash),
      isNumber: first.kind == .digit)
  }

  /// Words are in lower case, and so are their stems.
  private func stem(of word: Span<UInt8>) -> WordHash {
    switch stemmer {
    case .some(let stemmer): stemmer.stem(word) { WordHash($0, 0..<$0.count) }
    case nil: WordHash(word, 0..<word.count)
    }
  }
}
