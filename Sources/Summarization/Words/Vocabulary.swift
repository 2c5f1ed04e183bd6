/// The distinct words of an article: each is an id, counted from 0 in order of first appearance.
///
/// The words lie behind each other in one array of bytes, and an open-addressing table of FNV hashes finds them, so that
/// a word that was seen before costs no allocation.
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

  /// Appends a scalar to the word that is being written.
  @inline(__always)
  mutating func write(_ scalar: UInt32) {
    bytes.append(scalar: scalar)
  }

  /// Ends the word that is being written and returns its id; nil where nothing was written.
  mutating func finishWord(_ hash: WordHash) -> Int? {
    let start = ends.last ?? 0
    guard bytes.count > start else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash, bytes[range(of: id)] == bytes[start...] {
        bytes.removeSubrange(start...)
        return id
      }
      slot = (slot + 1) & mask
    }
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Int32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The id of a word that is already in lower case.
  mutating func enter(_ word: [UInt8]) -> Int {
    bytes += word
    return finishWord(WordHash(word.span, 0..<word.count)) ?? 0
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id + 1)
    }
  }
}
