/// A text taken as one whose UTF-8 was read in a charset that it is not in.
struct Misreading {
  /// How sure it is that there is something to repair, and how much; 0 for none.
  private(set) var gain = 0
  private var sequences: [Sequence] = []

  /// Scalars that one scalar's UTF-8 was misread as.
  struct Sequence {
    /// Their place in the text.
    var bytes: Range<Int>
    /// What they were; `nil` for nothing.
    var meaning: UInt32?
    /// How unlikely they are in a text that is right.
    var surprise: Int
    /// Whether what they were is likely where it stands.
    var isPlausible = true
    /// Whether it follows upon another sequence.
    var isAdjacent = false
    /// The place where the word begins that it stands in.
    var word: Int
    var before: UInt32
    var after: UInt32
  }

  /// What a word's surprises must add up to before it is read again.
  private static let certain = 4

  /// - Parameters:
  ///   - suspicion: Of this text.
  ///   - limit: How many of its runs are looked at.
  init(of text: Span<UInt8>, in charset: Int, _ suspicion: Suspicion, limit: Int = .max) {
    var finder = SequenceFinder(charset: charset)
    for run in suspicion.runs.prefix(limit) where run.charsets & 1 << UInt16(charset) != 0 {
      finder.take(run.bytes, of: text)
    }
    sequences = finder.sequences
    judge(unexplained: suspicion.scalars - finder.explained, foreign: finder.controls)
  }

  /// The text with its sequences read again.
  func repaired(_ text: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var start = 0
    func take(_ end: Int) {
      output.append(text.extracting(start..<end))
    }
    for sequence in sequences {
      take(sequence.bytes.lowerBound)
      if let meaning = sequence.meaning { append(Unicode.Scalar(meaning) ?? "\u{FFFD}", to: &output) }
      start = sequence.bytes.upperBound
    }
    take(text.count)
    return output
  }

  /// Leaves the sequences that are certainly misread.
  ///
  /// - Parameters:
  ///   - unexplained: Scalars beyond ASCII in no sequence.
  ///   - foreign: Controls that the charset itself would not have made.
  private mutating func judge(unexplained: Int, foreign: Int) {
    findImplausible()
    sequences.removeAll { !$0.isPlausible }
    // What each word's sequences add up to, for each of them.
    var sums = sequences.map(\.surprise)
    for index in sums.indices.dropFirst() where sequences[index].word == sequences[index - 1].word {
      sums[index] += sums[index - 1]
    }
    for index in sums.indices.dropLast().reversed() where sequences[index].word == sequences[index + 1].word {
      sums[index] = sums[index + 1]
    }
    let words = sums.indices.filter { $0 == 0 || sequences[$0].word != sequences[$0 - 1].word }.map {
      sums[$0]
    }
    let certainWords = words.filter { $0 >= Self.certain }
    let evidence = certainWords.reduce(0, +)
    let all = words.reduce(0, +)
    // A text that is misread all through; one that is in part; words alone.
    let needed =
      if evidence > 0, unexplained * 4 <= sequences.count {
        0
      } else if certainWords.count >= 2 || evidence > 0 && all >= 2 * Self.certain {
        2
      } else if all >= 2 * Self.certain, unexplained * 4 <= sequences.count { 2 } else { Self.certain }
    sequences = zip(sequences, sums).filter { $0.1 >= needed }.map(\.0)
    gain = sequences.reduce(0) { $0 + $1.surprise } - min(foreign, max(0, evidence - 1))
  }

  /// Marks sequences whose meaning does not fit the letters beside them.
  private mutating func findImplausible() {
    for index in sequences.indices {
      guard let meaning = sequences[index].meaning else { continue }
      let kind = ScalarKind(meaning)
      let isInRun =
        sequences[index].isAdjacent || (index + 1 < sequences.count && sequences[index + 1].isAdjacent)
      switch kind.role {
      case .none: sequences[index].isPlausible = false
      case .control: sequences[index].isPlausible = isInRun
      case .small, .capital, .letter:
        let before =
          sequences[index].isAdjacent ? sequences[index - 1].meaning ?? 0x20 : sequences[index].before
        let after =
          index + 1 < sequences.count && sequences[index + 1].isAdjacent
          ? sequences[index + 1].meaning ?? 0x20 : sequences[index].after
        sequences[index].isPlausible = Self.fits(
          kind, between: ScalarKind(before), ScalarKind(after), isInRun: isInRun)
      default: break
      }
    }
  }

