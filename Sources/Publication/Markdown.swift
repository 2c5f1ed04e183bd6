public import Normalization
public import Summarization

/// The article as Markdown with YAML front matter, as Obsidian, Hugo and Jekyll read it.
///
/// Text of the article is escaped so that it cannot become markup, a link, a template, a script or front matter.
public struct Markdown: Sendable, Equatable {
  /// The whole document, ending in a newline.
  public private(set) var text = ""

  /// The document of `article`.
  public init(_ article: Article, summary: Summary) {
    writeFrontMatter(of: article, summary: summary)
    if let headline = article.headline { writeBlock("# \(Self.escaped(headline))") }
    if let standfirst = article.standfirst { writeBlock("**\(Self.escaped(standfirst))**") }
    if !summary.sentences.isEmpty {
      writeBlock(summary.sentences.map { "- \(Self.escaped($0.text))" }.joined(separator: "\n"))
      writeBlock("* * *")
    }
    for paragraph in article.body { writeBlock(Self.escaped(paragraph.text)) }
    for image in article.images {
      let caption = [image.caption, image.credit.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
      if !caption.isEmpty { writeBlock("*\(Self.escaped(caption))*") }
    }
    if let credit = article.sourceCredit { writeBlock("*\(Self.escaped(credit))*") }
  }

  private mutating func writeFrontMatter(of article: Article, summary: Summary) {
    text += "---\n"
    writeField("title", article.headline.map(Self.quoted))
    writeField("date", article.published?.description)
    writeField(
      "authors", article.authors.map { Self.quoted($0.name) }.nonEmpty?.joined(separator: ", ").bracketed)
    writeField("source", Self.quoted(String(decoding: article.source.name, as: UTF8.self)))
    writeField("language", article.language.map(Self.quoted))
    writeField(
      "keywords", article.keywords.map(Self.quoted).nonEmpty?.joined(separator: ", ").bracketed)
    writeField(
      "summary", summary.sentences.nonEmpty.map { Self.quoted($0.map(\.text).joined(separator: " ")) })
    text += "---\n"
  }

  private mutating func writeField(_ key: String, _ value: String?) {
    if let value { text += "\(key): \(value)\n" }
  }

  private mutating func writeBlock(_ block: String) {
    text += "\n\(block)\n"
  }

  /// A double-quoted YAML scalar on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// One line of text that CommonMark, its usual extensions and the template languages around it print as it is.
  ///
  /// A backslash before ASCII punctuation prints that character, and breaks up what a link, a tag, a formula, a
  /// shortcode or a Liquid expression begins with. Marks that mean something only at the start of a line
  /// (`+`, `-`, `1.`) are escaped there.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    var previous: Unicode.Scalar = "\n"
    var onlyDigitsSoFar = true
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&" where index + 1 == scalars.count || scalars[index + 1] == " ":
        break
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "$", "{", "}":
        escaped += "\\"
      case "&", "@", "~":
        // Jekyll's Markdown knows no backslash before these.
        escaped += "&#\(scalar.value);"
        onlyDigitsSoFar = false
        previous = scalar
        continue
      case "%" where previous == "%":
        escaped += "&#37;"
        previous = scalar
        continue
      case "=" where previous == "=", ":" where previous == "\n":
        escaped += "\\"
      case "." where previous == "w" || previous == "W", "+" where previous == "\n",
        "-" where previous == "\n":
        escaped += "\\"
      case ".", ")":
        if onlyDigitsSoFar && previous != "\n" { escaped += "\\" }
      case "=" where previous == "\n":
        escaped += "\\"
      case "/" where previous == ":" && !escaped.hasSuffix("\\:"):
        // "http:" begins a link only with the slashes.
        escaped.removeLast()
        escaped += "\\:"
      case "\n", "\r":
        escaped += " "
        previous = " "
        continue
      default: break
      }
      escaped.unicodeScalars.append(scalar)
      if !("0"..."9").contains(scalar) { onlyDigitsSoFar = false }
      previous = scalar
    }
    return escaped
  }
}

extension String {
  fileprivate var bracketed: String { "[\(self)]" }
}
