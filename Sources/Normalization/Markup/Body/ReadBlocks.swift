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

  /// Reads the blocks around a container.
  init(_ tree: MarkupTree, _ weights: MarkupWeights, container: Int, metadata: PageMetadata) {
    blocks = tree.blocks(in: tree.region(around: container, weights), weights)
    lines = blocks.map { Line(ofBlock: $0.text) }
    var rules = BlockRules(blocks, lines, metadata: metadata)
    let start = blocks.firstIndex { weights.isInside(Int($0.node), container) } ?? blocks.count
    ruled = rules.verdicts(from: start)
    boxed = rules.boxed
    verdicts = ruled
    features = BlockFeatures(
      blocks, lines, verdicts: verdicts, metadata: metadata, container: container, tree, weights)
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
      if scores[index] > verdicts[index].resistance {
        settled[index] = blocks[index].tag.isHeading ? .subhead : .paragraph
      } else if isText, index < first, lines[index].isProse, lines[index].words <= 80 {
        settled[index] = .standfirst
      } else if isText {
        settled[index] = .furniture(.unlikeBody)
      }
    }
    func words(_ verdicts: [BlockVerdict]) -> Int {
      blocks.indices.reduce(0) {
        $0 + (verdicts[$1] == .paragraph && lines[$1].isProse ? lines[$1].words : 0)
      }
    }
    if words(settled) * 3 >= words(verdicts) { verdicts = settled }
  }

  /// The paragraphs that stand in the body for the second time.
  ///
  /// What comes more often is said on purpose, as a question that is put to many.
  func repetitions() -> Set<Int> {
    var places: [UInt64: (last: Int, count: Int)] = [:]
    for index in blocks.indices
    where verdicts[index] == .paragraph && lines[index].isProse && lines[index].characters > 80 {
      places[lines[index].hash] = (index, (places[lines[index].hash]?.count ?? 0) + 1)
    }
    return Set(places.values.filter { $0.count == 2 }.map(\.last))
  }

  /// The scores of the blocks; those of one list, table or quotation are drawn to their mean, since they stand or fall
  /// together.
  private func jointScores(by model: BlockModel) -> [Int] {
    let values = features.values.span
    var scores = blocks.indices.map { model.score(values, row: $0 * BlockFeatures.width) }
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
