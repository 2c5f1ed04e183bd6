/// How much text, links and running prose each part of a page holds.
struct MarkupWeights: Sendable {
  /// What a node holds.
  struct Weight {
    /// Letters of visible text below it; what names itself furniture counts for itself, not for what it stands in.
    fileprivate(set) var text: Int32 = 0
    /// Those of them in links.
    fileprivate(set) var links: Int32 = 0
    /// Letters in blocks that read like paragraphs.
    fileprivate(set) var prose: Int32 = 0
    /// Letters of the running prose that stand in the block itself, not in a block within it.
    fileprivate(set) var ownProse: Int32 = 0
    /// Letters in quotations, embedded posts among them.
    fileprivate(set) var quoted: Int32 = 0
    /// Pictures and players below it.
    fileprivate(set) var media: Int32 = 0
  }

  private var weights: [Weight] = []
  /// The number after the last node below each node.
  private(set) var end: [Int32]
  /// What the names of each element say.
  let hints: [ElementHints]
  /// Whether a node is no part of any article: it is not shown, or it names itself furniture.
  private(set) var isPruned: [Bool]
  /// Whether a node is not shown, or is no text by its kind.
  private(set) var isAbsent: [Bool]
  /// The nearest block around each node.
  private(set) var block: [Int32]
  /// Whether a node is a link or stands in one.
  private var isInLink: [Bool]

  /// A paragraph has at least so many letters.
  private static let paragraphLength: Int32 = 50

  /// Weighs a page.
  ///
  /// - Parameter wideLetter: For how many letters one of Chinese, Japanese or Korean counts.
  init(_ tree: MarkupTree, wideLetter: Int32 = 1) {
    let count = tree.nodes.count
    end = (0..<Int32(count)).map { $0 + 1 }
    isInLink = [Bool](repeating: false, count: count)
    hints = tree.nodes.map(\.hints)
    isPruned = [Bool](repeating: false, count: count)
    isAbsent = isPruned
    block = [Int32](repeating: 0, count: count)
    readElements(of: tree)
    isAbsent = isPruned
    let letters = tree.nodes.map { node in
      node.tag == .text && !isPruned[Int(node.parent)]
        ? Self.letters(in: tree.source.span, node, wideLetter) : 0
    }
    weigh(tree, letters)
    hide(tree)
    let (shown, prose) = (isPruned, self[0].prose)
    prune(tree, named: [.furniture, .longFurniture])
    weigh(tree, letters)
    guard self[0].prose < 300, self[0].prose * 4 < prose else { return }
    // Next to nothing is left: some pages give their text such names as "widget", "toc" or "tag-city".
    let (pruned, left) = (isPruned, self[0].prose)
    isPruned = shown
    weigh(tree, letters)
    prune(tree, named: .longFurniture)
    weigh(tree, letters)
    if self[0].prose <= max(300, left * 8) {
      isPruned = pruned
      weigh(tree, letters)
    }
  }

  /// What a node holds.
  subscript(_ node: Int) -> Weight { weights[node] }

  /// Whether a pruned element is one for its name rather than for its kind.
  func isNamedFurniture(_ node: Int) -> Bool {
    !hints[node].isDisjoint(with: [.furniture, .longFurniture])
  }

  /// Whether a node lies below another, or is it.
  func isInside(_ node: Int, _ other: Int) -> Bool { node >= other && node < Int(end[other]) }

  private mutating func readElements(of tree: MarkupTree) {
    let hasText = Self.elementsWithText(tree)
    for node in 1..<max(1, tree.nodes.count) {
      let element = tree.nodes[node]
      let parent = Int(element.parent)
      let isBlock =
        element.tag.isBlock || hints[node].contains(.block) || isCaption(node, tree)
        || Self.isOfOwnKind(node, tree) && tree.nodes[parent].tag != .p && block[parent] == Int32(parent)
          && !hasText[parent]
      block[node] = isBlock ? Int32(node) : block[parent]
      isInLink[node] = isInLink[parent] || element.tag == .a
      if element.tag == .text { continue }
      isPruned[node] = isPruned[parent] || Self.isNoText(element.tag)
    }
    for node in (1..<max(1, tree.nodes.count)).reversed() {
      let parent = Int(tree.nodes[node].parent)
      if end[node] > end[parent] { end[parent] = end[node] }
    }
  }

