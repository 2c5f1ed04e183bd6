import Testing

@testable import Normalization

/// Texts as people copy them out of pages, in many languages: what stands between the paragraphs, over them and below.
@Suite struct PastedTextTests {
  private func article(_ text: String) throws -> Article {
    try articles(
      in: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())[0]
  }

  private func body(_ text: String) throws -> [String] { try article(text).body.map(\.text) }

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
