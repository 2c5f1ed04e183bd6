/// The words of a text as hashes.
struct WordList {
  /// All words and numbers in order.
  private(set) var hashes: [UInt64] = []
  /// Which of them tell what a text is about.
  private(set) var areLong: [Bool] = []

  init() {}

  /// The words of a text, none of `nil`.
  init(_ text: String?) {
    guard let text else { return }
    read(text.utf8.span, tokens(of: text.utf8.span))
  }

  /// The words of the first bytes of a text.
  init(_ text: String, limit: Int) {
    read(text.utf8.span, tokens(of: text.utf8.span, limit: limit))
  }

  /// Takes the words of a line in place of those that were there: of its first 2,000 bytes, where it is long.
  mutating func read(_ line: Line) {
    let bytes = line.text.utf8.span
    read(bytes, line.tokens.isEmpty ? tokens(of: bytes, limit: 2000) : line.tokens)
  }

  private mutating func read(_ bytes: Span<UInt8>, _ tokens: [Token]) {
    hashes.removeAll(keepingCapacity: true)
    areLong.removeAll(keepingCapacity: true)
    for token in tokens where token.kind != .mark {
      guard token.kind == .word, token.width >= 3,
        isUnspaced(bytes[Int(token.start)], bytes[Int(token.start) + 1])
      else {
        hashes.append(token.hash)
        areLong.append(token.width >= 5)
        continue
      }
      // In scripts without spaces a pair of letters does for a word.
      var offset = Int(token.start)
      var previous: UInt32?
      while offset < Int(token.end) {
        let (scalar, length) = scalar(in: bytes, at: offset)
        if let previous {
          hashes.append(WordHash.step(WordHash.step(WordHash.seed, scalar: previous), scalar: scalar))
          areLong.append(true)
        }
        previous = scalar
        offset += length
      }
    }
  }

  /// Calls back with the hash of each phrase of four words, or with that of the two or three that there are: two texts that
  /// share a phrase have one source.
  @inline(__always)
  func forEachPhrase(_ body: (UInt64) -> Void) {
    let hashes = hashes.span
    guard hashes.count >= 4 else {
      if hashes.count >= 2 { body(hashes.indices.reduce(WordHash.seed) { WordHash.joined($0, hashes[$1]) }) }
      return
    }
    for end in 3..<hashes.count {
      let half = WordHash.joined(WordHash.joined(WordHash.seed, hashes[end - 3]), hashes[end - 2])
      body(WordHash.joined(WordHash.joined(half, hashes[end - 1]), hashes[end]))
    }
  }
}

/// The words and phrases of all blocks by number, those of a block one after another.
struct BlockWords {
  /// A word or number of a block.
  struct Word {
    private let code: Int32

    init(number: Int, isLong: Bool) {
      code = Int32(truncatingIfNeeded: number << 1 | (isLong ? 1 : 0))
    }

    /// Its number among the words of the page.
    var number: Int { Int(code >> 1) }
    /// Whether it tells what a text is about.
    var isLong: Bool { code & 1 == 1 }
  }

  private var words: [Word] = []
  private var phrases: [Int32] = []
  /// Where the words and the phrases of each block begin, and where the last ones end.
  private var starts: [(word: Int, phrase: Int)] = [(0, 0)]
  private var wordNumbers = NumberTable()
  private var phraseNumbers = NumberTable()

  init(_ lines: [Line]) {
    starts.reserveCapacity(lines.count + 1)
    let wordCount = lines.reduce(0) { $0 + $1.words }
    words.reserveCapacity(wordCount)
    phrases.reserveCapacity(wordCount)
    var list = WordList()
    for line in lines {
      list.read(line)
      for index in list.hashes.indices {
        let number = wordNumbers.number(of: list.hashes[index])
        words.append(Word(number: number, isLong: list.areLong[index]))
      }
      list.forEachPhrase { phrases.append(Int32(truncatingIfNeeded: phraseNumbers.number(of: $0))) }
      starts.append((words.count, phrases.count))
    }
  }

  /// How many different words there are.
  var wordCount: Int { wordNumbers.count }
  /// How many different phrases there are.
  var phraseCount: Int { phraseNumbers.count }

  /// The words of a block.
  func words(of block: Int) -> ArraySlice<Word> { words[starts[block].word..<starts[block + 1].word] }

  /// The numbers of a block's phrases.
  func phrases(of block: Int) -> ArraySlice<Int32> {
    phrases[starts[block].phrase..<starts[block + 1].phrase]
  }

  /// The number of a word, if any block has it.
  func number(ofWord hash: UInt64) -> Int? { wordNumbers.known(hash) }

  /// Which words of the page are among these.
  func isAmong(_ hashes: some Sequence<UInt64>) -> [Bool] {
    Self.marks(of: hashes, in: wordNumbers)
  }

  /// Which phrases of the page are in another text; `nil` where that has none.
  func isPhrase(of text: String?) -> [Bool]? {
    var hashes: [UInt64] = []
    WordList(text).forEachPhrase { hashes.append($0) }
    return hashes.isEmpty ? nil : Self.marks(of: hashes, in: phraseNumbers)
  }

  private static func marks(of hashes: some Sequence<UInt64>, in table: NumberTable) -> [Bool] {
    var marks = [Bool](repeating: false, count: table.count)
    for hash in hashes {
      if let number = table.known(hash) { marks[number] = true }
    }
    return marks
  }
}

/// Where words or phrases occur, by their numbers: in one block alone, or in others too.
struct Occurrences {
  private var blocks: [Int32]

  private static let nowhere: Int32 = -1
  private static let several: Int32 = -2

  /// Of words or phrases that have numbers below `count`.
  init(count: Int) {
    blocks = Array(repeating: Self.nowhere, count: count)
  }

  mutating func note(_ number: Int, in block: Int) {
    let found = blocks[number]
    blocks[number] = found == Self.nowhere || found == Int32(block) ? Int32(block) : Self.several
  }

  func isKnown(_ number: Int, outside block: Int) -> Bool {
    let found = blocks[number]
    return found == Self.several || found >= 0 && found != Int32(block)
  }
}
