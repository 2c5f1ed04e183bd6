import Foundation
import Testing

@testable import Normalization

/// The bylines of the corpora that lie beside the project; a clone without these skips them.
@Suite struct WireBylineTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/corpus/wire/bylines/expected.json")
  static let isThere = FileManager.default.fileExists(atPath: file.path())

  /// How many cases agree; it may rise and never fall. The others ask for single words, which in a byline are a paper's
  /// name, or for objects.
  private static let floor = 7

  @Test(.enabled(if: isThere, "no corpora beside the project"))
  func `the bylines of others give the names that they say`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file))
    let cases = try #require(object as? [String: [String: Any]])
    var passed = 0
    var total = 0
    for entry in cases.values {
      guard let text = (entry["input"] as? [Any])?.last as? String else { continue }
      let expected = entry["expected"] as? [String] ?? (entry["expected"] as? String).map { [$0] } ?? []
      let names = expected.flatMap { $0.components(separatedBy: "; ") }.map(Self.squeezed)
      let found = markedAuthors(in: tokenized(text)) ?? listedAuthors(in: text[...], isWhole: false) ?? []
      total += 1
      if found.map(\.name) == names { passed += 1 }
    }
    print("bylines: \(passed) of \(total)")
    #expect(passed >= Self.floor)
  }

  private static func squeezed(_ name: String) -> String {
    name.split(separator: " ").joined(separator: " ")
  }
}
