import Testing

@testable import Normalization

/// When a page says that its article was published, by where the days stand and in what language.
@Suite struct PageDateTests {
  private static let texts = [
    "en":
      "The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more.",
    "es":
      "El molino del pueblo volvió a girar el lunes, después de haber estado parado durante más de once años.",
  ]

  /// The day of publication of a page of a head, lines over a text in some language, and that text.
  private func published(
    _ header: String, head: String = "", language: String = "en", declared: String = "en"
  ) throws -> String? {
    try read(header, head: head, language: language, declared: declared).published?.description
  }

  private func read(
    _ header: String, head: String = "", language: String = "en", declared: String = "en"
  ) throws -> Article {
    let paragraph = "<p>\(Self.texts[language] ?? "")</p>"
    let page = """
      <!DOCTYPE html><html lang=\(declared)><head><title>Old mill turns again</title>\(head)</head><body>
      <h1>Old mill turns again</h1>\(header)<div class=article-body>\(paragraph)\(paragraph)\(paragraph)</div></body></html>
      """
    return try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
  }

  @Test(arguments: [("2024-05-11T23:00:00Z", nil), ("2024-05-12T06:00:00Z", "2024-05-12T06:00:00+00:00")])
  func `no day before that of publication is one of a change`(modified: String, expected: String?) throws {
    let head = """
      <meta property=article:published_time content=2024-05-12T07:00:00Z>
      <meta property=article:modified_time content=\(modified)>
      """
    #expect(try read("", head: head).modified?.description == expected)
  }

  @Test(arguments: [
    ("es", "en-US", "2024-05-12T10:15:00"), ("en", "en-US", "2024-12-05T10:15:00"),
    ("en", "en-AU", "2024-05-12T10:15:00"),
  ])
  func `a page in English puts the month first, unless it is from elsewhere`(
    language: String, declared: String, expected: String
  ) throws {
    let header = "<div class=date>12/05/2024 10:15 AM</div>"
    #expect(try published(header, language: language, declared: declared) == expected)
  }

  @Test(arguments: [
    ("二〇二四年五月十二日", "2024-05-12"), ("二零二四年十月二十日 10:15", "2024-10-20T10:15:00"),
    ("二〇二四年十二月三十一日", "2024-12-31"), ("二〇二四年五月", nil), ("二〇二四年十三月一日", nil),
  ])
  func `the numbers of a day may be in Chinese`(line: String, expected: String?) throws {
    #expect(try published("<div class=date>\(line)</div>") == expected)
    #expect(try published("<div>\(line)</div>") == expected)
  }

  @Test func `the other dates of a page show which part comes first`() throws {
    let teaser = "<aside><a href=/b>Rain</a> <time>09/25/2024</time></aside>"
    #expect(try published("<div class=date>12/05/2024</div>\(teaser)") == "2024-12-05")
  }

  @Test func `a date of an aside gives way to the article's own`() throws {
    let aside = "<aside><a href=/b>Rain</a> <time datetime=2019-01-01>1 Jan 2019</time></aside>"
    #expect(try published("\(aside)<time datetime=2024-05-12>12 May 2024</time>") == "2024-05-12")
    #expect(try published(aside) == "2019-01-01")
    let related =
      "<div class=related><a href=/b>Rain falls over the harbour</a> <span class=date>1 Jan 2019</span></div>"
    #expect(try published("\(related)<div class=date>12 May 2024</div>") == "2024-05-12")
  }

  @Test(arguments: [
    (#""headline":"Rain over the harbour""#, "2024-05-12"),
    (#""headline":"Rain over the harbour","name":"Old mill turns again""#, "2020-01-01"),
    (#""headline":"Dunmere's old mill turns""#, "2020-01-01"), (#""headline":"Mill""#, "2020-01-01"),
  ])
  func `JSON-LD of another story says nothing`(names: String, expected: String) throws {
    let json = #"{"@type":"NewsArticle",\#(names),"datePublished":"2020-01-01"}"#
    #expect(
      try published(
        "<time datetime=2024-05-12>12 May 2024</time>",
        head: "<script type=application/ld+json>\(json)</script>")
        == expected)
  }

  @Test(arguments: [
    ("<div>3 May 2024, updated 5 May 2024 10:15</div>", "2024-05-05T10:15:00"),
    ("<div>Published 3 May 2024</div><div>Last updated: 5 May 2024</div>", "2024-05-05"),
    (
      "<time itemprop=dateModified datetime=2024-05-05>two days later</time><div>3 May 2024</div>",
      "2024-05-05"
    ),
    ("<div>Published 3 May 2024</div><div>Updated 1 May 2024</div>", nil), ("<div>3 May 2024</div>", nil),
  ])
  func `the header says when the text was last changed`(header: String, expected: String?) throws {
    #expect(try read(header).modified?.description == expected)
  }

  @Test func `what day it was over the heading gives way to a line below it`() throws {
    let paragraph = "<p>\(Self.texts["en"] ?? "")</p>"
    func page(_ above: String) throws -> String? {
      try article(
        inMarkup: Array(
          "<html lang=en><body>\(above)<h1>Old mill turns again</h1><div>Tuesday 3 December 2024</div>\(paragraph)\(paragraph)</body></html>"
            .utf8),
        from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
        options: .init()
      ).published?.description
    }
    #expect(try page("<div class=date-now>Wednesday 4 December 2024</div>") == "2024-12-03")
    #expect(try page("<time datetime=2024-12-02>2 December</time>") == "2024-12-02")
  }

  @Test func `journals say in the head when an article came out`() throws {
    #expect(try published("", head: "<meta name=citation_date content=2023/11/03>") == "2023-11-03")
  }

  @Test func `Catalan puts an elided word before a month`() throws {
    #expect(try published("<div>Dimarts, 9 d'abril de 2024. 11:20</div>") == "2024-04-09T11:20:00")
    #expect(try published("<div>9 d’agost del 2024</div>") == "2024-08-09")
  }

  @Test func `a day in the sentence below a picture is none of publication`() throws {
    let caption = "<div><img src=a.jpg><div>Boats moored by Harbour Lane, Wexbury (10/11/2024).</div></div>"
    #expect(try published(caption) == nil)
  }
}
