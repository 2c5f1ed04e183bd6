/// How a text was broken into lines: in columns of a width, between words or, in scripts without spaces, anywhere.
struct Wrapping {
  /// What the width of a line is counted in.
  private enum Measure {
    /// Scalars, of texts whose words have spaces between them.
    case words
    /// Scalars, of texts without spaces.
    case scalars
    /// The columns of a terminal, where an ideograph takes up two, of texts without spaces.
    case columns

    func width(of line: Line) -> Int {
      self == .columns ? line.characters + line.ideographs : line.characters
    }
  }

  private let measure: Measure
  private let width: Int

  /// The wrapping of a text; `nil` where it has none.
  init?(of lines: [Line]) {
    for measure in [Measure.words, .columns, .scalars] {
      guard let wrapping = Self(of: lines, by: measure) else { continue }
      self = wrapping
      return
    }
    return nil
  }

  private static let greatestWidth = 120

  /// Most lines that another follows have no room for its first word.
  private init?(of lines: [Line], by measure: Measure) {
    var widths = [Int](repeating: 0, count: Self.greatestWidth + 1)
    var wide = 0
    var measured = 0
    for (index, line) in lines.enumerated() where measure == .words || line.isIdeographic {
      measured += 1
      let width = measure.width(of: line)
      if width > Self.greatestWidth {
        wide += 1
      } else if measure != .words || index + 1 < lines.count && lines[index + 1].continues {
        // A headline is not bound to the width of its text; what goes on in the next line is.
        widths[width] += 1
      }
    }
    guard measured >= (measure == .words ? 4 : 3), wide * 20 <= measured else { return nil }
    // Some may stick out: a long address, a table. One in fifty is allowed to.
    var beyond = measured / 50
    var width = Self.greatestWidth
    while width > 0, widths[width] <= beyond {
      beyond -= widths[width]
      width -= 1
    }
    let least = measure == .scalars ? 16 : measure == .columns ? 32 : Self.partsWords(lines) ? 20 : 30
    guard width >= least else { return nil }
    self.measure = measure
    self.width = width
    var full = 0
    var continued = 0
    var pairs = 0
    // Lines between words that are neither full nor the end of a sentence, a label or a part of a list.
    var short = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlank {
      guard measure == .words || line.isIdeographic && measure.width(of: line) * 2 >= width else { continue }
      pairs += 1
      guard isFull(line, before: next) else {
        if !line.endsSentence, line.characters * 2 >= width, next.startsWithLetterOrQuote { short += 1 }
        continue
      }
      full += 1
      if measure == .words ? next.continues : !line.endsSentence { continued += 1 }
    }
    // A line of ideographs may be of that width by chance, but then it seldom ends within a sentence.
    guard
      measure == .words ? full >= 3 && continued * 10 >= full * 4 : full >= 2 && continued * 10 >= full * 8
    else { return nil }
    // Where paragraphs are of two lines, each second one ends a sentence, and menus stand above.
    let isOfShortParagraphs =
      measure == .words && continued * 10 >= full * 5 && full * 10 >= (full + short) * 6
    guard full * 10 >= pairs * 6 || isOfShortParagraphs else { return nil }
  }

  /// Whether words are parted at the ends of lines, as in the narrow columns of papers.
  private static func partsWords(_ lines: [Line]) -> Bool {
    var parted = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where next.continues && !next.followsBlank && LineJoiner.endsWithHyphen(line.text.utf8.span) {
      parted += 1
    }
    return parted >= 3
  }

  /// Whether a line goes on with the paragraph of the one before: there was no room for its first word, or the sentence was
  /// not over in a line of more than half the width.
  func continues(_ line: Line, with next: Line) -> Bool {
    guard !next.followsBlank, !next.isIndented || line.isIndented, !isQuoted(next) else { return false }
    guard measure == .words || line.isIdeographic else { return false }
    if measure == .words, spansColumns(line) { return false }
    // An address of its own, under a byline or at the foot of the page.
    if isAddress(line) && !next.continues || isAddress(next) && line.endsSentence { return false }
    guard isFull(line, before: next) || !line.endsSentence && measure.width(of: line) * 2 >= width else {
      return false
    }
    if measure == .words, standsAlone(line, before: next) || dateline(of: next.text) != nil { return false }
    return !QuotedHeader.isField(next.text) && !isMetadata(next, after: line)
  }

  private func isAddress(_ line: Line) -> Bool { isMailAddress(line) || isSiteAddress(line) }

  /// Whether a line is wider than its column: what stands over narrow ones.
  private func spansColumns(_ line: Line) -> Bool { width < 36 && measure.width(of: line) * 4 >= width * 5 }

  /// Whether a line has room for more than the first word of the next, which starts a line of its own: a headline over its deck.
  private func standsAlone(_ line: Line, before next: Line) -> Bool {
    guard line.followsBlank, line.hasSmallLetter, (4...14).contains(line.words), !line.ends(with: ","),
      !next.continues, !next.endsSentence, (4...14).contains(next.words), next.startsWithLetterOrQuote
    else { return false }
    let firstWord = next.text.unicodeScalars.prefix { $0 != " " }.count
    return line.characters + firstWord + 8 <= width && next.characters + 8 <= width
  }

  /// Whether a line is a byline or a date of its own under a headline.
  private func isMetadata(_ next: Line, after line: Line) -> Bool {
    guard measure == .words, !line.endsSentence, !next.endsSentence, !next.continues, next.words <= 10 else {
      return false
    }
    var next = next
    next.tokenize()
    if startsByline(next.tokens) { return markedAuthors(in: next) != nil }
    guard next.hasNumber, !isFull(line, before: next) else { return false }
    let dates = DateReader(options: NormalizationOptions()).dates(in: next.tokens)
    return !dates.isEmpty && next.words - dates.reduce(0) { $0 + $1.words } <= 2
  }

  private func isFull(_ line: Line, before next: Line) -> Bool {
    let taken = measure.width(of: line)
    switch measure {
    case .words:
      let firstWord = next.text.unicodeScalars.prefix { $0 != " " }.count
      return taken * 2 >= width && taken + 1 + firstWord > width
    // Marks that may not open a line, and numbers, move a line's end by a few places.
    case .scalars: return taken + 2 >= width
    case .columns: return taken + 4 >= width
    }
  }
}

extension Line {
  /// Whether it starts as a sentence may: with a letter or a quotation mark, not with a number or a mark of a list.
  fileprivate var startsWithLetterOrQuote: Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.properties.isAlphabetic || "\"'“„«‘".unicodeScalars.contains(first)
  }
}
