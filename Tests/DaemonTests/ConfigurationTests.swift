import Foundation
import Spooling
import Summarization
import Testing

@testable import Daemon

@Suite struct ConfigurationTests {
  private func mistake(in text: String) -> String? {
    do throws(ConfigurationError) {
      _ = try Configuration(parsing: text, from: "n.conf")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `an empty file is what the service ships with`() throws {
    #expect(try Configuration(parsing: "", from: "n.conf") == Configuration())
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
    let configuration = try Configuration(parsing: text, from: "n.conf")
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
    ("[Spol]", "n.conf:1: unknown section [Spol]; there are [Spool] [Summary] [Normalization] [Workers]"),
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
    #expect(mistake(in: text) == expected)
  }

  @Test(arguments: [
    ("0", 0), ("10", 10_000), ("1s", 1000), ("250ms", 250), ("1min 30s", 90_000), ("2h", 7_200_000),
    ("1min", 60_000), (" 5 s ", 5000),
  ])
  func `times are read as systemd writes them`(text: String, milliseconds: Int) {
    #expect(ConfigurationSyntax.duration(text) == .milliseconds(milliseconds))
  }

  @Test(arguments: ["", "s", "-1s", "1 parsec", "1.5s", "99999999999999999999"])
  func `what is no time is none`(text: String) {
    #expect(ConfigurationSyntax.duration(text) == nil)
  }

  @Test(arguments: [0, 1, 999, 1000, 61_500, 3_600_000, 90_061_001])
  func `a time is printed so that it reads back`(milliseconds: Int) {
    let time = Duration.milliseconds(milliseconds)
    #expect(ConfigurationSyntax.duration(ConfigurationSyntax.text(time)) == time)
  }

  @Test func `what is printed reads back`() throws {
    var configuration = Configuration()
    configuration.summaryLength = .words(40)
    configuration.settle = .milliseconds(1500)
    #expect(try Configuration(parsing: configuration.text, from: "n.conf") == configuration)
  }

  @Test func `the shipped file names every key at its default`() throws {
    let path = projectFile("config/nutgraf.conf")
    #expect(try Configuration(contentsOf: path) == Configuration())
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let uncommented = lines.compactMap { line in
      line.hasPrefix("#") && line.contains("=") && line.dropFirst().first?.isUppercase == true
        && line.prefix { $0 != "=" }.allSatisfy { $0.isLetter || $0 == "#" }
        ? String(line.dropFirst()) : line.hasPrefix("[") ? String(line) : nil
    }
    let named = Set(uncommented.filter { !$0.hasPrefix("[") }.map { String($0.prefix { $0 != "=" }) })
    #expect(named == Set(Configuration.keys.map(\.name)))
    let configuration = try Configuration(parsing: uncommented.joined(separator: "\n"), from: path)
    #expect(configuration == Configuration())
  }
}

/// A file of the project, by its path from the top.
func projectFile(_ path: String, from file: String = #filePath) -> String {
  URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(path).path
}
