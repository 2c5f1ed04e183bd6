import Testing

@testable import Summarization

/// Splits a paragraph and gives the sentences as text.
func split(_ paragraph: String, language: String = "en") -> [String] {
  let utf8 = Array(paragraph.utf8)
  return SentenceSplitter(language: language).sentences(in: utf8.span).map {
    String(decoding: utf8[$0], as: UTF8.self)
  }
}

/// A row gives the sentences with " | " between them, where the paragraph has a space.
private func check(_ row: String, language: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let paragraph = row.replacing(" | ", with: " ")
  #expect(
    split(paragraph, language: language).joined(separator: " | ") == row, sourceLocation: sourceLocation)
}

@Test(arguments: [
  "The ferry sank. | Nobody was hurt.",
  "Who paid for it? | The town did! | So it goes.",
  "Mr. Tolliver met Dr. Quill at St. Bride's. | They spoke for an hour.",
  "The captain was Sitara Bt. Karim of Port Ellis. | She had a crew of four.",
  "The novel by J. K. Marlowe sold well. | Her next one did not.",
  "Prices rose 3.5 percent in May. | Rents fell 0.2 percent.",
  "The plant, i.e. the old mill, burned down. | Police closed the road.",
  "She moved to the U.S. in 1998. | The move paid off.",
  "She moved to the U.S. | The move paid off.",
  "He advised the U.S. Senate for years.",
  "The bus leaves at 5 p.m. Monday from the square.",
  "The bus leaves the old market square at 5 p.m. | He missed it.",
  "At 7 a.m. Mrs. Okafor opens the bakery.",
  "Harbor Corp. said it would appeal. | Shares fell.",
  "He works at Fennel & Co. | They make rope.",
  "He works at Fennel Co. in Leeds.",
  "See No. 5 on the list. | It is cheap.",
  "Rents fell by 2. 8 per cent in May. | Wages rose.",
  "They promised Rs 2. 8 crore for roads. | Nobody believed it.",
  "The pier cost 14. 5 million crowns. | It sank in 1902. | 40 people wept.",
  "Is that a no. | It is.",
  "The trial opens on Jan. 20 in Oslo. | It will be short.",
  "“We won.” | The crowd roared.",
  "“We won,” she said. | The crowd roared.",
  "“Did we win?” she asked.",
  "\"Stop!\" he cried. | Nobody stopped.",
  "He said “Wait. Think again,” and left. | She waited.",
  "The club (founded in 1902. See below.) has 40 members. | It is small.",
  "(The club was founded in 1902.) | It is small.",
  "It was late... | Nobody came.",
  "It was late... and nobody came.",
  "It was late . . . and nobody came.",
  "Well… | That was that.",
  "Read it at www.example.org/a.b?c=D. | Then write to us.",
  "Write to desk.two@example.org or call. | We answer.",
  "Version 2.0.1 is out. | It works.",
  "The Yahoo! office closed. | Forty people left.",
  "What?! | Really?? | Yes.",
  "1. Wash the rice. | 2. Boil it. | 3. Eat.",
  "1) Salt | 2) Pepper | 3) Rice",
  "(a) The first clause. | (b) The second clause.",
  "• Bread | • Butter | • Salt",
  "It was shown before.[7][8] | Others doubt it.",
  "It was shown before. [12] | Others doubt it.",
  "Gov. Ines Prado signed it. | Sen. Hale did not.",
  "She holds a Ph.D. from Ghent. | He holds none.",
  "Sales of pens, paper, etc. fell. | Ink held up.",
  "He ate. | \"Good,\" he said. | \"Very good.\"",
  "the shop was shut. | we went home. | it rained.",
  "The med. staff came late. | Nobody minded.",
  "He was ill. | Doctors came.",
  "He lives in Aurora, Ill. near the river.",
  "A firm in Aurora, Ill. Foods makes jam.",
])
func `English sentences end where a reader would end them`(row: String) {
  check(row, language: "en")
}