  private static func fits(
    _ kind: ScalarKind, between before: ScalarKind, _ after: ScalarKind, isInRun: Bool
  ) -> Bool {
    if kind.script == .latin || kind.script == .greek {
      // A Greek letter may stand for a quantity among Latin ones.
      return kind.script == .latin || isInRun || !before.isLetter || before.script != .cyrillic
    }
    if before.isLetter && before.script == kind.script || after.isLetter && after.script == kind.script {
      return true
    }
    return !before.isLetter && !after.isLetter && (isInRun || kind.script == .cyrillic)
  }
}

/// Finds in a text what one charset makes of UTF-8.
private struct SequenceFinder {
  private(set) var sequences: [Misreading.Sequence] = []
  /// The scalars that are in sequences.
  private(set) var explained = 0
  /// C1 controls, which of the charsets ISO 8859-2 alone makes of bytes.
  private(set) var controls = 0
  private let charset: Int
  private var word = 0
  /// Where the stretch before ends.
  private var end = 0
  /// The scalars of a run that the charset has, their bytes in it and their places.
  private var run: [UInt8] = []
  private var scalars: [UInt32] = []
  private var places: [Int] = []

  init(charset: Int) {
    self.charset = charset
  }

  /// Finds the sequences in a stretch of scalars beyond ASCII.
  mutating func take(_ stretch: Range<Int>, of text: Span<UInt8>) {
    let charsets = MisreadCharsets.shared
    var offset = stretch.lowerBound
    var previous: UInt32 = offset > 0 ? UInt32(text[offset - 1]) : 0x20
    var wordStart = offset
    while wordStart > end, text[wordStart - 1] > 0x20 { wordStart -= 1 }
    // A word goes on from one stretch to the next.
    if wordStart > end || end == 0 || text[wordStart - 1] <= 0x20 { word = wordStart }
    end = stretch.upperBound
    while offset < stretch.upperBound {
      run.removeAll(keepingCapacity: true)
      scalars.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      var last = previous
      while offset < stretch.upperBound {
        let (scalar, length) = scalar(in: text, at: offset)
        last = scalar
        let byte = charsets.byte(of: scalar, in: charset)
        guard byte != 0 else { break }
        if scalar < 0xA0, charset != Self.iso8859Part2 { controls += 1 }
        run.append(byte)
        scalars.append(scalar)
        places.append(offset)
        offset += length
      }
      places.append(offset)
      let after = offset < text.count ? scalar(in: text, at: offset).0 : 0x20
      if !run.isEmpty {
        takeRun(before: previous, after: after, next: offset + 1 < text.count ? text[offset + 1] : 0)
      }
      // The scalar that the charset does not have.
      if offset < stretch.upperBound { offset += scalar(in: text, at: offset).1 }
      previous = last
    }
  }

  /// - Parameters:
  ///   - after: The scalar behind the run; a space at the end of the text.
  ///   - next: The byte behind that; 0 where nothing is left.
  private mutating func takeRun(before: UInt32, after: UInt32, next: UInt8) {
    var index = 0
    var isAdjacent = false
    while index < run.count {
      let previous = index > 0 ? scalars[index - 1] : before
      var length = 0
      var meaning: UInt32?
      var surprise = 0
      var end = 0
      if let (value, count) = value(at: index) {
        length = count
        meaning = value
        end = places[index + length]
        surprise =
          self.surprise(index..<index + length, previous, after, meaning: value) + (isAdjacent ? 2 : 0)
      } else if let cut = cut(at: index, previous, after, next) {
        length = cut.count
        meaning = cut.meaning
        end = places[index + length] + cut.swallowed
        surprise = cut.surprise
      }
      guard length > 0 else {
        index += 1
        isAdjacent = false
        continue
      }
      sequences.append(
        Misreading.Sequence(
          bytes: places[index]..<end, meaning: meaning, surprise: surprise, isAdjacent: isAdjacent,
          word: word,
          before: previous, after: index + length < run.count ? scalars[index + length] : after))
      index += length
      explained += length
      isAdjacent = meaning != nil
    }
  }

