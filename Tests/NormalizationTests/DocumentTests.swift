import Testing

@testable import Normalization

/// What databases, agencies, companies and browsers put around a text without markup.
@Suite struct DocumentTests {
  private let story = pierStory
  private var body: String { story.joined(separator: "\n") }

  @Test func `a database's export is read`() throws {
    let read = try article(
      """
      Page 1 of 2
      Old pier of Brindlemoor closed to all ferries
      The Norland Post (Scotland)
      May 16, 2023 Tuesday


      Copyright 2023 Norland Newspapers Limited All Rights Reserved
      Section: NEWS; Pg. 7
      Length: 214 words
      Byline: Odile Varga
      Body


      \(body)


      Load-Date: May 17, 2023


      End of Document
      """)
    #expect(read.headline == "Old pier of Brindlemoor closed to all ferries")
    #expect(read.authors.map(\.name) == ["Odile Varga"])
    #expect(read.published?.description.hasPrefix("2023-05-16") == true)
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a company's announcement is read without what it says of itself`() throws {
    let opening =
      "NORLAND, Minn., Oct. 1, 2024 /PRNewswire/ -- Holt Ferries, Inc. today announced that it will close its pier."
    let read = try article(
      """
      FOR IMMEDIATE RELEASE

      Contact:
      Lena Hartwell
      Director of Communications, Holt Ferries
      (555) 010-7788
      press@holt.example

      Holt Ferries Closes Its Pier and Builds a New Quay
      The quay will be of wood and will open in the spring

      \(opening)

      \(story.joined(separator: "\n\n"))

      About Holt Ferries
      Holt Ferries runs boats on the river. Its headquarters are in Norland, Minn.

      Forward-Looking Statements
      This press release contains forward-looking statements within the meaning of an act. Actual results may differ.

      SOURCE Holt Ferries, Inc.
      """)
    #expect(read.headline == "Holt Ferries Closes Its Pier and Builds a New Quay")
    #expect(read.standfirst == "The quay will be of wood and will open in the spring")
    #expect(read.authors.isEmpty)
    #expect(read.published?.description.hasPrefix("2024-10-01") == true)
    #expect(read.body.map(\.text) == [opening] + story)
  }

  @Test func `a subhead that begins with About is no company's`() throws {
    let paragraphs =
      Array(story.prefix(3)) + [
        "About the storm",
        "The storm that broke the pillars was the worst of the century, and nobody had seen it come.",
      ]
    let read = try article(
      "Old pier closed to all ferries\nBy Odile Varga\n\n" + paragraphs.joined(separator: "\n\n"))
    #expect(read.body.map(\.text) == paragraphs)
  }

  @Test(arguments: [
    "Correction: Aug. 31, 2021\nAn earlier version of this article said that eight pillars had holes.",
    "This article was amended on 31 August 2021. An earlier version said that eight pillars had holes.",
    "pb/tm/dw", "Thanks for reading The Slow Ledger! Subscribe for free to receive new posts.",
  ])
  func `notes below a text are none of it`(note: String) throws {
    let read = try article("Old pier closed to all ferries\nBy Odile Varga\nAug. 30, 2021\n\(body)\n\(note)")
    #expect(read.body.map(\.text) == story)
  }

  private let consent =
    "We and our 842 partners store and/or access information on a device, such as cookies, and process personal data, such as "
    + "unique identifiers and standard information sent by a device, for personalised advertising and content, measurement, "
    + "audience research and services development. With your permission we may use precise data of where you are."

