/// The distinct words of an article: each is an id, counted from 0 in order of first appearance.
///
/// The words lie behind each other in one array of bytes, and an open-addressing table of FNV hashes finds them, so that
/// a word that was seen before costs no allocation. Who builds a collision gets a word taken for another.
struct Vocabulary {
  /// The bytes of all words, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private(set) var hashes: [WordHash] = []
  /// Ids plus 1, 0 where the slot is free; the size is a power of two.
  private var slots = [Int32](repeating: 0, count: 1024)

  /// How many distinct words there are.
  var count: Int { ends.count }

  /// Where the word of this id lies in ``bytes``.
  func range(of id: Int) -> Range<Int> { (id == 0 ? 0 : ends[id - 1])..<ends[id] }

  /// The id of the word at a range of a text, whose hash is known; the word is entered where it is new.
  mutating func id(of hash: WordHash, at range: Range<Int>, in text: Span<UInt8>) -> Int {
    var slot = slot(of: hash)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = DecodedScalar(in: text, at: offset)
      bytes.append(scalar: scalar.lowered)
      offset += scalar.length
    }
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Int32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  @inline(__always)
  private func slot(of hash: WordHash) -> Int {
    Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = slot(of: hash)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id + 1)
    }
  }
}
