import Normalization
import Testing

@testable import Summarization

private func ranked(
  _ sentences: [String], headline: String? = nil, language: String = "en", dateline: String? = nil
) -> RankedArticle {
  var article = Article(source: Source(name: [], sha256: "", byteCount: 0, format: "", charset: ""))
  article.body = sentences.map { Paragraph($0) }
  article.headline = headline
  article.language = language
  article.dateline = dateline
  var stems = StemCache()
  return RankedArticle(article, stems: &stems)
}

private let pier = [
  "The harbour council of Brindlemoor voted on Monday to rebuild the old ferry pier for 14 million crowns.",
  "Engineers had warned in March that the pier could sink with a loaded ferry aboard.",
  "“A ferry town without a pier has no future,” mayor Odile Varga told the council.",
  "He asked engineers to finish the pier ahead of winter storms reach Brindlemoor.",
  "Will the crowns come from the harbour fund or from taxes?",
  "Fishing crews sell cod near the market",
  "The vote ended 9 to 2.",
]

private func column(_ feature: Feature, of article: RankedArticle) -> [Float] {
  article.candidates.indices.map { article.features[$0, feature] }
}

@Test func `features say what stands in the sentences`() {
  let article = ranked(pier, headline: "Brindlemoor to rebuild its pier")
  #expect(column(.length, of: article) == [18, 15, 15, 13, 11, 7, 6].map { $0 / 20 })
  #expect(column(.inversePosition, of: article)[3] == 0.25)
  #expect(column(.digits, of: article) == [0.2, 0, 0, 0, 0, 0, 0.2])
  #expect(column(.isQuestion, of: article) == [0, 0, 0, 0, 1, 0, 0])
  #expect(column(.isDangling, of: article) == [0, 0, 0, 1, 0, 0, 0])
  #expect(column(.isUnended, of: article) == [0, 0, 0, 0, 0, 1, 0])
  #expect(column(.startsQuoted, of: article) == [0, 0, 1, 0, 0, 0, 0])
  #expect(column(.quotedShare, of: article)[2] > 0.4)
  #expect(column(.titleRecall, of: article)[0] == 1)
  #expect(column(.newTerms, of: article)[0] == 1)
  let centroid = column(.centroid, of: article)
  #expect(centroid[0] == centroid.max())
}

@Test func `what stands early, often and in the headline is likelier in a summary`() {
  let article = ranked(pier, headline: "Brindlemoor to rebuild its pier")
  var likelihood: [String: Int32] = [:]
  for (sentence, words) in zip(pier, article.candidates.map(\.words.ids)) {
    let names = sentence.split { !$0.isLetter && !$0.isNumber }
    for (name, word) in zip(names, words) {
      likelihood[String(name)] = article.concepts.wordWeights[article.terms.term(of: word)]
    }
  }
  #expect((likelihood["pier"] ?? 0) > (likelihood["taxes"] ?? .max))
  #expect((likelihood["Brindlemoor"] ?? 0) > (likelihood["cod"] ?? .max))
  let weights = article.concepts.wordWeights + article.concepts.pairWeights
  #expect(weights.allSatisfy { (0...Concepts.one).contains(Int($0)) })
}

@Test func `few sentences and no terms are judged as well`() {
  for sentences in [[], ["The."], ["…", "…"], ["the and", "the and", "the and"]] {
    let article = ranked(sentences)
    #expect(article.sentences.count == sentences.count)
    #expect(article.sentences.allSatisfy { $0.score.isFinite })
  }
}

private func chosen(_ sentences: [String], _ room: Selection.Room) -> [Int] { ranked(sentences).choose(room) }

@Test func `what is said twice is chosen once`() {
  let sentences = [
    "The council of Brindlemoor will rebuild the ferry pier for 14 million crowns.",
    "The council of Brindlemoor will rebuild the ferry pier for 14 million crowns, it said.",
    "Engineers had warned in March that a loaded ferry could sink the pier.",
    "Rain fell on the market all week.",
  ]
  let choice = chosen(sentences, .sentences(2))
  #expect(!(choice.contains(0) && choice.contains(1)))
}

