import JSONText
import Normalization
import Summarization
import Testing

@testable import Publication

@Suite struct RecordTests {
  @Test func `the whole record`() {
    let (article, summary) = sample()
    let json = String(decoding: Record(article, summary: summary).json(.readable), as: UTF8.self)
    #expect(
      json == """
        {
          "@context" : "https://schema.org",
          "@type" : "NewsArticle",
          "abstract" : "The bridge opened.",
          "articleBody" : "The bridge opened. It is *long*.\\n\\nCrowds came.",
          "articleSection" : "city",
          "author" : [
            {
              "@type" : "Person",
              "name" : "Ann Lee"
            },
            {
              "@type" : "Organization",
              "name" : "City Desk"
            }
          ],
          "creditText" : "With inputs from agencies",
          "datePublished" : "2025-02-25T17:35:00+05:30",
          "description" : "After ten years.",
          "headline" : "Bridge opens",
          "identifier" : "urn:sha256:0000000000000000000000000000000000000000000000000000000000000000",
          "image" : [
            {
              "@type" : "ImageObject",
              "caption" : "The bridge.",
              "creditText" : "Jo Day"
            }
          ],
          "inLanguage" : "en",
          "nutgraf" : {
            "furniture" : [
              {
                "reason" : "ad-label",
                "text" : "Advertisement"
              }
            ],
            "source" : {
              "bytes" : 99,
              "charset" : "utf-8",
              "format" : "text/plain",
              "name" : "bridge.txt",
              "sha256" : "0000000000000000000000000000000000000000000000000000000000000000"
            },
            "summary" : [
              {
                "end" : 18,
                "paragraph" : 0,
                "score" : 0.5,
                "start" : 0,
                "text" : "The bridge opened."
              }
            ],
            "version" : 1
          },
          "timeRequired" : "PT1M",
          "wordCount" : 8
        }

        """)
  }

  @Test func `what is not known is absent`() {
    let bare = Article(
      source: Source(name: [], sha256: "", byteCount: 0, format: "text/plain", charset: "utf-8"))
    let json = String(
      decoding: Record(bare, summary: Summary(sentences: [], candidates: [])).json(.line), as: UTF8.self)
    for key in [
      "headline", "author", "image", "furniture", "description", "nameBytes", "null", "datePublished",
    ] {
      #expect(!json.contains("\"\(key)\""))
    }
    #expect(!json.contains("null"))
  }

  @Test func `a name that is not UTF-8 is kept exactly`() {
    var (article, summary) = sample()
    article.source.name = [0x61, 0xFF]
    let json = String(decoding: Record(article, summary: summary).json(.line), as: UTF8.self)
    #expect(json.contains("\"name\":\"a\u{FFFD}\""))
    #expect(json.contains("\"nameBytes\":\"Yf8=\""))
  }

  @Test(arguments: [
    ("", 0, 1), ("One two, three.", 3, 1), ("It's 5 o'clock – now", 4, 1), ("漢字かな", 4, 1),
    ("die Straße 漢", 3, 1),
    (String(repeating: "word ", count: 239), 239, 2), (String(repeating: "word ", count: 402), 402, 2),
  ])
  func `words are counted as readers count them`(text: String, words: Int, minutes: Int) {
    let length = ReadingLength(of: text.isEmpty ? [] : [Paragraph(text)])
    #expect(length.words == words)
    #expect(length.minutes == minutes)
  }

  @Test func `lines of plain text are wrapped at the width of a terminal`() {
    let (article, summary) = sample()
    #expect(
      PlainText(article, summary: summary, width: 12).text
        == "Bridge opens\nAnn Lee,\nCity Desk,\n2025-02-25T17:35:00+05:30\n\nThe bridge\nopened.\n")
  }
}
