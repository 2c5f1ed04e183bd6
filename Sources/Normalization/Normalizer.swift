/// Reads the articles in a dropped file.
///
/// - Returns: Those of its ``Reading``, at least one.
public func articles(
  in source: consuming SourceFile, options: NormalizationOptions
) throws(NormalizationError) -> [Article] {
  try reading(of: source, options: options).articles
}

/// Reads a dropped file.
///
/// A pure function: the same file and options give the same articles on every machine.
///
/// - Parameter source: Given away, so that a large file is gone before its article is judged.
/// - Throws: ``NormalizationError`` where there is no article; it is final for these bytes.
public func reading(
  of source: consuming SourceFile, options: NormalizationOptions
) throws(NormalizationError) -> Reading {
  if let format = binaryFormat(of: source.bytes) { throw .unsupportedFormat(format) }
  if MailPart.isMail(source.bytes) { return try reading(ofMailsIn: source, options: options) }
  let messages = IPTC7901.messages(in: source.bytes)
  if !messages.isEmpty { return try reading(of: messages, in: source, options: options) }
  let decoded = try decoded(source.bytes)
  let markup = markupFormat(of: decoded.utf8.span)
  let origin = Source(of: source, format: markup ?? "text/plain", charset: decoded.charset)
  let text = decoded.utf8
  (_, _) = (consume source, consume decoded)
  if let wire = markup.flatMap({ WireFormat(rawValue: $0) }) {
    return try reading(
      ofXML: withoutMojibake(consume text, isMarkup: true), wire, from: origin, options: options)
  }
  if markup == "application/json" {
    do throws(NormalizationError) {
      return try reading(ofJSON: text, from: origin, options: options)
    } catch {
      // A text may begin with a line of JSON, as pages copied with their data do.
      guard case .malformed = error, JSONDocument.isBegun(text), !JSONDocument.isEnded(text) else {
        throw error
      }
      var origin = origin
      origin.format = "text/plain"
      return Reading(articles: [try article(inText: consume text, from: origin, options: options)])
    }
  }
  if let markup {
    guard markup == "text/html" || markup == "application/xhtml+xml" else { throw .unsupportedFormat(markup) }
    let page = withoutMojibake(consume text, isMarkup: true)
    return Reading(articles: [try article(inMarkup: page, from: origin, options: options)])
  }
  return Reading(articles: [try article(inText: consume text, from: origin, options: options)])
}

/// Reads the article of a text without markup.
///
/// - Parameter text: Valid UTF-8; let go when its lines are made.
func article(
  inText text: consuming [UInt8], from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  var (matter, lines) = try linesOfText(in: consume text)
  let headers = QuotedHeader.Pair(in: lines)
  let top = lines.prefix(headers.above?.range.upperBound ?? 0)
  let answered = headers.below.map { lines[$0.range.lowerBound...] } ?? []
  lines = Array(lines[top.count..<lines.count - answered.count])
  var page = Page(lines: lines, options: options)
  page.markMail()
  page.markDocument()
  page.hasDeclaredHeadline = matter?.headline != nil
  guard let run = page.bodyRun() else { throw .notAnArticle(seen: page.seen) }
  let start = page.readHeader(of: run)
  page.assignRoles(from: start, to: max(start, run.upperBound))
  try page.judgeLines(from: start, to: max(start, run.upperBound))
  page.takeTurnsIn()
  page.takeQuestionsIn()
  page.takeLastSentenceIn()
  page.takeSignatureOut()

  var article = page.article(from: origin, declaredLanguage: matter?.language)
  if let matter { article.take(matter, options: options) }
  if let header = headers.above { article.take(header, top, options: options) }
  article.dropAnswered(answered)
  guard !article.body.isEmpty else { throw .notAnArticle(seen: page.seen) }
  return article
}

/// The fields before a text without markup, and its lines, which hold all of it: the text itself is let go.
///
/// Where the fields have a headline it is the first line.
private func linesOfText(
  in decoded: consuming [UInt8]
) throws(NormalizationError) -> (FrontMatter?, [Line]) {
  var text = meantText(consume decoded)
  let matter = FrontMatter(in: text.span)
  if let matter {
    text.removeSubrange(..<matter.end)
    if let headline = matter.headline { text.insert(contentsOf: "\(headline)\n\n".utf8, at: 0) }
  }
  text = withoutMarkdown(consume text)
  guard !text.isEmpty else { throw .empty }
  let lines = try lines(of: text.span)
  return (matter, lines.count == 1 ? parted(lines[0]) : lines)
}

/// The characters of a text without markup as they are meant, and without the marks of Markdown.
func plainText(_ decoded: consuming [UInt8]) -> [UInt8] { withoutMarkdown(meantText(consume decoded)) }

/// The characters of a text without markup as they are meant.
private func meantText(_ decoded: consuming [UInt8]) -> [UInt8] {
  composed(cleaned(withLineEnds(withoutMojibake(withoutReferences(consume decoded))).span))
}
