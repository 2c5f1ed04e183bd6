/// A line that stands between the paragraphs of a text, wherever it was put: the head of a printed page, an advertisement's label, a
/// link to one other story.
struct Insert {
  let line: Line
  let reason: FurnitureReason
  /// The number of the line that follows, among those that are no inserts.
  let place: Int
}

/// The lines of a text without what is put between its paragraphs, so that each paragraph is judged beside those that it belongs to:
/// between two labels it looks like a part of the page around the text.
///
/// - Returns: The wordings are those of the lines that are left.
func withoutInserts(_ lines: [Line]) -> (lines: [Line], wordings: [Wording?], inserts: [Insert]) {
  let wordings = lines.map(wording(of:))
  let reasons = reasonsOfInserts(lines, wordings)
  guard reasons.contains(where: { $0 != nil }) else { return (lines, wordings, []) }
  var kept: [Line] = []
  kept.reserveCapacity(lines.count)
  var inserts: [Insert] = []
  var isParted = false
  for (line, reason) in zip(lines, reasons) {
    if let reason {
      inserts.append(Insert(line: line, reason: reason, place: kept.count))
      isParted = isParted || line.followsBlank
    } else {
      kept.append(line)
      if isParted { kept[kept.count - 1].followsBlank = true }
      isParted = false
    }
  }
  return (kept, lines.indices.filter { reasons[$0] == nil }.map { wordings[$0] }, inserts)
}

/// Why each line is an insert; `nil` for the others.
private func reasonsOfInserts(_ lines: [Line], _ wordings: [Wording?]) -> [FurnitureReason?] {
  var reasons: [FurnitureReason?] = zip(lines, wordings).map { line, wording in
    line.isRunningHead ? .pageElement : line.isNote ? .note : wording?.reason == .adLabel ? .adLabel : nil
  }
  markLists(lines, &reasons)
  markBoxes(lines, wordings, &reasons)
  let others = lines.indices.filter { reasons[$0] == nil }
  for place in others.indices.dropFirst() {
    let index = others[place]
    guard let wording = wordings[index], wording.reason == .related else { continue }
    // Two labels may stand over one box.
    let above = others[place - 1]
    let isSecond =
      place > 1 && wordings[above]?.reason == .related && lines[above].words <= 4
      && lines[others[place - 2]].isProse
    guard isSecond || lines[above].isProse else { continue }
    // Below a label the titles of other stories, and then the text goes on; more of them may be the end of it.
    let isLabel = isLinkLabel(lines[index])
    guard isLabel || wording.isEnd || lines[index].words >= 3 else { continue }
    let isSingular = singularLabels.contains(lines[index].phraseHash)
    // A word or two over a title name its section.
    let kickers = others[(place + 1)...].prefix(mostKickers).prefix {
      lines[$0].words <= 2 && !lines[$0].endsSentence
    }
    let below = others[(place + 1 + kickers.count)...].prefix(mostTitles).prefix {
      wordings[$0] == nil && isTitle(lines[$0])
    }
    let titles =
      isSingular
      ? below.prefix(1)
      : below.prefix(
        isLabel || wording.isEnd || announces(lines[index], titles: below.count) ? mostTitles : 0)
    var box = titles.isEmpty ? titles : kickers + titles
    var rest = others[(place + 1 + box.count)...]
    if isSingular, let author = rest.first, namesPeople(lines[author]) { box.append(rest.removeFirst()) }
    // A subhead may follow the title of the one story.
    if isSingular, rest.count > 1, isTitle(lines[rest[rest.startIndex]]) { rest = rest.dropFirst() }
    guard let next = rest.first, wordings[next] == nil,
      lines[next].isProse || lines[next].endsSentence && lines[next].words >= 4,
      !wording.isEnd || lines[next].endsSentence
    else { continue }
    // Other labels stand below the text as a rule: a teaser may come next, two paragraphs are the text.
    if !isLabel, wording.isEnd,
      titles.isEmpty || !isParagraph(lines[next]) || !kickers.isEmpty && rest.count < 2
        || !rest.prefix(2).allSatisfy({
          wordings[$0] == nil && lines[$0].isProse && !lines[$0].ends(with: "?")
        })
    {
      continue
    }
    if wording.isEnd, areTeasers(others[(place + 1)...].prefix(6).map { lines[$0] }) { continue }
    for line in [index] + box { reasons[line] = .related }
  }
  return reasons
}

