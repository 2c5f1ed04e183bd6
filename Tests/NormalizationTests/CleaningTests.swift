import Testing

@testable import Normalization

@Suite struct CleaningTests {
  @Test(arguments: [
    ("one\r\ntwo\rthree\u{85}four\u{2028}five\u{2029}six", "one\ntwo\nthree\nfour\nfive\nsix"),
    ("a\u{A0}b\u{2009}c\u{3000}d\te", "a b c d e"),
    ("so\u{AD}ft\u{200B} zero\u{FEFF}", "soft zero"),
    ("\u{202A}left\u{202C} \u{2067}right\u{2069}", "left right"),
    ("bell\u{07} and \u{1B}escape", "bell and escape"),
    ("o\u{FB03}ce", "office"),
    ("many   spaces   \nand trailing  ", "many spaces\nand trailing"),
    ("one\n\n\n\n\ntwo", "one\n\ntwo"),
    ("می\u{200C}خواهم 👩\u{200D}🚒", "می\u{200C}خواهم 👩\u{200D}🚒"),
    ("a\u{200C}b c\u{200D} ＡＢＣ", "ab c ＡＢＣ"),
    (" \n\t\n ", ""),
  ])
  func `characters come in one form`(given: String, expected: String) {
    #expect(String(decoding: cleaned(given.utf8.span), as: UTF8.self).drop { $0 == "\n" } == expected[...])
  }

  @Test func `an indented line keeps one space`() {
    #expect(String(decoding: cleaned("a\n     b".utf8.span), as: UTF8.self) == "a\n b")
  }
}

@Suite struct QuoteTests {
  @Test(arguments: [
    ("his ”maximum pressure” campaign", "en", "his “maximum pressure” campaign"),
    ("”No,” she said, ”never.”", "en", "“No,” she said, “never.”"),
    ("(”so called”)", "en", "(“so called”)"),
    ("the dogs’ ”new” home isn’t", "en", "the dogs’ “new” home isn’t"),
    ("hon sa ”nej” och gick", "sv", "hon sa ”nej” och gick"),
    ("Er sagte „nein“ und ging", "de", "Er sagte „nein“ und ging"),
    ("il dit « non »", "fr", "il dit « non »"),
    ("a 12” pipe and an 8” pipe", "en", "a 12” pipe and an 8” pipe"),
    ("the “new“ plan", "en", "the “new” plan"), ("don‘t say ‘no’", "en", "don’t say ‘no’"),
    ("the ``new'' plan", "en", "the “new” plan"), ("O‘zbekiston", "uz", "O‘zbekiston"),
    ("ein “neuer“ Plan", "de", "ein “neuer“ Plan"),
  ])
  func `only a mark that faces the wrong way is turned`(given: String, language: String, expected: String) {
    #expect(withBalancedQuotes(given, language: language) == expected)
  }
}

@Suite struct MojibakeTests {
  private func repaired(_ text: String) -> String {
    String(decoding: withoutMojibake(Array(text.utf8)), as: UTF8.self)
  }

  @Test func `what looks misread and is not gives no reason to read a text again`() {
    let text = Array("В музее «СССР» открыта выставка о полётах в космос.".utf8)
    let suspicion = Suspicion(of: text.span)
    #expect(suspicion.runs.count == 1)
    for charset in 0..<MisreadCharsets.count {
      #expect(Misreading(of: text.span, in: charset, suspicion).gain <= 0)
    }
  }

  @Test func `a letter that was cut off at the end of the text is repaired, and nothing behind the end`() {
    #expect(repaired("at a sal>i lâ‚¬ÿÃ") == "at a sal>i l€ÿà")
    #expect(repaired("at a sal>i lâ‚¬ÿÃ  and more") == "at a sal>i l€ÿà and more")
  }

  @Test(arguments: [
    ("It isnâ€™t over", "It isn’t over"),
    ("Le dÃ©bat est fermÃ©", "Le débat est fermé"),
    ("Le dÃƒÂ©bat est fermÃƒÂ©", "Le débat est fermé"),
    ("lâ€™Ã©tÃ© jusquâ€™Ã  la fin", "l’été jusqu’à la fin"), ("Ã©crit Â« ici Â»", "écrit « ici »"),
    ("Ð¾Ñ‚ÐºÑ€Ñ‹Ð»Ð¸", "открыли"),
    ("æ©‹ã‚’å¡—ã‚‹", "橋を塗る"),
    ("Un cafÃ© au prix dâ€™avant, 5 â‚¬", "Un café au prix d’avant, 5 €"),
    ("Its 50Â°C, and Â£20 a head", "Its 50°C, and £20 a head"),
    ("The mayor said â€œnoâ€\u{9D} and left â€” early", "The mayor said “no” and left — early"),
    ("She said â€œyesâ€? and â€œnoâ€ too", "She said “yes” and “no” too"),
    ("РіРѕСЂРѕРґ РїРѕСЃС‚СЂРѕРёР» РјРѕСЃС‚", "город построил мост"),
    ("cafГ© and thГ©", "café and thé"), ("rГ©gion вЂ“ ville", "région – ville"),
    ("kĹŻĹ\u{88} a mÄ›sto", "kůň a město"), ("Ξ±Ξ³ΞΏΟ\u{81}Ξ¬ ΞΌΞµΞ³Ξ¬Ξ»Ξ·", "αγορά μεγάλη"),
    ("caf√© ‚Äî th√©√¢tre", "café — théâtre"), ("na├»ve caf├⌐", "naïve café"),
    ("right and â€œwrongâ€ in one: déjà vu, “so”", "right and “wrong” in one: déjà vu, “so”"),
    ("\u{84}ja\u{93} \u{96} nein\u{85} ", "„ja“ – nein… "), ("ðŸ‘\u{8D} gut", "👍 gut"),
  ])
  func `text that was encoded twice is read once more`(given: String, expected: String) {
    #expect(repaired(given) == expected)
  }

