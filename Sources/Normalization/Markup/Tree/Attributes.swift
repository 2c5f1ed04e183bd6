/// The name of an attribute, known by its hash.
struct AttributeName: Equatable, Sendable, ExpressibleByStringLiteral {
  fileprivate(set) var hash: UInt32 = 0

  /// The name of no letters.
  init() {}

  /// A name in lower case.
  @inline(__always)
  init(stringLiteral name: StaticString) {
    name.withUTF8Buffer { name in
      for index in 0..<name.count { append(unsafe name[index]) }  // below its count
    }
  }

  /// Takes one more letter, in either case.
  @inline(__always)
  mutating func append(_ letter: UInt8) {
    hash = (hash ^ UInt32(letter | 0x20)) &* 0x0100_0193  // FNV-1a
  }
}

/// The names of an element's attributes, of which one may seem to be there that is not.
struct AttributeNames: Sendable {
  private var bits: UInt32 = 0

  init(_ names: AttributeName...) {
    for name in names { insert(name) }
  }

  mutating func insert(_ name: AttributeName) { bits |= 1 << (name.hash >> 27) }

  /// Whether a name may be there; where not, it is not.
  func mayContain(_ name: AttributeName) -> Bool { bits & 1 << (name.hash >> 27) != 0 }

  /// Whether one of some names may be there.
  func mayContain(anyOf names: AttributeNames) -> Bool { bits & names.bits != 0 }
}

/// One attribute of an element: its name, and its value as it stands in the source.
struct Attribute {
  let name: AttributeName
  let value: Range<Int>

  /// Reads the next attribute of a tag.
  ///
  /// - Parameter place: Where to begin; after the call, where the next one may begin, or the place of the `>`.
  /// - Returns: `nil` at the end of the tag: at a `>`, or at the end of the source.
  @inline(__always)
  init?(_ source: Span<UInt8>, at place: inout Int) {
    while place < source.count, source[place] <= 0x20 || source[place] == UInt8(ascii: "/") { place &+= 1 }
    guard place < source.count, source[place] != UInt8(ascii: ">") else { return nil }
    var name = AttributeName()
    repeat {
      name.append(source[place])
      place &+= 1
    } while place < source.count && Self.isInName(source[place])
    self.name = name
    let nameEnd = place
    while place < source.count, source[place] <= 0x20 { place &+= 1 }
    guard place < source.count, source[place] == UInt8(ascii: "=") else {
      value = nameEnd..<nameEnd
      return
    }
    place &+= 1
    while place < source.count, source[place] <= 0x20 { place &+= 1 }
    guard place < source.count else {
      value = place..<place
      return
    }
    let mark = source[place]
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      let start = place + 1
      let close = source.first(mark, from: start)
      // A quotation mark that is never closed would swallow the page.
      value = start..<(close < source.count ? close : source.first(UInt8(ascii: ">"), from: start))
      place = Swift.min(source.count, close < source.count ? close + 1 : value.upperBound)
    } else {
      let start = place
      while place < source.count, source[place] > 0x20, source[place] != UInt8(ascii: ">") { place &+= 1 }
      value = start..<place
    }
  }

  @inline(__always)
  private static func isInName(_ byte: UInt8) -> Bool {
    // Letters stand behind all the marks that end a name.
    byte > UInt8(ascii: ">")
      || byte > 0x20 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">")
  }
}

extension MarkupTree {
  /// Calls a function with each attribute of an element, of no more than 64.
  ///
  /// - Parameter body: Returns whether to go on.
  @inline(__always)
  func readAttributes(of node: Int, _ body: (Attribute) -> Bool) {
    let span = source.span.extracting(first: Int(nodes[node].end))
    var place = Int(nodes[node].start)
    for _ in 0..<64 {
      guard let attribute = Attribute(span, at: &place), body(attribute) else { return }
    }
  }

  /// The value of an attribute as it stands in the source; `nil` where the element has none of that name.
  func spelling(of name: AttributeName, at node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].attributes.mayContain(name) else { return nil }
    var found: Range<Int>?
    readAttributes(of: node) { attribute in
      if attribute.name == name { found = attribute.value }
      return found == nil
    }
    return found.map { source[$0] }
  }

  /// The value of an attribute with its references resolved; `nil` where the element has none of that name.
  func value(of name: AttributeName, at node: Int) -> String? {
    spelling(of: name, at: node).map { String(decoding: Entities.decoded($0), as: UTF8.self) }
  }
}
