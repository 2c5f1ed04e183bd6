extension Page {
  /// The line at which the stretch turns to other stories: from there to its end hardly a word was read before.
  ///
  /// Each line speaks for a cut as far as less than a fifth of its words stand in the running text before it, and against
  /// one as far as more do; the suffix with the greatest sum is cut off if that is high, the suffix has several lines
  /// and a story of some length stands before it. The thresholds were chosen on the open half of the corpora.
  ///
  /// - Returns: `end` where the stretch is one story.
  func endOfStory(from start: Int, to end: Int) -> Int {
    guard lines[start..<max(start, end)].reduce(0, { $0 + $1.words }) >= Self.wordsOfStory else { return end }
    var seen: WordSet = []
    var kept: [(index: Int, vote: Float, wordsBefore: Int)] = []
    var words = 0
    for index in start..<max(start, end) where wordings[index] == nil && captions[index] == nil {
      let line = lines[index]
      let isKeyed = line.isKeyed
      let hashes = contentHashes(
        of: isKeyed ? line.tokens : tokens(of: line.text.utf8.span, limit: 1000), in: line)
      let known = hashes.isEmpty ? 0 : Float(hashes.count { seen.contains($0) }) / Float(hashes.count)
      if line.isProse { for hash in hashes { seen.insert(hash) } }
      let vote = (0.2 - known) * Float(min(line.words, 40)) / 10 + (line.isProse ? 0 : 0.3)
      kept.append((index, vote, words))
      words += line.words
    }
    var sum: Float = 0
    var best: Float = 6
    var cut = end
    for (place, line) in kept.enumerated().reversed() {
      sum += line.vote
      if sum > best, line.wordsBefore >= Self.wordsOfStory, kept.count - place >= 6 {
        best = sum
        cut = line.index
      }
    }
    return cut
  }

  /// A story has at least so many words before what is strange to it.
  private static let wordsOfStory = 300
}
