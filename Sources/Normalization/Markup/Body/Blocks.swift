/// A stretch of a page's text that stands on lines of its own.
struct MarkupBlock: Sendable {
  /// The text: references resolved, white space collapsed.
  var text: String
  /// The element that it stands in, by its number and its tag; of a list's item or a quotation, that tag.
  var node: Int32
  var tag: Tag
  /// The element around that one.
  var parent: Int32 = 0
  /// Letters of the text, those of them that are links, that are bold, that are italic.
  var letters = 0
  var linkLetters = 0
  var boldLetters = 0
  var italicLetters = 0
  /// Pictures and players between the block before and this one.
  var mediaBefore = 0
  /// What the names of its own element say, and those of all elements around it up to the container.
  var ownHints: ElementHints = []
  var hints: ElementHints = []
  /// What it stands in.
  var surroundings: Surroundings = []
  /// The number of the figure that it stands in.
  var figure: Int32?
  /// How many elements lie between it and the container.
  var depth = 0
  /// Whether the part that it is in was taken out of the page: for its name, or for its kind of element.
  var isPruned = false
  /// The outermost element that was taken out around it; 0 where none was.
  var furniture: Int32 = 0
  /// Blocks of one style look alike: they have one tag and one class, and so has what they stand in.
  var style: UInt32 = 0
  /// The tag and the class of its own element alone.
  var ownStyle: UInt32 = 0
  /// The innermost list, table or quotation around it; 0 where there is none.
  var group: Int32 = 0
  /// Whether a mark in the text leads to it.
  var isNote = false

  struct Surroundings: OptionSet, Sendable {
    let rawValue: UInt8
    static let list = Surroundings(rawValue: 1 << 0)
    static let figure = Surroundings(rawValue: 1 << 1)
    static let quotation = Surroundings(rawValue: 1 << 2)
    static let table = Surroundings(rawValue: 1 << 3)
    static let aside = Surroundings(rawValue: 1 << 4)
    static let header = Surroundings(rawValue: 1 << 5)
    static let link = Surroundings(rawValue: 1 << 6)
    static let figcaption = Surroundings(rawValue: 1 << 7)
  }
}

extension MarkupTree {
  /// The blocks of a part of the page, in order; those of the parts that were taken out are marked.
  ///
  /// - Parameter range: The numbers of the nodes of that part.
  func blocks(in range: Range<Int>, _ weights: MarkupWeights) -> [MarkupBlock] {
    var blocks: [MarkupBlock] = []
    var text: [UInt8] = []
    var open = MarkupBlock(text: "", node: Int32(range.lowerBound), tag: .root)
    var breakCount = 0
    var media = 0
    var lastText = range.lowerBound
    var noteMarks: [Int] = []
    let most = range.reduce(0) { max($0, weights[$1].prose) } / 2

    func flush(to block: Int32) {
      let collapsed = collapse(text)
      if !collapsed.isEmpty {
        open.text = collapsed
        open.mediaBefore = media
        media = 0
        describe(&open, from: range.lowerBound, weights, most: most)
        blocks.append(open)
      }
      text.removeAll(keepingCapacity: true)
      breakCount = 0
      open = MarkupBlock(text: "", node: block, tag: .root)
    }

    var node = range.lowerBound
    while node < range.upperBound {
      let tag = isBreak(node, weights) ? .br : nodes[node].tag
      if weights.isAbsent[node] {
        if tag != .text, tag.isBlock { flush(to: open.node) }
        if weights[node].media > 0 { media += 1 }
        node = max(node + 1, Int(weights.end[node]))
        continue
      }
      if weights.isPruned[node], !weights.isPruned[Int(nodes[node].parent)], tag != .text, !tag.isBlock,
        !hasBlock(below: node, weights)
      {
        // A furnished word in the middle of a paragraph does not part it.
        if let text = self.text(of: node) {
          var block = MarkupBlock(text: text, node: Int32(node), tag: tag, isPruned: true)
          block.letters = Int(weights[node].text)
          block.linkLetters = Int(weights[node].links)
          describe(&block, from: range.lowerBound, weights, most: most)
          blocks.append(block)
        }
        node = max(node + 1, Int(weights.end[node]))
        continue
      }
      switch tag {
      case .text where isLinkMark(node): break
      case .sup where isNoteMark(node, behind: text, weights),
        .a where isNoteMark(node, behind: text, weights):
        noteMarks.append(node)
        node = Int(weights.end[node])
        continue
      case .text:
        if rowOrBlock(of: node, weights) != open.node { flush(to: rowOrBlock(of: node, weights)) }
        let all = bytes(of: node)
        if weights[node].text > 0 { lastText = node }
        for (index, part) in parts(of: node, weights).enumerated() {
          if index > 0 { flush(to: open.node) }
          let before = text.count
          Entities.decode(part, into: &text)
          guard text.count > before else { continue }
          measure(node, &open, weights, share: (part.count, all.count))
          if weights[node].text > 0 { breakCount = 0 }
        }
      case .br:
        breakCount += 1
        if breakCount == 2 || partsFonts(node, lastText)
          || breakCount == 1 && partsParagraphs(node, text, weights)
        {
          flush(to: open.node)
        } else {
          text.append(UInt8(ascii: " "))
        }
      case .img, .amp_img, .picture: media += 1
      case .wbr: break
      default:
        if isSmallCell(node, weights)
          || !tag.isBlock && (text.last ?? 0) > 0x20 && isFlexItem(node)
        {
          text.append(UInt8(ascii: " "))
        } else if !tag.isBlock {
          break
        } else if Int32(node) != open.node {
          flush(to: Int32(node))
        }
      }
      node += 1
    }
    flush(to: open.node)
    joinInitials(in: &blocks)
    markNotes(of: noteMarks, in: &blocks, weights)
    return blocks
  }

