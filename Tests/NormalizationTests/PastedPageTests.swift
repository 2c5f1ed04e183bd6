import Testing

@testable import Normalization

/// What sites put around and into a text, and what is left of it where a whole page is copied.
@Suite struct PastedPageTests {
  private let story = pierStory
  private let header = "Old pier of Brindlemoor closed to all ferries\nBy Odile Varga\n16 May 2023"
  private var body: String { story.joined(separator: "\n") }

  // MARK: - Boxes

  @Test func `a box that readers may skip is none of the text`() throws {
    let box = [
      "skip past newsletter promotion", "Sign up to Tidelines", "Free weekly newsletter",
      "The planet's most important stories. Get all the week's news of the coast - the good, the bad and the essential",
      "Enter your email address", "Sign up",
      "Privacy Notice: Newsletters may contain info about charities, online ads, and content funded by outside parties. For more information see our Privacy Policy.",
      "after newsletter promotion",
    ]
    let old = "This article is more than 6 months old"
    let top = [
      "Piers", old, "Old pier of Brindlemoor closed to all ferries", old, "Odile Varga",
      "Thu 2 Nov 2023 18.04 GMT", "Share",
    ]
    let text =
      top + story[..<2] + box + story[2...] + [
        "Explore more on these topics", "Piers", "Share", "Most viewed",
      ]
    let read = try article(text.joined(separator: "\n\n"))
    #expect(read.headline == "Old pier of Brindlemoor closed to all ferries")
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a paragraph with a dateline is of the text however short it is`() throws {
    let opening = "BRINDLEMOOR (AP) — The pier is no place for ferries."
    let menu = (1...8).map { "Section \($0)" }
    let text =
      menu + [
        "Old pier of Brindlemoor closed to all ferries", "16 May 2023", "Share", opening, "Ferries & piers",
        story[0],
      ]
    let read = try article((text + story[1...] + ["Trending"] + menu).joined(separator: "\n\n"))
    #expect(read.body.first?.text == opening)
    #expect(read.dateline == "BRINDLEMOOR (AP)")
  }

  @Test func `a box about the author is none of the text`() throws {
    let box = [
      "About Odile Varga",
      "When she does not write, Odile Varga mends clocks in a shed behind the harbour and keeps two goats.",
    ]
    let read = try article(header + "\n" + (story + box + ["Facebook", "Twitter"]).joined(separator: "\n\n"))
    #expect(read.body.map(\.text) == story)
  }

  @Test func `whose a post is stays with what it says`() throws {
    let post = "Four pillars are gone and the fifth one is not well. pic.example/x7"
    let poster = "— Odile Varga (@ovarga) May 16, 2023"
    let menu = (1...8).map { "Section \($0)" }
    let read = try article(
      (menu + [header] + story + [post, poster, "Share", "Trending"] + menu).joined(separator: "\n\n"))
    #expect(read.body.map(\.text) == story + [post, poster])
  }

  @Test func `a label over each paragraph is none of the text`() throws {
    let read = try article(
      header + "\n" + story.flatMap { ["Article content", $0] }.joined(separator: "\n")
        + "\nArticle content\nShare this article in your social network\nTrending")
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a list that a sentence announces is of the text`() throws {
    let items = ["• Harbour trust: £30m", "• Brindlemoor council: £12m", "• Norland county (loan): £10m"]
    let text = story[..<3] + ["The new quay was paid for by three houses of the county:"] + items + [story[3]]
    #expect(try article(header + "\n" + text.joined(separator: "\n")).body.map(\.text) == Array(text))
  }

  // MARK: - The end

  @Test func `a short last sentence is of the text, whatever buttons follow it`() throws {
    let last = "It weighs 104 tons and is painted red."
    let read = try article(
      """
      Old pier of Brindlemoor closed to all ferries
      Odile Varga
      27 Jun 2024 at 15:02 GMT-4
      \(story[0])
      \(story[1])
      Related Story
      Ferry captured after two weeks in Ohio cornfield
      \(story[3])
      \(last)
      View on main site
      You might also like
      Back to top
      """)
    #expect(read.body.last?.text == last)
  }

  @Test func `three stories with their first paragraphs are no part of the text`() throws {
    let read = try article(
      """
      \(header)
      \(body)
      Trending
      Lobster season opens with the best prices
      Fishermen landed 2.1 million pounds on the first day of the season, with buyers paying up to $14 a pound.
      Boat to Maine delayed again by engine trouble
      Passengers spent the night in their cars after the boat lost one of its four engines on Sunday evening.
      Museum looks for owner of wooden leg
      The leg, carved from maple around 1880, turned up behind a wall during repairs to the customs house.
      This Week in Flyers
      """)
    #expect(read.body.map(\.text) == story)
  }

  @Test func `who gave the text stands behind a label in its last line`() throws {
    let read = try article("\(header)\n\(body)\nQuelle: N.P.Z.")
    #expect(read.body.map(\.text) == story)
    #expect(read.sourceCredit == "Quelle: N.P.Z.")
  }

  @Test(arguments: [
    (
      "I have sold tickets for 31 years. We were never asked. Each time someone painted the bollards, and left again.",
      "“We were never asked. Each time someone painted the bollards.”"
    ),
    (
      "My mother told the harbour trust that if it had to ask, it had not been brought up right, and hung up on it.",
      "“If it had to ask, it had not been brought up right.”"
    ),
  ])
  func `a pull quote from the middle of a paragraph is not said twice`(paragraph: String, quote: String)
    throws
  {
    let text = [story[0], story[1], paragraph, quote, story[3]]
    let read = try article(header + "\n" + text.joined(separator: "\n"))
    #expect(read.body.map(\.text) == [story[0], story[1], paragraph, story[3]])
  }

  @Test func `who the author is stands under the byline and is none of the text`() throws {
    let read = try article(
      "Please let the old pier of Brindlemoor rot\nJuly 19, 2024\nBy Bernard Oyelaran\n"
        + "Mr. Oyelaran is a retired ferryman and the author of “Knots: A Memoir in 44 Ropes.”\n" + body)
    #expect(read.body.map(\.text) == story)
    #expect(read.authors.map(\.name) == ["Bernard Oyelaran"])
  }

  @Test func `initials in brackets below the last paragraph end the text`() throws {
    let read = try article("\(header)\n\(body)\n(rza/aku)\nbrindlemoor\nold pier\nHide Ads")
    #expect(read.body.map(\.text) == story)
  }

  // MARK: - Captions

  @Test func `a sentence over its credit is a caption`() throws {
    let caption = "Walt Emery has run the pier since 1988."
    let read = try article(
      "\(header)\n\(story[0])\n\(story[1])\n\(caption)\nCredit...Leah Montrose for The Norland Times\n\(story[2])\n\(story[3])"
    )
    #expect(read.body.map(\.text) == story)
    #expect(read.images.map(\.caption) == [caption])
  }

  @Test func `a sentence before the label of its credit is no text`() throws {
    let read = try article(
      "\(header)\n\(story[0])\n\(story[1])\nThe old pier was let go on Monday. PHOTO: SIV DALE\n\(story[2])\n\(story[3])"
    )
    #expect(read.body.map(\.text) == story)
  }

  // MARK: - Dates

  @Test func `a sentence that ends on what will be published is no date line`() throws {
    let last = "Der vollständige Bericht wird wie geplant am 5. September 2024 veröffentlicht."
    let read = try article(
      """
      Hafen von Brindlemoor schließt die alte Brücke für alle Fähren

      22.08.2024 / 18:41 CET/CEST

      Die Hafengesellschaft teilte am Montag mit, dass die alte Brücke ab dem Frühjahr für alle Fähren geschlossen wird.

      Der Umsatz der Fähren wird nun bei 410 bis 425 Mio. Euro erwartet (bisher: 450 bis 470 Mio. Euro), teilte sie mit.

      Ingenieure fanden Löcher in neun ihrer Pfeiler, von denen zwei die Rampe tragen, und niemand weiß, wie alt sie sind.

      \(last)

      Kontakt:
      Dr. Silke Abendroth
      Leiterin Investor Relations
      Tel. +49 5321 555-100
      presse@hafen.example
      """)
    #expect(read.body.last?.text == last)
    #expect(read.published?.day == 22)
  }

  @Test func `a sentence on what will be published is of the text, where the day ends it as well`() throws {
    let last = "The half-year report will be published as scheduled on 8 August 2024."
    let read = try article(
      """
      Nordlicht Optik SE raises full-year guidance after strong second quarter

      11-Jun-2024 / 07:32 CET/CEST
      Disclosure of an inside information acc. to Article 17 MAR of the Regulation (EU) No 596/2014, transmitted by EQS News - a service of EQS Group AG.
      The issuer is solely responsible for the content of this announcement.

      Jena, 11 June 2024 - Based on preliminary figures for April and May, the Executive Board of Nordlicht Optik SE today decided to raise its guidance for the full year 2024.

      Revenue is now expected to reach between EUR 610 million and EUR 630 million (previously: EUR 560 million to EUR 590 million).

      Demand for inspection lenses used in chip factories in Taiwan and Arizona has been stronger than planned.

      \(last)

      Contact:
      Martin Feld
      Head of Investor Relations
      ir@norland.example
      """)
    #expect(read.body.last?.text == last)
  }

  @Test func `when the web archive saved a page is not when it came out`() throws {
    let read = try article(
      """
      http://www.norland.example/news/0317-pier.html
      Go
      MAR\tAPR\tMAY
      7 captures
      19 Mar 2011 - 2 Nov 2016
      About this capture
      Norland Post
      Old pier of Brindlemoor closed to all ferries
      By ODILE VARGA
      Published: Thursday, March 17, 2011 at 3:30 a.m.
      \(body)
      """)
    #expect(read.published?.day == 17)
  }

  // MARK: - Names

  @Test(arguments: [
    ("Auteur Sophie de Wilde", ["Sophie de Wilde"]),
    ("Anna Rautanen HS", ["Anna Rautanen"]),
    ("By Anna Rautanen III", ["Anna Rautanen III"]),
    ("Rizky Ananda - detikJogja", ["Rizky Ananda"]),
    ("Author: Varga, Anna J.", ["Anna J. Varga"]),
    ("Lucía Berenguer\nLUCÍA BERENGUER", ["Lucía Berenguer"]),
  ])
  func `the names of a byline are those of people alone`(byline: String, names: [String]) throws {
    let read = try article(
      "Old pier of Brindlemoor closed to all ferries\n\(byline)\n16 May 2023, 14:10\n\(body)")
    #expect(read.authors.map(\.name) == names)
  }

  @Test(arguments: [
    "EMBARGOED UNTIL 10:00 GMT, TUESDAY 12 MARCH 2024",
    "THE NORLAND HERALD, FRIDAY, NOVEMBER 14, 1958 PAGE THREE",
    "Norland Evening, [08.04.2024 19:12]",
  ])
  func `capitals beside a date are nobody's name, nor is a chat's`(line: String) throws {
    let read = try article(
      "\(line)\n\nOld pier of Brindlemoor closed to all ferries\n\n\(story.joined(separator: "\n\n"))")
    #expect(read.authors.isEmpty)
  }

  // MARK: - The headline

  @Test func `a longer line under the headline is its deck`() throws {
    let read = try article(
      """
      Η ΚΑΘΗΜΕΡΙΝΗ
      ΚΟΙΝΩΝΙΑ
      Το τελευταίο καΐκι της Κιμώλου πάει σχολείο
      Ένας συνταξιούχος καραβομαραγκός μαθαίνει σε εφήβους μια τέχνη που χάνεται
      Νίκος Βαρδάκης
      11.05.2024 • 07:45
      Φωτ. Βαγγέλης Ζαβός
      Ακούστε το άρθρο
      Ο Μανώλης Βενιός είναι 78 ετών και έχει φτιάξει με τα χέρια του 64 σκάφη. Το εξηκοστό πέμπτο το φτιάχνουν δώδεκα παιδιά του γυμνασίου.
      «Εγώ κάθομαι και φωνάζω», λέει γελώντας. Το μάθημα γίνεται κάθε Σάββατο στο παλιό καρνάγιο στην Ψάθη, με υλικά που πλήρωσε ο δήμος, συνολικού κόστους 7.200 ευρώ.
      Από το 1990 έως σήμερα καταστράφηκαν στην Ελλάδα περισσότερα από 13.000 παραδοσιακά σκάφη, καθώς οι επιδοτήσεις δίνονταν σε όσους τα διέλυαν.
      Η δεκατετράχρονη Άννα Μάραγκα ήρθε για να μην κάνει άλγεβρα. «Τελικά όλο μετράμε», λέει. Θέλει να σπουδάσει ναυπηγός.
      Το καΐκι θα πέσει στο νερό στις 15 Αυγούστου. Όνομα δεν έχει ακόμη· τα παιδιά θα ψηφίσουν.
      Διαβάστε επίσης
      Οι φάροι που ψάχνουν φύλακα
      Ακολουθήστε το kathimerini.gr στο Google News και μάθετε πρώτοι όλες τις ειδήσεις
      ΔΗΜΟΦΙΛΗ
      Τι αλλάζει στα διόδια από τη Δευτέρα
      """)
    #expect(read.headline == "Το τελευταίο καΐκι της Κιμώλου πάει σχολείο")
  }

  @Test func `where a note was copied from is not its headline`() throws {
    let read = try article(
      "Notizbuch: Presse\nErstellt: 20.02.2024 08:14\nQuelle: https://www.bote.example/turmuhr-steht-still\n"
        + "Turmuhr steht still, und das Dorf kommt zu spät\nVon Thomas Kröger\n"
        + "Seit dem Sturm vor drei Wochen zeigt die Turmuhr von Werleshausen zehn nach vier, und das Dorf kommt zu spät.\n"
        + "Zwei Taufen, ein Skatturnier und eine Sitzung begannen seither mit Verspätung, wie die Pfarrerin sagt."
    )
    #expect(read.headline == "Turmuhr steht still, und das Dorf kommt zu spät")
  }

  @Test func `a caption with its credit is never the headline`() throws {
    let read = try article(
      """
      Kotimaa | Rautatiet
      Juna kulkee taas Ristijärvelle, ja ensimmäisellä matkalla loppui pulla
      Asema oli suljettuna 36 vuotta. Nyt siinä pysähtyy kaksi junaa päivässä.
      Kuuntele artikkeli
      Odottavia matkustajia Ristijärven asemalla torstaina. KUVA: Sami Kettunen
      Anna Rautanen HS
      8.2.2024 17:35 | Päivitetty 8.2.2024 19:02
      Ristijärven asemalaiturilla seisoi aamulla 212 ihmistä. Se on joka kuudes kunnan asukas.
      Kun juna tuli, soittokunta aloitti väärän kappaleen, mutta kukaan ei välittänyt siitä mitään.
      VR kokeilee pysähdystä kahden vuoden ajan, ja jatko riippuu siitä, nouseeko kyytiin matkustajia.
      """)
    #expect(read.headline == "Juna kulkee taas Ristijärvelle, ja ensimmäisellä matkalla loppui pulla")
  }
}
