import Testing

@testable import Normalization

/// The boxes, notices and boxes about authors that stand between and below the paragraphs of pasted texts.
@Suite struct PastedBoxTests {
  private let story = pierStory
  private let title = "Old pier of Brindlemoor closed to all ferries"

  private func paste(_ lines: [String], between last: Int = 2) throws -> Article {
    try article(
      (["Home", "News", title, "By Odile Varga", "16 May 2023"] + story[..<last] + lines + story[last...])
        .joined(separator: "\n"))
  }

  // MARK: - Boxes

  @Test(arguments: [
    [
      "Sign up to Coast Weekly", "Free weekly newsletter", "All that happened between the two lighthouses.",
      "Enter your email address", "Sign up",
      "Privacy Notice: Newsletters may contain information about charities, online ads, and content funded by outside parties.",
      "after newsletter promotion",
    ],
    [
      "list of 2 items", "list 1 of 2", "Nine pillars", "list 2 of 2",
      "The last ferry to leave from a wooden pier", "end of list",
    ],
    ["Lesen Sie auch", "Nordsee", "Warum die Insel keine Autos braucht"],
    ["Noticia relacionada", "general", "No", "No", "El muelle viejo cierra en primavera", "Jorge Abad"],
    ["DEN GAMLE BRYGGEN STENGER FOR ALLE FERGER TIL VÅREN"],
    [
      "A fishing boat on the beach",
      "A fishing boat lies on the beach of Brindlemoor (Mara Holt/Coast Daily)",
    ],
    ["The news of the day comes in the Coast Briefing newsletter. Sign up here."],
    ["Pie de foto, El muelle viejo de Brindlemoor visto desde la rampa."],
  ])
  func `a box between the paragraphs is no text, nor parts it`(box: [String]) throws {
    #expect(try paste(box).body.map(\.text) == story)
  }

  @Test func `a subhead in capitals stays`() throws {
    let read = try paste(["HOW THE NINE PILLARS GREW OLD"])
    #expect(read.body.map(\.text).contains("HOW THE NINE PILLARS GREW OLD"))
  }

  @Test func `a box with a word or two over its title is followed by two paragraphs of the text`() throws {
    let read = try paste(["Recommended", "Coast towns", "Fund takes stake in the lender of the islands"])
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a short sentence right over the line that ends the text is of it`() throws {
    let read = try paste(
      ["The council has not replied.", "Corrections and clarifications|Submit a news tip|"], between: 4)
    #expect(read.body.map(\.text) == story + ["The council has not replied."])
  }

  @Test func `a label in small letters is no part of the headline above`() throws {
    let read = try article(
      "Home\nNews\n\(title) today\nvideo\nBy Odile Varga\n16 May 2023\n" + story.joined(separator: "\n"))
    #expect(read.headline == "\(title) today")
  }

  // MARK: - Summaries over the text

  @Test(arguments: ["Key Points", "L’essentiel", "Das Wichtigste in Kürze"])
  func `the sentences of a summary end where the blank lines begin`(label: String) throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\n\(label)\nThe old pier closes in the spring.\nNine of its pillars have holes.\n"
        + "Buses run until the end of June.\n\n" + story.joined(separator: "\n\n"))
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a sentence much longer than the points of a summary begins the text`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\nKey Points\nThe old pier closes in the spring.\nNine of its pillars have holes.\n"
        + story.joined(separator: "\n"))
    #expect(read.body.map(\.text) == story)
  }

  // MARK: - Who wrote

  @Test(arguments: [
    "Odile Varga writes about harbours and the people in them.",
    "Odile Varga est maîtresse de conférences en sociologie à l’université de Brindlemoor.",
  ])
  func `a paragraph below the text that starts with the author's name is about the author`(box: String) throws
  {
    let read = try paste([box], between: 4)
    #expect(read.body.map(\.text) == story)
    #expect(read.authors.map(\.name) == ["Odile Varga"])
  }

  @Test func `who signs with the day in brackets is the author, and the paragraph is text`() throws {
    let last =
      "Der Rat zahlt für Busse zum neuen Kai, und was danach kommt, sagt er nicht. (Anna Huber, 12.3.2024)"
    let read = try article("\(title)\n12. März 2024, 06:00\n" + (story + [last]).joined(separator: "\n"))
    #expect(read.body.map(\.text) == story + [last])
    #expect(read.authors.map(\.name) == ["Anna Huber"])
  }

  @Test func `a name under its portrait and over the paper is the author, and no headline`() throws {
    let read = try article(
      "Harlan Courier\nNews\nSports\n\(title)\nPortrait of Krystal Oberlin\nKrystal Oberlin\nHarlan Courier\nDec. 5, 2024, 5:03 a.m. ET\n"
        + story.joined(separator: "\n"))
    #expect(read.headline == title)
    #expect(read.authors.map(\.name) == ["Krystal Oberlin"])
  }

  @Test func `names over the house and its office are the authors`() throws {
    let read = try article(
      "Home\nNews\nSport\n\(title)\n14 September 2024\nShare\nSave\nHuw Tredwell and Eleri Penhale\nCoast News, Brindlemoor\n"
        + story.joined(separator: "\n"))
    #expect(read.authors.map(\.name) == ["Huw Tredwell", "Eleri Penhale"])
  }

  @Test func `neither whom a picture shows nor who made it is an author`() throws {
    let read = try article(
      "\(title)\nKarin Lindfors\nText\nAnders Alm\nFoto\n16 May 2023\nMara Holt in a yellow coat on the old pier\n"
        + story.joined(separator: "\n"))
    #expect(read.authors.map(\.name) == ["Karin Lindfors"])
  }

  @Test func `a label grown together with the day is parted from it`() throws {
    let read = try article(
      "\(title)\nOdile Varga in Brindlemoor\nPublishedSeptember 23 2024\n" + story.joined(separator: "\n"))
    #expect(read.published?.description.hasPrefix("2024-09-23") == true)
    #expect(read.authors.map(\.name) == ["Odile Varga"])
  }

  @Test func `the house behind a name is no part of it where it stands alone too`() throws {
    let read = try article(
      "Coast News\nPolitics\nSports\nPublished June 11, 2024 8:34am EDT\n\(title)\nBy Brett Hollander Coast News\n"
        + story.joined(separator: "\n"))
    #expect(read.authors.map(\.name) == ["Brett Hollander"])
  }

  @Test func `a caption with a day in it names no author`() throws {
    let caption = "L'épicerie de Saint-Jeures (Haute-Loire), le 3 juin 2024. (MAELLE FABRE / COTE)"
    let read = try article(
      "\(title)\nArticle rédigé par Maëlle Fabre\nPublié le 05/06/2024 07:02\n\(caption)\n\(caption)\n"
        + story.joined(separator: "\n"))
    #expect(read.authors.map(\.name) == ["Maëlle Fabre"])
    #expect(read.body.map(\.text) == story)
  }

  @Test func `the place behind the author's name below the text is none of it`() throws {
    let read = try article(
      "\(title)\n15.05.2024, 09:40\n" + story.joined(separator: "\n") + "\nАлексей Тихонов, Вологда")
    #expect(read.authors.map(\.name) == ["Алексей Тихонов"])
    #expect(read.body.map(\.text) == story)
  }
}
