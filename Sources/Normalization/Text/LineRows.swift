/// The lines of a text with what the rules say and what the line model sees of each; for training only.
package func lineRows(in bytes: [UInt8]) -> [(text: String, role: String, features: [UInt8], words: [UInt32])]
{
  do {
    let text = plainText(try decoded(bytes).utf8)
    var page = Page(lines: try lines(of: text.span), options: NormalizationOptions())
    page.markMail()
    guard let run = page.bodyRun() else { return page.lines.map { ($0.text, "none", [], []) } }
    let start = page.readHeader(of: run)
    page.assignRoles(from: start, to: max(start, run.upperBound))
    let features = page.features(from: start, to: max(start, run.upperBound))
    let words = PageWords(page.lines)
    return page.lines.indices.map { index in
      (
        page.lines[index].text, "\(page.roles[index])", Array(features.row(index)),
        words.range(index).map { UInt32(truncatingIfNeeded: words.hashes[Int(words.words[$0])] >> 20) }
      )
    }
  } catch {
    return []
  }
}
