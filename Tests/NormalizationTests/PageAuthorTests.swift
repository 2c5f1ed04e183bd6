import Testing

@testable import Normalization

/// Whom the elements of a page's header name as its authors.
@Suite struct PageAuthorTests {
  private static let paragraphs = [
    "en":
      "The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more.",
    "ca":
      "El molí del poble va tornar a girar dilluns, després d'haver estat parat durant més d'onze anys seguits.",
    "ro":
      "Moara din sat s-a învârtit din nou luni, după ce a stat nemișcată mai bine de unsprezece ani la rând.",
    "sw":
      "Kinu cha kijiji kilizunguka tena siku ya Jumatatu, baada ya kusimama kwa zaidi ya miaka kumi na moja.",
  ]

  private func authors(_ header: String, title: String = "Old mill turns again", language: String = "en")
    throws
    -> [String]
  {
    let paragraph = "<p>\(Self.paragraphs[language] ?? "")</p>"
    let page = """
      <!DOCTYPE html><html lang=\(language)><head><title>\(title)</title></head><body><h1>Old mill turns again</h1>\(header)
      <div class=article-body>\(paragraph)\(paragraph)\(paragraph)</div></body></html>
      """
    return try authors(ofPage: page)
  }

  private func authors(ofPage page: String) throws -> [String] {
    try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init()
    ).authors.map(\.name)
  }

  @Test(arguments: [
    ("<div class=author>박민수</div>", ["박민수"]), ("<div class=author>人氣</div>", []),
    ("<div class=author>مریم کاظمی</div>", ["مریم کاظمی"]),
    ("<div class=byline>القاهرة - أحمد منصور</div>", ["أحمد منصور"]),
    ("<div class=author>Του Γιώργου Νικολάου</div>", ["Γιώργου Νικολάου"]),
    ("<div class=author>Penulis Budi Santoso | Editor Ani Wijaya</div>", ["Budi Santoso"]),
    ("<div class=author>كتبت فاطمة السيد</div>", ["فاطمة السيد"]),
    ("<div class=author>Interview: Lena Hofer</div>", ["Lena Hofer"]),
    ("<div class=info><span>이서연</span><span>승인 2024.05.12 10:15</span></div>", []),
    ("<div class=author>Lena Hofer (Text) und Jan Roth (Fotos)</div>", ["Lena Hofer"]),
    ("<div class=firma>Ana Ruiz | Madrid</div>", ["Ana Ruiz"]),
    ("<div class=szerzo>Kovács Béla</div>", ["Kovács Béla"]),
    ("<ul class=authors><li>Jo Fenn</li><li>Ann Roe</li></ul>", ["Jo Fenn", "Ann Roe"]),
    (
      "<div class=author><span>By <a>Jo Fenn</a></span> <span>Edited by <a>Ann Roe</a></span></div>",
      ["Jo Fenn"]
    ),
    ("<div><a href='https://letters.example/@jofenn'>Jo Fenn</a></div>", ["Jo Fenn"]),
    ("<p>記者李文彬／台北報導</p>", ["李文彬"]),
    ("<div class=when>3 May 2024</div><h6>Siti Contoh,</h6><span>Tim Redaksi</span>", ["Siti Contoh"]),
  ])
  func `an element marked for authors names people in the ways of many languages`(
    header: String, expected: [String]
  ) throws {
    #expect(try authors(header) == expected)
  }

  @Test(arguments: [
    ("ca", "Per Joan Vila", "Joan Vila"), ("ro", "de Ion Popescu", "Ion Popescu"),
    ("sw", "Na Asha Mbwana", "Asha Mbwana"),
    ("en", "Per Lindqvist Berg", "Per Lindqvist Berg"),
  ])
  func `a word is the byline's or the name's by the language of the page`(
    language: String, byline: String, expected: String
  ) throws {
    #expect(try authors("<div class=author>\(byline)</div>", language: language) == [expected])
  }

  @Test func `such a word may open the line of the date`() throws {
    let line = "<div class=meta>de <a>Ion Popescu</a> | Publicat: Duminică, 12 mai 2024, 10:15</div>"
    #expect(try authors(line, language: "ro") == ["Ion Popescu"])
  }

  @Test func `each name beside an office is an author`() throws {
    func card(_ name: String, _ office: String) -> String {
      "<div><span class=n>\(name)</span><div class=o><span>\(office)</span></div></div>"
    }
    let cards = "<div class=byline>\(card("Ann Vexley", "Rural affairs"))\(card("Tom Orme", "Wexbury"))</div>"
    #expect(try authors(cards) == ["Ann Vexley", "Tom Orme"])
    #expect(
      try authors("<div class=byline>\(card("Ann Vexley", "Paris correspondent"))</div>") == ["Ann Vexley"])
    #expect(try authors("<p class=byline>Ann Vexley<br>Local Democracy Reporter</p>") == ["Ann Vexley"])
    let links = "<a href='mailto:a@post.example'>Email</a><a href=https://x.example/a>Follow</a>"
    let block =
      "<div class=author-block><span class=n>Ann Vexley</span><span>Business Reporter</span>\(links)</div>"
    #expect(try authors(block) == ["Ann Vexley"])
  }

  @Test func `a name ends with its element`() throws {
    let line =
      "<div class=footer><p><span>12.11.2024</span> <span class=list-author>Von Dr. Ute Mechtold</span> <span>Wissen</span></p></div>"
    #expect(try authors(line) == ["Dr. Ute Mechtold"])
  }

  @Test func `whom the page shows in Japanese goes before the house`() throws {
    let house = #"{"@type":"NewsArticle","author":{"@type":"Organization","name":"遠州新聞社"}}"#
    let head = "<script type=application/ld+json>\(house)</script>"
    #expect(try authors("\(head)<p class=Author>大庭佳奈</p>") == ["大庭佳奈"])
  }

  @Test func `a label in bold letters is no name`() throws {
    let paragraph = "<p>\(Self.paragraphs["en"] ?? "")</p>"
    let page =
      "<html lang=en><body><p><b>FOR IMMEDIATE RELEASE</b></p>\(paragraph)\(paragraph)\(paragraph)</body></html>"
    #expect(try authors(ofPage: page) == [])
  }

  @Test func `a title may name the author behind the headline`() throws {
    #expect(try authors("", title: "Old mill turns again - by Jo Fenn") == ["Jo Fenn"])
    #expect(try authors("", title: "Old mill turns again - Dunmere Post") == [])
  }

  @Test(arguments: [
    // A place behind "by", a name beside its mail address, spans that labels part.
    ("<div>Boats moored by Harbour Lane, Wexbury (10/11/2024)</div>", []),
    (
      "<div><div>Ann Vexley</div><div><a href='mailto:x'>ann.vexley@post.example</a></div></div>",
      ["Ann Vexley"]
    ),
    (
      "<div><span>Written By: <a>Ann Lee</a></span><span>Published: 21 Jun 2024 07:15 AM</span><span>Updated: 21 Jun 2024</span></div>",
      ["Ann Lee"]
    ),
    (
      "<ul><li><span>مصنف</span><span>, شہناز بیگ</span></li><li><span>عہدہ</span><span>, ہنزہ</span></li></ul>",
      ["شہناز بیگ"]
    ),
    ("<div>Text <b>Ann Vexley</b> · Photographs <b>Tom Orme</b></div>", ["Ann Vexley"]),
    ("<div><span>Ann Vexley</span><span>Politics reporter</span></div>", ["Ann Vexley"]),
    ("<div><span>Ann Vexley</span><span>Politics page</span></div>", []),
    ("<div>Yann LE GOFF. Publié le dimanche 12 mai 2024 à 10h15</div>", ["Yann LE GOFF"]),
    (
      "<div><span>Mehmet Yıldırım / KARS, (DHA)</span><span>Giriş Tarihi: 12.05.2024 10:15</span><span>Son Güncelleme: 13.05.2024 09:01</span></div>",
      ["Mehmet Yıldırım"]
    ),
  ])
  func `lines of the header name people by their words`(header: String, expected: [String]) throws {
    #expect(try authors(header) == expected)
  }

  @Test func `the name of the site beside a date is no author`() throws {
    let line = "<div>Harbour Log, 11 November 2024, 13:05</div>"
    #expect(try authors("<div><a href='/'>Harbour Log</a></div>" + line) == [])
  }

  @Test func `the name of the site goes from a line beside the date`() throws {
    let site = "<div><a href='/'>Coast Post</a></div>"
    let line = "<time>4 March 2025</time><div><span>Ann Lennox</span><span>Coast Post, Oban</span></div>"
    #expect(try authors(site + line) == ["Ann Lennox"])
  }

  @Test func `whom a letter among others is from did not write the page`() throws {
    let letter = "<p>\(Self.paragraphs["en"] ?? "")</p>"
    let page =
      "<html lang=en><body><h1>Letters</h1><article>\(letter)<p><em>Ann Pike</em></p>\(letter)\(letter)\(letter)</article></body></html>"
    #expect(try authors(ofPage: page) == [])
  }

  @Test func `a line of names tells who else wrote what the head says of one`() throws {
    let header = "<meta name=author content='Rani Puspita'><div>Rani Puspita, Yudha Mahendra</div>"
    #expect(try authors(header) == ["Rani Puspita", "Yudha Mahendra"])
  }

  @Test func `a name in slanted letters below text of line breaks signs it`() throws {
    let text = "\(Self.paragraphs["en"] ?? "")<br><br>"
    let page =
      "<html lang=en><body><table><tr><td><h2>Old mill</h2>\(text)\(text)\(text)<div align=right><i>Zbigniew Wrona</i></div></td></tr></table></body></html>"
    #expect(try authors(ofPage: page) == ["Zbigniew Wrona"])
  }
}
