/// The lines with what stands at the head and the foot of printed pages marked as such, and taken out of the paragraphs that go
/// on from one page to the next.
///
/// Such is a block of a few short lines between blank ones that begins or ends with a number, if its words come again with a greater
/// one or if it parts a sentence; a line that comes again so with one of its kind parting a sentence, or with the number of all pages
/// ("2/5"), and what is printed beside it each time; and a line that says on which page the text goes on, with the capitals over it that name the text.
func withRunningHeadsApart(_ lines: [Line]) -> [Line] {
  let isHead = runningHeads(in: lines)
  guard isHead.contains(true) else { return lines }
  var apart: [Line] = []
  apart.reserveCapacity(lines.count)
  /// Where the paragraph of the last line starts.
  var paragraph = 0
  var heads: [Line] = []
  for (var line, isHead) in zip(lines, isHead) {
    if isHead {
      line.isRunningHead = true
      line.followsBlank = true
      heads.append(line)
      continue
    }
    if !heads.isEmpty {
      // Nor does a paragraph go on for ever, which keeps a text of heads alone from costing its square.
      let goesOn =
        line.continues && apart.last?.endsSentence == false && apart.count - paragraph <= longestParagraph
      apart.insert(contentsOf: heads, at: goesOn ? paragraph : apart.count)
      if goesOn { paragraph += heads.count }
      line.followsBlank = !goesOn
      heads = []
    }
    let opens = line.followsBlank || line.isIndented && apart.last?.isIndented != true
    if opens { paragraph = apart.count }
    apart.append(line)
  }
  return apart + heads
}

/// No paragraph has more lines.
private let longestParagraph = 400

private func runningHeads(in lines: [Line]) -> [Bool] {
  var isHead = [Bool](repeating: false, count: lines.count)
  for index in lines.indices where isJump(lines[index]) {
    isHead[index] = true
    if index > 0, namesJump(lines[index - 1]) || isTitleOfRest(index - 1, lines) { isHead[index - 1] = true }
    // The number of the page.
    for near in [index - 2, index + 1] where lines.indices.contains(near) {
      let text = lines[near].text.utf8
      if text.count <= 3, text.allSatisfy({ $0 &- 0x30 < 10 }) { isHead[near] = true }
    }
  }
  let single = lines.indices.map { RunningHead(lines[$0...$0]) }
  markCountedLines(lines, single, &isHead)
  let starts = lines.indices.filter { $0 == 0 || lines[$0].followsBlank } + [lines.count]
  let blocks = zip(starts, starts.dropFirst()).map { $0..<$1 }
  let heads = blocks.map { $0.count == 1 ? single[$0.lowerBound] : RunningHead(lines[$0]) }
  var numbers: [UInt64: [Int]] = [:]
  for case let head? in heads where head.words >= 2 { numbers[head.hash, default: []].append(head.number) }
  // The first of all tells when the paper came out.
  for (block, head) in zip(blocks, heads).dropFirst() {
    guard let head else { continue }
    let partsSentence =
      head.isLast && block.upperBound < lines.count && lines[block.upperBound].continues
      && !lines[block.lowerBound - 1].endsSentence && lines[block.lowerBound - 1].words >= 3
    let pages = numbers[head.hash] ?? []
    let isCounted =
      pages.count > 1 && zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
      && pages[0] < pages[pages.count - 1]
    if partsSentence || isCounted { for index in block { isHead[index] = true } }
  }
  return isHead
}

/// Marks the lines that come again with a greater number wherever they stand, with what is printed beside them each time.
private func markCountedLines(_ lines: [Line], _ heads: [RunningHead?], _ isHead: inout [Bool]) {
  var groups: [UInt64: [(index: Int, head: RunningHead)]] = [:]
  for case (let index, let head?) in heads.enumerated() {
    groups[head.hash, default: []].append((index, head))
  }
  for group in groups.values where group.count > 1 {
    let numbers = group.map(\.head.number)
    let isCounted =
      group[0].head.words == 0
      ? zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
      : zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    let total = group[0].head.total
    guard isCounted,
      total != nil && group.allSatisfy({ $0.head.total == total })
        || group.contains(where: { partsSentence($0.index, lines) })
    else { continue }
    for (index, _) in group { isHead[index] = true }
    // The day, the title and the address that a browser prints are the same each time.
    for step in [-1, 1, -2, 2, -3, 3] {
      let beside = group.map { $0.index + step }.filter {
        lines.indices.contains($0) && isHead[$0 - step.signum()] && lines[$0].words <= 30
      }
      for index in beside where beside.contains(where: { $0 != index && lines[$0].hash == lines[index].hash })
      {
        isHead[index] = true
      }
    }
  }
}

/// Whether a line stands in the middle of a sentence, a line beside it aside.
private func partsSentence(_ index: Int, _ lines: [Line]) -> Bool {
  guard index > 0, !lines[index - 1].endsSentence, lines[index - 1].words >= 3 else { return false }
  return lines[(index + 1)...].prefix(2).contains { $0.continues && $0.words >= 3 }
}

/// A block that may stand at the head or the foot of a page.
private struct RunningHead {
  /// The hash of its words.
  let hash: UInt64
  let words: Int
  /// The number of the page, which stands before the words or behind them: 5 for "Page 5" and "A5".
  let number: Int
  /// The number of all pages, where it stands behind that.
  let total: Int?
  /// Whether the number is the last of it.
  let isLast: Bool

