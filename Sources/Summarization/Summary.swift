/// How long a summary may be.
public enum SummaryLength: Sendable, Equatable {
  /// About ``standardWords``, what a reader takes in at a glance: what the service ships with. A sentence may run over by a fifth, for
  /// the one that has the news is often long.
  case standard
  /// At most so many sentences; 1 or more.
  case sentences(Int)
  /// At most so many words, but at least one sentence.
  case words(Int)
  /// At most so many characters, spaces between sentences counted, but at least one sentence.
  case characters(Int)
  /// At most this share of the article's words, above 0 to 1, but at least one sentence.
  case ratio(Double)

  /// About how many words a summary of ``standard`` length has.
  public static let standardWords = 55
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
  /// The article in one sentence of its own; nil where none can stand alone.
  public var gist: ScoredSentence?
  /// The beginning of the gist, up to the end of a clause, of a headline's length; nil where it cannot be cut safely.
  public var line: String?

  /// A summary out of the sentences of an article.
  public init(
    sentences: [ScoredSentence], candidates: [ScoredSentence], gist: ScoredSentence? = nil,
    line: String? = nil
  ) {
    self.sentences = sentences
    self.candidates = candidates
    self.gist = gist
    self.line = line
  }
}
