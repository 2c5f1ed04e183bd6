/// A line of a text with what the rules say and what the line model sees of it: what the model is trained on.
package struct LineRow {
  package var text: String
  /// The role by the rules.
  package var role: String
  /// Whether it is among the teasers that stand beside the story.
  package var isTeaser = false
  /// By ``LineFeature``; empty where no line of the text reads like an article.
  package var features: [UInt8] = []
  /// The part of each word's hash by which ``LineModel`` knows it.
  package var words: [UInt32] = []
}

/// The lines of a dropped text, as the line model gets them.
///
/// - Returns: None where the text cannot be read.
package func lineRows(in bytes: [UInt8]) -> [LineRow] {
  do {
    let text = plainText(try decoded(bytes).utf8)
    var page = Page(lines: try lines(of: text.span), options: NormalizationOptions())
    page.markMail()
    page.markDocument()
    guard let run = page.bodyRun() else { return page.lines.map { LineRow(text: $0.text, role: "open") } }
    let start = page.readHeader(of: run)
    page.assignRoles(from: start, to: max(start, run.upperBound))
    let features = page.features(from: start, to: max(start, run.upperBound))
    let words = PageWords(page.lines)
    return page.lines.indices.map { index in
      LineRow(
        text: page.lines[index].text, role: "\(page.roles[index])", isTeaser: page.teasers.contains(index),
        features: features.row(index),
        words: words.range(index).map { LineModel.key(ofWord: words.hashes[Int(words.words[$0])]) })
    }
  } catch {
    return []
  }
}