  /// Whether text stands in each element itself, beside its children; told only where the page has elements of its own kind.
  ///
  /// Those are words in a line where text stands beside them, and blocks elsewhere.
  private static func elementsWithText(_ tree: MarkupTree) -> [Bool] {
    var hasText = [Bool](repeating: false, count: tree.nodes.count)
    guard tree.nodes.indices.contains(where: { isOfOwnKind($0, tree) }) else { return hasText }
    for node in tree.nodes where node.tag == .text {
      let parent = Int(node.parent)
      if !hasText[parent], tree.source[Int(node.start)..<Int(node.end)].contains(where: { $0 > 0x20 }) {
        hasText[parent] = true
      }
    }
    return hasText
  }

  /// Whether an element is of a kind that the page itself defines: there is a hyphen in its name.
  private static func isOfOwnKind(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard tree.nodes[node].tag == .other else { return false }
    let name = tree.source[..<Int(tree.nodes[node].start)].suffix(40).reversed().prefix {
      $0 != UInt8(ascii: "<")
    }
    return name.contains(UInt8(ascii: "-"))
  }

  /// Whether an inline element names itself a caption and follows a picture: it stands below that, not before the words that
  /// come next.
  private func isCaption(_ node: Int, _ tree: MarkupTree) -> Bool {
    let parent = Int(tree.nodes[node].parent)
    guard hints[node].contains(.caption), !tree.nodes[node].tag.isBlock,
      tree.nodes[parent].tag != .figcaption,
      !hints[parent].contains(.caption)
    else { return false }
    // White space may stand between, and a wrapper around the picture.
    return (max(0, node - 3)..<node).contains { tree.nodes[$0].tag == .img }
  }

  /// Takes away what is hidden, unless a script will show it: then most of the page's prose is in it.
  private mutating func hide(_ tree: MarkupTree) {
    let total = self[0].prose
    for node in 1..<max(1, tree.nodes.count) where !isAbsent[node] {
      let isMarked =
        hints[node].contains(.hidden) || hints[node].contains(.unseen) && tree.nodes[node].tag != .h1
      let isHidden =
        isAbsent[Int(tree.nodes[node].parent)]
        || isMarked && (self[node].prose * 3 < total * 2 || hints[node].contains(.longFurniture))
      guard isHidden else { continue }
      isAbsent[node] = true
      isPruned[node] = true
    }
  }

