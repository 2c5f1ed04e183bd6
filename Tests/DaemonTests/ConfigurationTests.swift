import Foundation
import Spooling
import Summarization
import Testing

@testable import Daemon

@Suite struct ConfigurationTests {
  private func read(_ texts: String...) -> ConfigurationReader {
    var reader = ConfigurationReader()
    for (index, text) in texts.enumerated() {
      reader.read(text, from: index == 0 ? "n.conf" : "\(index).conf")
    }
    return reader
  }

  @Test func `an empty file is what the service ships with`() throws {
    #expect(try read("").result() == Configuration())
  }

  @Test func `values are read`() throws {
    let text = """
      # a comment
      [Spool]
      Settle = 500ms
      SettleUnknown=1min 30s
      MaximumSize=4M
      Ignore=*.bak *.old

      [Summary]
      Words=55
      [Normalization]
      AmbiguousZones=
      AmbiguousZones=IST=+02:00 CST=+08:00
      [Workers]
      Workers=4
      """
    let configuration = try read(text).result()
    #expect(configuration.settle == .milliseconds(500))
    #expect(configuration.settleUnknown == .seconds(90))
    #expect(configuration.maximumSize == 4 << 20)
    #expect(configuration.ignore.patterns.suffix(2) == ["*.bak", "*.old"])
    #expect(configuration.ignore.patterns.contains(".*"))
    #expect(configuration.summaryLength == .words(55))
    #expect(configuration.ambiguousZones == ["IST": 120, "CST": 480])
    #expect(configuration.workerCount == 4)
  }

  @Test(arguments: [
    ("[Spool]\nSetle=1s", "n.conf:2: unknown key Setle= in [Spool]; did you mean Settle= in [Spool]?"),
    (
      "[Spol]",
      "n.conf:1: unknown section [Spol]; there are [Spool] [Summary] [Stories] [Normalization] [Workers]"
    ),
    ("Settle=1s", "n.conf:1: a key before the first section; begin with [Spool]"),
    ("[Spool]\n\nhello", "n.conf:3: neither [Section] nor Key=value; write a comment after #"),
    (
      "[Summary]\nSentences=0",
      "n.conf:2: Sentences=0 is not allowed; give a number from 1 to 100"
    ),
    (
      "[Spool]\nMaximumSize=2T",
      "n.conf:2: MaximumSize=2T is not allowed; give a size from 1K to 1G, like 512K or 16M"
    ),
    (
      "[Normalization]\nAmbiguousZones=IST",
      "n.conf:2: AmbiguousZones=IST is not allowed; give names with offsets, like IST=+05:30 CST=-06:00"
    ),
  ])
  func `a mistake is named with its place and the mend`(text: String, expected: String) {
    #expect(read(text).mistakes.map(\.description) == [expected])
  }

  @Test func `every mistake is found, and the first one is told with how many more there are`() {
    let reader = read("[Spool]\nSetle=1s\nRescan=0\n[Spol]\nSettle=2\n[Summary]\nWords=50")
    #expect(reader.mistakes.map(\.place) == ["n.conf:2", "n.conf:3", "n.conf:4"])
    let error = #expect(throws: ConfigurationError.self) { try reader.result() }
    #expect(error?.description.hasSuffix("(and 2 more mistakes, which nutgraf check-config lists)") == true)
  }

  @Test func `a key of another section is named with its own`() {
    #expect(read("[Spool]\nSentences=2").mistakes.first?.text.contains("Sentences= in [Summary]") == true)
  }

