/// What blocks are by what they stand beside, where neither their names nor the model of blocks tell.
extension ReadBlocks {
  /// Settles the standfirst and the captions among what is no text.
  ///
  /// - Parameter first: The first paragraph of the text.
  func settleNeighbours(of first: Int, _ settled: inout [BlockVerdict]) {
    let header = settled[..<min(first, blocks.count)]
    var hasStandfirst = header.contains(.standfirst) || first == blocks.count
    var headline: Int?
    // The headings from each block down to the first paragraph.
    var headings = header.indices.count { blocks[$0].tag.isHeading }
    for index in blocks.indices {
      if settled[index] == .furniture(.preamble) && isUnnamedStandfirst(index)
        || !hasStandfirst && index <= first
          && isSet(index, below: headline, isOnlyHeading: headings == 1, before: first, settled)
      {
        settled[index] = .standfirst
        hasStandfirst = true
      } else if settled[index] == .furniture(.preamble) || settled[index] == .furniture(.unlikeBody),
        isUnnamedCaption(index)
      {
        settled[index] = .caption
      }
      if index < first, blocks[index].tag.isHeading { headings -= 1 }
      if blocks[index].tag == .h1 || blocks[index].text == self.headline { headline = index }
    }
  }

  // MARK: - Standfirsts

  /// Whether a block between the heading and the text reads like a standfirst: a word about neither its author nor its reader, nor
  /// the headline once more. Where the page describes itself in other words, it speaks of what the text speaks of.
  private func isUnnamedStandfirst(_ index: Int) -> Bool {
    let block = blocks[index]
    guard verdicts[index] == .furniture(.preamble), !block.isPruned, block.linkLetters == 0,
      lines[index].isProse, (6...80).contains(lines[index].words), wording(of: lines[index]) == nil,
      features[.headlineShare, of: index] < 60, features[.namesAuthor, of: index] == 0,
      features[.addressesReader, of: index] == 0, features[.isAloneWithMedia, of: index] == 0
    else { return false }
    return !isDescribed || (30...100).contains(features[.knownWords, of: index])
      || features[.descriptionShare, of: index] > 1
  }

  /// Whether a line is a standfirst by its place: right below the headline, or in a heading of its own between that and the text,
  /// and too long for a label.
  private func isSet(
    _ index: Int, below headline: Int?, isOnlyHeading: Bool, before first: Int, _ settled: [BlockVerdict]
  ) -> Bool {
    let block = blocks[index]
    guard let headline, headline == index - 1 || index == first || block.tag.isHeading && isOnlyHeading,
      (6...60).contains(lines[index].words), lines[index].characters >= 20, block.linkLetters == 0,
      block.group == 0, !isLabelled(lines[index]),
      features[.headlineShare, of: index] < 60, features[.addressesReader, of: index] == 0,
      features[.isAloneWithMedia, of: index] == 0, isAboutNoAuthor(index), wording(of: lines[index]) == nil
    else { return false }
    switch settled[index] {
    case .furniture(.preamble), .furniture(.unlikeBody): return true
    case .furniture(.pageElement): return block.parent == blocks[headline].parent
    case .paragraph: return index == first && isPartedFromText(index, headline, settled)
    default: return false
    }
  }

  /// Whether a line beside the headline is parted from the text, which is in another element: it looks otherwise, or who wrote the
  /// text and when stands between.
  private func isPartedFromText(_ index: Int, _ headline: Int, _ settled: [BlockVerdict]) -> Bool {
    guard blocks[index].parent == blocks[headline].parent, index - headline <= 4,
      blocks[(headline + 1)..<index].allSatisfy({ !$0.tag.isHeading }),
      let text = blocks.indices.first(where: { $0 > index && lines[$0].isProse && settled[$0] == .paragraph })
    else { return false }
    return blocks[text].parent != blocks[index].parent
      && (blocks[text].ownStyle != blocks[index].ownStyle
        || (index + 1..<text).contains { !isAboutNoAuthor($0) })
  }

  /// Whether a line says when something was published or changed, by a day that may lack its year.
  private func isLabelled(_ line: Line) -> Bool {
    line.firstWord.map { $0.isAny(of: DateReader.publishedWords) || $0.isAny(of: DateReader.modifiedWords) }
      == true
  }

  /// Whether a block is about neither who wrote the text nor when.
  private func isAboutNoAuthor(_ index: Int) -> Bool {
    features[.isSigned, of: index] == 0 && features[.isDateLine, of: index] != 2
      && features[.namesAuthor, of: index] == 0
  }

  // MARK: - Captions

  /// Whether a block stands below a picture, with nothing else in an element around both.
  private func isUnnamedCaption(_ index: Int) -> Bool {
    let block = blocks[index]
    return block.mediaBefore > 0 && features[.isAloneWithMedia, of: index] > 0 && !block.isPruned
      && block.linkLetters * 3 <= block.letters && block.group == 0 && !block.tag.isHeading
      && !block.hints.contains(.metadata) && (lines[index].words >= 4 || features[.isCredited, of: index] > 0)
      && lines[index].words <= 60
      && features[.addressesReader, of: index] == 0 && features[.proseBlocksAfter, of: index] > 0
      && features[.isSigned, of: index] == 0 && features[.isDateLine, of: index] != 2
      && features[.namesAuthor, of: index] < 2 && wording(of: lines[index]) == nil
  }

  // MARK: - Subheads

  /// Whether a short line parts two paragraphs that look alike, in the same element as they.
  func isSubhead(_ index: Int, _ scores: [Int]) -> Bool {
    let (block, line) = (blocks[index], lines[index])
    guard index > 0, index + 1 < blocks.count,
      case let (above, below) = (blocks[index - 1], blocks[index + 1]),
      above.parent == block.parent, below.parent == block.parent, above.ownStyle == below.ownStyle,
      lines[index - 1].isProse, lines[index + 1].isProse, scores[index - 1] > 0, scores[index + 1] > 0
    else { return false }
    return (2...12).contains(line.words) && !line.endsSentence && block.linkLetters == 0
      && block.mediaBefore == 0
      && block.group == 0 && features[.endsWithColon, of: index] == 0 && features[.isCredited, of: index] == 0
      && features[.addressesReader, of: index] <= 25 && features[.isCallToReader, of: index] == 0
      && features[.isRepeated, of: index] == 0 && line.firstWord.map { !isFurnitureWord($0) } == true
      && isAboutNoAuthor(index)
  }
}
