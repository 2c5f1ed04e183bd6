/// What the line model sees of a line: each a number from 0 to 255.
///
/// The raw values are those of the weights in ``lineTrees``; a new feature goes to the end.
enum LineFeature: Int, CaseIterable {
  // The line's shape.
  case words, letters, endsSentence, continues, followsBlank, isIndented, hasCapital, hasSmallLetter, opening
  case ending, digits, capitals, commas, quotes, separators, addresses, sentences, shortWords, isListItem
  case hasColon, hasBracket
  // What the page repeats.
  case occurrences, isFirst, repeatsNeighbour, likeLines, seenBefore, seenAfter, knownBefore, known,
    inHeadline
  case common, single
  // What the rules say.
  case wording, isEnd, caption, date, dates, hasAuthors, isSourceCredit, isBiography, isCall, tellsWhen
  case role, isDateline, score
  // The place.
  case fromHeadline, fromStart, toEnd, share, proseBefore, proseAfter, wordsBefore, wordsAfter
  case proseGapBefore, proseGapAfter, scoresBefore, scoresAfter, scoresBefore3, scoresAfter3
  case endMarkerBefore, endMarkersBefore, wordingBefore, wordingBeforeGap, wordingAfter, wordingAfterGap
  case wordingsNear, captionsNear, metadataBefore, strangeBefore, strangeAfter
  // The neighbours.
  case words1Before, words2Before, words3Before, words1After, words2After, words3After
  case role1Before, role2Before, role3Before, role1After, role2After, role3After
  case ending1Before, ending2Before, ending1After, opening1Before, opening1After, opening2After
  case blank1After, blank2After, known1Before, known1After, likeLines1Before, likeLines1After
  case seen1Before, seen1After
  // The page.
  case lines, blanks, proseLines, medianProse, unspaced, repeats
  // More of the neighbours and of the page.
  case overlapBefore, overlapAfter, openingsAlike, endingsAlike, proseIndex, proseLeft, subheads, firstStop
  case caption1Before, caption1After, caption2After, date1After, authors1Before, authors1After, dateline1After
  case firstStop1After, proseIndexOfPage
  // What the words of the line speak for, by ``wordWeights``.
  case vocabulary, vocabulary1Before, vocabulary1After, vocabularyLeast
  case numberedRun, inByline, repeatedSoon
}

/// The features of all lines, a row each.
struct LineFeatures {
  private(set) var values: [UInt8]
  static let width = LineFeature.allCases.count

  init(lines: Int) {
    values = Array(repeating: 0, count: lines * Self.width)
  }

  subscript(_ line: Int, _ feature: LineFeature) -> Int {
    get { Int(values[line * Self.width + feature.rawValue]) }
    set { values[line * Self.width + feature.rawValue] = UInt8(clamping: newValue) }
  }

  /// The row of a line.
  func row(_ line: Int) -> ArraySlice<UInt8> { values[line * Self.width..<(line + 1) * Self.width] }
}
