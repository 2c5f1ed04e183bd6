/// The blocks of the part of a page that holds the article, and what each of them is.
struct ReadBlocks {
  let blocks: [MarkupBlock]
  /// Their texts as lines.
  let lines: [Line]
  let features: BlockFeatures
  private(set) var verdicts: [BlockVerdict]
  /// What the rules alone say.
  private(set) var ruled: [BlockVerdict]
  /// The blocks of which the rules are sure.
  private let boxed: Set<Int>
  private let resumed: Set<Int>
  private let entries: Set<Int>
  /// Whether the page's head describes the article.
  let isDescribed: Bool
  let headline: String?

  /// Reads the blocks around a container.
  init(_ tree: MarkupTree, _ weights: MarkupWeights, container: Int, metadata: PageMetadata) {
    blocks = tree.blocks(in: tree.region(around: container, heading: metadata.heading, weights), weights)
    lines = blocks.map { Line(ofBlock: $0.text) }
    var rules = BlockRules(blocks, lines, metadata: metadata)
    let start = blocks.firstIndex { weights.isInside(Int($0.node), container) } ?? blocks.count
    ruled = rules.verdicts(from: start)
    boxed = rules.boxed.union(rules.facts)
    resumed = rules.resumed
    entries = rules.entries
    isDescribed = metadata.description != nil
    headline = metadata.title
    verdicts = ruled
    features = BlockFeatures(
      blocks, lines, rules.wordings, verdicts: verdicts, metadata: metadata, container: container, tree,
      weights)
  }

  /// Settles the verdicts by what the model of blocks has learnt.
  ///
  /// The rules stand where the model would leave little of what they take for text.
  mutating func settle(by model: BlockModel) {
    let scores = jointScores(by: model)
    let first = blocks.indices.first { scores[$0] > 0 && lines[$0].isProse } ?? blocks.count
    var settled = verdicts
    for index in blocks.indices where verdicts[index] != .sourceCredit && !boxed.contains(index) {
      let isText = verdicts[index] == .paragraph || verdicts[index] == .subhead
      // A row of underlines has no words to judge by.
      if lines[index].words == 0 { continue }
      if scores[index] > resistance(of: index) {
        settled[index] = blocks[index].tag.isHeading ? .subhead : .paragraph
      } else if isText, index < first, lines[index].isProse, lines[index].words <= 80 {
        settled[index] = .standfirst
      } else if isText, scores[index] < -(isBesidePicture(index) ? 2 * BlockModel.unit : 0) {
        settled[index] = isSubhead(index, scores) ? .subhead : .furniture(.unlikeBody)
      }
    }
    settleEntries(&settled)
    settlePosts(&settled)
    settleNeighbours(of: first, &settled)
    func words(_ verdicts: [BlockVerdict]) -> Int {
      blocks.indices.reduce(0) {
        $0 + (verdicts[$1] == .paragraph && lines[$1].isProse ? lines[$1].words : 0)
      }
    }
    if words(settled) * 3 >= words(verdicts) { verdicts = settled }
  }

  /// Makes text of what is left of lists and tables within the text of which half is text.
  private func settleEntries(_ settled: inout [BlockVerdict]) {
    let groups = Dictionary(grouping: entries, by: { blocks[$0].group })
    for group in groups.values where group.count(where: { settled[$0] == .paragraph }) * 2 >= group.count {
      for index in group where verdicts[index] == .paragraph { settled[index] = .paragraph }
    }
  }

  /// Keeps whose an embedded post is with what it says: "— Jo Fenn (@jofenn) 3 May 2024".
  private func settlePosts(_ settled: inout [BlockVerdict]) {
    for index in blocks.indices.dropFirst()
    where settled[index - 1] == .paragraph && blocks[index].group == blocks[index - 1].group
      && blocks[index].surroundings.contains(.quotation) && lines[index].namesPoster
    {
      settled[index] = .paragraph
    }
  }

  /// The score that makes text of a block.
  private func resistance(of index: Int) -> Int {
    guard resumed.contains(index) else { return verdicts[index].resistance }
    // A question among what goes on with the text is asked in it.
    return lines[index].ends(with: "?") ? -BlockModel.unit : 0
  }