@Test func `furniture is chosen only where nothing else stands`() {
  let sentences = ["By Odile Varga", "Read more about ferries here.", "Sunday.", "The pier sank at noon."]
  #expect(chosen(sentences, .sentences(3)) == [3])
  #expect(chosen(["By Odile Varga", "Sunday."], .words(9)) == [0])
}

@Test func `a sentence without an end mark comes after those that have one`() {
  let sentences = ["What the council wants", "The pier sank at noon on Monday.", "Rain fell on it all week."]
  #expect(chosen(sentences, .sentences(2)) == [1, 2])
  #expect(chosen(sentences, .words(55)) == [1, 2])
  #expect(chosen(["• Cod by four crowns a pound.", sentences[1]], .words(55)) == [1])
}

@Test(arguments: [
  "Beat that, Brindlemoor.", "(The ferry stayed ashore all week.)", "and the ferry stayed ashore all week.",
  "Mayor Odile Varga (left) listens to the engineers of the harbour.",
  "The old pier (file picture) was built by the ferry company itself.",
])
func `an aside, a fragment and a caption come after whole sentences`(text: String) {
  #expect(!chosen([text] + pier, .words(30)).contains(0))
  #expect(chosen([text, "The pier sank at noon on Monday."], .sentences(1)) == [1])
  #expect(chosen([text], .sentences(1)) == [0])
}

@Test func `brackets that say who somebody is make no caption`() {
  let sentence =
    "Mayor Odile Varga (Left Party) listens to the engineers (all from Brindlemoor) of the harbour."
  #expect(ranked([sentence]).candidates[0].fitness == .unended)
  let other = "Mayor Odile Varga (of the Ferry Party) listens to the engineers of the harbour."
  #expect(ranked([other]).candidates[0].fitness == .good)
}

@Test func `a link is told by its colon, however long it is`() {
  let link =
    "Read more: Brindlemoor's council votes on Monday to rebuild the old ferry pier for 14 million crowns."
  let story = "Read more of the old books about ferries, the council told the children of the town on Monday."
  #expect(ranked([link, story]).candidates.map(\.fitness) == [.furniture, .good])
}

@Test func `what is said again in other words is no news`() {
  let sentences = [
    "The council of Brindlemoor sacked its engineer Odile Varga over the sinking of the ferry pier.",
    "Varga was sacked by the council as engineer of Brindlemoor.",
    "A storm in March had broken three of the posts that carried the planks.",
  ]
  #expect(chosen(sentences, .sentences(2)) == [0, 2])
  #expect(!chosen(sentences, .words(55)).contains(1))
}

@Test(arguments: 0..<200)
func `sentences in any order have a faithful summary`(seed: UInt64) {
  var random = Seeded(state: seed)
  let shuffled = pier.shuffled(using: &random)
  let article = ranked(shuffled, headline: seed % 2 == 0 ? "Brindlemoor to rebuild its pier" : nil)
  for room in [Selection.Room.sentences(3), .words(55), .characters(200)] {
    let choice = article.choose(room)
    #expect(!choice.isEmpty && choice == choice.sorted() && Set(choice).count == choice.count)
    #expect(choice.allSatisfy { article.sentences[$0].text == shuffled[$0] })
  }
}

@Test func `a sentence that leans on another one that is not chosen costs`() {
  let leaning = Selection.scores(of: ["She blamed the winter storms."])
  let standing = Selection.scores(of: ["Varga blamed the winter storms."])
  #expect(leaning.count == 1 && standing.count == 1)
  let article = ranked(["The mayor of Brindlemoor spoke first.", "She’s blamed the winter storms."])
  #expect(article.candidates.map(\.isDangling) == [false, true])
}

extension Selection {
  fileprivate static func scores(of sentences: [String]) -> [Double] {
    ranked(sentences).sentences.map(\.score)
  }
}

@Test func `half a quotation is told from a whole one`() {
  let article = ranked([
    "“We will build it,” she said.", "“We will build it.", "It will stand,” he said.",
    "He said \"yes\" twice.",
    "„Wir bauen sie“, sagte sie.", "«On va le construire», dit-elle.",
  ])
  #expect(article.candidates.map(\.isSplitQuotation) == [false, true, true, false, false, false])
}

