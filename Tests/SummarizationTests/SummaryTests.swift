import Normalization
import Testing

@testable import Summarization

@Test func `a text is never left without a summary`() {
  var article = Article(source: Source(name: [], sha256: "", byteCount: 0, format: "", charset: ""))
  article.body = [Paragraph("no end mark at all")]
  #expect(article.summarized().sentences.map(\.text) == ["no end mark at all"])
}