/// Marks the lists of links that a page announces to those who do not see it: from "list of 2 items" to "end of list", and from
/// "Recommended stories" to "End of Recommended stories", with what offers to skip them.
private func markLists(_ lines: [Line], _ reasons: inout [FurnitureReason?]) {
  for end in lines.indices where lines[end].words <= 8 && lines[end].starts(withAny: listEnds, ofAtMost: 2) {
    let range = max(0, end - longestList)..<end
    let text = lines[end].text
    guard
      let start = lines[range].lastIndex(where: { start in
        lines[end].phraseHash == listEnd
          ? start.phraseHash == listStart
          : start.isKeyed && text.utf8.count > start.text.utf8.count && text.hasSuffix(start.text)
      }), !lines[start..<end].contains(where: isParagraph)
    else { continue }
    let offersToSkip =
      start > 0 && lines[start - 1].words <= 12
      && lines[start - 1].text.utf8.span.holds(lines[start].text.utf8.span)
    for index in (offersToSkip ? start - 1 : start)...end { reasons[index] = .related }
  }
}

/// Marks the boxes that a page lets those pass by who do not see it: from "skip past newsletter promotion" to "after newsletter
/// promotion", whatever is between.
private func markBoxes(_ lines: [Line], _ wordings: [Wording?], _ reasons: inout [FurnitureReason?]) {
  for end in lines.indices where lines[end].words <= 6 {
    guard let start = openingOfBox(endingAt: end, lines, wordings) else { continue }
    for index in start...end { reasons[index] = .newsletter }
  }
}

/// The first line of the box that a line closes.
private func openingOfBox(endingAt end: Int, _ lines: [Line], _ wordings: [Wording?]) -> Int? {
  let above = lines[max(0, end - longestList)..<end]
  guard lines[end].firstWord?.is(afterWord) == true else { return nil }
  let name = lines[end].tokens.dropFirst()
  let start = above.lastIndex { line in
    line.tokens.count == name.count + 2 && line.starts(withAny: boxOpenings, ofAtMost: 2)
      && zip(line.tokens.dropFirst(2), name).allSatisfy { $0.hash == $1.hash }
  }
  // The offer to skip it is not always copied.
  return start
    ?? (lines[end].phraseHash == promotionEnd
      ? above.suffix(longestPromotion).indices.first { wordings[$0]?.reason == .newsletter } : nil)
}

private let afterWord = WordHash("after")
private let promotionEnd = WordHash.phrase("after newsletter promotion")
private let longestPromotion = 10
private let boxOpenings = WordSet(phrases: ["skip past"])
private let listStart = WordHash.phrase("list of # items")
private let listEnd = WordHash.phrase("end of list")
private let listEnds = WordSet(phrases: [
  "end of", "نهاية", "پایان", "fin de", "fim de", "fim do", "конец истории", "кінець", "akhir dari",
  "mwisho wa",
])
private let longestList = 24
private let singularLabels = WordSet(phrases: [
  "related article", "related story", "related video", "artículo relacionado", "noticia relacionada",
  "notícia relacionada", "article lié", "articolo correlato",
])
private let mostTitles = 4
private let mostKickers = 3

/// Whether lines are the titles of other stories, with a paragraph of each: three of them at least.
func areTeasers(_ lines: [Line]) -> Bool {
  lines.count >= 6
    && stride(from: 0, to: 6, by: 2).allSatisfy {
      isTitle(lines[$0]) && lines[$0].words >= 4 && isParagraph(lines[$0 + 1])
    }
}

/// Whether a line that starts like a link to one other story is rather a label over the titles below it: "Read more from the Gazette:".
private func announces(_ line: Line, titles: Int) -> Bool {
  guard line.words <= 6, !line.text.utf8.dropLast().contains(UInt8(ascii: ":")) else { return false }
  return line.ends(with: ":") ? titles > 0 : titles > 1
}

/// Whether a line is nothing but who wrote the story above.
private func namesPeople(_ line: Line) -> Bool {
  line.words <= 4
    && listedAuthors(in: line.text[...], isWhole: true)?.allSatisfy { startsWithGivenName($0.name) } == true
}

private func isTitle(_ line: Line) -> Bool {
  (3...24).contains(line.words) && !line.isProse && !line.endsSentence
}

private func isParagraph(_ line: Line) -> Bool { line.isProse && line.words >= 10 && !line.ends(with: "?") }
