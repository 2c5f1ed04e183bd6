import Normalization
import Testing

@testable import Summarization

private func article(_ paragraphs: [String], language: String? = "en") -> Article {
  var article = Article(source: Source(name: [], sha256: "", byteCount: 0, format: "", charset: ""))
  article.body = paragraphs.map { Paragraph($0) }
  article.language = language
  return article
}

/// Numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

private let pieces = [
  "a", "The ", "He ", "mr", "Dr", "U.S", ". ", ".", "! ", "?", "… ", "\"", "“", "”", "«", "»", "(", ")",
  "[1]", "1. ", "2. ",
  " ", "\u{A0}", "é", "e\u{301}", "\u{301}", "日本", "。", "「", "」", "🙂", "👩‍👩‍👧", "\u{FFFD}", "\u{200B}", "Дом",
  "г. ", "।", "• ", "i) ",
]

private func randomArticle(_ seed: UInt64) -> Article {
  var random = Seeded(state: seed)
  let paragraphs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
    (0..<Int.random(in: 1...80, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }
  let language = ["en", "de", "ja", "ru", "hy", nil, "zz-Latn"].randomElement(using: &random) ?? nil
  return article(paragraphs.filter { $0.contains { !$0.isWhitespace } }, language: language)
}

@Test(arguments: 0..<400)
func `each sentence stands where it says, and nothing but space is left over`(seed: UInt64) {
  let article = randomArticle(seed)
  let summary = article.summarized()
  var rest = article.body.map { Array($0.text.unicodeScalars) }
  for sentence in summary.candidates.reversed() {
    let scalars = Array(article.body[sentence.paragraph].text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[sentence.range])) == sentence.text)
    #expect(sentence.text.unicodeScalars.elementsEqual(scalars[sentence.range]))
    rest[sentence.paragraph].removeSubrange(sentence.range)
  }
  #expect(rest.allSatisfy { $0.allSatisfy { $0.properties.isWhitespace || $0 == "\u{200B}" } })
}

@Test(arguments: 0..<100)
func `the same article gives the same summary, out of its candidates and in reading order`(seed: UInt64) {
  let article = randomArticle(seed)
  for length in [
    SummaryLength.standard, .sentences(1), .sentences(0), .words(20), .words(0), .words(-1), .characters(0),
    .characters(90),
    .ratio(0.2), .ratio(1),
  ] {
    let summary = article.summarized(length)
    #expect(summary == article.summarized(length))
    #expect(summary.sentences.isEmpty == summary.candidates.isEmpty)
    var rest = summary.candidates[...]
    for sentence in summary.sentences {
      let place = rest.firstIndex(of: sentence)
      #expect(place != nil)
      rest = rest[((place ?? rest.startIndex) + 1)...]
    }
  }
}

private let story = [
  "The harbour council of Brindlemoor voted on Monday to rebuild the old ferry pier. It will cost 14 million crowns.",
  "Engineers had warned in March that the pier could sink. “A ferry town needs a pier,” mayor Odile Varga said.",
  "The vote ended 9 to 2. Work begins in June. Fishing crews had asked for a new pier since the storm of 2019.",
]

@Test func `the scores of a story are the same on every machine`() {
  let summary = article(story).summarized()
  #expect(summary.candidates.map(\.score) == [0.0954, -0.0091, 0.0538, 0.0374, 0.0324, 0.0061, 0.0453])
  #expect(summary.sentences.map(\.paragraph) == [0, 0, 1, 1])
}

@Test func `a short text is its own summary`() {
  let summary = article(["One lamp is lit. One lamp is lit. Two."]).summarized(.sentences(3))
  #expect(summary.sentences == summary.candidates)
  #expect(summary.sentences.count == 3)
}

@Test(arguments: ["no end mark at all", "…", "日本", "\u{FFFD}"])
func `a text is never left without a summary`(text: String) {
  #expect(article([text]).summarized().sentences.map(\.text) == [text])
  #expect(article([text]).summarized(.words(1)).sentences.map(\.text) == [text])
}

@Test func `no text has no summary`() {
  #expect(article([]).summarized() == Summary(sentences: [], candidates: []))
}

