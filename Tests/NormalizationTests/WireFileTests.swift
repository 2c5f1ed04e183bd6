import Testing

@testable import Normalization

/// Agencies' own files, where the corpora lie beside the project, against what the agency's other form of the same story says.
@Suite struct WireFileTests {
  private struct Case: Decodable {
    struct Fields: Decodable {
      var headline: String?
      var language: String?
      var article_html: String?
      var teaser: String?
    }
    var fields: Fields?
  }

  /// How many stories come out word for word, of those that have a text.
  private static let floors = ["newsml-g2": 5, "iptc7901": 3]

  @Test(.enabled(if: WireCases.exist, "no corpora beside the project"), arguments: ["newsml-g2", "iptc7901"])
  func `the story of an agency's file is the agency's story`(family: String) throws {
    var (same, total) = (0, 0)
    for (name, expected) in try WireCases.cases(family, as: Case.self) {
      guard let fields = expected.fields, let html = fields.article_html else { continue }
      total += 1
      let source = SourceFile(name: Array(name.utf8), sha256: "", bytes: try WireCases.bytes(family, name))
      let found = try #require(articles(in: source, options: NormalizationOptions()).first)
      let wanted = wordHashes(of: plainText(html))
      var words = wordHashes(of: found.body.map(\.text).joined(separator: " "))
      // The other form has the dateline apart.
      if (1...6).contains(words.count - wanted.count) { words.removeFirst(words.count - wanted.count) }
      #expect(found.headline == fields.headline && found.language == fields.language, "\(name)")
      if words == wanted {
        same += 1
      } else {
        print("\(family)/\(name): \(words.count) words, not \(wanted.count)")
      }
    }
    print("\(family): \(same) of \(total) word for word")
    #expect(same >= Self.floors[family, default: 0])
  }
}
