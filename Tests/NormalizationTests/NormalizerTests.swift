import Testing

@testable import Normalization

@Suite struct NormalizerTests {
  private func normalized(_ bytes: [UInt8]) throws -> [Article] {
    try articles(in: SourceFile(name: [], sha256: "", bytes: bytes), options: NormalizationOptions())
  }

  @Test(arguments: ["", " \n\t\r\n ", "\u{FEFF}", "\u{200B}\n\u{AD}"])
  func `a file without text is empty`(text: String) {
    #expect(throws: NormalizationError.empty) { try normalized(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("%PDF-1.7 ", "application/pdf"), ("{\\rtf1 Hello}", "application/rtf"),
    ("PK\u{3}\u{4}", "application/zip"), ("<?xml version=\"1.0\"?><book></book>", "application/xml (<book>)"),
    ("<project><name>a</name></project>\n", "application/xml (<project>)"),
    ("GIF89a", "image/gif"),
  ])
  func `a format that is no plain text is named`(text: String, format: String) {
    #expect(throws: NormalizationError.unsupportedFormat(format)) { try normalized(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("application/gzip", "Unpack it, and drop what is in it."), ("application/pdf", "pdftotext"),
    ("application/zip", "office document"),
    ("image/png", "Save the article as plain text"),
  ])
  func `a format that is not read is told with a mend that fits it`(format: String, mend: String) {
    #expect(NormalizationError.unsupportedFormat(format).message.contains(mend))
  }

  @Test(arguments: ["section", "main", "table", "span"])
  func `a piece of a page is read as one`(tag: String) throws {
    let text =
      "The ferry to Hallum runs again from Thursday on, the shipping line said, after three weeks without it."
    let found = try normalized(
      Array("<\(tag)><p>\(text)</p><p>It had lost a screw in September.</p></\(tag)>\n".utf8))
    #expect(found[0].source.format == "text/html" && found[0].body[0].text == text)
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><body><p>Hello</p></body></html>", "\t<html>", "<div><a href=x>Home</a></div>",
  ])
  func `a page without running text is no article`(page: String) {
    #expect {
      try normalized(Array(page.utf8))
    } throws: { error in
      if case .notAnArticle(let seen)? = error as? NormalizationError {
        seen.contains("letters of text")
      } else {
        false
      }
    }
  }

  @Test func `a menu is no article, and the error says what was seen`() {
    #expect(throws: NormalizationError.notAnArticle(seen: "3 lines, no sentence")) {
      try normalized(Array("Home\nNews\nSport".utf8))
    }
  }

  @Test func `the source is kept as it came`() throws {
    let source = SourceFile(
      name: [0xFF, 0x61], section: [Array("sport".utf8)], sha256: "ab",
      bytes: Array("The town has appointed a goat as its crossing guard, the council said.".utf8))
    let found = try articles(in: source, options: NormalizationOptions())
    #expect(
      found.map(\.source) == [
        Source(
          name: [0xFF, 0x61], section: [Array("sport".utf8)], sha256: "ab", byteCount: source.bytes.count,
          format: "text/plain", charset: "utf-8")
      ])
  }

  @Test func `every prefix and every damage of a text gives an article or an error, never a trap`() {
    let text = """
      By Jane Doe 25.02.2025, 17:35 Uhr „ja“ — 日本 👍
      (Photo: X) © [AP] - / @ | : ; 12:61 99/99/9999 2025-02- 25 Feb
      The river rose on Monday, and the town waited for it. “Never,” she said.
      """
    let bytes = Array(text.utf8)
    var state: UInt64 = 7
    for length in 0...bytes.count {
      _ = try? normalized(Array(bytes[..<length]))
      _ = try? normalized(Array(bytes[length...]))
      var damaged = bytes
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 25)
      }
      _ = try? normalized(damaged)
    }
  }

  @Test(arguments: [
    "a", "\n", "a ", "a\n", "“", ". ", "By ", "Aa, ", "1/", "12:", "(", "日", "- ", "Ã© ", "É»", "&amp;",
  ])
  func `a long file of one pattern is settled in time that grows with its size`(pattern: String) {
    let bytes = Array(String(repeating: pattern, count: 200_000 / pattern.utf8.count).utf8)
    _ = try? normalized(bytes)
  }
}

@Suite struct LanguageTests {
  @Test func `the language of a long paragraph without spaces is found`() {
    let text = String(repeating: "東京の小さな町で新しい図書館が開館した。", count: 400)
    #expect(language(of: [Paragraph(text)]) == "ja")
  }

  @Test func `a few letters have no certain language`() {
    #expect(language(of: [Paragraph("ok")]) == nil)
  }

  @Test(arguments: [
    ("Kommunen har ikkje sagt noko om korleis ho vil løyse det, men eg trur dei veit kva som skjer.", "nn"),
    (
      "La urbo ne diris kiam ĝi malfermos la ponton, sed oni scias ke la laboroj estas pretaj por la somero kaj la homoj atendas.",
      "eo"
    ),
    (
      "Kerajaan negeri berkata jambatan itu boleh dibuka kerana kerja pembinaan telah siap, manakala beliau menambah bahawa wang masih ada.",
      "ms"
    ),
    (
      "Хотын захиргаа шинэ гүүрийг өнөөдөр нээлээ, өчигдөр түүнийг шалгасан бөгөөд үүнд хэдэн өдөр зарцуулжээ.",
      "mn"
    ),
    ("Die Brücke ist seit gestern wieder offen, sagte der Bürgermeister der Stadt.", "de"),
    ("這座橋昨天重新開放，市長說工程已經全部完成，居民非常高興。", "zh-Hant"),
    ("賞は「Ｍｉｌｌ」（水車組）と「Ｔｈｅ Ｌｏｎｇ Ｗａｌｌ」（古川健、江口翔）に決まった。「Ｆｌｏｗ」（ＤＥ）は選ばれなかった。", "ja"),
  ])
  func `the language of a short text is found, that of small tongues by their small words`(
    text: String, tag: String
  ) {
    #expect(language(of: [Paragraph(text)]) == tag)
  }

  @Test func `what a page declares counts where the text leaves it open`() {
    let text = [Paragraph("Museum, restaurant, hotel, bar, park")]
    #expect(language(of: text, declared: "xx") == language(of: text))
    #expect(
      language(
        of: [Paragraph("Der Zug fährt heute nicht mehr nach Hause, sagte die Frau.")], declared: "en-US")
        == "de")
  }

  @Test func `Croatian that looks like Bosnian is what its page says`() {
    let text = [
      Paragraph(
        "Nogometaši su u nedjelju pobijedili prvaka i skočili na treće mjesto ljestvice, što je najbolji rezultat u povijesti kluba."
      ),
      Paragraph(
        "Trener Mate Čović u 84. minuti u igru je poslao Luku Perkovića, kojem je to bio treći nastup među seniorima."
      ),
    ]
    #expect(language(of: text, declared: "hr-HR") == "hr")
    #expect(language(of: text, declared: "bs") == "bs")
  }
}
