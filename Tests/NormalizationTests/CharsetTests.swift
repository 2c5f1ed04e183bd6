import Testing

@testable import Normalization

@Suite struct CharsetTests {
  private static let text = "Käse für 3 € – „ja“ 👍"

  private func decodedText(_ bytes: [UInt8]) throws -> (text: String, charset: String) {
    let decoded = try decoded(bytes)
    return (String(decoding: decoded.utf8, as: UTF8.self), decoded.charset)
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test func `UTF-8 is read with and without a BOM, and the BOM is not part of the text`() throws {
    #expect(try decodedText(Array(Self.text.utf8)) == (Self.text, "utf-8"))
    #expect(try decodedText([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == (Self.text, "utf-8"))
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read with a BOM`(bigEndian: Bool) throws {
    let name = bigEndian ? "utf-16be" : "utf-16le"
    #expect(try decodedText(utf16("\u{FEFF}" + Self.text, bigEndian: bigEndian)) == (Self.text, name))
  }

  @Test(arguments: [true, false])
  func `UTF-16 without a BOM is known by its NULs`(bigEndian: Bool) throws {
    let text = "A plain sentence in English — with a dash."
    let name = bigEndian ? "utf-16be" : "utf-16le"
    #expect(try decodedText(utf16(text, bigEndian: bigEndian)) == (text, name))
  }

  @Test func `an unpaired surrogate becomes U+FFFD`() throws {
    let bytes = utf16("\u{FEFF}" + String(repeating: "word ", count: 30), bigEndian: false) + [0x00, 0xD8]
    #expect(try decodedText(bytes).text.hasSuffix("\u{FFFD}"))
  }

  @Test func `what is no UTF-8 is Windows-1252`() throws {
    let bytes =
      Array("He said ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x94] + Array(" for 2 ".utf8) + [0x80]
    #expect(try decodedText(bytes) == ("He said “café” for 2 €", "windows-1252"))
  }

  @Test func `pound signs and dashes are read in the charset that English files are in`() throws {
    let text =
      "The bridge will cost £40 million, the council said – and a ticket £2.\nIt had cost £3 before, or £5 on Sundays, or £7."
    let bytes = text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
    #expect(try decodedText(bytes) == (text, "windows-1252"))
  }

  @Test func `a Polish city in an English text is read in the charset that has its letters`() throws {
    let start = "The trams of "
    let end =
      " run again, the city said on Monday, and the fare will stay what it was for the next two years.\n"
    // "Łódź" in Windows-1250.
    let city: [UInt8] = [0xA3, 0xF3, 0x64, 0x9F]
    let bytes = (0..<4).flatMap { _ in Array(start.utf8) + city + Array(end.utf8) }
    #expect(try decodedText(bytes).text.contains("Łódź"))
  }

  @Test func `Cyrillic and Japanese from before Unicode are told by their bytes`() throws {
    // "Совет решил покрасить мост. " and 市議会は橋を塗ることを決めた。, a few times over.
    let russian: [UInt8] = [
      0xD1, 0xEE, 0xE2, 0xE5, 0xF2, 0x20, 0xF0, 0xE5, 0xF8, 0xE8, 0xEB, 0x20, 0xEF, 0xEE, 0xEA, 0xF0, 0xE0,
      0xF1,
      0xE8, 0xF2, 0xFC, 0x20, 0xEC, 0xEE, 0xF1, 0xF2, 0x2E, 0x20,
    ]
    let cyrillic = try decodedText(Array(repeatElement(russian, count: 8).joined()))
    #expect(cyrillic.text.hasPrefix("Совет решил покрасить мост."))
    #expect(cyrillic.charset == "windows-1251")
    let japanese: [UInt8] = [
      0x8E, 0x73, 0x8B, 0x63, 0x89, 0xEF, 0x82, 0xCD, 0x8B, 0xB4, 0x82, 0xF0, 0x93, 0x68, 0x82, 0xE9, 0x82,
      0xB1,
      0x82, 0xC6, 0x82, 0xF0, 0x8C, 0x88, 0x82, 0xDF, 0x82, 0xBD, 0x81, 0x42,
    ]
    let shiftJIS = try decodedText(Array(repeatElement(japanese, count: 8).joined()))
    #expect(shiftJIS.text.hasPrefix("市議会は橋を塗ることを決めた。"))
  }

  @Test func `one bad byte in a UTF-8 text costs one character`() throws {
    let bytes = Array("Käse und Brötchen ".utf8) + [0xFF] + Array(" für alle".utf8)
    #expect(try decodedText(bytes) == ("Käse und Brötchen \u{FFFD} für alle", "utf-8"))
  }

  @Test func `a sequence that the end of the file cut is dropped`() throws {
    #expect(try decodedText(Array("The end".utf8) + [0xE2, 0x80]) == ("The end", "utf-8"))
  }

  @Test func `binary bytes are no text`() {
    var state: UInt64 = 1
    let noise = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    #expect(throws: NormalizationError.self) { try decoded(noise) }
    #expect(throws: NormalizationError.self) { try decoded([0xFF, 0xFE] + noise) }
    #expect(throws: NormalizationError.notText(offset: 3)) {
      try decoded([0x61, 0x62, 0x63, 0x00, 0x01, 0x02])
    }
  }

  // MARK: - Declarations

  @Test(
    arguments: [
      ("<meta charset=koi8-r>", "koi8-r"), ("<meta charset='latin1'>", "windows-1252"),
      ("<META HTTP-EQUIV=content-type CONTENT='text/html; charset=Shift_JIS'>", "shift_jis"),
      ("<meta name=x content='text/html; charset=koi8-r'>", nil), ("<!-- <meta charset=koi8-r> --><p>", nil),
      ("<script>'<meta charset=koi8-r>'</script>", nil), ("<title><meta charset=koi8-r></title>", nil),
      ("<meta charset=klingon><meta charset=gb2312>", "gbk"), ("<meta charset=utf-16>", "utf-8"),
      ("<meta charset=x-user-defined>", "windows-1252"), ("<meta charset=koi8-r", nil),
      ("<!--><meta charset=big5>", "big5"),
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><html>", "iso-8859-2"), ("no page at all", nil),
      ("<p title='<meta charset=big5>'><meta charset=euc-kr>", "euc-kr"),
      ("<meta charset=../../etc/passwd>", nil),
    ] as [(String, String?)])
  func `a declaration is found where browsers find it`(page: String, charset: String?) {
    #expect(declaredCharset(in: page.utf8.span)?.name == charset)
  }

  /// Text in a charset of one byte, by iconv the other way.
  private func encoded(_ text: String, _ high: [Character: UInt8]) -> [UInt8] {
    text.map { high[$0] ?? $0.asciiValue ?? 0x3F }
  }

  @Test func `a page that is UTF-8 is so whatever it declares`() throws {
    let page = "<meta charset=iso-8859-1><p>Käse für 3 €</p>"
    #expect(try decodedText(Array(page.utf8)) == (page, "utf-8"))
  }

  @Test func `a page that is not UTF-8 is read as it declares`() throws {
    let page = encoded("<meta charset=iso-8859-2><p>Zupa z żółtych", ["ż": 0xBF, "ó": 0xF3, "ł": 0xB3])
    #expect(try decodedText(page).text.hasSuffix("Zupa z żółtych"))
    let western = encoded("<meta charset=utf-8><p>le café", ["é": 0xE9])
    #expect(try decodedText(western) == ("<meta charset=utf-8><p>le café", "windows-1252"))
  }

  @Test func `a page that declares the West and is Russian is read as Russian`() throws {
    let text = "Совет решил покрасить старый мост в синий цвет до начала лета"
    let letters = Dictionary(
      uniqueKeysWithValues: text.filter { !$0.isASCII }.reduce(into: Set<Character>()) { $0.insert($1) }.map {
        letter in
        let value = letter.unicodeScalars.first?.value ?? 0
        return (letter, UInt8(value - 0x410 + 0xC0))
      })
    let found = try decodedText(encoded("<meta charset=iso-8859-1><p>\(text)", letters))
    #expect(found.text.hasSuffix(text))
    #expect(found.charset == "windows-1251")
  }

  @Test func `a byte that the charset lacks is replaced and counted`() throws {
    let text = try decoded(
      [0x3C] + Array("meta charset=windows-1252>caf".utf8) + [0xE9, 0x20, 0x81, 0x20, 0x93])
    #expect(String(decoding: text.utf8, as: UTF8.self).hasSuffix("café \u{FFFD} “"))
    #expect(text.replaced == 1)
  }

  @Test func `UTF-8 with a few bytes of Windows-1252 pasted in is mended`() throws {
    let bytes =
      Array("Käse, Brötchen und Äpfel – ".utf8) + [0x93] + Array("ja".utf8) + [0x94]
      + Array(" sagte Ren".utf8) + [0xE9, 0x2E]
    #expect(try decodedText(bytes) == ("Käse, Brötchen und Äpfel – “ja” sagte René.", "utf-8"))
  }

  @Test func `UTF-32, Japanese mail and what is declared as UTF-7 are read`() throws {
    let wide = "A plain sentence.".utf8.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }
    #expect(try decodedText(wide) == ("A plain sentence.", "utf-32le"))
    let mail: [UInt8] = [0x1B, 0x24, 0x42, 0x36, 0x36, 0x1B, 0x28, 0x42, 0x2E]
    #expect(try decodedText(mail) == ("橋.", "iso-2022-jp"))
    let seven = "<meta charset=utf-7>caf+AOk-"
    #expect(try decodedText(Array(seven.utf8)).text.hasSuffix("café"))
  }
}