  /// Puts large initials, each a block of its own, before the rest of their words.
  private func joinInitials(in blocks: inout [MarkupBlock]) {
    for index in blocks.indices.dropLast().reversed()
    where blocks[index].letters == 1 && blocks[index].text.unicodeScalars.count == 1
      && blocks[index].isPruned == blocks[index + 1].isPruned
    {
      guard blocks[index].text.unicodeScalars.first?.properties.isUppercase == true,
        let first = blocks[index + 1].text.unicodeScalars.first, first.properties.isLowercase,
        !isWord(blocks[index].text, before: blocks[index + 1].text)
      else { continue }
      blocks[index + 1].text = blocks[index].text + blocks[index + 1].text
      blocks[index + 1].letters += 1
      blocks.remove(at: index)
    }
  }

  /// Whether a letter is a word of its own, like "A" and "I", before what may be one too, since it has a vowel.
  private func isWord(_ letter: String, before text: String) -> Bool {
    "AEIOUYÀÉÓАВИКОСУЯ".contains(letter)
      && text.prefix { $0 != " " }.contains { "aeiouyàáâäæèéêëìíîïòóôöøùúûüаеёиоуыэюяіїє".contains($0) }
  }

  /// Whether an empty element says by its class that the line ends there.
  private func isBreak(_ node: Int, _ weights: MarkupWeights) -> Bool {
    guard nodes[node].tag == .span, Int(weights.end[node]) == node + 1 else { return false }
    return spelling(of: "class", at: node)?.split(separator: 0x20).contains { $0.elementsEqual("br".utf8) }
      ?? false
  }

  /// Whether an element is shown apart from the one before it, since the element around them says so by its class: "flex", "d-grid".
  private func isFlexItem(_ node: Int) -> Bool {
    spelling(of: "class", at: Int(nodes[node].parent))?.split(separator: 0x20).contains { name in
      ["flex", "grid", "d-flex", "d-grid", "inline-flex", "d-inline-flex"].contains {
        name.elementsEqual($0.utf8)
      }
    } ?? false
  }

