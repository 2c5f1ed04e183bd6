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
}
