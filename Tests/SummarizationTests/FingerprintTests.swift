import Normalization
import Testing

@testable import Summarization

/// What a body is recognised by.
@Suite struct FingerprintTests {
  /// A body of words that look like none of another seed.
  private func body(_ seed: UInt64, paragraphs: Int = 12, words: Int = 40) -> [Paragraph] {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let syllables = ["ka", "lo", "mi", "ter", "ran", "so", "ve", "nu", "pol", "ing"]
    return (0..<paragraphs).map { _ in
      Paragraph(
        (0..<words).map { _ in
          (0..<(1 + next(3))).map { _ in syllables[next(10)] }.joined()
        }.joined(separator: " ") + ".")
    }
  }

  private func share(_ one: [Paragraph], _ other: [Paragraph]) throws -> Double {
    try #require(Fingerprint(of: one)).share(with: try #require(Fingerprint(of: other)))
  }

  @Test func `the same body shares all, another one nothing`() throws {
    #expect(try share(body(1), body(1)) == 1)
    #expect(try share(body(1), body(2)) == 0)
  }

  @Test func `a part of a body stands in it wholly, as far as an estimate can tell`() throws {
    #expect(try share(body(1), Array(body(1).prefix(6))) > 0.8)
    #expect(try share(Array(body(1).suffix(4)), body(1)) > 0.6)
  }

  @Test func `new paragraphs around an old text leave it recognisable`() throws {
    let update = body(3, paragraphs: 4) + body(1) + body(4, paragraphs: 4)
    #expect(try share(body(1), update) > 0.7)
  }

  @Test func `half of each text gives about a half`() throws {
    for seed in UInt64(10)..<16 {
      let one = body(seed) + body(100)
      let other = body(seed + 50) + body(100)
      let share = try share(one, other)
      #expect(share > 0.2 && share < 0.85, "seed \(seed): \(share)")
    }
  }

  @Test func `typesetting, capitals and the cut of paragraphs make no difference`() throws {
    let one = [
      Paragraph("“We’ll not pay,” the minister said on Monday – and left the room with his whole staff."),
      Paragraph("Élodie Ångström of the union answered that the talks in the city had hardly begun at all."),
    ]
    let other = [
      Paragraph(
        "\"WE'LL NOT PAY\", the minister said on Monday -- and left the room with his whole staff. "
          + "ÉLODIE ÅNGSTRÖM of the union answered that the talks in the city had hardly begun at all.")
    ]
    #expect(Fingerprint(of: one) == Fingerprint(of: other))
  }

  @Test func `a text without spaces is known by its letters`() throws {
    let chinese = Paragraph("國務院總理昨日在北京會見來訪的外國代表團時表示中國將繼續擴大開放並加強經貿合作")
    let other = Paragraph("颱風今晨登陸東部沿海地區造成多處道路中斷數千戶停電當地政府已經疏散居民並派出救援")
    #expect(try share([chinese], [chinese, Paragraph("記者王小明報道")]) > 0.7)
    #expect(try share([chinese], [other]) == 0)
    // Two, three and four bytes a letter.
    #expect(Fingerprint(of: [Paragraph(String(repeating: "éж漢𠀀 ", count: 8))]) != nil)
  }

  @Test func `a text of a few words has none`() {
    #expect(Fingerprint(of: []) == nil)
    #expect(Fingerprint(of: [Paragraph("Shares fell. Markets were calm after that.")]) == nil)
    #expect(Fingerprint(of: body(1, paragraphs: 1, words: 18)) == nil)
    #expect(Fingerprint(of: body(1, paragraphs: 1, words: 19)) != nil)
  }

  @Test func `it is the same after the history, and on every machine`() throws {
    let fingerprint = try #require(Fingerprint(of: body(1)))
    #expect(fingerprint.bytes.count == Fingerprint.byteCount)
    #expect(Fingerprint(bytes: fingerprint.bytes) == fingerprint)
    #expect(fingerprint.shingleCount == 12 * 40 - 3)
    #expect(fingerprint.bytes.prefix(6) == [71, 227, 250, 51, 126, 41])
    #expect(Fingerprint(bytes: fingerprint.bytes.dropLast()) == nil)
    #expect(Fingerprint(bytes: []) == nil)
  }
}
