import Foundation
import Testing

@testable import Daemon

/// What administrators read: the identities in the source and in the catalog are the same.
@Suite struct EventTests {
  private func identifiers(in path: String, after prefix: String) throws -> [String] {
    try String(contentsOfFile: projectFile(path), encoding: .utf8).split(separator: "\n").compactMap { line in
      line.range(of: prefix).map { String(line[$0.upperBound...].prefix(32)) }
    }
  }

  @Test func `every event has its text in the catalog, and nothing else has`() throws {
    let source = try identifiers(in: "Sources/Daemon/Journal/Event.swift", after: "Event(id: \"")
    let catalog = try identifiers(in: "systemd/nutgraf.catalog", after: "-- ")
    #expect(source.count > 10)
    #expect(Set(source).count == source.count)
    #expect(source.sorted() == catalog.sorted())
    #expect(source.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }

  @Test func `a field of the catalog is one that the service sends`() throws {
    let catalog = try String(contentsOfFile: projectFile("systemd/nutgraf.catalog"), encoding: .utf8)
    let report = try String(
      contentsOfFile: projectFile("Sources/Daemon/Service/Report.swift"), encoding: .utf8)
    for part in catalog.components(separatedBy: "@NUTGRAF_").dropFirst() {
      let field = try #require(part.components(separatedBy: "@").first)
      #expect(report.contains("nutgraf(\"\(field)\""), "NUTGRAF_\(field)")
    }
  }
}
