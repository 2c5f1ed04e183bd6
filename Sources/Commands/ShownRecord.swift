import FoundationEssentials

/// A record of the outbox, or the contents of a file of several articles, as people read it on a terminal.
public struct ShownRecord: Decodable, Sendable {
  var headline: String?
  var description: String?
  var author: [Agent]?
  var publisher: Agent?
  var datePublished: String?
  var articleSection: String?
  var inLanguage: String?
  var url: String?
  var articleBody: String?
  var wordCount: Int?
  var nutgraf: Own?
  /// What a file of several articles calls itself, and its articles.
  var name: String?
  var itemListElement: [Item]?

  struct Item: Decodable, Sendable {
    var position: Int
    var item: Entry
  }
  struct Entry: Decodable, Sendable {
    var headline: String?
    var datePublished: String?
  }
  struct Agent: Decodable, Sendable { var name: String }
  struct Own: Decodable, Sendable { var summary: [Sentence]? }
  struct Sentence: Decodable, Sendable { var text: String }

  /// Reads a record; `nil` where it is none.
  public init?(json: [UInt8]) {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(json)) else { return nil }
    self = record
  }

  /// Headline, byline, summary and body; nothing in it commands a terminal.
  ///
  /// - Parameters:
  ///   - width: Columns to wrap at; `nil` for a line a paragraph.
  ///   - bold: How a headline is set off.
  public func text(width: Int?, isSummaryOnly: Bool, bold: (String) -> String) -> String {
    var blocks: [String] = []
    func fill(_ text: String, indent: String = "") -> String {
      let safe = Columns.safe(text)
      guard let width else { return safe }
      return wrapped(safe, width: width - Columns.width(of: indent), indent: "").joined(
        separator: "\n\(indent)")
    }
    if let headline = headline ?? name {
      blocks.append(fill(headline).split(separator: "\n").map { bold(String($0)) }.joined(separator: "\n"))
    }
    let people = (author ?? []).map(\.name).joined(separator: ", ")
    let line = [people, publisher?.name ?? "", datePublished ?? "", articleSection ?? "", inLanguage ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    if !line.isEmpty { blocks.append(fill(line)) }
    if let description { blocks.append(fill(description)) }
    let items = (itemListElement ?? []).map { element in
      let facts = [element.item.headline, element.item.datePublished].compactMap(\.self)
      return fill("\(element.position). \(facts.joined(separator: " · "))", indent: "   ")
    }
    if !items.isEmpty { blocks.append(items.joined(separator: "\n")) }
    let summary = (nutgraf?.summary ?? []).map { "• \(fill($0.text, indent: "  "))" }
    if !summary.isEmpty { blocks.append(summary.joined(separator: "\n")) }
    if !isSummaryOnly, let articleBody {
      blocks.append(String(repeating: "-", count: min(width ?? 40, 40)))
      for paragraph in articleBody.split(separator: "\n") where !paragraph.isEmpty {
        blocks.append(fill(String(paragraph)))
      }
      if let url { blocks.append(fill(url)) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}
