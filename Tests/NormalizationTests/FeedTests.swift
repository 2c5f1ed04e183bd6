import Foundation
import Testing

@testable import Normalization

/// Feeds: the ways of their formats to say the same, and cases that others wrote.
@Suite struct FeedTests {
  static let text = "The copper mine in Kolsk will close in the spring, the company said on Monday."

  private func item(rss: String) throws -> WireItem {
    try #require(
      try Feed(
        XMLTree(
          Array("<rss><channel><link>https://a.example/</link><item>\(rss)</item></channel></rss>".utf8)
        ).root.children[0]
      )
      .items.first)
  }

  private func item(atom: String) throws -> WireItem {
    try #require(
      try Feed(XMLTree(Array("<feed><entry>\(atom)</entry></feed>".utf8)).root.children[0]).items.first)
  }

  @Test(arguments: [
    ("<author>jo@a.example (Jo Fenn)</author>", ["Jo Fenn"]),
    ("<author>Jo Fenn &lt;jo@a.example&gt;</author>", ["Jo Fenn"]),
    ("<dc:creator><![CDATA[Jo Fenn]]></dc:creator>", ["Jo Fenn"]), ("<author>jo@a.example</author>", []),
    ("<author><name>Jo Fenn</name></author>", ["Jo Fenn"]),
  ])
  func `an author is a name, not an address`(xml: String, names: [String]) throws {
    #expect(try item(rss: xml).bylines == names)
  }

  @Test(arguments: [
    ("<link>https://a.example/1</link>", "https://a.example/1"), ("<link>/1</link>", "https://a.example/1"),
    ("<guid>https://a.example/1</guid>", "https://a.example/1"),
    ("<guid isPermaLink=\"false\">https://a.example/1</guid>", nil),
    ("<atom:link rel=\"alternate\" href=\"https://a.example/1\"/>", "https://a.example/1"),
  ])
  func `the address of an entry is absolute`(xml: String, address: String?) throws {
    #expect(try item(rss: xml).url == address)
  }

  @Test(arguments: [
    ("<title>Q&amp;A &#8216;now&#8217;</title>", "Q&A ‘now’"),
    ("<title type=\"html\">A &lt;b&gt;bold&lt;/b&gt; step</title>", "A bold step"),
    ("<title type=\"text\">2 &lt; 3 and 3 &gt; 2</title>", "2 < 3 and 3 > 2"),
    ("<title><![CDATA[A &amp; B]]></title>", "A & B"),
    ("<title type=\"xhtml\"><div>A <em>fine</em> step</div></title>", "A fine step"),
  ])
  func `a title is text, however it is marked`(xml: String, title: String) throws {
    #expect(try item(atom: xml).headline == title)
  }

  @Test func `the longest of its texts is the body of an entry, and a teaser of other words its standfirst`()
    throws
  {
    let found = try item(
      rss:
        "<description>Nine hundred jobs go.</description><content:encoded>&lt;p&gt;\(Self.text)&lt;/p&gt;&lt;p&gt;It opened in 1911.&lt;/p&gt;</content:encoded>"
    )
    #expect(found.body.paragraphs.map(\.text) == [Self.text, "It opened in 1911."])
    #expect(found.standfirst == "Nine hundred jobs go.")
  }

  @Test func `when it was changed is not when it was published`() throws {
    let found = try item(atom: "<updated>2024-01-02T00:00:00Z</updated>")
    #expect(found.published == nil && found.modified == "2024-01-02T00:00:00Z")
  }

  // MARK: - Cases that others wrote

  private struct Case: Decodable {
    struct Check: Decodable {
      var path: String
      var eq: Value?
    }
    enum Value: Decodable, Equatable {
      case text(String)
      case other

      init(from decoder: any Decoder) throws {
        self = (try? decoder.singleValueContainer().decode(String.self)).map(Value.text) ?? .other
      }
    }
    var checks: [Check]?
  }

  /// What a feed says under the names that the cases have for it; `nil` for what no article has.
  private func value(_ path: String, of feed: Feed) -> String?? {
    let item = feed.items.first
    switch path {
    case "feed['title']", "feed['title_detail']['value']": return feed.title
    case "entries[0]['title']", "entries[0]['title_detail']['value']": return item?.headline
    case "entries[0]['link']", "entries[0]['links'][0]['href']": return item?.url
    case "entries[0]['author']", "entries[0]['author_detail']['name']", "entries[0]['authors'][0]['name']":
      return item?.bylines.first
    case "entries[0]['published']": return item?.published
    case "entries[0]['updated']": return item?.modified
    case "entries[0]['tags'][0]['term']": return item?.keywords.first
    case "entries[0]['content'][0]['value']", "entries[0]['summary']", "entries[0]['description']":
      return item.map { $0.body.paragraphs.map(\.text).joined(separator: " ") }
    default: return .none
    }
  }

  /// How many checks agree; it may rise and never fall.
  private static let floor = 194

  @Test(.enabled(if: WireCases.exist, "no corpora beside the project"))
  func `the feeds of others say what their checks say`() throws {
    var (passed, total) = (0, 0)
    for family in ["rss", "atom", "feed-entities", "feed-encoding", "feed-illformed"] {
      for (name, expected) in try WireCases.cases(family, as: Case.self) {
        let text = try decoded(try WireCases.bytes(family, name)).utf8
        guard let root = XMLTree(text).root.children.first else { continue }
        let feed = try Feed(root)
        for check in expected.checks ?? [] {
          guard case .text(let wanted)? = check.eq, let found = value(check.path, of: feed) else { continue }
          total += 1
          // They keep markup and white space, which an article has none of.
          if found.map(plainText) ?? "" == plainText(wanted) {
            passed += 1
          } else {
            print("feeds: \(family)/\(name) \(check.path): \(found ?? "nothing"), not \(wanted)")
          }
        }
      }
    }
    print("feeds: \(passed) of \(total)")
    #expect(passed >= Self.floor)
  }
}
