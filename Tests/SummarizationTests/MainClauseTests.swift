import Testing

@testable import Summarization

private func mainClause(_ sentence: String, _ language: String = "en") -> String? {
  MainClause(of: sentence, language: language)?.text
}

@Test(arguments: [
  (
    "The ferry pier of Brindlemoor was closed on Monday",
    " after a loaded ferry from Norland had hit one of its six iron legs in the dark, the council said."
  ),
  (
    "",
    "The ferry pier of Brindlemoor was closed two days after a loaded ferry from Norland had hit one of its iron legs in the dark."
  ),
  (
    "",
    "The ferry pier rammed by a ship of Norland after midnight cost more than the council of the town had ever paid for one before."
  ),
  (
    "",
    "The harbour council of Brindlemoor has fought the ferry owners of Norland winter after winter over a pier that nobody wants to pay for."
  ),
  (
    "",
    "The old baker of the harbour town of Brindlemoor has built up a loyal following among those who take the first ferry in the morning."
  ),
])
func `a line ends before what made it happen, where it is whole there`(line: String, rest: String) {
  #expect(mainClause(line + rest) == (line.isEmpty ? nil : line))
}

@Test(arguments: [
  (
    "The council of Brindlemoor voted on Monday to rebuild its pier, which engineers said could sink under the weight of a ferry.",
    "The council of Brindlemoor voted on Monday to rebuild its pier"
  ),
  (
    "Odile Varga, the mayor of Brindlemoor, said on Monday that the pier will be rebuilt; nobody in the council objected to that plan.",
    "Odile Varga, the mayor of Brindlemoor, said on Monday that the pier will be rebuilt"
  ),
])
func `a line is cut at the end of a clause`(sentence: String, line: String) {
  #expect(mainClause(sentence) == line)
}

@Test(arguments: [
  "The former mayor of the harbour town of Brindlemoor, who built the pier that engineers now say could sink with a ferry aboard, died.",
  "“We will build the pier that the town of Brindlemoor needs, while others talk about what it might cost the people of the town,” she said.",
  "Bridges of iron may be just about everywhere along the coast of the north, but the pier of Brindlemoor is the only one that ferries use.",
  "Short one.",
])
func `a line is never cut before its verb, inside a quotation or before what the sentence takes back`(
  sentence: String
) {
  #expect(mainClause(sentence) == nil)
}

@Test(arguments: [
  ("Rain stopped the ferries to Brindlemoor on Monday, police said.", nil),
  (
    "Storm tides stopped all of the ferries to the harbour town of Brindlemoor on Monday night, the police of the islands said.",
    "Storm tides stopped all of the ferries to the harbour town of Brindlemoor on Monday night"
  ),
  (
    "As the ferry Alma from the islands reached the pier of Brindlemoor on Monday — nobody had seen it all day — the crew sang.",
    nil
  ),
  ("Brindlemoor rebuilds its old ferry pier .", "Brindlemoor rebuilds its old ferry pier"),
])
func `a line leaves out who says it, and is no subordinate clause`(sentence: String, line: String?) {
  #expect(
    mainClause(sentence) == line
      ?? (sentence.count <= 120 ? String(sentence.dropLast()) : nil))
}

@Test(arguments: [
  (
    "Der Fährverkehr nach Brindlemoor ruht seit dem Abend, weil der Sturm die alte Brücke am Hafen der Stadt schwer beschädigt hat.",
    "Der Fährverkehr nach Brindlemoor ruht seit dem Abend"
  ),
  (
    "Die alte Fähre, die seit hundert Jahren zwischen den Inseln und der Stadt Brindlemoor fährt, weil sie jeder liebt, wird ersetzt.",
    nil
  ),
])
func `a line in another language is cut where one clause is left`(sentence: String, line: String?) {
  #expect(mainClause(sentence, "de") == line)
}

@Test(arguments: [
  // A participle tells more of it, in a list it does not.
  (
    "The storm tore the ferry pier of Brindlemoor from its six iron legs on Monday",
    ", killing at least four people who had waited for the last boat, police said."
  ),
  (
    "",
    "The council of Brindlemoor teaches the children of the islands about the old ways of sailing, fishing and mending nets in winter."
  ),
  (
    "",
    "The storm tore the old ferry pier from its legs: bending rails, breaking windows, killing gulls and sinking all of the boats that lay there."
  ),
  // So does what stands behind the day, but not behind who says it.
  (
    "The council of Brindlemoor closed the old iron ferry pier on Monday",
    " with a vote that nobody in the harbour had expected before the autumn of next year."
  ),
  (
    "",
    "The mayor of Brindlemoor told the council on Monday in a long and angry speech that the pier would cost the town twice as much."
  ),
  // How it was done.
  (
    "The council of Brindlemoor saved the old iron ferry pier of the islands",
    " by selling the harbour to the owners of the ferries that had rammed it three times in as many years."
  ),
  // What did not happen because of something may have happened.
  (
    "",
    "The council of Brindlemoor has not closed the old iron ferry pier because of the storm that tore off one of its six legs in the night."
  ),
  // Two dashes are brackets, and what stands before "until" is taken back.
  (
    "",
    "The pier that the town of Brindlemoor built - the oldest of the coast - was sold on Monday to the owners of the ferries of Norland."
  ),
  (
    "",
    "The council of Brindlemoor had always kept the old iron ferry pier open - until the storm of Monday night tore off one of its six legs."
  ),
  // The clause inside has no verb yet.
  (
    "",
    "The pier of Brindlemoor was sold in May when the owner of the ferries, which sail to the islands, had lost one of them in a storm."
  ),
])
func `a line ends where the rest only tells more`(line: String, rest: String) {
  #expect(mainClause(line + rest) == (line.isEmpty ? nil : line))
}