  @Test func `what resembles no key gets the list of those that there are`() {
    #expect(
      read("[Summary]\nColour=red").mistakes.first?.text.hasSuffix(
        "; there are Words= Sentences= Characters=") == true)
  }

  @Test func `a terminal's escapes in a file are told without their force`() {
    #expect(read("[Spool]\n\u{1B}[2Jx=1").mistakes.first?.text.contains("\\x1B[2Jx=") == true)
  }

  @Test func `a line goes on after a backslash, with comments in its middle`() throws {
    let configuration = try read("[Spool]\nIgnore=*.a \\\n# no\n  *.b\nSettle=2s").result()
    #expect(configuration.ignore.patterns.suffix(2) == ["*.a", "*.b"])
    #expect(configuration.settle == .seconds(2))
  }

  @Test func `a later file outdoes an earlier one, and adds to its lists`() throws {
    let reader = read("[Spool]\nSettle=2s\nIgnore=\nIgnore=*.a", "[Spool]\nSettle=3s\n\nIgnore=*.b")
    let configuration = try reader.result()
    #expect(configuration.settle == .seconds(3))
    #expect(configuration.ignore.patterns == ["*.a", "*.b"])
    #expect(reader.origins[["Spool", "Settle"]] == ["1.conf:2"])
    #expect(reader.origins[["Spool", "Ignore"]] == ["n.conf:3", "n.conf:4", "1.conf:4"])
  }

  @Test func `each value is printed below its origin`() {
    let text = read("[Spool]\nSettle=2s\nIgnore=*.a").text
    #expect(text.contains("# n.conf:2\nSettle=2s\n"))
    #expect(text.contains("# default\nSettleUnknown=10s\n"))
    #expect(text.contains("# default, n.conf:3\nIgnore=\nIgnore=.* "))
  }

  @Test func `drop-ins are read in the order of their names, the strongest folder's of two with one name`() {
    let names = [
      "/etc/d": ["50-b.conf", "10-a.conf", "note.txt", ".hidden.conf"], "/usr/d": ["50-b.conf", "20-c.conf"],
    ]
    let files = ConfigurationFiles(main: "/etc/n.conf", folders: ["/etc/d", "/run/d", "/usr/d"]) {
      names[$0] ?? []
    }
    #expect(
      files.paths == ["/etc/n.conf", "/etc/d/10-a.conf", "/usr/d/20-c.conf", "/etc/d/50-b.conf"])
  }

  @Test func `what has changed is told by its keys, and what needs a restart`() throws {
    let old = try read("[Spool]\nSettle=2s").result()
    let new = try read("[Spool]\nInbox=/srv/in\n[Summary]\nSentences=2").result()
    #expect(
      new.changes(since: old) == ["Inbox=/srv/in (after a restart)", "Settle=1s", "Sentences=2"])
    #expect(new.changes(since: new) == [])
  }

  @Test func `a spool that is called like an instance of the unit has files of its own after those of all`() {
    let folders = [
      "/etc/nutgraf/nutgraf.conf.d": ["a.conf"], "/etc/nutgraf/nutgraf@sport.conf.d": ["b.conf"],
      "/usr/lib/nutgraf/nutgraf@sport.conf.d": ["a.conf"],
    ]
    func paths(_ root: String, path: String? = nil) -> [String] {
      ConfigurationFiles(path: path, root: root, isThere: { _ in true }) { folders[$0] ?? [] }.paths
    }
    let all = ["/etc/nutgraf/nutgraf.conf", "/etc/nutgraf/nutgraf.conf.d/a.conf"]
    #expect(paths("/var/spool/nutgraf") == all)
    for root in ["/var/spool/nutgraf@sport", "/srv/nutgraf@sport/"] {
      #expect(
        paths(root) == all + [
          "/etc/nutgraf/nutgraf@sport.conf", "/usr/lib/nutgraf/nutgraf@sport.conf.d/a.conf",
          "/etc/nutgraf/nutgraf@sport.conf.d/b.conf",
        ])
    }
    #expect(paths("/srv/sport") == all && paths("/srv/nutgraf@") == all)
    #expect(paths("/var/spool/nutgraf@sport", path: "/srv/n.conf") == ["/srv/n.conf"])
  }

  @Test(arguments: [
    ("0", 0), ("10", 10_000), ("1s", 1000), ("250ms", 250), ("1min 30s", 90_000), ("2h", 7_200_000),
    ("1min", 60_000), (" 5 s ", 5000), ("1.5s", 1500), ("2d", 172_800_000), ("1w", 604_800_000),
    ("1month", 2_629_800_000), ("0.25min", 15_000),
  ])
  func `times are read as systemd writes them`(text: String, milliseconds: Int) {
    #expect(ConfigurationSyntax.duration(text) == .milliseconds(milliseconds))
  }

  @Test(arguments: ["", "s", "-1s", "1 parsec", "1.s", ".5s", "1.2.3s", "1.2345s", "99999999999999999999"])
  func `what is no time is none`(text: String) {
    #expect(ConfigurationSyntax.duration(text) == nil)
  }

  @Test(arguments: [
    ("16M", 16 << 20), ("1.5G", 3 << 29), ("5000K", 5_120_000), ("1T", 1 << 40), ("1000", 1000), ("0", 0),
  ])
  func `sizes are read as systemd writes them`(text: String, bytes: Int) {
    #expect(ConfigurationSyntax.size(text) == bytes)
  }

  @Test(arguments: ["", "M", "-1M", "+1M", "16MB", "1.5", "999999999999999999999T", "1e3"])
  func `what is no size is none`(text: String) {
    #expect(ConfigurationSyntax.size(text) == nil)
  }

  @Test(arguments: [(30, "30d"), (7, "7d"), (1, "1d")])
  func `days are printed as days`(days: Int, text: String) {
    #expect(ConfigurationSyntax.text(.seconds(days * 86_400)) == text)
  }

  @Test(arguments: [0, 1, 999, 1000, 61_500, 3_600_000, 90_061_001, 31_557_600_000, 2_592_000_000])
  func `a time is printed so that it reads back`(milliseconds: Int) {
    let time = Duration.milliseconds(milliseconds)
    #expect(ConfigurationSyntax.duration(ConfigurationSyntax.text(time)) == time)
  }

  @Test func `what is printed reads back`() throws {
    let reader = read(
      "[Summary]\nWords=40\n[Spool]\nSettle=1.5s\nIgnore=\nIgnore=*.a\n[Normalization]\nAmbiguousZones=")
    #expect(try read(reader.text).result() == reader.result())
  }
}

/// A file of the project, by its path from the top.
func projectFile(_ path: String, from file: String = #filePath) -> String {
  URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(path).path
}