@Test(arguments: [5, 15, 25, 40])
func `a budget of words is kept, save by the first sentence`(budget: Int) {
  let summary = article(story).summarized(.words(budget))
  let words = summary.sentences.map { $0.text.split(separator: " ").count }
  #expect(words.reduce(0, +) <= budget || words.count == 1)
}

@Test func `sentences that were not ranked follow in their order`() {
  let long = article((0..<90).map { "Sentence number \($0) tells of a thing called x\($0)y." })
  let summary = long.summarized(.sentences(80))
  let tail = summary.candidates.dropFirst(Ranker.maximumSentences).map(\.score)
  let ranked = summary.candidates.prefix(Ranker.maximumSentences).map(\.score)
  #expect(tail.count == 30)
  #expect(zip(tail, tail.dropFirst()).allSatisfy { $0 > $1 })
  #expect((ranked.min() ?? 0) > (tail.first ?? 0))
  #expect(long.summarized(.sentences(90)).sentences.count == 90)
}

@Test(arguments: ["word ", "Ab. ", ". ", "\"", "\u{FFFD}", "\u{301}", "é", "日"])
func `a megabyte of anything is summarised in a moment`(unit: String) {
  let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
  let summary = article([text]).summarized()
  #expect(!summary.sentences.isEmpty)
}

@Test(arguments: [30, 120, 240])
func `a budget of characters is kept, save by the first sentence`(budget: Int) {
  let summary = article(story).summarized(.characters(budget))
  let text = summary.sentences.map(\.text).joined(separator: " ")
  #expect(text.count <= budget || summary.sentences.count == 1)
}

@Test func `a share of the words is kept, and the whole share is the whole text`() {
  let whole = article(story).summarized(.ratio(1))
  #expect(whole.sentences == whole.candidates)
  let part = article(story).summarized(.ratio(0.4))
  let words = { (sentences: [ScoredSentence]) in
    sentences.reduce(0) { $0 + $1.text.split(separator: " ").count }
  }
  #expect(words(part.sentences) * 10 <= words(part.candidates) * 4)
}

@Test(arguments: [
  ("Danach fährt hier nur noch der Bus, sechsmal am Tag und sonntags gar nicht.", "de"),
  ("Instead the bus will run six times a day, and on Sundays not at all.", "en"),
  ("Until now the train to Brindlemoor ran six times a day, and on Sundays twice.", "en"),
  ("Jo Tansey: The bus will run six times a day, and on Sundays not at all.", "en"),
])
func `a gist leans on no other sentence`(sentence: String, language: String) {
  let alone = "The last train leaves Obertal in the evening of the thirty-first of December."
  var article = article([alone, sentence])
  article.language = language
  #expect(article.summarized().gist?.text == alone)
}

@Test func `the gist stands alone, and its line is the beginning of it`() {
  let summary = article(story).summarized()
  #expect(
    summary.gist?.text == "The harbour council of Brindlemoor voted on Monday to rebuild the old ferry pier.")
  #expect(summary.line == "The harbour council of Brindlemoor voted on Monday to rebuild the old ferry pier")
  #expect(article(["He asked them to come. “We will come."]).summarized().gist == nil)
  #expect(
    article([
      "“We will rebuild the old ferry pier. The harbour needs it badly,” the mayor of Brindlemoor said."
    ])
    .summarized().gist == nil)
}

/// A text of sentences that have so many words each.
private func lengths(_ counts: [Int]) -> Article {
  article(
    counts.enumerated().map { number, count in
      let words = (1..<count).map { "\(["pier", "ferry", "storm", "crew"][($0 + number) % 4])\(number)\($0)" }
      return "Brindlemoor \(words.joined(separator: " "))."
    })
}

private func words(_ summary: Summary) -> Int {
  summary.sentences.reduce(0) { $0 + $1.text.split(separator: " ").count }
}

@Test(arguments: [([30, 32, 9], 66), ([90, 12, 9], 110)])
func `a summary of standard length runs over by a sentence before it leaves the first out`(
  counts: [Int], most: Int
) {
  let summary = lengths(counts).summarized()
  #expect(summary.sentences.first?.paragraph == 0)
  #expect(words(summary) <= most)
  #expect(words(lengths(counts).summarized(.words(55))) <= 55)
}

