extension Page {
  /// Gives every line that has no role yet its own: body, caption, source credit or furniture.
  ///
  /// - Parameters:
  ///   - start: The first line of the body.
  ///   - end: The line after the body's stretch.
  mutating func assignRoles(from start: Int, to end: Int) {
    let marked = endMarker(from: start, to: end) ?? end
    let end = trimmedEnd(from: start, to: endOfStory(from: start, to: marked))
    for index in lines.indices where roles[index] == .open {
      roles[index] = role(of: index, start: start, end: end)
    }
    if let first = roles.firstIndex(of: .body), introducesAuthor(first) {
      roles[first] = .furniture(.biography)
    }
    // An author's name alone stands over a portrait or a box, not in the text.
    let signatures = Set(lines.indices.filter { roles[$0] == .metadata }.map { lines[$0].phraseHash })
    for index in lines.indices where roles[index] == .body && lines[index].words <= 5 {
      if signatures.contains(lines[index].phraseHash) { roles[index] = .furniture(.biography) }
    }
  }

  /// The line that says that the article is over, if running text goes on after it: comments, teasers.
  private func endMarker(from start: Int, to end: Int) -> Int? {
    let range = start..<max(start, end)
    var wordsLeft = 0
    var sentencesLeft = 0
    for index in range where isProse(index) {
      wordsLeft += lines[index].words
      sentencesLeft += 1
    }
    let total = wordsLeft
    for index in range {
      if isProse(index) {
        wordsLeft -= lines[index].words
        sentencesLeft -= 1
      }
      guard let wording = wordings[index], wording.isEnd, total - wordsLeft >= 60 else { continue }
      switch wording.reason {
      case .comment: return index
      default:
        // Teasers come with a headline and more each; an article goes on in sentences.
        let others = end - index - sentencesLeft
        if wordsLeft * 12 <= total || wordsLeft * 2 <= total && others >= 2 * sentencesLeft
          || areTeasers(Array(lines[(index + 1)...].prefix(6)))
        {
          return index
        }
      }
    }
    return nil
  }

  /// The line after the last one that reads like running text.
  private func trimmedEnd(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start + 1, !isProse(end - 1), !(wordings[end - 1] == nil && lines[end - 1].endsSentence) {
      end -= 1
    }
    return end
  }

  private func role(of index: Int, start: Int, end: Int) -> Role {
    let line = lines[index]
    if isSourceCredit(index), index >= start { return .sourceCredit }
    if let wording = wordings[index] { return .furniture(wording.reason) }
    let isNear = index + 12 >= start && index < end
    if line.hash == headlineHash { return .furniture(.duplicate) }
    if let caption = captions[index] { return isNear ? .caption(caption) : .furniture(.caption) }
    if isCaptionTwice(index) { return isNear ? .caption(nil) : .furniture(.duplicate) }
    if index + 1 < lines.count, isNear, captions[index + 1]?.text == nil, captions[index + 1] != nil,
      line.words <= 40,
      !isProse(index) || index < start || isOverCredit(index)
    {
      return .caption(nil)
    }
    if isNear, isUnderCredit(index) || isAlternativeText(index) || opensWithCredit(index) {
      return .caption(nil)
    }
    if index < start { return .furniture(.menu) }
    if index >= end { return .furniture(.tail) }
    if isCopy(index) { return .furniture(.duplicate) }
    if isCallToReader(line) { return .furniture(.subscription) }
    if isBiography(index, end: end) { return .furniture(.biography) }
    if line.words == 0 { return .furniture(.separator) }
    if tellsWhenTaken(index, start: start) { return .caption(nil) }
    if isProse(index) || line.endsSentence { return .body }
    // The last line of an embedded post: "— Name (@handle) November 1, 2019".
    if line.starts(with: "— ") { return .body }
    if isDateLine(index) { return .furniture(.date) }
    if isLink(index) { return .furniture(.related) }
    return isSubheadOfNothing(index) ? .furniture(.label) : .body
  }

  /// Whether a line that is no sentence has a photographer and a house before what a picture shows, "Jane Doe/BBC A harbour", or
  /// stands under such a one as the caption.
  func opensWithCredit(_ index: Int) -> Bool {
    guard wordings[index] == nil, !lines[index].endsSentence, lines[index].words <= 40 else { return false }
    return opensWithPhotographer(lines[index])
      || index > 0 && lines[index].words >= 3 && !lines[index - 1].endsSentence
        && opensWithPhotographer(lines[index - 1])
  }

