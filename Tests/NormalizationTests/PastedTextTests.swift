import Testing

@testable import Normalization

/// Texts as people copy them out of pages, in many languages: what stands between the paragraphs, over them and below.
@Suite struct PastedTextTests {
  private func article(_ text: String) throws -> Article {
    try articles(
      in: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())[0]
  }

  private func body(_ text: String) throws -> [String] { try article(text).body.map(\.text) }

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

  // MARK: - Captions

  @Test(arguments: [
    ("Η νέα θυρίδα στο λιμανάκι. (Φωτ. INTIME)", "Η νέα θυρίδα στο λιμανάκι.", "INTIME"),
    ("Mbah Sarimin di hutan desa. (Dok. Pribadi)", "Mbah Sarimin di hutan desa.", "Dok. Pribadi"),
    (
      "Fot. Archiwum parafii / Żubr przed kościołem w Narewce", "Żubr przed kościołem w Narewce",
      "Archiwum parafii"
    ),
    ("गांव के स्कूल में बच्चे। (फोटो: दीपक नेगी)", "गांव के स्कूल में बच्चे।", "दीपक नेगी"),
    ("בית בכפר. צילום: גיל אשכנזי", "בית בכפר.", "גיל אשכנזי"),
    ("Ông Hiền lấp ổ gà chiều 12/7. Ảnh: An Minh", "Ông Hiền lấp ổ gà chiều 12/7.", "An Minh"),
    ("المعلم يوزع الكتب على التلاميذ (الجزيرة)", "المعلم يوزع الكتب على التلاميذ", "الجزيرة"),
    ("5月18日晚，周德福架起银幕。林晓棠 摄", "5月18日晚，周德福架起银幕。", "林晓棠"),
    ("七十八歲的洪清標示範砌石。（記者許芷瑄攝）", "七十八歲的洪清標示範砌石。", "記者許芷瑄"),
    ("졸업장을 받은 이순녀 할머니. 한지우 기자", "졸업장을 받은 이순녀 할머니.", "한지우"),
  ])
  func `captions have their credit in many languages`(line: String, text: String, credit: String) {
    var line = Line(line, followsBlank: true)
    line.tokenize()
    #expect(caption(in: line) == Caption(text: text, credit: credit))
  }

  @Test func `a day and a place in brackets are a caption's in Japan`() {
    var line = Line("再開した書店で本を選ぶ中学生（19日、長野県白馬坂町で）", followsBlank: true)
    line.tokenize()
    #expect(caption(in: line)?.text == "再開した書店で本を選ぶ中学生（19日、長野県白馬坂町で）")
  }

  @Test(arguments: [
    "وقال المتحدث إن القرار سيصدر الأسبوع المقبل. (رويترز)", "他说，这张照片是他自己拍的。", "그는 기자 출신이다. 한 기자는 말했다.",
  ])
  func `sentences of a text are no captions`(line: String) {
    var line = Line(line, followsBlank: true)
    line.tokenize()
    #expect(caption(in: line) == nil)
  }

  // MARK: - Words of the interface

  @Test(arguments: [
    "แชร์", "ดูเพิ่มเติม", "ข่าวล่าสุด", "สงวนลิขสิทธิ์ © 2567", "שלחו במייל", "תגיות: חשמל", "כל הזכויות שמורות",
    "शेयर करें", "लॉगिन",
    "सबसे ज्यादा पढ़ी गई", "Megosztás", "Bejelentkezés", "Hozzászólások (4)", "Minden jog fenntartva",
    "Címkék: gólya, iskola", "Comparteix",
    "Inicia sessió", "Notícies relacionades", "Tots els drets reservats", "Hirdetés", "Publicitate",
    "تبلیغات", "[廣告]請繼續往下閱讀",
    "Kapcsolódó cikk", "Google News'te Takip Et", "기자 구독",
  ])
  func `the words of the interface are furniture in more languages`(text: String) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(wording(of: line) != nil)
  }
}
