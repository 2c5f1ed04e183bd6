import Normalization
import Summarization
import Testing

@testable import Publication

/// What stands for a file of several articles.
@Suite struct ContentsTests {
  private func collection() throws -> (Reading, [Summary]) {
    let mail = """
      From jo Mon May  3 10:00:00 2024
      Message-ID: <1@x>
      Subject: Mill <b>turns</b> again

      The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more.


      """
    let empty = "From jo Mon May  3 10:00:00 2024\nMessage-ID: <2@x>\nSubject: Nothing *new*\n\n\n"
    let reading = try reading(
      of: SourceFile(name: Array("box".utf8), sha256: "abc", bytes: Array((mail + empty + mail).utf8)),
      options: NormalizationOptions())
    return (reading, reading.articles.map { $0.summarized() })
  }

  @Test func `each article has a record with its number, and the contents come last`() throws {
    let (reading, summaries) = try collection()
    let files = outputs(for: reading, summaries: summaries)
    #expect(files.map(\.ending) == ["1.md", "1.json", "3.md", "3.json", "md", "json"])
    #expect(String(decoding: files[3].bytes, as: UTF8.self).contains("\"identifier\" : \"urn:sha256:abc#3\""))
  }

  @Test func `the contents name the articles, and what was none with its reason`() throws {
    let (reading, summaries) = try collection()
    let contents = try #require(Contents(reading, summaries: summaries))
    let json = String(decoding: contents.json, as: UTF8.self)
    #expect(json.contains("\"@type\" : \"ItemList\"") && json.contains("\"numberOfItems\" : 2"))
    #expect(json.contains("\"identifier\" : \"urn:sha256:abc\",") && json.contains("\"position\" : 3"))
    #expect(json.contains("\"reason\" : \"empty\"") && json.contains("\"title\" : \"Nothing *new*\""))
    let markdown = String(decoding: contents.markdown, as: UTF8.self)
    #expect(markdown.hasPrefix("---\nsource: \"box\"\n---\n\n# box\n"))
    #expect(markdown.contains("## 3 · Mill \\<b\\>turns") && markdown.contains("2 · Nothing \\*new\\*"))
    #expect(markdown.contains("The mill in Dunmere turned again on Monday"))
  }

  @Test func `a file of one article has no contents`() {
    let (article, summary) = sample()
    var reading = Reading(articles: [article])
    #expect(Contents(reading, summaries: [summary]) == nil)
    reading.isCollection = true
    #expect(Contents(reading, summaries: [summary]) != nil)
  }
}
