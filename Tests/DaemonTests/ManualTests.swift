import Foundation
import Testing

@testable import Daemon

/// What is written from the table of keys: `NUTGRAF_RECORD=1 swift test --filter ManualTests` writes it anew.
@Suite struct ManualTests {
  @Test func `the shipped file has every key, commented out at its default`() throws {
    try expect(fileAt: "config/nutgraf.conf", toHold: Self.shippedFile)
  }

  @Test func `the shipped file is what the service ships with, and so it is without its comments`() throws {
    var reader = ConfigurationReader()
    reader.read(Self.shippedFile, from: "n.conf")
    #expect(try reader.result() == Configuration())
    var bare = ConfigurationReader()
    for key in Configuration.keys {
      bare.read("[\(key.section)]\n\(key.name)=\(key.print(Configuration()))\n", from: "n.conf")
    }
    #expect(try bare.result() == Configuration())
  }

  @Test(arguments: Configuration.keys.map { [$0.section, $0.name] })
  func `a key is explained, and says what is allowed`(key: [String]) throws {
    let key = try #require(Configuration.keys.first { [$0.section, $0.name] == key })
    #expect(key.help.count > 15 && !key.allowed.isEmpty)
    #expect(Configuration.keys.filter { $0.name == key.name }.count == 1, "two keys of one name")
  }

  @Test func `nutgraf.conf(5) explains every key, and no other`() throws {
    let path = projectFile("systemd/man/nutgraf.conf.5")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let begin = ".\\\" keys: written from the table of keys\n"
    let end = ".\\\" keys end\n"
    let start = try #require(page.range(of: begin)).upperBound
    let stop = try #require(page.range(of: end)).lowerBound
    try expect(
      fileAt: "systemd/man/nutgraf.conf.5", toHold: page[..<start] + Self.manualOfKeys + page[stop...])
  }

  // MARK: - From the table

  static var shippedFile: String {
    var text = """
      # Configuration of Nutgraf, in systemd's syntax; nutgraf.conf(5) explains it. Every key stands here, commented
      # out, with what it is without you. Sizes take K, M, G and T; times take ms, s, min, h and d, as in 1min 30s. An
      # empty value sets a key back. Changes of your own may lie in nutgraf.conf.d/*.conf beside this file.
      # "nutgraf check-config" shows mistakes; "systemctl reload nutgraf" puts changes in force.

      """
    for section in Configuration.sections {
      text += "\n[\(section)]\n"
      for key in Configuration.keys where key.section == section {
        text += "\n" + wrapped(key.help, width: 116).map { "# \($0)\n" }.joined()
        text += "#\(key.name)=\(key.print(Configuration()))\n"
      }
    }
    return text
  }

  static var manualOfKeys: String {
    var text = ""
    for section in Configuration.sections {
      text += ".Ss \\(lB\(section)\\(rB\n.Bl -tag -width Ds\n"
      for key in Configuration.keys where key.section == section {
        text += ".It Cm \(key.name) Ns =\n"
        text += sentences(of: key.help)
        text += sentences(of: "Takes \(key.allowed).")
        let shipped = key.print(Configuration())
        text += shipped.isEmpty ? "Not set by default.\n" : "Default:\n.Ql \(escaped(shipped)) .\n"
      }
      text += ".El\n"
    }
    return text
  }

  /// Each sentence on lines of its own, as manuals are written.
  private static func sentences(of text: String) -> String {
    escaped(text).replacingOccurrences(of: ". ", with: ".\n").split(separator: "\n")
      .flatMap { wrapped(String($0), width: 78) }.map { "\($0)\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
      .replacingOccurrences(of: "~", with: "\\(ti")
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if let last = lines.last, !last.isEmpty, last.count + 1 + word.count > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}

/// Compares a file of the project with what the code says it is, or writes it, if asked to.
func expect(fileAt path: String, toHold text: String) throws {
  let path = projectFile(path)
  if ProcessInfo.processInfo.environment["NUTGRAF_RECORD"] == "1" {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
  let there = try String(contentsOfFile: path, encoding: .utf8)
  #expect(
    there == text,
    "\(path) is not what the code says; NUTGRAF_RECORD=1 swift test --filter ManualTests writes it")
}