  /// Whether a block is a paragraph like most others but that it stands beside a picture, as few captions are.
  private func isBesidePicture(_ index: Int) -> Bool {
    lines[index].isProse && blocks[index].tag == .p && blocks[index].linkLetters == 0
      && features[.isMainClass, of: index] == 1 && features[.isAloneWithMedia, of: index] > 0
      && features[.sentences, of: index] > 1 && features[.addressesReader, of: index] == 0
      && features[.proseBlocksAfter, of: index] > 0
  }

  /// Whether a caption is of the same picture as the one before it.
  func goesOnWithCaption(_ index: Int) -> Bool {
    guard index > 0, verdicts[index - 1] == .caption, blocks[index].mediaBefore == 0 else { return false }
    let (block, before) = (blocks[index], blocks[index - 1])
    return block.figure.map { $0 == before.figure } ?? (block.parent == before.parent && before.figure == nil)
  }

  /// The paragraphs that stand in the body for the second time, and the pull quotes.
  ///
  /// What comes more often is said on purpose, as a question that is put to many.
  func repetitions() -> Set<Int> {
    var places: [UInt64: (last: Int, count: Int)] = [:]
    for index in blocks.indices
    where verdicts[index] == .paragraph && lines[index].isProse && lines[index].characters > 80 {
      places[lines[index].hash] = (index, (places[lines[index].hash]?.count ?? 0) + 1)
    }
    return pullQuotes.union(places.values.filter { $0.count == 2 }.map(\.last))
  }

  /// The blocks that are set apart from the text and say what a paragraph of it says among other things.
  private var pullQuotes: Set<Int> {
    let candidates = blocks.indices.lazy.filter { isSetApart($0) && features[.knownPhrases, of: $0] == 100 }
    // Where there are many, the page repeats itself, and is no story with quotes pulled out of it.
    let first = Array(candidates.prefix(Self.mostPullQuotes + 1))
    guard (1...Self.mostPullQuotes).contains(first.count) else { return [] }
    let quotes = first.filter(isSaidAgain)
    return Set(quotes).union(quotes.map { $0 + 1 }.filter(isSpeaker))
  }

  /// Whether a block says, below a quotation and in one element with it, who said so.
  private func isSpeaker(_ index: Int) -> Bool {
    blocks.indices.contains(index) && verdicts[index] == .paragraph && blocks[index].tag == .blockquote
      && blocks[index].group == blocks[index - 1].group && lines[index].words <= 8
      && !lines[index].endsSentence
  }

  private static let mostPullQuotes = 4

  private func isSetApart(_ index: Int) -> Bool {
    // A short line in an element for paragraphs may be a subhead.
    verdicts[index] == .paragraph && ((blocks[index].tag == .p ? 7 : 4)...60).contains(lines[index].words)
      && features[.isMainStyle, of: index] == 0 && features[.groupBlocks, of: index] <= 2
      && blocks[index].surroundings.isDisjoint(with: [.list, .table])
  }

  private func isSaidAgain(_ index: Int) -> Bool {
    let isMark = { (character: Character) in !character.isLetter && !character.isNumber }
    var text = blocks[index].text.drop(while: isMark)
    while text.last.map(isMark) == true { text.removeLast() }
    // It may begin with a capital that it has not in the sentence.
    let quote = Array(text.dropFirst().utf8)
    return blocks.indices.contains {
      verdicts[$0] == .paragraph
        && (features[.isMainStyle, of: $0] == 1 || features[.isMainClass, of: $0] == 1)
        && blocks[$0].text.utf8.span.holds(quote.span)
    }
  }

  /// The scores of the blocks; those of one list, table or quotation are drawn to their mean, since they stand or fall
  /// together.
  private func jointScores(by model: BlockModel) -> [Int] {
    var scores = model.scores(features.values.span, width: BlockFeatures.width)
    var groups: [Int32: (sum: Int, count: Int)] = [:]
    for (index, block) in blocks.enumerated() where block.group > 0 {
      groups[block.group, default: (0, 0)].sum += scores[index]
      groups[block.group, default: (0, 0)].count += 1
    }
    for (index, block) in blocks.enumerated() {
      guard let group = groups[block.group] else { continue }
      scores[index] = (scores[index] + group.sum / group.count) / 2
    }
    return scores
  }
}

extension BlockVerdict {
  /// The score that turns a verdict to text: what a line says of itself weighs more than where it stands.
  fileprivate var resistance: Int {
    switch self {
    case .paragraph, .subhead, .furniture(.related), .furniture(.pageElement): 0
    case .furniture(.tail): BlockModel.unit
    default: 2 * BlockModel.unit
    }
  }
}
