import Testing

@testable import Normalization

/// How a page is read: tags into a tree, references into characters, names into hints.
@Suite struct MarkupTests {
  /// The tree as nested brackets: `p[text b[text]]`.
  private func outline(_ html: String) -> String {
    let tree = MarkupParser.parse(Array(html.utf8))
    func outline(_ node: Int) -> String {
      if tree.nodes[node].tag == .text {
        return String(decoding: tree.bytes(of: node), as: UTF8.self)
      }
      let inner = tree.children(of: node).map(outline).joined(separator: " ")
      return inner.isEmpty ? "\(tree.nodes[node].tag)" : "\(tree.nodes[node].tag)[\(inner)]"
    }
    return outline(0)
  }

  @Test(arguments: [
    ("<p>a<p>b", "root[p[a] p[b]]"),
    ("<div><p>a</div>b", "root[div[p[a]] b]"),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", "root[ul[li[a] li[b ul[li[c]]]]]"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "root[table[tr[td[a] td[b]] tr[td[c]]]]"),
    ("a<br>b<img src=x>c", "root[a br b img c]"),
    ("<P CLASS=x>a</P>", "root[p[a]]"),
    ("<script>if (a<b) '</p>'</script>c", "root[script[if (a<b) '</p>'] c]"),
    ("<title>a <b> c</title>d", "root[title[a <b> c] d]"),
    ("<!-- <p>no</p> -->a", "root[a]"),
    ("<![CDATA[a<b]]>c", "root[a<b c]"),
    ("a < b", "root[a  <  b]"),
    ("</p></div>a", "root[a]"),
    ("<a title='a > b'>c</a>", "root[a[c]]"),
    ("<a title='never closed>c</a>d", "root[a[c] d]"),
    ("<p>a<", "root[p[a <]]"),
    ("<p", "root[p]"),
    ("<b><p>a</b>b</p>", "root[b[p[a b]]]"),
    ("<x-y><p>a</p></x-y>", "root[other[p[a]]]"),
  ])
  func `tags become a tree as browsers build it`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&eacute;&Eacute;&mdash;&nbsp;", "éÉ—\u{A0}"),
    ("&#8217;&#x2019;&#X2019;", "’’’"), ("&#146;", "’"),
    ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("AT&T &unknown; & &;", "AT&T &unknown; & &;"), ("&copy 2020", "© 2020"), ("?a=1&copy=2", "?a=1&copy=2"),
    ("&", "&"),
    ("&#", "&#"), ("&#x;", "&#x;"),
  ])
  func `references become characters`(text: String, expected: String) {
    #expect(String(decoding: Entities.decoded(Array(text.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      ("article-body", .articleText), ("articleBody", .articleText), ("story__content", .articleText),
      ("social-share", .furniture), ("relatedLinks", .furniture), ("comment-list", .longFurniture),
      ("author-name", .metadata), ("wp-caption-text", .caption), ("standfirst", .standfirst), ("article", []),
      ("shadow", []), ("has-sidebar", []), ("adapter", []),
    ] as [(String, ElementHints)])
  func `names of elements say what they hold`(name: String, expected: ElementHints) {
    #expect(ElementNames.hints(in: name.utf8.span).intersection([expected, .furniture]) == expected)
  }

  @Test func `attributes are read with and without quotation marks`() {
    let tree = MarkupParser.parse(Array("<a HREF=x/y title='a &amp; b' data-x checked class=\"c\">".utf8))
    #expect(tree.value(of: "href", at: 1) == "x/y")
    #expect(tree.value(of: "title", at: 1) == "a & b")
    #expect(tree.value(of: "checked", at: 1) == "")
    #expect(tree.value(of: "class", at: 1) == "c")
    #expect(tree.value(of: "none", at: 1) == nil)
  }

  @Test(arguments: ["<a rel='nofollow author' href=x>Jo Fenn</a>", "<span itemprop=author>By Jo Fenn</span>"])
  func `a name that the page marks as the author's is one`(mark: String) throws {
    let paragraph =
      "The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years."
    let page =
      "<h1>Mill turns</h1><p>Posted by \(mark) in Local</p><article><p>\(paragraph)</p><p>\(paragraph) It did.</p></article>"
    let found = try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
    #expect(found.authors.map(\.name) == ["Jo Fenn"])
  }

  @Test(arguments: [
    (#"{"a":"b","c":[1,true,null,"d"]}"#, "d"), (#"{"c":["\u00e9\ud83d\ude00\n"]}"#, "é😀\n"),
    (#"{"c":["x"],}"#, "x"), ("{\"c\":[\"two\nlines\"]}", "two\nlines"), (#"{"c":["cut"#, "cut"),
  ])
  func `JSON of pages is read although it is broken`(json: String, last: String) {
    #expect(LooseJSON(Array(json.utf8)[...])?["c"]?.elements.last?.text == last)
  }

  @Test(arguments: [
    ("2019-03-21T10:00:00Z", "2019-03-21T10:00:00+00:00"),
    ("2019-03-21T10:00:00.123+0100", "2019-03-21T10:00:00+01:00"),
    ("2019-03-21 10:00", "2019-03-21T10:00:00"), ("2019-03-21", "2019-03-21"),
    (" 2019-03-21T10:00:00z ", "2019-03-21T10:00:00+00:00"),
    ("2019-03-21T99:00", "2019-03-21"),
  ])
  func `dates of programs are read`(text: String, expected: String) {
    #expect(Timestamp(machineReadable: text)?.description == expected)
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000), String(repeating: "<p><b>", count: 50_000),
    String(repeating: "</div>", count: 100_000), "<a " + String(repeating: "b=c ", count: 100_000) + ">",
    String(repeating: "&lt", count: 100_000), "<" + String(repeating: "<", count: 100_000),
    "<!--" + String(repeating: "-", count: 100_000), "<script>" + String(repeating: "</s", count: 100_000),
    String(repeating: "<table><tr><td>", count: 30_000), String(repeating: "\"{[", count: 100_000),
    "<script type=application/ld+json>" + String(repeating: "[", count: 100_000) + "</script>",
  ])
  func `hostile pages end in an error soon`(html: String) {
    #expect(throws: NormalizationError.self) {
      _ = try article(
        inMarkup: Array(html.utf8),
        from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
        options: .init())
    }
  }
}
