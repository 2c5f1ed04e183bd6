/// Where on a page its article stands, and the elements on it that bear the marks of headings, authors and dates.
struct PageOutline {
  /// A part of the page as seen from the article.
  enum Zone {
    /// Around the heading and down to the first paragraph.
    case header
    /// Among the paragraphs.
    case body
    /// Right after the last paragraph.
    case tail
    /// Anywhere else.
    case elsewhere
  }

  let tree: MarkupTree
  let weights: MarkupWeights
  /// The headings that are shown and hold text, in order; on a page without any, what it sets in large letters.
  private(set) var headings: [Int] = []
  /// The elements that set text in large letters.
  private var largeFonts: [Int] = []
  /// The elements that are marked as an author's name or a byline.
  private(set) var bylines: [Int] = []
  /// The elements that are marked as a date.
  private(set) var dates: [Int] = []
  /// The element that holds the text of the article.
  let container: Int?
  /// The first block of running text in the container.
  let firstParagraph: Int?
  /// The nodes of the header; empty where there is neither a heading nor a text.
  private(set) var header: Range<Int> = 0..<0
  /// The heading of the article.
  private(set) var heading: Int?
  /// The lines of the header but for the heading itself.
  private(set) var headerLines: [ShownLine] = []

  /// A paragraph of so few letters may be a byline: "Text by Jo Fenn, illustration by Al Roe".
  private static let longestByline = 80
  /// So many elements of a kind are looked at.
  private static let maximumCount = 400

  init(_ tree: MarkupTree, _ weights: MarkupWeights, container: Int?) {
    self.tree = tree
    self.weights = weights
    self.container = container
    firstParagraph = container.flatMap { container in
      (container..<Int(weights.end[container])).first { weights[$0].ownProse > 0 }
    }
  }

  /// Notes an element that bears a mark.
  mutating func take(_ node: Int) {
    let tag = tree.nodes[node].tag
    let hints = weights.hints[node]
    if tag.isHeading, tag != .h5, tag != .h6, headings.count < Self.maximumCount, !isHidden(node) {
      headings.append(node)
    }
    if tag == .font, headings.isEmpty, largeFonts.count < Self.maximumCount, tree.isLargeFont(node),
      !isHidden(node)
    {
      largeFonts.append(node)
    }
    if tag == .meta || tag == .link { return }
    if hints.contains(.author), bylines.count < Self.maximumCount { bylines.append(node) }
    if hints.contains(.date) || tag == .time, dates.count < Self.maximumCount { dates.append(node) }
  }

  /// Takes what is set in large letters for the page's headings, once all elements are noted, where there are no others.
  mutating func settleHeadings() {
    if headings.isEmpty { headings = largeFonts }
  }

  /// Settles where the header is, once the heading of the article is known.
  mutating func settle(heading: Int?) {
    self.heading = heading
    header = heading.map(headerRange) ?? firstParagraph.map { max(0, $0 - 120)..<$0 } ?? 0..<0
    headerLines = lines(in: header).filter { line in
      guard let heading, weights.isInside(line.node, heading) else { return true }
      return isInSmallPrint(line.node)
    }
  }

