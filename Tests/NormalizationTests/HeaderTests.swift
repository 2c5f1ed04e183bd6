import Testing

@testable import Normalization

@Suite struct BylineTests {
  private func authors(_ line: String) -> [String] {
    let found =
      markedAuthors(in: tokenized(line)) ?? listedAuthors(in: line[...], isWhole: true) ?? []
    return found.map { $0.kind == .person ? $0.name : "\($0.name)*" }
  }

  @Test(arguments: [
    ("By Jane Doe and John Roe, Staff Writer", ["Jane Doe", "John Roe"]),
    ("BY JANE DOE", ["JANE DOE"]),
    ("By Jane Doe, jane.doe@paper.example", ["Jane Doe"]),
    ("By Jane Doe @janedoe", ["Jane Doe"]),
    ("Written by: Seán O’Casey-Byrne", ["Seán O’Casey-Byrne"]),
    ("By Jane Doe for the Evening Gazette", ["Jane Doe"]),
    ("Von Max Muster, dpa", ["Max Muster", "dpa*"]),
    ("Ein Kommentar von Erika Beispiel", ["Erika Beispiel"]),
    ("Von Lena HoferRedakteurin", ["Lena Hofer"]),
    ("Par Claire Fontanel et Luc de la Tour", ["Claire Fontanel", "Luc de la Tour"]),
    ("Por Lucía Ferrándiz", ["Lucía Ferrándiz"]),
    ("Di Anna Bianchi", ["Anna Bianchi"]),
    ("Door Jan van den Berg", ["Jan van den Berg"]),
    ("By Reuters", ["Reuters*"]),
    ("Published: 5 hours ago | Written by Jane Doe", ["Jane Doe"]),
    ("FP News Desk", ["FP News Desk*"]),
    ("Jane Doe | John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe@janedoe", ["Jane Doe"]),
    ("Jane Doe @janedoe / 2 days", ["Jane Doe"]),
    ("Jane Doe jane.doe@paper.example", ["Jane Doe"]),
    ("Jane B. Doe Senior Contributor", ["Jane B. Doe"]),
    ("Jane Doe Staff Writer", ["Jane Doe"]),
    ("Jane Doe Jane Doe", ["Jane Doe"]),
    ("By Staff Reporter", ["Staff Reporter*"]),
    ("מאת: יעל ברזילי", ["יעל ברזילי"]),
    ("بقلم: سامي الحداد", ["سامي الحداد"]),
    ("Автор: Анна Пример", ["Анна Пример"]),
    ("Пише: Ана Пример", ["Ана Пример"]),
    ("Γράφει η Άννα Δοκιμή", []),
    ("Συντάκτης: Άννα Δοκιμή", ["Άννα Δοκιμή"]),
    ("作者：王小明", ["王小明"]),
    ("홍길동 기자", ["홍길동"]),
    ("文・山田", []),
    ("Písanie: ukážka", []),
    ("Nga Ana Shembulli", ["Ana Shembulli"]),
    ("Írta: Minta Anna", ["Minta Anna"]),
    ("Yazan: Ayşe Örnek", ["Ayşe Örnek"]),
    ("Oleh Siti Contoh", ["Siti Contoh"]),
    ("Tác giả: Trần Văn Mẫu", ["Trần Văn Mẫu"]),
    ("By Jane \"Jay\" Doe", ["Jane Doe"]),
    ("By Jane 😊 Doe", ["Jane Doe"]),
    ("Kari Eksempel – Journalist i Bergen Journalist i Bergen", ["Kari Eksempel"]),
    ("AFP, Manila", ["AFP*"]),
    ("山田 花子", ["山田 花子"]),
    ("山田 花子の写真", []),
    ("By Monday the river had fallen", []),
    ("Text of the treaty", []),
    ("What happens next", []),
    ("By the sea", []),
    ("By University of Dunmere", ["University of Dunmere*"]), ("By Order of the court", []),
    ("Lekha: राकेश वर्मा", []), ("लेखक: राकेश त्रिपाठी", ["राकेश त्रिपाठी"]), ("By সুমন চক্রবর্তী", ["সুমন চক্রবর্তী"]),
    ("By முத்துக்குமார் செல்வம்", ["முத்துக்குமார் செல்வம்"]), ("Written by सुनील पाटील रविवार", ["सुनील पाटील"]),
    ("โดย สมศรี ดวงดี", ["สมศรี ดวงดี"]),
    ("Tác giả: Trần Thị Mai", ["Trần Thị Mai"]), ("Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
    ("2024-05-12 10:15 来源：晚报 作者：李文彬", ["李文彬"]), ("来源：晚报 作者：本站", []),
    ("記者李文彬、王大明／台北報導", ["李文彬", "王大明"]), ("本报记者 李文彬", ["李文彬"]),
    ("記者在現場看到許多人", []), ("김민수 기자", ["김민수"]),
    ("Ayşe DEMİR / RİZE, (DHA)", ["Ayşe DEMİR", "DHA*"]),
    ("Par Claire Fontanel (La Rochelle, envoyée spéciale)", ["Claire Fontanel"]),
    ("By JANE DOE | jdoe@valleyherald.example | Valley Herald", ["JANE DOE"]),
    ("Por Ana Silva, T1 Dunmere — PA", ["Ana Silva"]), ("Oprac. Jan Przykład", ["Jan Przykład"]),
    ("〔記者王小明／台北報導〕", ["王小明"]), ("記者・山田花子", ["山田花子"]), ("文・写真＝山田花子", ["山田花子"]),
    ("【山田花子】", ["山田花子"]), ("【写真特集】", []), ("（圖／記者王小明攝）", []),
    ("서울=박지훈 기자 jh@paper.example", ["박지훈"]), ("责任编辑：王伟", []),
    ("ANA RUIZ Madrid", ["ANA RUIZ"]), ("Por Ana Silva — Rio de Janeiro", ["Ana Silva"]),
    ("خبرنگار: علی رضایی", ["علی رضایی"]), ("নিজস্ব প্রতিবেদক", ["নিজস্ব প্রতিবেদক*"]),
    ("فريق التحرير", ["فريق التحرير*"]),
    ("Key Points", []), ("PA Archive", []),
  ])
  func `a byline gives names and nothing else`(line: String, expected: [String]) {
    #expect(authors(line) == expected)
  }
}

/// What the header of a pasted page gives, the page's lines one a paragraph.
@Suite struct HeaderTests {
  private static let body = [
    "The council of Westhaven voted on Tuesday to build a second bridge across the river Larn, after years of debate.",
    "Mayor Ruth Keller said that the bridge would bring the harbour and the old town together again.",
    "Opponents of the bridge said that the river needs a flood wall first, and that the council had not listened.",
    "Work on the bridge is to begin in spring, once the council has found a builder.",
  ]

