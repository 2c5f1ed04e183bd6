import Testing

@testable import Normalization

/// What stands between the header of a pasted text and its first paragraph, around pictures, and below the last paragraph.
@Suite struct PastedMarginTests {
  private let story = pierStory
  private let title = "Old pier of Brindlemoor closed to all ferries"
  private let shown = "The pillars at low tide seen from the ramp of the old pier"

  // MARK: - Captions

  @Test func `what stands below the name of an agency alone is the caption`() throws {
    let read = try article(
      "Home\nNews\nSport\n\(title)\nPublished\n16 May 2023\nShare\nSave\nGetty Images\n\(shown)\n"
        + story.joined(separator: "\n"))
    #expect(read.headline == title)
    #expect(read.published?.description.hasPrefix("2023-05-16") == true)
    #expect(read.images.map(\.caption) == [shown])
    #expect(read.images.map(\.credit) == ["Getty Images"])
    #expect(read.body.map(\.text) == story)
  }

  @Test func `between paragraphs a short line below the name of an agency is a subhead`() throws {
    let parts = [story[0], story[1], "Nine pillars", story[2], story[3]]
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(story[0])\n\(story[1])\nReuters\nNine pillars\n\(story[2])\n\(story[3])"
    )
    #expect(read.body.map(\.text) == parts)
  }

  @Test func `a caption with its credit over the same caption is no text`() throws {
    let caption = "The pillars are seen at low tide from the ramp."
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(caption) - Coast Daily\n\(caption)\n"
        + story.joined(separator: "\n"))
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a picture whose words for those who cannot see it are its caption is one picture`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(shown)\n\(shown) (AP Photo/Mara Holt)\n"
        + story.joined(separator: "\n"))
    #expect(read.images == [Figure(caption: shown, credit: "AP Photo/Mara Holt")])
  }

  @Test func `a credit has its own brackets and none of those around it`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(shown) (Foto: Mara Holt (Nordbild))\n"
        + story.joined(separator: "\n"))
    #expect(read.images.map(\.credit) == ["Mara Holt (Nordbild)"])
    #expect(
      tidied("(AP Photo/Mara Holt) more >") == "AP Photo/Mara Holt" && tidied("(Mara Holt).") == "Mara Holt")
  }

  @Test func `a line that is no sentence over a credit in brackets is a caption`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(story[0])\n\(story[1])\n\(shown)\n(Photo: Mara Holt)\n\(story[2])\n\(story[3])"
    )
    #expect(read.body.map(\.text) == story)
  }

  @Test(arguments: ["Mara Holt/Coast Daily", "Mara Holt / Coast Daily"])
  func `a sentence over the photographer's name is a caption before the text begins`(credit: String) throws {
    let caption = "The choir of Brindlemoor rehearses on Thursdays at the end of the old pier."
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(caption)\n\(credit)\n"
        + story.joined(separator: "\n"))
    #expect(read.images.map(\.credit) == [credit])
    #expect(read.body.map(\.text) == story)
  }

  // MARK: - Headlines

  @Test func `a headline in two lines stands over a deck in two lines`() throws {
    let read = try article(
      """
      Tuesday, 16 May 2023   LOCAL   Page 7

      The coast loses its
      longest walk on water
      Engineers counted the holes for a year.
      Then they closed the gate.

      By Odile Varga

      \(story.joined(separator: "\n\n"))
      """)
    #expect(read.headline == "The coast loses its longest walk on water")
  }

  @Test func `below the date stands the headline, whatever the picture under it shows`() throws {
    let read = try article(
      "Coast News\nTuesday 16 May 2023, 09:12\n\(title)\nBrindlemoor Trust\nThe nine pillars of the old pier seen from the ramp in spring\n"
        + story.joined(separator: "\n"))
    #expect(read.headline == title)
  }

  // MARK: - Between header and text

  @Test func `the last point of a summary is no text`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\nSummary\nOld pier closes in the spring for all ferries\n"
        + "Nine of its pillars have holes in them\nBuses run until the end of June\n"
        + story.joined(separator: "\n"))
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a word alone below the buttons of the header is one of them`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\nShare\nSave\nOverview\n" + story.joined(separator: "\n"))
    #expect(read.body.map(\.text) == story)
  }

  @Test func `hashtags over the first paragraph are no text`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n#piers #coast #Brindlemoor\n" + story.joined(separator: "\n"))
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a first paragraph without a full stop is the standfirst where all others have theirs`() throws {
    let deck = "The trust of the harbour has no money for new pillars, and says that it will not borrow any"
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\nPhoto: Mara Holt\n\(deck)\n" + story.joined(separator: "\n"))
    #expect(read.standfirst == deck)
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a paragraph that starts with its genre in capitals is the standfirst, and no dateline`() throws
  {
    let deck = "PORTRAIT - À 67 ans, Odile Marchais entretient encore onze horloges. Elle cherche quelqu’un."
    let read = try article("\(title)\nBy Odile Varga\n16 May 2023\n\(deck)\n" + story.joined(separator: "\n"))
    #expect(read.standfirst == deck)
    #expect(read.dateline == nil)
    #expect(read.body.map(\.text) == story)
  }

  @Test func `what stands over the dateline is the standfirst`() throws {
    let deck = "The trust of the harbour has no money for new pillars, and says that it will not borrow any."
    let opening =
      "LONDON, May 16 (Reuters) - The old pier of Brindlemoor will be closed to all ferries from the spring."
    let read = try article(
      "\(title)\nBy Odile Varga\nMay 16, 2023\n\(deck)\n\(opening)\n"
        + story.dropFirst().joined(separator: "\n"))
    #expect(read.standfirst == deck)
    #expect(read.body.map(\.text) == [opening] + story.dropFirst())
  }

  // MARK: - Related stories

  @Test func `one related article has one title, and a subhead may follow`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(story[0])\n\(story[1])\nRelated article\n"
        + "The ferry that ran aground in the harbour\nNo more summers\n\(story[2])\n\(story[3])")
    #expect(read.body.map(\.text) == [story[0], story[1], "No more summers", story[2], story[3]])
  }

  @Test(arguments: ["Read more from Coast News:", "Читайте на Берег Pro"])
  func `a label of more words over titles is none of the text, nor are they`(label: String) throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(story[0])\n\(story[1])\n\(label)\n"
        + "The ferry that ran aground in the harbour\nThe bridge that was opened twice\n\(story[2])\n\(story[3])"
    )
    #expect(read.body.map(\.text) == story)
  }

  @Test func `a box under two labels is none of the text`() throws {
    let read = try article(
      "\(title)\nBy Odile Varga\n16 May 2023\n\(story[0])\n\(story[1])\nاقرأ أيضا\nأخبار ذات صلة\n"
        + "طوابير الخبز تعود إلى بيروت\n\(story[2])\n\(story[3])")
    #expect(read.body.map(\.text) == story)
  }

  // MARK: - The end

  @Test func `the last paragraph below a gallery's label is text`() throws {
    let read = try article(
      "\(title)\n16 May 2023\n\(story[0])\n\(story[1])\n\(story[2])\nFotogalerie\n6 fotografií\n\(story[3])\n"
        + "Author: Odile Varga\nMost read\nThe ferry that ran aground")
    #expect(read.body.map(\.text) == story)
    #expect(read.authors.map(\.name) == ["Odile Varga"])
  }

  // MARK: - Who wrote

  @Test func `a name over a place with its state is who wrote`() throws {
    let read = try article(
      "\(title)\n16 May 2023\nQuirina Couto\nSantarém (PA)\n" + story.joined(separator: "\n"))
    #expect(read.authors.map(\.name) == ["Quirina Couto"])
  }

  @Test func `a name with its part in brackets is who wrote, and the photographer is not`() throws {
    let read = try article(
      "\(title)\nQuirina Salvador (texto) e Nelson Garrido (fotografia)\n16 May 2023\n"
        + story.joined(separator: "\n"))
    #expect(read.authors.map(\.name) == ["Quirina Salvador"])
  }

  @Test func `the dateline of a Korean agency is of the text, and names the reporter`() throws {
    let opening = "(울릉=연합뉴스) 손대성 기자 = 경북 울릉군에서 20년간 하루도 쉬지 않은 우체부가 주민들의 도움으로 첫 휴가를 떠났다."
    let rest = "24일 울릉우체국에 따르면 집배원 김철호(52)씨는 지난 17일부터 닷새간 제주도에서 휴가를 보냈다."
    let read = try article("울릉도 우체부, 20년 만에 첫 휴가\n송고시간2024-06-24 07:05\n\(opening)\n\(rest)")
    #expect(read.headline == "울릉도 우체부, 20년 만에 첫 휴가")
    #expect(read.authors.map(\.name) == ["손대성"])
    #expect(read.dateline == "(울릉=연합뉴스) 손대성 기자")
    #expect(read.body.map(\.text) == [opening, rest])
  }

  @Test func `names under a label below the text are who wrote`() throws {
    let read = try article(
      "\(title)\n16 May 2023\n" + story.joined(separator: "\n")
        + "\nTags\npiers\nferries\nAuthors\nOdile Varga")
    #expect(read.authors.map(\.name) == ["Odile Varga"])
  }

  @Test(arguments: ["Автор, Глеб Артюхов", "نویسنده، مهرداد کاشانی", "Autor, Pablo Rojas"])
  func `what a page says to those who do not see it names the author in more languages`(line: String) throws {
    let read = try article("\(title)\n\(line)\n16 May 2023\n" + story.joined(separator: "\n"))
    #expect(read.authors.count == 1)
  }
}
