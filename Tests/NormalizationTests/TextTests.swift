import Testing

@testable import Normalization

/// Texts that people paste: Markdown, mails, pages that are no article; and what the line model sees of them.
@Suite struct TextTests {
  private func plain(_ markdown: String) -> String {
    String(decoding: withoutMarkdown(Array(markdown.utf8)), as: UTF8.self)
  }

  @Test func `a byline is never the headline, and the first line above it is`() throws {
    let text = """
      5 things to know before the pier is closed to all ferries
      By Odile Varga
      January 5, 2024
      \(opening), and that is not simple. Here is what passengers should know before they come.
      1. Most ferries will leave from the new quay
      The trust has built a quay of wood beside the pier, and the council pays for buses to it until the end of June.
      2. Weekly passes are going away
      Passes bought before Monday remain valid until they expire. After that nobody will pay more than 31 crowns a week.
      """
    let read = try article(text)
    #expect(read.headline == "5 things to know before the pier is closed to all ferries")
    #expect(read.authors.map(\.name) == ["Odile Varga"])
  }

  // MARK: - Text browsers

  private let opening =
    "The harbour trust of Brindlemoor said on Monday that the old pier will be closed to all ferries"

  @Test func `numbers of links are no text`() throws {
    let text = """
      [1]Skip to content

      [2]The Harbour Post

      Pier closed

      \(opening), as the [3]council had asked in its letter of 1 May.

      Engineers of the [4]Norland Bridge Office found holes in nine of its pillars, two of which carry the [5]ferry ramp.

      [6]A similar report of last year was never read by anybody in the council.
      """
    let body = try article(text).body.map(\.text)
    #expect(body.first == "\(opening), as the council had asked in its letter of 1 May.")
    #expect(body.last == "A similar report of last year was never read by anybody in the council.")
  }

