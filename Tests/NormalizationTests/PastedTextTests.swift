import Testing

@testable import Normalization

/// Texts as people copy them out of pages, in many languages: what stands between the paragraphs, over them and below.
@Suite struct PastedTextTests {
  private func body(_ text: String) throws -> [String] { try article(text).body.map(\.text) }

  // MARK: - Boxes between paragraphs

  private let mill = [
    "A weaving shed that once employed 600 people will become a market hall after its owner sold it to the town for a pound.",
    "The council has been awarded £2.3m from the government's fund to repair the roof and clear asbestos from the boiler house.",
    "Mrs Akhtar said a one-way system was being considered and that residents would be consulted in the summer.",
  ]

  @Test func `a box of other titles under a label of the page's end parts no text`() throws {
    let text = """
      Mill owner hands keys of weaving shed to town
      18 April 2024
      \(mill[0])
      Recommended reading
      Canal towpath to shut for five weeks
      Plans for 90 homes at old dye works thrown out
      The pub that refused to die
      \(mill[1])
      \(mill[2])
      """
    #expect(try body(text) == mill)
  }

  @Test func `a list that the page announces is taken out of the text whole`() throws {
    let text = """
      Mill owner hands keys of weaving shed to town
      18 April 2024
      \(mill[0])
      Also read
      list of 2 items
      list 1 of 2
      Divers clear the canal of trolleys
      list 2 of 2
      Why do mills burn?
      end of list
      \(mill[1])
      \(mill[2])
      """
    #expect(try body(text) == mill)
  }

  @Test func `a box between its label and the end of that is taken out, with the offer to skip it`() throws {
    let text = """
      Mill owner hands keys of weaving shed to town
      Article information
      Author, Dora Fitch
      Role, Gazette News, Burnt Mill
      18 April 2024
      \(mill[0])
      Skip Recommended stories and continue reading
      Recommended stories
      Canal towpath to shut for five weeks
      Why do mills burn?
      End of Recommended stories
      \(mill[1])
      \(mill[2])
      """
    let read = try article(text)
    #expect(read.body.map(\.text) == mill)
    #expect(read.headline == "Mill owner hands keys of weaving shed to town")
    #expect(read.authors.map(\.name) == ["Dora Fitch"])
  }

  @Test func `a short sentence behind a link to another story is the end of the text`() throws {
    let text = """
      Mill owner hands keys of weaving shed to town

      April 18, 2024

      \(mill[0])

      \(mill[1])

      Read more: How the mills emptied

      The shed opens in May.

      Sign up for our newsletter

      Comments
      """
    #expect(try body(text) == [mill[0], mill[1], "The shed opens in May."])
  }

  // MARK: - Interviews

  @Test func `a question of two sentences is text where others are`() throws {
    let turns = [
      "Frau Wiegand, wie oft sind Sie im Watt stecken geblieben?",
      "Ich habe irgendwann aufgehört zu zählen. Ernsthaft gefährlich war es zweimal, und beide Male lag es am Telefon.",
      "Was haben Sie dabei gelernt?",
      "Dass man sich flach hinlegen muss. Das gilt übrigens auch für Sitzungen im Landtag.",
      "Das Land will nun 3000 Hektar fluten. Reicht das?",
      "Nein. Es ist ein Anfang, aber in Niedersachsen sind mehr als 90 Prozent der Flächen entwässert.",
      "Die Bauern fürchten um ihre Weiden. Verstehen Sie das?",
      "Natürlich. Meine Eltern hatten selbst Milchkühe. Man muss ihnen etwas anbieten, wovon sie leben können.",
    ]
    let text =
      "Interview\n\n„Das Watt hat keine Eile“\n\n14.03.2024, 06:02 Uhr\n\n" + turns.joined(separator: "\n\n")
    #expect(try body(text) == turns)
  }

  // MARK: - Headlines

  private let clock = [
    "The clock on the bell tower stopped in September 1923. Since then its hands have stood at 4:17, and the town got used to it.",
    "Now the council argues whether to set it right or let it live its own life; 72 percent of residents prefer the latter.",
  ]

  @Test func `the line below byline and date is the headline, and what follows it the standfirst`() throws {
    let text = """
      March 3, 2024
      Anna Lee
      Town clock ran slow for a century, and nobody will fix it
      Restorers found a mechanism that shows the time of 1923
      \(clock[0])
      \(clock[1])
      """
    #expect(try article(text).headline == "Town clock ran slow for a century, and nobody will fix it")
  }

  @Test func `a line of two sentences is the deck of the short line above it`() throws {
    let text = """
      Skip to content
      Home
      News
      Business
      Culture
      Sport
      Weather
      Village refuses power
      For 40 years 60 families have lived without the power grid. Now the state insists on connecting them
      Anna Lee
      January 8, 2024, 10:15
      The village was founded in 1984 by a group of engineers who wanted to live without the grid. It has grown to 60 families.
      "We are not against power, we are against the power bill," says one of the founders.
      """
    #expect(try article(text).headline == "Village refuses power")
  }

