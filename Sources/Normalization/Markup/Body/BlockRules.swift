/// What a block of a page is.
enum BlockVerdict: Equatable {
  case paragraph
  /// A heading within the text.
  case subhead
  case standfirst
  case caption
  case sourceCredit
  case furniture(FurnitureReason)
}

/// What the rules say of the blocks of a page, without learnt weights: by wording, names, links and order.
struct BlockRules {
  private let blocks: [MarkupBlock]
  private let lines: [Line]
  /// What the lines' words say of them, where they have 40 at most.
  let wordings: [Wording?]
  private let metadata: PageMetadata
  private let headline: String?
  private let headlineWords: [UInt64]
  /// The words by which the page's head describes the article.
  private let description: [UInt64]
  /// The lines in figures, some of which stand below them once more; what a figure quotes is from the text.
  private let captions: Set<UInt64>
  /// The element in which a line said that links to other stories follow.
  private var relatedBox: Int32?
  /// The blocks that are such links, or lead elsewhere below the text.
  private(set) var boxed: Set<Int> = []
  /// The blocks behind the end that may go on with the text all the same.
  private(set) var resumed: Set<Int> = []
  /// Whether a paragraph came before.
  private var hasParagraph = false
  /// How many headings there are of each style.
  private var headingStyles: [UInt32: Int] = [:]
  /// The blocks of boxes of facts.
  private(set) var facts: Set<Int> = []
  /// Whether the elements that were taken out hold facts.
  private var factBoxes: [Int32: Bool] = [:]
  /// The figures that lead elsewhere.
  private var promotions: Set<Int32> = []
  /// The lists and tables, by their elements.
  private var groups: [Int32: Group] = [:]
  /// The blocks of lists and tables that begin within the text and have no links: they stand or fall together, and none is a date
  /// or a label for itself.
  private(set) var entries: Set<Int> = []

  /// A list or a table.
  private struct Group {
    var blocks = 0
    /// The blocks with a number.
    var numbered = 0
    /// Whether a block of it is in a link.
    var hasLinks = false
    /// Whether a paragraph stands before it; `nil` before it is reached.
    var isWithinText: Bool?
  }

  init(_ blocks: [MarkupBlock], _ lines: [Line], metadata: PageMetadata) {
    self.blocks = blocks
    self.lines = lines
    self.metadata = metadata
    headline = metadata.title
    headlineWords = metadata.title.map(wordHashes) ?? []
    description = metadata.description.map(wordHashes) ?? []
    captions = Set(
      blocks.indices.filter {
        Self.isInFigure(blocks[$0]) && !blocks[$0].surroundings.contains(.quotation)
          && lines[$0].words > 2
      }.map {
        lines[$0].hash
      })
    wordings = lines.map { $0.words <= 40 ? wording(of: $0) : nil }
    for block in blocks where block.tag.isHeading { headingStyles[block.style, default: 0] += 1 }
    for (block, line) in zip(blocks, lines) where block.group > 0 && block.tag != .blockquote {
      groups[block.group, default: Group()].blocks += 1
      if line.hasNumber { groups[block.group]?.numbered += 1 }
      if block.linkLetters > 0 { groups[block.group]?.hasLinks = true }
    }
  }

  /// The verdict on each block.
  ///
  /// - Parameter start: The first block of the container; what stands before it lies between the heading and the text.
  mutating func verdicts(from start: Int) -> [BlockVerdict] {
    let end = end(from: start)
    let lastProse = lines[..<end].lastIndex { $0.isProse && !$0.leadsElsewhere && !isCallToReader($0) } ?? end
    let standfirst = describedStandfirst(in: start..<end)
    if lastProse < end { resumed = blocks(goingOnFrom: lastProse, behind: end) }
    var verdicts: [BlockVerdict] = []
    for index in blocks.indices {
      let leadsElsewhere = index > lastProse && lines[index].leadsElsewhere
      let verdict =
        if blocks[index].isNote {
          BlockVerdict.furniture(.note)
        } else if index < start {
          headerVerdict(index)
        } else if index == standfirst {
          BlockVerdict.standfirst
        } else if index < end, !leadsElsewhere {
          verdict(index, isAfterText: index > lastProse)
        } else {
          BlockVerdict.furniture(.tail)
        }
      if leadsElsewhere || blocks[index].isNote { boxed.insert(index) }
      if verdict == .paragraph { hasParagraph = hasParagraph || lines[index].isProse }
      verdicts.append(verdict)
    }
    return verdicts
  }

