/// Builds the tree of a page as browsers do where pages are sound, and always in linear time.
struct MarkupParser {
  private var tree: MarkupTree
  /// The open elements, the root first.
  private var open: [Int32] = [0]
  /// How many of each tag are open, so that a stray end tag costs nothing.
  private var openCounts = [Int32](repeating: 0, count: Tag.allCases.count)
  private var offset = 0

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
    let count = source.count
    while offset < count {
      let start = offset
      offset = source.firstIndex(of: UInt8(ascii: "<"), from: start)
      if offset > start { appendText(start, offset) }
      if offset >= count { return }
      if tree.nodes.count >= MarkupTree.maximumCount {
        tree.isCut = true
        return
      }
      readMarkup(source)
    }
  }

  /// Reads what begins with the `<` at the offset.
  private mutating func readMarkup(_ source: [UInt8]) {
    let count = source.count
    let next = offset + 1 < count ? source[offset + 1] : 0
    switch next {
    case UInt8(ascii: "!"):
      if source.has("<!--", at: offset) {
        offset = source.end(of: "-->", from: offset + 4)
      } else if source.has("<![CDATA[", at: offset) {
        let start = offset + 9
        offset = source.end(of: "]]>", from: start)
        appendText(start, max(start, offset - 3))
      } else {
        offset = min(count, source.firstIndex(of: UInt8(ascii: ">"), from: offset) + 1)
      }
    case UInt8(ascii: "?"):
      offset = min(count, source.firstIndex(of: UInt8(ascii: ">"), from: offset) + 1)
    case UInt8(ascii: "/"):
      let (tag, nameEnd) = readName(source, from: offset + 2)
      offset = min(count, source.firstIndex(of: UInt8(ascii: ">"), from: nameEnd) + 1)
      if nameEnd > 0 { close(tag) }
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      let (tag, nameEnd) = readName(source, from: offset + 1)
      let end = endOfTag(source, from: nameEnd)
      offset = min(count, end + 1)
      open(
        tag, attributes: nameEnd..<end, isSelfClosing: end > nameEnd && source[end - 1] == UInt8(ascii: "/"))
      if tag.isRawText { readRawText(source, tag) }
    default:
      appendText(offset, offset + 1)
      offset += 1
    }
  }

  private func readName(_ source: [UInt8], from start: Int) -> (Tag, end: Int) {
    var end = start
    while end < source.count, source[end] > 0x20, source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return (end - start > 12 ? .other : Tag(named: start..<end, in: source), end)
  }

  /// The `>` that ends a tag, quoted values passed over; the end of the source where there is none.
  private func endOfTag(_ source: [UInt8], from start: Int) -> Int {
    var place = start
    var isAfterEquals = false
    while place < source.count {
      let byte = source[place]
      if byte == UInt8(ascii: ">") { return place }
      if isAfterEquals && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) {
        let close = source.firstIndex(of: byte, from: place + 1)
        // A quotation mark that is never closed would swallow the page.
        if close >= source.count {
          return min(source.count, source.firstIndex(of: UInt8(ascii: ">"), from: place))
        }
        place = close
      }
      if byte > 0x20 { isAfterEquals = byte == UInt8(ascii: "=") }
      place += 1
    }
    return place
  }

  /// Takes the content of a script, a style, a title as one run of text that no tag but its own end ends.
  private mutating func readRawText(_ source: [UInt8], _ tag: Tag) {
    let start = offset
    while true {
      offset = source.firstIndex(of: UInt8(ascii: "<"), from: offset)
      if offset >= source.count { break }
      if offset + 2 < source.count, source[offset + 1] == UInt8(ascii: "/") {
        let (ending, nameEnd) = readName(source, from: offset + 2)
        if ending == tag {
          appendText(start, offset)
          offset = min(source.count, source.firstIndex(of: UInt8(ascii: ">"), from: nameEnd) + 1)
          close(tag)
          return
        }
      }
      offset += 1
    }
    appendText(start, source.count)
    close(tag)
  }

  private mutating func appendText(_ start: Int, _ end: Int) {
    guard end > start, let parent = open.last else { return }
    _ = tree.append(.text, to: parent, start: start, end: end)
  }

  private mutating func open(_ tag: Tag, attributes: Range<Int>, isSelfClosing: Bool) {
    closeImplied(by: tag)
    guard let parent = open.last else { return }
    let node = tree.append(tag, to: parent, start: attributes.lowerBound, end: attributes.upperBound)
    if tag.isVoid || (isSelfClosing && !tag.isBlock && tag != .a) { return }
    if open.count > MarkupTree.maximumDepth {
      tree.isCut = true
      return
    }
    open.append(node)
    openCounts[Int(tag.rawValue)] += 1
  }

  /// Ends the elements that cannot hold `tag`: a paragraph before a block, an item before the next.
  private mutating func closeImplied(by tag: Tag) {
    switch tag {
    case .li: closeNearest([.li], within: [.ul, .ol, .menu])
    case .dd, .dt: closeNearest([.dd, .dt], within: [.dl])
    case .tr: closeNearest([.tr], within: [.table])
    case .td, .th: closeNearest([.td, .th], within: [.tr, .table])
    case .option: closeNearest([.option], within: [.select])
    case .body: closeNearest([.head], within: [])
    default: break
    }
    if tag.isBlock { closeNearest([.p], within: [.td, .th, .button, .table]) }
  }

  private mutating func closeNearest(_ tags: [Tag], within borders: [Tag]) {
    guard tags.contains(where: { openCounts[Int($0.rawValue)] > 0 }) else { return }
    var depth = open.count - 1
    while depth > 0 {
      let tag = tree.nodes[Int(open[depth])].tag
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
      if tag == .other, open.count > 1, let last = open.last, tree.nodes[Int(last)].tag == .other {
        pop(to: open.count - 1)
      }
      return
    }
    var depth = open.count - 1
    while depth > 0 {
      let openTag = tree.nodes[Int(open[depth])].tag
      if openTag == tag {
        pop(to: depth)
        return
      }
      // An inline end tag does not reach out of a block: `<b><p>x</b>y</p>`.
      if !tag.isBlock && openTag.isBlock && tag != .a { return }
      depth -= 1
    }
  }

  private mutating func pop(to depth: Int) {
    while open.count > depth {
      let node = open.removeLast()
      openCounts[Int(tree.nodes[Int(node)].tag.rawValue)] -= 1
    }
  }
}

extension [UInt8] {
  /// The first place of a byte from `start` on; the count where there is none.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var place = start
    let span = self.span
    while place < span.count, span[place] != byte { place += 1 }
    return place
  }

  /// Whether ASCII text stands at a place.
  func has(_ text: StaticString, at place: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard place + length <= count else { return false }
    return text.withUTF8Buffer { unsafe $0.elementsEqual(self[place..<(place + length)]) }
  }

  /// The place after the first occurrence of ASCII text; the count where there is none.
  func end(of text: StaticString, from start: Int) -> Int {
    let first = text.withUTF8Buffer { unsafe $0[0] }
    var place = start
    while true {
      place = firstIndex(of: first, from: place)
      if place >= count { return count }
      if has(text, at: place) { return place + text.utf8CodeUnitCount }
      place += 1
    }
  }
}
