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
  private let wordings: [Wording?]
  private let metadata: PageMetadata
  private let headline: String?
  /// The lines in figures, some of which stand below them once more; what a figure quotes is from the text.
  private let captions: Set<UInt64>
  /// The element in which a line said that links to other stories follow.
  private var relatedBox: Int32?
  /// The blocks that are such links.
  private(set) var boxed: Set<Int> = []
  /// The blocks behind the end that may go on with the text all the same.
  private(set) var resumed: Set<Int> = []
  /// Whether a paragraph came before.
  private var hasParagraph = false

  init(_ blocks: [MarkupBlock], _ lines: [Line], metadata: PageMetadata) {
    self.blocks = blocks
    self.lines = lines
    self.metadata = metadata
    headline = metadata.title
    captions = Set(
      blocks.indices.filter {
        blocks[$0].surroundings.contains(.figure) && !blocks[$0].surroundings.contains(.quotation)
          && lines[$0].words > 2
      }.map {
        lines[$0].hash
      })
    wordings = lines.map { $0.words <= 40 ? wording(of: $0) : nil }
  }

  /// The verdict on each block.
  ///
  /// - Parameter start: The first block of the container; what stands before it lies between the heading and the text.
  mutating func verdicts(from start: Int) -> [BlockVerdict] {
    let end = end(from: start)
    let lastProse = lines[..<end].lastIndex { $0.isProse } ?? end
    let standfirst = describedStandfirst(in: start..<end)
    if lastProse < end { resumed = blocks(goingOnFrom: lastProse, behind: end) }
    var verdicts: [BlockVerdict] = []
    for index in blocks.indices {
      let verdict =
        if index < start {
          headerVerdict(index)
        } else if index == standfirst {
          BlockVerdict.standfirst
        } else if index < end {
          verdict(index, isAfterText: index > lastProse)
        } else {
          BlockVerdict.furniture(.tail)
        }
      if verdict == .paragraph { hasParagraph = hasParagraph || lines[index].isProse }
      verdicts.append(verdict)
    }
    return verdicts
  }

  /// The block before the text that the page's head repeats as its description and that is set apart from the text.
  private func describedStandfirst(in range: Range<Int>) -> Int? {
    guard let description = metadata.description.map(wordHashes), !description.isEmpty,
      // Before it may stand lines about the page.
      let first = range.lazy.filter({ lines[$0].words >= 7 && blocks[$0].text != headline }).prefix(3).first(
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
  private func headerVerdict(_ index: Int) -> BlockVerdict {
    let block = blocks[index]
    if block.isPruned { return .furniture(.pageElement) }
    if block.surroundings.contains(.figure) || block.hints.contains(.caption) { return .caption }
    if block.hints.contains(.standfirst), lines[index].words <= 80 { return .standfirst }
    return .furniture(block.hints.contains(.metadata) || isDateLine(lines[index]) ? .date : .preamble)
  }

  private mutating func verdict(_ index: Int, isAfterText: Bool) -> BlockVerdict {
    let block = blocks[index]
    let line = lines[index]
    if block.isPruned { return .furniture(.pageElement) }
    let isCredited =
      !block.surroundings.contains(.list) && line.words <= 40
      && Normalization.caption(in: line)?.credit != nil
    if block.surroundings.contains(.figure) || isCredited || captions.contains(line.hash)
      || (block.hints.contains(.caption) && line.words <= 60)
    {
      return .caption
    }
    if wordings[index]?.reason == .related { relatedBox = block.parent }
    if isLabelledLink(index) {
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
    if namesSources(line) { return .sourceCredit }
    if block.hints.contains(.standfirst), !hasParagraph, line.words <= 80 { return .standfirst }
    if block.tag.isHeading { return hasParagraph ? .subhead : .furniture(.preamble) }
    return .paragraph
  }

  /// Whether a block is a link to another story behind a word that says so: "Read also: Beach huts for a pound".
  private func isLabelledLink(_ index: Int) -> Bool {
    let block = blocks[index]
    guard lines[index].words <= 40, block.linkLetters * 2 > block.letters,
      !block.surroundings.contains(.quotation)
    else { return false }
    if wordings[index]?.reason == .related { return true }
    // Any other label, before what reads like a headline.
    let label = block.text.prefix { !":：|".contains($0) }
    let title = block.text[label.endIndex...].dropFirst()
    return block.linkLetters < block.letters && !lines[index].endsSentence && !title.hasPrefix("//")
      && label.split(separator: " ").count <= 4 && !label.contains(where: \.isNumber)
      && title.split(separator: " ").count >= 4
  }

  private func reason(_ index: Int, isAfterText: Bool) -> FurnitureReason? {
    let block = blocks[index]
    let line = lines[index]
    if block.text == headline || block.tag == .h1 { return .duplicate }
    if let wording = wordings[index] { return wording.reason }
    let isLinked = block.linkLetters * 10 > max(1, block.letters) * 6
    if isLinked && (!line.isProse || block.surroundings.contains(.list)) { return .related }
    if block.tag != .blockquote {
      if block.hints.contains(.metadata), line.words <= 30 { return .date }
      if !hasParagraph, line.words <= 15, markedAuthors(in: line) != nil { return .date }
      if !line.isProse, line.words <= 12, isDateLine(line) { return .date }
    }
    if isCallToReader(line) { return .subscription }
    // A row of underlines parts sections.
    if line.words == 0 { return hasParagraph && block.text.utf8.allSatisfy { $0 == 0x5F } ? nil : .separator }
    if isAfterText && (block.linkLetters * 3 > block.letters || block.text.contains("@")) { return .tail }
    return nil
  }

  private func isDateLine(_ line: Line) -> Bool { metadata.isDateLine(line) }
}

extension PageMetadata {
  /// Whether a line has a date and little besides.
  func isDateLine(_ line: Line) -> Bool {
    let words = dates(in: line.tokens).reduce(0) { $0 + $1.words }
    return words > 0 && line.words - words <= 6
  }
}