  /// The block before the text that the page's head repeats as its description and that is set apart from the text.
  private func describedStandfirst(in range: Range<Int>) -> Int? {
    guard !description.isEmpty,
      // Before it may stand lines about the page.
      let first = range.lazy.filter({
        lines[$0].words >= 7 && blocks[$0].text != headline && !blocks[$0].surroundings.contains(.figcaption)
      }).prefix(3).first(
        where: {
          let words = wordHashes(of: blocks[$0].text)
          return !words.isEmpty && (description.starts(with: words) || words.starts(with: description))
        }),
      case let words = wordHashes(of: blocks[first].text),
      let next = range.first(where: { $0 > first && lines[$0].isProse })
    else { return nil }
    // A description that goes on behind the block, or breaks off in it, was made of the text's own beginning.
    let isSibling = blocks[first].tag == blocks[next].tag && blocks[first].parent == blocks[next].parent
    if isSibling && (words.count != description.count || opensStructuredBody(blocks[first].text)) {
      return nil
    }
    return blocks[first].style == blocks[next].style ? nil : first
  }

  /// Whether the text that the page's head holds begins so, elements before it left out.
  private func opensStructuredBody(_ text: String) -> Bool {
    guard let body = metadata.articleBody else { return false }
    return collapse(Array(body.utf8.prefix(1 << 10))).contains(text)
  }

  /// Where the article is over: at a line that says so, if little running text comes after it.
  private func end(from start: Int) -> Int {
    var wordsLeft = lines[start...].reduce(0) { $0 + ($1.isProse ? $1.words : 0) }
    let total = wordsLeft
    for index in start..<max(start, lines.count) {
      if lines[index].isProse { wordsLeft -= lines[index].words }
      guard lines[index].words <= 12, let wording = wordings[index], wording.isEnd, total - wordsLeft >= 60
      else {
        continue
      }
      if wordsLeft * 4 <= total || wording.reason == .comment { return index }
    }
    return blocks.count
  }

  /// The blocks behind the line that ends the text which go on with it: that line stands in a box, they stand beside the last
  /// paragraph before it, down to the last one that is set as that is.
  private func blocks(goingOnFrom paragraph: Int, behind end: Int) -> Set<Int> {
    guard end < blocks.count, blocks[end].parent != blocks[paragraph].parent else { return [] }
    let beside = (end..<blocks.count).filter {
      blocks[$0].parent == blocks[paragraph].parent && !blocks[$0].isPruned
    }
    let last = beside.last {
      (lines[$0].isProse || lines[$0].endsSentence) && wordings[$0] == nil
        && blocks[$0].style == blocks[paragraph].style
    }
    return Set(beside.filter { $0 <= last ?? -1 })
  }

  /// What stands between the heading and the text: standfirst, byline, date, the first picture.
  private mutating func headerVerdict(_ index: Int) -> BlockVerdict {
    let block = blocks[index]
    if block.isPruned { return goesOnWithDescription(index) ? .standfirst : .furniture(.pageElement) }
    if let reason = promotion(index) { return .furniture(reason) }
    if Self.isInFigure(block) || block.hints.contains(.caption) && !isByline(index) {
      return .caption
    }
    if block.hints.contains(.standfirst), lines[index].words <= 80 { return .standfirst }
    return .furniture(block.hints.contains(.metadata) || isDateLine(lines[index]) ? .date : .preamble)
  }

  /// Whether a block says what the page's head says of the article, and more: the head has the beginning of the standfirst.
  private func goesOnWithDescription(_ index: Int) -> Bool {
    guard lines[index].isProse, lines[index].words <= 80, blocks[index].linkLetters == 0,
      description.count >= 6
    else { return false }
    let words = wordHashes(of: blocks[index].text)
    return words.count > description.count && words.starts(with: description)
  }

  /// Whether a block stands in a figure, and not in a table, a quotation or a post that is the figure.
  private static func isInFigure(_ block: MarkupBlock) -> Bool {
    guard let figure = block.figure else { return block.surroundings.contains(.figure) }
    return block.surroundings.isDisjoint(with: [.table, .quotation])
      || block.surroundings.contains(.figcaption)
      || block.group <= figure
  }

  /// Whether a line is a byline, and no picture stands before it, though its element calls it a credit.
  private func isByline(_ index: Int) -> Bool {
    let nearest = blocks[max(0, index - 20)...index].last {
      $0.mediaBefore > 0 || !$0.hints.contains(.caption)
    }
    let line = lines[index]
    return nearest?.mediaBefore == 0 && line.words <= 15
      && (markedAuthors(in: line) != nil || listedAuthors(in: line.text[...], isWhole: true) != nil
        || isDateLine(line) && metadata.authors.contains { line.text.contains($0.name) })
  }