  /// Whether a line break stands between lines in letters of different sizes.
  private func partsFonts(_ lineBreak: Int, _ text: Int) -> Bool {
    var next = Int(nodes[lineBreak].nextSibling)
    if next >= 0, nodes[next].tag == .text, !hasText(next) { next = Int(nodes[next].nextSibling) }
    guard next >= 0, nodes[next].tag == .font,
      let font = ancestors(of: text, limit: 3).first(where: { nodes[$0].tag == .font }),
      nodes[font].parent == nodes[lineBreak].parent
    else { return false }
    return spelling(of: "size", at: font)?.elementsEqual(spelling(of: "size", at: next) ?? []) == false
  }

  /// The elements around a node, the innermost first.
  private func ancestors(of node: Int, limit: Int) -> [Int] {
    Array(
      sequence(first: Int(nodes[node].parent)) { $0 > 0 ? Int(self.nodes[$0].parent) : nil }.prefix(limit))
  }

  private func hasBlock(below node: Int, _ weights: MarkupWeights) -> Bool {
    (node + 1..<max(node + 1, Int(weights.end[node]))).contains { nodes[$0].tag.isBlock }
  }

  /// The block that a run of text belongs to; the small cells of a table make one block of their row.
  private func rowOrBlock(of node: Int, _ weights: MarkupWeights) -> Int32 {
    let block = Int(weights.block[node])
    return isSmallCell(block, weights) ? weights.block[Int(nodes[block].parent)] : Int32(block)
  }

  private func isSmallCell(_ node: Int, _ weights: MarkupWeights) -> Bool {
    (nodes[node].tag == .td || nodes[node].tag == .th) && weights[node].text < 200
  }

  /// The cell of a row that has but one.
  private func onlyCell(of row: Int) -> Int? {
    guard nodes[row].tag == .tr else { return nil }
    let cells = children(of: row).lazy.filter { nodes[$0].tag == .td || nodes[$0].tag == .th }.prefix(2)
    return cells.count == 1 ? cells.first : nil
  }

  /// The paragraphs in a run of text, which empty lines of the source part where its element shows them; that may be said in a
  /// style sheet, so that what reads like paragraphs on both sides of one is taken for them everywhere.
  private func parts(of text: Int, _ weights: MarkupWeights) -> [ArraySlice<UInt8>] {
    let bytes = bytes(of: text)
    guard source.span.extracting(..<bytes.endIndex).first(0x0A, from: bytes.startIndex) < bytes.endIndex
    else {
      return [bytes]
    }
    let block = Int(weights.block[text])
    let isShown = nodes[block].tag == .pre || weights.hints[block].contains(.preformatted)
    // A paragraph has eight words at least.
    if !isShown, weights[text].text < 8 { return [bytes] }
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var place = start
    while let lineEnd = bytes[place...].firstIndex(of: 0x0A) {
      place = bytes[lineEnd...].firstIndex { $0 > 0x20 } ?? bytes.endIndex
      guard bytes[(lineEnd + 1)..<place].contains(0x0A) else { continue }
      if isShown
        || isParagraph(bytes[start..<lineEnd].suffix(Self.longLine)) && isParagraphAhead(bytes[place...])
      {
        parts.append(bytes[start..<lineEnd])
        start = place
      }
    }
    return parts + [bytes[start...]]
  }

  /// Whether a text begins with a paragraph.
  private func isParagraphAhead(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.prefix(Self.longLine).prefix { $0 != 0x0A }
    return line.count == Self.longLine || isParagraph(line)
  }

  /// Whether a line break stands between two paragraphs, not between the lines of a poem or an address.
  private func partsParagraphs(_ lineBreak: Int, _ before: [UInt8], _ weights: MarkupWeights) -> Bool {
    guard isParagraph(before.suffix(Self.longLine)) else { return false }
    let after = lineAfter(lineBreak, weights)
    return after.count >= Self.longLine || isParagraph(after[...]) || isRemark(after)
  }

  /// A line of so many bytes is a paragraph, however it goes on.
  private static let longLine = 300

  private func isParagraph(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 40 else { return false }
    let line = Line(collapse(Array(text)), followsBlank: true)
    return line.endsSentence && line.words >= 8
  }

  /// Whether a line stands in brackets, as who edited a text does below it.
  private func isRemark(_ text: [UInt8]) -> Bool {
    let line = collapse(text)
    return line.first.map { "(（【[".contains($0) } == true && line.last.map { ")）】]".contains($0) } == true
  }

