/// How long a summary may be.
public enum SummaryLength: Sendable, Equatable {
  /// At most so many sentences; 1 or more.
  case sentences(Int)
  /// At most so many words, but at least one sentence.
  case words(Int)

  /// What the service ships with.
  public static let standard = SummaryLength.sentences(3)
}

/// A sentence of a body: verbatim text, its place and its score.
public struct ScoredSentence: Sendable, Equatable {
  /// The text exactly as it stands in the paragraph.
  public var text: String
  /// The paragraph's index in the body, from 0.
  public var paragraph: Int
  /// Where it stands in the paragraph, in Unicode scalars.
  public var range: Range<Int>
  /// The ranker's score, rounded to 4 decimals; higher is better.
  public var score: Double

  /// A sentence at its place.
  public init(text: String, paragraph: Int, range: Range<Int>, score: Double) {
    self.text = text
    self.paragraph = paragraph
    self.range = range
    self.score = score
  }
}

/// A summary made of an article's own sentences.
public struct Summary: Sendable, Equatable {
  /// The chosen sentences, in reading order; never empty where the article has text.
  public var sentences: [ScoredSentence]
  /// Every sentence of the article, in reading order.
  public var candidates: [ScoredSentence]

  /// A summary out of the sentences of an article.
  public init(sentences: [ScoredSentence], candidates: [ScoredSentence]) {
    self.sentences = sentences
    self.candidates = candidates
  }
}
