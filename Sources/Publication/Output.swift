import JSONText
public import Normalization
public import Summarization

/// One file of a result: what it holds, and what its name ends in after the dropped file's own name.
public struct Output: Sendable, Equatable {
  /// What follows the dropped file's name and a full stop: `md`, `json`.
  public var ending: String
  /// The content.
  public var bytes: [UInt8]

  /// A file of that ending and content.
  public init(ending: String, bytes: [UInt8]) {
    self.ending = ending
    self.bytes = bytes
  }
}

/// The files of a result in the order of their publication: whoever sees the JSON finds the Markdown there.
public func outputs(for article: Article, summary: Summary) -> [Output] {
  [
    Output(ending: "md", bytes: Markdown(article, summary: summary).utf8),
    Output(ending: "json", bytes: Record(article, summary: summary).json(.readable)),
  ]
}