  /// The text between a line break and the next one or the end of its block, as far as a paragraph shows by it.
  private func lineAfter(_ lineBreak: Int, _ weights: MarkupWeights) -> [UInt8] {
    var text: [UInt8] = []
    var node = lineBreak + 1
    while node < nodes.count, text.count < Self.longLine {
      let tag = nodes[node].tag
      if tag == .br || weights.block[node] != weights.block[lineBreak] { break }
      if weights.isAbsent[node] {
        node = max(node + 1, Int(weights.end[node]))
        continue
      }
      if tag == .text { Entities.decode(bytes(of: node), into: &text) }
      node += 1
    }
    return text
  }

  /// Counts the letters of a run of text by how it is set.
  ///
  /// - Parameter share: The bytes of it that are meant, and all of them.
  private func measure(
    _ node: Int, _ block: inout MarkupBlock, _ weights: MarkupWeights, share: (part: Int, whole: Int)
  ) {
    let letters = Int(weights[node].text) * share.part / max(1, share.whole)
    block.letters += letters
    block.linkLetters += Int(weights[node].links) * share.part / max(1, share.whole)
    var isBold = false
    var isItalic = false
    var parent = Int(nodes[node].parent)
    while parent > 0, !nodes[parent].tag.isBlock {
      switch nodes[parent].tag {
      case .b, .strong: isBold = true
      case .i, .em, .cite: isItalic = true
      default: break
      }
      parent = Int(nodes[parent].parent)
    }
    if isBold { block.boldLetters += letters }
    if isItalic { block.italicLetters += letters }
  }

  /// Finds out what a block stands in.
  ///
  /// - Parameter most: An element with more letters of prose is the frame of the article: of the part that a block has in it
  ///   its name says nothing ("post author-jane-doe date-2024").
  private func describe(
    _ block: inout MarkupBlock, from start: Int, _ weights: MarkupWeights, most: Int32
  ) {
    var node = Int(block.node)
    block.tag = nodes[node].tag
    block.parent = nodes[node].parent
    block.ownHints = weights.hints[node]
    if let cell = onlyCell(of: node), weights.hints[cell].contains(.caption) { block.hints.insert(.caption) }
    block.isPruned = block.isPruned || weights.isPruned[node]
    block.ownStyle = style(of: node)
    block.style = block.ownStyle &* 31 &+ style(of: Int(max(0, nodes[node].parent)))
    while node >= start {
      let isFrame = most > 0 && weights[node].prose > most
      block.hints.formUnion(isFrame ? weights.hints[node].intersection(.ofFrames) : weights.hints[node])
      if weights.isPruned[node] { block.furniture = Int32(node) }
      block.depth += 1
      if block.group == 0, nodes[node].tag.isGroup { block.group = Int32(node) }
      switch nodes[node].tag {
      case .ul, .ol, .dl: block.surroundings.insert(.list)
      case .figure:
        block.surroundings.insert(.figure)
        block.figure = Int32(node)
      case .figcaption: block.surroundings.formUnion([.figure, .figcaption])
      case .h1, .h2, .h3, .h4, .h5, .h6, .li: block.tag = nodes[node].tag
      case .blockquote:
        block.tag = .blockquote
        block.surroundings.insert(.quotation)
      case .table: block.surroundings.insert(.table)
      case .aside: block.surroundings.insert(.aside)
      case .header: block.surroundings.insert(.header)
      case .a: block.surroundings.insert(.link)
      default: break
      }
      node = Int(nodes[node].parent)
    }
  }

  /// The hash of an element's tag and class.
  func style(of node: Int) -> UInt32 {
    var hash = UInt32(nodes[node].tag.rawValue) &+ 2_166_136_261
    for byte in spelling(of: "class", at: node) ?? [] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}

extension Tag {
  /// Elements whose blocks belong together.
  fileprivate var isGroup: Bool {
    switch self {
    case .ul, .ol, .dl, .table, .blockquote: true
    default: false
    }
  }
}
