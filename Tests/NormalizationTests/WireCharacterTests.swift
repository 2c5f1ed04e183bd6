import Testing

@testable import Normalization

/// What the floors say was reached; they may rise and never fall.
@Suite(.enabled(if: WireCases.exist, "the corpora do not lie beside the project")) struct WireCharacterTests {
  private struct CharsetCase: Decodable {
    var encoding: String?
    var checks: [Check]?
    var httpHeaders: [String]?

    enum CodingKeys: String, CodingKey {
      case encoding, checks
      case httpHeaders = "http_headers"
    }

    struct Check: Decodable {
      var path: String
      /// The value, where it is a string.
      var eq: String?

      enum CodingKeys: String, CodingKey { case path, eq }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        path = try container.decode(String.self, forKey: .path)
        eq = try? container.decode(String.self, forKey: .eq)
      }
    }
  }

  private func name(_ label: String?) -> String? {
    label.flatMap { Charset(label: $0.utf8) }.map { $0.name == "gb18030" ? "gbk" : $0.name }
  }

  private func decodedCharset(_ family: String, _ file: String) throws -> String? {
    name(try decoded(try WireCases.bytes(family, file)).charset)
  }

  @Test func `the charset of a text is found`() throws {
    let cases = try WireCases.cases("charset", as: CharsetCase.self)
    let right = try cases.filter { try decodedCharset("charset", $0.key) == name($0.value.encoding) }
    #expect(right.count >= 10)
  }

  @Test func `the charset that a page declares is found as browsers find it`() throws {
    let cases = try WireCases.cases("charset-html-prescan", as: CharsetCase.self)
    let right = try cases.filter { file, expected in
      let bytes = try WireCases.bytes("charset-html-prescan", file)
      // A page that says nothing is Windows-1252 to a browser; where its bytes are UTF-8, it is UTF-8 here.
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let found = isMarked ? "utf-8" : declaredCharset(in: bytes.span)?.name ?? "windows-1252"
      return found == name(expected.encoding)
    }
    // One page writes its declaration by script.
    #expect(right.count >= 42)
  }

  @Test func `the charset of a feed is found without what its server says`() throws {
    let cases = try WireCases.cases("feed-encoding", as: CharsetCase.self).filter {
      $0.value.httpHeaders == nil
    }
    let named = cases.compactMapValues { $0.checks?.first { $0.path == "encoding" }?.eq }
    let right = try named.filter { try decodedCharset("feed-encoding", $0.key) == name($0.value) }
    #expect(right.count == named.count && right.count >= 13)
  }

  private struct MojibakeCase: Decodable {
    var original: String
    var fixed: String
    var fixedEncoding: String?
    var expect: String

    enum CodingKeys: String, CodingKey {
      case original, fixed, expect
      case fixedEncoding = "fixed-encoding"
    }
  }

  /// Whether a repair is as expected; a letter that was given up for lost may be found again.
  private func isSame(_ found: String, _ expected: String) -> Bool {
    let found = Array(found.unicodeScalars)
    let expected = Array(expected.unicodeScalars)
    return found.count == expected.count && zip(found, expected).allSatisfy { $0 == $1 || $1 == "\u{FFFD}" }
  }

  private func withStraightQuotes(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          "‘’".unicodeScalars.contains($0) ? "'" : "“”".unicodeScalars.contains($0) ? "\"" : $0
        }))
  }

  @Test func `misread UTF-8 is repaired, and what only looks so is not`() throws {
    let cases = try WireCases.cases("mojibake", as: MojibakeCase.self).filter { $0.value.expect == "pass" }
    let wrong = cases.filter { _, item in
      let repaired = String(decoding: withoutMojibake(Array(item.original.utf8)), as: UTF8.self)
      return !isSame(repaired, item.fixedEncoding ?? item.fixed)
        && !isSame(withStraightQuotes(repaired), withStraightQuotes(item.fixed))
    }
    #expect(wrong.isEmpty)
    #expect(cases.count >= 67)
  }

  private struct LanguageCase: Decodable {
    var label: String
    var text: String
  }

  /// The label of a case as the records have it; scripts count for Chinese alone.
  private func tag(_ label: String) -> String {
    let parts = label.lowercased().split { $0 == "_" || $0 == "-" }.map(String.init)
    let names = [
      "iw": "he", "jw": "jv", "in": "id", "no": "nb", "mo": "ro", "tl": "fil", "bh": "bho", "sh": "sr",
    ]
    let isTraditional = parts[0] == "zh" && parts.dropFirst().contains { ["hant", "tw", "hk"].contains($0) }
    return isTraditional ? "zh-Hant" : names[parts[0]] ?? parts[0]
  }

  @Test func `the language is told in most of 200, and hardly ever wrongly`() throws {
    let cases = try WireCases.cases("langid", as: LanguageCase.self)
    var right = 0
    var wrong = 0
    for (_, item) in cases {
      guard let found = language(of: [Paragraph(item.text)]) else { continue }
      if tag(found) == tag(item.label) { right += 1 } else { wrong += 1 }
    }
    #expect(right >= 240)
    #expect(wrong <= 10)
  }
}
