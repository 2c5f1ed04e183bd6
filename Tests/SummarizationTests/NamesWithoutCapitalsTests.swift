import Normalization
import Testing

@testable import Summarization

/// Names in languages whose letters have no capitals.
@Suite struct NamesWithoutCapitalsTests {
  private func names(_ text: String, _ language: String) -> [String] {
    keywords(nil, [text], language).mentions.map { mention in
      switch mention.kind {
      case .person: "P " + mention.name
      case .organization: "O " + mention.name
      case .place: "L " + mention.name
      }
    }
  }

  @Test(arguments: [
    (
      "ar", "قال الرئيس الفرنسي إيمانويل ماكرون في بيروت إن وزارة الخارجية الفرنسية أبلغت الأمم المتحدة.",
      ["P إيمانويل ماكرون", "L بيروت", "O وزارة الخارجية الفرنسية", "O الأمم المتحدة"]
    ),
    (
      "fa", "حسن کریمی، استاد دانشگاه تهران، در شیراز گفت که سازمان ملل خبر دارد.",
      ["P حسن کریمی", "O دانشگاه تهران", "L شیراز", "O سازمان ملل"]
    ),
    (
      "he", "שר האוצר משה לוינסון אמר בירושלים כי משרד הבריאות פנה לאו\"ם.",
      ["P משה לוינסון", "L ירושלים", "O משרד הבריאות"]
    ),
    (
      "hi", "प्रधानमंत्री राजीव वर्मा ने लखनऊ में कहा कि रक्षा मंत्रालय तैयार है।",
      ["P राजीव वर्मा", "L लखनऊ", "O रक्षा मंत्रालय"]
    ),
    ("ko", "김하준 의원은 서울에서 한국은행이 답했다고 말했다.", ["P 김하준", "L 서울", "O 한국은행"]),
    (
      "ja", "高橋花子さん（４５）は東京都内で取材に応じ、気象庁の発表を待つと話した。",
      ["P 高橋花子", "L 東京都内", "O 気象庁"]
    ),
    (
      "zh", "世界卫生组织专家约翰·史密斯在日内瓦说，主任王小明表示同意。",
      ["O 世界卫生组织", "P 约翰·史密斯", "L 日内瓦", "P 王小明"]
    ),
  ])
  func `people, organisations and places are known by lists, titles and context`(
    _ language: String, _ text: String, _ expected: [String]
  ) {
    #expect(names(text, language) == expected)
  }

  @Test(arguments: [
    ("ar", "نقل المقاتلون السلاح ليلا، وكان الأمريكي صامتا."),
    ("he", "אבי לא הגיע אתמול, ורחוב דוד המלך נחסם."),
    ("hi", "रवि की शादी में संजय आया और विजय दिवस मनाया गया।"), ("ko", "고위급 협상 대표가 이유로 전직 의원을 만났다."),
    ("ja", "小林製薬社長は日本人の社員と、横浜ＦＣの試合を見た。"), ("zh", "高度重视安全的方面表示，记者黄金周不休息。"),
  ])
  func `what is no name for sure is none`(_ language: String, _ text: String) {
    #expect(names(text, language) == [])
  }

  @Test func `letters that are written together with names are no part of them`() {
    #expect(names("سافر الوفد من باريس وبغداد إلى دمشق.", "ar") == ["L باريس", "L بغداد", "L دمشق"])
    #expect(names("הוא טס מלונדון לחיפה ולחברון.", "he") == ["L לונדון", "L חיפה", "L חברון"])
    #expect(names("부산으로 가는 길은 서울의 끝에서 시작됐다.", "ko") == ["L 부산", "L 서울"])
  }

  @Test func `a place is named once, in its fullest form`() {
    #expect(names("大阪府は大阪で会議を開いた。", "ja") == ["L 大阪府"])
  }

  @Test func `names are keyphrases in their own form, and Korean words count without their endings`() {
    let phrases = keywords(
      nil, ["항만공사는 파업을 끝냈다. 항만공사의 파업은 길었다. 파업이 끝나자 서울의 항만공사가 웃었다. 서울에서 끝났다."], "ko"
    ).keyphrases
    #expect(phrases.contains("항만공사") && phrases.contains("파업") && phrases.contains("서울"))
    #expect(
      keywords(nil, ["工业和信息化部今天发文。工业和信息化部说，工厂要开工。"], "zh").keyphrases.first == "工业和信息化部")
  }
}
