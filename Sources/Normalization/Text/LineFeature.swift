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

/// The features of all lines, a column for each feature, so that many lines are judged at once.
struct LineFeatures {
  /// The number of lines.
  let count: Int
  /// How many values a column has: the lines, and zeros up to a whole number of ``LineModel/lanes``.
  let stride: Int
  private(set) var values: [UInt8]

  init(lines: Int) {
    count = lines
    stride = (lines + LineModel.lanes - 1) / LineModel.lanes * LineModel.lanes
    values = Array(repeating: 0, count: stride * LineFeature.allCases.count)
  }

  subscript(_ line: Int, _ feature: LineFeature) -> Int {
    @inline(__always) get { Int(values[feature.rawValue &* stride &+ line]) }
    @inline(__always) set { values[feature.rawValue &* stride &+ line] = UInt8(clamping: newValue) }
  }

  /// The values of a feature from a line on, which is a multiple of ``LineModel/lanes``.
  @inline(__always)
  func lanes(of feature: Int, from line: Int) -> SIMD16<UInt8> {
    let start = feature &* stride &+ line
    precondition(start >= 0 && start &+ LineModel.lanes <= values.count)
    // As many bytes as the vector has are there.
    return unsafe values.span.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
    }
  }

  /// All features of a line.
  func row(_ line: Int) -> [UInt8] { LineFeature.allCases.map { values[$0.rawValue * stride + line] } }
}
