/// A line that may be a headline or a line of names, and what speaks for and against it: what their weights are learnt from.
package struct HeaderRow {
  /// Its number among the lines of the text.
  package var line: Int
  /// The headline, or the names, a line each.
  package var text: String
  /// By ``HeadlineFeature`` or ``SignatureFeature``.
  package var features: [Float]
}

/// The lines of a dropped text that may be its headline, and those around the headline that may be of names.
///
/// - Returns: None where the text cannot be read, or where no line of it reads like an article.
package func headerRows(in bytes: [UInt8]) -> (headlines: [HeaderRow], signatures: [HeaderRow]) {
  do {
    let text = plainText(try decoded(bytes).utf8)
    var page = Page(lines: try lines(of: text.span), options: NormalizationOptions())
    page.markMail()
    page.markDocument()
    guard let run = page.bodyRun() else { return ([], []) }
    page.rememberAuthors(around: run)
    let vocabulary = page.bodyVocabulary(run)
    return (page.headlineRows(run, vocabulary), page.signatureRows(run, vocabulary))
  } catch {
    return ([], [])
  }
}

extension Page {
  fileprivate func headlineRows(_ run: Range<Int>, _ vocabulary: WordSet) -> [HeaderRow] {
    let candidates = headlineCandidates(before: run)
    let content = HeadlineContent(of: self, around: candidates)
    return candidates.compactMap { index in
      headlineFeatures(index, run: run, vocabulary: vocabulary, content: content).map {
        HeaderRow(line: index, text: headlineText(of: headlineLines(from: index)), features: $0.values)
      }
    }
  }

  fileprivate mutating func signatureRows(_ run: Range<Int>, _ vocabulary: WordSet) -> [HeaderRow] {
    let title =
      headlineIndex(before: run, vocabulary: vocabulary).map { headlineLines(from: $0) }
      ?? run.lowerBound..<run.lowerBound
    for index in title { roles[index] = .headline }
    return linesNear(title, run).compactMap { index in
      signatureFeatures(index, headline: title.upperBound, run: run, vocabulary: vocabulary).map {
        let names = bareAuthors(in: lines[index]) ?? []
        return HeaderRow(line: index, text: names.map(\.name).joined(separator: "\n"), features: $0)
      }
    }
  }
}
