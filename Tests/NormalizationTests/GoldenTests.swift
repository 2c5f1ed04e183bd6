import Foundation
import Normalization
import Testing

/// The golden cases: folders with a source and the record expected of it, or the error where it is no article.
///
/// `NUTGRAF_RECORD=1` rewrites the records, but for those of a folder with a `known-issue.txt`: there the right answer
/// stands, and the file says why it is not given yet.
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
    let expectation = folder.appending(path: "expected.json")
    let previous = try? JSONDecoder().decode(GoldenResult.self, from: Data(contentsOf: expectation))
    let found = GoldenResult(of: SourceFile(name: Array(file.utf8), sha256: "", bytes: bytes), like: previous)
    let issue = try? String(contentsOf: folder.appending(path: "known-issue.txt"), encoding: .utf8)
    if Self.isRecording, issue == nil { try found.encoded().write(to: expectation) }
    let expected = try JSONDecoder().decode(GoldenResult.self, from: Data(contentsOf: expectation))
    if let issue {
      withKnownIssue(Comment(rawValue: issue)) { #expect(found == expected) }
    } else {
      #expect(found == expected)
    }
  }

  @Test func `a page of megabytes gives its article`() throws {
    let paragraphs = (1...20_000).map {
      "<p>On day \($0) the council met again, and it decided nothing about the bridge.</p>"
    }
    let page =
      "<html lang=en><title>The long session</title><body><h1>The long session</h1><article>\(paragraphs.joined())</article>"
    let found = try articles(
      in: SourceFile(name: [], sha256: "", bytes: Array(page.utf8)), options: NormalizationOptions())
    #expect(found.first?.body.count == 20_000)
    #expect(found.first?.headline == "The long session")
  }

  @Test func `there are golden cases`() {
    #expect(Self.cases.count >= 60)
  }
}

/// What a source gives: its articles, or the reason why there is none.
enum GoldenResult: Codable, Equatable {
  case articles([GoldenArticle])
  case error(reason: String)

  private enum CodingKeys: String, CodingKey { case error }

  /// - Parameter expected: Where it leaves open what is dropped, so does the result.
  init(of source: SourceFile, like expected: GoldenResult?) {
    do {
      var found = try Normalization.articles(in: source, options: NormalizationOptions()).map(
        GoldenArticle.init)
      if case .articles(let articles)? = expected, articles.allSatisfy({ $0.furniture == nil }) {
        for index in found.indices { found[index].furniture = nil }
      }
      self = .articles(found)
    } catch {
      self = .error(reason: error.reason)
    }
  }

  init(from decoder: any Decoder) throws {
    if let failure = try? decoder.container(keyedBy: CodingKeys.self) {
      self = .error(reason: try failure.decode(String.self, forKey: .error))
    } else {
      self = .articles(try decoder.singleValueContainer().decode([GoldenArticle].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .articles(let articles):
      var container = encoder.singleValueContainer()
      try container.encode(articles)
    case .error(let reason):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(reason, forKey: .error)
    }
  }

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
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
  /// What is dropped, each line with its reason first; absent where the case does not say.
  var furniture: [[String]]?
  var charset: String
  var isAccessibleForFree: Bool?

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
    isAccessibleForFree = article.isAccessibleForFree
  }
}