  /// Why a block of a figure is no caption: it leads to another story, or is one of the calls to the reader that some pages set as
  /// figures.
  private mutating func promotion(_ index: Int) -> FurnitureReason? {
    let block = blocks[index]
    guard let figure = block.figure, !block.surroundings.contains(.figcaption), Self.isInFigure(block) else {
      return nil
    }
    let reason: FurnitureReason? =
      if promotions.contains(figure) || block.linkLetters * 2 > block.letters {
        .related
      } else if isCallToReader(lines[index]) {
        .newsletter
      } else if let reason = wordings[index]?.reason, [.related, .newsletter, .subscription].contains(reason)
      {
        reason
      } else {
        nil
      }
    if reason != nil { promotions.insert(figure) }
    return reason
  }

  private mutating func verdict(_ index: Int, isAfterText: Bool) -> BlockVerdict {
    let block = blocks[index]
    let line = lines[index]
    if isFact(index) {
      facts.insert(index)
      return block.tag.isHeading || facts.count == 1 && !line.endsSentence ? .subhead : .paragraph
    }
    if block.isPruned { return .furniture(.pageElement) }
    if let reason = promotion(index) { return .furniture(reason) }
    if isEntry(index, isAfterText: isAfterText) { entries.insert(index) }
    // A link to pictures elsewhere is credited to nobody.
    let isCredited =
      !block.surroundings.contains(.list) && line.words <= 40 && block.linkLetters * 10 <= block.letters * 9
      && wordings[index]?.reason != .copyright && Normalization.caption(in: line)?.credit != nil
    if Self.isInFigure(block) || isCredited || captions.contains(line.hash)
      || (block.hints.contains(.caption) && line.words <= 60 && (hasParagraph || !isByline(index)))
    {
      return .caption
    }
    if wordings[index]?.reason == .related { relatedBox = block.parent }
    if let links = links(under: index) { boxed.formUnion(index..<links.upperBound) }
    if boxed.contains(index) || isLabelledLink(index) {
      boxed.insert(index)
      return .furniture(.related)
    }
    if block.parent == relatedBox, block.linkLetters > 0,
      !line.endsSentence || block.linkLetters * 4 > block.letters
    {
      boxed.insert(index)
      return .furniture(.related)
    }
    if let reason = reason(index, isAfterText: isAfterText) { return .furniture(reason) }
    if namesSources(line) || line.namesSender || isAfterText && line.namesSource { return .sourceCredit }
    if block.hints.contains(.standfirst), !hasParagraph, line.words <= 80 { return .standfirst }
    if block.tag.isHeading { return hasParagraph || opensSection(index) ? .subhead : .furniture(.preamble) }
    return .paragraph
  }

  /// Whether a heading before the first paragraph is one of three or more that look alike; right below the headline only what is
  /// too short for a standfirst.
  private func opensSection(_ index: Int) -> Bool {
    index > 0 && headingStyles[blocks[index].style] ?? 0 > 2
      && (blocks[index - 1].text != headline && blocks[index - 1].tag != .h1 || lines[index].words < 6)
  }

  /// The links to other stories that a heading stands over in a box of its own, with nothing else in it.
  private func links(under index: Int) -> Range<Int>? {
    guard blocks[index].tag.isHeading, index > 0, blocks[index - 1].parent != blocks[index].parent else {
      return nil
    }
    let parent = blocks[index].parent
    let isInBox = { (block: MarkupBlock) in block.parent == parent || block.node == parent }
    // A link of a word or two does something to the part below.
    let end =
      blocks.indices[(index + 1)...].first {
        !isInBox(blocks[$0]) || blocks[$0].linkLetters == 0 || blocks[$0].linkLetters < blocks[$0].letters
          || lines[$0].words < 3
      }
      ?? blocks.count
    return end == index + 1 || end < blocks.count && isInBox(blocks[end]) ? nil : index + 1..<end
  }

  /// Whether a block stands in a box of facts within the text: one without links whose heading says so.
  private mutating func isFact(_ index: Int) -> Bool {
    guard blocks[index].isPruned, hasParagraph else { return false }
    let box = blocks[index].furniture
    if let known = factBoxes[box] { return known }
    let inside = blocks.indices[index...].prefix { blocks[$0].furniture == box }
    factBoxes[box] =
      inside.count > 1 && lines[index].words <= 8 && lines[index].firstWord?.isAny(of: factWords) == true
      && inside.allSatisfy { blocks[$0].linkLetters == 0 && (wordings[$0] == nil || $0 == index) }
    return factBoxes[box] == true
  }

