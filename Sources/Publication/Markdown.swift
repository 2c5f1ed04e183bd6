public import Normalization
public import Summarization

/// The article as Markdown with YAML front matter, as Obsidian, Hugo and Jekyll read it.
///
/// Text of the article is escaped so that it cannot become markup, a link, a template, a script or front matter.
public struct Markdown: Sendable, Equatable {
  /// The whole document in UTF-8, ending in a newline.
  public let utf8: [UInt8]

  /// The document of `article`.
  public init(_ article: Article, summary: Summary) {
    var writer = MarkdownWriter()
    writer.writeFrontMatter(of: article, summary: summary)
    if let headline = article.headline { writer.writeBlock("# ", headline) }
    if let standfirst = article.standfirst { writer.writeBlock("**", standfirst, "**") }
    if !summary.sentences.isEmpty {
      writer.write("\n")
      for sentence in summary.sentences {
        writer.write("- ")
        writer.escape(sentence.text)
        writer.write("\n")
      }
      writer.write("\n* * *\n")
    }
    for paragraph in article.body { writer.writeBlock("", paragraph.text) }
    for image in article.images {
      let caption = [image.caption, image.credit.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
      if !caption.isEmpty { writer.writeBlock("*", caption, "*") }
    }
    if let credit = article.sourceCredit { writer.writeBlock("*", credit, "*") }
    utf8 = writer.bytes
  }
}

extension MarkdownWriter {
  fileprivate mutating func writeFrontMatter(of article: Article, summary: Summary) {
    write("---\n")
    writeField("title", article.headline)
    if let published = article.published {
      write("date: ")
      write(ascii: published.description)
      write("\n")
    }
    if let embargoed = article.embargoed {
      write("embargoed: ")
      write(ascii: embargoed.description)
      write("\n")
    }
    writeField("status", article.status?.rawValue)
    writeField("authors", article.authors.map(\.name))
    writeField("source", String(decoding: article.source.name, as: UTF8.self))
    writeField("language", article.language)
    writeField("keywords", article.keywords)
    if !summary.sentences.isEmpty {
      writeField("summary", summary.sentences.map(\.text).joined(separator: " "))
    }
    write("---\n")
  }

  mutating func writeField(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    write(key)
    write(": ")
    quote(value)
    write("\n")
  }

  private mutating func writeField(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    write(key)
    for (index, value) in values.enumerated() {
      write(index == 0 ? ": [" : ", ")
      quote(value)
    }
    write("]\n")
  }

  mutating func writeBlock(_ opening: StaticString, _ text: String, _ closing: StaticString = "") {
    write("\n")
    write(opening)
    escape(text)
    write(closing)
    write("\n")
  }
}
