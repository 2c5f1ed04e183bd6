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
    var next = Int(nodes[node].firstChild)
    var count = 0
    while next >= 0, count < 2000 {
      count += 1
      let tag = nodes[next].tag
      var child = -1
      if tag == .text {
        Entities.decode(bytes(of: next), into: &text)
      } else if !tag.isRawText, !tag.isReading, hints.isEmpty || !hints[next].contains(.unseen) {
        if tag == .br { text.append(0x20) }
        child = Int(nodes[next].firstChild)
      }
      next = child >= 0 ? child : following(next, below: node)
    }
    let line = collapse(text)
    return line.isEmpty ? nil : line
  }

  /// The next node behind one and all that is in it, below an element; -1 where none is left.
  private func following(_ node: Int, below element: Int) -> Int {
    var node = node
    while node != element {
      if nodes[node].nextSibling >= 0 { return Int(nodes[node].nextSibling) }
      node = Int(nodes[node].parent)
    }
    return -1
  }
}
