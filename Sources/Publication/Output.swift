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

/// The files of a result in the order of their publication: whoever sees the JSON finds all others there.
///
/// A file with several articles gives two for each, with its number before the ending, and then those of the ``Contents``.
///
/// - Parameter summaries: One for each article.
public func outputs(for reading: Reading, summaries: [Summary]) -> [Output] {
  var outputs: [Output] = []
  for (article, summary) in zip(reading.articles, summaries) {
    let number = article.source.number.map { "\($0)." } ?? ""
    outputs.append(Output(ending: "\(number)md", bytes: Markdown(article, summary: summary).utf8))
    outputs.append(
      Output(ending: "\(number)json", bytes: Record(article, summary: summary).json(.readable)))
  }
  if let contents = Contents(reading, summaries: summaries) {
    outputs.append(Output(ending: "md", bytes: contents.markdown))
    outputs.append(Output(ending: "json", bytes: contents.json))
  }
  return outputs
}