  /// The scalar that a well-formed sequence of the run stands for, and how long it is.
  private func value(at index: Int) -> (UInt32, Int)? {
    let length = sequenceLength(in: run.span, at: index)
    if length > 1 { return (scalar(in: run.span, at: index).0, length) }
    let lead = run[index]
    // A pair of surrogates, each in three bytes.
    if lead == 0xED, index + 5 < run.count, run[index + 3] == 0xED, (0xA0...0xAF).contains(run[index + 1]),
      (0xB0...0xBF).contains(run[index + 4])
    {
      let high = UInt32(run[index + 1] & 0x0F) << 6 | UInt32(run[index + 2] & 0x3F)
      let low = UInt32(run[index + 4] & 0x0F) << 6 | UInt32(run[index + 5] & 0x3F)
      return (0x10000 + high << 10 + low, 6)
    }
    // A byte that was lost on the way.
    let wanted = lead >= 0xF5 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
    guard wanted > 0, index + wanted <= run.count else { return nil }
    let tail = run[index + 1..<index + wanted]
    guard tail.contains(MisreadCharsets.lost),
      tail.allSatisfy({ $0 == MisreadCharsets.lost || (0x80...0xBF).contains($0) })
    else { return nil }
    // Of the five bytes that Windows-1252 does not have, one ends a mark.
    let isQuote = lead == 0xE2 && run[index + 1] == 0x80 && charset != Self.macintosh
    return (isQuote ? 0x201D : 0xFFFD, wanted)
  }

  private static let windows1252 = 0
  private static let windows1251 = 1
  private static let windows1250 = 2
  private static let iso8859Part2 = 3
  private static let macintosh = MisreadCharsets.macintosh

  /// What a sequence stands for that ends too early, as its last byte was lost or made a plain space.
  private func cut(at index: Int, _ previous: UInt32, _ after: UInt32, _ next: UInt8) -> Cut? {
    let before = ScalarKind(previous)
    if charset == Self.windows1252, run[index] == 0xE2, index + 2 == run.count, run[index + 1] == 0x80,
      after < 0x80,
      !ScalarKind(after).isLetter, after != 0x3F || !ScalarKind(UInt32(next)).isLetter
    {
      // A question mark may be in the place of the last byte.
      return Cut(
        meaning: 0x201D, count: 2, swallowed: after == 0x3F ? 1 : 0, surprise: before.role == .small ? 4 : 3)
    }
    guard charset <= Self.windows1250, index + 1 == run.count, after == 0x20 else { return nil }
    let isLatin = charset != Self.windows1251
    switch run[index] {
    case 0xC3 where before.role != .capital:
      let surprise = before.role == .small && isLatin ? 4 : isLatin ? 2 : 0
      return Cut(meaning: 0xE0, count: 1, swallowed: next == 0x20 ? 1 : 0, surprise: surprise)
    case 0xC2 where before.role != .space && before.role != .capital && isLatin:
      return Cut(meaning: nil, count: 1, swallowed: 0, surprise: before.role == .small ? 3 : 1)
    case 0xD0 where isLatin && next == 0xC3:
      return Cut(meaning: 0x420, count: 1, swallowed: 1, surprise: 0)
    default: return nil
    }
  }

  /// What is left of a sequence, and what it was.
  private struct Cut {
    var meaning: UInt32?
    /// The scalars of it.
    var count: Int
    /// The bytes behind them that go with them.
    var swallowed: Int
    var surprise: Int
  }

