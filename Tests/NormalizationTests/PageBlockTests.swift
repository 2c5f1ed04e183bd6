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

  // MARK: - Lists and tables

  @Test func `rows of numbers stay in a table`() throws {
    let table =
      "<tr><th>Year</th><th>Cars</th></tr><tr><td>2011</td><td>840</td></tr><tr><td>2019</td><td>1250</td></tr>"
    let rows = ["Year Cars", "2011 840", "2019 1250"]
    #expect(try inside("<table>\(table)</table>") == rows)
    let figure = try read(
      page(inside: "<figure><table>\(table)</table><figcaption>Cars a day</figcaption></figure>"))
    #expect(figure.body.map(\.text) == Self.paragraphs[0...2] + rows + [Self.paragraphs[3]])
    #expect(figure.images.map(\.caption) == ["Cars a day"])
  }

  @Test func `the days of a timeline stay in it, and none of them is that of publication`() throws {
    let items = [
      "1871: the bridge is built", "2 March 2024: Cracks are found", "April 2024: Work begins", "£4,000",
    ]
    let list = "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>"
    let found = try read(page(inside: list))
    #expect(found.body.map(\.text) == Self.paragraphs[0...2] + items + [Self.paragraphs[3]])
    #expect(found.published == nil)
    let atEnd = try read(page() + "<h2>Timeline</h2>" + list)
    #expect(atEnd.published == nil)
  }

  @Test func `a line that says more than when the text came out stays in it`() throws {
    let life = "Brigid Mary Hanlon, postmistress, born 3 March 1929; died 28 January 2024"
    #expect(try inside("<p>\(life)</p>") == [life])
  }

  @Test func `where and when something will be stays in a list of events`() throws {
    let body = [
      "The nights are drawing in, and the bay has never been busier. Here is what we will be going to this week.",
      "The Salt Singers", "A choir of retired pilots, with songs that their wives had forbidden.",
      "St Mary’s Hall, Saturday 5 October 2024, 7.30pm", "Net-mending for beginners",
      "Bring your own needle. Tea is provided by the chandlery, and cake if there is any.",
      "Old Lifeboat House, Sunday 6 October 2024, 2pm",
      "All events are free unless the treasurer sees you first, the organisers said when we called on them.",
    ]
    let tags = ["p", "h3", "p", "p", "h3", "p", "p", "p"]
    let text = zip(tags, body).map { "<\($0)>\($1)</\($0)>" }.joined()
    let found = try read(
      "<article><h1>What’s on around the bay</h1><div>3 October 2024</div>\(text)</article>")
    #expect(found.body.map(\.text) == body)
    #expect(found.published?.description == "2024-10-03")
  }

  @Test func `whose an embedded post is stays with what it says`() throws {
    let post =
      "<blockquote><p>We shall carry the cars over one by one if need be, said nobody so far.</p>— Jo Fenn (@jofenn) <a href=x>May 3, 2024</a></blockquote>"
    #expect(
      try inside(post) == [
        "We shall carry the cars over one by one if need be, said nobody so far.",
        "— Jo Fenn (@jofenn) May 3, 2024",
      ])
  }

  @Test(arguments: [
    "Have a word? Jo Fenn may be reached at jfenn@gazette.example. Follow her on Facebook.",
    "Email Jo Fenn at jfenn@gazette.example or follow her @jofenn.",
    "Follow our full coverage of the harbour and the pier at https://gazette.example/harbour",
    "More harbour news: https://gazette.example/harbour and https://gazette.example/pier",
  ])
  func `what leads elsewhere below a text is none of it`(line: String) throws {
    let paragraphs = (Self.paragraphs + [line]).map { "<p>\($0)</p>" }.joined()
    let found = try read("<article><h1>A new pier</h1><div>\(paragraphs)</div></article>")
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  // MARK: - Boxes and subheads

  @Test func `a box of facts stays, one of other stories goes`() throws {
    let facts =
      "<h2>Facts: the bridge</h2><ul><li>Built in 1871 by the railway.</li><li>It carries 4,000 cars a day.</li></ul>"
    #expect(
      try inside("<aside class=factbox>\(facts)</aside>")
        == ["Facts: the bridge", "Built in 1871 by the railway.", "It carries 4,000 cars a day."])
    #expect(
      try inside(
        "<aside class=factbox><h2>Background</h2><ul><li><a href=x>Mill turns again</a></li></ul></aside>")
        == [])
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

  @Test func `a heading of the first order between paragraphs is that of a part`() throws {
    #expect(try inside("<h1>Shopkeepers fear for trade</h1>") == ["Shopkeepers fear for trade"])
    #expect(try inside("<h1>\(Self.headline)</h1>") == [])
    #expect(try inside("<div><h1>Shopkeepers fear for trade</h1></div>") == [])
  }

  @Test func `a heading over nothing but links goes with them`() throws {
    let box = "<div class=keretes><h4>Kapcsolódó</h4><a href=/k>Bezár a strand büféje</a></div>"
    #expect(try inside(box) == [])
    let edited = "<div><h4>What comes next</h4><a href=/e>edit</a></div>"
    #expect(try inside(edited).contains("What comes next"))
  }

  @Test func `the first of many short headings stays below the headline`() throws {
    let letters = Self.paragraphs.enumerated().map { "<h3>Letter \($0.offset)</h3><p>\($0.element)</p>" }
    let found = try read("<article><h1>\(Self.headline)</h1><div>\(letters.joined())</div></article>")
    #expect(found.body.first?.text == "Letter 0")
  }

  @Test func `a press contact in Japanese ends a text`() throws {
    let text = [
      "株式会社青嶺製作所は、水素ステーション向け高圧弁の生産能力を増強するため、北海道留萌市に新工場を建設することを決定しました。",
      "新工場の投資額は約85億円で、2026年10月の稼働を予定しています。生産能力は現在の約2.5倍となる年間12万個に拡大します。",
    ]
    let contact = "<div><p>【本件に関するお問い合わせ先】</p><p>株式会社青嶺製作所　広報部</p></div>"
    let found = try read("<div id=main><div><p>\(text[0])</p><p>\(text[1])</p></div>\(contact)</div>")
    #expect(found.body.map(\.text) == text)
  }

  @Test func `the entries of a report that goes on are one text`() throws {
    let entries = Self.paragraphs.enumerated().map { index, text in
      "<article class=entry><time>1\(index):40</time><h2>Part \(index) of what happened</h2><p>\(text)</p></article>"
    }
    let found = try read("<main><h1>\(Self.headline)</h1><section>\(entries.joined())</section></main>")
    #expect(
      found.body.map(\.text)
        == Self.paragraphs.enumerated().flatMap { ["Part \($0.offset) of what happened", $0.element] })
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

  @Test(arguments: [
    "Aktualisiert am 07.01.2026 - 18:50 UhrLesedauer: 4 Min.", "15.04.2026 - 15:48 UhrLesedauer: 2 Min.",
  ])
  func `a line with the date is no standfirst where it is named one`(line: String) throws {
    #expect(try read(page(header: "<div>By Ann Lee</div><h4>\(line)</h4>")).standfirst == nil)
  }

  @Test(arguments: [
    "WEXBURY, Nov. 3 (AP) - The bridge over the river Wend was shut on Monday after cracks were found in two of its...",
    "he bridge over the river Wend was shut on Monday after cracks were found in two of its pillars",
    "The swing bridge at dusk, when hardly anybody crosses it any more",
  ])
  func `a description that repeats the text or a caption is no standfirst`(description: String) throws {
    let lead =
      "WEXBURY (AP) — The bridge over the river Wend was shut on Monday after cracks were found in two of its pillars."
    let caption = "The swing bridge at dusk, when hardly anybody crosses it any more. Photo: Ann Lee"
    let found = try read(
      "<article><h1>\(Self.headline)</h1>\(Self.day)<figure><img src=a.jpg><figcaption>\(caption)</figcaption></figure>"
        + ([lead] + Self.paragraphs).map { "<p>\($0)</p>" }.joined() + "</article>",
      head: "<meta name=description content='\(description)'>")
    #expect(found.standfirst == nil && found.body.first?.text == lead)
  }

  @Test(arguments: ["perex", "ingress", "article-bajada", "field--name-field-vorspann"])
  func `a standfirst has its name in the language of the page's makers`(name: String) throws {
    let deck = "Wexbury – The only crossing of the Wend has been shut to all but the fire brigade."
    let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    let found = try read(
      "<div><h1>\(Self.headline)</h1>\(Self.day)<p class=\(name)><b>\(deck)</b></p>\(text)</div>")
    #expect(found.standfirst == deck)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `a standfirst goes on where the description of the page breaks off`() throws {
    let description = "Cracks in two pillars have closed the only crossing of the river Wend."
    let deck = "\(description) The mayor hopes for a ferry."
    let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    let found = try read(
      "<div><h1>\(Self.headline)</h1><div class=teaser-text><p>\(deck)</p></div><div itemprop=articleBody>\(text)</div></div>",
      head: "<meta name=description content='\(description)'>")
    #expect(found.standfirst == deck)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `a description that speaks of the site is no standfirst`() throws {
    func standfirst(_ description: String) throws -> String? {
      try read(page(), head: "<meta name=description content='\(description)'>").standfirst
    }
    #expect(try standfirst("Breaking stories from around Wexbury at once, as they happen") == nil)
    let deck = "Engineers have found that two pillars of it are about to give way"
    #expect(try standfirst(deck) == deck)
  }

  // MARK: - Captions

  @Test(arguments: [
    "<div class=photo><img src=a.jpg><br><span class=cutline>CAPTION</span></div>",
    "<div><img src=a.jpg><p class=dida>CAPTION</p></div>",
    "<div><img src=a.jpg><div class=cutline>CAPTION</div></div>",
  ])
  func `a line below a picture is its caption`(part: String) throws {
    let caption = "Workers inspect the cracks in the eastern pillar."
    let found = try read(page(inside: part.replacing("CAPTION", with: caption)))
    #expect(found.images.map(\.caption) == [caption])
    #expect(found.body.map(\.text) == Self.paragraphs)
    let above = try read(page(header: part.replacing("CAPTION", with: caption)))
    #expect(above.images.map(\.caption) == [caption])
  }

  @Test func `the caption of the figure over the headline is read`() throws {
    let figure = "<figure><img src=r.jpg><figcaption>Workers inspect the pillar.</figcaption></figure>"
    let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    let found = try read(
      "<main><div>\(figure)</div><h1>\(Self.headline)</h1><article>\(text)</article></main>")
    #expect(found.images.map(\.caption) == ["Workers inspect the pillar."])
  }

  @Test(arguments: [
    "<header><h1>HEADLINE</h1><figure><img src=r.jpg><figcaption>CAPTION</figcaption></figure></header>",
    "<header><div><img src=r.jpg><div class=Caption__root>CAPTION</div></div><h1>HEADLINE</h1></header>",
  ])
  func `the caption of a picture beside the headline is read, though the page's header is none of the text`(
    header: String
  ) throws {
    let caption = "Workers inspect the pillar."
    let top = header.replacing("CAPTION", with: caption).replacing("HEADLINE", with: Self.headline)
    let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    let found = try read("<article>\(top)<section>\(text)</section></article>")
    #expect(found.images.map(\.caption) == [caption])
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `a cell below a picture may be its caption`() throws {
    let table =
      "<table><tr><td><img src=a.jpg></td></tr><tr><td class=tr-caption>The bridge in 1978, the mayor in front</td></tr></table>"
    let found = try read(page(inside: table))
    #expect(found.images.map(\.caption) == ["The bridge in 1978, the mayor in front"])
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `a link to pictures elsewhere is no caption`() throws {
    let found = try read(page(inside: "<p>[<a href=/x>Photos: A storm in the Wend valley</a>]</p>"))
    #expect(found.images.isEmpty)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: [
    "<figure><div><a href=/x>Why our dams are emptier than the charts suggest</a><span>Read more</span></div></figure>",
    "<figure><div><h2>Sign up to the Five Great Reads newsletter</h2><p>Each week our editors select five of them.</p></div></figure>",
  ])
  func `a figure that leads elsewhere has no caption`(part: String) throws {
    let found = try read(page(inside: part))
    #expect(found.images.isEmpty)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `a byline in an element of credits is no caption`() throws {
    #expect(try read(page(header: "<div class=credit><div>Ann Lee, Tom Orme</div></div>")).images.isEmpty)
    #expect(try read(page(header: "<div class=credit>By Ann Lee<br>3rd October 2024</div>")).images.isEmpty)
    let structured = "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"נועה ברק\"}}"
    let known = try read(
      page(header: "<div class=credit>נועה ברק | 02.03.25 | 06:00</div>"),
      head: "<script type='application/ld+json'>\(structured)</script>")
    #expect(known.authors.map(\.name) == ["נועה ברק"])
    #expect(known.images.isEmpty)
  }

  // MARK: - Pages of tables

  @Test(arguments: ["Wexbury Gazette - Bridge closed for six weeks", "Wexbury Gazette Online"])
  func `what old pages set in large letters is their headline`(title: String) throws {
    let text = Self.paragraphs.map { "\($0)<br><br>" }.joined()
    let page =
      "<table><tr><td><font size=1>Friday, 14 February 2003</font><br><font size=5><b>\(Self.headline)</b></font><br>"
      + "<font size=2><i>By Ann Lee</i></font><br><br><font size=3>\(text)</font></td></tr></table>"
    let found = try read(page, head: "").headline
    #expect(found == Self.headline)
    let titled = try article(
      inMarkup: Array("<html><head><title>\(title)</title></head><body>\(page)</body></html>".utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
    #expect(titled.headline == Self.headline)
    #expect(titled.authors.map(\.name) == ["Ann Lee"])
    #expect(titled.published?.description == "2003-02-14")
    #expect(titled.body.map(\.text) == Self.paragraphs)
  }

  @Test func `the title of a page is cut where its text begins with the headline`() throws {
    let text = Self.paragraphs.map { "\($0)<br><br>" }.joined()
    let page =
      "<table><tr><td><font size=1>14.2.2003</font><br><font size=4><b>\(Self.headline)</b></font><br><br>\(text)</td></tr></table>"
    let title = "<title>\(Self.headline) - Wexbury Gazette - Print</title>"
    let found = try article(
      inMarkup: Array("<html lang=en><head>\(title)</head><body>\(page)</body></html>".utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
    #expect(found.headline == Self.headline)
    #expect(found.body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: ["Von Anna Lenz, Redakteurin", "06.11.2024, 21:18 Uhr • Lesezeit: 5 Minuten"])
  func `who wrote and when is no caption of the portrait above it`(line: String) throws {
    let found = try read(
      "<article><h1>\(Self.headline)</h1>\(Self.day)<figure><img src=/a.jpg><figcaption>\(line)</figcaption></figure>"
        + Self.paragraphs.map { "<p>\($0)</p>" }.joined() + "</article>")
    #expect(found.images.allSatisfy { $0.caption == nil } && found.body.map(\.text) == Self.paragraphs)
  }

  @Test func `the picture that the page shares is not told twice where its caption is longer in the text`()
    throws
  {
    let caption = "The swing bridge at dusk, when hardly anybody crosses it"
    let found = try read(
      "<article><h1>\(Self.headline)</h1>\(Self.day)<figure><img src=/small.jpg><figcaption>\(caption). Photo: Ann Lee"
        + "</figcaption></figure>" + Self.paragraphs.map { "<p>\($0)</p>" }.joined() + "</article>",
      head:
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":{\"@type\":\"ImageObject\",\"url\":"
        + "\"https://wexbury.example/l.jpg\",\"caption\":\"\(caption)\"}}</script>")
    #expect(
      found.images == [
        Figure(caption: "\(caption).", credit: "Ann Lee", contentURL: "https://wexbury.example/l.jpg")
      ])
  }

  @Test func `a caption is no standfirst where the head describes the page by it`() throws {
    let caption = "The bridge over the Wend as it stood on the morning after."
    let deck = "Cracks in two pillars close the only crossing of the river Wend until the spring."
    let header =
      "<figure><img src=a.jpg><figcaption>\(caption) © E. Poe</figcaption></figure><p class=deck>\(deck)</p>"
    let read = try read(page(header: header), head: "<meta name=description content=\"\(caption)\">")
    #expect(read.standfirst == deck)
    #expect(read.images.map(\.caption) == [caption])
  }
}
