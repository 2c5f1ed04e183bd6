/// Reads the article that a mail brings, or a page that was saved as one.
///
/// Of the ways to say the same that a mail may hold the richest one counts, of its texts the longest; a file that came along does
/// where the mail itself has no article. Its header gives what the text does not say: the subject the headline, the date the day.
///
/// - Parameter origin: What is known of the file; of the charset it says nothing yet.
/// - Throws: ``NormalizationError/notAnArticle(seen:)`` where no part holds an article.
func article(
  inMail mail: MailPart, from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  let texts = mail.texts()
  var best: Article?
  var objection: NormalizationError?
  for isAttached in [false, true] where best == nil {
    for text in texts where text.isAttached == isAttached {
      do throws(NormalizationError) {
        let found = try text.article(from: origin, options: options)
        if found.wordCount > best?.wordCount ?? 0 { best = found }
      } catch {
        objection = objection ?? error
      }
    }
  }
  guard let best else {
    throw objection ?? .notAnArticle(seen: "a mail without a text")
  }
  return best
}

/// A text of a mail, in one way or in several.
private struct MailText {
  /// The ways to say the same.
  var ways: [MailPart]
  /// The header of the mail that it stands in.
  var header: MailPart
  var isAttached: Bool

  /// The article in the way that has most of it; where HTML has about as much as the plain text, in that.
  func article(from origin: Source, options: NormalizationOptions) throws(NormalizationError) -> Article {
    var best: (article: Article, weight: Int)?
    var objection = NormalizationError.empty
    var options = options
    let sent = header.date(options)
    options.referenceDate = options.referenceDate ?? sent
    for way in ways {
      do throws(NormalizationError) {
        let found = try Normalization.article(inPart: way, from: origin, options: options)
        let weight = found.wordCount * (way.isPage ? 2 : 1)
        if weight > best?.weight ?? 0 { best = (found, weight) }
      } catch {
        objection = error
      }
    }
    guard var article = best?.article else { throw objection }
    article.takeQuotedHeader(reader: DateReader(options: options))
    article.takeFirstLine()
    article.takeHeader(of: header, sent: sent)
    return article
  }
}

private func article(
  inPart part: MailPart, from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  let declared = part.field("content-type")?.parameter("charset").flatMap { Charset(label: $0.utf8) }
  let text = try decoded(part.decodedContent, declared: declared.flatMap { $0.isKnown ? $0 : nil })
  var origin = origin
  origin.charset = text.charset
  var article =
    part.isPage
    ? try Normalization.article(
      inMarkup: withoutMojibake(text.utf8, isMarkup: true), from: origin, options: options)
    : try Normalization.article(inText: text.utf8, from: origin, options: options)
  article.url = article.url ?? part.address
  return article
}

extension MailPart {
  /// Its texts in order.
  fileprivate func texts() -> [MailText] { texts(in: self, isAttached: false) }

  private func texts(in header: MailPart, isAttached: Bool) -> [MailText] {
    let isAttached = isAttached || self.isAttachment
    switch type {
    case "multipart/alternative":
      let inner = parts.flatMap { $0.texts(in: header, isAttached: isAttached) }
      return inner.isEmpty
        ? [] : [MailText(ways: inner.flatMap(\.ways), header: header, isAttached: isAttached)]
    case "multipart/related":
      // The page; the others are its pictures, or the pages in its frames.
      let found = parts.lazy.map { $0.texts(in: header, isAttached: isAttached) }.first { !$0.isEmpty }
      return found ?? []
    case "message/rfc822":
      return parts.flatMap { $0.texts(in: $0, isAttached: isAttached) }
    case let type where type.hasPrefix("multipart/"):
      return parts.flatMap { $0.texts(in: header, isAttached: isAttached) }
    case "text/plain", "text/html", "application/xhtml+xml":
      return [MailText(ways: [self], header: header, isAttached: isAttached)]
    default:
      return []
    }
  }

  fileprivate var isPage: Bool { type == "text/html" || type == "application/xhtml+xml" }

  /// Whether a browser saved a page so: nobody sent it.
  var isSavedPage: Bool {
    field("snapshot-content-location") != nil || field("from")?.text.utf8.span.holds("Saved by") == true
  }

  /// When it was sent, or saved.
  fileprivate func date(_ options: NormalizationOptions) -> Timestamp? {
    guard let date = field("date")?.text else { return nil }
    return DateReader(options: options).dates(in: tokens(of: date.utf8.span, limit: 40)).first?.timestamp
  }

  /// Where the page was saved from.
  fileprivate var address: String? {
    (field("snapshot-content-location") ?? field("content-location"))
      .flatMap { PageAddress.canonical(link: $0.text, openGraph: nil) }
  }
}

extension Article {
  fileprivate var wordCount: Int { body.reduce(0) { $0 + Line($1.text, followsBlank: true).words } }

  /// Takes the header of a mail that was forwarded off the body, and what stands above it.
  fileprivate mutating func takeQuotedHeader(reader: DateReader) {
    let lines = body.map { QuotedHeader.lines(in: $0.text) }
    guard let header = QuotedHeader(in: Array(lines.joined())) else { return }
    var (count, end) = (0, 0)
    while end < header.range.upperBound {
      end += lines[count].count
      count += 1
    }
    guard count < body.count else { return }
    take(header, lines[..<count].joined(), reader: reader)
    body.removeFirst(count)
  }

  /// Takes the first line for the headline, which in a mail no element marks.
  fileprivate mutating func takeFirstLine() {
    guard headline == nil, body.count > 2, let first = body.first?.text else { return }
    let line = Line(first, followsBlank: true)
    guard (4...20).contains(line.words), !line.endsSentence, !",:".contains(first.suffix(1)) else { return }
    headline = first
    body.removeFirst()
  }

  /// Takes from a header what the text does not say.
  fileprivate mutating func takeHeader(of mail: MailPart, sent: Timestamp?) {
    headline = headline ?? mail.field("subject").flatMap { plainSubject($0.text) }
    url = url ?? mail.address
    if !mail.isSavedPage { published = published ?? sent }
  }
}
