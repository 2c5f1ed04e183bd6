extension Page {
  /// The stretch of lines that holds the body: the run with the greatest sum of line scores, unless a story stands elsewhere
  /// that has a header of its own. Teasers are many on some pages, and a short article among them is less.
  ///
  /// Source: Finn, Kushmerick, Smyth, "Fact or fiction: content classification for digital libraries", DELOS 2001
  /// (body text extraction, on lines in the place of tokens).
  ///
  /// - Returns: `nil` where no line reads like running text.
  mutating func bodyRun() -> Range<Int>? {
    guard let run = greatestRun() else { return nil }
    guard let story = story(besides: run) else { return run }
    teasers = run.contains(story.lowerBound) ? run.lowerBound..<story.lowerBound : run
    return story
  }

  /// The story in or below the greatest run that has a header of its own where the run has none.
  private func story(besides run: Range<Int>) -> Range<Int>? {
    let openings = storyOpenings().filter { $0 >= run.lowerBound }
    guard let opening = openings.first, !hasHeader(above: run.lowerBound) else { return nil }
    guard run.contains(opening) else {
      return openings.prefix(Self.storyLimit).compactMap(story(from:)).max { $0.sum < $1.sum }?.lines
    }
    let isSwallowed =
      openings.count == 1 && opening - run.lowerBound >= 7
      && (opening..<run.upperBound).reduce(0) { $0 + score($1) } >= Self.leastStory
    return isSwallowed ? opening..<run.upperBound : nil
  }

  private func greatestRun() -> Range<Int>? {
    var best = 0
    var found: Range<Int>?
    var sum = 0
    var start = 0
    var proseWords = 0
    var commentMarks = 0
    var isAnnounced = false
    for index in lines.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      // A sentence that ends with a colon announces a list, which is part of the text.
      let isItem = isListItem(lines[index])
      let score = isItem && isAnnounced ? max(0, score(index)) : score(index)
      if !isItem { isAnnounced = lines[index].ends(with: ":") && lines[index].words >= 4 }
      if let wording = wordings[index] {
        if wording.reason == .comment, wording.isEnd, proseWords >= 60 { commentMarks += 1 }
      } else if lines[index].isProse, captions[index] == nil {
        proseWords += lines[index].words
      }
      // Readers write more than many an article has. One such line may be a link in its header.
      sum += score > 0 && commentMarks >= 2 ? score / 3 : score
      if sum > 0, sum >= best {
        best = sum
        found = start..<index + 1
      }
    }
    return found
  }

  /// What a story's lines come to at least, next to a greater run.
  private static let leastStory = 40

  /// How many stories below a run are looked at; a page has few, and each may be long.
  private static let storyLimit = 16

  /// The run with the greatest sum that begins with a line.
  private func story(from opening: Int) -> (lines: Range<Int>, sum: Int)? {
    var best = Self.leastStory
    var found: Range<Int>?
    var sum = 0
    for index in opening..<lines.count {
      sum += score(index)
      if sum < 0 { break }
      if sum > best {
        best = sum
        found = opening..<index + 1
      }
    }
    return found.map { ($0, best) }
  }

  /// Whether a date or the names of authors stand within some lines above one.
  private func hasHeader(above index: Int) -> Bool {
    (max(0, index - 15)..<index).contains { isDateLine($0) || lines[$0].words <= 8 && authors($0) != nil }
  }

  /// The first lines of stories that have a header: a headline, a date below it, and then two paragraphs, not far from each
  /// other, which say words of the headline again. A teaser is one paragraph.
  private func storyOpenings() -> [Int] {
    var openings: [Int] = []
    for date in lines.indices where isDateLine(date) {
      let above = (max(0, date - 4)..<date).reversed()
      guard let headline = above.first(where: mayBeHeadline), let (first, second) = paragraphs(below: date)
      else {
        continue
      }
      let words = Set(contentHashes(of: lines[headline].tokens, in: lines[headline]))
      let shared = words.intersection(topic(first) + topic(second)).count
      if shared >= 2, shared * 4 >= words.count, openings.last != first { openings.append(first) }
    }
    return openings
  }

  private func mayBeHeadline(_ index: Int) -> Bool {
    let line = lines[index]
    return (4...25).contains(line.words) && line.isKeyed && !line.endsSentence && wordings[index] == nil
      && !isDateLine(index) && !isListItem(line)
  }

  /// The first two paragraphs of the lines below one, with two lines between them at most and no date.
  private func paragraphs(below index: Int) -> (Int, Int)? {
    var first: Int?
    var between = 0
    for next in index + 1..<min(lines.count, index + 14) {
      if lines[next].isProse, wordings[next] == nil, captions[next] == nil {
        guard let first else {
          first = next
          continue
        }
        return between <= 2 ? (first, next) : nil
      }
      if first != nil {
        if isDateLine(next) { return nil }
        between += 1
      }
    }
    return nil
  }

  /// What a line is about, of its first 1,000 bytes.
  private func topic(_ index: Int) -> [UInt64] {
    contentHashes(of: tokens(of: lines[index].text.utf8.span, limit: 1000), in: lines[index])
  }

  func isListItem(_ line: Line) -> Bool {
    let text = line.text.utf8.span
    switch text[0] {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"): return text.has(" ", at: 1)
    case 0xE2: return text.has("• ", at: 0)
    case 0xC2: return text.has("» ", at: 0)
    default: return false
    }
  }

  /// How much a line speaks for a body around it.
  func score(_ index: Int) -> Int {
    let line = lines[index]
    if let wording = wordings[index] {
      switch wording.reason {
      case .adLabel, .share, .media: return -3
      default: return wording.isEnd ? -30 : -5
      }
    }
    if captions[index] != nil { return -3 }
    if isDateLine(index) { return -8 }
    if line.isProse {
      if index > 0, lines[index - 1].hash == line.hash { return -5 }
      return line.endsSentence
        ? min(line.words, 50) + max(0, line.words - 100) / 4 - 4 : min(line.words, 50) / 2 - 8
    }
    if line.endsSentence { return line.words - 4 }
    return isListItem(line) ? -7 : min(line.words, 12) - 9
  }
}