  /// Whether a line of the heading is what stands below it in small letters.
  private func isInSmallPrint(_ node: Int) -> Bool {
    var ancestor = Int(tree.nodes[node].parent)
    while let heading, ancestor > heading {
      if tree.nodes[ancestor].tag == .small { return true }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return false
  }

  private func headerRange(of heading: Int) -> Range<Int> {
    // Lines above the heading belong to the header too, as far up as the heading before it or some nodes.
    var top = max(1, heading - 60)
    if let previous = headings.last(where: { $0 < heading }) {
      top = max(top, min(heading, Int(weights.end[previous])))
    }
    var element = heading
    while case let parent = Int(tree.nodes[element].parent), parent > 0,
      Int(weights.end[parent]) - parent <= 160
    {
      element = parent
    }
    top = min(top, element)
    let end = Int(weights.end[heading])
    let bottom = min(textStart(after: end) ?? end + 160, end + 1500)
    return top..<min(tree.nodes.count, max(end, bottom))
  }

  /// The first paragraph after a place, or the second: the first may be a standfirst with the byline below it.
  private func textStart(after place: Int) -> Int? {
    guard let container, let firstParagraph, firstParagraph >= place else { return nil }
    let standfirstEnd = Int(weights.end[firstParagraph])
    let limit = min(Int(weights.end[container]), standfirstEnd + 80)
    return (standfirstEnd..<max(standfirstEnd, limit)).first { weights[$0].ownProse > Self.longestByline }
      ?? firstParagraph
  }

  // MARK: - Places

  func zone(of node: Int) -> Zone {
    if header.contains(node) { return .header }
    guard let container else { return .elsewhere }
    let end = Int(weights.end[container])
    if node >= container, node < end { return .body }
    return node >= end && node < end + 240 ? .tail : .elsewhere
  }

  /// Whether nothing stands between the text of the article and a node.
  func isRightAfterText(_ node: Int) -> Bool {
    guard let container, case let end = Int(weights.end[container]), node >= end else { return false }
    return !hasText(end..<node)
  }

  private func hasText(_ nodes: Range<Int>) -> Bool {
    nodes.contains { tree.nodes[$0].tag == .text && tree.hasText($0) }
  }

  /// Whether a node belongs to something else than the article: a comment, a teaser, a menu.
  ///
  /// What lies around the article's heading or text too is no such thing.
  func isForeign(_ node: Int) -> Bool {
    let isInHeader = header.contains(node)
    var ancestor = node
    while ancestor > 0 {
      if isAround(ancestor) { return false }
      let tag = tree.nodes[ancestor].tag
      if tag == .nav || tag == .article || tag == .figure || tag == .blockquote { return true }
      // In the header a name like "meta-and-comments" is no more than a name.
      if !isInHeader, weights.hints[ancestor].contains(.longFurniture) { return true }
      if tag == .li, ancestor != node, hasHeading(ancestor) { return true }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return false
  }

  /// Whether a node lies in an aside, or in something else that a page has around articles and that leads to another one.
  func isInAside(_ node: Int) -> Bool {
    var ancestor = node
    while ancestor > 0, !isAround(ancestor) {
      if tree.nodes[ancestor].tag == .aside { return true }
      if weights.hints[ancestor].contains(.furniture), leadsElsewhere(ancestor) { return true }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return false
  }

  /// Whether the first nodes of an element have a link of as many words as a headline.
  private func leadsElsewhere(_ element: Int) -> Bool {
    (element..<min(Int(weights.end[element]), element + 40)).contains { node in
      tree.nodes[node].tag == .a && Int(weights.end[node]) - node <= 8
        && text(of: node).map { wordHashes(of: $0).count >= 4 } == true
    }
  }

  /// Whether a node lies in an item of a list of three or more.
  func isInList(_ node: Int) -> Bool {
    let item = sequence(first: node) { $0 > 0 ? Int(tree.nodes[$0].parent) : nil }.prefix(8).first {
      tree.nodes[$0].tag == .li
    }
    guard let item else { return false }
    return tree.children(of: Int(tree.nodes[item].parent)).lazy.filter { tree.nodes[$0].tag == .li }.prefix(3)
      .count == 3
  }

  /// Whether a node lies in something that a page has around articles: a list of shares, a sidebar.
  func isInFurniture(_ node: Int) -> Bool {
    var ancestor = node
    while ancestor > 0, !isAround(ancestor) {
      if weights.hints[ancestor].contains(.furniture) || tree.nodes[ancestor].tag == .aside { return true }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return false
  }

  private func isAround(_ node: Int) -> Bool {
    if let heading, weights.isInside(heading, node) { return true }
    guard let container else { return false }
    // The text's element may have the text in an element of its own, beside the standfirst.
    return weights.isInside(container, node)
      || weights.isInside(node, container) && weights[node].prose > weights[container].prose / 2
  }

  private func hasHeading(_ node: Int) -> Bool {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < headings.count && headings[low] < Int(weights.end[node])
  }

  /// Whether a run of text is all that its block holds, in bold or slanted letters.
  func isSetApart(_ text: Int) -> Bool {
    let block = Int(weights.block[text])
    guard tree.nodes[block].tag == .p || tree.nodes[block].tag == .div, Int(weights.end[block]) - block <= 12
    else {
      return false
    }
    return (block..<text).contains { node in
      switch tree.nodes[node].tag {
      case .strong, .b, .em, .i: !hasText(Int(weights.end[node])..<Int(weights.end[block]))
      default: false
      }
    }
  }

  func isHidden(_ node: Int) -> Bool {
    var ancestor = node
    while ancestor > 0 {
      if weights.hints[ancestor].contains(.hidden) { return true }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return false
  }

  // MARK: - Lines

  /// The texts of the page's headings of the first order; of many the first.
  var topHeadings: [String] {
    headings.lazy.filter { tree.nodes[$0].tag == .h1 }.prefix(8).compactMap { text(of: $0) }
  }

  /// The texts of the lines close over the first running text: those over its block, and, where line breaks part the
  /// paragraphs, those that the block begins with.
  var linesOverText: [String] {
    guard let firstParagraph else { return [] }
    let above = lines(in: max(0, firstParagraph - 120)..<firstParagraph).suffix(24)
    let end = min(Int(weights.end[firstParagraph]), firstParagraph + 40)
    let first = lines(in: firstParagraph..<end, limit: 4).prefix { !$0.line.endsSentence }
    return (above + first).map(\.line.text)
  }

  /// The first three blocks of running text.
  var firstParagraphs: [Int] {
    guard let container, let firstParagraph else { return [] }
    return (firstParagraph..<Int(weights.end[container])).lazy.filter { weights[$0].ownProse > 0 }.prefix(3)
      .map(\.self)
  }

  /// The last block of running text in the container.
  private var lastParagraph: Int? {
    container.flatMap { container in
      (container..<Int(weights.end[container])).last { weights[$0].ownProse > 0 }
    }
  }

  /// Whether paragraphs stand before and after a node, and the first of them is nearer than the last.
  func isAmongFirstParagraphs(_ node: Int) -> Bool {
    guard let firstParagraph, let lastParagraph, firstParagraph < node else { return false }
    return node - firstParagraph < lastParagraph - node
  }

  /// The first lines of the text's element, and those from the last paragraph on.
  var linesAroundBody: [ShownLine] {
    guard let container else { return [] }
    let end = Int(weights.end[container])
    let first = lines(in: container..<min(end, container + 200), limit: 4)
    let paragraph = lastParagraph ?? end
    let last = lines(in: paragraph..<max(paragraph, min(end, paragraph + 200)))
    // Where line breaks part the paragraphs, all of them are one block.
    let isBroken = (paragraph..<min(end, paragraph + 200)).contains { tree.nodes[$0].tag == .br }
    let lastProse = isBroken ? last.lastIndex { $0.line.isProse } ?? 0 : 0
    let tail = lines(in: end..<min(tree.nodes.count, end + 80), limit: 8)
    return first + last[lastProse...].prefix(5) + tail
  }

  /// The first lines below the text's element.
  var linesBelow: [ShownLine] {
    guard let container, case let end = Int(weights.end[container]) else { return [] }
    return lines(in: end..<min(tree.nodes.count, end + 40), limit: 2)
  }

  /// The text of an element without what is there for screen readers alone.
  func text(of node: Int) -> String? { tree.text(of: node, hints: weights.hints) }

  /// A line as the page shows it, and the first node of it.
  struct ShownLine {
    var line: Line
    var node: Int
  }

  /// The first lines of text in a part of the page, each of at most 200 bytes; longer ones are left out.
  func lines(in range: Range<Int>, limit: Int = .max) -> [ShownLine] {
    var lines: [ShownLine] = []
    var text: [UInt8] = []
    var first = range.lowerBound
    var block: Int32 = -1
    func flush() {
      let line = text.count <= 400 ? collapse(text) : ""
      if !line.isEmpty, line.utf8.count <= 200 {
        lines.append(ShownLine(line: Line(ofBlock: line), node: first))
      }
      text.removeAll(keepingCapacity: true)
    }
    var node = range.lowerBound
    while node < range.upperBound, lines.count < limit {
      let tag = tree.nodes[node].tag
      if tag == .text {
        if weights.block[node] != block {
          flush()
          block = weights.block[node]
        }
        if text.isEmpty { first = node }
        if text.count <= 400 { Entities.decode(tree.bytes(of: node), into: &text) }
        if first == node, text.allSatisfy({ $0 <= 0x20 }) { text.removeAll(keepingCapacity: true) }
      } else if tag.isRawText || tag == .select || weights.hints[node].contains(.hidden)
        || weights.hints[node].contains(.unseen)
      {
        node = max(node + 1, Int(weights.end[node]))
        continue
      } else if tag == .br || tag.isBlock {
        flush()
        block = -1
      } else if !text.isEmpty, tag == .span || tag == .a || tag == .time {
        // Neighbours that only the style sheet parts.
        text.append(UInt8(ascii: " "))
      }
      node += 1
    }
    if lines.count < limit { flush() }
    return lines
  }
}

extension MarkupTree {
  /// Whether a font element is as large as headings were before there were style sheets: two sizes above that of text.
  fileprivate func isLargeFont(_ node: Int) -> Bool {
    value(of: "size", at: node).map { ["5", "6", "7", "+2", "+3", "+4"].contains($0) } ?? false
  }
}
