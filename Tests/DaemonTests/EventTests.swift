import Foundation
import Testing

@testable import Daemon

/// What administrators read: the identities in the source and in the catalogs are the same.
@Suite struct EventTests {
  private static let catalogs = ["nutgraf", "nutgraf.de", "nutgraf.es", "nutgraf.fr"]

  private func contents(of path: String) throws -> String {
    try String(contentsOfFile: projectFile(path), encoding: .utf8)
  }

  private func identifiers(in path: String, after prefix: String) throws -> [String] {
    try contents(of: path).split(separator: "\n").compactMap { line in
      line.range(of: prefix).map { String(line[$0.upperBound...].prefix(32)) }
    }
  }

  /// The entries of a catalog by their identity.
  private func entries(of catalog: String) throws -> [String: String] {
    let parts = try contents(of: "systemd/\(catalog).catalog").components(separatedBy: "\n-- ").dropFirst()
    return Dictionary(uniqueKeysWithValues: parts.map { (String($0.prefix(32)), String($0.dropFirst(32))) })
  }

  /// The fields that a text names.
  private func fields(in text: String) -> Set<String> {
    Set(
      text.components(separatedBy: "@NUTGRAF_").dropFirst().compactMap {
        $0.components(separatedBy: "@").first
      })
  }

  @Test(arguments: catalogs) func `every event has its text in the catalog, and nothing else has`(
    catalog: String
  ) throws {
    let source = try identifiers(in: "Sources/Daemon/Journal/Event.swift", after: "Event(id: \"")
    #expect(source.count > 20)
    #expect(Set(source).count == source.count)
    #expect(source.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    #expect(try identifiers(in: "systemd/\(catalog).catalog", after: "-- ").sorted() == source.sorted())
  }

  @Test(arguments: catalogs) func `an entry says what happened, what follows and what to do`(catalog: String)
    throws
  {
    for (id, entry) in try entries(of: catalog) {
      let paragraphs = entry.components(separatedBy: "\n\n").dropFirst().filter { !$0.isEmpty }
      #expect(entry.hasPrefix("\nSubject: "), "\(id)")
      #expect(entry.contains("\nDefined-By: nutgraf\nDocumentation: man:"), "\(id)")
      #expect(paragraphs.count >= 2, "\(id)")
    }
  }

  @Test(arguments: catalogs) func `an entry names the same fields in all languages`(catalog: String) throws {
    let english = try entries(of: "nutgraf")
    for (id, entry) in try entries(of: catalog) {
      #expect(fields(in: entry) == fields(in: english[id] ?? ""), "\(id)")
    }
  }

  @Test(arguments: catalogs) func `a field of the catalog is one that the service sends`(catalog: String)
    throws
  {
    let senders = try ["Service/Report", "Journal/Journal"].map {
      try contents(of: "Sources/Daemon/\($0).swift")
    }
    for field in fields(in: try contents(of: "systemd/\(catalog).catalog")) {
      #expect(senders.contains { $0.contains("nutgraf(\"\(field)\"") }, "NUTGRAF_\(field)")
    }
  }
}
