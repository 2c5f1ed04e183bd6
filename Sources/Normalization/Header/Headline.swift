/// What a line shows that speaks for or against its being the headline; each with its weight in ``HeadlineWeights``.
enum HeadlineFeature: Int, CaseIterable {
  // What it says.
  case sharedWords, sharedCount, noContent
  case oneWord, twoWords, threeWords, fewWords, manyWords, overlong
  case endsWithStop, endsWithColon, endsWithQuestion, endsWithBracket
  case isProse, continues, startsWithQuote, startsWithDots
  case noSmallLetter, hasTrailMark, isAddress, hasColon, hasNumber
  // Where else it stands.
  case isRepeated, repeatsEarlier, endsOther, startsOther, endsWithOther, startsWithOther, hasTwin
  case followsKicker, hasKicker
  // Where it stands.
  case isFirst, isSecond, isAmongFive, linesBefore, linesInto, sentencesBefore, startsRun
  // Between what it stands.
  case dateNext, bylineNext, metadataNear, metadataBefore
  case shortBefore, shorterBefore, sentenceBefore, sentenceNext, shortNext, longNext
  case furnitureNext, furnitureBefore, captionNext, captionBefore, menuBefore, menuAfter
  case endsTrail
  // What else it may be.
  case isCaption, isCaptionTwice, isNames, isByline, isDate
}

/// The features of one line, in the order of ``HeadlineFeature``.
struct HeadlineFeatures {
  private(set) var values = [Float](repeating: 0, count: HeadlineFeature.allCases.count)

  subscript(feature: HeadlineFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  mutating func set(_ feature: HeadlineFeature, if condition: Bool) {
    if condition { values[feature.rawValue] = 1 }
  }
}

extension HeadlineFeatures {
  /// How much speaks for the line: above 0 it may be the headline.
  ///
  /// The weights are those of a conditional logit, in which the lines of a page compete with each other and with there being
  /// no headline at all; `Tests/Quality/train_headers.py` learns such weights, and judges those in force.
  var score: Float {
    var score = headlineBias
    for index in values.indices where values[index] != 0 { score += values[index] * Self.weights[index] }
    return score
  }

  private static let weights: [Float] = HeadlineFeature.allCases.map { feature in
    headlineWeights.first { $0.feature == feature }?.weight ?? 0
  }
}

extension Page {
  /// The line of the headline: the one with the greatest score around the start of the body, if that is high enough.
  func headlineIndex(before run: Range<Int>, vocabulary: WordSet) -> Int? {
    let candidates = headlineCandidates(before: run)
    let content = HeadlineContent(of: self, around: candidates)
    let paper = paperOverDate(candidates)
    var best: Float = 0
    var found: Int?
    // Of the line before, and of the one before the best.
    var lastScore: Float = 0
    var scoreAbove: Float = 0
    for index in candidates {
      var score: Float = 0
      defer { lastScore = score }
      guard let features = headlineFeatures(index, run: run, vocabulary: vocabulary, content: content) else {
        continue
      }
      // Whatever else speaks for it, who wrote the text is not its headline.
      if features[.isByline] > 0, authors(index)?.isEmpty == false { continue }
      if FrontMatter.isField(lines[index]) || isMasthead(index, run: run) || lines[index].hash == paper {
        continue
      }
      if lines[index].isProse, dateline(of: lines[index].text) != nil { continue }
      if captions[index]?.text.map(endsSentence) == true, namesCredit(lines[index]) { continue }
      if captions[index]?.credit != nil, isCaptionTwice(index) { continue }
      if isAuthorOverDate(index) || isAuthorOverDate(index - 1) { continue }
      if isAlternative(index, toCaption: index + 1) || isAlternative(index - 1, toCaption: index) { continue }
      if isUnderCredit(index) || isUnderCredit(index - 1) && hasMetadata(above: index) { continue }
      score = features.score
      if score > best {
        best = score
        found = index
        scoreAbove = lastScore
      }
    }
    // The first line of a text is no menu where the next says who wrote it.
    if found == nil, lines.count > 1, candidates.contains(0), (4...25).contains(lines[0].words),
      lines[0].isKeyed,
      startsByline(lines[1].tokens), authors(1)?.isEmpty == false
    {
      return 0
    }
    // "Headline - Gazette", and further down the headline alone.
    if let index = found, let head = headOfTitle(index),
      let proper = candidates.first(where: { $0 > index && lines[$0].text == head })
    {
      return proper
    }
    return found.map { titleOverDeck($0, candidates, score: scoreAbove) ?? titleUnderDate(over: $0) ?? $0 }
  }