  init?(_ block: ArraySlice<Line>) {
    guard block.count <= 2,
      block.allSatisfy({ $0.words <= 12 && !$0.endsSentence && (!$0.continues || $0.starts(with: "http")) }),
      block.contains(where: { mayHaveNumber($0.text.utf8.span) })
    else { return nil }
    // A line of the text itself is longer.
    if block.count == 2, block.contains(where: { $0.words > 8 }) { return nil }
    var tokens: [(token: Token, isAlone: Bool)] = []
    for line in block {
      let text = line.text.utf8.span
      for token in Normalization.tokens(of: text, limit: 160) where token.kind != .mark {
        let (start, end) = (Int(token.start), Int(token.end))
        let isLettered = start > 0 && text[start - 1] &- 0x41 < 26 && (start == 1 || text[start - 2] == 0x20)
        let isOpen = start == 0 || text[start - 1] == 0x20 || isLettered
        tokens.append((token, isOpen && (end == text.count || text[end] == 0x20)))
      }
    }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let counts = tokens.suffix(2).compactMap(\.token.value)
    if counts.count == 2, (1..<1000).contains(counts[0]), counts[0] <= counts[1],
      block.last?.text.hasSuffix("\(counts[0])/\(counts[1])") == true
    {
      (number, total, isLast) = (counts[0], counts[1], true)
    } else if let number = [last, first].lazy.compactMap({ $0.isAlone ? $0.token.value : nil }).first(where: {
      $0 < 1000
    }) {
      self.number = number
      total = nil
      isLast = last.isAlone && last.token.value == number
    } else {
      return nil
    }
    let words = tokens.filter { $0.token.kind == .word }
    hash = words.reduce(WordHash.seed) { WordHash.joined($0, $1.token.hash) }
    self.words = words.count
  }
}

/// Whether a digit of ASCII stands near the start or the end of a line, or one of other scripts may.
private func mayHaveNumber(_ line: Span<UInt8>) -> Bool {
  line.indices.contains { ($0 < 8 || $0 >= line.count - 8) && (line[$0] &- 0x30 < 10 || line[$0] >= 0x80) }
}

/// Whether a line names the text that goes on: in capitals, with or without what it says, "FERRY", "FERRY: Boat spent 33 years in a barn".
private func namesJump(_ line: Line) -> Bool {
  if line.words <= 3, line.hasCapital, !line.hasSmallLetter { return true }
  guard line.words <= 12, !line.endsSentence else { return false }
  let name = line.text.unicodeScalars.prefix { $0 != " " }
  return name.count >= 4 && name.last == ":" && name.dropLast().allSatisfy(\.properties.isUppercase)
}

/// Whether a short line is the title of the rest of a text, right over where that came from: "Goat Saves Family" over "(Continued from
/// Page Three)".
private func isTitleOfRest(_ index: Int, _ lines: [Line]) -> Bool {
  let line = lines[index]
  return line.followsBlank && !lines[index + 1].followsBlank && line.words <= 8 && !line.endsSentence
    && !line.continues
    && lines[index + 1].text.lowercased().contains("continued from")
}

/// Whether a line sends the reader to another page: "Continued from Page A5", "See CANALS, Page A8", "Fortsetzung auf Seite 4".
private func isJump(_ line: Line) -> Bool {
  if (3...4).contains(line.words), endsWithPage(line.text), line.text.lowercased().hasPrefix("continued ") {
    return true
  }
  guard (2...9).contains(line.words), line.text.utf8.count <= 80, !line.continues else { return false }
  // "(Continued from Page Three)"
  if line.words == 4, line.text.hasPrefix("("), line.text.hasSuffix(")") {
    let words = Normalization.tokens(of: line.text.utf8.span).filter { $0.kind != .mark }
    return words.count == 4 && words[0].is(continuedWord) && words[2].isAny(of: pages)
  }
  guard
    line.text.utf8.suffix(4).contains(where: { $0 &- 0x30 < 10 })
  else { return false }
  let tokens = Normalization.tokens(of: line.text.utf8.span).filter { $0.kind != .mark }
  guard let first = tokens.first, first.isAny(of: jumps), tokens.last?.kind == .number else { return false }
  return tokens.suffix(3).contains { $0.isAny(of: pages) }
}

private let continuedWord = WordHash("continued")
private let jumps: WordSet = [
  "see", "continued", "please", "turn", "from", "fortsetzung", "weiter", "siehe", "suite", "lire", "continúa",
  "viene",
  "pasa", "sigue", "continua", "segue", "vervolg", "zie", "fortsättning", "se",
]
private let pages: WordSet = [
  "page", "p", "pg", "seite", "s", "página", "pág", "pagina", "pag", "sida", "side", "blz",
]

/// Whether a text ends with the number of a page in a section: "A5", "B12".
func endsWithPage(_ text: String) -> Bool {
  let word = text.utf8.split(separator: 0x20).last ?? text.utf8[...]
  guard let section = word.first, section &- 0x41 < 26, (2...3).contains(word.count),
    word.count < text.utf8.count
  else {
    return false
  }
  return word.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
}
