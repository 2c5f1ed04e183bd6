import JSONText
import Normalization
import Summarization

/// The table of contents of a file with several articles, which stands where the record of a single one would.
struct Contents {
  /// A schema.org `ItemList` of the articles by their numbers, in JSON.
  let json: [UInt8]
  /// The same for people.
  let markdown: [UInt8]

  /// The contents of a file; `nil` where it has but one article.
  init?(_ reading: Reading, summaries: [Summary]) {
    guard reading.isCollection, var source = reading.articles.first?.source else { return nil }
    source.number = nil
    json = Self.json(of: reading, from: source)
    markdown = Self.markdown(of: reading, summaries, from: source)
  }

  private static func json(of reading: Reading, from source: Source) -> [UInt8] {
    var json = JSONWriter(.readable)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "ItemList")
      json.member("identifier", source.urn)
      json.member("itemListElement", reading.articles) { article, json in
        json.object { json in
          json.member("@type", "ListItem")
          json.key("item")
          json.object { json in
            json.member("@type", "NewsArticle")
            json.member("datePublished", article.published?.description)
            json.member("headline", article.headline)
            json.member("identifier", article.source.urn)
            json.member("url", article.url)
          }
          json.member("position", article.source.number)
        }
      }
      json.member("name", reading.title)
      json.key("nutgraf")
      json.object { json in
        json.member("rejected", reading.rejections.nonEmpty) { part, json in
          json.object { json in
            json.member("message", part.error.message)
            json.member("position", part.number)
            json.member("reason", part.error.reason)
            json.member("title", part.title)
          }
        }
        json.key("source")
        Record.Origin(source).write(to: &json)
        json.member("version", 1)
      }
      json.member("numberOfItems", reading.articles.count)
    }
    return json.bytes + [0x0A]
  }

  private static func markdown(of reading: Reading, _ summaries: [Summary], from source: Source) -> [UInt8] {
    let name = String(decoding: source.name, as: UTF8.self)
    var writer = MarkdownWriter()
    writer.write("---\n")
    writer.writeField("title", reading.title)
    writer.writeField("source", name)
    writer.write("---\n")
    writer.writeBlock("# ", reading.title ?? name)
    for (article, summary) in zip(reading.articles, summaries) {
      let number = article.source.number.map(String.init) ?? ""
      let facts = [article.headline, article.published?.description].compactMap(\.self)
      writer.writeBlock("## ", ([number] + facts).joined(separator: " · "))
      if let sentence = summary.gist ?? summary.sentences.first { writer.writeBlock("", sentence.text) }
    }
    for part in reading.rejections {
      writer.writeBlock(
        "*",
        "\(part.number) · \([part.title, part.error.message].compactMap(\.self).joined(separator: ": "))", "*"
      )
    }
    return writer.bytes
  }
}
