public import Normalization

/// What an article is about, in its own words.
public struct Keywords: Sendable, Equatable {
  /// The phrases that tell most, the most telling first; none where the language is not known well enough.
  public var keyphrases: [String] = []
  /// Who and what is named, in the order of the first mention.
  public var mentions: [Mention] = []

  /// How many keyphrases there are at most.
  public static let maximumKeyphrases = 8
  /// How many mentions there are at most.
  public static let maximumMentions = 20
}

/// A person, an organisation or a place that an article names.
public struct Mention: Sendable, Hashable {
  /// What is named.
  public enum Kind: Sendable {
    case person, organization, place
  }

  /// What is named.
  public var kind: Kind
  /// The fullest form of the name in the article, without titles.
  public var name: String

  /// A mention by name.
  public init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension Article {
  /// Finds keyphrases and names in the headline and the body.
  ///
  /// A pure function; only the first 32 KB are read.
  public func keywords() -> Keywords {
    let tag = String((language ?? "").lowercased().prefix { $0 != "-" && $0 != "_" })
    if tag == "zh" { return ChineseKeyphrases(self).keywords() }
    guard let language = KeywordLanguage.of(tag) else { return Keywords() }
    let tokens = KeywordTokens(self, language: language)
    let names = Names(in: tokens, language: language)
    return Keywords(
      keyphrases: Keyphrases(in: tokens, names: names).best(Keywords.maximumKeyphrases),
      mentions: Array(names.mentions.prefix(Keywords.maximumMentions)))
  }
}