  private func article(_ header: [String], after lines: [String] = []) throws -> Article {
    let text = (header + Self.body + lines).joined(separator: "\n\n")
    let source = SourceFile(name: [], sha256: "", bytes: Array(text.utf8))
    return try #require(try articles(in: source, options: NormalizationOptions()).first)
  }

  @Test(arguments: [
    ["Council votes for second Larn bridge", "By Jane Doe", "3 March 2024"],
    ["News", "Westhaven", "Council votes for second Larn bridge", "3 March 2024"],
    ["View from the harbour wall", "Council votes for second Larn bridge", "By Jane Doe", "3 March 2024"],
    ["Council votes for second Larn bridge - Gazette", "Gazette", "By Jane Doe", "3 March 2024"],
    ["Council votes for second", ": Larn bridge", "By Jane Doe", "3 March 2024"],
    [
      "Home » Westhaven » Council votes for second Larn bridge", "Council votes for second Larn bridge",
      "By Jane Doe",
    ],
  ])
  func `the headline is found between what stands around it`(header: [String]) throws {
    let headline = try #require(try article(header).headline)
    #expect(
      ["Council votes for second Larn bridge", "Council votes for second: Larn bridge"].contains(headline))
  }

  @Test(arguments: [
    (["Council votes for second Larn bridge", "Jane Doe", "3 March 2024, 10:15"], ["Jane Doe"]),
    (["Jane Doe", "Jane Doe", "3 March 2024", "Council votes for second Larn bridge"], ["Jane Doe"]),
    (["Council votes for second Larn bridge", "3 March 2024", "Ruth Keller"], []),
    // Beside the date stands the place, or the paper.
    (["Council votes for second Larn bridge", "Jane Doe", "Alto Larn - 3 March 2024 - 10:15"], ["Jane Doe"]),
    (
      ["Council votes for second Larn bridge", "3 March 2024, 10:15 – Nové Larno", "Noviny, Petr Novák"],
      ["Petr Novák"]
    ),
    (["Larn Bote   3 March 2024", "Council votes for second Larn bridge", "By Jane Doe"], ["Jane Doe"]),
    (
      ["Council votes for second Larn bridge", "3 March 2024", "Siti Contoh,", "Tim Redaksi"], ["Siti Contoh"]
    ),
    (["Contact:", "Jane Doe", "Council votes for second Larn bridge", "3 March 2024"], []),
    (["Council votes for second Larn bridge", "佐藤美咲", "3 March 2024, 10:15"], ["佐藤美咲"]),
    (["Council votes for second Larn bridge", "محمد الشريف", "5/3/2024"], ["محمد الشريف"]),
  ])
  func `a name alone is the author's where it stands like one`(header: [String], authors: [String]) throws {
    #expect(try article(header).authors.map(\.name) == authors)
  }

