import Testing

@testable import Normalization

/// The tree of a page: tags, attributes, references, and what happens to markup that is broken.
@Suite struct MarkupTreeTests {
  @Test func `each tag is known by its name in either case`() {
    let named = Tag.allCases.dropFirst(3)
    #expect(Tag.names.split { $0.isWhitespace }.count == named.count)
    for tag in named {
      let name = tag == .amp_img ? "amp-img" : String(describing: tag)
      for spelling in [name, name.uppercased()] {
        #expect(Tag(hash: spelling.utf8.reduce(Tag.seed) { Tag.step($0, $1) }) == tag)
      }
    }
    #expect(Tag(hash: Tag.seed) == .other)
  }

  @Test(
    arguments: [
      ("a=1", "1"), ("a = '1 > 2'", "1 > 2"), (#"A="x"B=y"#, "x"), ("b a", ""), ("a/", ""),
      ("a=/x/y", "/x/y"),
      (#"b='a="no"' a="yes""#, "yes"), (#"data-a="no""#, nil), ("", nil), ("a=&quot;x&quot;", "\"x\""),
      (#"a="open"#, "open"), ("==a a=1", "1"), ("a=", ""),
    ] as [(String, String?)])
  func `an attribute has the value that browsers see`(attributes: String, value: String?) {
    let tree = MarkupParser.parse(Array("<div \(attributes)>text</div>".utf8))
    #expect(tree.nodes[1].tag == .div)
    #expect(tree.value(of: "a", at: 1) == value)
  }

  @Test func `only so many attributes are read`() {
    let many = (0..<100).map { "n\($0)=\($0)" }.joined(separator: " ")
    let tree = MarkupParser.parse(Array("<p \(many)>text".utf8))
    #expect(tree.value(of: "n63", at: 1) == "63")
    #expect(tree.value(of: "n64", at: 1) == nil)
    #expect(tree.nodes.count == 3)
  }

  @Test(
    arguments: [
      ("a &amp; b", "a & b"), ("&lt;&#8217;&#x2019;", "<’’"), ("&nosuch; &", "&nosuch; &"),
      ("&#0;&#x110000;", "\u{FFFD}\u{FFFD}"),
      ("?a=1&copy=2", "?a=1&copy=2"), ("&copy 2", "© 2"), ("&zwnj;&AElig;", "\u{200C}Æ"), ("&#150;", "–"),
      ("&;", "&;"),
    ])
  func `references are resolved, and what is none stays`(source: String, text: String) {
    #expect(String(decoding: Entities.decoded(Array(source.utf8)[...]), as: UTF8.self) == text)
  }

  /// Beginnings of markup that never ends, each repeated: what comes after them must be found by no second search.
  @Test(arguments: [
    "<!--", "<![CDATA[", "</", "<a", "<a ", "<a x=\"", "<a x='", "<script>", "<title>", "<p><b>", "<?", "<!",
    "&#", "&amp",
    "<td>", "<table><tr><td>", "<li>", "<ul><li>", "<svg>", "<x>", "</b>",
  ])
  func `markup without end gives a tree of no more nodes than it has tags`(piece: String) {
    let tree = MarkupParser.parse(Array(String(repeating: piece, count: 5000).utf8))
    #expect(tree.nodes.count <= 1 + 5000 * piece.utf8.count(where: { $0 == UInt8(ascii: "<") }) + 5000)
    #expect(tree.nodes.dropFirst().allSatisfy { $0.parent >= 0 && $0.start <= $0.end })
  }

  @Test func `deep elements become siblings`() {
    let tree = MarkupParser.parse(Array(String(repeating: "<div>", count: 10_000).utf8) + Array("x".utf8))
    #expect(tree.isCut)
    #expect(tree.nodes.count == 10_002)
    var depth = 0
    var node = tree.nodes.count - 1
    while node > 0 {
      node = Int(tree.nodes[node].parent)
      depth += 1
    }
    #expect(depth <= MarkupTree.maximumDepth + 2)
  }

  @Test func `text is searched for words without regard to case and white space`() {
    func mentions(_ text: String) -> Bool { Array(text.utf8).span.mentions("display:none") }
    func end(_ text: StaticString, from start: Int) -> Int {
      Array("xyx".utf8).span.end(of: text, from: start)
    }
    #expect(mentions("a; DISPLAY : none"))
    #expect(!mentions("display:non"))
    #expect(!mentions(""))
    #expect(end("yx", from: 0) == 3)
    #expect(end("xy", from: 1) == 3)
    #expect(end("x", from: 5) == 3)
  }
}
