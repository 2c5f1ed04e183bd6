import Testing

@testable import Normalization

/// Articles whose line ends something took away.
@Suite struct OneLineTests {
  private static let header = ["Ferry returns to Brindlemoor", "By Jane Miller", "March 2, 2026"]
  private static let paragraphs = [
    "The ferry Alma left the harbour of Brindlemoor on Monday for the first time since the storm of March tore its pier from the quay, with two hundred guests aboard.",
    "Mayor Odile Varga said that the town had waited for this day for eleven months. Nobody would have to drive around the bay again to buy bread.",
    "“We will see how it stands the next storm,” said Peter Holm, who has sold cod at the market for thirty years and lost his boat in the last one.",
  ]
  private static let end = ["Share this article", "Copyright 2026 Elm Post. All rights reserved."]

  @Test(arguments: ["\t", "   ", " | ", " • ", " · "])
  func `what stands for the line ends gives them back`(separator: String) throws {
    let read = try article((Self.header + Self.paragraphs + Self.end).joined(separator: separator) + "\n")
    #expect(read.headline == Self.header[0])
    #expect(read.authors.map(\.name) == ["Jane Miller"])
    #expect(read.published?.description == "2026-03-02")
    #expect(read.body.map(\.text) == Self.paragraphs)
  }

  @Test(arguments: [
    (
      "Ferry returns to Brindlemoor By Jane Miller March 2, 2026", "Ferry returns to Brindlemoor",
      ["Jane Miller"], "2026-03-02"
    ),
    ("Ferry returns to Brindlemoor 2 March 2026", "Ferry returns to Brindlemoor", [], "2026-03-02"),
    (
      "Ferry returns to Brindlemoor Published: 2 March 2026 10:15", "Ferry returns to Brindlemoor", [],
      "2026-03-02T10:15:00"
    ),
    (
      "Fähre fährt wieder nach Brindlemoor Von Jana Müller 2. März 2026",
      "Fähre fährt wieder nach Brindlemoor", ["Jana Müller"], "2026-03-02"
    ),
  ])
  func `a header before the text is told from it`(
    header: String, headline: String, authors: [String], published: String
  ) throws {
    let read = try article(header + " " + Self.paragraphs.joined(separator: " ") + " All rights reserved.")
    #expect(read.headline == headline)
    #expect(read.authors.map(\.name) == authors)
    #expect(read.published?.description == published)
    #expect(read.body.map(\.text) == [Self.paragraphs.joined(separator: " ")])
  }

  @Test
  func `a text that only types two spaces behind its stops, or has dates in its sentences, stays whole`()
    throws
  {
    let typed = Self.paragraphs.joined(separator: "  ") + "  It rained.  It snowed."
    #expect(try article(typed).body.count == 1)
    let wide = Self.paragraphs.joined(separator: " ").split(separator: " ").joined(separator: "  ")
    #expect(try article(wide).body.map(\.text) == [Self.paragraphs.joined(separator: " ")])
    let dated =
      "The ferry of Brindlemoor sailed on March 2, 2026 Alma being its name. "
      + Self.paragraphs.joined(separator: " ")
    #expect(try article(dated).body.map(\.text) == [dated])
  }
}
