/// A stretch of a page's text that stands on lines of its own.
struct MarkupBlock: Sendable {
  /// The text: references resolved, white space collapsed.
  var text: String
  /// The element that it stands in.
  var tag: Tag
  /// Letters of the text that are links.
  var linkLetters: Int
  /// What the names of the elements around it say, up to the container.
  var hints: ElementHints
  /// The parent of the element that it stands in, and that element's attributes as they are written: text that is set
  /// apart from its neighbours differs in one of them.
  var style: Style
  /// Whether it stands in a list, a figure.
  var isInList = false
  var isInFigure = false
  /// The number of the figure that it stands in.
  var figure: Int32?
  /// Whether it is the text of a part that was taken out for its name.
  var isPruned = false

  struct Style: Equatable, Sendable {
    var parent: Int32 = -1
    var tag = Tag.other
    var attributes: ArraySlice<UInt8> = []
  }
}

extension MarkupTree {
  /// The blocks of a part of the page, in order.
  ///
  /// - Parameter range: The numbers of the nodes of that part.
  func blocks(in range: Range<Int>, _ weights: MarkupWeights) -> [MarkupBlock] {
    var blocks: [MarkupBlock] = []
    var text: [UInt8] = []
    var linkLetters = 0
    var block = Int32(range.lowerBound)
    var breakCount = 0

    func flush() {
      defer {
        text.removeAll(keepingCapacity: true)
        linkLetters = 0
        breakCount = 0
      }
      let collapsed = collapse(text)
      guard !collapsed.isEmpty else { return }
      blocks.append(describe(collapsed, in: Int(block), from: range.lowerBound, linkLetters, weights))
    }

    var node = range.lowerBound
    while node < range.upperBound {
      if weights.isPruned[node] {
        // What is taken out between two words parts them.
        if nodes[node].tag != .text, nodes[node].tag.isBlock { flush() }
        if weights.isNamedFurniture(node), let text = self.text(of: node) {
          let beginning = String(text.prefix(200))
          blocks.append(
            MarkupBlock(
              text: beginning, tag: nodes[node].tag, linkLetters: 0, hints: [], style: .init(), isPruned: true
            ))
        }
        node = max(node + 1, Int(weights.end[node]))
        continue
      }
      switch nodes[node].tag {
      case .text:
        if rowOrBlock(of: node, weights) != block {
          flush()
          block = rowOrBlock(of: node, weights)
        }
        let before = text.count
        Entities.decode(bytes(of: node), into: &text)
        if text.count > before {
          if weights.links[node] > 0 { linkLetters += Int(weights.links[node]) }
          if weights.text[node] > 0 { breakCount = 0 }
        }
      case .br:
        breakCount += 1
        if breakCount == 2 { flush() } else { text.append(UInt8(ascii: " ")) }
      case .img, .amp_img, .wbr: break
      default:
        guard nodes[node].tag.isBlock else { break }
        if isSmallCell(node, weights) {
          text.append(UInt8(ascii: " "))
        } else if Int32(node) != block {
          flush()
          block = Int32(node)
        }
      }
      node += 1
    }
    flush()
    return blocks
  }

  /// The block that a run of text belongs to; the small cells of a table make one block of their row.
  private func rowOrBlock(of node: Int, _ weights: MarkupWeights) -> Int32 {
    let block = Int(weights.block[node])
    return isSmallCell(block, weights) ? weights.block[Int(nodes[block].parent)] : Int32(block)
  }

  private func isSmallCell(_ node: Int, _ weights: MarkupWeights) -> Bool {
    (nodes[node].tag == .td || nodes[node].tag == .th) && weights.text[node] < 200
  }

  private func describe(
    _ text: String, in block: Int, from start: Int, _ linkLetters: Int, _ weights: MarkupWeights
  ) -> MarkupBlock {
    var described = MarkupBlock(
      text: text, tag: nodes[block].tag, linkLetters: linkLetters, hints: [],
      style: .init(parent: nodes[block].parent, tag: nodes[block].tag, attributes: bytes(of: block)))
    var node = block
    while node >= start {
      described.hints.formUnion(weights.hints[node])
      switch nodes[node].tag {
      case .ul, .ol, .dl: described.isInList = true
      case .figure:
        described.isInFigure = true
        described.figure = Int32(node)
      case .figcaption: described.isInFigure = true
      case .h1, .h2, .h3, .h4, .h5, .h6, .li, .blockquote: described.tag = nodes[node].tag
      default: break
      }
      node = Int(nodes[node].parent)
    }
    return described
  }
}

/// Text with runs of white space as one space, and none at its ends; no-break spaces count as white space.
func collapse(_ bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var place = 0
  var needsSpace = false
  while place < bytes.count {
    let byte = bytes[place]
    let isNoBreakSpace = byte == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA0
    if byte <= 0x20 || isNoBreakSpace {
      needsSpace = !result.isEmpty
      place += isNoBreakSpace ? 2 : 1
      continue
    }
    if needsSpace { result.append(UInt8(ascii: " ")) }
    needsSpace = false
    result.append(byte)
    place += 1
  }
  // A wide space at the start indents the paragraph.
  return String(decoding: cleaned(result.span).drop { $0 <= 0x20 }, as: UTF8.self)
}