  @Test func `a request for consent is no text, and alone no article`() throws {
    let read = try article(
      "Old pier closed to all ferries\nBy Odile Varga\nWe value your privacy\n\(consent)\n\(body)")
    #expect(read.body.map(\.text) == story)
    #expect(throws: NormalizationError.self) {
      try article("We value your privacy\n\(consent)\nMORE OPTIONS\nAGREE")
    }
  }

  @Test func `the day of printing is not that of the article`() throws {
    let head =
      "12/03/2024, 10:15\nOld pier closed to all ferries | Norland Post\nhttps://post.example/news/pier"
    let read = try article(
      "\(head)\n1/2\nOld pier closed to all ferries\nBy Odile Varga\n11 March 2024\n\(story[0])\n\(story[1])\n"
        + "\(head)\n2/2\n\(story[2])\n\(story[3])")
    #expect(read.headline == "Old pier closed to all ferries")
    #expect(read.published?.description == "2024-03-11")
    #expect(read.body.map(\.text) == story)
  }

  @Test func `the times of a report that goes on are none of its text`() throws {
    let times = ["02.40 CEST", "02.15 CEST", "01.52 CEST", "01.10 CEST"]
    let entries = zip(times, story).map { "\($0)\n\($1)" }.joined(separator: "\n")
    let read = try article(
      "Pier closed: as it happened\nBy Odile Varga\nFri 5 Jul 2024 02.40 CEST\n\(entries)")
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a line under the label of captions is one`() throws {
    let read = try article(
      "Old pier closed to all ferries\nBy Odile Varga\n\(story[0])\n\(story[1])\nImage caption,\n"
        + "Some of the pillars were damaged by ice\n\(story[2])\n\(story[3])")
    #expect(read.body.map(\.text) == story)
    #expect(read.images.map(\.caption) == ["Some of the pillars were damaged by ice"])
  }

  // MARK: - Printed pages

  /// The story in a column, with something behind the first line and behind the second paragraph.
  private func printed(_ first: String, _ second: String) -> String {
    let lines = story.map { text in
      text.split(separator: " ").reduce(into: [""]) { lines, word in
        let last = lines.count - 1
        if lines[last].count + word.count < 56 {
          lines[last] += lines[last].isEmpty ? "\(word)" : " \(word)"
        } else {
          lines.append("\(word)")
        }
      }
    }
    return
      (["Old pier closed to all ferries", "By Odile Varga", "", lines[0][0], first] + lines[0].dropFirst()
      + lines[1] + [second] + lines[2] + lines[3])
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ("Norland Post | 3", "Norland Post | 4"), ("3", "4"),
    (
      "https://norland.example/pier 1/3\n3/4/26, 9:12 AM Old pier closed - Norland Post",
      "https://norland.example/pier 2/3\n3/4/26, 9:12 AM Old pier closed - Norland Post"
    ),
  ])
  func `what is printed at the foot of pages is none of the text`(first: String, second: String) throws {
    let found = try article(printed(first, second))
    #expect(found.body.map(\.text).joined(separator: " ") == story.joined(separator: " "))
  }

  // MARK: - Pictures

  private let shown = "The old pier of Brindlemoor seen from the harbour wall on a calm morning in March."

  @Test(arguments: [
    "#\nPhotograph: Mara Holt/The Norland Post", "Image 1 of 3\n#", "Enlarge this image\n#\nMara Holt",
    "Image: #",
  ])
  func `a line with a picture's label over it or a credit under it is a caption`(block: String) throws {
    let text = [story[0], story[1], block.replacing("#", with: shown), story[2], story[3]].joined(
      separator: "\n\n")
    let found = try article("Old pier closed to all ferries\n\nBy Odile Varga\n\n" + text)
    #expect(found.body.map(\.text) == story)
    #expect(found.images.contains { $0.caption == shown })
  }

  @Test(arguments: [
    "Odile Varga: Reporter for the harbours of the north", ": Odile Varga, Jo Fenn, Ann Reed and Bo Lund",
  ])
  func `who wrote is no standfirst`(line: String) throws {
    let found = try article(
      "Old pier closed to all ferries\n\n\(line)\n\nBy Odile Varga\n16 May 2023\n\n\(story.joined(separator: "\n\n"))"
    )
    #expect(found.standfirst == nil && found.body.map(\.text) == story)
  }

  @Test func `a quotation that is shown beside its paragraph stands once`() throws {
    let read = try article(
      "Old pier closed to all ferries\nBy Odile Varga\n\(story[0])\n\(story[1])\n“We had hoped for one more summer.”\n\(story[2])\n\(story[3])"
    )
    #expect(read.body.map(\.text) == story)
  }

  @Test func `all turns of a conversation are text`() throws {
    let turns = [
      "ODILE VARGA, HOST:",
      "It was the worst winter for the pier in more than a decade, and it is closed. Mara Holt joins us now. Welcome.",
      "MARA HOLT: Thank you for having me.", "VARGA: So what did you do that others did not?",
      "HOLT: Well, honestly, less. I stopped selling tickets in the fall, and I left the ramp as it was when I came.",
      "VARGA: And the cold?",
      "HOLT: Cold is not what breaks the wood. It is the ice, which comes down the river in the night and stays there.",
      "VARGA: Thanks so much.", "HOLT: My pleasure.",
    ]
    let read = try article(
      "Why the pier did not survive the winter\nApril 19, 2023 4:44 PM ET\n" + turns.joined(separator: "\n"))
    #expect(read.body.map(\.text) == turns)
  }

  @Test func `a short text that breaks off at a call to subscribe is not free to read`() throws {
    let stub = try article(
      "Old pier closed to all ferries\nBy Odile Varga\n\(story[0])\n\(story[1])\nContinue reading your article with\na subscription\nSubscribe Now"
    )
    #expect(stub.isAccessibleForFree == false)
    #expect(stub.body.map(\.text) == Array(story.prefix(2)))
    #expect(try article("Old pier closed to all ferries\nBy Odile Varga\n\(body)").isAccessibleForFree == nil)
  }

  @Test func `two sentences over byline and date are the standfirst`() throws {
    let deck = "Drillers found holes in nine pillars. Whether there are more is another matter."
    let read = try article(
      "Old pier of Brindlemoor closed to all ferries\n\(deck)\nMay 11, 2024 at 6:00 a.m. EDT\nBy Odile Varga\n\n\(body)"
    )
    #expect(read.standfirst == deck)
    #expect(read.body.map(\.text) == story)
  }

  @Test(arguments: [
    "Updated Nov 19, 6:55 AM;Posted Nov 18, 8:19 PM", "Aktualisiert: 19.11.2024 18:50 | Lesedauer: 4 Minuten",
    "Above: The old pier of Brindlemoor, seen from the lighthouse",
    "Clockwise from left: the pier, the harbour, the town hall and the lighthouse",
    "Odile Varga (l) and the harbour master of Brindlemoor, who wants to go on",
    "Harbour: Old pier of Brindlemoor closed to all ferries",
  ])
  func `a date, a caption or the headline once more is no standfirst`(line: String) throws {
    let read = try article(
      "Old pier of Brindlemoor closed to all ferries\n\n\(line)\n\nBy Odile Varga\n\n\(body)")
    #expect(read.headline == "Old pier of Brindlemoor closed to all ferries" && read.standfirst == nil)
    #expect(read.body.map(\.text) == story)
  }

  @Test(arguments: [
    "When you purchase through links on our site, we may earn an affiliate commission. Here's how it works.",
    "If you buy something using links in our stories, we may earn a commission. This helps support our journalism.",
    "Chat with us in Facebook Messenger. Find out what's happening in the world as it unfolds.",
  ])
  func `what a paper says of its links and services is no text`(line: String) throws {
    let read = try article("Old pier closed to all ferries\nBy Odile Varga\n\(line)\n\(body)")
    #expect(read.body.map(\.text) == story && read.standfirst == nil)
  }

  @Test func `words in small letters below the text are its tags`() throws {
    let read = try article(
      "Old pier closed to all ferries\n\n\(body)\n\nbrindlemoor odile varga pier harbour ferries")
    #expect(read.body.map(\.text) == story)
    #expect(read.furniture.contains { $0.reason == "tags" })
    let verse = try article("Old pier closed to all ferries\n\n\(body)\n\nand nobody knows when.")
    #expect(verse.body.count == story.count + 1)
  }

  @Test func `what links tell to those who hear them is no text`() throws {
    let read = try article(
      "Pier closed\n\nThe Norland 100 (.NOR), opens new tab ended lower on Monday after the pier was closed to all ferries.\n\(body)"
    )
    #expect(
      read.body.first?.text
        == "The Norland 100 (.NOR) ended lower on Monday after the pier was closed to all ferries.")
  }

  @Test func `a picture of Markdown is a caption`() throws {
    let read = try article(
      "# Old pier closed to all ferries\nBy Odile Varga\n\n\(story[0])\n\n![The pier at dawn](https://post.example/a.jpg)\n\n![](b.jpg)\n\n\(story[1])"
    )
    #expect(read.body.map(\.text) == Array(story.prefix(2)))
    #expect(read.images.map(\.caption) == ["The pier at dawn"])
  }

  @Test(arguments: ["Advertisement", "Anzeige", "Read more: Ferries of the north", "Leggi anche"])
  func `a text goes on behind what is put between its paragraphs`(insert: String) throws {
    let text = "Old pier closed to all ferries\nMay 16, 2023\n" + story.joined(separator: "\n\(insert)\n")
    let read = try article(text)
    #expect(read.body.map(\.text) == story)
    #expect(read.furniture.count { $0.text == insert } == story.count - 1)
  }

  @Test func `titles of other stories below their label are none of the text`() throws {
    let box = "Lesen Sie auch\nKüstenschutz: Warum Deiche nicht wachsen\nEine Nacht auf der Warft"
    let text =
      "Old pier closed to all ferries\n" + story.prefix(2).joined(separator: "\n") + "\n\(box)\n"
      + story.suffix(2).joined(separator: "\n")
    #expect(try article(text).body.map(\.text) == story)
  }

  @Test(arguments: ["（记者 赵明远）", "（完）", "（佐久間涼子）"])
  func `a paragraph that ends with who wrote it ends the text`(remark: String) throws {
    let paragraphs = [
      "早上六点，气温零下二十三度。邮车驾驶员扎西顿珠用喷灯烤了半个小时，才把发动机点着。",
      "从康定到德格，604公里，海拔最高处5050米。这条邮路他跑了二十九年，开坏了四辆邮车。",
      "今年年底，扎西顿珠就要退休了。接替他的是他的儿子。\(remark)",
    ]
    let read = try article("雪线邮路上，他开坏了四辆邮车\n2023-12-12 08:20\n" + paragraphs.joined(separator: "\n"))
    #expect(read.body.map(\.text) == paragraphs)
  }

  @Test(arguments: ["Quelle:        Norland Post vom 17.10.2022, Nr. 241, S. 9", "کد خبر: 1402217"])
  func `a field of a database is no headline`(field: String) throws {
    let read = try article(
      "\(field)\nDokumentnummer: 0091\n\nOld pier of Brindlemoor closed to all ferries\n\n\(body)")
    #expect(read.headline == "Old pier of Brindlemoor closed to all ferries")
  }

  @Test func `what an announcement is, and who answers for it, is none of it`() throws {
    let read = try article(
      """
      EQS-Ad-hoc: Harzwerk AG / Schlagwort(e): Prognoseänderung
      Harzwerk AG: Vorstand senkt Prognose für das Geschäftsjahr 2024

      22.08.2024 / 18:41 CET/CEST
      Veröffentlichung einer Insiderinformation nach Artikel 17 der Verordnung (EU) Nr. 596/2014, übermittelt durch EQS News.
      Für den Inhalt der Mitteilung ist der Emittent / Herausgeber verantwortlich.

      Der Vorstand der Harzwerk AG hat heute auf Basis vorläufiger Zahlen die Prognose für das laufende Jahr angepasst.

      Grund ist die anhaltende Zurückhaltung der Kunden, deren Aufträge um 27 Prozent unter denen des Vorjahrs lagen.
      """)
    #expect(read.headline == "Harzwerk AG: Vorstand senkt Prognose für das Geschäftsjahr 2024")
    #expect(read.body.count == 2)
  }

  @Test func `notes to editors are none of a release`() throws {
    let read = try article(
      """
      Old pier of Brindlemoor closed to all ferries

      \(story.joined(separator: "\n\n"))

      ENDS

      Notes to editors

      1. The harbour trust of Brindlemoor runs four piers and two quays, and it has looked after them since 1871.

      2. The report on the pillars by O. Varga and L. Rendall is published in the Norland Review of Harbours.
      """)
    #expect(read.body.map(\.text) == story)
  }

  @Test func `the codes of a database's fields are none of the text`() throws {
    let read = try article(
      """
      HD
      Old pier of Brindlemoor closed to all ferries
      BY
      By Odile Varga
      WC
      412 words
      PD
      16 May 2023
      LP
      \(story[0])
      \(story[1])
      TD
      \(story[2])
      \(story[3])
      CO
      pnrmt : Norland Harbour Trust
      AN
      Document NORL00020230516ej4b0001x
      """)
    #expect(read.body.map(\.text) == story)
  }

  @Test(arguments: ["1 von 12 Dokumenten", "Document 4 of 25", "Dokument 1 von 1"])
  func `the number of a document among others is not its headline`(line: String) throws {
    let read = try article(
      "\(line)\n\nNorland Post\n\n16 May 2023\n\nOld pier of Brindlemoor closed\n\n"
        + story.joined(separator: "\n\n"))
    #expect(read.headline == "Old pier of Brindlemoor closed")
  }
}