  // MARK: - Surprise

  /// How unlikely the scalars of a sequence are side by side, and where they stand.
  private func surprise(_ range: Range<Int>, _ before: UInt32, _ after: UInt32, meaning: UInt32) -> Int {
    var surprise = 0
    var previous = ScalarKind(before)
    for index in range {
      let kind = ScalarKind(scalars[index])
      let next = ScalarKind(index + 1 < run.count ? scalars[index + 1] : after)
      surprise += Self.surprise(previous, kind, next)
      previous = kind
    }
    let first = ScalarKind(scalars[range.lowerBound])
    let second = ScalarKind(scalars[range.lowerBound + 1])
    let next = ScalarKind(range.upperBound < run.count ? scalars[range.upperBound] : after)
    let kind = ScalarKind(meaning)
    if isTelling(run[range.lowerBound], run[range.lowerBound + 1], meaning) { surprise += 4 }
    if first.role == .capital, kind.role == .small,
      next.role == .small || ScalarKind(before).role == .small && next.role != .capital
    {
      surprise += 1
    }
    if kind.role == .capital, next.role == .capital || ScalarKind(before).role == .capital,
      second.role == .small || second.role == .quote && next.role == .capital
    {
      surprise += 1
    }
    // A yen sign may stand for something else than a byte of å.
    if scalars[range.lowerBound + 1] == 0xA5 { surprise -= 4 }
    // The root of π.
    if scalars[range.lowerBound] == 0x221A, scalars[range.lowerBound + 1] == 0x3C0 { surprise -= 3 }
    // À as a word of its own.
    if meaning == 0xE0, first.role == .capital, !ScalarKind(before).isLetter, !next.isLetter { surprise += 2 }
    // The signs of Latin-1 with a capital before them that is no part of a word.
    if run[range.lowerBound] == 0xC2, !ScalarKind(before).isLetter {
      surprise += second.role == .sign || second.role == .odd ? 3 : second.role == .space ? 2 : 1
    }
    return surprise
  }

  /// Whether no text has the two scalars that a sequence begins with: those of the marks of Western and Chinese text,
  /// of wide marks and of dingbats.
  private func isTelling(_ first: UInt8, _ second: UInt8, _ meaning: UInt32) -> Bool {
    switch (first, second) {
    // The Macintosh makes a quotation mark and a capital of it: ‚Äh.
    case (0xE2, 0x80): charset != Self.macintosh || (0x2013...0x2026).contains(meaning)
    case (0xE3, 0x80): charset < Self.macintosh
    case (0xE2, 0x98...0x9D), (0xEF, 0xBC): charset == Self.windows1252
    default: false
    }
  }

  /// How unlikely a scalar is between two others.
  private static func surprise(_ before: ScalarKind, _ kind: ScalarKind, _ after: ScalarKind) -> Int {
    let isWithin = before.isLetter && after.isLetter
    switch kind.role {
    case .control: return 4
    case .odd:
      if isWithin { return 4 }
      if before.isLetter { return after.role == .space || after.role == .punctuation ? 2 : 3 }
      return (after.isLetter ? 2 : 0) + (before.role == .odd ? 1 : 0)
    case .sign:
      if before.isLetter, after.isLetter || after.role == .sign || after.role == .odd { return 3 }
      return (before.role == .sign || before.role == .odd || before.isLetter && after.role == .digit) ? 2 : 0
    case .quote: return isWithin ? 3 : before.role == .odd ? 1 : 0
    case .joiningQuote: return isWithin || before.role == .odd ? 1 : 0
    case .lowQuote: return before.isLetter ? 3 : 0
    case .mark: return isWithin ? 1 : 0
    case .lost: return isWithin ? 1 : 0
    case .capital:
      return before.role == .small || before.isLetter && before.script != kind.script ? 3 : 0
    case .small:
      if before.isLetter, before.script != kind.script { return 3 }
      return before.role == .capital && after.role == .capital ? 3 : 0
    default: return 0
    }
  }
}
