import JSONText
public import Normalization
public import Summarization

/// The JSON-LD record of an article: a schema.org `NewsArticle` with what is Nutgraf's own under `nutgraf`.
///
/// A pure function of the article, its summary and the options: no clock, no host, no history stands in it.
/// A field that is not known is absent.
public struct Record: Equatable, Sendable {
  var context = "https://schema.org"
  var type = "NewsArticle"
  var identifier: String
  var headline: String?
  var description: String?
  var abstract: String?
  var articleBody: String
  var articleSection: String?
  var author: [Agent]?
  var publisher: Agent?
  var creativeWorkStatus: String?
  var creditText: String?
  var dateline: String?
  var datePublished: String?
  var dateModified: String?
  var inLanguage: String?
  var url: String?
  var isAccessibleForFree: Bool?
  var image: [Image]?
  var keywords: [String]?
  var mentions: [Agent]?
  var wordCount: Int
  var timeRequired: String
  var nutgraf: Extension

  /// A schema.org `Person`, `Organization` or `Place`.
  struct Agent: Equatable, Sendable {
    var type: String
    var name: String
  }

  /// A schema.org `ImageObject`.
  struct Image: Equatable, Sendable {
    var type = "ImageObject"
    var caption: String?
    var creditText: String?
    var contentUrl: String?
  }

  /// What schema.org has no word for.
  struct Extension: Equatable, Sendable {
    var version = 1
    var embargoed: String?
    var source: Origin
    var summary: [Sentence]
    var gist: Sentence?
    var line: String?
    var sentences: [Sentence]?
    var keyphrases: [String]?
    var furniture: [Dropped]?
  }

  /// The dropped file.
  struct Origin: Equatable, Sendable {
    var name: String
    var nameBytes: String?
    var sha256: String
    var bytes: Int
    var format: String
    var charset: String

    init(_ source: Source) {
      name = String(decoding: source.name, as: UTF8.self)
      nameBytes = source.name.base64UnlessUTF8
      sha256 = source.sha256
      bytes = source.byteCount
      format = source.format
      charset = source.charset
    }
  }

  /// A sentence and its place; `start` and `end` count the Unicode scalars of its paragraph.
  struct Sentence: Equatable, Sendable {
    var text: String
    var paragraph: Int
    var start: Int
    var end: Int
    var score: Double

    init(_ sentence: ScoredSentence) {
      text = sentence.text
      paragraph = sentence.paragraph
      start = sentence.range.lowerBound
      end = sentence.range.upperBound
      score = sentence.score
    }
  }

  /// A line that was dropped from the page.
  struct Dropped: Equatable, Sendable {
    var text: String
    var reason: String
  }

  /// The record of `article`.
  ///
  /// - Parameter allSentences: Whether `nutgraf.sentences` lists every sentence of the body with its score.
  public init(_ article: Article, summary: Summary, allSentences: Bool = false) {
    let found = article.keywords()
    let source = article.source
    identifier = source.urn
    headline = article.headline.nonEmpty
    description = article.standfirst.nonEmpty
    abstract = summary.sentences.map { $0.text }.joined(separator: " ").nonEmpty
    articleBody = article.body.map { $0.text }.joined(separator: "\n\n")
    articleSection =
      source.section.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/").nonEmpty
      ?? article.section.nonEmpty
    author = article.authors.map { Agent(type: $0.kind.schemaType, name: $0.name) }.nonEmpty
    publisher = article.publisher.nonEmpty.map { Agent(type: "Organization", name: $0) }
    creativeWorkStatus = article.status?.rawValue
    creditText = article.sourceCredit.nonEmpty
    dateline = article.dateline.nonEmpty
    datePublished = article.published?.description
    dateModified = article.modified?.description
    inLanguage = article.language.nonEmpty
    url = article.url.nonEmpty
    isAccessibleForFree = article.isAccessibleForFree
    image =
      article.images.map {
        Image(
          caption: $0.caption.nonEmpty, creditText: $0.credit.nonEmpty, contentUrl: $0.contentURL.nonEmpty)
      }.nonEmpty
    keywords = article.keywords.nonEmpty
    mentions = found.mentions.map { Agent(type: $0.kind.schemaType, name: $0.name) }.nonEmpty
    let length = ReadingLength(of: article.body)
    wordCount = length.words
    timeRequired = "PT\(length.minutes)M"
    nutgraf = Extension(
      embargoed: article.embargoed?.description, source: Origin(source),
      summary: summary.sentences.map(Sentence.init), gist: summary.gist.map(Sentence.init),
      line: summary.line,
      sentences: allSentences ? summary.candidates.map(Sentence.init) : nil,
      keyphrases: found.keyphrases.nonEmpty,
      furniture: article.furniture.map { Dropped(text: $0.text, reason: $0.reason) }.nonEmpty)
  }
}

extension Source {
  /// The name for life of an article: its file's, and its number where the file has several.
  var urn: String { "urn:sha256:\(sha256)" + (number.map { "#\($0)" } ?? "") }
}

extension Author.Kind {
  var schemaType: String {
    switch self {
    case .person: "Person"
    case .organization: "Organization"
    }
  }
}

extension Mention.Kind {
  var schemaType: String {
    switch self {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Place"
    }
  }
}

extension Collection {
  /// The collection, or `nil` where it is empty: an unknown field is absent from the record, never empty.
  var nonEmpty: Self? { isEmpty ? nil : self }
}

extension String? {
  var nonEmpty: String? { flatMap(\.nonEmpty) }
}
