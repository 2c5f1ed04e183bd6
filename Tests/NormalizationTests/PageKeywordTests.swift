import Testing

@testable import Normalization

/// The keywords of a page that are worth telling.
@Suite struct PageKeywordTests {
  private func keywords(_ declared: String) throws -> [String] {
    let paragraph =
      "<p>The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more.</p>"
    let title = "Old mill of Dunmere turns again after eleven years"
    let page = """
      <html lang=en><head><title>\(title)</title><meta name=news_keywords content="\(declared)"></head>
      <body><article><h1>\(title)</h1>\(paragraph)\(paragraph)</article></body></html>
      """
    return try article(
      inMarkup: Array(page.utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init()
    ).keywords
  }

  @Test(arguments: [
    ("mills,Dunmere,mills", ["mills", "Dunmere"]), ("@news-all,mills,@river", ["mills"]),
    ("topic/old mills,sections/local", ["old mills", "local"]),
    ("AI/ML,50 Mbit/s,Halle/Saale", ["AI/ML", "50 Mbit/s", "Halle/Saale"]),
    ("old,mill,dunmere,turns,again,eleven", []),
    ("mill,Dunmere,water,grain,flour", ["mill", "Dunmere", "water", "grain", "flour"]),
  ])
  func `a system's own marks and the words of the address are no keywords`(
    declared: String, expected: [String]
  ) throws {
    #expect(try keywords(declared) == expected)
  }
}
