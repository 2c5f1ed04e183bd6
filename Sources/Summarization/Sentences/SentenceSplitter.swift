/// Finds the sentences of a paragraph.
///
/// One pass over the bytes: a table stops the loop at marks that may end a sentence and at quotes and brackets; everything
/// else is decided from the word before the mark and the word after it. Sentences are verbatim, they do not overlap,
/// and what lies between them is white space.
package struct SentenceSplitter: Sendable {
  /// More sentences than this in a paragraph are not told apart: the rest of it is one sentence.
  static let maximumSentences = 50_000

  private let rules: SentenceEnd
  private let language: String

  /// A splitter for the language with this primary subtag; "" where it is not known.
  package init(language: String) {
    self.language = language
    rules = SentenceEnd(language: language)
  }

  /// The sentences of `text`, in order, as byte ranges without white space at either end.
  ///
  /// Text without any end mark is one sentence; white space alone is none.
  /// - Complexity: O(*n*); what is looked at around a mark is bounded.
  package func sentences(in text: Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let table = Self.markBytes
    let marks = table.span
    let count = text.count
    var start = text.skippingSpace(from: 0)
    var offset = start
    var enclosure = Enclosure()
    var list = ListCount()
    /// Where the sentence's own text begins: stops before it belong to the marker of a list.
    var itemText = list.begin(in: text, at: start)
    while offset < count {
      let byte = text[offset]
      guard marks[Int(byte)] || byte == 0x20 && list.isOpen else {
        offset += 1
        continue
      }
      if byte == 0x20 {
        offset += 1
        guard offset > itemText, found.count < Self.maximumSentences,
          let end = list.item(in: text, at: offset)
        else { continue }
        found.append(start..<text.trimmedEnd(of: start..<offset))
        start = offset
        offset = end
        itemText = end
        enclosure = Enclosure()
        continue
      }
      if let seam = Seam(in: text, at: offset, sentence: start), seam.end > itemText,
        found.count < Self.maximumSentences
      {
        found.append(start..<seam.end)
        start = seam.next
        // A seam before a stamp or a rule is found on the way to its end: from here on it is the end that counts.
        offset = seam.next
        enclosure = Enclosure()
        itemText = list.begin(in: text, at: start)
        continue
      }
      guard let stop = StopMark(in: text, at: offset, language: language) else {
        offset += enclosure.step(in: text, at: offset)
        continue
      }
      offset = stop.end
      guard stop.start > itemText, found.count < Self.maximumSentences else { continue }
      let end = rules.closingMarks(in: text, after: stop, closer: enclosure.closer)
      let next = text.skippingSpace(from: end)
      if next < count, !enclosure.holds(in: text, sentence: start, from: stop.end, to: end),
        rules.isEnd(stop, in: text, sentence: start, end: end, next: next)
      {
        found.append(start..<end)
        start = next
        offset = next
        enclosure = Enclosure()
        itemText = list.begin(in: text, at: start)
      }
    }
    let end = text.trimmedEnd(of: start..<count)
    if end > start { found.append(start..<end) }
    return found
  }

  /// The bytes at which end marks, quotation marks and brackets begin.
  private static let markBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in ".!?()[]\":;".utf8 { table[Int(byte)] = true }
    for byte in Seam.marks { table[Int(byte)] = true }
    // «»; Armenian; Arabic; Indic; Myanmar, Khmer and Ethiopic; general punctuation; CJK; full width.
    for byte in [0xC2, 0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF] { table[byte] = true }
    return table
  }()
}

extension Span<UInt8> {
  /// The offset of the first scalar at or after `offset` that is no white space.
  func skippingSpace(from offset: Int) -> Int {
    var offset = offset
    while offset < count {
      let byte = self[offset]
      if byte == 0x20 {
        offset += 1
        continue
      }
      if byte > 0x20, byte < 0x80 { break }
      let scalar = DecodedScalar(in: self, at: offset)
      guard scalar.isWhiteSpace else { break }
      offset += scalar.length
    }
    return offset
  }

  /// The end of `range` without the white space there.
  func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let scalar = DecodedScalar(in: self, before: end)
      guard scalar.isWhiteSpace else { break }
      end -= scalar.length
    }
    return end
  }
}
