import Testing

@testable import Normalization

@Suite struct FurnitureTests {
  private func reason(_ line: String) -> String? {
    wording(of: tokenized(line))?.reason.rawValue
  }

  @Test(arguments: [
    ("Advertisement", "ad-label"), ("STORY CONTINUES BELOW THIS AD", "ad-label"), ("Anzeige", "ad-label"),
    ("La suite après cette publicité", "ad-label"), ("広告", "ad-label"),
    ("READ MORE: Floods arrive early", "related"),
    ("Lesen Sie auch: Warum die Ernte früher beginnt", "related"), ("Share this article", "share"),
    ("Auf Facebook teilen", "share"), ("12 Comments", "comment"), ("Related articles", "related"),
    ("Sign up for our newsletter and get the headlines in your inbox.", "newsletter"),
    ("5 hours ago", "menu"),
    ("© 2024 The Bay Courier", "copyright"), ("Tags: harbour, boats", "tags"),
    ("We use cookies to improve this site.", "cookie"),
    ("1 / 13", "media"), ("Länk kopierad", "share"), ("Weiterlesen", "related"), ("会員登録する", "subscription"),
    ("Try refreshing your browser, or tap here.", "media"),
    ("Ne maradjon le a legfontosabb helyi hírekről!", "newsletter"), ("Rückfragen bitte an:", "label"),
    ("Підписуйтесь на наш Telegram-канал, щоб не пропустити головного.", "share"),
    ("ВИЖТЕ ОЩЕ: Теснолинейката става на 100 години", "related"), ("Читайте також: Новий міст", "related"),
    ("اقرأ أيضا: موسم السردين يتأخر", "related"), ("Διαβάστε επίσης: Το νέο λιμάνι", "related"),
    ("यह भी पढ़ें: नया पुल खुला", "related"), ("קראו גם: הגשר החדש", "related"),
    ("Olvasta már? Az új híd", "related"),
    ("อ่านเพิ่มเติม: สะพานใหม่", "related"), ("延伸閱讀：新橋啟用", "related"), ("Læs mere: Den nye bro", "related"),
    ("Folgen Sie uns auf Instagram und Facebook", "share"), ("Подписывайтесь на наш канал", "share"),
    ("Der Artikel wird nach der Anzeige fortgesetzt", "ad-label"),
    ("Článek pokračuje pod reklamou", "ad-label"), ("View this post on Instagram", "media"),
    ("To play this video you need to enable JavaScript in your browser.", "media"),
  ])
  func `page furniture is known by its wording`(line: String, expected: String) {
    #expect(reason(line) == expected)
  }

  @Test(arguments: [
    "More than anything, the public is still fascinated by the case.",
    "The newsletter was printed in the cellar until 1989.",
    "Share prices fell by three percent on Tuesday.",
    "Related costs rose to £3 million, the council said.",
    "Watch towers stand on both sides of the river, guards said.",
    "Advertisement spending fell for the third year in a row.",
    "Copyright law has not kept up, the court found in its ruling.",
    "Comments by the minister angered both sides of the house.",
    "Tags on the birds showed that they had flown from Norway.",
    "Listen to the river long enough and it tells you things, he said.",
    "Mehr lesen die Kinder heute als vor zehn Jahren, sagt die Lehrerin.",
    "Ver más allá de la frontera fue siempre su sueño, contó la alcaldesa.",
    "Читать также любил его отец, который работал в порту тридцать лет.",
    "Lire la suite de ses aventures fut la joie de toute une génération.",
  ])
  func `a paragraph that has such a word in it stays`(line: String) {
    #expect(reason(line) == nil)
  }
}

@Suite struct LineTests {
  private func joined(_ text: String) throws -> [String] {
    try lines(of: cleaned(text.utf8.span).span).map(\.text)
  }

  @Test func `words are counted in every script`() {
    #expect(Line("One two-part word’s count", followsBlank: true).words >= 4)
    #expect(Line("日本語の文章です", followsBlank: true).words == 4)
    #expect(Line("Привет, мир", followsBlank: true).words == 2)
    #expect(Line("👍 👍", followsBlank: true).characters == 3)
  }

  @Test func `a link does not break its paragraph`() throws {
    let text = """
      It is deeply depressing to attend a large gathering of executives at the
      Money Fair
      , and to hear the same sad message over and over again.
      """
    #expect(try joined(text).count == 1)
  }

  @Test func `lines of a column become paragraphs`() throws {
    let text = """
      The council met on Monday night in the old hall and heard from
      eleven residents who wanted the bridge to be painted, moved or
      taken down before the summer.

      It decided nothing, as it had decided nothing in the spring and
      in the autumn before that, and adjourned at a quarter past nine.
      """
    #expect(try joined(text).count == 2)
  }

  @Test func `a list is not joined`() throws {
    let text =
      "Winners of the show in order:\nAlbert the great white hen\nBertha of the lower farm\nCecil from the mill by the road"
    #expect(try joined(text).count == 4)
  }
}

/// A line by itself, as a page has it.
func tokenized(_ text: String) -> Line {
  var line = Line(text, followsBlank: true)
  line.tokenize()
  return line
}