  @Test(arguments: [
    "read by Zoë…”", "NÃO «IRMû", "30 °C – „ja“", "CAFÉ» und Übung", "Æ™ and ß", "É… à suivre",
    "one VÃ¥gen", "日本語", "👍🏽", "„Äääh“ – ‚Ähm‘", "« Â »", "l’État, d’été", "ВІКІ і Сіїв", "Наталії",
    "Nguyễn Ánh", "Ça va ? «Été»…",
    "DĚŤÁTKO ŠŤASTNÉ", "ŻÓŁĆ", "İĞÜŞ", "Ά και ή", "a lot of Ã’s", "SÃO PAULO – PARÁ", "╔═╗\n║a║", "x√π",
  ])
  func `what may be meant stays`(text: String) {
    #expect(repaired(text) == text)
  }

  @Test func `a text comes in composed form`() {
    #expect(composed(Array("Cafe\u{301} 한국".utf8)) == Array("Café 한국".utf8))
    #expect(composed(Array("Café 日本 👍".utf8)) == Array("Café 日本 👍".utf8))
  }
}

@Suite struct ReferenceTests {
  @Test(arguments: [
    ("Q&amp;A: don&#8217;t", "Q&A: don’t"), ("5 &lt; 6&nbsp;m", "5 < 6\u{A0}m"),
    ("&amp;#8220;So&amp;#8221;", "“So”"),
    ("R&amp;amp;D", "R&D"), ("R&D; AT&T", "R&D; AT&T"), ("write \"&amp;\" for it", "write \"&amp;\" for it"),
    ("caf&eacute;", "café"), ("a & b; c", "a & b; c"), ("&bogus; &;", "&bogus; &;"), ("&", "&"),
    ("x &amp", "x &amp"),
  ])
  func `a reference that was left in a text is resolved`(given: String, expected: String) {
    #expect(String(decoding: withoutReferences(Array(given.utf8)), as: UTF8.self) == expected)
  }
}

@Suite struct TokenTests {
  private func words(_ text: String) -> [String] {
    tokens(of: text.utf8.span).map {
      text.utf8[
        text.utf8.index(
          text.startIndex, offsetBy: Int($0.start))..<text.utf8.index(text.startIndex, offsetBy: Int($0.end))]
    }
    .map { String(Substring($0)) }
  }

  @Test(arguments: [
    ("It’s 5.30 p.m.", ["It’s", "5", ".", "30", "p", ".", "m", "."]),
    ("Émile Zola-Dupont", ["Émile", "Zola-Dupont"]), ("2時間前", ["2", "時間前"]),
    ("ok 👍!", ["ok", "👍", "!"]), ("", []), ("-a- ’b", ["-", "a", "-", "’", "b"]),
  ])
  func `a line falls into words, numbers and marks`(line: String, expected: [String]) {
    #expect(words(line) == expected)
  }

  @Test(arguments: [
    ("ÉMILE", "émile"), ("ПРИВЕТ", "привет"), ("ΑΘΗΝΑ", "αθηνα"), ("DON’T", "don't"), ("Ễ", "ễ"),
  ])
  func `a word is known in any case`(upper: String, lower: String) {
    #expect(tokens(of: upper.utf8.span).first?.hash == WordHash(folded: lower).value)
  }

  /// Composition takes time that grows with the square of the marks on a letter.
  @Test func `a letter keeps thirty marks and no more`() {
    func marks(_ text: String) -> Int {
      String(decoding: cleaned(text.utf8.span), as: UTF8.self).unicodeScalars.count { $0 == "\u{301}" }
    }
    let pile = String(repeating: "\u{301}", count: 1000)
    #expect((30...32).contains(marks("a\(pile)b")))
    #expect((60...64).contains(marks("a\(pile)b c\(pile)")))
    #expect((60...64).contains(marks("ж\(pile)ж\(pile)")))
    #expect(marks(String(repeating: "ж\u{301}", count: 100)) == 100)
    #expect(marks("a\(String(repeating: "\u{301}", count: 30))") == 30)
  }
}
