/// Builds the tree of a page as browsers do where pages are sound, and always in linear time.
struct MarkupParser {
  private var tree: MarkupTree
  /// The open elements, the root first.
  private var open: [Int32] = [0]
  private var openTags: [Tag] = [.root]
  /// How many of each tag are open, so that a stray end tag costs nothing.
  private var openCounts = [Int32](repeating: 0, count: Tag.allCases.count)
  private var offset = 0
  private var hintsByName = HintsByName()

  /// Parses a page in UTF-8.
  static func parse(_ source: [UInt8]) -> MarkupTree {
    var parser = MarkupParser(tree: MarkupTree(source: source))
    parser.run()
    return parser.tree
  }

  private init(tree: MarkupTree) {
    self.tree = tree
  }

  private mutating func run() {
    let source = tree.source
    let bytes = source.span
    while offset < bytes.count {
      let start = offset
      offset = bytes.first(UInt8(ascii: "<"), from: start)
      if offset > start { appendText(start, offset) }
      if offset >= bytes.count { return }
      if tree.nodes.count >= MarkupTree.maximumCount {
        tree.isCut = true
        return
      }
      readMarkup(bytes)
    }
  }

  /// Reads what begins with the `<` at the offset.
  private mutating func readMarkup(_ source: Span<UInt8>) {
    let next = offset + 1 < source.count ? source[offset + 1] : 0
    switch next {
    case UInt8(ascii: "!"):
      if source.has("<!--", at: offset) {
        offset = source.end(of: "-->", from: offset + 4)
      } else if source.has("<![CDATA[", at: offset) {
        let start = offset + 9
        offset = source.end(of: "]]>", from: start)
        appendText(start, source.has("]]>", at: offset - 3) ? offset - 3 : offset)
      } else {
        skipTag(source, from: offset)
      }
    case UInt8(ascii: "?"):
      skipTag(source, from: offset)
    case UInt8(ascii: "/"):
      let (tag, nameEnd) = Self.readName(source, from: offset + 2)
      skipTag(source, from: nameEnd)
      close(tag)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      readStartTag(source)
    default:
      appendText(offset, offset + 1)
      offset += 1
    }
  }

  private mutating func readStartTag(_ source: Span<UInt8>) {
    let (tag, nameEnd) = Self.readName(source, from: offset + 1)
    var names = AttributeNames()
    var hints: ElementHints = []
    var end = nameEnd
    while let attribute = Attribute(source, at: &end) {
      names.insert(attribute.name)
      hints.formUnion(attribute.hints(for: tag, in: source, &hintsByName))
    }
    // What the whole page is called says nothing about its parts.
    if tag == .body { hints = [] }
    offset = min(source.count, end + 1)
    open(
      tag, attributes: nameEnd..<end, names, hints,
      isSelfClosing: end > nameEnd && source[end - 1] == UInt8(ascii: "/"))
    if tag.isRawText { readRawText(source, tag) }
  }

  /// Goes on after the next `>`.
  private mutating func skipTag(_ source: Span<UInt8>, from start: Int) {
    offset = min(source.count, source.first(UInt8(ascii: ">"), from: start) + 1)
  }

  private static func readName(_ source: Span<UInt8>, from start: Int) -> (Tag, end: Int) {
    var end = start
    var hash = Tag.seed
    while end < source.count, source[end] > 0x20, source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    {
      hash = Tag.step(hash, source[end])
      end &+= 1
    }
    return (Tag(hash: hash), end)
  }

  /// Takes the content of a script, a style, a title as one run of text that no tag but its own end ends.
  private mutating func readRawText(_ source: Span<UInt8>, _ tag: Tag) {
    let start = offset
    var place = start
    while place < source.count {
      place = source.first(UInt8(ascii: "<"), from: place)
      if place + 2 < source.count, source[place + 1] == UInt8(ascii: "/") {
        let (ending, nameEnd) = Self.readName(source, from: place + 2)
        if ending == tag {
          appendText(start, place)
          skipTag(source, from: nameEnd)
          close(tag)
          return
        }
      }
      place += 1
    }
    appendText(start, source.count)
    offset = source.count
    close(tag)
  }

  private mutating func appendText(_ start: Int, _ end: Int) {
    guard end > start, let parent = open.last else { return }
    _ = tree.append(.text, to: parent, start: start, end: end)
  }

  private mutating func open(
    _ tag: Tag, attributes: Range<Int>, _ names: AttributeNames, _ hints: ElementHints, isSelfClosing: Bool
  ) {
    closeImplied(by: tag)
    guard let parent = open.last else { return }
    let node = tree.append(
      tag, to: parent, start: attributes.lowerBound, end: attributes.upperBound, attributes: names,
      hints: hints)
    if tag.isVoid || (isSelfClosing && !tag.isBlock && tag != .a) { return }
    if open.count > MarkupTree.maximumDepth {
      tree.isCut = true
      return
    }
    open.append(node)
    openTags.append(tag)
    openCounts[Int(tag.rawValue)] += 1
  }

  /// Ends the elements that cannot hold `tag`: a paragraph before a block, an item before the next.
  private mutating func closeImplied(by tag: Tag) {
    switch tag {
    case .li: closeNearest(TagSet(.li), within: Self.lists)
    case .dd, .dt: closeNearest(TagSet(.dd, .dt), within: TagSet(.dl))
    case .tr: closeNearest(TagSet(.tr), within: TagSet(.table))
    case .td, .th: closeNearest(TagSet(.td, .th), within: TagSet(.tr, .table))
    case .option: closeNearest(TagSet(.option), within: TagSet(.select))
    case .body: closeNearest(TagSet(.head), within: TagSet())
    default: break
    }
    if openCounts[Int(Tag.p.rawValue)] > 0, tag.isBlock {
      closeNearest(TagSet(.p), within: Self.paragraphBorders)
    }
  }

  private static let lists = TagSet(.ul, .ol, .menu)
  private static let paragraphBorders = TagSet(.td, .th, .button, .table)

  private mutating func closeNearest(_ tags: TagSet, within borders: TagSet) {
    var depth = open.count - 1
    while depth > 0 {
      let tag = openTags[depth]
      if tags.contains(tag) {
        pop(to: depth)
        return
      }
      if borders.contains(tag) { return }
      depth -= 1
    }
  }

  private mutating func close(_ tag: Tag) {
    guard openCounts[Int(tag.rawValue)] > 0, tag != .other else {
      if tag == .other, open.count > 1, openTags.last == .other {
        pop(to: open.count - 1)
      }
      return
    }
    var depth = open.count - 1
    while depth > 0 {
      let openTag = openTags[depth]
      if openTag == tag {
        pop(to: depth)
        return
      }
      // An inline end tag does not reach out of a block: `<b><p>x</b>y</p>`.
      if !tag.isBlock && openTag.isBlock && tag != .a && !tag.closesBlocks { return }
      depth -= 1
    }
  }

  private mutating func pop(to depth: Int) {
    while open.count > depth {
      open.removeLast()
      openCounts[Int(openTags.removeLast().rawValue)] -= 1
    }
  }
}
