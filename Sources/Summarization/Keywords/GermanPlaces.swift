import Normalization

/// Places in German, where each noun has a capital: known by the noun before them, or by how they end.
extension Names {
  /// The place that a run of nouns is or ends with: "Görlitz" of "Landkreis Görlitz", "Waldhausen" in "aus Waldhausen".
  func germanPlace(in words: Range<Int>) -> Range<Int>? {
    let all = tokens.tokens
    let first = words.lowerBound
    if (2...3).contains(words.count), Self.nounsBeforePlaces[all[first].hash] != nil,
      !words.dropFirst().contains(where: { all[$0].isAcronym || isTitle($0) })
    {
      return first + 1..<words.upperBound
    }
    // Headlines leave articles out: "Brand in Altenheim".
    let isBehindPreposition =
      first > tokens.headlineCount && !all[first].followsBreak
      && Self.prepositions[all[first - 1].hash] != nil
    guard words.count == 1, isBehindPreposition, Self.noPlaces[all[first].hash] == nil,
      Self.endsAsPlace(tokens.bytes.span.extracting(all[first].range))
    else { return nil }
    return words
  }

  /// Nouns that stand before names of places, and hardly ever before another noun.
  private static let nounsBeforePlaces = WordMap(
    """
    landkreis kreis ortsteil stadtteil stadtbezirk bezirk bundesland hauptstadt landeshauptstadt kreisstadt hafenstadt kleinstadt
    hansestadt universitätsstadt insel halbinsel provinz kanton gemeinde großraum
    """)

  /// Prepositions that stand before names of places without an article.
  private static let prepositions = WordMap("in aus bei nach um bis")

  /// Whether a noun ends as hardly anything else does but a place: "Neuburg", "Waldhausen".
  private static func endsAsPlace(_ word: Span<UInt8>) -> Bool {
    guard word.count > 7 else { return false }
    for start in max(3, word.count - 8)...word.count - 4
    where endings[WordHash(word, start..<word.count)] != nil {
      return true
    }
    return false
  }
  private static let endings = WordMap(
    "burg dorf heim hausen stadt furt ingen kirchen hafen münde brücken stedt hofen kofen stetten weiler brunn rode reuth"
  )

  /// What ends as places do and is none.
  private static let noPlaces = WordMap(
    """
    innenstadt altstadt vorstadt großstadt kleinstadt weltstadt hauptstadt heimatstadt landeshauptstadt altenheim altersheim
    pflegeheim wohnheim eigenheim tierheim kinderheim feriendorf bergdorf flughafen
    """)
}