  /// Whether a block is one of several in a list or table that begins within the text; behind the text those count only of which
  /// most have numbers, as timelines and results do.
  private mutating func isEntry(_ index: Int, isAfterText: Bool) -> Bool {
    guard let group = groups[blocks[index].group] else { return false }
    let isWithinText = group.isWithinText ?? hasParagraph
    groups[blocks[index].group]?.isWithinText = isWithinText
    return isWithinText && !group.hasLinks && !blocks[index].hints.contains(.metadata)
      && (isAfterText ? group.blocks >= 3 && group.numbered * 2 > group.blocks : group.blocks >= 2)
  }

  /// Whether a block is a link to another story behind a word that says so: "Read also: Beach huts for a pound".
  private func isLabelledLink(_ index: Int) -> Bool {
    let block = blocks[index]
    guard lines[index].words <= 40, block.linkLetters * 2 > block.letters,
      !block.surroundings.contains(.quotation)
    else { return false }
    if wordings[index]?.reason == .related { return true }
    guard block.linkLetters < block.letters, !lines[index].endsSentence else { return false }
    // Any other label, before what reads like a headline.
    let label = block.text.prefix { !":：|".contains($0) }
    let title = block.text[label.endIndex...].dropFirst()
    return !title.hasPrefix("//") && label.split(separator: " ").count <= 4
      && !label.contains(where: \.isNumber)
      && title.split(separator: " ").count >= 4
  }

  private func reason(_ index: Int, isAfterText: Bool) -> FurnitureReason? {
    let block = blocks[index]
    let line = lines[index]
    if block.text == headline || block.tag == .h1 && !isFurtherHeading(index) { return .duplicate }
    let isEntry = entries.contains(index)
    // A row of two numbers is no duration.
    if let wording = wordings[index], !isEntry || wording.reason != .media || !line.hasNumber {
      return wording.reason
    }
    let isLinked = block.linkLetters * 10 > max(1, block.letters) * 6
    if isLinked && (!line.isProse || block.surroundings.contains(.list)) { return .related }
    if line.words <= 12, block.linkLetters > 0, isDateLine(line), block.linkLetters == block.letters {
      return .media
    }
    if block.tag != .blockquote, !isEntry {
      if block.hints.contains(.metadata), line.words <= 30 { return .date }
      if !hasParagraph, line.words <= 15, markedAuthors(in: line) != nil { return .date }
      if isAfterText, metadata.isSignature(line) { return .date }
      if !line.isProse, line.words <= 12, isDateLine(line), !hasParagraph || isAfterText || !saysMore(line) {
        return .date
      }
    }
    if isCallToReader(line) { return .subscription }
    // A row of underlines parts sections.
    if line.words == 0 { return hasParagraph && block.text.utf8.allSatisfy { $0 == 0x5F } ? nil : .separator }
    if isAfterText && (block.linkLetters * 3 > block.letters || block.text.contains("@")) { return .tail }
    return nil
  }

  /// Whether a heading of the first order is that of a part of the text, between whose paragraphs it stands: some editors know no
  /// lower one.
  private func isFurtherHeading(_ index: Int) -> Bool {
    let isBeside = { blocks[$0].parent == blocks[index].parent && lines[$0].isProse }
    guard hasParagraph, blocks[index].linkLetters == 0, lines[index].words <= 15,
      blocks.indices[..<index].suffix(4).contains(where: isBeside),
      blocks.indices[(index + 1)...].prefix(4).contains(where: isBeside)
    else { return false }
    let words = wordHashes(of: blocks[index].text)
    return !headlineWords.starts(with: words) && !headlineWords.ends(with: words)
      && !words.starts(with: headlineWords)
  }

  private func isDateLine(_ line: Line) -> Bool { metadata.isDateLine(line) }

  /// Whether a line says more than when something was published: "Town Hall, Saturday 5 October, 7.30pm".
  private func saysMore(_ line: Line) -> Bool {
    let dates = metadata.dates(in: line.tokens)
    return !dates.contains(where: \.isLabelled) && line.words - dates.reduce(0) { $0 + $1.words } >= 3
  }
}

/// Words that the headings of boxes of facts begin with.
private let factWords = WordSet(
  words: """
    fact facts factbox factfile factsheet background timeline chronology
    fakten zahlen hintergrund steckbrief chronologie zeitleiste infobox repères chronologie
    feiten achtergrond tijdlijn fakta faktabox faktaboks faktaruta bakgrund bakgrunn baggrund tidslinje tidslinja faktat tausta
    datos claves cronología dados cronologia scheda fakty kalendarium souvislosti факты справка досье факти довідка
    """)