/// All sets of so many numbers below a limit.
private func subsets(of count: Int, below limit: Int) -> [[Int]] {
  if count == 0 { return [[]] }
  return (0..<limit).flatMap { last in subsets(of: count - 1, below: last).map { $0 + [last] } }
}

@Test(arguments: 0..<20)
func `growing and exchanging finds the best choice, or nearly`(seed: Int) {
  let nouns = [
    "pier", "ferry", "council", "mayor", "storm", "crown", "harbour", "engineer", "market", "vote", "fire",
    "school", "bridge", "train", "doctor", "judge", "forest", "river", "mill", "bakery", "strike", "nurse",
    "budget", "wall", "choir", "boat", "farm", "road", "snow", "tower", "mine", "clock", "horse", "union",
  ]
  var state = UInt64(seed) &+ 1
  func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
  let sentences = (0..<12).map { _ in
    // Many words, so that sentences share some and none says mostly what others have said.
    "The "
      + (0..<4 + random(8)).map { _ in nouns[random(nouns.count)] + ["", "man", "side"][random(3)] }
      .joined(separator: " ") + "."
  }
  let article = ranked(sentences)
  let best = subsets(of: 3, below: 12).map { article.value(of: $0, .sentences(3)) }.max() ?? 0
  #expect(article.value(of: article.choose(.sentences(3)), .sentences(3)) >= best - 0.01)
}

@Test func `the dateline of a report is not part of its first sentence`() {
  for (text, rest) in [
    ("(CNN) The pier of Brindlemoor sank at noon.", "The pier of Brindlemoor sank at noon."),
    ("(CNN)The pier of Brindlemoor sank at noon.", "The pier of Brindlemoor sank at noon."),
    ("London (CNN)A pier in the north sank at noon.", "A pier in the north sank at noon."),
    ("BRINDLEMOOR, Norland (Reuters) - The old pier sank.", "The old pier sank."),
    ("BRINDLEMOOR — The old ferry pier sank at noon.", "The old ferry pier sank at noon."),
    ("BRINDLEMOOR, Feb 22 (Reuters) - The old pier sank.", "The old pier sank."),
    ("BRINDLEMOOR, Minn., Oct. 1, 2024 /PRNewswire/ -- The old pier sank.", "The old pier sank."),
    ("BRINDLEMOOR (dpa-AFX) - Der alte Steg ist gesunken.", "Der alte Steg ist gesunken."),
    ("Brindlemoor, 21 abr 2026 (Nwa) — O velho cais afundou.", "O velho cais afundou."),
    ("(The Pier Reporter)The old ferry pier sank at noon.", "The old ferry pier sank at noon."),
    ("(Ferryboard)\"The Pier\" opens on Monday night.", "\"The Pier\" opens on Monday night."),
    ("МОСКВА, 2 февраля. /НВА/. Старый причал затонул.", "Старый причал затонул."),
    ("Hamburg. Der alte Steg ist gesunken.", "Der alte Steg ist gesunken."),
    ("Madrid.- El viejo muelle se hundió ayer.", "El viejo muelle se hundió ayer."),
    ("BRINDLEMOOR.- El viejo muelle se hundió ayer.", "El viejo muelle se hundió ayer."),
    (
      "Brindlemoor – Several dozen people in red coats saw the old pier sink on Tuesday.",
      "Several dozen people in red coats saw the old pier sink on Tuesday."
    ),
    ("BRINDLEMOOR--(BUSINESS WIRE)--The old ferry pier sank.", "The old ferry pier sank."),
    ("Alt/Neustadt (dpa/lnw) - Der alte Steg ist gesunken.", "Der alte Steg ist gesunken."),
    (
      "Alt/Neustadt – Mehrere Dutzend Menschen haben am Dienstag den alten Steg sinken sehen.",
      "Mehrere Dutzend Menschen haben am Dienstag den alten Steg sinken sehen."
    ),
    (
      "BRINDLEMOOR: Several dozen people in red coats saw the old pier sink on Tuesday.",
      "Several dozen people in red coats saw the old pier sink on Tuesday."
    ),
  ] {
    #expect(ranked([text]).sentences.first?.text == rest)
  }
  for text in [
    "The pier (built in 1902) sank at noon on Monday.", "Brindlemoor - The Musical opens on Monday night.",
    "Brindlemoor – The Musical opens on Monday night.",
    "Stege – Orte der Ruhe für Jung und Alt im ganzen Norden – sind aus der Mode gekommen.",
    "Ada, a town of 30 people (Norland), lost its pier on Monday.",
    "In 1984 -- 1989 the pier was open to all.", "СССР — государство в Восточной Европе и Азии.",
    "Die Brindlemoor Grain Exchange (BGE), eine alte Börse, steht vor dem Aus.",
    "BRINDLEMOOR, 22 years old, sank at noon on Monday.", "NOTE: the pier is closed.",
    "Der Steg (erbaut 1902) - ein Denkmal - ist gesunken.",
    "Nobody — not even the mayor — saw the pier sink.", "The (Reuters) style of the pier was famous.",
  ] {
    #expect(ranked([text]).sentences.first?.text == text)
  }
  #expect(
    ranked(
      ["МОСКВА, 7 июля — НВА Новости. Старый причал затонул."], language: "ru", dateline: "МОСКВА, 7 июля"
    )
    .sentences.map(\.text) == ["Старый причал затонул."])
  #expect(
    ranked(["Old Brindle (nwa) - The pier sank at noon."], dateline: "Old Brindle (nwa)").sentences.map(
      \.text) == [
        "The pier sank at noon."
      ])
  for text in ["Silence. The pier sank at noon.", "(Brindlemoor Pier) The pier sank at noon."] {
    #expect(ranked([text]).sentences.count == 2)
  }
}

