import Testing

@testable import Normalization

/// What the golden cases of wire files do not show: states, rights, dates, and files that are broken or hostile.
@Suite struct NewsWireTests {
  static let text = "The copper mine in Kolsk will close in the spring, the company said on Monday."

  private func read(_ text: String) throws -> Reading {
    try reading(
      of: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())
  }

  private func article(_ text: String) throws -> Article {
    let found = try read(text)
    #expect(!found.isCollection)
    return found.articles[0]
  }

  private func g2(meta: String = "", content: String = "", body: String = text) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><itemClass qcode="ninat:text"/>\(meta)</itemMeta>
    <contentMeta><headline>Mine to close</headline>\(content)</contentMeta>
    <contentSet><inlineXML contenttype="text/html"><html><body><p>\(body)</p></body></html></inlineXML></contentSet></newsItem>
    """
  }

  @Test(
    arguments: [
      ("stat:usable", nil), ("stat:canceled", .canceled), ("stat:withheld", .withheld),
      ("Canceled", .canceled),
    ] as [(String, PublicationStatus?)])
  func `a story that was taken back says so`(code: String, status: PublicationStatus?) throws {
    #expect(try article(g2(meta: "<pubStatus qcode=\"\(code)\"/>")).status == status)
  }

  @Test func `an embargo is told, and what is not for the public is not`() throws {
    let found = try article(
      g2(
        meta:
          "<embargoed>2024-10-02T18:00:00.000+02:00</embargoed><edNote>Picture follows</edNote><edNote pubconstraint=\"x:y\">0555 12</edNote>"
      ))
    #expect(found.embargoed == Timestamp("2024-10-02T18:00:00+02:00"))
    #expect(found.furniture == [Furniture(text: "Picture follows", reason: "editor-note")])
  }

  @Test func `who made the file is no author unless it is a person by their full name`() throws {
    #expect(try article(g2(content: "<creator><name>moor.jan</name></creator>")).authors == [])
    #expect(try article(g2(content: "<creator literal=\"Reuters\"/>")).authors == [])
    #expect(
      try article(g2(content: "<creator><name>Jan Moor</name></creator>")).authors == [
        Author(name: "Jan Moor", kind: .person)
      ])
  }

  @Test func `two stories in a message are two articles, and pictures alone are none`() throws {
    let two = try read("<newsMessage><itemSet>\(g2())\(g2())</itemSet></newsMessage>")
    #expect(two.isCollection && two.articles.count == 2)
    let picture =
      "<newsItem><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta><contentMeta><description>A mine.</description></contentMeta></newsItem>"
    #expect(throws: NormalizationError.notAnArticle(seen: "pictures without a text")) { try read(picture) }
    #expect(throws: NormalizationError.self) { try read("<conceptItem><concept/></conceptItem>") }
  }

  @Test(
    arguments: [
      ("20241215", "2024-12-15"), ("20241215T193000+0100", "2024-12-15T19:30:00+01:00"),
      ("20241215T1930Z", "2024-12-15T19:30:00+00:00"),
      ("2024-12-15T19:30:00.250Z", "2024-12-15T19:30:00+00:00"),
      ("2024-12-15T19:30:00+0100", "2024-12-15T19:30:00+01:00"), ("20080219+0100", "2008-02-19"),
      ("1725348600", "2024-09-03T07:30:00+00:00"), ("1725348600123", "2024-09-03T07:30:00+00:00"),
      ("1970-01-01T00:00:00Z", nil),
      ("Tue, 03 Sep 2024 07:30:00 GMT", "2024-09-03T07:30:00+00:00"), ("99999999", nil), ("not-a-date", nil),
      ("", nil),
    ] as [(String, String?)])
  func `dates are read as wires write them`(text: String, date: String?) {
    #expect(wireDate(text, NormalizationOptions())?.description == date)
  }

  @Test(
    arguments: [
      ("Hallum (nwa) - Die Fähre fährt.", "Hallum (nwa)"),
      ("Bruselas, 16 ene (EFE).- La Unión", "Bruselas, 16 ene (EFE)"),
      ("TEHRAN (Reuters) - The talks", "TEHRAN (Reuters)"), ("Die Firma (gegründet 1990) - ein Riese", nil),
      ("Er sagte (nwa), dass", nil), ("(nwa) - Die Fähre", nil),
    ] as [(String, String?)])
  func `a dateline may name any agency`(paragraph: String, dateline: String?) {
    #expect(wireDateline(of: paragraph) == dateline)
  }

  @Test func `a message without an equals sign has its headline before the first blank line`() throws {
    let found = try article(
      "\u{1}abc0001 3 pl 10 nwa 0001\r\n\r\n\u{2}Mine to close\r\n\r\n\(Self.text)\r\n\r\n-30-\r\n\u{3}011200 Mai 24\r\n"
    )
    #expect(found.headline == "Mine to close")
    #expect(found.body.map(\.text) == [Self.text])
    #expect(found.published == Timestamp("2024-05-01T12:00:00"))
    #expect(found.furniture == [Furniture(text: "-30-", reason: "editor-note")])
  }

  @Test(arguments: [
    "<nitf><body><body.content><p>\(text)</body.content></body></nitf>",
    "<nitf><body><body.content><p>\(text)</b></i></p></body.content></body></nitf>",
    "<nitf><body><body.content><p>\(text) &nope; &#xFFFFFFFF; <</p></body.content></nitf>",
    "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>\(text) &a;&b;</p></body.content></body></nitf>",
    "<NITF><Body><Body.Content><![CDATA[<p>\(text)</p>]]></NITF>",
  ])
  func `what is broken is read as far as it goes, and nothing is looked up`(text: String) throws {
    let body = try article(text).body.map(\.text).joined()
    #expect(body.contains("will close in the spring"))
    #expect(!body.contains("aaaa") && !body.contains("root:"))
  }

  @Test(arguments: [
    ("<nitf><body><body.content><p>\(text) The mayor sai", "NITF"),
    ("<newsItem><contentSet><inlineXML><p>\(text)</p>", "NewsML-G2"),
    ("<rss><channel><item><description>\(text) The mayor", "the feed"),
    ("\u{1}abc0001 3 pl 10 nwa 0001\r\n\u{2}Mine =\r\n\r\n\(text) The may", "IPTC 7901"),
  ])
  func `a story that ends in the middle is refused`(text: String, format: String) {
    #expect(throws: NormalizationError.cutOff(format)) { try read(text) }
  }

  @Test(arguments: [
    ("<byline>By <person>Ann Roe</person><byttl>Staff Writer</byttl></byline>", ["Ann Roe"]),
    ("<byline>By ANN ROE<byttl>Associated Press Writer</byttl></byline>", ["ANN ROE"]),
    ("<byline>By ANN ROE and JO FENN<br/>Associated Press Writers</byline>", ["ANN ROE", "JO FENN"]),
    (
      "<byline><person>Ann Roe</person>, <person>Jo Fenn</person> and Al Poe</byline>",
      ["Ann Roe", "Jo Fenn", "Al Poe"]
    ),
    ("<byline>By Ann Roe, AP Transport Writer</byline>", ["Ann Roe"]),
    ("<byline>Ann Roe Environment editor</byline>", ["Ann Roe"]),
    (
      "<byline>Par Élodie Le Gall et Jean-François Crépin, à Nantes</byline>",
      ["Élodie Le Gall", "Jean-François Crépin"]
    ),
  ])
  func `a byline gives its names without their offices`(byline: String, names: [String]) throws {
    let found = try article(
      "<nitf><body><body.head>\(byline)</body.head><body.content><p>\(Self.text)</p></body.content></body></nitf>"
    )
    #expect(found.authors.map(\.name) == names)
  }

  @Test func `what a wire puts around its story is none of it`() throws {
    let lines = [
      "Mine to close", "By Ann Roe and Jo Fenn", Self.text, "It opened in 1911.", "mjn/amr/ros",
      "((ann.roe@nwa.example; +44 20 7946 0000))",
      "(Reporting by Ann Roe; Editing by Jo Fenn)", "© Nordwest-Agentur", "___",
    ]
    let found = try article(g2(body: lines.joined(separator: "</p><p>")))
    #expect(found.body.map(\.text) == [Self.text, "It opened in 1911."])
    #expect(found.authors.map(\.name) == ["Ann Roe", "Jo Fenn"])
    #expect(found.sourceCredit == "(Reporting by Ann Roe; Editing by Jo Fenn)")
    #expect(
      found.furniture.map(\.reason) == [
        "preamble", "preamble", "signature", "signature", "copyright", "separator",
      ])
  }

  @Test func `a lead that is the description too stays in the body`() throws {
    let found = try article(
      g2(
        content: "<description role=\"drol:summary\">\(Self.text)</description>",
        body: "\(Self.text)</p><p>It opened in 1911."))
    #expect(found.body.count == 2 && found.standfirst == nil)
    let teaser = try article(
      g2(
        content: "<description role=\"drol:teaser\">Nine hundred jobs go.</description>",
        body: "Nine hundred jobs go.</p><p>Kolsk (nwa) - \(Self.text)"))
    #expect(teaser.body.count == 1 && teaser.standfirst == "Nine hundred jobs go.")
  }

  @Test(arguments: [
    "Mine to close\r\n\r\n   \(text)\r\n   It opened in\r\n1911.\r\n",
    "Mine to close\r\n    \(text)\r\n    It opened in 1911.\r\n",
    "Mine to close =\r\nBy Ann Roe =\r\n\r\n\(text)\r\n\r\nIt opened in 1911.\r\n",
  ])
  func `paragraphs of a message are told by blank lines, or by lines that are set in`(message: String) throws
  {
    let found = try article("\u{1}abc0001 3 pl 10 nwa 0001\r\n\u{2}\(message)\u{3}120812 GMT MAR 94\r\n")
    #expect(found.headline == "Mine to close" && found.body.map(\.text) == [Self.text, "It opened in 1911."])
    #expect(found.published?.description == "1994-03-12T08:12:00+00:00")
  }

  @Test(arguments: [
    "\0\u{1}\u{2}", "\u{1}\u{2}Mine to close\n\n\(text)\u{3}",
  ])
  func `controls without the name of a message are no message`(text: String) {
    #expect(IPTC7901.messages(in: Array(text.utf8)).isEmpty)
  }

  @Test func `a message with an odd header is one among others, and not alone`() throws {
    func message(_ name: String) -> String {
      "\u{1}\(name) 3 pl 10 nwa 0001\r\n\u{2}Mine to close =\r\n\r\n\(Self.text)\r\n\u{3}"
    }
    #expect(try read(message("abc0001") + message("SERVICE")).articles.count == 2)
    #expect(IPTC7901.messages(in: Array(message("SERVICE").utf8)).isEmpty)
  }

  @Test
  func
    `what ends a story and what its file credits are both kept, and its dateline is found below the byline`()
    throws
  {
    let lines = [
      "By Ann Roe", "KOLSK (NWA) - \(Self.text)", "It opened in 1911.",
      "(Reporting by Ann Roe; Editing by Jo Fenn)",
    ]
    let found = try article(
      g2(content: "<creditline>Nordwest</creditline>", body: lines.joined(separator: "</p><p>")))
    #expect(found.sourceCredit == "(Reporting by Ann Roe; Editing by Jo Fenn) Nordwest")
    #expect(found.dateline == "KOLSK (NWA)")
  }

  @Test func `a message without its end ends where the next one begins`() throws {
    let message = "\u{1}abc0001 3 pl 10 nwa 0001\r\n\u{2}Mine to close =\r\n\r\n\(Self.text)\r\n"
    let found = try read(message + message + "\u{3}")
    #expect(found.articles.map { $0.body.map(\.text) } == [[Self.text], [Self.text]])
  }

  @Test func `a feed that ends between two entries says so`() throws {
    let item = "<item><title>Mine to close</title><description>\(Self.text)</description></item>"
    let found = try read("<rss><channel>\(item)\(item)")
    #expect(found.articles.count == 2 && found.rejections.map(\.error) == [.cutOff("the feed")])
  }

  @Test func `a message without a headline is all text`() throws {
    let text = "\(Self.text) Nine hundred people work there, and most of them live in the town."
    let found = try article("\u{1}abc0001 3 pl 10 nwa 0001\r\n\u{2}\(text)\r\n\u{3}")
    #expect(found.headline == nil && found.body.map(\.text) == [text])
  }

  @Test(arguments: [
    "<nitf>" + String(repeating: "<a>", count: 20_000), "<nitf>" + String(repeating: "</a>", count: 20_000),
    "<nitf>" + String(repeating: "<p>x</q>", count: 20_000),
    "<rss><channel>" + String(repeating: "<item>", count: 20_000),
    "<nitf " + String(repeating: "a=\"b\" ", count: 20_000),
    "<!DOCTYPE nitf [" + String(repeating: "[", count: 20_000),
    "<nitf>" + String(repeating: "<![CDATA[", count: 20_000),
    "<nitf>" + String(repeating: "<!--", count: 20_000),
  ])
  func `what has no end takes no longer than other files`(text: String) {
    let tree = XMLTree(Array(text.utf8))
    #expect(tree.nodes.count <= XMLTree.maximumCount)
    #expect(throws: NormalizationError.self) { try read(text) }
  }
}