  @Test func `links of pictures count among the numbers of links`() throws {
    let text = """
      Pier closed

      By [1]Odile Varga

      \(opening), as the [2]council had asked.

      [3][pier.jpg]

      [4]Engineers found holes in nine of its pillars, two of which carry the [5]ferry ramp of the harbour.

      [6][share.png] [7][mail.png]
      """
    let read = try article(text)
    #expect(read.authors.map(\.name) == ["Odile Varga"])
    #expect(
      read.body.map(\.text) == [
        "\(opening), as the council had asked.",
        "Engineers found holes in nine of its pillars, two of which carry the ferry ramp of the harbour.",
      ])
  }

  @Test(arguments: [
    "Engineers found holes in nine pillars [21], two of which [22] carry the ramp [23], and said [24] so in [25] June [26].",
    "Engineers found holes[11] in nine[12] pillars,[13] two[14] of which[15] carry[16] the ramp.",
    "“He said that [2]5 pillars and [7]3 planks of the pier were gone for good,” wrote the engineers in their report.",
  ])
  func `other numbers in brackets stay`(text: String) throws {
    #expect(try article("Pier closed\n\n\(opening).\n\n\(text)").body.last?.text == text)
  }

  // MARK: - Markdown

  @Test(arguments: [
    ("# The ferry\n\nIt runs.", "The ferry\n\nIt runs."),
    ("## The ferry ##\nIt runs.", "The ferry\nIt runs."),
    ("It runs [every hour](https://example.org/a?b=1), they say.", "It runs every hour, they say."),
    ("![The quay at dawn](quay.jpg)", "Caption: The quay at dawn"),
    ("The quay ![at dawn](quay.jpg)", "The quay at dawn"),
    ("**Late** and *slow* and `loud` [x](y)", "Late and slow and loud x"),
    ("# A\n* one\n- two\n1. three", "A\n* one\n- two\n1. three"),
    ("# A\nsnake_case_name and 2 * 3 * 4", "A\nsnake_case_name and 2 * 3 * 4"),
    ("# A\n-----\nb\n***", "A\n\nb\n"),
    ("**[Añil](z)** 日本 👍", "Añil 日本 👍"),
    ("# Pier\nHeld by [Philip\nGorse](/people/gorse), clerk.", "Pier\nHeld by Philip Gorse, clerk."),
    ("# Pier\nHe said [so\n\nand](x) no.", "Pier\nHe said [so\n\nand](x) no."),
  ])
  func `marks of Markdown become what they show`(markdown: String, text: String) {
    #expect(plain(markdown) == text)
  }

  @Test(arguments: [
    "", "#hashtag is no heading", "5 * 4 and 3 * 2", "f(x)[1] and (a) [b]", "_one_ and -- two\n---\n",
    "A note [1] (see below) stays.",
  ])
  func `a text without Markdown stays as it is`(text: String) {
    #expect(plain(text) == text)
  }

  @Test(arguments: ["[", "[[[[", "](", "![", "![x](", "[x](y", "**", "#", "# ", "[a]("])
  func `broken Markdown is no trap`(text: String) {
    _ = plain(text)
    _ = plain("# A\n" + text)
  }

  @Test func `a line of brackets costs no more than its length`() {
    let brackets = "# A\n" + String(repeating: "[", count: 300_000) + "](x)"
    #expect(plain(brackets).utf8.count >= 300_000)
  }

  // MARK: - Mails

  private let story = [
    "The council of Lower Wick has bought the old ferry for one pound, the mayor said on Tuesday.",
    "The boat was built in 1931 and has not moved since the bridge was opened twelve years ago.",
    "Volunteers want to paint it before the summer, and a school has asked for the engine.",
  ]

  @Test func `the mail that is answered and the signature are no text`() throws {
    let found = try article(
      """
      \(story.joined(separator: "\n\n"))

      On Monday, 3 March 2025, Jane Doe wrote:
      > Has anybody heard of the ferry since the bridge was opened?
      > I would write about it for the weekend.

      --\u{20}
      John Roe
      Lower Wick Herald
      """)
    #expect(found.body.map(\.text) == story)
    #expect(Set(found.furniture.map(\.reason)) == ["quoted-reply", "signature"])
  }

  @Test func `a forwarded article loses its marks of quotation`() throws {
    let found = try article(story.map { "> \($0)" }.joined(separator: "\n>\n"))
    #expect(found.body.map(\.text) == story)
  }

  // MARK: - Not an article

  @Test func `a page of an error is no article, and the message is named`() {
    #expect(throws: NormalizationError.notAnArticle(seen: "an error page, “Page not found”")) {
      try article(
        """
        Page not found
        Home
        Sorry, the page that you are looking for does not exist.
        It may have been moved. Please check the address and try again.
        Contact us
        """)
    }
  }

  @Test func `a form to log in is no article`() {
    #expect(throws: NormalizationError.self) {
      try article(
        """
        The Herald
        Please log in to continue
        Email address
        Password
        Forgot your password?
        Remember me
        Sign in
        Don't have an account? Register now to get access to all our articles and newsletters.
        By signing in you agree to our terms of use and our privacy policy.
        Help
        """)
    }
  }

  @Test func `a list of headlines is no article`() {
    #expect(throws: NormalizationError.self) {
      try article(
        """
        Home
        World
        Council votes to rebuild the old harbour bridge
        Read more
        Farmers fear a dry spring as reservoirs stay low
        Read more
        Rovers lose at home again
        Five recipes for a rainy Sunday
        Why our columnist never takes the train
        Weather: sunny spells and a cold wind
        Subscribe
        Contact us
        """)
    }
  }

  @Test func `a news flash of one sentence is an article`() throws {
    #expect(try article(story[0]).body.map(\.text) == [story[0]])
  }

  // MARK: - What the model sees

  private func page(_ text: String) throws -> Page {
    Page(lines: try lines(of: Array(text.utf8).span), options: NormalizationOptions())
  }

  @Test(arguments: [3, 12, 60])
  func `a text without a page around it is kept whole, and once where it was pasted twice`(count: Int) throws
  {
    let paragraphs = (1...count).map {
      "On day \($0) the council met again in the old hall, and it decided nothing about the bridge."
    }
    let header = "The long session\n\nBy Jane Doe\n\n"
    #expect(try article(header + paragraphs.joined(separator: "\n\n")).body.map(\.text) == paragraphs)
    let twice = (paragraphs + paragraphs).joined(separator: "\n\n")
    #expect(try article(header + twice).body.map(\.text) == paragraphs)
  }

  @Test func `what stood in the page before is seen`() throws {
    var features = LineFeatures(lines: 3)
    try page("One two three four five.\nSix seven.\nTwo three four five six.").describeRepetition(
      in: &features)
    #expect(features[0, .seenAfter] == 66)
    #expect(features[2, .seenBefore] == 66)
    #expect(features[1, .seenBefore] == 0)
  }

  @Test func `words are numbered, ASCII without case, and pairs of letters where no spaces are`() {
    let words = PageWords([Line("The café, the CAFÉ 日本語", followsBlank: true)])
    #expect(words.words == [0, 1, 0, 2, 3, 4])
    #expect(words.isContent == [false, true, true, true, true])
  }

  @Test(arguments: ["harbour_04_b.jpg", "council-meeting-march-02", "IMG_2041_x"])
  func `the name of a picture's file is furniture`(name: String) {
    var line = Line(name, followsBlank: true)
    line.tokenize()
    #expect(wording(of: line)?.reason == .media)
  }

  @Test(arguments: ["2025-03-04", "555-0123-44", "Mother-in-law", "2024"])
  func `a date, a number and a word with hyphens are no file's name`(text: String) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(wording(of: line) == nil)
  }

  @Test(arguments: [
    ("Legende: The quay at dawn", "The quay at dawn"), ("Image caption The quay at dawn", "The quay at dawn"),
  ])
  func `a label makes a caption`(text: String, shown: String) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(caption(in: line) == Caption(text: shown))
  }

  @Test(arguments: [
    "Կամուրջը վերաբացվեց երեքշաբթի։", "Կամուրջը վերաբացվեց երեքշաբթի:", "ድልድዩ ማክሰኞ ተከፈተ።", "ស្ពានបានបើកវិញ។",
    "Πότε θα ανοίξει η γέφυρα;", "«Πότε θα ανοίξει η γέφυρα;»", "橋は火曜日に再開した．", "پل منگل کو کھل گیا۔",
  ])
  func `each script has its own full stop`(sentence: String) {
    #expect(Line(sentence, followsBlank: true).endsSentence)
  }

  @Test(arguments: ["The mayor said:", "Η γέφυρα:", "Rain; wind;", "Կամուրջը;"])
  func `a colon and a semicolon end no sentence elsewhere`(text: String) {
    #expect(!Line(text, followsBlank: true).endsSentence)
  }

  @Test func `a gallery between two parts of a text parts no text`() throws {
    let opening = [
      "The ferry Alma left the harbour of Brindlemoor on Monday for the first time since the storm of March tore its pier from the quay, with two hundred guests and a brass band aboard.",
      "Mayor Odile Varga said that the town had waited for this day for eleven months and that nobody would ever again have to drive around the whole bay to buy a loaf of bread.",
      "The new pier cost 14 million crowns, two more than the council had planned, because divers found an old wreck below the first three pillars and had to lift it before the work went on.",
    ]
    let caption =
      "The ferry Alma leaves the new pier of Brindlemoor with two hundred guests aboard on Monday, March 2, 2026, while the brass band of the harbour school plays on the upper deck and families wave from the quay below the old lighthouse. (Jane Miller/Elm Post)"
    let rest = [
      "Fishing crews had asked for a pier of stone, which would have cost twice as much and taken three years, but the council chose wood and steel after a vote of nine to two in May.",
      "“We will see how it stands the next storm,” said Peter Holm, who has sold cod at the market for thirty years and lost his boat in the last one.",
      "The ferry will sail six times a day until October and four times a day in the winter, and children travel free of charge on Sundays and during the school holidays.",
      "Engineers are to inspect the pillars every spring, the report says, and a fund of one million crowns has been set aside for repairs over the next twenty years.",
      "The wreck, a coal barge that sank in 1911, will be shown in the museum of the town, which opens its new hall in June, if the last of the wood has dried by then.",
      "Nobody knows yet who will pay for the lamps on the pier, which the contract had left out, and the council will talk about them at its next meeting on Thursday night.",
    ]
    let gallery = (1...4).flatMap { [caption, caption, "Photo: Jane Miller, Elm Post", "Image \($0) of 4"] }
    let lines =
      ["Ferry returns to Brindlemoor", "By Jane Miller", "March 2, 2026"] + opening + gallery + [
        "Back to Gallery"
      ] + rest
    #expect(try article(lines.joined(separator: "\n")).body.map(\.text) == opening + rest)
  }
}