  /// The hash of a short line that stands at the top of a page, and again right over the date with a name and a longer line above it:
  /// what the paper is called.
  private func paperOverDate(_ candidates: Range<Int>) -> UInt64? {
    let date = candidates.dropFirst(4).first { index in
      isDateLine(index) && (2...4).contains(lines[index - 1].words)
        && occurrence(index - 1).first < min(4, index - 4)
        && (index - 4..<index - 1).contains { bareAuthors(in: lines[$0]) != nil }
        && (index - 4..<index - 1).contains {
          lines[$0].words >= 5 && !lines[$0].endsSentence && wordings[$0] == nil
        }
    }
    return date.map { lines[$0 - 1].hash }
  }

  /// Whether a line is the end of the one below, under which stands whose picture it is: "A harbour" over "Dawn: A harbour" and
  /// "© Jane Doe / DPA".
  private func isAlternative(_ index: Int, toCaption caption: Int) -> Bool {
    guard index >= 0, caption + 1 < lines.count, let credit = captions[caption + 1] else { return false }
    return credit.text == nil && namesCredit(lines[caption + 1])
      && lines[caption].text.hasSuffix(" " + lines[index].text)
  }

  /// Whether a line is a name that the line above ends with too, over the date or over a house and the date: "Portrait of Jane Doe" is
  /// the text of a picture.
  func isAuthorOverDate(_ index: Int) -> Bool {
    guard index > 0, (2...4).contains(lines[index].words), lines[index - 1].words <= 7,
      lines[index - 1].text.hasSuffix(" " + lines[index].text), bareAuthors(in: lines[index]) != nil
    else { return false }
    return lines.indices.contains(index + 2) && (isDateLine(index + 1) || isDateLine(index + 2))
  }

  /// Whether a date or a byline stands within some lines above one.
  private func hasMetadata(above index: Int) -> Bool {
    (max(0, index - 12)..<index).contains { isDateLine($0) || authors($0) != nil }
  }

  /// The lines that the headline takes up: its own, and what goes on with it.
  func headlineLines(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < lines.count, end < index + 3, continuesHeadline(end) { end += 1 }
    return index..<end
  }

  /// The text of a headline without the site's name, where the page shows that it is one.
  func headlineText(of range: Range<Int>) -> String {
    if range.count == 1, let head = headOfTitle(range.lowerBound) { return head }
    return lines[range].reduce(into: "") { text, line in
      if !text.isEmpty, !line.starts(with: ":") { text += " " }
      text += line.text
    }
  }

  /// Whether a line goes on with the headline above it: after a colon of its own, or as the second half of one broken in
  /// two.
  private func continuesHeadline(_ index: Int) -> Bool {
    let line = lines[index]
    let first = lines[index - 1]
    guard line.isKeyed, wordings[index] == nil, !isDateLine(index), authors(index) == nil else {
      return false
    }
    if line.starts(with: ": ") { return first.words <= 8 && line.words <= 16 }
    guard !line.followsBlank, !first.endsSentence, !isProse(index) else { return false }
    let areCapitals = [first, line].allSatisfy { $0.hasCapital && !$0.hasSmallLetter && $0.words >= 3 }
    return line.continues || areCapitals || first.ends(with: ",")
  }

