public import Normalization
public import Summarization

/// Headline, byline and summary of an article as plain text.
public struct PlainText: Sendable, Equatable {
  /// The lines, ending in a newline.
  public private(set) var text = ""

  /// The text of `article`.
  ///
  /// - Parameter width: Columns to wrap at; `nil` for lines as long as they come.
  public init(_ article: Article, summary: Summary, width: Int?) {
    if let headline = article.headline { write(headline, width: width) }
    let byline = article.authors.map(\.name) + [article.published?.description].compactMap(\.self)
    if !byline.isEmpty { write(byline.joined(separator: ", "), width: width) }
    for sentence in summary.sentences {
      if !text.isEmpty { text += "\n" }
      write(sentence.text, width: width)
    }
  }

  private mutating func write(_ line: String, width: Int?) {
    var column = 0
    for word in line.split(separator: " ") {
      if column > 0, let width, column + 1 + word.count > width {
        text += "\n"
        column = 0
      }
      if column > 0 {
        text += " "
        column += 1
      }
      text += word
      column += word.count
    }
    text += "\n"
  }
}
