/// The words by which a sentence shows that it leans on the one before it.
enum LeaningWords {
  /// Whether a sentence with these words says by its first ones that it goes on with something: "Therefore …", "The company said …",
  /// "After that he …".
  ///
  /// - Parameter withKind: Whether it begins with an article and a word in small letters: "The new terminal …".
  static func open(
    _ words: SentenceWords, _ vocabulary: borrowing Vocabulary, withKind: Bool, language: String
  ) -> Bool {
    guard !words.ids.isEmpty else { return false }
    let first = vocabulary.hash(of: words.ids[0])
    if connectives[first] != nil { return true }
    guard words.ids.count > 1 else { return false }
    if withKind, anaphors[vocabulary.hash(of: words.ids[1])] == true { return true }
    guard let pronouns = pronouns[language] else { return false }
    for place in 0..<min(6, words.ids.count) {
      if place > 0, words.capitals.contains(where: { $0.place == place }) { return false }
      switch pronouns[vocabulary.hash(of: words.ids[place])] {
      case .some(let isPronoun): return isPronoun
      case nil: continue
      }
    }
    return false
  }

  /// Whether a sentence begins with a definite article or "this".
  static func openWithArticle(_ words: SentenceWords, _ vocabulary: borrowing Vocabulary, language: String)
    -> Bool
  {
    guard words.ids.count > 1 else { return false }
    let first = vocabulary.hash(of: words.ids[0])
    return articles[first] != nil || language == "pt" && portugueseArticles[first] != nil
  }

  /// Whether what stands there behind an article is mostly what the story has named, if less surely than behind ``open``: "The ruling …",
  /// "The 41-year-old …".
  static func mayReferBack(_ words: SentenceWords, _ vocabulary: borrowing Vocabulary) -> Bool {
    if anaphors[vocabulary.hash(of: words.ids[1])] == false { return true }
    return words.ids.count > 3 && vocabulary.hash(of: words.ids[2]) == year
      && vocabulary.hash(of: words.ids[3]) == old
  }

  /// The words that tie a sentence to the one before it, in the languages that we know some of; a word of one that means
  /// something else in another is left out.
  private static let connectives = WordMap<Bool>(
    """
    then instead however meanwhile also therefore thus later afterwards afterward moreover furthermore nevertheless nonetheless
    otherwise similarly consequently hence likewise besides regardless or which whose danach dann daraufhin außerdem zudem jedoch allerdings dagegen trotzdem
    deshalb deswegen daher stattdessen später anschließend auch dabei dazu damit dort hingegen dennoch ensuite puis cependant toutefois
    pourtant ainsi aussi alors depuis après luego entonces además también así depois além também porém então assim poi dopo quindi
    inoltre tuttavia anche così invece daarna daarom daardoor bovendien echter vervolgens desondanks därefter sedan dessutom däremot derefter
    desuden derfor deretter dessuten imidlertid därför därmed potem następnie jednak także również dlatego poté potom také proto nicméně zatem
    затем потом однако также поэтому тогда кроме потім також однак тому sonra ayrıca ancak bunun kemudian selain namun makanya menurutnya
    sitten lisäksi silti kuitenkin aztán ezután azonban emellett apoi totuși astfel însă đây
    """)

  /// The same in scripts without spaces.
  static let unspacedConnectives: [StaticString] = [
    "しかし", "また", "その", "そこで", "さらに", "一方", "ただ", "だが", "そして", "それ", "これ", "この",
    "但", "不过", "不過", "此外", "同时", "同時", "然而", "因此", "所以", "这", "這",
  ]

  private static let year = WordHash("year")
  private static let old = WordHash("old")

  private static let articles = WordMap<Bool>(
    "the this that these those der die das le la les el los las il lo gli het de")
  private static let portugueseArticles = WordMap<Bool>("o a os as")

  /// What a story calls by its kind once it has named it; false for what may be new as well.
  private static let anaphors = marked(
    """
    organisation organization group company firm agency club team pair trio duo couple man woman boy girl teenager driver victim suspect
    move decision announcement incident attack deal report study statement
    unternehmen konzern verein paar mann frau junge mädchen fahrer opfer täter vorfall entscheidung
    entreprise groupe société couple homme femme garçon fille conducteur victime suspect incident décision
    empresa compañía grupo pareja hombre mujer conductor víctima sospechoso incidente decisión
    azienda società gruppo coppia uomo donna vittima decisione bedrijf man vrouw groep bestuurder slachtoffer
    empresa homem mulher condutor vítima decisão
    """, "allegations accusations claims comments remarks scheme proposal proposals ruling verdict")

  /// True for pronouns of the third person, false for words behind which one has something to stand for.
  private static let pronouns: [String: WordMap<Bool>] = [
    "en": marked(
      "he him she",
      "the a an this that my our your its their one two three four five some many most all"),
    "de": marked("er ihn ihm", "der die das den dem des ein eine einen einem einer mein unser es"),
    "nl": marked("hij hem", "de het een mijn ons onze"),
    "sv": marked("han honom hon henne", "den det de en ett min vår"),
    "da": marked("han ham hun hende", "den det de en et min vores"),
    "nb": marked("han ham hun henne", "den det de en et ei min vår"),
  ]

  private static func marked(_ words: String, _ others: String) -> WordMap<Bool> {
    var map = WordMap<Bool>()
    WordHash.each(of: words) { map.set($0, to: true) }
    WordHash.each(of: others) { map.set($0, to: false) }
    return map
  }
}
