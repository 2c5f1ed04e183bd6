extension Page {
  /// The line above a deck that is the headline: the first of two lines that stand together between blank ones, the one right
  /// under byline or date, the one above a line of two sentences, or above a much longer one if much speaks for it.
  ///
  /// - Parameter score: How much speaks for the line above.
  func titleOverDeck(_ deck: Int, _ candidates: Range<Int>, score: Float) -> Int? {
    let title = deck - 1
    if let start = titleInTwoLines(over: deck), candidates.contains(start) { return start }
    guard candidates.contains(title), (3...25).contains(lines[title].words),
      lines[title].isKeyed, lines[title].hasSmallLetter || !lines[title].hasCapital,
      !lines[title].endsSentence,
      !lines[title].continues, !lines[title].ends(with: ":"), !FrontMatter.isField(lines[title]),
      wordings[title] == nil, captions[title] == nil, !isDateLine(title), authors(title) == nil
    else { return nil }
    let isOverBlank = deck + 1 < lines.count && lines[deck + 1].followsBlank
    if lines[title].words >= 5, isOverBlank, lines[title].followsBlank, !lines[deck].followsBlank {
      return title
    }
    guard title > 0, bareAuthors(in: lines[title]) == nil,
      !lines[title].text.utf8.suffix(lines[deck].text.utf8.count).elementsEqual(lines[deck].text.utf8)
    else { return nil }
    if score > 2, lines[title].words >= 5, lines[deck].words >= 9,
      lines[deck].words * 10 >= lines[title].words * 13, !isTwin(title, deck)
    {
      return title
    }
    let isUnderMetadata =
      lines[title].words >= 5 && lines[deck].words >= 6
      && (isDateLine(title - 1) || authors(title - 1) != nil || namesKnownPerson(lines[title - 1]))
    let isOverSentence =
      holdsTwoSentences(lines[deck])
      || lines[title].words >= 5 && lines[deck].isProse && !lines[deck].ends(with: "?")
    return isUnderMetadata || isOverSentence && sharesWord(title, deck) ? title : nil
  }

  /// The first of two lines that stand together with a deck between blank ones, of which the second goes on with the first.
  private func titleInTwoLines(over deck: Int) -> Int? {
    let start = deck - 2
    guard start >= 0, deck + 1 < lines.count, lines[start].followsBlank, !lines[deck].followsBlank,
      lines[deck + 1].followsBlank, headlineLines(from: start).upperBound == deck,
      lines[start..<deck].allSatisfy({ $0.words >= 2 && !$0.endsSentence && !$0.ends(with: ":") }),
      (5...25).contains(lines[start].words + lines[deck - 1].words), lines[deck].words >= 6
    else { return nil }
    return start
  }

  /// The line right under the date, where a short one and then a caption follow it: date, headline, whose picture it is and what
  /// it shows.
  func titleUnderDate(over caption: Int) -> Int? {
    let title = caption - 2
    guard title > 0, isDateLine(title - 1), caption + 1 < lines.count, isProse(caption + 1),
      !lines[caption].endsSentence, lines[caption - 1].words <= 4, wordings[caption - 1] == nil,
      case let line = lines[title], (5...25).contains(line.words), line.isKeyed, !line.endsSentence,
      wordings[title] == nil, captions[title] == nil, bareAuthors(in: line) == nil,
      !(title..<caption).contains(where: { isDateLine($0) || authors($0) != nil })
    else { return nil }
    return title
  }

  /// Whether two lines share three words that say something: the headline, and what it is elsewhere.
  private func isTwin(_ index: Int, _ other: Int) -> Bool {
    let words = Set(contentHashes(of: lines[index].tokens, in: lines[index]))
    return words.intersection(contentHashes(of: lines[other].tokens, in: lines[other])).count >= 3
  }

  /// Whether a longer line holds the end of a sentence, and more.
  private func holdsTwoSentences(_ line: Line) -> Bool {
    line.words >= 10 && line.isKeyed && !line.endsSentence
      && zip(line.tokens, line.tokens.dropFirst()).contains { word, mark in
        mark.isMark(".") && word.kind == .word && word.width >= 4 && mark.end < line.text.utf8.count
          && line.text.utf8[line.index(Int(mark.end))] == 0x20
      }
  }

  /// Whether a line shares a word of some length with the one below it or with the sentences under that.
  private func sharesWord(_ index: Int, _ next: Int) -> Bool {
    let words = contentHashes(of: lines[index].tokens, in: lines[index])
    return lines[next...].prefix(12).contains { line in
      let other = line.isKeyed ? line.tokens : tokens(of: line.text.utf8.span, limit: 1000)
      return !Set(words).isDisjoint(with: contentHashes(of: other, in: line))
    }
  }

  /// Whether the first line of a text names the paper: a line below the text ends with it or claims its rights.
  func isMasthead(_ index: Int, run: Range<Int>) -> Bool {
    guard index <= 1, lines[index].words <= 6 else { return false }
    let name = lines[index].text
    // The name and the number of the page, over the day: "THE HARLAN COUNTY CALL B1".
    if !lines[index].hasSmallLetter, endsWithPage(name), isDateLine(index + 1) { return true }
    // It stands under who wrote as well.
    if lines.indices.prefix(100).dropFirst(index + 2).contains(where: {
      lines[$0].hash == lines[index].hash && isAuthorOverDate($0 - 1)
    }) {
      return true
    }
    return lines[max(index + 1, run.upperBound - 2)...].suffix(12).contains { line in
      line.words > lines[index].words && line.words <= 60 && line.isKeyed
        && line.text.utf8.span.holds(name.utf8.span)
        && (line.text.hasSuffix(name) || line.tokens[0].isMark("©")
          || line.firstWord?.is(copyrightWord) == true)
    }
  }
}

private let copyrightWord = WordHash("copyright")
