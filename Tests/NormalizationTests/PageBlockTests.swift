import Testing

@testable import Normalization

/// What the blocks of a page are by what they stand in and beside: lists and tables, standfirsts, captions, subheads, boxes.
@Suite struct PageBlockTests {
  private static let paragraphs = [
    "The old bridge over the river Wend was closed on Monday after engineers found cracks in two of its pillars.",
    "The council said the work would take six weeks and cost half a million pounds, which it does not yet have.",
    "Shopkeepers on the east bank fear that customers will stay away until the spring, as they did in 2009.",
    "Until then the villagers will go on paying their library fees in apples, eggs and once a live cockerel.",
  ]
  private static let headline = "Bridge closed for six weeks"
  private static let day = "<div>2 March 2024</div>"

  private func read(_ body: String, head: String = "") throws -> Article {
    try article(
      inMarkup: Array(
        "<html lang=en><head><title>\(Self.headline)</title>\(head)</head><body>\(body)</body></html>".utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
  }

  /// An article with something right below its headline, and something before its last paragraph.
  private func page(header: String = "", inside: String = "") -> String {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    return
      "<div><h1>\(Self.headline)</h1>\(header)<div class=b>\(text[0...2].joined())\(inside)\(text[3])</div></div>"
  }

  private func inside(_ part: String) throws -> [String] {
    let body = try read(page(inside: part)).body.map(\.text)
    return Array(body.dropFirst(3).dropLast())
  }

  @Test func `a short line between paragraphs that look alike is a subhead`() throws {
    let part = "<div class=t>\(Self.paragraphs[0])</div><div class=t>\(Self.paragraphs[1])</div>"
    let page =
      "<h1>\(Self.headline)</h1><div class=b>\(part)<div class=s><strong>Fear for trade</strong></div>"
      + "<div class=t>\(Self.paragraphs[2])</div><div class=t>\(Self.paragraphs[3])</div></div>"
    var expected = Self.paragraphs
    expected.insert("Fear for trade", at: 2)
    #expect(try read(page).body.map(\.text) == expected)
    let label = page.replacing("Fear for trade", with: "ADVERTISEMENT SCROLL TO RESUME CONTENT")
    #expect(try read(label).body.map(\.text) == Self.paragraphs)
  }

  // MARK: - Standfirsts

  @Test(arguments: [
    "<p class=text-xl>DECK</p>", "<h2>DECK</h2>", "<p class=teaser>DECK</p>",
    "<div>By Ann Lee</div><h4>DECK</h4>",
  ])
  func `a line below the headline is the standfirst`(header: String) throws {
    let deck = "Engineers blame salt and old bolts, and the mayor says no lorry may cross before Easter"
    let found = try read(page(header: header.replacing("DECK", with: deck) + Self.day))
    #expect(found.standfirst == deck)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test
  func `a sentence beside the headline is the standfirst where the text is elsewhere and looks otherwise`()
    throws
  {
    let deck = "Two pillars have cracked. The mayor says that no lorry may cross before Easter."
    let found = try read(page(header: "<p class=intro>\(deck)</p>"))
    #expect(found.standfirst == deck)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `what says when something was changed is no standfirst`() throws {
    #expect(
      try read(page(header: "<p class=x>Updated Nov 19, 6:55 AM; Posted Nov 19, 6:51 AM</p>")).standfirst
        == nil)
  }

  // MARK: - Captions

  @Test(arguments: [
    "<div class=photo><img src=a.jpg><br><span class=cutline>CAPTION</span></div>",
    "<div><img src=a.jpg><p class=dida>CAPTION</p></div>",
  ])
  func `a line below a picture is its caption`(part: String) throws {
    let caption = "Workers inspect the cracks in the eastern pillar."
    let found = try read(page(inside: part.replacing("CAPTION", with: caption)))
    #expect(found.images.map(\.caption) == [caption])
    #expect(found.body.map(\.text) == Self.paragraphs)
    let above = try read(page(header: part.replacing("CAPTION", with: caption)))
    #expect(above.images.map(\.caption) == [caption])
  }
}
