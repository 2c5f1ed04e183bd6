/// A sentence that may be chosen, and what its surface shows.
struct Candidate {
  /// What stands in the way of choosing a sentence.
  enum Fitness: Int, Comparable {
    case good
    /// It has no end mark: a heading, a line of a list, the beginning of something.
    case unended
    /// It says nothing by itself: a word or two, a byline, a link to another page.
    case furniture

    static func < (a: Fitness, b: Fitness) -> Bool { a.rawValue < b.rawValue }
  }

  /// Its words.
  let words: SentenceWords
  let startsQuoted: Bool
  let isQuestion: Bool
  let isUnended: Bool
  /// Whether it opens with a pronoun or conjunction that leans on the sentence before.
  let isDangling: Bool
  let fitness: Fitness

  /// Looks at the sentence at `range`.
  init(of range: Range<Int>, in text: Span<UInt8>, vocabulary: inout Vocabulary, stopWords: StopWords) {
    words = SentenceWords(of: range, in: text, vocabulary: &vocabulary)
    let first = DecodedScalar(in: text, at: range.lowerBound).value
    let last = DecodedScalar(in: text, before: range.upperBound).value
    startsQuoted = [0x22, 0x27, 0x201C, 0x2018, 0xAB].contains(first)
    isQuestion = [0x3F, 0xFF1F, 0x61F].contains(last)
    isUnended = !Self.endMarks.contains(last)
    let opening = words.ids.first.map { vocabulary.hashes[$0] }
    isDangling = opening.map(stopWords.isDangling) ?? false
    let second = words.ids.count > 1 ? vocabulary.hashes[words.ids[1]] : nil
    let isByline = isUnended && opening == Self.by && words.ids.count < 8
    let isLink = words.ids.count < 12 && Self.links.contains { $0.0 == opening && $0.1 == second }
    fitness = words.ids.count < 3 || isByline || isLink ? .furniture : isUnended ? .unended : .good
  }

  private static let endMarks: [UInt32] = [
    0x2E, 0x21, 0x3F, 0x22, 0x27, 0x201C, 0x201D, 0x2019, 0xBB, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E,
    0x300D, 0x300F,
    0x61F, 0x6D4, 0x589, 0x964, 0x965, 0x104B, 0x17D4, 0x1362,
  ]
  private static let by = WordHash("by")
  private static let links: [(WordHash, WordHash)] = [
    ("read", "more"), ("read", "also"), ("also", "read"), ("see", "also"), ("watch", "video"),
    ("click", "here"),
    ("sign", "up"), ("follow", "us"), ("subscribe", "to"),
  ].map { (WordHash($0), WordHash($1)) }
}