  /// What stands before the site's name in "Headline - Gazette": the part after the mark is a line of its own elsewhere, or
  /// the part before it is.
  private func headOfTitle(_ index: Int) -> String? {
    let text = lines[index].text
    guard let mark = lastSiteMark(in: text.utf8.span) else { return nil }
    let head = text[..<text.utf8.index(text.startIndex, offsetBy: mark.lowerBound)]
    let tail = text[text.utf8.index(text.startIndex, offsetBy: mark.upperBound)...]
    guard head.utf8.contains(0x20), tail.utf8.count(where: { $0 == 0x20 }) <= 5 else { return nil }
    let isShown = lines.contains {
      $0.text.utf8.count == head.utf8.count && $0.text.utf8.elementsEqual(head.utf8)
        || $0.text.utf8.count == tail.utf8.count && $0.text.utf8.elementsEqual(tail.utf8)
    }
    return isShown ? String(head) : nil
  }

  /// The lines that may be the headline: some before the body's stretch, and those of its start until it runs.
  func headlineCandidates(before run: Range<Int>) -> Range<Int> {
    var end = run.lowerBound
    var sentences = 0
    while end < min(run.upperBound, run.lowerBound + 8), sentences < 3 {
      if isProse(end) { sentences += 1 }
      end += 1
    }
    return max(0, run.lowerBound - 100)..<end
  }

  /// The words that the first paragraphs use.
  func bodyVocabulary(_ run: Range<Int>) -> WordSet {
    var words: WordSet = []
    for line in lines[run].prefix(24) where line.isProse {
      let tokens = line.isKeyed ? line.tokens : tokens(of: line.text.utf8.span, limit: 1000)
      for hash in contentHashes(of: tokens, in: line) { words.insert(hash) }
    }
    return words
  }

  /// What speaks for and against a line; `nil` where it cannot be the headline.
  func headlineFeatures(
    _ index: Int, run: Range<Int>, vocabulary: WordSet, content: HeadlineContent
  ) -> HeadlineFeatures? {
    let line = lines[index]
    guard line.isKeyed, line.words <= 36, line.characters >= 4, line.hasCapital || !line.hasSmallLetter,
      wordings[index] == nil, !isSourceCredit(index), !isInsideText(index, run),
      !(index > 0 && isBylineOpening(index - 1) && bareAuthors(in: line) != nil)
    else { return nil }
    var features = HeadlineFeatures()
    describeWords(of: index, content[index], vocabulary, &features)
    describeCopies(of: index, content, &features)
    describePlace(of: index, run, &features)
    describeNeighbours(of: index, &features)
    features.set(.isProse, if: isProse(index))
    features.set(.isCaption, if: captions[index] != nil)
    features.set(.isCaptionTwice, if: isCaptionTwice(index))
    features.set(.isByline, if: authors(index) != nil)
    features.set(.isDate, if: isDateLine(index))
    features.set(.isNames, if: line.words <= 8 && bareAuthors(in: line) != nil)
    return features
  }

  /// Whether a line stands after the first sentence of the body's stretch, where a short line is a subhead unless byline
  /// or date follow it.
  private func isInsideText(_ index: Int, _ run: Range<Int>) -> Bool {
    index > run.lowerBound && (run.lowerBound..<index).contains { isProse($0) } && !leadsToMetadata(index)
  }

