import Testing

import JSONText

/// What the reader takes for JSON.
@Suite struct JSONReaderTests {
  private func string(_ json: String) throws -> [UInt8] {
    var reader = JSONReader(Array(json.utf8)[...])
    return try reader.string()
  }

  @Test(
    arguments: [
      (#""a\u00e9\"\/\n""#, "aé\"/\n"), (#""\ud83d\ude00""#, "😀"), (#""""#, ""), ("\"日本\"", "日本"),
      (#""\ud800""#, "\u{FFFD}"), (#""\udc00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    ] as [(String, String)])
  func `a string is what its escapes spell`(json: String, text: String) throws {
    #expect(try string(json) == Array(text.utf8))
  }

  @Test(arguments: [
    "\"", "\"a\\", #""\x""#, #""\u12""#, "\"\n\"", "[1,]", "{\"a\"}", "{a:1}", "01", "1.", "-", "+1", "tru",
    "[1 2]",
    "{\"a\":1,}", "]", "",
  ])
  func `what is no JSON is refused`(json: String) {
    var reader = JSONReader(Array(json.utf8)[...])
    #expect(throws: JSONReader.Malformed.self) { _ = try reader.skipValue() }
    if json.hasPrefix("\"") { #expect(throws: JSONReader.Malformed.self) { _ = try string(json) } }
  }

  @Test(arguments: ["0", "-1.5e+10", "[1, [], {\"a\" : null}]", "{}", "true", #""\"x""#])
  func `a value is passed over whole`(json: String) throws {
    var reader = JSONReader(Array(" \(json) ,".utf8)[...])
    #expect(Array(try reader.skipValue()) == Array(json.utf8))
    #expect(reader.next() == UInt8(ascii: ","))
  }

  @Test func `a value may be nested, but not without end`() {
    var reader = JSONReader(
      Array((String(repeating: "[", count: 400) + String(repeating: "]", count: 400)).utf8)[...])
    #expect(throws: Never.self) { _ = try reader.skipValue() }
    reader = JSONReader([UInt8](repeating: UInt8(ascii: "["), count: 100_000)[...])
    #expect(throws: JSONReader.Malformed.self) { _ = try reader.skipValue() }
  }
}
