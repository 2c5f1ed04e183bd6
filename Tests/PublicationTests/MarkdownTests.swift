import Normalization
import Summarization
import Testing

@testable import Publication

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("plain words, with (brackets); a colon: and 5 per cent.", nil),
    ("*bold* _it_ `code`", #"\*bold\* \_it\_ \`code\`"#),
    ("[link](http://a.b)", #"\[link\](http\://a.b)"#),
    ("<script>alert(1)</script>", #"\<script\>alert(1)\</script\>"#),
    ("# no heading", ##"\# no heading"##),
    ("- no list", #"\- no list"#),
    ("+ no list", #"\+ no list"#),
    ("a - b + c & d", nil), ("AT&T", "AT&#38;T"), (": no definition", #"\: no definition"#),
    ("1. no list", #"1\. no list"#),
    ("12) no list", #"12\) no list"#),
    ("In 1999. And 3.5 more.", nil),
    ("---", #"\---"#),
    ("===", #"\=\=\="#),
    ("> no quote", #"\> no quote"#),
    ("&lt;b&gt;", "&#38;lt;b&#38;gt;"),
    ("www.example.org", #"www\.example.org"#), ("at WWW.example.org", #"at WWW\.example.org"#),
    ("He left Moscow. And now.", nil), ("w.", nil),
    ("someone@example.org", "someone&#64;example.org"),
    ("{{ site.title }} {% include x %}", #"\{\{ site.title \}\} \{% include x %\}"#),
    ("#tag $x$ [[page]]", ##"\#tag \$x\$ \[\[page\]\]"##),
    (#"back\slash"#, #"back\\slash"#),
    ("two\nlines", "two lines"), ("\n1. no list", #" 1\. no list"#), (" - no list", #" \- no list"#),
    ("a \\:// b ~~c~~ 100 %% &amp &", #"a \\\:// b &#126;&#126;c&#126;&#126; 100 %&#37; &#38;amp &"#),
    ("ﬁgures — „so“: 1=2==3 (W.H.O.)", #"ﬁgures — „so“: 1=2=\=3 (W.H.O.)"#),
  ])
  func `text of an article cannot become markup`(text: String, escaped: String?) {
    var writer = MarkdownWriter()
    writer.escape(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == escaped ?? text)
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("say \"x\"", #""say \"x\"""#), ("a: b # c", #""a: b # c""#),
    ("line\nline", #""line\nline""#), ("\u{1B}[31m", #""\u001b[31m""#), ("---", #""---""#),
    ("漢 é", #""漢 é""#), ("a\u{85}b\u{2028}c\u{FEFF}d\u{A0}", #""a\u0085b\u2028c\ufeffd\#u{A0}""#),
    (#"\"#, #""\\""#),
  ])
  func `text of an article cannot leave the front matter`(text: String, quoted: String) {
    var writer = MarkdownWriter()
    writer.quote(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == quoted)
  }

  @Test func `the whole document`() {
    let (article, summary) = sample()
    #expect(
      String(decoding: Markdown(article, summary: summary).utf8, as: UTF8.self) == """
        ---
        title: "Bridge opens"
        date: 2025-02-25T17:35:00+05:30
        authors: ["Ann Lee", "City Desk"]
        source: "bridge.txt"
        language: "en"
        summary: "The bridge opened."
        ---

        # Bridge opens

        **After ten years.**

        - The bridge opened.

        * * *

        The bridge opened. It is \\*long\\*.

        Crowds came.

        *The bridge. (Jo Day)*

        *With inputs from agencies*

        """)
  }
}

/// An article that has a bit of everything.
func sample() -> (Article, Summary) {
  var article = Article(
    source: Source(
      name: Array("bridge.txt".utf8), section: [Array("city".utf8)],
      sha256: String(repeating: "0", count: 64),
      byteCount: 99, format: "text/plain", charset: "utf-8"))
  article.headline = "Bridge opens"
  article.standfirst = "After ten years."
  article.authors = [Author(name: "Ann Lee", kind: .person), Author(name: "City Desk", kind: .organization)]
  article.published = Timestamp("2025-02-25T17:35:00+05:30")
  article.language = "en"
  article.body = [Paragraph("The bridge opened. It is *long*."), Paragraph("Crowds came.")]
  article.images = [Figure(caption: "The bridge.", credit: "Jo Day")]
  article.sourceCredit = "With inputs from agencies"
  article.furniture = [Furniture(text: "Advertisement", reason: "ad-label")]
  let sentence = ScoredSentence(text: "The bridge opened.", paragraph: 0, range: 0..<18, score: 0.5)
  return (article, Summary(sentences: [sentence], candidates: [sentence]))
}
