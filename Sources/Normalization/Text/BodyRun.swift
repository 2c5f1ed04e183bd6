extension Page {
  /// The stretch of lines that holds the body: the run with the greatest sum of line scores.
  ///
  /// Source: Finn, Kushmerick, Smyth, "Fact or fiction: content classification for digital libraries", DELOS 2001
  /// (body text extraction, on lines in the place of tokens).
  ///
  /// - Returns: `nil` where no line reads like running text.
  func bodyRun() -> Range<Int>? {
    var best = 0
    var found: Range<Int>?
    var sum = 0
    var start = 0
    var proseWords = 0
    var commentMarks = 0
    for index in lines.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      let score = score(index)
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