  private func opensWithPhotographer(_ line: Line) -> Bool {
    guard line.words >= 7, line.tokens.prefix(5).contains(where: { $0.isMark("/") }) else { return false }
    let words = line.text.split(separator: " ", maxSplits: 3)
    guard words.count == 4, let slash = words[1].firstIndex(of: "/"),
      words.prefix(3).allSatisfy({ $0.first?.isUppercase == true })
    else { return false }
    let house = words[1][words[1].index(after: slash)...]
    return slash > words[1].startIndex && (2...8).contains(house.count) && house.allSatisfy(\.isUppercase)
  }

  /// Whether a line that is no sentence says what the caption below it says in more words.
  func isAlternativeText(_ index: Int) -> Bool {
    let line = lines[index]
    guard index + 1 < lines.count, (3...15).contains(line.words), !line.endsSentence, wordings[index] == nil,
      let caption = captions[index + 1]?.text, line.words < lines[index + 1].words
    else { return false }
    let words = Set(contentHashes(of: line.tokens, in: line))
    let shared = words.intersection(tokens(of: caption.utf8.span).map(\.hash))
    return shared.count >= 2 && shared.count * 3 >= words.count * 2
  }

  /// Whether the line below is the credit of a picture, "Credit...Jane Doe", which only captions have, or one in brackets under
  /// what is no sentence.
  func isOverCredit(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index].words <= 40, captions[index + 1]?.text == nil else {
      return false
    }
    let next = lines[index + 1]
    return next.starts(with: "Credit...") || next.starts(with: "Credit…")
      || captions[index + 1] != nil && next.tokens.contains { $0.isMark("/") } && opensProse(index)
      || captions[index + 1] != nil && next.starts(with: "(") && next.ends(with: ")")
        && !lines[index].endsSentence
  }

  /// Whether a sentence is the first one below a date or a byline.
  private func opensProse(_ index: Int) -> Bool {
    let above = lines[..<index].lastIndex { $0.isProse } ?? -1
    return (max(above + 1, index - 12)..<index).contains { isDateLine($0) || authors($0) != nil }
  }

  /// Whether a line that is no sentence stands below the name of an agency alone, and no caption above that: "Getty Images" lies on
  /// the picture, and is copied before the caption.
  func isUnderCredit(_ index: Int) -> Bool {
    guard index > 0, (5...40).contains(lines[index].words), !lines[index].endsSentence,
      let credit = captions[index - 1], credit.text == nil, lines[index - 1].words <= 4,
      !namesCredit(lines[index - 1]), !lines[index - 1].tokens.contains(where: { $0.isMark("/") }),
      captions[index] == nil, wordings[index] == nil, !isDateLine(index)
    else { return false }
    return index < 2 || isProse(index - 2) && !isCaptionTwice(index - 2) || wordings[index - 2] != nil
      || lines[index - 2].words <= 4
  }

  /// Whether a sentence says what a picture shows, and on which day: "Voters queue, left, on Tuesday, Nov. 19, 2019."
  func tellsWhenTaken(_ index: Int, start: Int) -> Bool {
    guard isProse(index), let date = dates[index].first, dateline(of: lines[index].text) == nil else {
      return false
    }
    let tokens = lines[index].tokens
    if namesPlaceInPicture(tokens) { return true }
    return index < start + 3 && date.range.lowerBound * 2 > tokens.count
      && !tokens.contains { $0.isMark("“") || $0.isMark("\"") }
  }

  /// Whether a side stands between commas or brackets ("Jane Doe, left, and"), or a picture is pointed at ("in this photo").
  private func namesPlaceInPicture(_ tokens: [Token]) -> Bool {
    tokens.indices.contains { index in
      if tokens[index].isAny(of: pictureSides), index > 0, index + 1 < tokens.count {
        return tokens[index - 1].kind == .mark && tokens[index + 1].kind == .mark
      }
      return index > 0 && tokens[index].isAny(of: pictureNouns) && tokens[index - 1].isAny(of: pointers)
    }
  }

  /// Whether a short line of its own has no text under it, as a subhead has, nor is it part of a list or a table.
  private func isSubheadOfNothing(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.followsBlank, line.words < 8, !line.hasNumber, !isListItem(line), !line.ends(with: ":")
    else {
      return false
    }
    guard index + 1 < lines.count else { return true }
    let next = lines[index + 1]
    return next.followsBlank && !isListItem(next) && !isProse(index + 1)
  }

  /// Whether a longer line was in the page before, or stands in it many times.
  private func isCopy(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.words >= 6, !line.ends(with: "?") else { return false }
    let occurrence = occurrence(index)
    return occurrence.first != index || occurrence.count > 2
  }

  /// Whether a short line without a full stop is a link rather than a subhead or a part of a list.
  private func isLink(_ index: Int) -> Bool {
    let line = lines[index]
    // What stands right under another line is a part of a list, or a piece of a broken sentence.
    if !line.followsBlank, line.words < 8 { return false }
    if occurrence(index).count > 1 { return true }
    let isLoud = !line.hasSmallLetter && line.hasCapital
    if line.words <= (isLoud ? 7 : 10), index > 0, index + 1 < lines.count, isProse(index - 1),
      isProse(index + 1)
    {
      return false
    }
    // A subhead is short; a headline of another story is not.
    let isPiece = index + 1 < lines.count && !lines[index + 1].followsBlank && lines[index + 1].continues
    if (8...23).contains(line.words), !line.ends(with: ":"), startsLikeHeadline(line), !isPiece {
      return true
    }
    return line.words >= 6 && isLoud
  }

  private func startsLikeHeadline(_ line: Line) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    return first.properties.isUppercase || "‘“'\"„«".unicodeScalars.contains(first)
  }

  /// Whether a line at the end says who the author is ("Jane Doe is a reporter for the Gazette").
  func isBiography(_ index: Int, end: Int) -> Bool {
    guard index + 4 >= end, lines[index].words <= 60 else { return false }
    var wordsBefore = 0
    var wordsFromVerb = 0
    for token in lines[index].tokens where token.kind != .mark {
      if wordsFromVerb == 0 {
        guard token.is(Self.isVerb) else {
          wordsBefore += 1
          if wordsBefore > 4 { return false }
          continue
        }
        guard wordsBefore > 0 else { return false }
      } else if token.isAny(of: professions) {
        return true
      }
      wordsFromVerb += 1
      if wordsFromVerb == 12 { return false }
    }
    return false
  }

  /// Whether the line below the byline says who the author is: "Mr. Doe is a retired bus driver", "Jane Doe is the author of".
  private func introducesAuthor(_ index: Int) -> Bool {
    let line = lines[index]
    guard index > 0, line.words <= 45,
      let verb = line.tokens.prefix(8).firstIndex(where: { $0.is(Self.isVerb) }),
      verb > 0, verb + 1 < line.tokens.count, line.tokens[verb + 1].isAny(of: indefiniteArticles)
    else { return false }
    let named = lines[max(0, index - 3)..<index].indices
      .filter { roles[$0] == .metadata }
      .compactMap { authors($0) ?? bareAuthors(in: lines[$0]) }
    return named.joined().contains { author in
      author.kind == .person
        && author.name.split(separator: " ").last.map { WordHash(folding: $0).value }
          == line.tokens[verb - 1].hash
    }
  }

  private static let isVerb = WordHash("is")
}

private let indefiniteArticles: WordSet = ["a", "an", "the"]
private let professions: WordSet = [
  "reporter", "writer", "editor", "journalist", "columnist", "correspondent", "author", "contributor",
  "blogger",
]

private let pictureSides: WordSet = [
  "left", "right", "center", "centre", "links", "rechts", "mitte", "gauche", "droite", "izquierda", "derecha",
  "centro", "esquerda", "direita", "sinistra", "destra", "midten", "venstre", "høyre", "vänster", "höger",
]
private let pictureNouns: WordSet = [
  "photo", "photograph", "image", "picture", "bild", "foto", "imagen", "imagem",
]
private let pointers: WordSet = [
  "this", "file", "undated", "handout", "diesem", "dieses", "undatiertes", "esta", "nesta", "questa",
]
