/// A wire file or a feed in XML, or a piece of HTML in one, as a compact tree.
///
/// Reads what is broken as far as it goes, as feeds need it: stray end tags, missing ones, bare ampersands, the references of HTML.
/// No reference but to a character is resolved and nothing outside of the file is looked at, so that no file can grow or reach out.
final class XMLTree: Sendable {
  /// An element or a run of text.
  struct Node: Sendable {
    /// The name of an element, as ``XMLTree/name(_:)`` has it; empty for text.
    var name: String
    /// Whether it is text that stands as it is meant: CDATA.
    var isVerbatim = false
    /// Whether it is an element that the file ends in the middle of.
    var isCut = false
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// Of text, its bytes in the source; of an element, those of its attributes.
    var start: Int32
    var end: Int32
  }

  /// The file in UTF-8.
  let source: [UInt8]
  /// All nodes; the first is the document, and a parent stands before its children.
  let nodes: [Node]
  /// Whether the file has more nodes than are kept.
  let isTooLarge: Bool

  /// How many nodes are kept; what comes after them is dropped.
  static let maximumCount = 1_000_000
  /// How deep elements are nested; deeper ones become siblings.
  static let maximumDepth = 128

  /// Parses a file of valid UTF-8.
  init(_ source: [UInt8]) {
    var parser = XMLParser()
    parser.parse(source.span)
    self.source = source
    nodes = parser.nodes
    isTooLarge = parser.isTooLarge
  }

  /// The document.
  var root: XMLElement { XMLElement(tree: self, number: 0) }

  /// The name of an element in lower case, without the prefix of its namespace, but for those of extensions whose names mean something
  /// else without it (`media:title`).
  static func name(_ bytes: Span<UInt8>) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(bytes.count)
    for index in bytes.indices { name.append(bytes[index].lowercased) }
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else {
      return String(decoding: name, as: UTF8.self)
    }
    let prefix = String(decoding: name[..<colon], as: UTF8.self)
    return String(decoding: extensions.contains(prefix) ? name[...] : name[(colon + 1)...], as: UTF8.self)
  }

  private static let extensions: Set<String> = [
    "media", "itunes", "googleplay", "podcast", "thr", "wfw", "slash", "sy", "georss", "yt", "rtr",
  ]
}

private struct XMLParser {
  private(set) var isTooLarge = false
  private(set) var nodes = [XMLTree.Node(name: "", start: 0, end: 0)]
  /// The open elements, the document first.
  private var open: [Int32] = [0]
  /// How many of each name are open, so that a stray end tag costs nothing.
  private var openCounts: [String: Int] = [:]

  mutating func parse(_ source: Span<UInt8>) {
    var place = 0
    while place < source.count, nodes.count < XMLTree.maximumCount {
      let start = place
      place = source.first(UInt8(ascii: "<"), from: start)
      if place > start { append(XMLTree.Node(name: "", start: Int32(start), end: Int32(place))) }
      if place < source.count { place = readMarkup(source, at: place) }
    }
    isTooLarge = place < source.count
    for number in open.dropFirst() { nodes[Int(number)].isCut = true }
  }

  /// Reads what begins with a `<`.
  ///
  /// - Returns: Where to go on.
  private mutating func readMarkup(_ source: Span<UInt8>, at start: Int) -> Int {
    switch start + 1 < source.count ? source[start + 1] : 0 {
    case UInt8(ascii: "!"):
      if source.has("<!--", at: start) { return source.end(of: "-->", from: start + 4) }
      if source.has("<![CDATA[", at: start) {
        let end = source.end(of: "]]>", from: start + 9)
        let textEnd = source.has("]]>", at: end - 3) ? end - 3 : end
        append(XMLTree.Node(name: "", isVerbatim: true, start: Int32(start + 9), end: Int32(textEnd)))
        return end
      }
      return endOfDeclaration(source, from: start)
    case UInt8(ascii: "?"): return source.end(of: "?>", from: start)
    case UInt8(ascii: "/"):
      let nameEnd = endOfName(source, from: start + 2)
      close(XMLTree.name(source.extracting((start + 2)..<nameEnd)))
      return min(source.count, source.first(UInt8(ascii: ">"), from: nameEnd) + 1)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      0x80...:
      return readStartTag(source, at: start)
    default:
      append(XMLTree.Node(name: "", start: Int32(start), end: Int32(start + 1)))
      return start + 1
    }
  }

  /// The end of a `<!DOCTYPE …>`, with the declarations in its brackets.
  private func endOfDeclaration(_ source: Span<UInt8>, from start: Int) -> Int {
    let end = source.first(UInt8(ascii: ">"), from: start)
    let bracket = source.extracting(first: end).first(UInt8(ascii: "["), from: start)
    guard bracket < end else { return min(source.count, end + 1) }
    let close = source.first(UInt8(ascii: "]"), from: bracket)
    return min(source.count, source.first(UInt8(ascii: ">"), from: close) + 1)
  }

  private func endOfName(_ source: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] > 0x20, source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return end
  }

  private mutating func readStartTag(_ source: Span<UInt8>, at start: Int) -> Int {
    let nameEnd = endOfName(source, from: start + 1)
    let name = XMLTree.name(source.extracting((start + 1)..<nameEnd))
    var end = nameEnd
    while Attribute(source, at: &end) != nil {}
    let number = append(XMLTree.Node(name: name, start: Int32(nameEnd), end: Int32(end)))
    let next = min(source.count, end + 1)
    if source[end - 1] == UInt8(ascii: "/") || Self.empty.contains(name) { return next }
    if name == "script" || name == "style" { return endOfRawText(source, named: name, from: next) }
    guard open.count <= XMLTree.maximumDepth else { return next }
    open.append(number)
    openCounts[name, default: 0] += 1
    return next
  }

  /// Elements of HTML that have no end tag.
  private static let empty: Set<String> = [
    "br", "hr", "img", "input", "wbr", "embed", "area", "col", "param",
  ]

  private func endOfRawText(_ source: Span<UInt8>, named name: String, from start: Int) -> Int {
    var place = start
    while place < source.count {
      place = source.end(of: "</", from: place)
      let nameEnd = endOfName(source, from: place)
      if place < nameEnd, XMLTree.name(source.extracting(place..<nameEnd)) == name {
        return min(source.count, source.first(UInt8(ascii: ">"), from: nameEnd) + 1)
      }
    }
    return source.count
  }

  @discardableResult
  private mutating func append(_ node: XMLTree.Node) -> Int32 {
    let number = Int32(nodes.count)
    let parent = Int(open[open.count - 1])
    nodes.append(node)
    let last = nodes[parent].lastChild
    if last >= 0 { nodes[Int(last)].nextSibling = number } else { nodes[parent].firstChild = number }
    nodes[parent].lastChild = number
    return number
  }

  private mutating func close(_ name: String) {
    guard openCounts[name, default: 0] > 0 else { return }
    while open.count > 1 {
      let last = nodes[Int(open.removeLast())].name
      openCounts[last, default: 1] -= 1
      if last == name { return }
    }
  }
}
