import Normalization
import Summarization

/// The keyphrases and names of an article with this headline and body.
func keywords(_ headline: String?, _ paragraphs: [String], _ language: String? = "en") -> Keywords {
  var article = Article(
    source: Source(name: [], section: [], sha256: "", byteCount: 0, format: "text/plain", charset: "utf-8"))
  article.headline = headline
  article.language = language
  article.body = paragraphs.map(Paragraph.init)
  return article.keywords()
}
