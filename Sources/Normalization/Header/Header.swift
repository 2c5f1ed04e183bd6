extension Page {
  /// Finds headline, byline, dates and standfirst, and gives their lines their roles.
  ///
  /// - Parameter run: The body's stretch; it may start too early, with the standfirst or the headline.
  /// - Returns: The index of the first line of the body proper.
  mutating func readHeader(of run: Range<Int>) -> Int {
    rememberAuthors(around: run)
    let vocabulary = bodyVocabulary(run)
    let headline = hasDeclaredHeadline ? 0 : headlineIndex(before: run, vocabulary: vocabulary)
    headlineHash = headline.map { lines[$0].hash }
    let title = headline.map { headlineLines(from: $0) } ?? run.lowerBound..<run.lowerBound
    for index in title { roles[index] = .headline }
    if headline != nil, isDeck(title.upperBound) { roles[title.upperBound] = .standfirst }
    findSignatures(around: title, run: run, vocabulary: vocabulary)
    for index in max(0, title.lowerBound - 4)..<title.lowerBound
    where headline != nil && (isMetadata(index) || signatures.contains(index)) { roles[index] = .metadata }
    let start = walkHeader(from: title.upperBound, run: run)
    guard start >= run.upperBound else { return start }
    // Nothing was left for the body: what looked like a header was the text.
    for index in run { roles[index] = .open }
    headlineHash = roles.firstIndex(of: .headline).map { lines[$0].hash }
    return run.lowerBound
  }

  /// Whether a line stands together with the headline above it, between blank lines: its second half, or the deck.
  func isDeck(_ index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count, case let line = lines[index], (4...45).contains(line.words)
    else { return false }
    return roles[index - 1] == .headline && lines[index - 1].followsBlank && !line.followsBlank
      && lines[index + 1].followsBlank
      && wordings[index] == nil && captions[index] == nil && !isDateLine(index) && authors(index) == nil
      && bareAuthors(in: line) == nil
  }

  /// Finds the lines of names around a headline; beside a byline that says "By" there are none but those that go on with
  /// it.
  private mutating func findSignatures(
    around headline: Range<Int>, run: Range<Int>, vocabulary: WordSet
  ) {
    let near = linesNear(headline, run)
    let hasByline = near.prefix(headline.count + 16).contains { authors($0) != nil }
    for index in near where !hasByline || index > 0 && isBylineOpening(index - 1) {
      if isSignature(index, headline: headline.upperBound, run: run, vocabulary: vocabulary) {
        signatures.insert(index)
      }
    }
  }

  /// The lines around a headline that may be of names.
  func linesNear(_ headline: Range<Int>, _ run: Range<Int>) -> Range<Int> {
    let start = max(0, headline.lowerBound - 4)
    let end = min(lines.count, max(start, min(headline.upperBound + 24, run.lowerBound + 8)))
    return start..<max(start, end)
  }

  /// Whether a line is the opening of a byline alone: the name was left on the next one.
  func isBylineOpening(_ index: Int) -> Bool {
    lines[index].words <= 2 && startsByline(lines[index].tokens)
  }

  // MARK: - From the headline to the body

  private mutating func walkHeader(from start: Int, run: Range<Int>) -> Int {
    var index = start
    if let last = lastMetadata(from: start) {
      while index <= last {
        if roles[index] != .standfirst, let role = headerRole(index) { roles[index] = role }
        index += 1
      }
    }
    let hasMetadata = index > start
    while index < lines.count {
      if wordings[index] != nil || captions[index] != nil || isCaptionTwice(index) {
        // Roles of furniture and captions are given later, for the whole page alike.
      } else if hasMetadata && isCutOffByPicture(index) || isBetweenHeadlineAndText(index) {
        roles[index] = .standfirst
      } else if endsWithHeadline(index) {
        roles[index] = .furniture(.duplicate)
      } else if isProse(index) || index >= run.lowerBound {
        return index
      }
      index += 1
    }
    return lines.count
  }

  /// Whether a line that is no sentence stands between the headline and the first paragraph.
  private func isBetweenHeadlineAndText(_ index: Int) -> Bool {
    guard index > 0, roles[index - 1] == .headline, index + 1 < lines.count, isProse(index + 1),
      !isProse(index), case let line = lines[index], (6...45).contains(line.words), line.isKeyed,
      !line.endsSentence,
      !line.continues, !line.ends(with: ":"), !isListItem(line), line.hasSmallLetter || !line.hasCapital
    else { return false }
    return !roles.contains(.standfirst) && bareAuthors(in: line) == nil
  }

  /// Whether a line leads to the headline again: the trail of the page's sections.
  private func endsWithHeadline(_ index: Int) -> Bool {
    guard index > 0, let headline = roles[..<index].lastIndex(of: .headline), index - headline <= 4 else {
      return false
    }
    let text = lines[headline].text.utf8
    return lines[index].words <= 40 && lines[index].text.utf8.suffix(text.count).elementsEqual(text)
  }

  /// The last line of byline and date within a few lines of the headline, with at most two sentences before it.
  private func lastMetadata(from start: Int) -> Int? {
    var sentences = 0
    var last: Int?
    for index in start..<max(start, min(start + 24, lines.count)) {
      if isProse(index), dateline(of: lines[index].text) != nil { break }
      if isMetadata(index) || sentences <= 1 && signatures.contains(index) {
        last = index
      } else if isProse(index), captions[index] == nil, !isCaptionTwice(index) {
        sentences += 1
        if sentences > 2 { break }
      }
    }
    return last
  }

  /// The role of a line above the last line of byline and date.
  private func headerRole(_ index: Int) -> Role? {
    if isMetadata(index) || signatures.contains(index) { return .metadata }
    guard wordings[index] == nil, captions[index] == nil, !isCaptionTwice(index) else { return nil }
    let isStandfirst =
      (7...70).contains(lines[index].words) && !roles.contains(.standfirst)
      && dateline(of: lines[index].text) == nil
    return isStandfirst ? .standfirst : .furniture(.preamble)
  }

  private func isMetadata(_ index: Int) -> Bool { isDateLine(index) || authors(index) != nil }

  /// Whether a sentence after the byline is a standfirst: a picture cuts it off from the body.
  private func isCutOffByPicture(_ index: Int) -> Bool {
    guard !roles.contains(.standfirst), (7...45).contains(lines[index].words),
      dateline(of: lines[index].text) == nil
    else { return false }
    for next in index + 1..<max(index + 1, min(index + 6, lines.count)) {
      if captions[next] != nil || isCaptionTwice(next) { return true }
      guard wordings[next] != nil else { return false }
    }
    return false
  }

  /// Whether a byline or a date follows within a few lines, at most one sentence between.
  func leadsToMetadata(_ index: Int) -> Bool {
    var sentences = 0
    for next in index + 1..<max(index + 1, min(index + 8, lines.count)) {
      if isMetadata(next) { return true }
      if isProse(next), captions[next] == nil, !isCaptionTwice(next) { sentences += 1 }
      if sentences > 1 { return false }
    }
    return false
  }

  /// Whether the same line stands right before or after: alternative text and caption.
  func isCaptionTwice(_ index: Int) -> Bool {
    guard lines[index].words >= 4 else { return false }
    let hash = lines[index].hash
    if index > 0,
      lines[index - 1].hash == hash || startsWithCaption(index, of: index - 1)
        || startsWithCaption(index - 1, of: index) && lines[index].endsSentence
    {
      return true
    }
    guard index + 1 < lines.count else { return false }
    return lines[index + 1].hash == hash || captions[index + 1]?.text == lines[index].text
      || startsWithCaption(index + 1, of: index)
      || startsWithCaption(index, of: index + 1) && lines[index + 1].endsSentence
  }

  /// Whether a line repeats another and adds a little: the credit.
  private func startsWithCaption(_ index: Int, of other: Int) -> Bool {
    lines[other].words >= 6 && (lines[other].words...lines[other].words + 12).contains(lines[index].words)
      && lines[index].tokens.first?.hash == lines[other].tokens.first?.hash
      && lines[index].text.utf8.starts(with: lines[other].text.utf8)
  }
}
