extension MarkupTree {
  /// The numbers of a node's children.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = nodes[node].firstChild
    while next >= 0 {
      children.append(Int(next))
      next = nodes[Int(next)].nextSibling
    }
    return children
  }

  /// All text below an element on one line; at most 2,000 nodes of it.
  ///
  /// - Parameter hints: What the names of the elements say, to leave out what is there for screen readers alone.
  func text(of node: Int, hints: [ElementHints] = []) -> String? {
    var text: [UInt8] = []
    var stack = children(of: node)
    stack.reverse()
    var count = 0
    while let next = stack.popLast(), count < 2000 {
      count += 1
      if nodes[next].tag == .text {
        Entities.decode(bytes(of: next), into: &text)
      } else if !nodes[next].tag.isRawText, !nodes[next].tag.isReading,
        hints.isEmpty || !hints[next].contains(.unseen)
      {
        if nodes[next].tag == .br { text.append(0x20) }
        stack += children(of: next).reversed()
      }
    }
    let line = collapse(text)
    return line.isEmpty ? nil : line
  }
}