  private static func isNoText(_ tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .template, .iframe, .object, .embed, .svg, .math, .canvas, .audio, .video, .nav,
      .footer,
      .button, .select, .input, .textarea, .label, .head, .dialog, .map, .noscript, .rt, .rp:
      true
    default: false
    }
  }

  private mutating func weigh(_ tree: MarkupTree, _ lettersOfText: [Int32]) {
    (weights, isPruned) = weighed(tree, lettersOfText)
  }

  /// What each node holds, and whether it is pruned, as all nodes below a pruned one are.
  private func weighed(_ tree: MarkupTree, _ lettersOfText: [Int32]) -> ([Weight], isPruned: [Bool]) {
    let count = tree.nodes.count
    var weights = [Weight](repeating: Weight(), count: count)
    // Arrays' spans are not asked at each access whether somebody else has the array too.
    var weight = weights.mutableSpan
    // The text that stands in each block itself.
    var own = [(text: Int32, links: Int32)](repeating: (0, 0), count: count)
    var inBlock = own.mutableSpan
    var pruned = self.isPruned
    var isPruned = pruned.mutableSpan
    let nodes = tree.nodes.span
    let (blocks, isInLink, isAbsent) = (block.span, isInLink.span, isAbsent.span)
    let lettersOfText = lettersOfText.span
    for node in 1..<max(1, count) {
      if isPruned[Int(nodes[node].parent)] { isPruned[node] = true }
      switch nodes[node].tag {
      case .img, .amp_img, .picture, .video, .iframe, .audio, .svg: weight[node].media = 1
      case .text where !isAbsent[node]:
        let letters = lettersOfText[node]
        let links = isInLink[node] ? letters : 0
        weight[node].text = letters
        weight[node].links = links
        let block = Int(blocks[node])
        if isPruned[node] && !isPruned[block] { continue }
        inBlock[block].text &+= letters
        inBlock[block].links &+= links
      default: break
      }
    }
    for node in 0..<count
    where inBlock[node].text >= Self.paragraphLength && inBlock[node].links * 2 < inBlock[node].text {
      weight[node].ownProse = inBlock[node].text
      weight[node].prose = inBlock[node].text
    }
    for node in (1..<max(1, count)).reversed() {
      let parent = Int(nodes[node].parent)
      let below = weight[node]
      var around = weight[parent]
      around.media &+= below.media
      if !isPruned[node] || isPruned[parent] {
        around.text &+= below.text
        around.links &+= below.links
        around.prose &+= below.prose
        around.quoted &+= nodes[node].tag == .blockquote ? below.text : below.quoted
      }
      weight[parent] = around
    }
    return (weights, pruned)
  }

  /// Takes away what names itself furniture, unless most of the page's prose is in it.
  ///
  /// - Parameter names: The names that count.
  private mutating func prune(_ tree: MarkupTree, named names: ElementHints) {
    let total = max(1, self[0].prose)
    var headings = tree.nodes.indices.filter { tree.nodes[$0].tag == .h1 && !isPruned[$0] }[...]
    let hasHeading = !headings.isEmpty
    /// Up to there reaches the last word with a window.
    var windowed = 0
    for node in 1..<max(1, tree.nodes.count) where !isPruned[node] {
      // An embedded post is a quotation, whatever its class says of the network that it comes from.
      if tree.nodes[node].tag == .blockquote || self[node].quoted * 2 > self[node].text { continue }
      let share = Double(self[node].prose) / Double(total)
      let tag = tree.nodes[node].tag
      // The class of a table's row tells of its content.
      if tag == .tr || tag == .td || tag == .th || tag == .tbody { continue }
      // So does that of a word in the middle of a paragraph, and of a word that brings a window of its own.
      if !tag.isBlock, self[node].text * 3 < self[Int(block[node])].text { continue }
      if node >= windowed, bringsWindow(node, tree) {
        windowed = Int(end[node])
        continue
      }
      headings = headings.drop { $0 < node }
      let isHeaded = headings.first.map { isInside($0, node) } ?? false
      // The classes of an article with its heading tell what it is about: "category-legal". Beside the heading comments may be
      // longer than the article.
      let limit = isHeaded && tag == .article ? 0.25 : isHeaded || !hasHeading ? 0.8 : 0.95
      let named = hints[node].intersection(names)
      if named.contains(.longFurniture) && share < limit
        || named.contains(.furniture) && share < 0.25
        || tag == .aside && share < 0.3
        || tag == .form && (share < 0.6 || self[node].prose < 400)
        || tag == .header && share < 0.1 && self[node].prose < 300 && !headsSection(node, tree)
      {
        isPruned[node] = true
      }
    }
  }

  /// Whether a header is that of a part of the text: a heading that leads nowhere, before paragraphs in the same element.
  private func headsSection(_ header: Int, _ tree: MarkupTree) -> Bool {
    let parent = Int(tree.nodes[header].parent)
    guard self[parent].prose > self[header].prose, tree.nodes[parent].tag != .body else { return false }
    let headings = (header..<Int(end[header])).filter { tree.nodes[$0].tag.isHeading }
    return headings.count == 1 && tree.nodes[headings[0]].tag != .h1 && self[headings[0]].links == 0
  }

  /// Whether an inline element in running text is long only by what names itself furniture below it, which is judged by
  /// itself: a name, and the window that opens over it.
  private func bringsWindow(_ node: Int, _ tree: MarkupTree) -> Bool {
    let (around, own) = (self[Int(block[node])], self[node])
    guard !tree.nodes[node].tag.isBlock, isNamedFurniture(node), tree.nodes[Int(block[node])].tag == .p,
      around.text - around.links - (own.text - own.links) >= Self.paragraphLength
    else { return false }
    var letters = own.text
    var below = node + 1
    while below < Int(end[node]) {
      if isNamedFurniture(below) {
        letters -= self[below].text
        below = Int(end[below])
      } else {
        below += 1
      }
    }
    return letters * 3 < around.text
  }

  /// The scalars of a text but for white space; a reference counts as its own characters do, which is near enough.
  private static func letters(
    in source: Span<UInt8>, _ node: MarkupTree.Node, _ wideLetter: Int32
  ) -> Int32 {
    let bytes = source.extracting(Int(node.start)..<Int(node.end))
    var count: Int32 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte > 0x20, byte & 0xC0 != 0x80 else { continue }
      count &+= byte >= 0xE3 && byte <= 0xED ? wideLetter : 1
    }
    return count
  }
}