@Test(arguments: [
  ("The council voted on Monday.", "The group said that nobody wants the pier.", "en"),
  ("The council voted on Monday.", "Therefore the pier will go.", "en"),
  ("The council voted on Monday.", "When asked he sang a song.", "en"),
  ("Who wants the pier?", "Engineers do not dare to answer.", "en"),
  ("Rådet röstade i måndags.", "– Vi visste inget om bron.", "sv"),
  ("La alcaldesa lo anunció ayer.", "“Fue ridículo cómo querían parar el puente y perdí el respeto.”", "es"),
  ("市議会は月曜に決定した。", "そして橋は来年開通する見通しだという。", "ja"),
  ("The council has met often.", "For example, it met on the pier in March and again in May.", "en"),
  (
    "The council has eleven piers.", "Remarkably, eight of those have been closed since the storm of March.",
    "en"
  ),
  ("The council voted on Monday.", "The pier would be open again by next summer, she said.", "en"),
  (
    "Der Rat stimmte am Montag ab.", "Zum Vergleich: Der Steg von Stege kostete vor Jahren nur die Hälfte.",
    "de"
  ),
  ("Hội đồng đã họp hôm thứ Hai.", "Tuy nhiên, cây cầu cũ vẫn chưa được sửa chữa trong năm nay.", "vi"),
  ("“Is the pier safe?”", "Two engineers answered: “Absolutely not.”", "en"),
])
func `a sentence leans on the one before it`(before: String, sentence: String, language: String) {
  #expect(ranked([before, sentence], language: language).leans.onPrevious == [false, true])
}

@Test(arguments: [
  "The harbour council of Brindlemoor voted.", "In his first speech Rowan Pell said no.",
  "When Pell arrived he sang.",
  "The Company of Wolves is on show.", "“The pier stays,” said Odile Varga, the mayor of Brindlemoor.",
])
func `a sentence that names what it speaks of leans on none`(sentence: String) {
  #expect(ranked(["Rain fell.", sentence]).leans.onPrevious == [false, false])
}