  private func describeWords(
    of index: Int, _ content: ArraySlice<UInt64>, _ vocabulary: WordSet, _ features: inout HeadlineFeatures
  ) {
    let line = lines[index]
    let words = lines[headlineLines(from: index)].reduce(0) { $0 + $1.words }
    let known = content.count { vocabulary.contains($0) }
    features[.sharedWords] = Float(known) / Float(content.count + 1)
    features[.sharedCount] = Float(min(known, 6)) / 6
    features.set(.noContent, if: content.isEmpty)
    switch words {
    case ...1: features[.oneWord] = 1
    case 2: features[.twoWords] = 1
    case 3: features[.threeWords] = 1
    case 4...5: features[.fewWords] = 1
    case 15...20: features[.manyWords] = 1
    case 21...: features[.overlong] = 1
    default: break
    }
    let scalars = line.text.unicodeScalars
    switch scalars.last {
    case ".", "。", "．", "।", "۔", "։", "።", "။", "។": features[.endsWithStop] = 1
    case ":", "：": features[.endsWithColon] = 1
    case "?", "!", "？", "！", "؟", "…": features[.endsWithQuestion] = 1
    case ")", "]", "）": features[.endsWithBracket] = 1
    default: break
    }
    switch scalars.first {
    case "\"", "'", "“", "„", "«", "»", "‘", "「", "『": features[.startsWithQuote] = 1
    case "…", ".", "*", "•", "-", "–", "+": features[.startsWithDots] = 1
    default: break
    }
    features.set(.continues, if: line.continues)
    features.set(.noSmallLetter, if: line.hasCapital && !line.hasSmallLetter)
    features.set(.hasNumber, if: line.hasNumber)
    features.set(.hasTrailMark, if: line.tokens.contains { $0.isAny(of: trailMarks) })
    features.set(.hasColon, if: line.tokens.dropLast().contains { $0.isMark(":") })
    features.set(.isAddress, if: line.tokens.first.map { $0.isAny(of: addressOpenings) } ?? false)
  }

  private func describeCopies(of index: Int, _ content: HeadlineContent, _ features: inout HeadlineFeatures) {
    let text = lines[index].text.utf8
    let occurrence = occurrence(index)
    features.set(.isRepeated, if: occurrence.count > 1 && occurrence.first == index)
    features.set(.repeatsEarlier, if: occurrence.first != index)
    guard lines[index].words >= 2 else { return }
    let own = content[index]
    for other in max(0, index - 10)..<min(lines.count, index + 11) where other != index {
      let line = lines[other]
      guard line.isKeyed, line.words >= 2, line.words <= 40, line.hash != lines[index].hash else { continue }
      if line.text.utf8.count > text.count {
        let isTail = ends(line.text.utf8, with: text)
        features.set(.endsOther, if: isTail)
        features.set(.followsKicker, if: isTail && hasColon(line.text.utf8.dropLast(text.count)))
        features.set(.startsOther, if: line.text.utf8.starts(with: text))
      } else if line.words >= 3 {
        let isTail = ends(text, with: line.text.utf8)
        features.set(.endsWithOther, if: isTail)
        features.set(.hasKicker, if: isTail && hasColon(text.dropLast(line.text.utf8.count)))
        features.set(.startsWithOther, if: text.starts(with: line.text.utf8))
      }
      if own.count >= 3, !line.isProse, features[.hasTwin] == 0 {
        features.set(.hasTwin, if: content[other].count { own.contains($0) } >= 3)
      }
    }
  }

  private func describePlace(of index: Int, _ run: Range<Int>, _ features: inout HeadlineFeatures) {
    features.set(.isFirst, if: index == 0)
    features.set(.isSecond, if: index == 1)
    features.set(.isAmongFive, if: index < 5)
    features.set(.startsRun, if: index == run.lowerBound)
    if index < run.lowerBound {
      features[.linesBefore] = Float(min(run.lowerBound - index, 60)) / 20
    } else {
      features[.linesInto] = Float(index - run.lowerBound) / 4
      features[.sentencesBefore] = Float((run.lowerBound..<index).count { isProse($0) })
    }
  }

