extension Page {
  /// The line above a deck that is the headline: the first of two lines that stand together between blank ones, the one right
  /// under byline or date, the one above a line of two sentences, or above a much longer one if much speaks for it.
  ///
  /// - Parameter score: How much speaks for the line above.
  func titleOverDeck(_ deck: Int, _ candidates: Range<Int>, score: Float) -> Int? {
    let title = deck - 1
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
    return lines[max(index + 1, run.upperBound - 2)...].suffix(12).contains { line in
      line.words > lines[index].words && line.words <= 60 && line.isKeyed
        && line.text.utf8.span.holds(name.utf8.span)
        && (line.text.hasSuffix(name) || line.tokens[0].isMark("©")
          || line.firstWord?.is(copyrightWord) == true)
    }
  }
}

private let copyrightWord = WordHash("copyright")
