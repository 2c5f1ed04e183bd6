import Testing

@testable import Normalization

/// What stands in and beside the figures of a page: credits, quotations, posts; and what links say of themselves.
@Suite struct PageFigureTests {
  private static let paragraphs = [
    "The old bridge over the river Wend was closed on Monday after engineers found cracks in two of its pillars.",
    "“The bridge was built for carts, and carts it shall have,” said the mayor, who came on a bicycle.",
    "Shopkeepers on the east bank fear that customers will stay away until the spring, as they did in 2009.",
    "Until then the villagers will go on paying their library fees in apples, eggs and once a live cockerel.",
  ]

  private func read(_ inside: String, header: String = "") throws -> Article {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    let page = """
      <html lang=en><head><title>Bridge closed for six weeks</title></head><body><div><h1>Bridge closed for six weeks</h1>\(header)
      <div class=b>\(text[0...2].joined())\(inside)\(text[3])</div></div></body></html>
      """
    return try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
  }

  @Test(arguments: [
    "<figcaption>Workers inspect the pillar.</figcaption><div class=credit>Ann Lee</div>",
    "<span>Ann Lee</span><figcaption>Workers inspect the pillar.</figcaption>",
    "<figcaption><p>Workers inspect the pillar.</p><p>Photo: Ann Lee</p></figcaption>",
    "<span>Press enter or click to view image in full size</span><figcaption><p>Workers inspect the pillar.</p><p>Ann Lee</p></figcaption>",
  ])
  func `whose a picture is goes with its caption`(lines: String) throws {
    let images = try read("<figure><img src=a.jpg>\(lines)</figure>").images
    #expect(images.map(\.caption) == ["Workers inspect the pillar."])
    #expect(images.map(\.credit) == ["Ann Lee"])
  }

  @Test func `each picture of a figure has its own caption`() throws {
    let captions = ["Workers inspect the pillar.", "The mayor looks on."]
    let pictures = captions.map { "<div><img src=a.jpg><p class=caption>\($0)</p></div>" }.joined()
    #expect(try read("<figure>\(pictures)</figure>").images.map(\.caption) == captions)
  }

  @Test func `a post in a figure is part of the text`() throws {
    let post = "Please use the ferry, if the ferryman is awake. He has been told. #wend"
    let poster = "— Wexbury Council (@wexbury) March 2, 2024"
    let found = try read(
      "<figure><div><blockquote><p>\(post)</p>\(poster)</blockquote></div></figure>")
    #expect(found.body.map(\.text) == Self.paragraphs[0...2] + [post, poster, Self.paragraphs[3]])
    #expect(found.images.isEmpty)
  }

  @Test(arguments: [
    "<figure><blockquote><p>Built for carts, and carts it shall have</p><cite>The mayor</cite></blockquote></figure>",
    "<div><blockquote>Carts it shall have<div>Ian Vale, mayor of Wexbury</div></blockquote></div>",
    "<div class=streamer>‘Carts it shall have’</div>",
  ])
  func `a short pull quote goes, and who said so below it`(quote: String) throws {
    let found = try read(quote)
    #expect(found.body.map(\.text) == Self.paragraphs)
    #expect(found.images.isEmpty)
  }

  @Test func `a subhead in the words of the text stays`() throws {
    let found = try read("<p class=x><b>'Carts it shall have'</b></p>")
    #expect(found.body.count == 5)
  }

  @Test(arguments: [
    ("<a href=/f>ferry<span class=v> (opens in a new window)</span></a>", "ferry"),
    ("<a href=/f>ferry <span>(öffnet im neuen Fenster)</span></a>", "ferry"),
    ("ferry <a href=#1>&#8617;&#xFE0E;</a>", "ferry"), ("ferry<a href=#1>[2]</a>", "ferry[2]"),
    ("<a href=/f>the <span>(small) window</span></a>", "the (small) window"),
  ])
  func `what a link does is not said in the text`(link: String, shown: String) throws {
    let sentence = "Until the spring those who must cross the river are asked to use the"
    let found = try read("<p>\(sentence) \(link)</p>")
    #expect(found.body.map(\.text).dropFirst(3).first == "\(sentence) \(shown)")
  }

  @Test(arguments: [
    "<p>By Ann Lee</p>", "<p>Ann Lee</p>", "<p>(anl)</p>", "<p><em>© Riproduzione riservata</em></p>",
    "<p>Source: Wexbury Gazette</p>",
    "<p>CONFIDENTIALITY NOTICE: This e-mail message, including any attachments, is for the sole use of those to whom it is addressed.</p>",
    "<p><em>The Gazette is a reader-supported publication. To receive new posts, consider becoming a paid subscriber.</em></p>",
    "<p><em>Do you know a slower bridge? Let us know in the comments.</em></p>",
  ])
  func `what stands below the last paragraph is none of the text`(line: String) throws {
    let last =
      "The mayor has ordered a second bicycle, which is to be delivered across the river on Friday at noon."
    let text = (Self.paragraphs + [last]).map { "<p>\($0)</p>" }.joined()
    let page =
      "<html lang=en><body><h1>Bridge closed for six weeks</h1><div>By Ann Lee</div><div class=b>\(text)\(line)</div></body></html>"
    let found = try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
    #expect(found.body.map(\.text) == Self.paragraphs + [last])
    #expect(found.authors.map(\.name) == ["Ann Lee"])
  }

  @Test func `letters of a made-up number are no words`() throws {
    let subhead = "A matter of principle"
    let found = try read("<div><h2 class=sc-f98b1ad2-0>\(subhead)</h2></div>")
    #expect(found.body.map(\.text) == Self.paragraphs[0...2] + [subhead, Self.paragraphs[3]])
    #expect(try read("<div class=ad2><p>\(Self.paragraphs[0])!</p></div>").body.count == 4)
  }
}
