import Foundation
import Summarization
import Testing

@testable import Daemon

/// The contract of a line of `nutgraf filter`.
@Suite struct FilterAnswerTests {
  private func answer(_ line: String, options: WorkerOptions = WorkerOptions()) throws -> [String: Any] {
    var summarizer = Summarizer()
    let bytes = FilterAnswer(to: Array(line.utf8)[...], options: options, &summarizer).line
    #expect(!bytes.contains(UInt8(ascii: "\n")))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func record(_ line: String, options: WorkerOptions = WorkerOptions()) throws -> [String: Any] {
    try #require((try answer(line, options: options)["articles"] as? [[String: Any]])?.first)
  }

  @Test func `a clean text is taken as it is`() throws {
    let line =
      #"{"id":"7","headline":"Head","articleBody":"One  two.\nThree.\n\nFour.","inLanguage":"xx","more":1}"#
    let record = try record(line)
    #expect(record["headline"] as? String == "Head")
    #expect(record["articleBody"] as? String == "One  two. Three.\n\nFour.")
    #expect(record["inLanguage"] as? String == "xx")
  }

  @Test func `an empty headline is legal`() throws {
    let record = try record(#"{"headline":"","articleBody":"One two three four."}"#)
    #expect(record["headline"] == nil)
  }

  @Test func `all sentences come with their places when asked for`() throws {
    let line = #"{"articleBody":"Über den Fluss. Then came rain.\n\nIt stayed."}"#
    let record = try record(line, options: WorkerOptions(length: .sentences(1), allSentences: true))
    let nutgraf = try #require(record["nutgraf"] as? [String: Any])
    let sentences = try #require(nutgraf["sentences"] as? [[String: Any]])
    #expect(sentences.map { $0["text"] as? String } == ["Über den Fluss.", "Then came rain.", "It stayed."])
    #expect(sentences.map { $0["start"] as? Int } == [0, 16, 0])
    #expect(sentences.map { $0["end"] as? Int } == [15, 31, 10])
    #expect(sentences.map { $0["paragraph"] as? Int } == [0, 0, 1])
    #expect((nutgraf["summary"] as? [[String: Any]])?.count == 1)
  }

  @Test(arguments: [
    (#"{"id":"a"}"#, "a"), (#"{"id":"é\"\n"}"#, "é\"\n"), (#"{"text":5,"id":"b"}"#, "b"),
    (#"{"base64":"!","id":"c"}"#, "c"), (#"{"articleBody":"","id":"d"}"#, "d"),
  ])
  func `an error carries the id of its line`(line: String, id: String) throws {
    let answer = try answer(line)
    #expect(answer["id"] as? String == id)
    #expect(answer["error"] != nil && answer["articles"] == nil)
  }

  @Test(arguments: [
    "7", "1.50", "12345678901234567890", "true", "null", "[1, \"x]\"]", "{\"a\": null, \"id\": 2}",
    "\"\\u00e9\\\"\"",
  ])
  func `an id of any kind is echoed`(id: String) {
    var summarizer = Summarizer()
    let bytes = FilterAnswer(
      to: Array("{\"id\":\(id),\"articleBody\":\"One two three.\"}".utf8)[...], options: .init(), &summarizer
    ).line
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\"id\":\(id)}"))
  }

  @Test(arguments: ["", "junk", "[]", "5", "{\"id\":", "\u{0}"])
  func `what is no object has no id`(line: String) throws {
    let answer = try answer(line)
    #expect(answer["id"] is NSNull)
    #expect((answer["error"] as? [String: Any])?["reason"] as? String == "bad-request")
  }

  @Test func `base64 wins over text`() throws {
    let article =
      "Town hall opens\n\nThe town of Elm opened its new hall on Monday. Hundreds of people came to see it.\n"
    let line =
      "{\"text\":\"\",\"base64\":\"\(Data(article.utf8).base64EncodedString())\",\"name\":\"x.txt\",\"section\":\"a/b\"}"
    let record = try record(line)
    #expect(record["articleSection"] as? String == "a/b")
    #expect(
      ((record["nutgraf"] as? [String: Any])?["source"] as? [String: Any])?["name"] as? String == "x.txt")
  }

  @Test func `a reference date that is none is an error`() throws {
    let answer = try answer(#"{"text":"x","referenceDate":"yesterday"}"#)
    #expect((answer["error"] as? [String: Any])?["reason"] as? String == "bad-request")
  }
}
