/// The words of a text as hashes, and its phrases of four words: two texts that share a phrase have one source.
struct Phrases {
  /// All words and numbers in order.
  private(set) var all: [UInt64] = []
  /// Those that tell what a text is about.
  private(set) var words: [UInt64] = []
  private(set) var phrases: [UInt64] = []
  private var set: WordSet = []

  /// The phrases of a text that others are looked up in; empty where there is none.
  init(_ text: String?) {
    guard let text else { return }
    self = Normalization.phrases(of: text, limit: .max)
    set = WordSet(phrases)
  }

  fileprivate init(capacity: Int) {
    all.reserveCapacity(capacity)
    phrases.reserveCapacity(capacity)
  }

  /// How much of another text stands in this one, in hundredths and one more; 0 where this one is empty.
  func share(of text: Phrases) -> Int {
    guard !phrases.isEmpty else { return 0 }
    guard !text.phrases.isEmpty else { return 102 }
    return 1 + text.phrases.count { set.contains($0) } * 100 / text.phrases.count
  }

  fileprivate mutating func add(_ word: UInt64, isLong: Bool) {
    all.append(word)
    if isLong { words.append(word) }
    let count = all.count
    guard count >= 4 else { return }
    let half = WordHash.joined(WordHash.joined(WordHash.seed, all[count - 4]), all[count - 3])
    phrases.append(WordHash.joined(WordHash.joined(half, all[count - 2]), all[count - 1]))
  }

  /// Makes one phrase of a text that is shorter than a phrase.
  fileprivate mutating func close() {
    if phrases.isEmpty, all.count >= 2 { phrases = [all.reduce(WordHash.seed, WordHash.joined)] }
  }
}

/// The phrases of a text, of its first `limit` bytes.
func phrases(of text: String, limit: Int = 2000) -> Phrases {
  phrases(of: text.utf8.span, tokens(of: text.utf8.span, limit: limit))
}

/// The phrases of a line, of its first 2,000 bytes.
func phrases(of line: Line) -> Phrases {
  line.tokens.isEmpty ? phrases(of: line.text) : phrases(of: line.text.utf8.span, line.tokens)
}

private func phrases(of bytes: Span<UInt8>, _ tokens: [Token]) -> Phrases {
  var found = Phrases(capacity: tokens.count)
  for token in tokens where token.kind != .mark {
    guard token.kind == .word, token.width >= 3,
      isUnspaced(bytes[Int(token.start)], bytes[Int(token.start) + 1])
    else {
      found.add(token.hash, isLong: token.width >= 5)
      continue
    }
    // In scripts without spaces a pair of letters does for a word.
    var offset = Int(token.start)
    var previous: UInt32?
    while offset < Int(token.end) {
      let (scalar, length) = scalar(in: bytes, at: offset)
      if let previous {
        found.add(WordHash.step(WordHash.step(WordHash.seed, scalar: previous), scalar: scalar), isLong: true)
      }
      previous = scalar
      offset += length
    }
  }
  found.close()
  return found
}

/// Where hashes occur: in one block alone, or in others too.
struct Occurrences {
  private var keys: [UInt64]
  private var blocks: [Int32]

  /// In more than one block.
  private static let several: Int32 = -2

  /// Room for so many hashes.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    blocks = Array(repeating: -1, count: size)
  }

  mutating func note(_ hash: UInt64, in block: Int) {
    let slot = slot(of: hash)
    keys[slot] = hash
    blocks[slot] = blocks[slot] == -1 || blocks[slot] == Int32(block) ? Int32(block) : Self.several
  }

  func isKnown(_ hash: UInt64, outside block: Int) -> Bool {
    let found = blocks[slot(of: hash)]
    return found == Self.several || found >= 0 && found != Int32(block)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while blocks[slot] != -1, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
