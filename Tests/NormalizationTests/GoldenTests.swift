import Foundation
import Normalization
import Testing

/// The golden cases: folders with a source and the record expected of it.
///
/// `NUTGRAF_RECORD=1` rewrites the records.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let isRecording = ProcessInfo.processInfo.environment["NUTGRAF_RECORD"] == "1"
  static let cases =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { !$0.hasPrefix(".") }
      .sorted()) ?? []

  @Test(arguments: cases)
  func `a house style gives the record that a person wrote down`(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).first { $0.hasPrefix("source.") })
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
    let source = SourceFile(name: Array(file.utf8), sha256: "", bytes: bytes)
    let found = try articles(in: source, options: NormalizationOptions()).map(GoldenArticle.init)
    let expectation = folder.appending(path: "expected.json")
    if Self.isRecording { try GoldenArticle.encoded(found).write(to: expectation) }
    let expected = try JSONDecoder().decode([GoldenArticle].self, from: Data(contentsOf: expectation))
    #expect(found == expected)
  }

  @Test func `there are golden cases`() {
    #expect(Self.cases.count >= 10)
  }
}

/// An article in the form of the expectations.
struct GoldenArticle: Codable, Equatable {
  var headline: String?
  var authors: [String]
  var published: String?
  var modified: String?
  var language: String?
  var standfirst: String?
  var dateline: String?
  var body: [String]
  var images: [[String: String]]
  var sourceCredit: String?
  var furniture: [[String]]
  var charset: String

  init(_ article: Article) {
    headline = article.headline
    authors = article.authors.map { $0.kind == .person ? $0.name : "\($0.name) (organization)" }
    published = article.published?.description
    modified = article.modified?.description
    language = article.language
    standfirst = article.standfirst
    dateline = article.dateline
    body = article.body.map(\.text)
    images = article.images.map { image in
      var parts: [String: String] = [:]
      parts["caption"] = image.caption
      parts["credit"] = image.credit
      return parts
    }
    sourceCredit = article.sourceCredit
    furniture = article.furniture.map { [$0.reason, $0.text] }
    charset = article.source.charset
  }

  static func encoded(_ articles: [GoldenArticle]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(articles) + Data("\n".utf8)
  }
}