@Test func `who asks for more words expects more, and each sentence is a smaller part of it`() {
  let wide = Objective.several.with(room: 200)
  #expect(wide.expectedWords == 200)
  #expect(abs(wide.worths * 200 - Objective.several.worths * Objective.several.expectedWords) < 1e-9)
  #expect(Objective.several.with(room: 20).expectedWords == Objective.several.expectedWords)
}

@Test func `a word of a text without spaces is two of its letters`() {
  let sentences = [
    "市は火曜日、洪水で壊れた川沿いの古い石の橋を来年の春までに全面的に架け替え、両岸の道路も同時に広げる計画を正式に発表した。", "総工費は二十億円で、工事の期間中は渡し船が一日に六回運航される予定だ。",
  ]
  var text = article(sentences)
  text.language = "ja"
  #expect(text.summarized().sentences.map(\.text) == sentences)
  #expect(text.summarized(.words(35)).sentences.count == 1)
  #expect(text.summarized().gist?.text == sentences[0])
}

@Test(arguments: [
  "Reunion: The crew of the last train met its guests in the evening of the thirty-first of December.",
  "What a lovely evening for the last train to Obertal, on the thirty-first of December!",
  "The last train is the one that you should take to Obertal on the thirty-first of December.",
  "The last train leaves Obertal, said Jo Tansey, “and I will be on it in the evening. The train will stop for good. It is over.”",
])
func `a gist is neither a caption, nor a cry, nor said to the reader`(sentence: String) {
  let news = "The railway of Obertal will run no more trains from the thirty-first of December on."
  #expect(article([news, sentence]).summarized().gist?.text == news)
}

@Test func `an initial of a country is no word for us`() {
  let news = "The last train of the US railway leaves Obertal in the evening of the thirty-first of December."
  #expect(article([news]).summarized().gist?.text == news)
}

@Test func `what stands in the midst of a quotation leans on its beginning`() {
  let said = RankedArticle.candidates(
    of: [
      "Jo Tansey saw the last train that night.",
      "“It was late that night. The wheels were red as blood. We cheered it all the way.",
    ])
  #expect(said.map { $0.signs.contains(.goesOn) } == [false, true, true, true])
}

@Test(arguments: [
  ("The 41-year-old driver of the train retired on Monday after twenty years in Obertal.", "en", true),
  ("A company said on Monday that it would buy the train and run it to Obertal.", "en", false),
  ("The company said on Monday that it would buy the train and run it to Obertal.", "en", true),
  ("A empresa disse na segunda-feira que vai comprar o trem de Obertal.", "pt", true),
])
func `a story calls by its kind what it has named`(sentence: String, language: String, leans: Bool) {
  let candidate = RankedArticle.candidates(of: [sentence], language: language)[0]
  #expect((candidate.leansOnPrevious || candidate.signs.contains(.goesOn)) == leans)
}

@Test(arguments: [
  ("Reunion : The crew of the last train of Obertal met the council on Monday.", true),
  ("Fazit: Die Crew des letzten Zuges von Obertal traf am Montag den Rat.", true),
  ("The mayor said: “The crew of the last train of Obertal met the council on Monday.”", false),
])
func `a sentence with a label goes on with what stands beside it`(sentence: String, goesOn: Bool) {
  #expect(RankedArticle.candidates(of: [sentence])[0].signs.contains(.goesOn) == goesOn)
}

@Test func `a call to scroll stays out of a summary`() {
  let text = article([
    "The railway of Obertal will run no more trains from the thirty-first of December on. Scroll down for the video of the train.",
    "The council of Obertal wants a bus to run six times a day instead, and the railway will pay for it.",
  ])
  #expect(!text.summarized(.sentences(2)).sentences.contains { $0.text.hasPrefix("Scroll") })
}

extension RankedArticle {
  /// The sentences of a text as candidates.
  fileprivate static func candidates(of paragraphs: [String], language: String = "en") -> [Candidate] {
    var stems = StemCache()
    return RankedArticle(article(paragraphs, language: language), stems: &stems).candidates
  }
}
