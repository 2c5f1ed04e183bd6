/// A page as a compact tree: nodes in the order of the source, linked by their numbers.
struct MarkupTree: Sendable {
  /// One element or run of text.
  struct Node: Sendable {
    var tag: Tag
    /// What the names of an element say.
    var hints: ElementHints = []
    /// Of an element, the names of its attributes.
    var attributes = AttributeNames()
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// Of text, its bytes in the source; of an element, those of its attributes.
    var start: Int32
    var end: Int32
  }

  /// The page in UTF-8.
  let source: [UInt8]
  /// All nodes; the first is the root, and a parent stands before its children.
  private(set) var nodes: [Node] = []
  /// Whether the page had more nodes or deeper ones than are kept.
  var isCut = false

  /// How many nodes are kept; the text after them is dropped.
  static let maximumCount = 1_000_000
  /// How deep elements are nested; deeper ones become siblings.
  static let maximumDepth = 256

  init(source: [UInt8]) {
    self.source = source
    nodes.reserveCapacity(source.count / 40)
    nodes.append(Node(tag: .root, parent: -1, start: 0, end: 0))
  }

  /// Appends a node below another.
  ///
  /// - Returns: Its number.
  mutating func append(
    _ tag: Tag, to parent: Int32, start: Int, end: Int, attributes: AttributeNames = AttributeNames(),
    hints: ElementHints = []
  ) -> Int32 {
    let number = Int32(nodes.count)
    nodes.append(
      Node(
        tag: tag, hints: hints, attributes: attributes, parent: parent, start: Int32(start), end: Int32(end)))
    let last = nodes[Int(parent)].lastChild
    if last >= 0 { nodes[Int(last)].nextSibling = number } else { nodes[Int(parent)].firstChild = number }
    nodes[Int(parent)].lastChild = number
    return number
  }

  /// The bytes of a run of text or of an element's raw content, entities and all.
  func bytes(of node: Int) -> ArraySlice<UInt8> {
    source[Int(nodes[node].start)..<Int(nodes[node].end)]
  }
}