@Test(arguments: [
  ("de", "Am 3. Oktober feiert das Land. | Es regnet."),
  ("de", "Die Feier zum 25. Jubiläum fiel aus. | Alle gingen."),
  ("de", "Zu Margot Berns 100. Geburtstag kamen alle. | Der Kurs stieg auf 150. | Anleger freuten sich."),
  ("de", "Am 11. und 12. Mai ruht die Fähre. | Der Steg bleibt offen."),
  ("de", "Der Steg kostet 3 Mio. US-Dollar. | Er zahlt 5 Mio. | Die Stadt gibt nichts."),
  ("de", "Zum »Tag der Fähre« kamen alle. | Der Kapitän nannte ihn »eine Pleite«. | Er ging."),
  ("de", "»Wir gehen. Jetzt«, sagte sie. | »Gut.« | Er nickte."),
  ("sv", "Färjan »Vinga» sjönk. | Ingen såg det, sade »Kalle». | Det regnar."),
  ("fr", "Il cite l'« aide » et l'«appel». | Elle part. | «Quoi? Rien», dit-il."),
  ("de", "Das kostet z. B. 5 Euro. | Das ist viel."),
  ("de", "Das gilt z.B. Kindern bzw. Eltern. | Es gilt immer."),
  ("de", "Herr Dr. Uhl und Frau Prof. Ott kamen. | Sie schwiegen."),
  ("de", "„Wir gehen.“ | Dann ging er."),
  ("de", "„Gehen wir? Jetzt?“, fragte sie. | Er nickte."),
  ("de", "Ca. 40 Leute kamen. | Der Saal war leer."),
  ("da", "Den 4. maj mødtes de. | Det var koldt."),
  ("no", "Kampen ble spilt 17. mai. | Det regnet."),
  ("fr", "M. Leduc et Mme Roy sont là. | Ils parlent."),
  ("fr", "« Il pleut. » | Elle est partie."),
  ("fr", "« Il pleut », dit-elle. | Il sort."),
  ("fr", "Il vient, cf. p. 12 du livre. | C'est clair."),
  ("fr", "J.-P. Morvan a gagné. | Il rit."),
  ("es", "El Sr. Vidal y la Dra. Paz llegaron. | Hablaron."),
  ("es", "¿Quién es? | ¡Nadie! | Vale."),
  ("es", "Vive en EE. UU. desde 2001. | Trabaja allí."),
  ("es", "El art. 5 no cambia. | El resto sí."),
  ("it", "Il sig. Neri e l'ing. Conti sono qui. | Parlano."),
  ("it", "L'avv. Bruni ha perso. | Il cliente piange."),
  ("pt", "O Sr. Matos e a Dra. Lima saíram. | Chove."),
  ("pt", "A Av. Central fechou. | O trânsito parou."),
  ("nl", "Dhr. de Wit en mevr. Bos zijn weg. | Het regent."),
  ("nl", "Dat is bijv. Jan zijn fiets. | Hij is rood."),
  ("ru", "А. С. Громов приехал в г. Тверь. | Его ждали."),
  ("ru", "Он жил на ул. Садовой. | Потом уехал."),
  ("ru", "Это было в 1998 г. | Все помнят."),
  ("ru", "Школу им. Гоголя закрыли. | Жаль."),
  ("ru", "«Не пойду». | Она ушла."),
  ("ru", "Цена — 5 тыс. руб. за штуку. | Это много."),
  ("el", "Πού είναι; | Δεν ξέρω."),
  ("hy", "Նա եկավ: | Մենք գնացինք:"),
  ("hi", "वह आया। | हम गए।"),
  ("ur", "وہ آیا۔ | ہم گئے۔"),
  ("ar", "هل جاء؟ | نعم جاء."),
  ("", "Dr. Ito left. | Nobody knew."),
  ("xx", "Mr. Ito left. | Nobody knew."),
])
func `sentences of other languages end by their own rules`(language: String, row: String) {
  check(row, language: language)
}

@Test(arguments: [
  ("ja", ["雨が降った。", "試合は中止だ！", "なぜ？"]),
  ("zh", ["他说：“好。”", "然后走了。"]),
  ("ja", ["彼は「はい。そうです。」と言った。", "終わり。"]),
  ("zh", ["票价（含税。）上涨。", "人少了。"]),
])
func `no space is needed after a wide stop`(language: String, sentences: [String]) {
  #expect(split(sentences.joined(), language: language) == sentences)
}

@Test(arguments: [
  "nobody called you. | the next day it rained. | we left.",
  "The dog is mine. | i want it back.",
  "He asked for it. | why would he not?",
  "The Feb. next issue was late.",
  "Write to Acme Inc. or to us.",
  "The V.P. and her deputy left.",
  "Read it at noon. | https://example.org/a has more.",
])
func `small letters begin sentences after ordinary words only`(row: String) {
  check(row, language: "en")
}

@Test(arguments: [
  "Write to desk@example.org | The editors answer.",
  "Write to desk@example.org or call.",
  "Email: ines...@example.org | Groups: letters",
  "https://example.org/a | https://example.org/b | We like the first.",
  "See https://example.org/a. | It is short.",
  "Kay Prado | 04/26/2001 07:17 AM | Will you come?",
  "Kay Prado | 26.04.2001 07:17 | will you come?",
  "It opened on 04/26/2001 at noon.",
  "She wrote on 04/26/2001 07:17 AM that it was late.",
  "Read the letter. | Kind regards, | Ines Prado",
  "Regards, he said, were never sent.",
  "Ines, Hale said, was late.",
  "It works :-) | Now you.",
  "It works :) and so do I.",
  "Line one | ===== | Line two",
  "It ended. | ***** | The next part began.",
  "The f*** word was cut.",
  "(Reuters) | The ferry sank.",
  "(Reuters) said the ferry sank.",
  "Sunday, 21 Feb 2010, 05:01 GMT The Elm Post: | The ferry sank.",
])
func `text breaks without an end mark at addresses, stamps, rules, smileys and regards`(row: String) {
  check(row, language: "en")
}

