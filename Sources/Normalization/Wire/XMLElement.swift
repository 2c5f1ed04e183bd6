/// An element of an ``XMLTree``.
struct XMLElement: Sendable {
  let tree: XMLTree
  let number: Int

  /// The name in lower case, without the prefix of its namespace; empty for the document.
  var name: String { tree.nodes[number].name }

  /// Whether the file ends in the middle of it.
  var isCut: Bool { tree.nodes[number].isCut }

  /// The value of an attribute; `nil` where there is none, or an empty one.
  func attribute(_ name: AttributeName) -> String? {
    let node = tree.nodes[number]
    let source = tree.source
    let tag = source.span.extracting(first: Int(node.end))
    var place = Int(node.start)
    for _ in 0..<64 {
      guard let attribute = Attribute(tag, at: &place) else { return nil }
      guard attribute.name == name else { continue }
      let value = collapse(Entities.decoded(source[attribute.value]))
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// An element or a run of text below another.
  enum Child {
    case element(XMLElement)
    /// The text as it is meant, references resolved.
    case text([UInt8])
  }

  /// Calls a function with each child in order.
  func forEachChild(_ body: (Child) -> Void) {
    var next = tree.nodes[number].firstChild
    while next >= 0 {
      let node = tree.nodes[Int(next)]
      if node.name.isEmpty {
        let bytes = tree.source[Int(node.start)..<Int(node.end)]
        body(.text(node.isVerbatim ? Array(bytes) : Entities.decoded(bytes)))
      } else {
        body(.element(XMLElement(tree: tree, number: Int(next))))
      }
      next = node.nextSibling
    }
  }

  /// The elements below it.
  var children: [XMLElement] {
    var children: [XMLElement] = []
    var next = tree.nodes[number].firstChild
    while next >= 0 {
      let node = tree.nodes[Int(next)]
      if !node.name.isEmpty { children.append(XMLElement(tree: tree, number: Int(next))) }
      next = node.nextSibling
    }
    return children
  }

  /// The elements of a name right below it.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first element on a path of names below it.
  func first(_ path: String...) -> XMLElement? {
    var element = self
    for name in path {
      guard let next = element.children.first(where: { $0.name == name }) else { return nil }
      element = next
    }
    return element
  }

  /// The elements of some names anywhere below it in the order of the file, without those in one another.
  func descendants(_ names: Set<String>) -> [XMLElement] {
    var found: [XMLElement] = []
    var stack: [XMLElement] = children.reversed()
    while let next = stack.popLast() {
      if names.contains(next.name) { found.append(next) } else { stack += next.children.reversed() }
    }
    return found
  }

  /// The first element of a name anywhere below it.
  func descendant(_ name: String) -> XMLElement? {
    var stack: [XMLElement] = children.reversed()
    while let next = stack.popLast() {
      if next.name == name { return next }
      stack += next.children.reversed()
    }
    return nil
  }

  /// All text in it as it stands, references resolved.
  var content: [UInt8] {
    var content: [UInt8] = []
    var stack = [tree.nodes[number].firstChild]
    while let next = stack.popLast() {
      guard next >= 0 else { continue }
      let node = tree.nodes[Int(next)]
      stack.append(node.nextSibling)
      let bytes = tree.source[Int(node.start)..<Int(node.end)]
      if !node.name.isEmpty {
        if WireBody.parts(node.name) { content.append(0x20) }
        stack.append(node.firstChild)
      } else if node.isVerbatim {
        content += bytes
      } else {
        Entities.decode(bytes, into: &content)
      }
    }
    return content
  }

  /// All text in it on one line; `nil` where it has none.
  var text: String? {
    let text = collapse(cleaned(content.span))
    return text.isEmpty ? nil : text
  }

  /// What stands in it, tags and all, as it is spelt in the file.
  var innerMarkup: [UInt8] {
    let first = tree.nodes[number].firstChild
    guard first >= 0 else { return [] }
    // It begins behind its own tag, and ends where its last node does; the end tags of those in it are not missed.
    let start = tree.nodes[number].end + 1
    var last = number
    while tree.nodes[last].lastChild >= 0 { last = Int(tree.nodes[last].lastChild) }
    return Array(tree.source[Int(start)..<max(Int(start), Int(tree.nodes[last].end))])
  }
}
