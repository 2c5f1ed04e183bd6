/// The hash of one word in lower case.
///
/// Source: Fowler, Noll, Vo, FNV-1a, 64 bits (draft-eastlake-fnv). Who builds a collision gets a word taken for another.
struct WordHash: Equatable {
  let value: UInt64

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word as a token has it.
  init(_ word: StaticString) {
    self.init(folded: word.description)
  }

  /// The hash of a word that is in lower case already.
  init(folded word: some StringProtocol) {
    var hash = Self.seed
    for scalar in word.unicodeScalars {
      hash = Self.step(hash, scalar: Self.folded(scalar))
    }
    value = hash
  }

  /// The hash of a word in lower case.
  init(folding word: Substring) {
    let text = word.utf8.span
    var hash = Self.seed
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        hash = Self.step(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        offset += 1
      } else {
        let (scalar, length) = scalar(in: text, at: offset)
        if scalar == 0x2019 {
          hash = Self.step(hash, 0x27)
        } else {
          let table = ScalarTable.shared
          hash = foldedStep(hash, scalar, table.lower.span)
        }
        offset += length
      }
    }
    value = hash
  }

  /// What is hashed for a scalar in lower case: the straight apostrophe for the curved one, and one sigma for both.
  static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "’": 0x27
    case "ς": 0x3C3
    default: scalar.value
    }
  }

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Takes a scalar whole: what is hashed is never compared with the hash of its bytes.
  @inline(__always)
  static func step(_ hash: UInt64, scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  /// Goes on from the hash of a phrase by the hash of one more word.
  @inline(__always)
  static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    ((phrase ^ word) &* 0x9E37_79B9_7F4A_7C15) ^ (phrase >> 29)
  }

  /// The hash of words as a phrase; `#` stands for any number.
  static func phrase(_ words: some StringProtocol) -> UInt64 {
    var phrase = seed
    var word = seed
    for scalar in words.unicodeScalars {
      if scalar != " " {
        word = step(word, scalar: folded(scalar))
      } else if word != seed {
        phrase = joined(phrase, word)
        word = seed
      }
    }
    return word == seed ? phrase : joined(phrase, word)
  }
}

/// Values by the hash of a word or a phrase: open addressing, at most half full.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var places: [Int32]
  private var values: [Value] = []

  /// A table of these; a later value of a key takes the place of an earlier one.
  init(_ entries: [(UInt64, Value)]) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    places = Array(repeating: -1, count: size)
    for (key, value) in entries {
      let slot = slot(of: key)
      if places[slot] >= 0 {
        values[Int(places[slot])] = value
      } else {
        keys[slot] = key
        places[slot] = Int32(truncatingIfNeeded: values.count)
        values.append(value)
      }
    }
  }

  subscript(key: UInt64) -> Value? {
    let place = places[slot(of: key)]
    return place < 0 ? nil : values[Int(place)]
  }

  /// Where a key is, or would be.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while places[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}

/// A list of words or phrases, asked by hash.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var keys: [UInt64]
  private var count = 0

  /// Words in lower case; with spaces in them, phrases (``PhraseScan``).
  init(arrayLiteral words: String...) {
    self.init(
      words.map { word in
        word.utf8.contains(0x20) ? WordHash.phrase(word) : WordHash(folded: word).value
      })
  }

  init(_ hashes: [UInt64] = []) {
    keys = Array(repeating: 0, count: 16)
    for hash in hashes { insert(hash) }
  }

  /// The words of both lists.
  func union(_ other: WordSet) -> WordSet {
    var union = self
    for key in other.keys where key != 0 { union.insert(key) }
    return union
  }

  /// The words of a text in lower case, with white space between them.
  init(words text: String) {
    self.init()
    var word = WordHash.seed
    for scalar in text.unicodeScalars {
      if scalar != " " && scalar != "\n" {
        word = WordHash.step(word, scalar: WordHash.folded(scalar))
      } else if word != WordHash.seed {
        insert(word)
        word = WordHash.seed
      }
    }
    if word != WordHash.seed { insert(word) }
  }

  /// A list of phrases of one word or more.
  init(phrases: [String]) {
    self.init(phrases.map { WordHash.phrase($0) })
  }

  mutating func insert(_ hash: UInt64) {
    if (count + 1) * 2 > keys.count {
      let old = keys
      keys = Array(repeating: 0, count: old.count * 2)
      for key in old where key != 0 { keys[slot(of: key)] = key }
    }
    let slot = slot(of: hash)
    guard keys[slot] == 0 else { return }
    keys[slot] = hash
    count += 1
  }

  /// The hashes of the words.
  var hashes: some Sequence<UInt64> { keys.lazy.filter { $0 != 0 } }

  /// Whether a word in lower case is on the list.
  func contains(_ word: some StringProtocol) -> Bool { contains(WordHash(folded: word).value) }

  func contains(_ hash: UInt64) -> Bool { keys[slot(of: hash)] == hash && hash != 0 }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
