import Testing

@testable import Normalization

/// The paragraphs of a body that is clean already.
private func paragraphs(_ body: String) throws -> [String] {
  try Article(headline: "", body: body, language: nil, sha256: "").body.map(\.text)
}

@Test(arguments: [
  ("It rained.\nNobody came.", ["It rained. Nobody came."]),
  ("It rained.\n\nNobody came.", ["It rained.", "Nobody came."]),
  ("It rained.\n  Nobody came.\n  So it goes.", ["It rained.", "Nobody came. So it goes."]),
  ("\tBread\n\tButter\n\tSalt", ["Bread", "Butter", "Salt"]),
  ("これは父の\n家です。", ["これは父の家です。"]),
  ("他说，\n很好。", ["他说，很好。"]),
  ("비가\n왔다.", ["비가 왔다."]),
  ("call us for prices\n.\nWe answer.", ["call us for prices. We answer."]),
  ("and then\n... it rained.", ["and then ... it rained."]),
  ("Ça, é\nà", ["Ça, é à"]),
])
func `a line break in clean text is a space, nothing, or the end of a paragraph`(
  body: String, expected: [String]
) throws {
  #expect(try paragraphs(body) == expected)
}
