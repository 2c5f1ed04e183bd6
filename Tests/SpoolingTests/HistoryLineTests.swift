import FoundationEssentials
import Testing

@testable import Spooling

/// How a line of the history is spelt.
@Suite struct HistoryLineTests {
  private struct Line: Decodable {
    struct Similar: Decodable {
      var id: String
      var share: Double
      var story: String
    }
    var id: String
    var name: String
    var section: String?
    var sha256: String?
    var bytes: Int?
    var state: String
    var outputs: [String]
    var reason: String?
    var fingerprint: String?
    var similar: Similar?
    var crc32: String
  }

  private func line(_ name: String, share: Double? = nil) throws -> HistoryLine {
    let path = try #require(InboxPath(bytes: Array(name.utf8)))
    var decision = Decision(
      claim: Claim(id: .minted(), path: path), mark: .published, endings: ["md", "json"])
    decision.outputPaths = ["outbox/\(name).md", "outbox/\(name).json"]
    decision.publishedCount = 2
    if let share { decision.similar = SimilarResult(id: .minted(), share: share, story: .minted()) }
    return HistoryLine(decision)
  }

  @Test(arguments: [
    "a.txt", "sport/a.txt", "\"quoted\" \\ \u{1}\u{1f}\n\t\r.txt", "日本 \u{2028}\u{7f} é 😀.txt", "a/b/c/d.txt",
  ])
  func `a line is JSON that says what it is given, whatever the name`(_ name: String) throws {
    let line = try line(name)
    let text = line.checked
    #expect(text.last == UInt8(ascii: "\n") && !text.dropLast().contains(UInt8(ascii: "\n")))
    #expect(HistoryLine.isWhole(text.dropLast()))
    let read = try JSONDecoder().decode(Line.self, from: Data(text))
    #expect((read.section.map { "\($0)/" } ?? "") + read.name == name)
    #expect(read.id == line.id && read.state == "published" && read.outputs == line.outputs)
    #expect(read.sha256 == nil && read.bytes == nil && read.reason == nil && read.similar == nil)
  }

  @Test(arguments: [0.5, 0.07, 1])
  func `a line tells what its result resembles`(_ share: Double) throws {
    let line = try line("a.txt", share: share)
    let similar = try #require(try JSONDecoder().decode(Line.self, from: Data(line.checked)).similar)
    #expect(similar.share == share)
    #expect(similar.id == line.similar?.id.text && similar.story == line.similar?.story.text)
  }

  @Test func `the members are in the order of their names`() throws {
    let text = String(decoding: try line("a/b.txt", share: 0.5).checked, as: UTF8.self)
    let places = [
      "bytes", "fingerprint", "id", "name", "outputs", "section", "similar", "state", "time", "crc32",
    ]
    .compactMap { Array(text.utf8)[...].range(of: Array("\"\($0)\":".utf8))?.lowerBound }
    #expect(places.count == 8 && places == places.sorted())
  }
}