@Test(arguments: [
  "\"It was late. We went home. Nobody saw us.\"",
  "He left. | \"It was late. We went home.\"",
  "\"It was late. | We went home.\" | He left.",
  "He read: \"It was late. We went home\". | Nobody spoke.",
])
func `a quotation that ends a paragraph is kept whole`(row: String) {
  check(row, language: "en")
}

@Test(arguments: [
  "He was president of the U.S. | Millions came.",
  "It cost 1,000. | That is a lot.",
  "It ended there. | . . . The rest is known. . . .",
  "Some doubt it.11 12 | Others do not.",
  "He left. | \"... And I wonder why,\" she said.",
  "He asked \"Who pays? \". | Nobody spoke.",
  "Sales of pens, paper etc. – all of them – fell.",
])
func `numerals, omissions and notes stand where they belong`(row: String) {
  check(row, language: "en")
}

@Test(arguments: [
  ("cs", "Karel IV. Lucemburský založil univerzitu. | Bylo to 7. dubna."),
  ("cs", "Přišel Ing. Novák, tj. ředitel. | Mluvil např. Janu."),
  ("fi", "Ottelu on 17. toukokuuta. | Sataa."),
  ("fi", "Hän tuli klo. 5 esim. Turkuun. | Sataa."),
  ("sv", "Det gäller bl.a. Stockholm och ca. 40 byar. | Det regnar."),
  ("pl", "Dr Nowak i prof. Lis mieszkają przy ul. Długiej. | Pada."),
  ("uk", "Він живе на вул. Садовій. | Потім поїхав."),
  ("uk", "Це було у 1998 р. | Усі пам'ятають."),
  ("bg", "Той дойде в гр. Русе през 1998 г. Иван чакаше. | Всички помнят."),
  ("kk", "Ол келді. | Біз кеттік. | Бұл жақсы."),
  ("tr", "Prof. Dr. Yılmaz geldi. | Yağmur yağıyor."),
  ("el", "Ο κ. Νικολάου μένει στη λεωφ. Αθηνών. | Βρέχει."),
  ("hi", "डॉ. वर्मा आए। | हम गए।"),
  ("fa", "او آمد. | ما رفتیم؟ | بله."),
  ("vi", "Ông sống ở TP. Huế. | Trời mưa."),
  ("th", "เมื่อเวลา 05.30 น. วันที่ 13 เม.ย. 2567 พ.ต.อ. สมชาย แจ้งว่ามีช้าง"),
  ("id", "Ia tinggal di Jl. Merdeka. | Hujan turun."),
  ("he", "הוא בא. | הם הלכו?"),
  ("ko", "비가 왔다. | 경기는 취소됐다."),
  ("ar", "وقال الرئيس: لن ننتظر. | ثم خرج."),
])
func `abbreviations and ordinals do not end sentences in their language`(language: String, row: String) {
  check(row, language: language)
}

@Test func `a stop without a space ends a sentence between plain words only`() {
  #expect(split("Rain came early.Then the sun shone.") == ["Rain came early.", "Then the sun shone."])
  #expect(split("See Example.Com or main.Swift for more.").count == 1)
}

@Test(arguments: ["", " ", "\u{A0}\u{2003}\t"])
func `white space holds no sentence`(paragraph: String) {
  #expect(split(paragraph).isEmpty)
}

@Test(arguments: ["no end mark", "…", ".", "?", "日本", "\u{301}", "🙂"])
func `text without an end mark is one sentence`(paragraph: String) {
  #expect(split(paragraph) == [paragraph])
}

@Test(arguments: [
  ".", ". ", "!", "\"", "“", "(", "\u{FFFD}", "\u{301}", "a. ", "A. ", "1. ", "。", "« ", ".\u{A0}", "' ",
  "[1]", ":", ",", "@", "-", "=", "a@b.c ", "http://", "1:00", "04/26/2001 07:17 AM ", "(A) ", ":) ",
  "regards, A",
  "05:01 GMT: ", ". . . . A",
])
func `a megabyte of one mark is split in a moment`(unit: String) {
  let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
  let sentences = split(text)
  #expect(sentences.count <= SentenceSplitter.maximumSentences + 1)
  #expect(
    sentences.joined().filter { !$0.isWhitespace }.utf8.count == text.filter { !$0.isWhitespace }.utf8.count)
}

@Test func `what a scalar is does not depend on the way it is found out`() {
  for value in UInt32(0x80)...0x1_FFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let utf8 = Array(String(scalar).utf8)
    let decoded = DecodedScalar(in: utf8.span, at: 0)
    if decoded.kind != decoded.kindInTables { Issue.record("U+\(String(value, radix: 16))") }
  }
}