@Test func `a surname leans on the sentence that has the whole name`() {
  let sentences = [
    "A baker was jailed on Friday.", "The baker, Rowan Pell, had robbed the ferry.",
    "Judge Amanda Forsyth told Pell that he was lucky.",
    "Pell wept.", "In Brindlemoor it rained, and Brindlemoor slept.", "Rowan Pell's mother was there.",
  ]
  #expect(ranked(sentences).leans.introductions == [-1, -1, 1, 1, -1, -1])
  #expect(ranked(sentences, headline: "Pell jailed").leans.introductions == [-1, -1, -1, -1, -1, -1])
}

@Test func `who has a form of address was introduced before, and a short form as well`() {
  let sentences = [
    "A ferry sank on Friday.", "Rowan Pell sold the Brindle Pier Company (BPX) last year.",
    "Mr Pell was not on board.",
    "The crew of BPX was saved.", "Mrs Varga was asleep.", "Chief Varga slept as well.",
  ]
  let leans = ranked(sentences).leans
  #expect(leans.introductions == [-1, -1, 1, 1, -1, -1])
  #expect(leans.introductionWeights == [0, 0, 4, 1, 0, 0])
}

@Test func `an answer that says more than yes or no leans on no question`() {
  let sentences = [
    "Who wants the pier?",
    "The harbour council of Brindlemoor has wanted it since the great storm of March, says Odile Varga.",
  ]
  #expect(ranked(sentences).leans.onPrevious == [false, false])
}

@Test func `a few words from the midst of a text fill no summary`() {
  let article = ranked(pier + ["Crews from Norland slept well there."])
  let last = article.candidates.count - 1
  let gain = { (choice: [Int]) in
    article.value(of: choice, .about(words: 55)) - article.value(of: choice, .words(55))
  }
  #expect(article.candidates[last].signs.contains(.isBrief))
  #expect(abs(gain([0, last]) - Objective.leadBonus + Objective.briefPenalty) < 1e-9)
}

@Test(arguments: [
  ("17:55 ‘We heard a bang’", Candidate.Fitness.unended), ("“We heard a bang at noon.”", .good),
  ("In this article we show how the pier of Brindlemoor was built in a year.", .aside),
  ("The article on the pier of Brindlemoor was read by many in a year.", .good),
])
func `a heading with a quotation and what speaks of its own text are no sentences for a summary`(
  text: String, fitness: Candidate.Fitness
) {
  #expect(ranked(["The pier sank at noon.", text]).candidates.last?.fitness == fitness)
}

@Test func `what an interviewer asks is no part of the story`() {
  let sentences = [
    "Odile Varga leads the harbour council of Brindlemoor.", "The pier sank in March. Is it lost for good?",
    "We will build it again, and that by next summer, with the help of Norland.", "Who pays for a new pier?",
    "Norland pays for half of it, as it did in 1902.", "And who pays for the other half of it?",
    "The ferry fares will rise by a crown on Monday.",
  ]
  let fitness = ranked(sentences).candidates.map(\.fitness)
  #expect(fitness == [.good, .aside, .aside, .good, .aside, .good, .aside, .good])
}

@Test func `titles of other stories whose stop stands apart come last`() {
  let sentences = [
    "Rain fell on the market all week .", "The pier sank at noon on Monday.", "Engineers had seen it.",
    "Crews sold cod there.",
  ]
  #expect(chosen(sentences, .sentences(1)) == [1])
  #expect(
    ranked(sentences.map { $0.dropLast() + " ." }.map(String.init)).candidates.allSatisfy {
      $0.fitness != .unended
    })
}

@Test func `the first sentence counts for more where no length is asked for`() {
  let article = ranked(pier)
  let gain = { (choice: [Int]) in
    article.value(of: choice, .about(words: 55)) - article.value(of: choice, .words(55))
  }
  #expect(abs(gain([0]) - Objective.leadBonus) < 1e-9)
  #expect(gain([1]) == 0)
}

@Test func `a question is chosen with its answer`() {
  let sentences = [
    "The ferry fares of Brindlemoor rise by a crown on Monday, the harbour council said.",
    "Will the ferry to Brindlemoor be late?",
    "Yes, it will, on most days of the week.", "Rain fell.", "Cod was sold.",
  ]
  #expect(chosen(sentences, .sentences(2)) == [1, 2])
}
