import Testing

@testable import Normalization

/// What a page says of its article: title, authors, dates, by where they stand.
@Suite struct PageMetadataTests {
  private static let paragraph =
    "The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more."

  /// The article of a page of some head, some lines over the text, the text and some lines below it.
  private func read(
    head: String = "", header: String = "<h1>Old mill turns again</h1>", footer: String = "",
    reference: Timestamp? = nil
  ) throws -> Article {
    let text =
      "<p>\(Self.paragraph)</p><p>\(Self.paragraph) It did not last.</p><p>Nobody in \(Self.paragraph)</p>"
    let page =
      "<!DOCTYPE html><html><head>\(head)</head><body>\(header)<div class=article-body>\(text)</div>\(footer)</body></html>"
    return try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init(referenceDate: reference))
  }

  // MARK: - Titles

  @Test(arguments: [
    // The site's name goes, at either end, by its own word or by the heading's.
    (
      "<title>Old mill turns again - The Dunmere Post</title><meta property=og:site_name content='The Dunmere Post'>",
      ""
    ),
    ("<title>Dunmere Post » Old mill turns again</title>", "<h2>Old mill turns again</h2>"),
    ("<title>Old mill turns again | Local | Post</title>", ""),
    (
      "<title>Old mill turns again — dunmerepost</title><link rel=canonical href='https://www.dunmerepost.example/a'>",
      ""
    ),
    // A line over the text shows the headline as a heading does.
    ("<title>Old mill turns again - The Dunmere Post</title>", "<div>Old mill turns again</div>"),
    ("<title>Dunmere Post - Old mill turns again</title>", "<font size=5><b>Old mill turns again</b></font>"),
    (
      "<title>Dunmere Post: Old mill turns again</title>",
      "<h1><a>Dunmere Post</a></h1><h3 class=post-title>Old mill turns again</h3>"
    ),
    (
      "<title>Old mill turns again :: Dunmere Post</title><meta property=og:site_name content='Dunmere Post'>",
      ""
    ),
    (
      "<title>Old mill turns again // Dunmere Post</title><meta property=og:site_name content='Dunmere Post'>",
      ""
    ),
    (
      "<title>Old mill turns again, Dunmere Post</title><meta property=og:site_name content='Dunmere Post'>",
      ""
    ),
    (
      "<title>Old mill turns again - Post - News</title>", "<div>Old mill turns again</div>"
    ),
    // A logo is no headline, even in the page's only heading of the first order.
    (
      "<title>Old mill turns again</title>",
      "<h1><a href='/'>Dunmere Post</a></h1><h2>Old mill turns again</h2>"
    ),
    // The heading over the text counts more than a title for search engines.
    (
      "<title>Mill Dunmere: what happened?</title><meta property=og:title content='Mill Dunmere: what happened?'>",
      "<h1>Old mill turns again</h1>"
    ),
    // A kicker in an element of its own goes, unless the publisher declares it.
    (
      "<meta property=og:title content='Old mill turns again'>",
      "<h1><span class=kicker>Technology</span> Old mill turns again</h1>"
    ),
    ("", "<h1>Old mill turns again<span class=visually-hidden> | Dunmere Post</span></h1>"),
    ("<meta property=og:title content='Old mill turns again'>", "<h2>Most read</h2>"),
    // What stands in small letters in the heading is none of it.
    ("", "<h1>Old mill turns again<br><small>3 May 2024 • Region</small></h1>"),
    (
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Old mill turns again\"}</script>",
      ""
    ),
  ])
  func `a title is the headline without site and kicker`(head: String, header: String) throws {
    #expect(try read(head: head, header: header).headline == "Old mill turns again")
  }

  @Test(arguments: [
    ("山村小学迎来第一位音乐老师-西南教育网", "山村小学迎来第一位音乐老师"), ("山村小学迎来第一位音乐老师_教育_西南新闻", "山村小学迎来第一位音乐老师_教育"),
    ("中国-东盟博览会今天在南宁开幕", "中国-东盟博览会今天在南宁开幕"),
  ])
  func `a dash in Chinese parts a title from what is named like a site`(title: String, headline: String)
    throws
  {
    #expect(try read(head: "<title>\(title)</title>", header: "").headline == headline)
  }

  @Test func `a text in no element at all may have a title`() throws {
    let source = Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8")
    let page = "<title>Old mill - Dunmere</title>" + String(repeating: Self.paragraph + " ", count: 3)
    #expect(
      try article(inMarkup: Array(page.utf8), from: source, options: .init()).headline == "Old mill - Dunmere"
    )
  }

  @Test func `a kicker that the publisher declares belongs to the headline`() throws {
    let head =
      "<meta property=og:title content='Technology: Old mill turns again'><script type=application/ld+json>"
      + "{\"@type\":\"NewsArticle\",\"headline\":\"Technology: Old mill turns again\"}</script>"
    let found = try read(head: head, header: "<p>Technology</p><h1>Old mill turns again</h1>")
    #expect(found.headline == "Technology: Old mill turns again")
  }

  // MARK: - Authors

  @Test(arguments: [
    "<header><h1>Old mill turns again</h1><span class=byline>By <a href=/a>Jo Fenn</a></span></header>",
    "<h1>Old mill turns again</h1><a rel=author href=/jo>Jo Fenn</a>",
    "<h1>Old mill turns again</h1><a rel=author href=/jo>Jo Fenn, PhD, M.A.</a>",
    "<h1>Old mill turns again</h1><p class='meta social-comments'><span class='author vcard'>Jo Fenn</span></p>",
    "<h1>Old mill turns again</h1><p>Posted on 3 May 2024 by Jo Fenn</p>",
    "<h1>Old mill turns again</h1><p>3 May 2024 | Jo Fenn</p>",
    "<h1>Old mill turns again</h1><div><a href='/authors/jo-fenn'>Jo Fenn</a></div>",
    "<h1>Old mill turns again</h1><div itemprop=author><span itemprop=name>Jo Fenn</span>, Reporter</div>",
    "<h1>Old mill turns again</h1><p>Geschrieben am 3. Mai 2024 von Jo Fenn</p>",
    "<h1>Old mill turns again</h1><h5>Author:</h5> Jo Fenn",
    "<h1>Old mill turns again</h1><p class=author><a href='/authors/jo-fenn-licensed-miller'>Jo Fenn</a></p>",
    "<p class=autor>Jo Fenn</p><h1>Old mill turns again</h1>",
    "<h1>Old mill turns again</h1><p>A miller of eighty had kept the stones greased for all of the years since.</p><p>By Jo Fenn</p>",
  ])
  func `an author stands near the headline in many ways`(header: String) throws {
    #expect(try read(header: header).authors == [Author(name: "Jo Fenn", kind: .person)])
  }

  @Test func `a name after a comma is no degree`() throws {
    #expect(
      try read(header: "<h1>Old mill turns again</h1><a rel=author href=/jo>Fenn, Ma</a>").authors.map(\.name)
        != ["Fenn"])
  }

  @Test(arguments: [
    // A commentator, a teaser's author, a link beside a name, an account, the outlet itself.
    ("", "<div class=comment-list><span class='fn author'>Ann Roe</span></div>"),
    ("", "<article><h3>Another story</h3><span class=author>Ann Roe</span></article>"),
    ("", "<div class=author-box><a rel=author href=/all>All articles</a></div>"),
    ("", "<div class='vcard place'><span class=fn>New Dunmere</span></div>"),
    (
      "<meta name=author content='The Post (www.dunmere.example)'><link rel=canonical href='https://dunmere.example/a'>",
      ""
    ),
    ("<meta name=author content=admin>", ""),
    ("<meta name=author content='Dunmere Post'><meta property=og:site_name content='Dunmere Post'>", ""),
    ("<meta name=author content='https://dunmere.example/jo'>", ""),
    ("<meta name=author content='post@dunmere.example'>", ""),
    // The initials of the outlet, and who took the picture.
    ("<meta name=author content=DP><meta property=og:site_name content='DP - Dunmere Post'>", ""),
    ("", "<div class=author-name><a class=license-author href='https://pictures.example'>Ann Roe</a></div>"),
  ])
  func `who is not the author is not named`(head: String, footer: String) throws {
    #expect(try read(head: head, footer: footer).authors.isEmpty)
  }

  @Test func `a person on the page counts more than a house or an account in JSON-LD`() throws {
    let head =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"jfenn\"}}</script>"
    let header = "<h1>Old mill turns again</h1><p class=byline>By Jo Fenn</p>"
    #expect(try read(head: head, header: header).authors.map(\.name) == ["Jo Fenn"])
  }

  @Test func `an author of JSON-LD may stand elsewhere in its graph`() throws {
    let head =
      "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"BlogPosting\",\"headline\":\"Old mill\",\"author\":"
      + "{\"@id\":\"#jo\"}},{\"@type\":\"Person\",\"@id\":\"#jo\",\"name\":\"Jo Fenn (jf)\"}]}</script>"
    #expect(try read(head: head).authors.map(\.name) == ["Jo Fenn"])
  }

  @Test(arguments: [
    "<p><em>Von Jo Fenn</em></p>", "<p> <strong>Jo Fenn</strong> </p>",
    "<p>Text von Jo Fenn &nbsp; Illustration von Ann Roe</p>", "<p>Words: Jo Fenn Photos: Ann Roe</p>",
  ])
  func `a byline may stand below the text`(footer: String) throws {
    #expect(try read(footer: footer).authors.map(\.name) == ["Jo Fenn"])
  }

  @Test(arguments: [
    // Programs know of one author, or of who put it there.
    ("Jo Fenn", "<span class=byline>By Jo Fenn, Ann Roe</span>", ["Jo Fenn", "Ann Roe"]),
    ("Jim Poe", "<p>By Jo Fenn</p>", ["Jo Fenn"]),
    ("Jo Fenn", "<p>3 May 2024</p>", ["Jo Fenn"]), ("Jo Fenn", "<p>By Dunmere Post</p>", ["Jo Fenn"]),
    // An office at the outlet is no part of the name.
    ("Jo Fenn Dunmere Post News Fellow", "", ["Jo Fenn"]),
  ])
  func `what is printed above the text counts more than the one name that programs have`(
    stated: String, header: String, expected: [String]
  ) throws {
    let head =
      "<meta property=og:site_name content='Dunmere Post'><script type=application/ld+json>"
      + "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"\(stated)\"}}</script>"
    #expect(
      try read(head: head, header: "<h1>Old mill turns again</h1>\(header)").authors.map(\.name) == expected)
  }

  @Test(arguments: ["<![CDATA[\n", "/*<![CDATA[*/ ", "//<![CDATA[\n", "<!-- "])
  func `JSON-LD may be hidden from readers of XML`(beginning: String) throws {
    let json = "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Jo Fenn\"},{\"name\":\"Ann Roe\"}]}"
    let head = "<script type=application/ld+json>\(beginning)\(json)</script>"
    #expect(try read(head: head).authors.map(\.name) == ["Jo Fenn", "Ann Roe"])
  }

  @Test(arguments: [
    ("<h1>Old mill turns again</h1><p>Ann Roe</p><p>3 May 2024</p>", ["Ann Roe"]),
    (
      "<h1>Old mill turns again</h1><p class=author>Jo Fenn im Gespräch mit Ann Roe</p>",
      ["Jo Fenn", "Ann Roe"]
    ),
    ("<h1>Old mill turns again</h1><p><em>Text von Jo Fenn Illustration von Al Roe</em></p>", ["Jo Fenn"]),
    ("<h1>水車が再び回る</h1><p>著者：後藤大地</p>", ["後藤大地"]),
    ("<h1>水車が再び回る</h1><p class=byline>文● 後藤大地／水車編集部</p>", ["後藤大地"]),
    ("<h1>水车又转了</h1><p class=author>半月谈记者 史卫燕</p>", ["史卫燕"]),
    // What stands above a date need not be who wrote it.
    ("<h1>Old mill turns again</h1><p>Lower Dunmere</p><p>3 May 2024</p>", []),
  ])
  func `a header names its authors in the ways of many countries`(header: String, expected: [String]) throws {
    #expect(try read(header: header).authors.map(\.name) == expected)
  }

  @Test func `the line of an author that says when it was published is the article's`() throws {
    let found = try read(
      footer: "<div class=share-tools><div class=autor>Jo Fenn | Publicado hace 3 horas</div></div>")
    #expect(found.authors.map(\.name) == ["Jo Fenn"])
  }

  @Test func `people come before the house that publishes them`() throws {
    let head = "<meta name=author content='Dunmere Media Inc.'><meta name=author content='Jo Fenn'>"
    #expect(try read(head: head).authors.map(\.name) == ["Jo Fenn"])
    let header = "<h1>Old mill turns again</h1><p>Redaktion</p><p>Landesanstalt für Wald</p>"
    let footer = "<p>Autoren<br><span itemprop=author>Jo Fenn</span></p>"
    #expect(try read(header: header, footer: footer).authors.map(\.name) == ["Jo Fenn"])
  }

  @Test func `the head may name authors that JSON-LD leaves out`() throws {
    let head =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Jo Fenn\"}}"
      + "</script><meta name=author content='Ann Roe, Jo Fenn'>"
    #expect(try read(head: head).authors.map(\.name) == ["Ann Roe", "Jo Fenn"])
  }

  @Test func `a desk is an organisation`() throws {
    let found = try read(header: "<h1>Old mill turns again</h1><p class=byline>By Dunmere News Desk</p>")
    #expect(found.authors == [Author(name: "Dunmere News Desk", kind: .organization)])
  }

  // MARK: - Dates

  @Test(arguments: [
    (
      "<meta property=article:published_time content='2024-05-03T08:00:00+02:00'>", "",
      "2024-05-03T08:00:00+02:00"
    ),
    ("", "<p>Updated: 4 May 2024. Published: 3 May 2024</p>", "2024-05-03"),
    ("<meta name=date content='2024-05-04'>", "<time datetime='2024-05-03'>3 May</time>", "2024-05-03"),
    ("<link rel=canonical href='https://dunmere.example/2024/05/03/mill'>", "", "2024-05-03"),
    ("", "<abbr class=published title='2024-05-03T08:00'>May</abbr>", "2024-05-03T08:00:00"),
    // The same instant, once in the zone of the newsroom.
    (
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-02T22:30:00Z\"}</script>",
      "<time datetime='2024-05-03T00:30:00+02:00'>3 May</time>", "2024-05-03T00:30:00+02:00"
    ),
    // The instant in UTC, and the clock of the newsroom in print.
    (
      "<meta property=article:published_time content='2024-05-02T22:30:00Z'>", "<p>3 May 2024, 00:30</p>",
      "2024-05-03T00:30:00+02:00"
    ),
    // Day and month as another date on the page has them.
    (
      "<meta name=pubdate content='05/03/2024 10:00'>", "<p>Dunmere, May 3, 2024</p>", "2024-05-03T10:00:00"
    ),
    (
      "<meta name=pubdate content='10/05/2024'><meta name=lastmod content='10/06/2024'>",
      "<p>Dunmere, October 5, 2024</p>", "2024-10-05"
    ),
    // Nothing is published after its last change.
    (
      "<meta name=pubdate content='05/03/2024 5:22 pm'><meta name=lastmod content='2024/03/05 18:00'>", "",
      "2024-03-05T17:22:00"
    ),
    ("", "<p><span class=date>May 03 09:34</span><span>2024</span></p>", "2024-05-03T09:34:00"),
  ])
  func `a date is that of publication`(head: String, header: String, expected: String) throws {
    let found = try read(head: head, header: "<h1>Old mill turns again</h1>\(header)")
    #expect(found.published?.description == expected)
  }

  @Test func `dates of comments and teasers are none of the article's`() throws {
    let footer =
      "<div class=comments><time datetime='2024-05-09'>9 May</time></div>"
      + "<ul><li><h3>Other</h3><time datetime='2024-05-08'></time></li></ul>"
    #expect(try read(footer: footer).published == nil)
  }

  // MARK: - The rest of the record

  @Test func `a picture has its address, and the one that the page shares comes first`() throws {
    let head =
      "<link rel=canonical href='https://dunmere.example/mill'><meta property=og:image content='/lead.jpg'>"
    let header =
      "<h1>Old mill turns again</h1><figure><img src='data:image/gif;base64,AA' srcset='/s.jpg 300w, /l.jpg 900w'>"
      + "<figcaption>The wheel of the mill on Monday.</figcaption></figure>"
    let found = try read(head: head, header: header)
    #expect(
      found.images.map(\.contentURL) == ["https://dunmere.example/lead.jpg", "https://dunmere.example/l.jpg"])
    #expect(found.images.last?.caption == "The wheel of the mill on Monday.")
  }

  @Test func `a picture of JSON-LD has its caption and credit`() throws {
    let head =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":{\"@type\":\"ImageObject\",\"url\":"
      + "\"https://dunmere.example/l.jpg\",\"caption\":\"The wheel\",\"creditText\":\"Ann Roe\"}}</script>"
    #expect(
      try read(head: head).images
        == [Figure(caption: "The wheel", credit: "Ann Roe", contentURL: "https://dunmere.example/l.jpg")])
  }

  @Test(arguments: [
    ("<link rel=canonical href='https://dunmere.example/mill'>", "https://dunmere.example/mill"),
    (
      "<link rel=canonical href='/mill'><meta property=og:url content='https://dunmere.example/?id=1'>",
      "https://dunmere.example/mill"
    ),
    (
      "<link rel=canonical href='https://dunmere.example/'><meta property=og:url content='https://dunmere.example/mill'>",
      "https://dunmere.example/mill"
    ),
    ("<link rel=canonical href='/mill'>", nil),
  ])
  func `a canonical address is absolute and the article's own`(head: String, expected: String?) throws {
    #expect(try read(head: head).url == expected)
  }

  @Test func `keywords are those that editors set`() throws {
    let head =
      "<meta name=keywords content='Dunmere news, all of it'><meta name=news_keywords content='mills, Dunmere,mills,_no-feed,10031'>"
      + "<meta property=article:section content=Local>"
    let found = try read(head: head)
    #expect(found.keywords == ["mills", "Dunmere"])
    #expect(found.section == "Local")
  }

  @Test(
    arguments: [
      ("<meta property=article:content_tier content=locked>", false),
      ("<meta property=article:content_tier content=free>", true), ("", nil),
      (
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>",
        false
      ),
      (
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"hasPart\":{\"isAccessibleForFree\":false}}</script>",
        false
      ),
    ] as [(String, Bool?)])
  func `a page says whether its text is free`(head: String, expected: Bool?) throws {
    #expect(try read(head: head).isAccessibleForFree == expected)
  }

  @Test(arguments: [
    "<br />\n<b>Warning</b>: mysql in <b>/www/a.php</b><br />\n",
    "\t<meta property='og:type' content='article'>",
  ])
  func `a page may begin with what its server said`(beginning: String) throws {
    let text =
      "<!DOCTYPE html><html><body><h1>Old mill turns again</h1><p>\(Self.paragraph)</p></body></html>"
    let found = try articles(
      in: SourceFile(name: Array("a.html".utf8), sha256: "", bytes: Array((beginning + text).utf8)),
      options: .init())
    #expect(found[0].source.format == "text/html")
    #expect(found[0].headline == "Old mill turns again")
  }

  @Test func `the day over the heading is that of reading, if another stands below it`() throws {
    let header = "<div>Sunday, September 15, 2024</div><h1>Old mill turns again</h1>"
    #expect(
      try read(header: header + "<div>3 March 2024, 10:15</div>").published?.description.hasPrefix(
        "2024-03-03") == true)
    #expect(try read(header: header).published?.description.hasPrefix("2024-09-15") == true)
  }

  @Test func `a bare name beside the date does not stand against the author whom the head names`() throws {
    let header = "<h1>Old mill turns again</h1><div>Harbour Log, 11 November 2024, 13:05</div>"
    #expect(
      try read(head: "<meta name=author content='Ann Lee'>", header: header).authors.map(\.name) == [
        "Ann Lee"
      ])
  }
}
