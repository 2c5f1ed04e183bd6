/// The stems of words that were asked for before.
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

  /// A word, and the hash of its stem.
  private struct Entry {
    var word = Word()
    var stem = WordHash()
  }

  private let size: Int

  private var language = ""
  private var stemmer: Stemmer?
  private var entries: [Entry] = []

  /// A cache for so many words, a power of two.
  init(size: Int = 16_384) { self.size = size }

  /// Calls a function with the hash of the stem of each word of a vocabulary, in the order of their ids.
  mutating func eachStem(of words: Vocabulary, language: String, _ body: (Int, WordHash) -> Void) {
    if language != self.language || entries.isEmpty {
      self.language = language
      stemmer = Stemmer(language: language)
      entries = [Entry](repeating: Entry(), count: size)
    }
    let bytes = words.bytes
    let text = bytes.span
    for id in 0..<words.count {
      let word = text.extracting(words.range(of: id))
      guard word.count < 16 else {
        body(id, stem(of: word))
        continue
      }
      let key = Word(word)
      let slot = Int(truncatingIfNeeded: words.hash(of: id).value) & (size - 1)
      if entries[slot].word != key { entries[slot] = Entry(word: key, stem: stem(of: word)) }
      body(id, entries[slot].stem)
    }
  }

  /// Words are in lower case, and so are their stems.
  private func stem(of word: Span<UInt8>) -> WordHash {
    switch stemmer {
    case .some(let stemmer): stemmer.stem(word) { WordHash($0, 0..<$0.count) }
    case nil: WordHash(word, 0..<word.count)
    }
  }
}
