import Testing

@testable import Normalization

/// Mails, and pages saved as mails: what is taken for one, and what of it is read.
@Suite struct MailTests {
  private static let story =
    "The mill in Dunmere turned again on Monday, after it had stood still for all of eleven years and more.\n\n"
    + "Nobody in the town had thought that it would be heard again, officials said on the same day.\n"

  private func read(_ mail: String) throws -> Article {
    try #require(
      articles(
        in: SourceFile(name: [], sha256: "", bytes: Array(mail.utf8)), options: NormalizationOptions()
      ).first)
  }

  @Test(arguments: [
    ("Message-ID: <1@x>\nSubject: Old mill\n\nText", true),
    ("\r\nMIME-Version: 1.0\r\nX: y\r\n\r\n", true),
    ("From jo Mon May  3 10:00:00 2024\nReceived: from x\n by y\nTo: z\n\n", true),
    // What somebody copied, and what looks like fields.
    ("From: Jo Fenn\nSubject: Old mill\n\nText", false), ("Dunmere: the mill turns\nAgain\n", false),
    ("Content-Type: text/html\n", false), ("", false), ("<html>", false),
    ("Title: Mill\nContent-Type: article\nAuthor: Jo\n\nText", false),
    ("Received: 12 May\nAccepted: 14 May\n\nText", false),
    ("\u{FEFF}Message-ID: <1@x>\nSubject: Old mill\n\nText", true),
    ("Message-ID: <1@x>\nSubject: Old mill\nTo: x\nThe mill turned again.", true),
  ])
  func `a mail begins with fields that only mails have`(file: String, expected: Bool) {
    #expect(MailPart.isMail(Array(file.utf8)) == expected)
  }

  @Test(arguments: [
    ("=?utf-8?Q?caf=C3=A9_au_lait?=", "café au lait"),
    ("=?ISO-8859-1?B?Y2Fm6Q==?= au =?iso-8859-1*fr?q?caf=E9?=", "café au café"),
    // A letter cut in two; white space between encoded words.
    ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café"), ("plain", "plain"), ("café", "café"),
    ("a =?x?Q?b", "a =?x?Q?b"), ("=?utf-8?Z?b?=", "=?utf-8?Z?b?="),
  ])
  func `the words of a header are decoded`(value: String, expected: String) {
    #expect(EncodedWords.decoded(Array(value.utf8)) == expected)
  }

  @Test(arguments: [
    ("caf=C3=A9 =\r\nau lait", "café au lait"), ("a=3Db=\nc", "a=bc"), ("100 = 50", "100 = 50"),
    ("a =  \t\nb", "a b"), ("a=", "a"), ("=c3=a9", "é"),
  ])
  func `quoted-printable is decoded, and what is none stays`(text: String, expected: String) {
    #expect(String(decoding: decodedQuotedPrintable(Array(text.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    (" text/html; charset=utf-8", "utf-8"), (" text/html;\tCHARSET = \"iso-8859-1\" ; x=y", "iso-8859-1"),
    (" text/html; name=\"a;charset=b\"; charset=c", "c"), (" text/html", nil), (" text/html; charset", nil),
  ])
  func `a parameter is found`(value: String, expected: String?) {
    #expect(MailField(name: "content-type", value: Array(value.utf8)).parameter("charset") == expected)
  }

  @Test func `a header says what the text does not`() throws {
    let found = try read(
      "Message-ID: <1@x>\nSubject: Re: [list] FW: Old mill turns\n again\nDate: Fri, 3 May 2024 10:00:00 +0200\n\n"
        + Self.story)
    #expect(found.headline == "Old mill turns again")
    #expect(found.published?.description == "2024-05-03T10:00:00+02:00")
    #expect(found.body.count == 2)
    #expect(found.source.format == "message/rfc822")
  }

  @Test func `of two ways to say the same the page counts, unless it says less`() throws {
    func mail(_ html: String) -> String {
      "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n\(Self.story)\n--b\n"
        + "Content-Type: text/html\n\n\(html)\n--b--\n"
    }
    let paragraphs = Self.story.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
    #expect(try read(mail("<h1>Old mill</h1>\(paragraphs)")).headline == "Old mill")
    #expect(try read(mail("<h1>Old mill</h1><p>See the text.</p>")).body.count == 2)
  }

  @Test func `a file that came along counts where the mail itself has no article`() throws {
    let attached = "Content-Disposition: attachment; filename=a.txt\n\n\(Self.story)\n"
    let mail = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
    #expect(try read("\(mail)Hi\n--b\n\(attached)--b--\n").body.count == 2)
    let note = "Here comes the story of the mill, which I have checked with the council, as you asked me to."
    #expect(try read("\(mail)\(note)\n--b\n\(attached)--b--\n").body.count == 1)
    let long = attached + "\n" + Self.story + Self.story.replacing("Dunmere", with: "Tarrow")
    #expect(try read("\(mail)\(note)\n--b\n\(long)--b--\n").body.count > 2)
  }

  @Test(arguments: [
    // No last boundary, a boundary that begins another, none at all, a part without a header, too deep a nest.
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSTORY",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\nSTORY\n--bb--\n--b--",
    "Content-Type: multipart/mixed; boundary*0=\"b\"; boundary*1=c\n\n--bc\n\nSTORY\n--bc--",
    "Content-Type: multipart/mixed; boundary=other\n\n--b\n\nSTORY\n--b--",
    "Content-Type: multipart/mixed\n\nSTORY", "Content-Type: text\n\nSTORY",
    "Content-Type: text/plain charset=utf-8\n\nSTORY", "Content-Type: text/x-strange\n\nSTORY",
    "Content-Type: application/octet-stream; name=\"a.txt\"\n\nSTORY",
    "Content-Type: text/plain; charset=nowhere\nContent-Transfer-Encoding: strange\n\nSTORY",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nSTORY\n--b--",
  ])
  func `a mail that breaks the rules is read all the same`(mail: String) throws {
    let mail = "MIME-Version: 1.0\n" + mail.replacing("STORY", with: Self.story)
    #expect(try read(mail).body.count == 2)
  }

  @Test(arguments: [
    "MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "MIME-Version: 1.0\nX: y",
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\nnothing",
  ])
  func `a mail without an article is none`(mail: String) {
    #expect(throws: NormalizationError.self) { try read(mail) }
  }

  @Test func `the first line of a mail is its headline, unless it is a salutation`() throws {
    let paragraphs = Self.story.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
    let header = "MIME-Version: 1.0\nSubject: Fwd: For you\nContent-Type: text/html\n\n"
    let found = try read("\(header)<p><b>Old mill turns again</b></p>\(paragraphs)")
    #expect(found.headline == "Old mill turns again" && found.body.count == 2)
    #expect(try read("\(header)<p>Dear colleagues of the press,</p>\(paragraphs)").headline == "For you")
  }

  @Test func `a line over the text that says more of it than the subject is its headline`() throws {
    let paragraphs = pierStory.map { "<p>\($0)</p>" }.joined()
    for tag in ["h2", "b", "div"] {
      let page =
        "MIME-Version: 1.0\nDate: Fri, 3 May 2024 10:00:00 +0000\nSubject: Your weekly briefing\nContent-Type: text/html\n\n"
      let found = try read(page + "<\(tag)>Pier to close to ferries for two years</\(tag)>\(paragraphs)")
      #expect(found.headline == "Pier to close to ferries for two years")
      #expect(found.body.map(\.text) == pierStory)
      // "for two years" is not so long ago.
      #expect(found.published?.description.prefix(10) == "2024-05-03")
    }
  }

  @Test(arguments: [
    "FW: x", "WG: x", "TR : x", "Rif: x", "R: x", "VL: x", "RE[2]: x", "Re(3): FW: x", "İlt: x",
    "Továbbítás: x", "ΠΡΘ: x", "Отв: x",
    "転送: x", "답장: x", "إعادة توجيه: x", "[harbour] Re: x",
  ])
  func `a subject is without what answers and lists put before it`(subject: String) {
    #expect(plainSubject(subject) == "x")
  }

  @Test(arguments: ["Vote: x", "UK: x", "A question of trust: x"])
  func `other words before a colon are of the subject`(subject: String) {
    #expect(plainSubject(subject) == subject)
  }

  @Test(arguments: [
    "Am Mo., 2. März 2026 um 10:00 Uhr schrieb Bo Lund <bo@lund.example>:",
    "пн, 2 мар. 2026 г. в 10:00, Bo Lund <bo@lund.example>:",
    "Bo Lund <bo@lund.example> 于2026年3月2日周一 10:00写道：",
    "2026년 3월 2일 (월) 오전 10:00, Bo Lund <bo@lund.example>님이 작성:",
    "On Monday, 2 March 2026 at 10:00, Bo Lund of the harbour <bo@lund.example>\nwrote:",
  ])
  func `the mail that is answered is none of the text`(announcement: String) throws {
    let text = pierStory.joined(separator: "\n\n")
    let found = try read(
      "Message-ID: <1@x>\nSubject: Pier\n\n\(text)\n\n\(announcement)\n\n> Could you send me the piece?\n> Bo\n"
    )
    #expect(found.body.map(\.text) == pierStory)
  }

  @Test(arguments: [
    "Un saludo,\nAnn", "Üdvözlettel:\nAnn Reed", "Inviato da iPhone",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Du får detta mejl eftersom du prenumererar på vårt nyhetsbrev.\nAvsluta prenumerationen",
    "Вы получили это письмо, потому что подписаны на нашу рассылку.\nОтписаться от рассылки",
    "Le informazioni contenute in questo messaggio sono riservate e destinate esclusivamente al destinatario.",
    "Esta mensagem pode conter informação confidencial e é destinada exclusivamente ao seu destinatário.",
    "_______________________________________________\nHarbour mailing list\nHarbour@lists.example\nhttps://lists.example/harbour",
  ])
  func `greetings, the names of programs and the foot of a mail are none of the text`(foot: String) throws {
    let text = pierStory.joined(separator: "\n\n")
    let found = try read("Message-ID: <1@x>\nSubject: Old pier closes\n\n\(text)\n\n\(foot)\n")
    #expect(found.body.map(\.text) == pierStory)
  }

  @Test func `what stands over a mail that is forwarded in the text is none of it`() throws {
    let header =
      "---------- Forwarded message ---------\nFrom: Ann Roe <ann@x>\nDate: Fri, May 3, 2024 at 9:02 AM\n"
      + "Subject: FW: Old mill turns again\nTo: desk@x\n\n"
    let found = try read("Message-ID: <1@x>\nSubject: Fwd: For you\n\nSee below.\n\n\(header)\(Self.story)")
    #expect(found.headline == "Old mill turns again" && found.body.count == 2)
    #expect(found.published?.description == "2024-05-03T09:02:00")
    #expect(found.furniture.prefix(3).map(\.text).last == "From: Ann Roe <ann@x>")
    // The mail that an answer quotes.
    let answer = try read("Message-ID: <1@x>\nSubject: Re: Mill\n\n\(Self.story)\n\(header)Is it so?\n")
    #expect(answer.headline != "Old mill turns again" && answer.body.count >= 2)
  }

  @Test func `an article that quotes a mail or announces an event stays whole`() throws {
    let mail = "From: Ann Roe <ann@x>\nTo: Jo Fenn <jo@x>\nDate: 3 May 2024\nSubject: The cracks\n\n"
    let paragraphs = (1...8).map {
      "The council said for the \($0)th time on Monday that the old mill would stand.\n\n"
    }
    let press = "Old mill turns again\n\n\(paragraphs[..<5].joined())\(mail)\(paragraphs[5...].joined())"
    let found = try read(press)
    #expect(found.headline == "Old mill turns again" && found.body.first?.text.contains("1th") == true)
    let event =
      "Old mill turns again\n\nDate: Saturday, 12 May\nFrom: 10 am\nTo: 4 pm\n\n\(paragraphs.joined())"
    #expect(try read(event).headline == "Old mill turns again")
    let form = "Old mill turns again\n\nFrom:\nTo:\nSubject:\n\n\(paragraphs.joined())"
    #expect(try read(form).headline == "Old mill turns again")
  }

  @Test func `a text that a picture parts is one`() throws {
    let halves = Self.story.split(separator: "\n\n")
    let found = try read(
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n\(halves[0])\n--b\nContent-Type: image/png\n\nx\n"
        + "--b\n\n\(halves[1])\n--b--\n")
    #expect(found.body.count == 2)
  }

  @Test func `a mail that was handed on is by whom its byline names`() throws {
    let header =
      "---------- Forwarded message ---------<br>From: <b>Post Online</b> &lt;news@post.example&gt;<br>Date: 3 May 2024<br>Subject: Old mill turns again<br>To: Jo &lt;jo@post.example&gt;"
    let text = Self.story.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined()
    let found = try read(
      "MIME-Version: 1.0\nContent-Type: text/html\n\n<div>See below<br><br><div>\(header)<br></div><h1>Old mill turns again</h1>"
        + "<p>By Ann Vexley</p>\(text)</div>")
    #expect(found.authors.map(\.name) == ["Ann Vexley"])
    #expect(found.body.count == 2)
  }

  @Test(arguments: ["<p>By Ann Vexley</p>", "<p>Ann Vexley</p>", "<p>All the news</p><p>Ann Vexley</p>"])
  func `headline and byline of a mail may be no more than lines`(lines: String) throws {
    let text = Self.story.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined()
    let header =
      "<div><p><b>From:</b> Post Agency &lt;news@post.example&gt;<br><b>Sent:</b> 3 May 2024<br><b>To:</b> Jo &lt;jo@post.example&gt;<br><b>Subject:</b> Old mill turns again</p></div>"
    let found = try read(
      "MIME-Version: 1.0\nFrom: \"Ann Vexley\" <ann@post.example>\nSubject: Fwd: Old mill turns again\nContent-Type: text/html\n\n"
        + "<div><p>For the weekend?</p>\(header)<p><b>Old mill turns again</b></p>\(lines)\(text)</div>")
    #expect(found.authors.map(\.name) == ["Ann Vexley"])
    #expect(found.body.map(\.text).filter { $0.contains("mill turns again") || $0.contains("Vexley") } == [])
  }

  @Test func `flowed lines go on`() throws {
    let found = try read(
      "MIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
        + Self.story.replacing("on Monday, ", with: "on Monday, \n"))
    #expect(found.body.count == 2)
  }

  @Test(arguments: ["Dear editors,", "Hi Jo!", "Liebe Kollegen"])
  func `a salutation is no headline`(greeting: String) throws {
    let found = try read("Message-ID: <1@x>\nSubject: Old mill turns again\n\n\(greeting)\n\n\(Self.story)")
    #expect(found.headline == "Old mill turns again" && found.body.count == 2)
  }

  @Test(arguments: [
    "Subject: \(String(repeating: "=?utf-8?Q?x ", count: 200_000))",
    String(repeating: "X: y\n", count: 200_000),
  ])
  func `headers without an end take no longer than others`(header: String) throws {
    #expect(try read("MIME-Version: 1.0\n\(header)\n\n\(Self.story)").body.count == 2)
  }

  @Test func `nests without an end take no longer than others`() {
    var mail = "MIME-Version: 1.0\n"
    for depth in 0..<5000 { mail += "Content-Type: multipart/mixed; boundary=\(depth)\n\n--\(depth)\n" }
    #expect(throws: NormalizationError.self) { try read(mail) }
  }

  @Test(.enabled(if: WireCases.exist)) func `mails that others wrote give their texts`() throws {
    struct Case: Decodable {
      var text_bodies: [String?]?
      var html_bodies: [String?]?
      var attachment_count: Int?
    }
    var judged = 0
    for (name, expected) in try WireCases.cases("email", as: Case.self) {
      let texts = ((expected.text_bodies ?? []) + (expected.html_bodies ?? [])).compactMap(\.self)
      // What came along is not among the expected texts, and in some of them there is what nobody could read.
      guard texts.contains(where: { $0.split(separator: " ").count > 60 }), expected.attachment_count == 0,
        !texts.contains(where: { $0.contains("\u{FFFD}") })
      else { continue }
      let file = SourceFile(name: [], sha256: "", bytes: try WireCases.bytes("email", name))
      let found = try #require(try articles(in: file, options: .init()).first, "\(name)")
      let known = Set(texts.flatMap { $0.split { !$0.isLetter } })
      let words = found.body.flatMap { $0.text.split { !$0.isLetter } }
      let strange = words.count { !known.contains($0) }
      if strange * 20 > words.count {
        Issue.record("\(name): \(strange) of \(words.count) words are not its own")
      }
      judged += 1
    }
    #expect(judged > 8)
  }
}
