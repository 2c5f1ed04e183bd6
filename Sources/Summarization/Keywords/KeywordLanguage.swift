/// What a word may be, as far as keyphrases and names need it.
struct KeywordTraits: OptionSet, Sendable {
  var rawValue: UInt8

  /// A function word.
  static let stopWord = KeywordTraits(rawValue: 1)
  /// Says little in any article: months, days, "year", "said".
  static let common = KeywordTraits(rawValue: 2)
  /// A title or an office that stands before names of people.
  static let title = KeywordTraits(rawValue: 4)
  /// A verb of speech, which stands beside names of people.
  static let speech = KeywordTraits(rawValue: 8)
  /// An article or a possessive, which stands before nouns.
  static let article = KeywordTraits(rawValue: 16)
  /// A noun that stands before names of places, firms and works: "brand", "village".
  static let thing = KeywordTraits(rawValue: 32)
}

/// What is known of a language's words, as far as keyphrases and names need it.
struct KeywordLanguage: Sendable {
  private var traits = WordMap<KeywordTraits>()
  /// "And" and its like.
  let conjunctions = WordMap("and & und et y e i en och og dan ve и oraz")
  /// What is known of names where they have no capitals.
  let names: NameLists?
  /// Whether the syllables of words are written apart, so that one alone says little.
  let separatesSyllables: Bool
  /// Whether words stand side by side without a space, so that a change of the script parts them.
  let isUnspaced: Bool
  /// Whether endings are joined to names by an apostrophe: "Ankara'da".
  let joinsEndings: Bool
  /// Whether a title takes a country in the genitive before the name: "Президент России Владимир Путин".
  let putsCountriesBehindTitles: Bool
  /// Whether names take endings: "Petr Fiala", "vláda Petra Fialy".
  let inflectsNames: Bool
  /// Whether words end with "-ing" and "-ed".
  let isEnglish: Bool
  /// Whether every noun has a capital, so that a capital proves nothing.
  let capitalizesNouns: Bool
  /// Whether nouns are written together, so that a title may end a longer word.
  let joinsNouns: Bool
  /// Whether articles and pronouns are joined to words by an apostrophe.
  let elides: Bool
  /// Those of them that are longer than two letters.
  let elided = WordMap("dell nell all sull dall coll quest quell jusqu lorsqu puisqu quoiqu presqu")

  /// The language with this primary subtag; `nil` where too little is known.
  static func of(_ language: String) -> KeywordLanguage? {
    withoutCapitals(language) ?? languages[language]
  }

  init(
    _ language: String, common: String, titles: String, speech: String, articles: String, things: String = "",
    capitalizesNouns: Bool = false,
    joinsNouns: Bool = false, elides: Bool = false, joinsEndings: Bool = false,
    putsCountriesBehindTitles: Bool = false, inflectsNames: Bool = false, separatesSyllables: Bool = false,
    isUnspaced: Bool = false, names: NameLists? = nil
  ) {
    self.isUnspaced = isUnspaced
    self.names = names
    self.separatesSyllables = separatesSyllables
    self.capitalizesNouns = capitalizesNouns
    self.joinsNouns = joinsNouns
    self.joinsEndings = joinsEndings
    self.putsCountriesBehindTitles = putsCountriesBehindTitles
    self.inflectsNames = inflectsNames
    isEnglish = language == "en"
    self.elides = elides
    StopWords.of(language).each { add(.stopWord, to: $0) }
    for (words, trait) in [
      (common, KeywordTraits.common), (titles, .title), (speech, .speech), (articles, .article),
      (things, .thing),
    ] {
      WordHash.each(of: words) { add(trait, to: $0) }
    }
  }

  private mutating func add(_ trait: KeywordTraits, to word: WordHash) {
    traits.set(word, to: traits(of: word).union(trait))
  }

  /// What a word may be.
  func traits(of word: WordHash) -> KeywordTraits { traits[word] ?? [] }

  /// Whether a word ends with one that has a trait: "Bundestrainer", "Secretary-Treasurer".
  func has(_ trait: KeywordTraits, ending text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > Self.minimumNoun + 1, word.count < 64 else { return false }
    for start in word.lowerBound + 2...word.upperBound - Self.minimumNoun {
      guard text[start - 1] == 0x2D || joinsNouns && text[start] & 0xC0 != 0x80 else { continue }
      if traits(of: WordHash(text, start..<word.upperBound)).contains(trait) { return true }
    }
    return false
  }
  private static let minimumNoun = 4
}
