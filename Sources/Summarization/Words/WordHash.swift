/// The 64-bit FNV-1a hash of a word in lower case: the key under which word lists are looked up.
///
/// Unlike Swift's own hashing it is the same in every process.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", draft-eastlake-fnv.
struct WordHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of the empty word.
  init() {}

  /// The hash that has this value.
  init(value: UInt64) { self.value = value }

  /// The hash of a word.
  init(_ word: String) {
    let utf8 = word.utf8Span
    self.init(utf8.span, 0..<utf8.count)
  }

  /// The hash of the word that stands at `range`.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = DecodedScalar(in: text, at: offset)
      add(scalar.lowered)
      offset += scalar.length
    }
  }

  /// Adds one scalar, already in lower case.
  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  /// Calls a function with the hash of each word of a list that white space separates.
  static func each(of words: String, _ body: (WordHash) -> Void) {
    let utf8 = words.utf8Span
    let text = utf8.span
    var start = 0
    for end in 0...text.count where end == text.count || text[end] <= 0x20 {
      if end > start { body(WordHash(text, start..<end)) }
      start = end + 1
    }
  }
}

/// Values by the hashes of words.
struct WordMap<Value: Sendable>: Sendable {
  private var table: HashTable<Value>

  /// A map that need not grow before it has so many words.
  init(capacity: Int = 8) { table = HashTable(capacity: capacity) }

  subscript(word: WordHash) -> Value? { table[word.value] }

  /// Sets the value of a word, instead of the one that it has.
  mutating func set(_ word: WordHash, to value: Value) { table.set(word.value, to: value) }

  /// Calls a function with each word.
  func each(_ body: (WordHash) -> Void) {
    for entry in table.entries { body(WordHash(value: entry.key)) }
  }
}

extension WordMap<Bool> {
  /// A set of the words that white space separates.
  init(_ words: String) {
    self.init(capacity: words.utf8.count / 8)
    WordHash.each(of: words) { set($0, to: true) }
  }

  /// A set of the phrases that commas and lines separate.
  init(phrases: String) {
    self.init(capacity: phrases.utf8.count / 10)
    let utf8 = phrases.utf8Span
    let text = utf8.span
    var phrase = WordHash()
    var isEmpty = true
    var start = 0
    for end in 0...text.count {
      let byte = end < text.count ? text[end] : UInt8(ascii: ",")
      guard byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: ",") else { continue }
      if end > start {
        phrase.add(word: WordHash(text, start..<end).value)
        isEmpty = false
      }
      start = end + 1
      if byte != 0x20, !isEmpty {
        set(phrase, to: true)
        phrase = WordHash()
        isEmpty = true
      }
    }
  }
}