  @Test func `a paper's name over the text is no headline where a line below it repeats it`() throws {
    let text = """
      L'Écho des Combes
      Aveyron, jeudi 24 juin 2021, p. 7

      Millau : la dernière gantière forme six apprenties

      Mathilde Garrigues

      À 72 ans, Odette Vayssière tient encore l'aiguille à deux mains. Elle est la dernière gantière de Millau à coudre ainsi.

      Depuis avril, six apprenties de 18 à 41 ans s'installent chaque matin autour de sa table, dans un local de la mairie.

      Cet article est paru dans L'Écho des Combes
      """
    #expect(try article(text).headline == "Millau : la dernière gantière forme six apprenties")
  }

  @Test func `a line that is no sentence between headline and text is the standfirst`() throws {
    let text = """
      March 3, 2024

      Town clock ran slow for a century, and nobody will fix it

      Restorers found a mechanism that shows the time of 1923

      \(clock[0])

      \(clock[1])
      """
    let read = try article(text)
    #expect(read.headline == "Town clock ran slow for a century, and nobody will fix it")
    #expect(read.standfirst == "Restorers found a mechanism that shows the time of 1923")
    #expect(read.body.map(\.text) == clock)
  }

  @Test func `a short sentence below the headline is the deck, whatever stands above them`() throws {
    let text = """
      Aller au contenu
      Se connecter
      Accueil
      International
      Politique
      Partage
      Article réservé aux abonnés

      À Saint-Véran, l’école la plus haute d’Europe cherche un instituteur qui sache skier

      La classe unique compte sept élèves. Le poste est vacant depuis janvier, et la mairie promet un logement avec vue.

      Par Élodie Marchetti
      Publié le 12 mars 2024 à 05h30

      A 2 040 mètres d’altitude, la cloche de l’école sonne encore à 8 h 30, mais c’est la mère d’une élève qui la tire.

      Vingt-deux candidatures sont arrivées à la mairie, dont une de Nouvelle-Zélande. Les entretiens auront lieu en avril.
      """
    #expect(
      try article(text).headline
        == "À Saint-Véran, l’école la plus haute d’Europe cherche un instituteur qui sache skier")
  }

  // MARK: - Who wrote

  @Test(arguments: [
    (
      "Seca faz reaparecer ponte inglesa no Ceará", "Renata Vilhena\nDe Fortaleza\n14/08/2023 04h00",
      "Renata Vilhena"
    ),
    (
      "El poble que va canviar l'hora del campanar",
      "Marta Puig\nGirona. Dilluns, 29 de gener de 2024. 05:30", "Marta Puig"
    ),
    ("बंद गांव में लौटे 12 परिवार", "कविता राणा, पौड़ी\nPublished: 21 जून 2024, 08:30\nफॉलो करें", "कविता राणा"),
    ("섬마을 등대지기의 마지막 일기", "등록 2023-11-30 07:00\n오세영 기자\n기자 구독", "오세영"),
    ("הכפר שמסרב להתחבר לחשמל", "נועה ברקאי\n8 בינואר 2024, 10:15", "נועה ברקאי"),
  ])
  func `places, days and buttons beside the byline are no authors`(
    title: String, header: String, author: String
  ) throws {
    let sentences = String(
      repeating: "The mayor of the town said on Monday that nothing of all this had been decided yet. ",
      count: 2)
    let text = "\(title)\n\(header)\n\(sentences)\n\(sentences.replacing("mayor", with: "council"))"
    #expect(try article(text).authors.map(\.name) == [author])
  }

  @Test(arguments: [
    ("Της Δέσποινας Μαυρίκη", "Δέσποινα Μαυρίκη"), ("Του Γιάννη Παπαδόπουλου", "Γιάννης Παπαδόπουλος"),
    ("Του Γιώργου Γεωργίου", "Γιώργος Γεωργίου"), ("Του Αγίου Νικολάου", nil), ("Της Πρωτοχρονιάς", nil),
  ])
  func `a Greek byline has the article alone, and the name in the genitive`(text: String, name: String?) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(markedAuthors(in: line)?.map(\.name) == name.map { [$0] })
  }

  private let lighthouse = [
    "무인 등대로 바뀌는 섬의 등대지기가 40년 동안 하루도 빠짐없이 쓴 일기를 박물관에 기증했다. 공책은 모두 96권이다.",
    "국립등대박물관은 이 일기를 기증받아 전시하기로 했다. 기상학자들도 안개 기록에 관심을 보이고 있다.",
  ]

  @Test func `the reporter with an address below the text is its author and no text`() throws {
    let read = try article(
      "섬마을 등대지기의 마지막 일기\n2023.11.30. 오전 7:00\n" + lighthouse.joined(separator: "\n")
        + "\n김민수 기자 minsu@hanbit.example")
    #expect(read.authors.map(\.name) == ["김민수"])
    #expect(read.body.map(\.text) == lighthouse)
  }

  @Test(arguments: [
    ("今年年底，他就要退休了。接替他的是他的儿子。（记者 赵明远）", ["赵明远"]),
    ("今年年底，他就要退休了。接替他的是他的儿子。（記者王小明）", ["王小明"]),
    ("その日の駅長は、くじ引きで決めるという。六月には見学の団体も来る。（佐久間涼子）", ["佐久間涼子"]),
    ("今年年底，他就要退休了。接替他的是他的儿子。（完）", []),
    ("今年年底，他就要退休了。接替他的是他的儿子。（责任编辑：陈立）", []),
  ])
  func `brackets at the end of the last paragraph name who wrote`(last: String, authors: [String]) throws {
    let text = """
      雪线邮路上，他开坏了四辆邮车

      2023-12-12 08:20

      早上六点，气温零下二十三度。邮车驾驶员用喷灯烤了半个小时，才把发动机点着。

      从康定到德格，604公里，海拔最高处5050米。这条邮路他跑了二十九年，开坏了四辆邮车。

      \(last)
      """
    let read = try article(text)
    #expect(read.authors.map(\.name) == authors)
    #expect(read.body.last?.text == last)
  }

  @Test func `a Vietnamese name below the text is its author`() throws {
    let text = """
      Người đàn ông 20 năm vá đường ở Cà Mau
      Thứ hai, 15/7/2024, 06:00 (GMT+7)
      Bốn giờ chiều, ông Hiền, 63 tuổi, xúc đầy một xe đá dăm rồi đẩy ra con lộ trước nhà ở huyện Trần Văn Thời.
      Hơn mười năm nay, mỗi ngày ông lấp vài ổ gà trên tuyến đường dài 17 km mà không lấy một đồng tiền công nào.
      Lê Thu Hương
      """
    let read = try article(text)
    #expect(read.authors.map(\.name) == ["Lê Thu Hương"])
    #expect(read.body.count == 2)
  }

  @Test func `how to reach the author is no text`() throws {
    let text = """
      Mill owner hands keys of weaving shed to town
      By Howard Pell
      \(mill.joined(separator: "\n"))
      Howard Pell can be reached at hpell@ledger.example.
      """
    #expect(try body(text) == mill)
  }

  @Test func `one name alone below a text is who sent it, and nobody who wrote it`() throws {
    let read = try article(
      "Mill owner hands keys of weaving shed to town\nBy Howard Pell\n" + mill.joined(separator: "\n")
        + "\nMartha")
    #expect(read.body.map(\.text) == mill)
    #expect(read.authors.map(\.name) == ["Howard Pell"])
  }

  @Test func `a reader view has the author between the headline and the time that reading takes`() throws {
    let text = """
      waldpost.example
      Der Bäcker, der nachts Gedichte druckt
      Annegret Solms
      5–6 Minuten

      In Mühlbach hat ein Bäcker die alte Druckpresse seines Großvaters in Gang gesetzt. Jede Tüte trägt nun ein Gedicht.

      Um zwei Uhr nachts, wenn der Teig ruht, geht Karl Wendt in den Keller. Dort steht die Presse, ein Ungetüm von 1908.
      """
    #expect(try article(text).authors.map(\.name) == ["Annegret Solms"])
  }

  @Test func `a reporter behind a sentence took the picture`() throws {
    let read = try article(
      "섬마을 등대지기의 마지막 일기\n2023.11.30. 오전 7:00\n일기장을 펼친 이순녀 할머니. 한지우 기자\n" + lighthouse.joined(separator: "\n"))
    #expect(read.images.map(\.caption) == ["일기장을 펼친 이순녀 할머니."])
    #expect(read.authors.isEmpty)
  }

  // MARK: - Captions

  @Test func `a caption with a credit under its label is no text between paragraphs`() throws {
    let text = """
      Sołtyska postawiła bibliotekę w budce telefonicznej
      14 maja 2024
      Ostatnia budka telefoniczna w powiecie miała trafić na złom. Dziś mieści 180 książek i ma własną listę oczekujących.
      Biblioteka w Krasnem /Fot. Urząd Gminy /Materiały prasowe
      Budkę odkupiła za 200 złotych sołtyska. Przez zimę mieszkańcy zrobili półki, a elektryk doprowadził światło.
      – Najpierw przyszły kryminały, potem książki kucharskie – mówi sołtyska. – Poezję kładziemy na dole.
      """
    #expect(try article(text).body.count == 3)
  }

  @Test func `what a label calls a caption is one in the languages of the page`() throws {
    let text = """
      ساعي بريد متقاعد يعيد رسائل عمرها خمسون عاما إلى أصحابها
      13 مايو 2024
      التعليق على الصورة،
      قال حداد إنه وجد الرسائل في كيس من الخيش.
      على مدى ثلاثة أعوام، طرق جورج حداد أبواب أكثر من مئتي بيت ليسلم رسائل كان ينبغي أن تصل عام 1975.
      عثر حداد على الرسائل في كيس مهمل عند ترميم مكتب البريد القديم. وكان عدد الرسائل 312 رسالة من بلاد كثيرة.
      """
    let read = try article(text)
    #expect(read.images.map(\.caption) == ["قال حداد إنه وجد الرسائل في كيس من الخيش."])
    #expect(read.body.count == 2)
  }
}