  @Test func `a name alone is the author's where the end says who that is`() throws {
    let header = ["Council votes for second Larn bridge", "Thandeka Mokgosi"]
    let bio = "Thandeka Mokgosi is a columnist and a former teacher at the school of Larn."
    #expect(try article(header, after: [bio]).authors.map(\.name) == ["Thandeka Mokgosi"])
  }

  @Test func `when a browser printed a page does not say when the text came out`() throws {
    let article = try article([
      "12/03/2024, 10:15", "Council votes for second Larn bridge | Eastern Argus",
      "https://argus.example/larn",
      "Council votes for second Larn bridge", "11 March 2024",
    ])
    #expect(article.published?.description == "2024-03-11")
  }

  @Test func `a name under the last paragraph signs the text`() throws {
    #expect(
      try article(["Council votes for second Larn bridge"], after: ["Jane Doe"]).authors.map(\.name) == [
        "Jane Doe"
      ])
  }

  @Test func `when a text was changed does not say when it came out`() throws {
    let article = try article(["Council votes for second Larn bridge", "Updated: 4 March 2024 09:30"])
    #expect(article.published == nil)
    #expect(article.modified?.description == "2024-03-04T09:30:00")
  }
}

@Suite struct DatelineTests {
  @Test(arguments: [
    ("TEHRAN (Reuters) - Talks began.", "TEHRAN (Reuters)"),
    ("LONDON, March 3 (AP) — Talks began.", "LONDON, March 3 (AP)"),
    ("Berlin (dpa) – Die Gespräche begannen.", "Berlin (dpa)"),
    ("MADRID — Talks began.", "MADRID"),
    (
      "DULUTH, Minn., Oct. 1, 2024 /PRNewswire/ -- Holt today announced it.",
      "DULUTH, Minn., Oct. 1, 2024 /PRNewswire/"
    ),
    ("CHICAGO--(BUSINESS WIRE)--Holt today announced it.", "CHICAGO--(BUSINESS WIRE)"),
    ("Nobody knew--not even she -- that it was so.", nil),
    ("The minister - a friend of the court - left.", nil),
    ("(Reuters) - Talks began.", nil),
    ("Talks began.", nil),
  ])
  func `a dateline ends at the first dash`(paragraph: String, expected: String?) {
    #expect(dateline(of: paragraph) == expected)
  }
}

@Suite struct CaptionTests {
  @Test(arguments: [
    ("Russian minister at the airport. Reuters File", "Russian minister at the airport.", "Reuters File"),
    ("The harbour at dawn (AP Photo/Jane Doe)", "The harbour at dawn", "AP Photo/Jane Doe"),
    ("Der Hafen am Morgen. Foto: Karl Probe/dpa", "Der Hafen am Morgen.", "Karl Probe/dpa"),
    ("The harbour at dawn. Photograph: Anna Polglase", "The harbour at dawn.", "Anna Polglase"),
    ("Die Kollektoren © Karl Probe", "Die Kollektoren", "Karl Probe"),
    (
      "The new telescope. (Courtesy photo: County Library)", "The new telescope.",
      "Courtesy photo: County Library"
    ),
    ("Image credit: Jane Doe", nil, "Jane Doe"),
    ("港の灯台＝2024年2月17日、北岸市、佐藤花子撮影", "港の灯台", "2024年2月17日、北岸市、佐藤花子撮影"),
    ("▲学生展示灯塔。（圖／校方提供）", "▲学生展示灯塔。", "校方提供"), ("[촬영 김철수]", nil, "김철수"),
    ("Jane Doe/Getty Images", nil, "Jane Doe/Getty Images"),
  ])
  func `a caption is parted from its credit`(line: String, text: String?, credit: String) {
    #expect(caption(in: tokenized(line)) == Caption(text: text, credit: credit))
  }

  @Test(arguments: [
    "The photo shows a man in a red coat, police said.",
    "She told Reuters that the plan was dead.",
    "A new image for the party",
    "© 2024 The Bay Courier. All rights reserved.",
    "He works for AFP.", "灯台の見学を無料で提供",
  ])
  func `prose about pictures and agencies is no caption`(line: String) {
    #expect(caption(in: tokenized(line)) == nil)
  }
}

@Suite struct SourceCreditTests {
  @Test(arguments: [
    "With inputs from agencies", "(With inputs from PTI)", "Additional reporting by Jane Doe in Oslo",
    "(Reporting by Jane Doe; Editing by John Roe)", "AP writer Jane Doe contributed to this report.",
  ])
  func `a line that names other sources is known`(line: String) {
    #expect(namesSources(tokenized(line)))
  }

  @Test func `a sentence about a report is not`() {
    #expect(!namesSources(tokenized("Reporting crimes has become easier, police said.")))
  }
}
