/// A news article, cleaned: what its publisher wrote, apart from what stood around it.
///
/// A field that is not known is `nil` or empty, never guessed.
public struct Article: Sendable, Equatable {
  /// The title, without the site's name.
  public var headline: String?
  /// Who signed the article, in the order of the byline.
  public var authors: [Author] = []
  /// When it was first published.
  public var published: Timestamp?
  /// When it was last changed, where the text says so.
  public var modified: Timestamp?
  /// The language of the body as a BCP 47 tag (`en`, `pt`, `zh-Hant`).
  public var language: String?
  /// The standfirst (deck): the sentence or two between the headline and the body.
  public var standfirst: String?
  /// The place line that opens an agency story (`TEHRAN (Reuters)`); it also stays in the body.
  public var dateline: String?
  /// The paragraphs, in order, without their captions and furniture.
  public var body: [Paragraph] = []
  /// The pictures that the text speaks of, each once.
  public var images: [Figure] = []
  /// The line that names other sources of the story (`With inputs from agencies`).
  public var sourceCredit: String?
  /// The publisher's name.
  public var publisher: String?
  /// The part of the paper that the page files it under.
  public var section: String?
  /// What its publisher declares it to be about.
  public var keywords: [String] = []
  /// The canonical address.
  public var url: String?
  /// Whether its wire took it back or holds it up.
  public var status: PublicationStatus?
  /// Until when its wire asks not to print it.
  public var embargoed: Timestamp?
  /// Whether the whole text is free to read, where the source says so.
  public var isAccessibleForFree: Bool?
  /// What was dropped from the source, in order, each with the reason.
  public var furniture: [Furniture] = []
  /// The file that it came from.
  public var source: Source

  /// An article of which only its origin is known.
  public init(source: Source) {
    self.source = source
  }
}

/// One paragraph of a body: one line of text without line breaks, in NFC as far as the source was.
public struct Paragraph: Sendable, Equatable {
  /// The text; never empty, no white space at either end.
  public var text: String

  /// A paragraph of `text`.
  public init(_ text: String) {
    self.text = text
  }
}

/// One who signed an article.
public struct Author: Sendable, Equatable {
  /// Whether a person or a desk signed.
  public enum Kind: Sendable, Equatable {
    /// A person.
    case person
    /// A desk, an agency's bureau, a staff.
    case organization
  }

  /// The name as it is printed, without "By" and titles of office.
  public var name: String
  /// Person or organisation.
  public var kind: Kind

  /// An author of that name.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A picture of an article, known by its caption, its credit or its address.
public struct Figure: Sendable, Equatable {
  /// What the picture shows, in the words of the source.
  public var caption: String?
  /// Who made or owns the picture.
  public var credit: String?
  /// Where the picture lies.
  public var contentURL: String?

  /// A picture; at least one of the three is given.
  public init(caption: String? = nil, credit: String? = nil, contentURL: String? = nil) {
    self.caption = caption
    self.credit = credit
    self.contentURL = contentURL
  }

  /// Whether another caption is this one's, or begins as it does: one may have whose picture it is behind it.
  func isSamePicture(as other: String?) -> Bool {
    guard let caption, let other else { return false }
    let shared = zip(caption.utf8, other.utf8).prefix { $0 == $1 }.count
    return caption == other || shared >= max(30, min(caption.utf8.count, other.utf8.count, 60))
  }
}

/// A line that was dropped.
public struct Furniture: Sendable, Equatable {
  /// The line as it stood in the source.
  public var text: String
  /// Why it was dropped: a stable slug (`ad-label`, `duplicate-caption`, `menu`).
  public var reason: String

  /// A line dropped for `reason`.
  public init(text: String, reason: String) {
    self.text = text
    self.reason = reason
  }
}
