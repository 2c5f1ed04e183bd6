extension Page {
  /// Lets the line model judge what the rules decided: lines become text of the body, or cease to be.
  ///
  /// The model has seen what the rules say; what it adds is weighing. Headline, byline, the credit of sources and what is
  /// furniture by its wording stay what the rules found. Where it leaves next to nothing of a text that the rules read, the rules have it.
  ///
  /// - Parameters:
  ///   - start: The first line of the body by the rules.
  ///   - end: The line after its stretch.
  /// - Throws: ``NormalizationError/notAnArticle(seen:)`` where little text is left, and nothing of it is sure: a list of
  ///   headlines, a form, a message of an error.
  mutating func judgeLines(from start: Int, to end: Int) throws(NormalizationError) {
    if isNothingButText(from: start) {
      takePullQuotesOut()
      return takeEndOfHeaderOut()
    }
    var margins = LineModel.shared.margins(of: features(from: start, to: end))
    lowerComments(&margins)
    lower(teasers, &margins)
    let stretch = stretch(of: margins)
    var isKept = [Bool](repeating: false, count: lines.count)
    var ruled = 0
    var kept = 0
    var sure = 0
    for index in lines.indices {
      if roles[index] == .body { ruled += lines[index].words }
      let above = lineAbove(index)
      let isLast = above.map { isKept[$0] && isLastSentence(index, below: $0) } ?? false
      isKept[index] =
        (stretch.contains(index) || isLast && above.map { $0 + 1 } == stretch.upperBound)
        && (margins[index] > leastMargin(of: index, isLast: isLast) && canBeBody(index)
          || margins[index] > LineModel.one && isSentenceForHeadline(index))
      // Whose a post is stays with what it says.
      if index > 0, isKept[index - 1], lines[index].namesPoster { isKept[index] = true }
      if isKept[index] {
        kept += lines[index].words
        if margins[index] > LineModel.one { sure += lines[index].words }
      }
    }
    keepDateline(&isKept)
    keepOpening(&isKept)
    keepPieces(&isKept)
    if kept < 80, let message = lines.first(where: isErrorMessage) {
      throw .notAnArticle(seen: "an error page, “\(message.text)”")
    }
    if kept < 60, sure < 16, lines.count >= 8 { throw .notAnArticle(seen: seen) }
    guard kept * 8 >= min(ruled, 320), kept > 0 else { return }
    for index in lines.indices {
      if isKept[index] {
        roles[index] = .body
      } else if roles[index] == .body {
        roles[index] = roleBeside(index, stretch: stretch)
      }
    }
    takeHighlightsOut()
    takePullQuotesOut()
    takeSubheadsIn(margins)
    takeEndOfHeaderOut()
  }

  /// Keeps the paragraph that opens with a dateline right before what is kept: with that a story begins. What has a day besides may be
  /// a caption: "BRINDLEMOOR - MAY 16: The pier is closed on Tuesday, May 16, 2023."
  private func keepDateline(_ isKept: inout [Bool]) {
    guard let first = isKept.firstIndex(of: true) else { return }
    for index in lines.indices[..<first].suffix(2) where roles[index] == .body && lines[index].isProse {
      guard let dateline = dateline(of: lines[index].text) else { continue }
      // Of a long line nobody has looked for the days.
      isKept[index] = agency(ofDateline: dateline) != nil || lines[index].isKeyed && dates[index].isEmpty
    }
  }

  /// Keeps the first paragraph of a brief: what has two sentences over two paragraphs is no standfirst.
  private func keepOpening(_ isKept: inout [Bool]) {
    guard let first = isKept.firstIndex(of: true), isKept.count(where: \.self) <= 2 else { return }
    for index in lines.indices[..<first].suffix(2) where lines[index].isProse && canBeBody(index) {
      isKept[index] = [.body, .standfirst].contains(roles[index]) && lines[index].text.contains(". ")
    }
  }

  /// Keeps the few words on a line of their own, of a link as a rule, between two pieces of the sentence that they are part of.
  private func keepPieces(_ isKept: inout [Bool]) {
    for index in lines.indices.dropFirst() where !isKept[index] && isKept[index - 1] {
      guard lines[index].words <= 6, lines[index].continues, !lines[index - 1].endsSentence, canBeBody(index)
      else { continue }
      isKept[index] = lines.indices[(index + 1)...].prefix(2).contains {
        isKept[$0] && lines[$0].continues
      }
    }
  }

  /// Takes out of the body a quotation that stands near the paragraph that it is from.
  private mutating func takePullQuotesOut() {
    for index in lines.indices where roles[index] == .body && (5...40).contains(lines[index].words) {
      guard let mark = lines[index].text.unicodeScalars.first, "“\"„«‘".unicodeScalars.contains(mark) else {
        continue
      }
      var quotation = Substring(lines[index].text)
      while let last = quotation.unicodeScalars.last, "”\"“»’.,!?".unicodeScalars.contains(last) {
        quotation.unicodeScalars.removeLast()
      }
      // In the middle of a sentence it begins with a small letter.
      let bare = quotation.dropFirst(2)
      let isAgain = (max(0, index - 4)..<min(lines.count, index + 5)).contains { other in
        guard roles[other] == .body, lines[other].words > lines[index].words else { return false }
        let text = lines[other].text.utf8
        // A subhead may be a quotation that does not begin its paragraph.
        return abs(other - index) <= 2 && text.starts(with: quotation.utf8)
          || lines[index].endsSentence && lines[index].isKeyed && text.count <= 4000
            && text.span.holds(bare.utf8.span)
      }
      if isAgain { roles[index] = .furniture(.duplicate) }
    }
  }

  /// Whether paragraphs alone, and copies of them, follow a short header: there is no page around the text.
  private func isNothingButText(from start: Int) -> Bool {
    start <= 6 && lines.count >= start + 2 && !lines[..<start].contains { $0.isProse }
      && (start..<lines.count).allSatisfy {
        lines[$0].isProse && (roles[$0] == .body || roles[$0] == .furniture(.duplicate))
      }
  }

  /// Takes into the body the short lines between its paragraphs that the rules held for text and the model does not for sure
  /// hold for anything else.
  private mutating func takeSubheadsIn(_ margins: [Int]) {
    for index in lines.indices.dropLast() where roles[index] == .furniture(.aside) {
      guard (1...8).contains(lines[index].words), !lines[index].isProse, canBeBody(index),
        margins[index] > -LineModel.one * 2, roles[index + 1] == .body, lines[index + 1].isProse,
        let before = roles[..<index].lastIndex(of: .body), index - before <= 2, lines[before].isProse
      else { continue }
      roles[index] = .body
    }
  }

  /// Takes out of the body what stands over its first sentence and is none of it: how many comment or share, and
  /// sentences that the text has further down, with the label over them. Many of those are a text that was pasted twice.
  private mutating func takeHighlightsOut() {
    var taken: [(index: Int, reason: FurnitureReason)] = []
    for index in roles.indices where roles[index] == .body {
      let line = lines[index]
      let next = roles[(index + 1)...].firstIndex(of: .body)
      let isCounter = line.words == 1 && line.text.utf8.allSatisfy { $0 &- 0x30 < 10 }
      if isHighlight(index) {
        taken.append((index, .duplicate))
      } else if let next, isCounter && lines[next].isProse || line.words <= 3 && isHighlight(next) {
        taken.append((index, .label))
      } else {
        break
      }
      guard taken.count <= 6 else { return }
    }
    for (index, reason) in taken { roles[index] = .furniture(reason) }
  }

  /// Whether a sentence of the body stands in it once more, further down.
  private func isHighlight(_ index: Int) -> Bool {
    guard lines[index].isProse, lines[index].characters >= 40 else { return false }
    let occurrence = occurrence(index)
    return occurrence.count == 2 && occurrence.first == index
      && roles[(index + 1)...].indices.contains { roles[$0] == .body && lines[$0].hash == lines[index].hash }
  }

  /// Lets what stands behind the heading of readers' comments, or of a company's notes to editors, be no text: the prose there is
  /// as good as the article's.
  private func lowerComments(_ margins: inout [Int]) {
    var textWords = 0
    for index in lines.indices {
      if let wording = wordings[index], wording.reason == .comment || wording.reason == .label, wording.isEnd
      {
        // Such a word may be a link in the header, and behind it the article begins.
        guard textWords >= 60 else { continue }
        return lower(index..<lines.count, &margins)
      }
      if margins[index] > 0, lines[index].words >= 6 { textWords += lines[index].words }
    }
  }

  /// Lets lines be no text, however they read.
  private func lower(_ range: Range<Int>, _ margins: inout [Int]) {
    for index in range { margins[index] = min(margins[index], -LineModel.one * 3 / 2) }
  }

  /// Below an even chance, as a line that is wrongly dropped is missed more than one that is wrongly kept; the more where the
  /// rules hold it for text, and most where it is a sentence between text and the line that says that the text is over.
  private func leastMargin(of index: Int, isLast: Bool) -> Int {
    guard roles[index] == .body else { return -LineModel.one * 3 / 10 }
    return isLast ? -LineModel.one * 3 / 2 : -LineModel.one * 11 / 20
  }

  /// The line above one, up to three that stand for pictures and advertisements aside.
  private func lineAbove(_ index: Int) -> Int? {
    (max(0, index - 4)..<index).last { wordings[$0]?.reason != .media && wordings[$0]?.reason != .adLabel }
  }

  /// Whether a sentence stands between another one and the line that says that the text is over, some buttons, a menu or a byline
  /// before that aside.
  private func isLastSentence(_ index: Int, below above: Int) -> Bool {
    guard isProse(index) || isShortSentence(index), isProse(above) else { return false }
    return lines[(index + 1)...].indices.prefix(4)
      .prefix { wordings[$0] != nil || lines[$0].words <= 8 && authors($0) != nil }
      .contains { wordings[$0]?.isEnd == true }
  }

  private func isShortSentence(_ index: Int) -> Bool {
    wordings[index] == nil && lines[index].words >= 4 && lines[index].text.utf8.last == UInt8(ascii: ".")
  }

  /// The stretch of lines that holds the body: the run with the greatest sum of what its lines say, the longer the line
  /// the more.
  private func stretch(of margins: [Int]) -> Range<Int> {
    var best = Int.min
    var found = 0..<lines.count
    var sum = 0
    var start = 0
    // What the lines since the last one of text have said against it.
    var doubt = 0
    for index in lines.indices {
      if sum <= 0 {
        (sum, start, doubt) = (0, index, 0)
      }
      // Something is taken for granted, so that no aside parts a body.
      let vote = min(max(margins[index] + LineModel.one * 4 / 5, -LineModel.one * 2), LineModel.one * 2)
      let weight = vote * (min(lines[index].words, 60) + 1)
      if vote > 0 {
        doubt = 0
        sum += weight
      } else {
        let added = min(isCaption(index) ? -weight / 2 : -weight, Self.mostDoubt - doubt)
        doubt += added
        sum -= added
      }
      if sum > best {
        best = sum
        found = start..<index + 1
      }
    }
    return found
  }

  /// So much may lines between two parts of a text speak against it, however many they are: a gallery, a box of other stories.
  private static let mostDoubt = 200 * LineModel.one

  private func isCaption(_ index: Int) -> Bool {
    if case .caption = roles[index] { true } else { false }
  }

  /// Whether the line that the rules hold for the headline is a sentence: a text that was copied without its headline.
  private func isSentenceForHeadline(_ index: Int) -> Bool {
    roles[index] == .headline && lines[index].isProse && lines[index].text.utf8.last == UInt8(ascii: ".")
  }

  private func canBeBody(_ index: Int) -> Bool {
    switch roles[index] {
    case .headline, .metadata, .sourceCredit, .furniture(.biography), .furniture(.subscription): false
    // Byline or date part it from the text.
    // What a label calls a caption is none, nor is a credit under its label and what stands before it.
    case .caption(.some(let caption)) where caption.credit == nil && captions[index]?.text != nil: false
    case .caption(.some) where lines[index].words <= 25 && namesCredit(lines[index]): false
    case .caption(nil)
    where isOverCredit(index) || isUnderCredit(index) || isAlternativeText(index) || opensWithCredit(index):
      false
    // A link to another story is in capitals as no subhead of so many words is.
    case .furniture(.related)
    where lines[index].words >= 8 && lines[index].hasCapital && !lines[index].hasSmallLetter:
      false
    case .standfirst where isDeck(index) || isOverByline(index): false
    default:
      // Whom pictures show is said again and again.
      lines[index].words > 0 && wordings[index] == nil
        && !(occurrence(index).count > 1 && endsWithAge(lines[index])) && !labelledCaptions.contains(index)
    }
  }

  /// Whether byline and date, which the page has once, follow a standfirst at once.
  private func isOverByline(_ index: Int) -> Bool {
    let next = index + 1
    return next < lines.count && roles[next] == .metadata && occurrence(next).count == 1
      && lines[index].words <= 40
      && !lines[index].ends(with: ":")
  }

  /// The role of a line that the rules held for text and the model does not.
  private func roleBeside(_ index: Int, stretch: Range<Int>) -> Role {
    if index >= stretch.upperBound { return .furniture(.tail) }
    if isLead(index) { return .standfirst }
    if index < stretch.lowerBound { return .furniture(.preamble) }
    return .furniture(.aside)
  }

  /// Whether a line stands between the headline and the first text, and can be the standfirst.
  private func isLead(_ index: Int) -> Bool {
    guard let headline = roles.firstIndex(of: .headline), headline < index, !roles.contains(.standfirst),
      (7...70).contains(lines[index].words)
    else { return false }
    return !(headline..<index).contains { roles[$0] == .body }
  }
}

/// Whether a text ends with a full stop.
func endsSentence(_ text: String) -> Bool { [".", "。", "।"].contains { text.hasSuffix($0) } }
