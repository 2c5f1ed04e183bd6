extension Page {
  /// What the line model sees, once the rules have given every line a role.
  ///
  /// - Parameters:
  ///   - start: The first line of the body by the rules.
  ///   - end: The line after its stretch.
  func features(from start: Int, to end: Int) -> LineFeatures {
    var features = LineFeatures(lines: lines.count)
    for index in lines.indices { describeShape(of: index, in: &features) }
    for index in lines.indices { describeRules(on: index, end: end, in: &features) }
    describePlaces(from: start, to: end, in: &features)
    describeRepetition(in: &features)
    describeNumberedRuns(in: &features)
    describeNeighbours(in: &features)
    describePage(in: &features)
    return features
  }

  // MARK: - The line's shape

  private func describeShape(of index: Int, in features: inout LineFeatures) {
    let line = lines[index]
    let text = line.text.utf8.span
    let words = max(1, line.words)
    features[index, .words] = line.words
    features[index, .letters] = line.characters * 8 / words
    features[index, .endsSentence] = line.endsSentence ? 1 : 0
    features[index, .continues] = line.continues ? 1 : 0
    features[index, .followsBlank] = line.followsBlank ? 1 : 0
    features[index, .isIndented] = line.isIndented ? 1 : 0
    features[index, .hasCapital] = line.hasCapital ? 1 : 0
    features[index, .hasSmallLetter] = line.hasSmallLetter ? 1 : 0
    features[index, .isListItem] = isListItem(line) ? 1 : 0
    let shape = ByteShape(of: text)
    features[index, .digits] = shape.digits * 100 / max(1, line.characters)
    features[index, .capitals] = shape.capitals * 100 / words
    features[index, .commas] = shape.commas
    features[index, .quotes] = shape.quotes
    features[index, .separators] = shape.separators
    features[index, .addresses] = shape.addresses
    features[index, .sentences] = shape.stops
    features[index, .shortWords] = shape.shortWords * 100 / words
    features[index, .hasColon] = shape.colons
    features[index, .hasBracket] = shape.brackets
    features[index, .firstStop] = shape.firstStop ?? 255
    features[index, .opening] = Self.opening(of: text, line).rawValue
    features[index, .ending] = Self.ending(of: text, line).rawValue
  }

  /// What a line starts with.
  private enum Opening: Int {
    case other, mark, digit, quote, small, capital
  }

  private static func opening(of text: Span<UInt8>, _ line: Line) -> Opening {
    let (first, _) = scalar(in: text, at: 0)
    switch first {
    case 0x30...0x39: return .digit
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x201C, 0x201E, 0x300C: return .quote
    case 0x41...0x5A: return .capital
    case 0x61...0x7A: return .small
    case 0...0x7F, 0x2010...0x2027: return .mark
    default:
      let table = ScalarTable.shared
      switch ScalarTable.letterCase(first, table.cases.span) {
      case 1: return .capital
      case 2: return .small
      default: return .other
      }
    }
  }

  /// What a line ends with.
  private enum Ending: Int {
    case other, digit, comma, bracket, colon, dots, question, quote, stop
  }

  private static func ending(of text: Span<UInt8>, _ line: Line) -> Ending {
    let last = text[text.count - 1]
    switch last {
    case 0x30...0x39: return .digit
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-"): return .comma
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .bracket
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "."), UInt8(ascii: "!"):
      return text.count > 2 && text[text.count - 2] == UInt8(ascii: ".") ? .dots : .stop
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
    case 0xA6 where text.count > 2 && text[text.count - 2] == 0x80: return .dots
    case 0x98...0x9E where text.count > 2 && text[text.count - 2] == 0x80: return .quote
    case 0xAB, 0xBB: return text.count > 2 && text[text.count - 2] == 0xC2 ? .quote : .other
    default: return line.endsSentence ? .stop : .other
    }
  }

  // MARK: - The rules

  private func describeRules(on index: Int, end: Int, in features: inout LineFeatures) {
    let line = lines[index]
    if let wording = wordings[index] {
      features[index, .wording] = Self.rank(of: wording.reason)
      features[index, .isEnd] = wording.isEnd ? 1 : 0
    }
    if let caption = captions[index] { features[index, .caption] = caption.text == nil ? 2 : 1 }
    if isCaptionTwice(index) { features[index, .caption] = 3 }
    features[index, .date] = isDateLine(index) ? 1 : 0
    features[index, .dates] = dates[index].count
    features[index, .hasAuthors] =
      startsByline(line.tokens) ? 2 : rememberedAuthors(index)?.isEmpty == false ? 1 : 0
    features[index, .isSourceCredit] = isSourceCredit(index) ? 1 : 0
    features[index, .isBiography] = isBiography(index, end: index + 1) ? 1 : 0
    features[index, .isCall] = isCallToReader(line) ? 1 : 0
    features[index, .tellsWhen] = tellsWhenTaken(index, start: 0) ? 1 : 0
    features[index, .role] = Self.rank(of: roles[index])
    features[index, .isDateline] = dateline(of: line.text) != nil ? 1 : 0
    features[index, .score] = score(index) + 40
  }

  /// Reasons in an order that a threshold can part.
  private static func rank(of reason: FurnitureReason) -> Int {
    switch reason {
    case .adLabel: 1
    case .media: 2
    case .share: 3
    case .menu: 4
    case .related: 5
    case .newsletter: 6
    case .subscription: 7
    case .cookie: 8
    case .tags: 9
    case .comment: 10
    case .copyright: 11
    default: 12
    }
  }

  /// Roles in an order that a threshold can part: from what is never text to the body.
  private static func rank(of role: Role) -> Int {
    switch role {
    case .headline: 1
    case .metadata: 2
    case .standfirst: 9
    case .caption: 7
    case .sourceCredit: 6
    case .body: 20
    case .open: 0
    case .furniture(let reason):
      switch reason {
      case .preamble: 8
      case .menu: 3
      case .tail: 4
      case .duplicate: 10
      case .label: 12
      case .related: 11
      case .caption: 7
      case .date: 13
      case .separator: 14
      default: 5
      }
    }
  }

  // MARK: - The place

  private func describePlaces(from start: Int, to end: Int, in features: inout LineFeatures) {
    let count = lines.count
    let headline = roles.firstIndex(of: .headline) ?? start
    var proseWords = 0
    var total = 0
    for index in lines.indices where isProse(index) { total += lines[index].words }
    var lastProse: Int?
    var lastWording: Int?
    var lastEnd: Int?
    var ends = 0
    var decayed = 0.0
    var decayed3 = 0.0
    var lastMetadata: Int?
    var subheads = 0
    var proseOfPage = 0
    var proseOfBody = 0
    for index in lines.indices {
      features[index, .proseIndexOfPage] = proseOfPage
      features[index, .proseIndex] = proseOfBody
      if isProse(index), captions[index] == nil {
        proseOfPage += 1
        if index > headline { proseOfBody += 1 }
      }
      if index > start, index < end - 1, !lines[index].isProse, isProse(index - 1), isProse(index + 1) {
        subheads += 1
      }
      features[index, .fromHeadline] = index - headline + 100
      features[index, .fromStart] = index - start + 100
      features[index, .toEnd] = end - index + 100
      features[index, .share] = index * 200 / count
      features[index, .proseBefore] = total == 0 ? 0 : proseWords * 200 / total
      features[index, .wordsBefore] = proseWords / 4
      features[index, .proseGapBefore] = lastProse.map { index - $0 } ?? 255
      features[index, .scoresBefore] = Int(decayed) + 80
      features[index, .scoresBefore3] = Int(decayed3) + 80
      features[index, .endMarkerBefore] = lastEnd.map { index - $0 } ?? 255
      features[index, .endMarkersBefore] = ends
      features[index, .wordingBefore] = lastWording.map { features[$0, .wording] } ?? 0
      features[index, .wordingBeforeGap] = lastWording.map { index - $0 } ?? 255
      features[index, .metadataBefore] = lastMetadata.map { index - $0 } ?? 255
      let score = Double(features[index, .score] - 40)
      decayed = decayed * 0.85 + score
      decayed3 = decayed3 * 0.6 + score
      if isProse(index) {
        proseWords += lines[index].words
        lastProse = index
      }
      if let wording = wordings[index] {
        lastWording = index
        if wording.isEnd, index >= start {
          lastEnd = index
          ends += 1
        }
      }
      if roles[index] == .metadata { lastMetadata = index }
    }
    var wordsAfter = 0
    var nextProse: Int?
    var nextWording: Int?
    var proseLeft = 0
    decayed = 0
    decayed3 = 0
    for index in lines.indices.reversed() {
      features[index, .subheads] = subheads
      features[index, .proseLeft] = proseLeft
      if index < end, isProse(index), captions[index] == nil { proseLeft += 1 }
      features[index, .proseAfter] = total == 0 ? 0 : wordsAfter * 200 / total
      features[index, .wordsAfter] = wordsAfter / 4
      features[index, .proseGapAfter] = nextProse.map { $0 - index } ?? 255
      features[index, .scoresAfter] = Int(decayed) + 80
      features[index, .scoresAfter3] = Int(decayed3) + 80
      features[index, .wordingAfter] = nextWording.map { features[$0, .wording] } ?? 0
      features[index, .wordingAfterGap] = nextWording.map { $0 - index } ?? 255
      let score = Double(features[index, .score] - 40)
      decayed = decayed * 0.85 + score
      decayed3 = decayed3 * 0.6 + score
      if isProse(index) {
        wordsAfter += lines[index].words
        nextProse = index
      }
      if wordings[index] != nil { nextWording = index }
    }
    var captionsNear = 0
    var wordingsNear = 0
    for index in 0..<count + 4 {
      if index < count {
        if captions[index] != nil { captionsNear += 1 }
        if wordings[index] != nil { wordingsNear += 1 }
      }
      if index >= 9, index - 9 < count {
        if captions[index - 9] != nil { captionsNear -= 1 }
        if wordings[index - 9] != nil { wordingsNear -= 1 }
      }
      if index >= 4 {
        features[index - 4, .captionsNear] = captionsNear
        features[index - 4, .wordingsNear] = wordingsNear
      }
    }
  }

  // MARK: - Neighbours and page

  /// How many lines in a row, one other between allowed, start with a number: a list, a table of results.
  private func describeNumberedRuns(in features: inout LineFeatures) {
    var first = 0
    var last = -3
    var count = 0
    func close() {
      guard count >= 2 else { return }
      for index in first...last { features[index, .numberedRun] = count }
    }
    for index in lines.indices where features[index, .opening] == Opening.digit.rawValue {
      if index > last + 2 {
        close()
        first = index
        count = 0
      }
      last = index
      count += 1
    }
    close()
  }

  private func describeNeighbours(in features: inout LineFeatures) {
    let copied: [(LineFeature, Int, LineFeature)] = [
      (.words1Before, -1, .words), (.words2Before, -2, .words), (.words3Before, -3, .words),
      (.words1After, 1, .words), (.words2After, 2, .words), (.words3After, 3, .words),
      (.role1Before, -1, .role), (.role2Before, -2, .role), (.role3Before, -3, .role),
      (.role1After, 1, .role), (.role2After, 2, .role), (.role3After, 3, .role),
      (.ending1Before, -1, .ending), (.ending2Before, -2, .ending), (.ending1After, 1, .ending),
      (.opening1Before, -1, .opening), (.opening1After, 1, .opening), (.opening2After, 2, .opening),
      (.blank1After, 1, .followsBlank), (.blank2After, 2, .followsBlank),
      (.known1Before, -1, .known), (.known1After, 1, .known),
      (.likeLines1Before, -1, .likeLines), (.likeLines1After, 1, .likeLines),
      (.seen1Before, -1, .seenBefore), (.seen1After, 1, .seenBefore),
      (.caption1Before, -1, .caption), (.caption1After, 1, .caption), (.caption2After, 2, .caption),
      (.date1After, 1, .date), (.authors1Before, -1, .hasAuthors), (.authors1After, 1, .hasAuthors),
      (.dateline1After, 1, .isDateline), (.firstStop1After, 1, .firstStop),
      (.vocabulary1Before, -1, .vocabulary), (.vocabulary1After, 1, .vocabulary),
    ]
    for (target, offset, feature) in copied {
      for index in max(0, -offset)..<max(0, -offset, min(lines.count, lines.count - offset)) {
        features[index, target] = features[index + offset, feature]
      }
    }
  }

  private func describePage(in features: inout LineFeatures) {
    let prose = lines.indices.filter(isProse).map { lines[$0].words }.sorted()
    let blanks = lines.count { $0.followsBlank } * 200 / lines.count
    let unspaced =
      lines.count { $0.text.utf8.count > 2 && isUnspaced($0.text.utf8.first ?? 0, 0x90) } * 200 / lines.count
    let repeats = lines.indices.count { features[$0, .isFirst] == 0 } * 200 / lines.count
    for index in lines.indices {
      features[index, .lines] = lines.count / 4
      features[index, .blanks] = blanks
      features[index, .proseLines] = prose.count * 200 / lines.count
      features[index, .medianProse] = prose.isEmpty ? 0 : prose[prose.count / 2]
      features[index, .unspaced] = unspaced
      features[index, .repeats] = repeats
    }
  }
}
