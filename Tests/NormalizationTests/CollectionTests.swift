import Testing

@testable import Normalization

/// Files of several articles: what is a part, and what becomes of those that are none.
@Suite struct CollectionTests {
  static let story =
    "The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more.\n\nNobody in the town had thought that it would be heard again, officials said on the same day."

  static func mail(_ subject: String, _ text: String) -> String {
    "From jo Mon May  3 10:00:00 2024\nMessage-ID: <1@x>\nSubject: \(subject)\n\n\(text)\n\n"
  }

  private func read(_ text: String) throws -> Reading {
    try reading(
      of: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())
  }

  @Test func `each mail of a mailbox is an article, with its number`() throws {
    let found = try read(Self.mail("One", Self.story) + Self.mail("Two", "") + Self.mail("Three", Self.story))
    #expect(found.isCollection)
    #expect(
      try read("\u{FEFF}" + Self.mail("One", Self.story) + Self.mail("Two", Self.story)).articles.count == 2)
    #expect(found.articles.map(\.headline) == ["One", "Three"])
    #expect(found.articles.map(\.source.number) == [1, 3])
    #expect(found.rejections == [Reading.RejectedPart(number: 2, title: "Two", error: .empty)])
  }

  @Test func `a lone mail is no collection, nor is one with a line that begins like a separator`() throws {
    for text in [
      Self.mail("One", Self.story), Self.mail("One", "\(Self.story)\n\nFrom the mill nothing was heard.\n"),
    ] {
      let found = try read(text)
      #expect(!found.isCollection && found.articles.map(\.source.number) == [nil])
      #expect(found.articles[0].source.format == "message/rfc822")
    }
  }

  @Test func `where no part is an article, the first says why`() {
    #expect(throws: NormalizationError.empty) { try read(Self.mail("One", "") + Self.mail("Two", "")) }
  }

  @Test func `a file of too many articles is refused with their number`() throws {
    let mail = Self.mail("One", Self.story)
    let most = String(repeating: mail, count: Reading.maximumCount)
    #expect(try read(most).articles.count == Reading.maximumCount)
    #expect(throws: NormalizationError.tooManyArticles(count: Reading.maximumCount + 1)) {
      try read(most + mail)
    }
    #expect(NormalizationError.tooManyArticles(count: 1001).message.contains("1001"))
  }

  @Test func `a mail that was quoted against separators has its lines back`() throws {
    let found = try read(
      Self.mail("One", Self.story + "\n\n>From the mill nothing was heard for all of eleven years."))
    #expect(found.articles[0].body.last?.text == "From the mill nothing was heard for all of eleven years.")
  }
}
