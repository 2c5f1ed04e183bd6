import Glibc
import Testing

@testable import Commands

@Suite struct LayoutTests {
  @Test(arguments: [
    ("abc", 3), ("新聞", 4), ("é", 1), ("e\u{301}", 1), ("👍🏽", 2), ("한글", 4), ("", 0), ("a\u{200D}b", 2),
    ("❤️", 2),
  ])
  func `a text is as wide as a terminal shows it`(text: String, width: Int) {
    #expect(Columns.width(of: text) == width)
  }

  @Test func `a wide letter is never cut in half`() {
    #expect(Columns.cut("新聞紙", to: 4) == "新…")
    #expect(Columns.cut("新聞", to: 4) == "新聞")
  }

  @Test func `nothing in a text commands the terminal`() {
    let safe = Columns.safe("a\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}b\r\nc")
    #expect(safe == "a\u{FFFD}]0;owned\u{FFFD}\u{FFFD}2J\u{FFFD}b  c")
  }

  @Test func `columns stand under each other, and the last is cut`() {
    #expect(Columns.lines([["新", "x"], ["abc", "yz"]]) == ["新   x", "abc  yz"])
    let narrow = Columns.lines([["a", String(repeating: "x", count: 100)]], width: 30)
    #expect(narrow.allSatisfy { Columns.width(of: $0) <= 30 })
  }

  @Test(arguments: [
    ("abcdefghij.html", 15, "abcdefghij.html"), ("abcdefghij.html", 10, "abcdef…tml"),
    ("外交部長が新しい港の計画.txt", 14, "外交部長…t.txt"), ("مصر تعلن عن خطة جديدة.txt", 12, "مصر تعل….txt"),
    ("abcdef", 3, "ab…"), ("", 5, ""),
  ])
  func `a long name keeps its beginning and its end`(name: String, width: Int, text: String) {
    let short = Columns.shortened(name, to: width)
    #expect(Columns.width(of: short) <= width)
    if !name.unicodeScalars.contains(where: { $0.value > 0x7F }) { #expect(short == text) }
    if short != name { #expect(short.contains("…") && name.hasSuffix(String(short.suffix(2))) || width == 3) }
  }

  @Test func `lines about files fit a terminal, with what there is to say below them`() {
    let lines = [
      FileLine(
        time: 1_795_539_605, state: "failed", file: String(repeating: "long-", count: 40) + ".html",
        note: "not-an-article",
        details:
          "No article was found: a page with 1000 letters of text, and no paragraphs. Drop another one."),
      FileLine(time: 1_795_539_605, state: "published", file: "新聞.txt"),
      FileLine(time: 1_795_539_605, state: "published", file: "a\u{1B}[31m.txt", note: "outbox/x~1.json"),
    ]
    for width in [40, 60, 80, 120] {
      let text = FileLine.text(lines, width: width, now: 1_795_539_700, indent: "  ")
      #expect(text.map(\.count) == [text[0].count, 1, 1] && text[0].count > 1)
      for line in text.joined() { #expect(Columns.width(of: line) <= width, "\(line)") }
      #expect(!text.joined().contains { $0.contains("\u{1B}") })
      if width >= 60 { #expect(text[0][0].contains("html"), "its end is kept") }
      #expect(!text[0][0].contains("2026"), "the same day")
    }
    let plain = FileLine.text(lines, width: nil, now: 0)
    #expect(plain.allSatisfy { $0.count == 1 })
    #expect(plain[0][0].hasSuffix("long-.html  not-an-article: \(lines[0].details ?? "")"))
    #expect(plain[1][0].hasSuffix("  published  新聞.txt"))
  }

  @Test func `a bar says how far it is, how fast, and for how long still`() {
    let bar = ProgressBar.text(done: 50, left: 150, rate: 10, width: 80)
    #expect(bar.hasPrefix("[##########------") && bar.hasSuffix(" 25 %, 150 left, 10/s, 15s left"))
    #expect(ProgressBar.text(done: 0, left: 5, rate: 0, width: 20) == "0 %, 5 left, 0/s")
  }

  @Test(arguments: [(0, "0s"), (59, "59s"), (60, "1min"), (3725, "1h 2min"), (90_061, "1d 1h")])
  func `a length is told in its two largest units`(seconds: Int, text: String) {
    #expect(Moments.length(seconds) == text)
  }

  @Test func `--since takes a time, and a length before now`() {
    #expect(Moments.since("2026-11-24T17:00:05Z", now: 0) == 1_795_539_605)
    #expect(Moments.since("2h", now: 10_000) == 2800)
    #expect(Moments.since("2026-11-24", now: 0) != nil && Moments.since("2026-11-24T17:00", now: 0) != nil)
    for text in ["2026-02-31", "2026-06-31T10:00", "", "yesterday", "2026-13-01", "2026-11", "26-11-24"] {
      #expect(Moments.since(text, now: 0) == nil)
    }
  }

  @Test func `a record is shown without its escapes, wrapped and set off`() throws {
    let json =
      #"{"headline":"Plan \u001b[31mdelayed","author":[{"name":"Jane"}],"articleBody":"One.\n\nTwo.","nutgraf":{"summary":[{"text":"A long sentence that is wrapped."}]}}"#
    let record = try #require(ShownRecord(json: Array(json.utf8)))
    let text = record.text(width: 20, isSummaryOnly: false) { "<\($0)>" }
    #expect(
      text.hasPrefix("<Plan \u{FFFD}[31mdelayed>\n\nJane\n\n• A long sentence\n  that is wrapped.\n\n----"))
    #expect(text.hasSuffix("One.\n\nTwo.\n"))
    #expect(!record.text(width: nil, isSummaryOnly: true) { $0 }.contains("One."))
  }

  @Test func `arguments are what the table says they are`() throws {
    let list = try #require(Command.named("list"))
    let arguments = try Arguments(["--failed", "-n", "3", "--since=2h", "--", "-x"], for: list)
    #expect(arguments.has("--failed") && arguments.value("--since") == "2h" && arguments.operands == ["-x"])
    #expect(throws: UsageError.self) { try Arguments(["--faild"], for: list) }
    let summarize = try #require(Command.named("summarize"))
    let error = #expect(throws: UsageError.self) { try Arguments(["--format", "html"], for: summarize) }
    #expect(error?.message == "--format html: give text, json, markdown")
  }
}
