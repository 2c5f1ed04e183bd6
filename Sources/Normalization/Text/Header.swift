extension Page {
  /// Finds headline, byline, dates and standfirst, and gives their lines their roles.
  ///
  /// - Parameter run: The body's stretch; it may start too early, with the standfirst or the headline.
  /// - Returns: The index of the first line of the body proper.
  mutating func readHeader(of run: Range<Int>) -> Int {
    let headline = headlineIndex(before: run)
    if let headline { roles[headline] = .headline }
    return walkHeader(from: headline.map { $0 + 1 } ?? run.lowerBound, run: run)
  }

  // MARK: - Headline

  private func headlineIndex(before run: Range<Int>) -> Int? {
    let vocabulary = bodyVocabulary(run)
    var best = 1.0
    var found: Int?
    let last = min(run.upperBound, run.lowerBound + 5)
    for index in max(0, run.lowerBound - 60)..<last {
      // Once the text runs, a short line is a subhead.
      if index > run.lowerBound, isProse(index - 1), !leadsToMetadata(index) { break }
      guard let score = headlineScore(index, run: run, vocabulary: vocabulary), score > best else { continue }
      best = score
      found = index
    }
    return found
  }

  /// The words that the first paragraphs use.
  private func bodyVocabulary(_ run: Range<Int>) -> Set<String> {
    var words: Set<String> = []
    for line in lines[run].prefix(24) where line.isProse {
      for token in tokens(of: line.text.prefix(1000))
      where token.kind == .word && token.folded.utf8.count >= 4 {
        words.insert(token.folded)
      }
    }
    return words
  }

  private func headlineScore(_ index: Int, run: Range<Int>, vocabulary: Set<String>) -> Double? {
    let line = lines[index]
    guard !line.key.isEmpty, (2...32).contains(line.words), line.characters >= 12, wordings[index] == nil,
      captions[index] == nil, !isDateLine(index), authors(index) == nil, !isSourceCredit(line)
    else { return nil }
    let contentWords = tokens(of: line.text).filter { $0.kind == .word && $0.folded.utf8.count >= 4 }
    let known = contentWords.count { vocabulary.contains($0.folded) }
    var score = contentWords.isEmpty ? 0 : 3 * Double(known) / Double(contentWords.count + 1)
    score += (4...20).contains(line.words) ? 1.5 : 0
    if line.text.hasSuffix(".") || line.text.hasSuffix(":") { score -= 2.5 }
    if line.words > 20 { score -= 1 }
    if index >= run.lowerBound { score -= 0.5 * Double(index - run.lowerBound) }
    score -= 0.03 * Double(max(0, run.lowerBound - index))
    if (index + 1..<min(index + 5, lines.count)).contains(where: { isDateLine($0) || authors($0) != nil }) {
      score += 1.5
    }
    if index == 0 { score += 0.5 }
    return score
  }

  // MARK: - From the headline to the body

  private mutating func walkHeader(from start: Int, run: Range<Int>) -> Int {
    var index = start
    var hasMetadata = false
    while index < lines.count {
      if wordings[index] != nil || captions[index] != nil || isCaptionTwice(index) {
        // Roles of furniture and captions are given later, for the whole page alike.
      } else if isDateLine(index) || authors(index) != nil {
        roles[index] = .metadata
        hasMetadata = true
      } else if isLoneName(index, after: start) {
        roles[index] = .metadata
      } else if isStandfirst(index, hasMetadata: hasMetadata) {
        roles[index] = .standfirst
      } else if isProse(index) || index >= run.lowerBound && !leadsToMetadata(index) {
        return index
      } else if roles[index] == .open {
        roles[index] = .furniture(.preamble)
      }
      index += 1
    }
    return min(start, lines.count)
  }

  /// Whether a line stands between the headline and the body as a sentence of its own.
  private func isStandfirst(_ index: Int, hasMetadata: Bool) -> Bool {
    let line = lines[index]
    guard !roles.contains(.standfirst), line.words >= 7, line.words <= 70 else { return false }
    if leadsToMetadata(index) { return true }
    // After the byline only what is cut off from the body by a picture is a standfirst.
    guard hasMetadata, line.words <= 45 else { return false }
    var next = index + 1
    while next < lines.count, next < index + 6 {
      if captions[next] != nil || isCaptionTwice(next) { return true }
      guard wordings[next] != nil else { return false }
      next += 1
    }
    return false
  }

  /// Whether a byline or a date follows within a few lines, at most one sentence between.
  private func leadsToMetadata(_ index: Int) -> Bool {
    var sentences = 0
    for next in index + 1..<max(index + 1, min(index + 8, lines.count)) {
      if isDateLine(next) || authors(next) != nil { return true }
      if isProse(next), captions[next] == nil, !isCaptionTwice(next) { sentences += 1 }
      if sentences > 1 { return false }
    }
    return false
  }

  /// Whether a line between the headline and the body is nothing but the names of its authors.
  ///
  /// A name beside a date, after a lone "By", or a person's name right below the headline or the standfirst.
  private func isLoneName(_ index: Int, after start: Int) -> Bool {
    guard wordings[index] == nil, let authors = bareAuthors(in: lines[index]) else { return false }
    if index > 0, startsByline(lines[index - 1].key), lines[index - 1].words <= 2 { return true }
    let neighbours = max(start, index - 2)...max(start, min(index + 2, lines.count - 1))
    if neighbours.contains(where: { $0 != index && isDateLine($0) }) { return true }
    return authors.allSatisfy { $0.kind == .person } && lines[index].words <= 6
      && (index == start || roles[index - 1] == .standfirst || lines[index].text == lines[index - 1].text)
  }

  /// Whether the same line stands right before or after: alternative text and caption.
  func isCaptionTwice(_ index: Int) -> Bool {
    let text = lines[index].text
    guard lines[index].words >= 3 else { return false }
    return index > 0 && lines[index - 1].text == text
      || index + 1 < lines.count && (lines[index + 1].text == text || captions[index + 1]?.text == text)
  }
}
