import Testing

@testable import Normalization

/// Notes below a text, and the marks in it that lead there.
@Suite struct NoteTests {
  private static let notes = [
    "Minutes of the trust.", "Report of the engineers.", "Letter to the council.", "Told to the author.",
  ]

  // MARK: - In pages

  private func read(_ body: String) throws -> Article {
    try article(
      inMarkup: Array(
        "<html lang=en><head><title>Old pier closes</title></head><body><h1>Old pier closes</h1>\(body)</body></html>"
          .utf8),
      from: Source(name: [], sha256: "", byteCount: 0, format: "text/html", charset: "utf-8"),
      options: .init())
  }

  @Test(arguments: [
    "<sup><a href='#fn#'>#</a></sup>", "<sup class=reference><a href='#fn#'>[#]</a></sup>",
    "<a href='#fn#'><sup>#</sup></a>",
    "<a role=doc-noteref href='#fn#'>#</a>",
    "<a class=footnote-ref href='https://dunmere.example/pier#fn#'>[#]</a>",
  ])
  func `marks that lead to notes are no text of a page, nor are the notes`(mark: String) throws {
    let marked = pierStory.enumerated().map { index, text in
      "<p>\(text)\(mark.replacing("#fn#", with: "#fn\(index)").replacing("#<", with: "\(index)<").replacing("[#]", with: "[\(index)]"))</p>"
    }
    let notes = Self.notes.enumerated().map { "<li id=fn\($0)>\($1) <a href='#ref\($0)'>↩</a></li>" }
    let found = try read("<div>\(marked.joined())<hr><ol>\(notes.joined())</ol></div>")
    #expect(found.body.map(\.text) == pierStory)
    #expect(found.furniture.filter { $0.reason == "note" }.map(\.text) == Self.notes)
  }

  @Test func `a number above the line is a mark behind a sentence alone`() throws {
    let raised =
      "It has 900 m<sup>2</sup> of planks, laid on the 2<sup>nd</sup> of May 1871, and 10<sup>6</sup> nails at the very least."
    let marked = pierStory.map { "<p>\($0)<sup>1</sup></p>" }
    let found = try read("<div>\(marked[0...2].joined())<p>\(raised)</p>\(marked[3])</div>")
    #expect(
      found.body.map(\.text) == pierStory[0...2]
        + [
          "It has 900 m2 of planks, laid on the 2nd of May 1871, and 106 nails at the very least.",
          pierStory[3],
        ])
  }

  @Test func `a link to a part of the page is text`() throws {
    let link =
      "As part <a href='#part2'>2</a> of this series told, nobody had looked at the pillars since the great storm of 1987."
    let text = pierStory.map { "<p>\($0)</p>" }.joined()
    #expect(try read("<div>\(text)<p>\(link)</p></div>").body.last?.text.hasPrefix("As part 2 of") == true)
  }

  // MARK: - In texts

  /// The story with a mark behind each paragraph.
  private func marked(_ mark: (Int) -> String) -> String {
    "Old pier closes\n\n" + pierStory.enumerated().map { "\($1)\(mark($0 + 1))" }.joined(separator: "\n\n")
  }

  @Test(arguments: ["[#]", "#", " [#]"])
  func `numbers that count on behind sentences are no text`(mark: String) throws {
    let text = marked { mark.replacing("#", with: "\($0)") }
    #expect(try article(text).body.map(\.text) == pierStory)
    for opening in ["#. ", "[#] ", "# "] {
      let notes = Self.notes.enumerated().map { "\(opening.replacing("#", with: "\($0 + 1)"))\($1)" }.joined(
        separator: "\n")
      let found = try article("\(text)\n\nNotes\n\(notes)")
      #expect(found.body.map(\.text) == pierStory)
      #expect(found.furniture.filter { $0.reason == "note" }.count == 5)
    }
  }

  @Test func `numbers in the middle of a sentence are marks where they count on`() throws {
    let text = marked { "[\($0)]" }.replacing("Engineers found", with: "Engineers[1] found")
    #expect(try article(text).body.map(\.text) == pierStory)
  }

  @Test func `raised numbers are marks, and exponents are none`() throws {
    #expect(try article(marked { $0 == 1 ? "¹" : "" }).body.map(\.text) == pierStory)
    let exponents = [
      "It has 900 m² of planks on 40 m³ of oak, and no more than a dozen benches.",
      "They hold 10⁶ nails, said the trust’s carpenter of many years.",
    ]
    let found = try article(marked { _ in "" } + "\n\n" + exponents.joined(separator: "\n\n"))
    #expect(found.body.suffix(2).map(\.text) == exponents)
  }

  @Test(arguments: [
    "The No.1 seed beat the No.2 seed and the No.3 seed on the same day, as 4,000 people looked on.",
    "Version 2.0 came in March, when the index stood at 1.1 and had stood at 1.2 for a week.",
    "“It [the pier] was built in [18]71 and closed in 1987,” said the mayor, who voted against all of it.",
  ])
  func `other numbers stay`(sentence: String) throws {
    #expect(try article(marked { _ in "" } + "\n\n\(sentence)").body.last?.text == sentence)
  }
}