  private func describeNeighbours(of index: Int, _ features: inout HeadlineFeatures) {
    func has(_ offsets: ClosedRange<Int>, _ condition: (Int) -> Bool) -> Bool {
      offsets.contains { lines.indices.contains(index + $0) && condition(index + $0) }
    }
    features.set(.dateNext, if: has(1...2) { isDateLine($0) })
    features.set(.bylineNext, if: has(1...2) { authors($0) != nil })
    features.set(.metadataNear, if: has(1...5) { isDateLine($0) || authors($0) != nil })
    features.set(.metadataBefore, if: has(-3 ... -1) { isDateLine($0) || authors($0) != nil })
    if index > 0 {
      features.set(.shortBefore, if: lines[index - 1].words <= 3)
      features.set(.shorterBefore, if: lines[index - 1].words < lines[index].words)
      features.set(.sentenceBefore, if: isProse(index - 1))
      features.set(.furnitureBefore, if: wordings[index - 1] != nil)
      features.set(.captionBefore, if: captions[index - 1] != nil || isCaptionTwice(index - 1))
      features[.menuBefore] = Float((max(0, index - 5)..<index).count { lines[$0].words <= 3 }) / 5
    }
    guard index + 1 < lines.count else { return }
    features.set(
      .endsTrail,
      if: lines[index].words >= 4 && features[.sharedCount] >= 0.3 && index > 0 && lines[index - 1].words <= 3
        && has(1...2) { lines[$0].words <= 3 } && !has(1...2) { isDateLine($0) || authors($0) != nil })
    features.set(.sentenceNext, if: isProse(index + 1))
    features.set(.shortNext, if: lines[index + 1].words <= 3)
    features.set(.longNext, if: lines[index + 1].words > max(12, lines[index].words))
    features.set(.furnitureNext, if: wordings[index + 1] != nil)
    features.set(.captionNext, if: captions[index + 1] != nil || isCaptionTwice(index + 1))
    features[.menuAfter] =
      Float((index + 1..<min(lines.count, index + 6)).count { lines[$0].words <= 3 }) / 5
  }
}

/// The last place of a mark, with the spaces around it, that parts a headline from the site's name: `|`, `-`, `–`, `—`, `·` or `»`.
private func lastSiteMark(in text: Span<UInt8>) -> Range<Int>? {
  var end = text.count
  while end > 2 {
    end -= 1
    guard text[end] == 0x20 else { continue }
    switch text[end - 1] {
    case UInt8(ascii: "|") where text[end - 2] == 0x20, UInt8(ascii: "-") where text[end - 2] == 0x20:
      return end - 2..<end + 1
    case 0xB7 where text.has(" ·", at: end - 3), 0xBB where text.has(" »", at: end - 3):
      return end - 3..<end + 1
    case 0x93 where text.has(" –", at: end - 4), 0x94 where text.has(" —", at: end - 4):
      return end - 4..<end + 1
    default: continue
    }
  }
  return nil
}

/// Whether a colon is the last mark of a text, with or without a space after it.
private func hasColon(_ text: Substring.UTF8View) -> Bool {
  text.suffix(2).contains(UInt8(ascii: ":"))
}

/// What the lines around the headline are about, each line's words hashed once.
struct HeadlineContent {
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private let start: Int

  /// The words of the lines that can be the headline, and of the ten before and after these.
  init(of page: Page, around candidates: Range<Int>) {
    start = max(0, candidates.lowerBound - 10)
    for line in page.lines[start..<max(start, min(page.lines.count, candidates.upperBound + 11))] {
      if line.words <= 40 { hashes += contentHashes(of: line.tokens, in: line) }
      ends.append(hashes.count)
    }
  }

  subscript(index: Int) -> ArraySlice<UInt64> {
    hashes[(index > start ? ends[index - start - 1] : 0)..<ends[index - start]]
  }
}

/// Whether bytes end with others.
private func ends(_ text: String.UTF8View, with suffix: String.UTF8View) -> Bool {
  text.count >= suffix.count && text.suffix(suffix.count).elementsEqual(suffix)
}

private let trailMarks: WordSet = ["»", "›", ">", "|", "→", "/"]
private let addressOpenings: WordSet = ["http", "https", "www"]
