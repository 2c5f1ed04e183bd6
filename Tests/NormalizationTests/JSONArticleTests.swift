import Testing

@testable import Normalization

/// JSON of publishers and scrapers: what in it is an article.
@Suite struct JSONArticleTests {
  static let text = "The copper mine in Kolsk will close in the spring, the company said on Monday."

  private func read(_ text: String) throws -> Reading {
    try reading(
      of: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())
  }

  @Test(arguments: [
    #"{"title": "Mine to close", "content": "TEXT"}"#,
    #"{"headline": {"main": "Mine to close"}, "body": "<p>TEXT</p>"}"#,
    #"{"response": {"results": [{"webTitle": "Mine to close", "fields": {"bodyText": "TEXT"}}]}}"#,
    #"{"status": "ok", "articles": [{"title": "Mine to close", "url": "https://a.example/1", "description": "TEXT", "content": null}]}"#,
    #"{"title": {"rendered": "Mine to close"}, "content": {"rendered": "<p>TEXT</p>", "protected": false}}"#,
    #"{"@graph": [{"@type": "WebSite", "name": "A", "description": "A site about all that there is to know."}, {"@type": "NewsArticle", "headline": "Mine to close", "articleBody": "TEXT"}]}"#,
    #"[{"head_line": "", "Title": "Mine to close", "full-text": "TEXT"}]"#,
    #"{"type": "text", "headlines": [{"role": "main", "value": "Mine to close"}], "bodies": [{"contentType": "text/plain", "value": "TEXT"}]}"#,
    #"{"headline": "Mine to close", "body_nitf": "", "bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": "<nitf><body><body.content><p>TEXT</p></body.content></body></nitf>"}]}"#,
  ])
  func `an article is found by the usual words for its parts`(json: String) throws {
    let found = try read(json.replacing("TEXT", with: Self.text))
    #expect(found.articles.count == 1 && !found.isCollection)
    #expect(found.articles[0].headline == "Mine to close")
    #expect(found.articles[0].body.map(\.text) == [Self.text])
  }

  @Test(arguments: [
    #"{"name": "left-pad", "description": "Pads strings on the left side of them with as many spaces as one could ever want"}"#,
    #"{"type": "FeatureCollection", "features": [{"properties": {"text": "Harbour"}}]}"#, #"{}"#, #"[]"#,
    #"{"a": [[[[]]]]}"#,
    #"{"info": {"title": "Pets", "description": "An interface for all who keep pets, with all that there is to know"}}"#,
    #"{"type": "picture", "headline": "A mine", "body": "The copper mine in Kolsk, seen on Monday."}"#,
    "{\"text\": \"Too short to be any news\"}",
  ])
  func `other JSON is no article`(json: String) {
    #expect(throws: NormalizationError.self) { try read(json) }
  }

  @Test(
    arguments: [
      ("{\"headline\": \"Half a st", .cutOff("JSON")), ("{\n \"a\": 1,\n}", .malformed("JSON", line: 3)),
      ("[{\"a\": 1} {\"b\": 2}]", .malformed("JSON", line: 1)), ("{\"a\": NaN}", .malformed("JSON", line: 1)),
    ] as [(String, NormalizationError)])
  func `JSON that is broken is refused with its line`(json: String, error: NormalizationError) {
    #expect(throws: error) { try read(json) }
  }

  @Test func `of JSON Lines those that are sound are read`() throws {
    let line = "{\"title\": \"Mine to close\", \"text\": \"\(Self.text)\"}"
    let found = try read("\(line)\n{\"title\": NaN}\n\(line)\n{\"title\": \"Mi")
    #expect(found.articles.map(\.source.number) == [1, 3])
    #expect(found.rejections.map(\.error) == [.malformed("JSON", line: 2), .cutOff("JSON")])
  }

  @Test func `the first of JSON Lines may be broken, and a text may begin with JSON`() throws {
    let line = "{\"title\": \"Mine to close\", \"text\": \"\(Self.text)\"}"
    #expect(try read("{\"title\": NaN}\n\(line)\n\(line)").articles.map(\.source.number) == [2, 3])
    let text =
      "{\"@context\": \"https://schema.org\"}\n\nMine to close\n\n\(Self.text)\n\nIt had opened in 1911, when the town had a railway.\n"
    let found = try read(text).articles[0]
    #expect(found.source.format == "text/plain" && found.body.contains { $0.text == Self.text })
  }

  @Test func `an entry beside articles is read or listed`() throws {
    let found = try read(
      """
      {"articles": [{"title": "Mine to close", "content": "\(Self.text)"}, {"title": "Rain", "content": null},
        {"content_text": "The ferry runs again."}]}
      """)
    #expect(found.articles.map(\.headline) == ["Mine to close", nil])
    #expect(found.rejections.map(\.title) == ["Rain"])
  }

  @Test(arguments: [
    #"["TEXT", "It opened in 1911."]"#,
    #"[{"type": "text", "content": "<p>TEXT</p>"}, {"type": "image", "content": "A mine"}, {"type": "text", "content": "It opened in 1911."}]"#,
    #"[{"type": "paragraph", "data": {"text": "TEXT"}}, {"type": "paragraph", "data": {"text": "It opened in 1911."}}]"#,
    #"[{"type": "paragraph", "children": [{"text": "TEXT"}]}, {"type": "paragraph", "children": [{"text": "It opened "}, {"text": "in 1911."}]}]"#,
  ])
  func `a text in pieces is read whole`(pieces: String) throws {
    let found = try read(
      "{\"title\": \"Mine to close\", \"content_elements\": \(pieces.replacing("TEXT", with: Self.text))}")
    #expect(found.articles[0].body.map(\.text) == [Self.text, "It opened in 1911."])
  }

  @Test(arguments: [
    "[Photo: the mine in Kolsk]\n\nMine to close\n\n\(text)\n\n\(text.replacing("copper", with: "tin"))",
    "{sic} Mine to close\n\n\(text)\n\n\(text.replacing("copper", with: "tin"))",
  ])
  func `text that begins with a bracket is text`(text: String) throws {
    #expect(try read(text).articles[0].source.format == "text/plain")
  }

  @Test func `a page in JSON is read as a page`() throws {
    let page =
      "<!DOCTYPE html><html><head><title>Mine to close</title></head><body><nav><a href=/>Home</a></nav><article><h1>Mine to close</h1><p>\(Self.text)</p><p>Nine hundred people work there, and most of them live in the town itself.</p></article></body></html>"
    let found = try read("{\"url\": \"https://a.example/1\", \"html\": \"\(page)\"}").articles[0]
    #expect(found.headline == "Mine to close" && found.url == "https://a.example/1" && found.body.count == 2)
  }

  @Test func `what is nested without end is refused in time`() {
    #expect(throws: NormalizationError.self) { try read("[{\"a\":" + String(repeating: "[", count: 200_000)) }
    #expect(throws: NormalizationError.self) {
      try read(String(repeating: "{\"a\":", count: 400) + "1" + String(repeating: "}", count: 400))
    }
  }
}
