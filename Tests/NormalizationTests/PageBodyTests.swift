import Testing

@testable import Normalization

/// What of a page becomes the body, and what does not.
@Suite struct PageBodyTests {
  private static let paragraphs = [
    "The ferry to Lower Harrow stayed in port on Friday, because the wind had reached nine on the scale.",
    "Passengers spent the night in the old customs house, where the town served soup and found blankets.",
    "A second boat, the Merganser, is to sail at noon if the harbour master gives her leave to do so.",
    "Fishermen on the island said that they had not seen such a sea since the spring of the great flood.",
  ]

  private func read(_ html: String) throws -> Article {
    try article(
      inMarkup: Array(html.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
  }

  private func page(_ parts: String...) -> String {
    let text = Self.paragraphs.enumerated().map { index, paragraph in
      "<p>\(paragraph)</p>" + (index < parts.count ? parts[index] : "")
    }
    return "<body><h1>Ferry stays in port</h1><article>\(text.joined())</article></body>"
  }

  @Test func `paragraphs of an article are its body`() throws {
    #expect(try read(page()).body.map(\.text) == Self.paragraphs)
  }

  @Test func `the name of the sender below a company's announcement is no text`() throws {
    let read = try read(page("", "", "", "<p>SOURCE Harrow &amp; Finch, Inc.</p>"))
    #expect(read.body.map(\.text) == Self.paragraphs)
    #expect(read.sourceCredit == "SOURCE Harrow & Finch, Inc.")
  }

  @Test(arguments: ["noscript", "object", "button", "select"])
  func `what a plug-in leaves open does not swallow the page`(tag: String) throws {
    #expect(try read("<\(tag)><div></\(tag)>" + page()).body.map(\.text) == Self.paragraphs)
  }

  @Test func `the subject of an article is not taken for its part on the page`() throws {
    let comments = Self.paragraphs.map { "<p>\($0) So it was, and I had been there too when it blew.</p>" }
      .joined()
    let page =
      "<body><article class='hentry category-legal tag-privacy'><h1>Ferry stays in port</h1>"
      + Self.paragraphs.map { "<p>\($0)</p>" }.joined() + "</article><div>\(comments)</div></body>"
    #expect(try read(page).body.map(\.text).starts(with: Self.paragraphs))
  }

  @Test func `a word with a furniture name in a sentence stays in it`() throws {
    let linked = page().replacing("the Merganser", with: "the <a class='tooltip hovercard'>Merganser</a>")
    #expect(try read(linked).body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: [("d-flex gap-1", true), ("inline-flexible", false)])
  func `elements that stand apart by the class around them are words of their own`(
    name: String, areApart: Bool
  ) throws {
    let marked = page().replacing(
      "old customs", with: "<span class='\(name)'><b>old</b><i>customs</i></span>")
    let expected = Self.paragraphs.map { areApart ? $0 : $0.replacing("old customs", with: "oldcustoms") }
    #expect(try read(marked).body.map(\.text) == expected)
  }

  @Test func `words for screen readers alone are not read`() throws {
    let marked = page().replacing(
      "old customs", with: "old <span class='sr-only'>opens in a new tab</span>customs")
    #expect(try read(marked).body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: ["hidden id='S:1'", "style='display: none'"])
  func `hidden text is the article where most of the page is in it, since a script will show it`(
    attribute: String
  ) throws {
    let hidden = "<div \(attribute)>\(page())</div><p>Loading the page, this may take a little while.</p>"
    #expect(try read(hidden).body.map(\.text) == Self.paragraphs)
  }

  @Test func `a small hidden part is not read`() throws {
    #expect(
      try read(page("<p style='display:none'>This sentence is hidden from all who read the page here.</p>"))
        .body.map(\.text) == Self.paragraphs)
  }

  @Test func `a paragraph that is not read out is shown all the same`() throws {
    let silent = page().replacing("<p>A second", with: "<p aria-hidden='true'>A second")
    #expect(try read(silent).body.map(\.text) == Self.paragraphs)
  }

  @Test func `a question put to many stays each time, a paragraph that stands twice stays once`() throws {
    let question =
      "<p>What would you tell those who wait in the customs house tonight, and what would you ask of the town?</p>"
    let thrice = try read(page(question, question, question)).body.count { $0.text.hasPrefix("What would") }
    #expect(thrice == 3)
    let twice = try read(page("<p>\(Self.paragraphs[0])</p>"))
    #expect(twice.body.map(\.text) == Self.paragraphs)
    #expect(twice.furniture.contains { $0.reason == "duplicate" })
  }

  @Test func `a heading among teasers does not outweigh an article without one`() throws {
    let teaser =
      "<article><h1>Fair opens</h1><p>The fair opens on Sunday, with more stalls than last year, it is said.</p></article>"
    let text = Self.paragraphs.map { "<p>\($0) \($0.reversed().map(String.init).joined()).</p>" }
    let found = try read(
      "<body><main>\(teaser)<article><h2>Ferry</h2>\(text.joined())</article></main></body>")
    #expect(found.body.count == 4)
  }

  @Test func `what is dropped near the body is listed with its reason`() throws {
    let found = try read(
      page("<div class='newsletter'><p>Sign up for our newsletter and get the news each morning.</p></div>"))
    #expect(found.body.map(\.text) == Self.paragraphs)
    #expect(found.furniture.contains { $0.text.hasPrefix("Sign up") })
  }

  @Test(arguments: [
    "<h1>Page not found</h1><p>The page that you asked for is not here. It may have been moved or deleted.</p>",
    "<h1>News</h1><main>"
      + (1...30).map { "<div class=item><a href=x>Item \($0) of the day</a></div>" }.joined() + "</main>",
    "<h1>Sign in</h1><form><p>Give your name and the word that you chose when you came here first.</p></form>",
  ])
  func `a page of an error, of links or of a form is no article`(html: String) {
    #expect(throws: NormalizationError.self) { try read("<body>\(html)</body>") }
  }

  @Test func `a short piece of news is an article`() throws {
    #expect(
      try read(
        "<body><h1>Ferry</h1><p>The ferry stays in port on Friday and on Saturday, its owner said.</p></body>"
      ).body
        .count == 1)
  }

  @Test func `a short text that breaks off at a call to subscribe is not free`() throws {
    let text = Self.paragraphs[..<2].map { "<p>\($0)</p>" }.joined()
    let stub = "<body><h1>Ferry</h1><article>\(text)<p>Subscribe now</p></article></body>"
    #expect(try read(stub).isAccessibleForFree == false)
    #expect(try read(page()).isAccessibleForFree == nil)
  }

  @Test func `a short page in a script without spaces is an article`() throws {
    let text = "<p>渡し船は金曜日、強い風と高い波のために、一日じゅう港にとどまった。</p><p>乗客は古い税関の建物で夜を過ごし、町の人から温かい汁を受け取った。</p>"
    #expect(try read("<body><h1>渡し船</h1><article>\(text)</article></body>").body.count == 2)
  }

  @Test(arguments: [
    "<script id='__NEXT_DATA__' type='application/json'>{\"props\": {\"pageProps\": {\"nav\": [], \"article\": ITEM}}}</script>",
    "<script>window.Fusion=window.Fusion||{};Fusion.arcSite='hn';Fusion.globalContent=ITEM;</script>",
    "<script>var a = {b: 1}; window.__STATE__ = JSON.parse(STRING);</script>",
  ])
  func `a page that was saved before its program drew it has its text in its data`(script: String) throws {
    let elements = Self.paragraphs.map { #"{"type": "text", "content": "\#($0)"}"# }.joined(separator: ", ")
    let item =
      #"{"headline": "Ferry stays in port", "display_date": "2024-05-12T10:15:00Z", "content_elements": ["#
      + #"\#(elements)]}"#
    let string = "\"\(item.replacing("\"", with: #"\""#))\""
    let page =
      "<head><title>Ferry stays in port | Harrow News</title></head><body><div>Loading</div>"
      + script.replacing("ITEM", with: item).replacing("STRING", with: string) + "</body>"
    let article = try read(page)
    #expect(article.body.map(\.text) == Self.paragraphs)
    #expect(article.published?.description.hasPrefix("2024-05-12") == true)
  }

  @Test func `of several texts in a page's data none is taken but the one with its title`() throws {
    let items = ["Rain", "Hail"].map { title in
      #"{"title": "\#(title)", "date": "2024-05-12", "body": "\#(Self.paragraphs.joined(separator: " "))"}"#
    }
    let data = "<script type='application/json'>[\(items.joined(separator: ", "))]</script>"
    #expect(throws: NormalizationError.self) { try read("<title>Harrow News</title><body>\(data)</body>") }
    #expect(try read("<title>Hail - Harrow News</title><body>\(data)</body>").headline == "Hail")
  }

  @Test(arguments: ["author-jane-doe", "date-2024", "meta", "credit", "excerpt"])
  func `the name of the frame says nothing of the paragraphs in it`(name: String) throws {
    let framed = page("", "", "", "<p>That is all.</p>").replacing(
      "<article>", with: "<article class='post \(name)'>")
    #expect(try read(framed).body.map(\.text) == Self.paragraphs + ["That is all."])
  }

  @Test func `a paragraph below a box of other stories goes on with the text`() throws {
    let box = "<div class='related'><h3>Related</h3><a href='/1'>Beach huts for a pound</a></div>"
    #expect(try read(page("", "", box)).body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: ["aside", "blockquote", "div class=quote"])
  func `a pull quote is not said twice`(element: String) throws {
    let quote = "Such a sea since the spring of the great flood"
    let name = element.prefix { $0 != " " }
    let page = page("", "<\(element)><p>“\(quote)”</p></\(name)>")
    let article = try read(page)
    #expect(article.body.map(\.text) == Self.paragraphs)
    #expect(article.furniture.contains { $0.text.contains(quote) })
  }

  @Test func `a short answer at the end goes on below a box as well`() throws {
    let box = "<div><h4>Leggi anche</h4><a href='/1'>Dieci bottiglie sotto i quindici euro</a></div>"
    let read = try read(page("", "", "", box + "<p>Will you sail again?</p><p>Not I.</p>"))
    #expect(read.body.map(\.text) == Self.paragraphs + ["Will you sail again?", "Not I."])
  }

  @Test func `what stands between a heading and the text in words of its own is the standfirst`() throws {
    let opening = "Nobody has crossed the sound for three days, and the island is out of bread."
    let page =
      "<title>Ferry stays in port</title><body><div><h2>Ferry stays in port</h2></div><div><div class='top'><p>\(opening)</p></div><div class='rest'>"
      + Self.paragraphs.map { "<p>\($0)</p>" }.joined() + "</div></div></body>"
    let article = try read(page)
    #expect(article.standfirst == opening)
    #expect(article.body.map(\.text) == Self.paragraphs)
  }

  @Test func `a word to the reader or of the author before the text is no standfirst`() throws {
    for line in [
      "You have full access to this article with your library card.", "Jo Fenn is our man at sea.",
    ] {
      let page =
        "<body><h1>Ferry stays in port</h1><p rel=author>By Jo Fenn</p><p>\(line)</p><article>"
        + Self.paragraphs.map { "<p>\($0)</p>" }.joined() + "</article></body>"
      #expect(try read(page).standfirst == nil)
    }
  }

  @Test(arguments: [
    ("<div class=content>", "<br>", "</div>"), ("<div style='white-space: pre-wrap'>", "\n\n", "</div>"),
    ("<pre>", "\n \n", "</pre>"), ("<x-text><x-par>", "</x-par><x-par>", "</x-par></x-text>"),
    ("<div><span style='display: block'>", "</span><span style='display:block'>", "</span></div>"),
  ])
  func `paragraphs that are not elements are told apart`(start: String, part: String, end: String) throws {
    let page = "<body><h1>Ferry stays in port</h1>\(start)\(Self.paragraphs.joined(separator: part))\(end)"
    #expect(try read(page).body.map(\.text) == Self.paragraphs)
  }

  @Test func `the lines of a poem stay together`() throws {
    let poem =
      "Over the sea there came a gale,<br>and took the boat, the mast, the sail,<br>and left the tale."
    #expect(try read(page("<p>\(poem)</p>")).body[1].text == poem.replacing("<br>", with: " "))
  }

  @Test func `the headings of sections are kept`() throws {
    let sections = Self.paragraphs.enumerated().map { number, paragraph in
      "<section><header><h2>Day \(number) at sea</h2></header><p>\(paragraph)</p></section>"
    }
    let page = "<body><h1>Ferry stays in port</h1><article>\(sections.joined())</article></body>"
    #expect(try read(page).body.map(\.text).contains("Day 2 at sea"))
  }

  @Test(arguments: ["Nota relacionada: ", "Besides | ", "Mehr dazu: "])
  func `a link to another story behind a label is none of the text`(label: String) throws {
    let link = "<p>\(label)<a href='/2'>Beach huts let for a pound a day</a></p>"
    #expect(try read(page("", link)).body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: [
    "<span><div><img></div><em class='img_desc'>The quay at noon</em></span>",
    "<img> <small class=caption>The quay at noon</small>",
  ])
  func `a caption of words before a paragraph is none of it`(picture: String) throws {
    let page =
      "<body><h1>Ferry stays in port</h1><div>\(picture)\(Self.paragraphs.joined(separator: "<br><br>"))</div>"
    let article = try read(page)
    #expect(article.body.map(\.text) == Self.paragraphs)
    #expect(article.images.first?.caption == "The quay at noon")
  }

  @Test func `empty lines in the source part what reads like paragraphs`() throws {
    let page =
      "<body><h1>Ferry stays in port</h1><p class=sc-x>\(Self.paragraphs.joined(separator: "\n\n"))</p>"
    #expect(try read(page).body.map(\.text) == Self.paragraphs)
    let loose = page.replacing("\n\n", with: " ").replacing("old customs", with: "old\n\ncustoms")
    #expect(try read(loose).body.count == 1)
  }

  @Test(arguments: [
    "<div class='paywall'><h2>Subscribe to keep reading</h2><p>From £1 a month.</p></div>",
    "<div class='regwall'>Cet article est réservé aux abonnés.</div>",
    "<section><p>この記事は会員限定です</p></section>",
  ])
  func `a short text over a wall below it is not free`(wall: String) throws {
    #expect(try read(page().replacing("</article>", with: "\(wall)</article>")).isAccessibleForFree == false)
    #expect(try read(page().replacing("</article>", with: "</article>\(wall)")).isAccessibleForFree == false)
    #expect(
      try read(page().replacing("</article>", with: "</article><p>Subscribe")).isAccessibleForFree == nil)
  }

  @Test(arguments: [("T", "The", "he"), ("A", "As", "s"), ("Æ", "Æsir", "sir")])
  func `a large initial is put before the rest of its word`(initial: String, word: String, rest: String)
    throws
  {
    let first = "<p>\(Self.paragraphs[0])</p>"
    let article = page().replacing(
      first, with: "<span class=cap>\(initial)</span>" + first.replacing("The", with: rest))
    #expect(
      try read(article).body.map(\.text) == [word + Self.paragraphs[0].dropFirst(3)]
        + Self.paragraphs.dropFirst())
  }

  @Test(arguments: [("A", "new"), ("В", "городе"), ("É", "isso")])
  func `a letter that is a word is not put before another`(letter: String, word: String) throws {
    let first = "<p>\(Self.paragraphs[0])</p>"
    let article = page().replacing(first, with: "<span>\(letter)</span>" + first.replacing("The", with: word))
    #expect(try !read(article).body[0].text.hasPrefix(letter + word))
  }

  @Test func `lines in a box of other stories are none of the text`() throws {
    let links = ["Boat", "Pier", "Storm"].map {
      "<p><a href=/\($0)>\($0)</a> What became of it since the spring</p>"
    }
    let box = "<div><h6>Related articles</h6>\(links.joined())</div>"
    #expect(try read(page("", box)).body.map(\.text) == Self.paragraphs)
  }

  @Test func `a row of underlines parts sections`() throws {
    #expect(try read(page("<p>___</p>")).body.map(\.text).contains("___"))
  }

  @Test func `a tree goes below where a feature is no greater than its threshold`() {
    // One split of feature 1 at 5; leaves of -1 and 2 units.
    let model = BlockModel(text: "AQUC//gA/xAA")
    #expect(model.scores([0, 5, 0, 6].span, width: 2) == [-BlockModel.unit, 2 * BlockModel.unit])
  }

  @Test func `each of many blocks has its own score`() {
    let model = BlockModel(text: "AQUC//gA/xAA")
    let values: [UInt8] = [0, 5, 0, 6, 0, 6, 0, 5, 0, 6]
    #expect(model.scores(values.span, width: 2).map { $0 / BlockModel.unit } == [-1, 2, 2, -1, 2])
    #expect(model.scores([UInt8]().span, width: 2) == [])
  }

  @Test func `the learnt model is whole`() {
    let row = [UInt8](repeating: 0, count: BlockFeatures.width)
    let scores = BlockModel.news.scores(row.span, width: BlockFeatures.width)
    #expect(scores.count == 1 && abs(scores[0]) < 20 * BlockModel.unit)
  }
}
