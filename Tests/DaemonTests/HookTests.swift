import Testing

@testable import Daemon
@testable import Spooling

/// Where a hook goes on in the history.
@Suite struct HookTests {
  private func line(
    _ id: String, _ time: String = "2026-11-24T17:00:00Z", state: String = "published"
  ) -> String {
    checked(
      "{\"id\":\"\(id)\",\"name\":\"a.txt\",\"outputs\":[\"outbox/a.txt.md\",\"outbox/a.txt.json\"],"
        + "\"state\":\"\(state)\",\"time\":\"\(time)\"") + "\n"
  }

  private func checked(_ object: String) -> String {
    object + String(decoding: HistoryLine.check(of: Array(object.utf8)[...]), as: UTF8.self)
  }

  /// The lines of a text, of which a read gives at most so many bytes.
  private func lines(_ text: String, atOnce limit: Int = 1000) -> HistoryLines {
    let bytes = Array(text.utf8)
    return HistoryLines { count, place in Array(bytes.dropFirst(place).prefix(min(count, limit))) }
  }

  private func position(_ cursor: HookCursor, _ text: [String]) throws -> Int {
    var lines = lines(text.joined())
    return try cursor.position(in: &lines)
  }

  @Test(arguments: [1, 7, 1000]) func `lines are whole however the file comes in`(limit: Int) throws {
    var lines = lines("one\n\nthree\nfou", atOnce: limit)
    var found: [String] = []
    var place = 0
    while let (line, end) = try lines.line(at: place) {
      found.append(String(decoding: line, as: UTF8.self))
      place = end
    }
    #expect(found == ["one", "", "three"])
    #expect(place == 11)
    #expect(try lines.line(at: 4)?.bytes.isEmpty == true)
  }

  @Test func `it goes on behind the line that it has come to`() throws {
    let cursor = HookCursor(file: "f", offset: line("1").utf8.count, id: "1", time: "2026-11-24T17:00:00Z")
    #expect(try position(cursor, [line("1"), line("2")]) == line("1").utf8.count)
  }

  @Test func `it begins behind the last whole line`() throws {
    let content = line("1") + line("2")
    var history = lines(content + "{\"id\"")
    let cursor = try HookCursor(atTheEndOf: "f", &history)
    #expect(
      cursor == HookCursor(file: "f", offset: content.utf8.count, id: "2", time: "2026-11-24T17:00:00Z"))
    var forgotten = lines(line("1") + line("2", state: "forgotten"))
    #expect(try HookCursor(atTheEndOf: "f", &forgotten).id == "1")
    var nothing = lines("")
    #expect(try HookCursor(atTheEndOf: "f", &nothing) == HookCursor(file: "f", offset: 0))
  }

  @Test func `before the first line it begins at the beginning`() throws {
    #expect(try position(HookCursor(file: "f", offset: 0), [line("1")]) == 0)
  }

  @Test func `a history that lost earlier lines is no reason to leave one out`() throws {
    let offset = (line("1") + line("2")).utf8.count
    let cursor = HookCursor(file: "f", offset: offset, id: "2", time: "2026-11-24T17:00:00Z")
    #expect(try position(cursor, [line("2"), line("3"), line("4")]) == line("2").utf8.count)
  }

  @Test func `where its own line is gone it goes on at the first that is not older`() throws {
    let cursor = HookCursor(
      file: "f", offset: line("2").utf8.count * 2, id: "2", time: "2026-11-24T17:00:02Z")
    let old = line("1", "2026-11-24T17:00:01Z")
    #expect(
      try position(cursor, [old, line("3", "2026-11-24T17:00:02Z"), line("4", "2026-11-24T17:00:03Z")])
        == old.utf8.count)
    #expect(try position(cursor, [old]) == old.utf8.count)
  }

  @Test func `a hook finds what it needs in its environment`() throws {
    let text =
      "{\"id\":\"7\",\"name\":\"x\",\"nameBytes\":\"Y2Fm/w==\",\"section\":\"sport\",\"outputs\":[\"outbox/x.json\"],"
      + "\"state\":\"published\",\"time\":\"2026-11-24T17:00:00Z\""
    let line = try #require(HookLine(Array(checked(text).utf8)[...]))
    let environment = line.environment(root: "/spool")
    #expect(environment.contains(Array("NUTGRAF_OUTPUT=/spool/outbox/x.json".utf8)))
    #expect(environment.contains(Array("NUTGRAF_FILE=sport/caf".utf8) + [0xFF]))
    #expect(!environment.contains { $0.starts(with: Array("NUTGRAF_REASON".utf8)) })
  }

  @Test func `duplicates are no news`() {
    let text = line("1", state: "duplicate").dropLast()
    #expect(HookLine(Array(text.utf8)[...])?.isNews == false)
  }

  @Test func `half a line is none`() {
    #expect(HookLine(Array("{\"id\":\"7\",".utf8)[...]) == nil)
  }

  @Test func `nobody is told of a story that was removed, nor of a line that is damaged`() {
    let text = line("1").dropLast()
    #expect(HookLine(Array(text.utf8)[...]) != nil)
    #expect(HookLine(Array(text.replacing("a.txt.md", with: "b.txt.md").utf8)[...]) == nil)
    #expect(HookLine(Array(line("1", state: "forgotten").dropLast().utf8)[...]) == nil)
  }
}
