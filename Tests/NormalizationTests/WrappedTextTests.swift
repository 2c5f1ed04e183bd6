import Testing

@testable import Normalization

/// Texts whose paragraphs were broken into lines, as mails, print-outs and the text of PDFs are.
@Suite struct WrappedTextTests {
  private func texts(_ text: String) throws -> [String] { try lines(of: Array(text.utf8).span).map(\.text) }

  // MARK: - Scripts without spaces

  @Test func `lines of ideographs are joined without a space, wherever they were broken`() throws {
    let read = try article(
      """
      港の灯台が百年ぶりに点灯

      北岸市の漁協は二日、港の入り口に立つ古い灯台の灯を
      およそ百年ぶりにともした。修理には地元の高校生の30
      人が加わり、割れたレンズを一枚ずつ磨いた。

      灯台は一九二三年の嵐で壊れ、費用が足りないまま残さ
      れていた。来月からは夜の見学会も開かれる予定だ。
      """)
    #expect(
      read.body.map(\.text) == [
        "北岸市の漁協は二日、港の入り口に立つ古い灯台の灯をおよそ百年ぶりにともした。修理には地元の高校生の30人が加わり、割れたレンズを一枚ずつ磨いた。",
        "灯台は一九二三年の嵐で壊れ、費用が足りないまま残されていた。来月からは夜の見学会も開かれる予定だ。",
      ])
  }

  @Test func `headlines of ideographs in a row are not one line`() throws {
    let headlines = ["灯台が百年ぶりに点灯", "市長が来月の辞任を表明、後任は未定", "高校生がレンズを磨く", "嵐で港の三隻が沈む"]
    #expect(try texts(headlines.joined(separator: "\n")) == headlines)
  }

  // MARK: - Hyphens at line ends

  private let hyphenated = """
    Le conseil de Brindlemoor a renoncé à la fer-
    meture du vieux pont de bois, qui était pré-
    vue pour lundi. Les habitants de la vallée a-
    vaient signé une lettre : le pont, disait-
    il, a plus de deux cents ans. La sous-pré-
    fecture et les écoles sont sur l'autre rive.
    """

  @Test func `a word that was parted at a line end is put together`() throws {
    #expect(
      try texts(hyphenated) == [
        "Le conseil de Brindlemoor a renoncé à la fermeture du vieux pont de bois, qui était prévue pour lundi. "
          + "Les habitants de la vallée a-vaient signé une lettre : le pont, disait-il, a plus de deux cents ans. "
          + "La sous-pré-fecture et les écoles sont sur l'autre rive."
      ])
  }

  @Test func `compounds keep their hyphen at a line end`() throws {
    #expect(
      try texts(
        """
        Die Haupt- und Nebenuhren der Brücke gehen wie-
        der richtig, und auch der U-Bahn-Plan ist neu.
        The well-known bridge was closed; it is a well-
        known story that long ago a term of mayors end-
        ed in the river. The bridge was built for long-
        term use, which nobody of the council believed.
        """) == [
          "Die Haupt- und Nebenuhren der Brücke gehen wieder richtig, und auch der U-Bahn-Plan ist neu. "
            + "The well-known bridge was closed; it is a well-known story that long ago a term of mayors ended "
            + "in the river. The bridge was built for long-term use, which nobody of the council believed."
        ])
  }

  @Test(arguments: [("", "tornouse"), ("fez-se", "tornou-se")])
  func `pronouns keep their hyphen where the text joins them so elsewhere`(other: String, whole: String)
    throws
  {
    let text = try texts(
      """
      a ponte do porto foi fechada na segunda, e tornou-
      se o assunto da cidade inteira durante o inverno \(other)
      que veio depois, quando ninguém podia passar o rio
      e os barcos ficavam no cais até a noite de domingo.
      """)
    #expect(text.count == 1 && text[0].contains(" \(whole) "))
  }

  @Test func `one line that ends with a hyphen in a longer text ends at a compound`() throws {
    let lines = [
      "The harbour trust said on Monday that the pier of",
      "the town will be closed to ferries from the end of",
      "the month, and that nobody knows how long it will",
      "be so, as engineers have found holes in the pillars",
    ]
    let text = try texts(
      (0..<5).flatMap { _ in lines }.joined(separator: "\n")
        + "\nwhich were meant to stand for a much-\nadmired century.")
    #expect(text.count == 1 && text[0].hasSuffix("a much-admired century."))
  }

  @Test(arguments: [
    ("nineteen-\nforty", "nineteen-forty"), ("six-\nteen", "sixteen"), ("long-\nterm", "long-term"),
    ("pil-\nlars", "pillars"),
  ])
  func `what begins compounds keeps its hyphen`(broken: String, whole: String) throws {
    let text = try texts(
      """
      The harbour trust said on Monday that the pier of
      the town will be closed to ferries because of its
      engineers, who found that it has some \(broken) and that nobody of them knows it,
      or how long it will stand in the ice of the river.
      """)
    #expect(text.count == 1 && text[0].contains("some \(whole) and"))
  }

  @Test func `where lines end at the hyphens of compounds alone, no word was parted`() throws {
    let filler = Array(
      repeating: "the council said that no bridge would be closed for repairs before the coming summer,",
      count: 34)
    let text = try texts(
      (filler + ["and the engineers of the county office agreed with all but the last of its low-"]
        + ["budget plans."]).joined(separator: "\n"))
    #expect(text.count == 1 && text[0].hasSuffix("its low-budget plans."))
  }

  // MARK: - Headers

  @Test(arguments: [
    "By Odile Varga\nJune 4, 1997", "June 4, 1997\nBy Odile Varga", "June 4, 1997\nby Odile Varga",
  ])
  func `byline and date under a wrapped headline are no part of it`(metadata: String) throws {
    let read = try article(
      """
      Old bell of Brindlemoor rings again after sixty years
      \(metadata)

      The bell of the old church, silent since a crack was found in it in 1937,
      rang again on Sunday over a crowd so large that the road had to be closed
      between the bank and the post office.

      It had been taken down in three pieces last fall and carried on a flatbed
      truck to a foundry, where a welder spent eleven weeks on it.
      """)
    #expect(read.headline == "Old bell of Brindlemoor rings again after sixty years")
    #expect(read.authors.map(\.name) == ["Odile Varga"])
    #expect(read.published?.description.hasPrefix("1997-06-04") == true)
    #expect(read.body.count == 2)
  }

  // MARK: - Printed pages

  private let pages = """
    The Norland Post March 12, 2009

    Old pier of Brindlemoor closed to all ferries

    The harbour trust said on Monday that the old
    pier will be closed to all ferries, and that a
    new quay of wood will be built beside the old

    The Norland Post
    4

    one before the end of the summer, if the money
    for it can be found. The council had asked for
    that in its letter of May.
       Engineers found holes in nine of its pillars.
    Two of them carry the ramp of the ferry.
       See PIER, Page A8

    The Norland Post
    5

    PIER
    Continued from Page A5
       The trust has built a quay beside the pier, and
    the council pays for buses to it until June.
    """

  @Test func `heads, feet and numbers of pages part no paragraph`() throws {
    let read = try article(pages)
    #expect(read.headline == "Old pier of Brindlemoor closed to all ferries")
    #expect(read.published?.description.hasPrefix("2009-03-12") == true)
    #expect(
      read.body.map(\.text) == [
        "The harbour trust said on Monday that the old pier will be closed to all ferries, and that a new quay of wood "
          + "will be built beside the old one before the end of the summer, if the money for it can be found. "
          + "The council had asked for that in its letter of May.",
        "Engineers found holes in nine of its pillars. Two of them carry the ramp of the ferry.",
        "The trust has built a quay beside the pier, and the council pays for buses to it until June.",
      ])
    #expect(read.furniture.contains(Furniture(text: "Continued from Page A5", reason: "page-element")))
  }

  @Test(arguments: [
    "7 things to know\n\nThe pier is closed.\n\n7 things to know\n\nThe quay is open.",
    "Step 1\n\nClose the pier.\n\nStep 2\n\nOpen the quay.",
    "The pier is 90 years old, says page 4 of the report.\n\n4\n\nNobody knew.",
  ])
  func `numbers of other kinds are no page's`(text: String) throws {
    #expect(!(try lines(of: Array(text.utf8).span)).contains { $0.isRunningHead })
  }

  // MARK: - Short paragraphs, headlines and jumps

  @Test func `lines are joined where each paragraph is of two and menus stand above`() throws {
    let text = """
      * News
      * Sport
      * Opinion
      Lighthouse cat retires

      "She has a better service record than I do," said Petty Officer
      Dan Morrow, who commands the crew.

      The log was put on line last year by the county historical soci-
      ety, which asked for the cushion.

      Her successor has been appointed. He is called Gravy, is seven
      months old and afraid of the horn.

      Nobody at the station could say who will pay for the sardines in
      the new year.
      """
    #expect(
      try texts(text).contains(
        "\"She has a better service record than I do,\" said Petty Officer Dan Morrow, who commands the crew."
      ))
  }

  @Test func `a headline with room behind it is not joined with its deck`() throws {
    let read = try article(
      """
      Ferry that sank twice will sail again
      Lady Corrigan to carry guests by Memorial Day

      By Howard Pell

      ASHBURN — The Lady Corrigan has been to the bottom of Lake
      Terrell twice, once in 1931 and once in 1978, and both times
      somebody thought she was worth the trouble of raising.

      On Memorial Day weekend the 102-year-old ferry is to carry
      passengers again, between Ashburn and the state park.
      """)
    #expect(read.headline == "Ferry that sank twice will sail again")
    #expect(read.standfirst == "Lady Corrigan to carry guests by Memorial Day")
  }

  @Test func `the line that names the text where it goes on is none of it`() throws {
    let read = try article(
      """
      Ferry that sank twice will sail again

      By Howard Pell

      The Lady Corrigan has been to the bottom of Lake Terrell
      twice, once in 1931 and once in 1978, and both times it
      was thought that she was worth the trouble of raising.

      See FERRY, Page A6

      1


      FERRY: Boat spent 33 years in a barn
      From Page A3

      The ferry spent 33 years in a dairy barn in Tully, under
      hay, before Brubaker bought her for a dollar and for a
      promise.
      """)
    #expect(read.body.count == 2)
  }

  @Test func `the head of a printed page is no headline, and a section's page number makes a jump`() throws {
    let read = try article(
      """
      THE HARLAN COUNTY CALL    B1
      Tuesday, April 30, 2024


      Lost-and-found of library holds a wooden leg

      By Dora Fitch
      dfitch@harlancall.example

      HARLAN — When Vera Simms became the circulation clerk of
      the Harlan Public Library in 1987, she was told that things
      were to be thrown away after a month.

                                          See LOST, page B3

      LOST
      Continued from B1

      The wedding dress was found in 1994 between two volumes
      of tax law. Nobody has asked for it, but three brides have
      borrowed it, Simms said.
      """)
    #expect(read.headline == "Lost-and-found of library holds a wooden leg")
    #expect(read.body.count == 2)
  }

  @Test func `the narrow columns of a paper are read where they part words`() throws {
    let read = try article(
      """
      Thursday, March 21, 2024 The Fenland Citizen
      Pumping station to
      run on potatoes
      By Neil Farraday
      neil.farraday@fenland.example
      A Victorian pumping sta-
      tion that has kept the fens
      dry since 1871 is to be pow-
      ered by rotten potatoes.
      The Middle Sluice Com-
      missioners have signed a 20-
      year contract with a group of
      31 growers, who will supply
      9,000 tonnes of waste a year
      to a digester beside the
      engine house.
      Residents of nearby Tick-
      hurst have raised concerns
      about the smell. A public
      meeting will be held in the
      village hall on April 4.
      www.fenland.example
      """)
    #expect(read.headline == "Pumping station to run on potatoes")
    #expect(read.authors.map(\.name) == ["Neil Farraday"])
    #expect(
      read.body.map(\.text) == [
        "A Victorian pumping station that has kept the fens dry since 1871 is to be powered by rotten potatoes.",
        "The Middle Sluice Commissioners have signed a 20-year contract with a group of 31 growers, who will supply 9,000 tonnes of waste a year to a digester beside the engine house.",
        "Residents of nearby Tickhurst have raised concerns about the smell. A public meeting will be held in the village hall on April 4.",
      ])
  }

  @Test func `the title of the rest of a text is none of it`() throws {
    let read = try article(
      """
      GOAT SAVES FAMILY FROM FIRE

      A nanny goat named Petunia is the toast of Marlow today
      after she roused a family of six from their beds while
      their farmhouse burned about them.

                               (Continued on Page Six)

      Goat Saves Family
      (Continued from Page Three)

      "She butted the bedroom door till I got up to give her
      what for," Mr. Tate told the Herald. "Then I smelled
      the smoke."
      """)
    #expect(read.body.count == 2)
  }
}
