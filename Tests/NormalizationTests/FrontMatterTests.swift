import Testing

@testable import Normalization

/// The fields that stand before a text: YAML, TOML, and lines with labels.
@Suite struct FrontMatterTests {
  private func article(_ fields: String) throws -> Article {
    let text = fields + "\n" + body.joined(separator: "\n\n") + "\n"
    return try articles(
      in: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())[0]
  }

  private let body = [
    "The harbour trust of Brindlemoor said on Monday that the old pier will be closed to all ferries from the spring.",
    "Engineers found holes in nine of its pillars, two of which carry the ramp, and nobody knows how old they are.",
    "“We had hoped for one more summer,” said Mara Holt, who has sold tickets on the pier for thirty-one years.",
  ]

  @Test(arguments: [
    """
    ---
    title: "The pier that nobody may use"
    author:
      - "[[Odile Varga]]"
      - Tom Marsh
    source: "https://post.example/pier"
    published: 2024-07-30
    created: 2024-08-02
    description: "Nine pillars have holes."
    # a remark
    tags: [clippings]
    lang: en
    ---
    """,
    """
    ---
    title: 'The pier that nobody may use'
    authors: [Odile Varga, "Tom Marsh"]
    link: https://post.example/pier
    date: 2024-07-30T00:00:00
    description: >
      Nine pillars
      have holes.
    ---

    # The pier that nobody may use
    """,
    """
    +++
    title = "The pier that nobody may use"
    authors = ["Odile Varga", "Tom Marsh"]
    url = "https://post.example/pier"
    date = 2024-07-30
    description = "Nine pillars have holes."
    +++
    """,
    """
    Title: The pier that nobody may use
    Author: Odile Varga and Tom Marsh
    Date: 30 July 2024
    Subtitle: Nine pillars have holes.
    URL: https://post.example/pier

    """,
  ])
  func `what fields before a text say is taken`(fields: String) throws {
    let read = try article(fields)
    #expect(read.headline == "The pier that nobody may use")
    #expect(read.authors.map(\.name) == ["Odile Varga", "Tom Marsh"])
    #expect(read.published?.description.hasPrefix("2024-07-30") == true)
    #expect(read.modified == nil)
    #expect(read.standfirst == "Nine pillars have holes.")
    #expect(read.url == "https://post.example/pier")
    #expect(read.body.map(\.text) == body)
    #expect(read.keywords.isEmpty)
  }

  @Test(arguments: [
    "---\nThis is no field but a sentence. It stands between two rules.\n---\n",
    "---\n\nNight falls: the pier is closed, and nobody is there to see it go down in the storm.\n",
    "Update: the pier is open again.\n",
  ])
  func `other lines before a text are no fields`(text: String) {
    #expect(FrontMatter(in: Array(text.utf8).span)?.end == nil)
  }

  @Test(arguments: [
    "", "---\n", "---\n---\n", "---\na", "---\ntitle: x", "---\n: x\n---\n", "+++\n=\n+++", "Title:",
    "Title:\n",
  ])
  func `fields that are broken off are none`(text: String) {
    #expect(FrontMatter(in: Array(text.utf8).span)?.end == nil)
  }
}
