import Normalization

/// The distinct words of an article: each is an id, counted from 0 in order of first appearance.
///
/// The words lie behind each other in one array of bytes, and a table of FNV hashes finds them, so that a word that was seen
/// before costs no allocation. Who builds a collision gets a word taken for another.
struct Vocabulary {
  /// The bytes of all words, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where in ``bytes`` each word ends.
  private var ends = HashTable<Int>(capacity: 512)

  /// How many distinct words there are.
  var count: Int { ends.count }

  /// Where the word of this id lies in ``bytes``.
  func range(of id: Int) -> Range<Int> { (id == 0 ? 0 : ends[place: id - 1])..<ends[place: id] }

  /// The hash of the word of this id.
  func hash(of id: Int) -> WordHash { WordHash(value: ends.entries[id].key) }

  /// The id of the word at a range of a text, whose hash is known; the word is entered where it is new.
  mutating func id(of hash: WordHash, at range: Range<Int>, in text: Span<UInt8>) -> Int {
    let known = count
    let id = ends.place(of: hash.value, orNew: 0)
    guard id == known else { return id }
    enter(text.extracting(range))
    ends[place: id] = bytes.count
    return id
  }

  /// Puts a word in lower case behind the others.
  private mutating func enter(_ word: Span<UInt8>) {
    guard !word.isASCII else {
      let start = bytes.count
      bytes.append(word)
      for place in start..<bytes.count where bytes[place] &- 0x41 < 26 { bytes[place] |= 0x20 }
      return
    }
    var offset = 0
    while offset < word.count {
      let scalar = DecodedScalar(in: word, at: offset)
      bytes.append(scalar: scalar.lowered)
      offset += scalar.length
    }
  }
}
