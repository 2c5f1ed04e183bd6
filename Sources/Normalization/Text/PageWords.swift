/// The words of all lines of a page, as numbers: what is repeated, and what the page is about.
///
/// Words are runs of ASCII letters and digits, without case, and of scalars from U+0080 on that are no punctuation; in
/// scripts without spaces each pair of scalars is one.
struct PageWords {
  /// The number of each word, line after line; equal words have equal numbers, from 0 on.
  private(set) var words: [Int32] = []
  /// Where the words of each line start in ``words``, and the end of the last.
  private(set) var starts: [Int32] = [0]
  /// For each word number: whether the word is long enough to say what a text is about.
  private(set) var isContent: [Bool] = []
  /// For each word number: the hash of the word.
  private(set) var hashes: [UInt64] = []
  private var table = NumberTable()

  init(_ lines: [Line]) {
    words.reserveCapacity(lines.reduce(0) { $0 + $1.words })
    starts.reserveCapacity(lines.count + 1)
    for line in lines {
      append(line.text.utf8.span)
      starts.append(Int32(truncatingIfNeeded: words.count))
    }
  }

  /// The number of different words.
  var count: Int { isContent.count }

  /// The places in ``words`` of a line's words.
  func range(_ line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }

  private mutating func append(_ text: Span<UInt8>) {
    var offset = 0
    while offset < text.count {
      let start = offset
      var hash = WordHash.seed
      while offset < text.count {
        let byte = text[offset]
        if byte < 0x80 {
          guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
          hash = WordHash.step(hash, byte | 0x20)
          offset += 1
          continue
        }
        let second = offset + 1 < text.count ? text[offset + 1] : 0
        if byte &- 0xC3 < 0x1D, second != 0 {
          // A letter of two bytes.
          hash = WordHash.step(WordHash.step(hash, byte), second)
          offset &+= 2
          continue
        }
        if Self.isPunctuation(byte, second) { break }
        if isUnspaced(byte, second) {
          guard offset == start, offset + 2 < text.count else { break }
          appendPairs(text, from: &offset)
          hash = 0
          break
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        for place in offset..<min(offset + length, text.count) { hash = WordHash.step(hash, text[place]) }
        offset = min(offset + length, text.count)
      }
      if offset > start {
        if hash != 0 { append(hash, isContent: offset - start >= 5) }
      } else {
        let byte = text[offset]
        offset += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  /// Appends each pair of neighbours of a run in a script without spaces.
  private mutating func appendPairs(_ text: Span<UInt8>, from offset: inout Int) {
    var previous: UInt64 = 0
    while offset + 2 < text.count, isUnspaced(text[offset], text[offset + 1]),
      !Self.isPunctuation(text[offset], text[offset + 1])
    {
      let scalar = UInt64(text[offset]) << 16 | UInt64(text[offset + 1]) << 8 | UInt64(text[offset + 2])
      if previous != 0 {
        append(WordHash.joined(WordHash.seed &+ previous, scalar), isContent: true)
      }
      previous = scalar
      offset += 3
    }
  }

  private mutating func append(_ hash: UInt64, isContent content: Bool) {
    let number = table.number(of: hash)
    if number == isContent.count {
      isContent.append(content)
      hashes.append(hash)
    }
    words.append(Int32(truncatingIfNeeded: number))
  }

  /// Whether a scalar of two or three bytes is a mark: of Latin-1, general punctuation, or of the scripts of the east.
  private static func isPunctuation(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xC2 || lead == 0xE2 && second < 0x83 || lead == 0xE3 && second == 0x80
      || lead == 0xEF && second >= 0xBC
  }
}

/// Numbers from 0 on for hashes, in the order in which they come: open addressing, at most half full.
struct NumberTable {
  /// The hashes by their numbers; of two that differ in the last bit alone, the first.
  private var keys: [UInt64] = []
  /// The numbers, each one greater, by the places of their hashes; 0 where nothing is.
  private var slots = [Int32](repeating: 0, count: 1024)

  var count: Int { keys.count }

  /// The number of a hash; a new one gets ``count`` as it was.
  mutating func number(of hash: UInt64) -> Int {
    let slot = slot(of: hash)
    let known = slots[slot]
    if known > 0 { return Int(known) - 1 }
    keys.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a hash that has one.
  func known(_ hash: UInt64) -> Int? {
    let number = slots[slot(of: hash)]
    return number > 0 ? Int(number) - 1 : nil
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in keys.indices { slots[slot(of: keys[number])] = Int32(truncatingIfNeeded: number + 1) }
  }

  /// Where the number of a hash is, or would be.
  private func slot(of hash: UInt64) -> Int {
    let slots = slots.span
    let keys = keys.span
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: ((hash | 1) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] > 0, (keys[Int(slots[slot]) &- 1] ^ hash) > 1 { slot = (slot + 1) & mask }
    return slot
  }
}
