/// The blocks of a page with their features, for the training of the model (`Tests/Quality`).
package struct BlockTable {
  package struct Row {
    package var text: String
    package var features: [UInt8]
    /// The list, table or quotation that the block is a part of; 0 for none.
    package var group: Int
    /// What blocks that look alike share.
    package var style: Int
    /// The tags and names of the elements around the block, the innermost first.
    package var path: String
  }

  package var rows: [Row] = []
  package static let features = BlockFeature.allCases.map { "\($0)" }

  /// The table of a page; empty where it holds no prose.
  package init(of page: [UInt8]) {
    guard let page = try? decoded(page).utf8 else { return }
    let tree = MarkupParser.parse(page)
    let weights = MarkupWeights(tree)
    guard let container = tree.container(weights) else { return }
    let metadata = PageMetadata(tree, weights, container: container, options: NormalizationOptions())
    let read = ReadBlocks(tree, weights, container: container, metadata: metadata)
    for (index, block) in read.blocks.enumerated() {
      var path: [String] = []
      var node = Int(block.node)
      while node > 0, path.count < 6 {
        let name = tree.value(of: "class", at: node) ?? tree.value(of: "id", at: node) ?? ""
        path.append("\(tree.nodes[node].tag)[\(name.prefix(60))]")
        node = Int(tree.nodes[node].parent)
      }
      rows.append(
        Row(
          text: block.text, features: Array(read.features.row(index)), group: Int(block.group),
          style: Int(block.style), path: path.joined(separator: " < ")))
    }
  }
}
