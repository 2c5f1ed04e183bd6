extension Page {
  /// Finds headline, byline, dates and standfirst, and gives their lines their roles.
  ///
  /// - Parameter run: The body's stretch; it may start too early, with the standfirst or the headline.
  /// - Returns: The index of the first line of the body proper.
  mutating func readHeader(of run: Range<Int>) -> Int {
    rememberAuthors(in: run.lowerBound - 64..<min(run.upperBound, run.lowerBound) + 48)
    let headline = headlineIndex(before: run)
    headlineHash = headline.map { lines[$0].hash }
    if let headline {
      roles[headline] = .headline
      for index in max(0, headline - 3)..<headline where isMetadata(index) { roles[index] = .metadata }
    }
    let start = walkHeader(from: headline.map { $0 + 1 } ?? run.lowerBound, run: run)
    guard start >= run.upperBound else { return start }
    // Nothing was left for the body: what looked like a header was the text.
    for index in run { roles[index] = .open }
    headlineHash = roles.firstIndex(of: .headline).map { lines[$0].hash }
    return run.lowerBound
  }

  // MARK: - Headline

  private func headlineIndex(before run: Range<Int>) -> Int? {
    let vocabulary = bodyVocabulary(run)
    var best = 1.0
    var found: Int?
    var sentences = 0
    let last = min(run.upperBound, run.lowerBound + 5)
    for index in max(0, run.lowerBound - 60)..<last {
      // Once the text runs, a short line is a subhead.
      if index > run.lowerBound, isProse(index - 1) {
        sentences += 1
        if sentences > 1 || !leadsToMetadata(index) { break }
      }
      guard let score = headlineScore(index, run: run, vocabulary: vocabulary), score > best else { continue }
      best = score
      found = index
    }
    guard let found else { return nil }
    return withoutBreadcrumb(
      titleAbove(found, score: best, run: run, vocabulary: vocabulary), run: run, vocabulary: vocabulary)
  }

  /// The line of the headline proper where the first that looks like it ends a breadcrumb: the same text without what
  /// was glued to it, or another that shares its words, within three lines.
  private func withoutBreadcrumb(_ index: Int, run: Range<Int>, vocabulary: WordSet) -> Int {
    let line = lines[index]
    let hashes = WordSet(contentHashes(of: line.tokens, in: line))
    let above = max(0, index - 3)..<index
    let isTrail =
      above.count { lines[$0].words <= 3 } >= 2
      || above.contains { lines[$0].words <= 4 && (lines[$0].firstWord.map(isFurnitureWord) ?? false) }
    for next in index + 1..<max(index + 1, min(index + 4, lines.count)) {
      let other = lines[next]
      guard other.words >= 4, other.hash != line.hash else { continue }
      if line.text.utf8.count > other.text.utf8.count, line.text.hasSuffix(other.text) { return next }
      guard isTrail, !other.endsSentence, !isProse(next), other.words <= 16,
        headlineScore(next, run: run, vocabulary: vocabulary) ?? 0 > 2.5
      else { continue }
      let shared = contentHashes(of: other.tokens, in: other).count { hashes.contains($0) }
      if shared >= 2 { return next }
    }
    return index
  }

  /// The line above a headline where that is the headline too: the best line may be the standfirst.
  private func titleAbove(_ index: Int, score: Double, run: Range<Int>, vocabulary: WordSet) -> Int {
    guard index > 0, lines[index - 1].words >= 4, lines[index - 1].hash != lines[index].hash,
      let above = headlineScore(index - 1, run: run, vocabulary: vocabulary), above > max(1, score - 1.8)
    else { return index }
    return index - 1
  }

  /// The words that the first paragraphs use.
  private func bodyVocabulary(_ run: Range<Int>) -> WordSet {
    var words: WordSet = []
    for line in lines[run].prefix(24) where line.isProse {
      let tokens = line.isKeyed ? line.tokens : tokens(of: line.text.utf8.span, limit: 1000)
      for hash in contentHashes(of: tokens, in: line) { words.insert(hash) }
    }
    return words
  }

  private func headlineScore(_ index: Int, run: Range<Int>, vocabulary: WordSet) -> Double? {
    let line = lines[index]
    guard line.isKeyed, (2...32).contains(line.words), line.characters >= 12, wordings[index] == nil,
      captions[index] == nil, !isMetadata(index), !isSourceCredit(index),
      line.words > 3 || bareAuthors(in: line) == nil,
      line.words < 10 || index <= min(run.lowerBound, 3) || !isCaptionTwice(index)
    else { return nil }
    let contentWords = contentHashes(of: line.tokens, in: line)
    let known = contentWords.count { vocabulary.contains($0) }
    var score = contentWords.isEmpty ? 0 : 4 * Double(known) / Double(contentWords.count + 1)
    score += (4...20).contains(line.words) ? 1.5 : 0
    if line.text.hasSuffix(".") || line.text.hasSuffix(":") { score -= 3.5 }
    if line.words < 4 { score -= 1 }
    if line.continues { score -= 1.5 }
    if occurrence(index).count > 1, occurrence(index).first == index { score += 0.75 }
    if line.words > 14 { score -= 0.1 * Double(line.words - 14) }
    if line.words > 20 { score -= 0.15 * Double(line.words - 20) }
    if line.text.hasSuffix(")") { score -= 1 }
    if index >= run.lowerBound { score -= 0.5 * Double(index - run.lowerBound) }
    score -= 0.03 * Double(max(0, run.lowerBound - index))
    if (index + 1..<max(index + 1, min(index + 5, lines.count))).contains(where: isMetadata) {
      score += 1.5
    }
    if index == 0 { score += 0.5 }
    return score
  }

  // MARK: - From the headline to the body

  private mutating func walkHeader(from start: Int, run: Range<Int>) -> Int {
    var index = start
    if let last = lastMetadata(from: start) {
      let hasByline = (start...last).contains { authors($0) != nil }
      while index <= last {
        if let role = headerRole(index, besideByline: hasByline) { roles[index] = role }
        index += 1
      }
    }
    let hasMetadata = index > start
    while index < lines.count {
      if wordings[index] != nil || captions[index] != nil || isCaptionTwice(index) {
        // Roles of furniture and captions are given later, for the whole page alike.
      } else if hasMetadata, isCutOffByPicture(index) {
        roles[index] = .standfirst
      } else if isProse(index) || index >= run.lowerBound {
        return index
      }
      index += 1
    }
    return lines.count
  }

  /// The last line of byline and date within a few lines of the headline, with at most two sentences before it.
  private func lastMetadata(from start: Int) -> Int? {
    var sentences = 0
    var last: Int?
    let hasByline = (start..<max(start, min(start + 12, lines.count))).contains { authors($0) != nil }
    for index in start..<max(start, min(start + 24, lines.count)) {
      if isProse(index), dateline(of: lines[index].text) != nil { break }
      if isMetadata(index) || sentences <= 1 && isLoneName(index, besideByline: hasByline) {
        last = index
      } else if isProse(index), captions[index] == nil, !isCaptionTwice(index) {
        sentences += 1
        if sentences > 2 { break }
      }
    }
    return last
  }

  /// The role of a line above the last line of byline and date.
  private func headerRole(_ index: Int, besideByline: Bool) -> Role? {
    if isMetadata(index) || isLoneName(index, besideByline: besideByline) { return .metadata }
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
  private func leadsToMetadata(_ index: Int) -> Bool {
    var sentences = 0
    for next in index + 1..<max(index + 1, min(index + 8, lines.count)) {
      if isMetadata(next) { return true }
      if isProse(next), captions[next] == nil, !isCaptionTwice(next) { sentences += 1 }
      if sentences > 1 { return false }
    }
    return false
  }

  /// Whether a line of the header is nothing but the names of people.
  ///
  /// - Parameter besideByline: Whether the header has a byline; then only a name that goes on with it counts.
  private func isLoneName(_ index: Int, besideByline: Bool) -> Bool {
    let line = lines[index]
    guard wordings[index] == nil, captions[index] == nil, line.words <= 9, let authors = bareAuthors(in: line)
    else {
      return false
    }
    if index > 0, startsByline(lines[index - 1].tokens), lines[index - 1].words <= 2 { return true }
    if besideByline { return false }
    let neighbours = max(0, index - 2)...min(index + 2, lines.count - 1)
    if neighbours.contains(where: { $0 != index && isDateLine($0) }) { return true }
    return authors.allSatisfy { $0.kind == .person } && line.words <= 6
  }

  /// Whether the same line stands right before or after: alternative text and caption.
  func isCaptionTwice(_ index: Int) -> Bool {
    guard lines[index].words >= 4 else { return false }
    let hash = lines[index].hash
    if index > 0, lines[index - 1].hash == hash || startsWithCaption(index, of: index - 1) { return true }
    guard index + 1 < lines.count else { return false }
    return lines[index + 1].hash == hash || captions[index + 1]?.text == lines[index].text
      || startsWithCaption(index + 1, of: index)
  }

  /// Whether a line repeats the one before it and adds a little: the credit.
  private func startsWithCaption(_ index: Int, of previous: Int) -> Bool {
    return lines[previous].words >= 6 && lines[index].words <= lines[previous].words + 12
      && lines[index].text.utf8.starts(with: lines[previous].text.utf8)
  }
}
