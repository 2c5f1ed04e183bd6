/// Reads the articles in a dropped file.
///
/// A pure function: the same file and options give the same articles on every machine.
///
/// - Throws: ``NormalizationError`` where there is no article; it is final for these bytes.
/// - Returns: At least one article, in the order of the file, each with a non-empty body.
public func articles(
  in source: SourceFile, options: NormalizationOptions
) throws(NormalizationError) -> [Article] {
  if let format = binaryFormat(of: source.bytes) { throw .unsupportedFormat(format) }
  let decoded = try decoded(source.bytes)
  if let format = markupFormat(of: decoded.utf8.span) {
    guard format == "text/html" || format == "application/xhtml+xml" else { throw .unsupportedFormat(format) }
    let origin = Source(
      name: source.name, section: source.section, sha256: source.sha256, byteCount: source.bytes.count,
      format: format, charset: decoded.charset)
    return [
      try article(inMarkup: withoutMojibake(decoded.utf8, isMarkup: true), from: origin, options: options)
    ]
  }
  var page = Page(lines: try linesOfText(in: decoded.utf8), options: options)
  page.markMail()
  guard let run = page.bodyRun() else { throw .notAnArticle(seen: page.seen) }
  let start = page.readHeader(of: run)
  page.assignRoles(from: start, to: max(start, run.upperBound))
  try page.judgeLines(from: start, to: max(start, run.upperBound))

  let origin = Source(
    name: source.name, section: source.section, sha256: source.sha256, byteCount: source.bytes.count,
    format: "text/plain", charset: decoded.charset)
  let article = page.article(from: origin)
  guard !article.body.isEmpty else { throw .notAnArticle(seen: page.seen) }
  return [article]
}

/// The lines of a text without markup, which hold all of it: the text itself is let go.
private func linesOfText(in decoded: [UInt8]) throws(NormalizationError) -> [Line] {
  let text = plainText(decoded)
  guard !text.isEmpty else { throw .empty }
  return try lines(of: text.span)
}

/// The characters of a text without markup as they are meant, and without the marks of Markdown.
func plainText(_ decoded: [UInt8]) -> [UInt8] {
  withoutMarkdown(composed(cleaned(withoutMojibake(withoutReferences(decoded)).span)))
}
