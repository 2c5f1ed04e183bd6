/// Reads the mails of a file, of which a mailbox has several.
func reading(
  ofMailsIn source: consuming SourceFile, options: NormalizationOptions
) throws(NormalizationError) -> Reading {
  let mails = MailPart.mails(in: source.bytes)
  var origin = Source(of: source, format: "application/mbox", charset: Charset.utf8.name)
  _ = consume source
  let isMailbox = mails.count > 1
  return try Reading(of: mails) { mail, number throws(NormalizationError) in
    let mail = MailPart(mail)
    if !isMailbox { origin.format = mail.isSavedPage ? "multipart/related" : "message/rfc822" }
    origin.number = number
    return try article(inMail: mail, from: origin, options: options)
  } title: {
    MailPart($0).field("subject").flatMap { plainSubject($0.text) }
  }
}

/// Reads the article that a mail brings, or a page that was saved as one.
///
/// Of the ways to say the same that a mail may hold the richest one counts, of its texts the longest; a file that came along counts
/// where the mail has no article or no more than a note. Its header gives what the text does not say: the subject the headline, the
/// date the day.
///
/// - Parameter origin: What is known of the file; of the charset it says nothing yet.
/// - Throws: ``NormalizationError/notAnArticle(seen:)`` where no part holds an article.
func article(
  inMail mail: MailPart, from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  let texts = mail.texts(below: MailHeader(mail, options), isAttached: false, options)
  var best: Article?
  var objection: NormalizationError?
  for isAttached in [false, true] {
    // A note says of the file that comes along what it is.
    let note = isAttached ? best?.wordCount ?? 0 : 0
    guard note < 60 else { break }
    for text in texts where text.isAttached == isAttached {
      do throws(NormalizationError) {
        let found = try text.article(from: origin, options: options)
        if found.wordCount > max(best?.wordCount ?? 0, note * 4) { best = found }
      } catch {
        objection = objection ?? error
      }
    }
  }
  guard let best else { throw objection ?? .notAnArticle(seen: "a mail without a text") }
  return best
}

/// What a mail's header says of its article.
private struct MailHeader: Equatable {
  var subject: String?
  var sent: Timestamp?
  /// The name of who sent it.
  var sender: String?
  /// Where a page was saved from.
  var address: String?
  /// Whether a browser saved a page so: nobody sent it.
  var isSavedPage: Bool

  init(_ mail: MailPart, _ options: NormalizationOptions) {
    subject = mail.field("subject").flatMap { plainSubject($0.text) }
    sent = mail.field("date").flatMap { mailDate($0.text, options) }
    sender = mail.field("from").map { plainName($0.text) }
    address = mail.address
    isSavedPage = mail.isSavedPage
  }
}

/// A text of a mail, in one way or in several.
private struct MailText {
  /// The ways to say the same, each in the parts that it stands in.
  var ways: [[MailPart]]
  /// That of the mail that it stands in.
  var header: MailHeader
  var isAttached: Bool

  /// The article in the way that has most of it; where HTML has about as much as the plain text, in that.
  func article(from origin: Source, options: NormalizationOptions) throws(NormalizationError) -> Article {
    var best: (article: Article, weight: Int, isPage: Bool)?
    var objection = NormalizationError.empty
    var options = options
    options.referenceDate = options.referenceDate ?? header.sent
    for way in ways {
      do throws(NormalizationError) {
        let found = try Normalization.article(inParts: way, from: origin, options: options)
        let isPage = way.first?.isPage == true
        let weight = found.wordCount * (isPage ? 2 : 1)
        if weight > best?.weight ?? 0 { best = (found, weight, isPage) }
      } catch {
        objection = error
      }
    }
    guard let best else { throw objection }
    var article = best.article
    if !header.isSavedPage {
      // Of a plain text they were taken line by line.
      if best.isPage {
        article.takeQuotedHeaders(options)
        article.takeHeadlineOut()
        article.takeByline(from: header.sender)
        article.takeDroppedHeadline(besides: header.subject)
      }
      article.takeFirstLine()
    }
    article.take(header)
    return article
  }
}

private func article(
  inParts parts: [MailPart], from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  var origin = origin
  var whole: [UInt8] = []
  for part in parts {
    let declared = part.field("content-type")?.parameter("charset").flatMap { Charset(label: $0.utf8) }
    let text = try decoded(part.decodedContent, declared: declared.flatMap { $0.isKnown ? $0 : nil })
    if whole.isEmpty { origin.charset = text.charset } else { whole += "\n\n".utf8 }
    whole += part.isFlowed ? unfolded(text.utf8, keepsSpace: !part.deletesSpace) : text.utf8
  }
  var article =
    parts.first?.isPage == true
    ? try Normalization.article(
      inMarkup: withoutMojibake(whole, isMarkup: true), from: origin, options: options)
    : try Normalization.article(inText: whole, from: origin, options: options)
  article.url = article.url ?? parts.first?.address
  return article
}

/// A text as RFC 3676 has it: a line that ends in a space goes on in the next one.
private func unfolded(_ text: [UInt8], keepsSpace: Bool) -> [UInt8] {
  var unfolded: [UInt8] = []
  unfolded.reserveCapacity(text.count)
  for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let line = line.last == 0x0D ? line.dropLast() : line
    if line.last == 0x20, !line.elementsEqual("-- ".utf8) {
      unfolded += keepsSpace ? line : line.dropLast()
    } else {
      unfolded += line
      unfolded.append(0x0A)
    }
  }
  return unfolded
}

extension MailPart {
  /// Its texts in order.
  fileprivate func texts(
    below header: MailHeader, isAttached: Bool, _ options: NormalizationOptions
  ) -> [MailText] {
    let isAttached = isAttached || isAttachment
    func inner(_ header: MailHeader) -> [[MailText]] {
      parts.map { $0.texts(below: header, isAttached: isAttached, options) }
    }
    switch type {
    case let type where type.hasPrefix("multipart/") && !parts.isEmpty:
      switch type {
      case "multipart/alternative":
        let ways = inner(header).joined().flatMap(\.ways)
        return ways.isEmpty ? [] : [MailText(ways: ways, header: header, isAttached: isAttached)]
      // The page; the others are its pictures, or the pages in its frames.
      case "multipart/related": return inner(header).first { !$0.isEmpty } ?? []
      default: return Self.joined(inner(header).joined())
      }
    case "message/rfc822":
      return parts.first.map { inner(MailHeader($0, options)).joined() + [] } ?? []
    case "text/calendar", "text/css", "text/csv", "text/vcard", "text/x-vcard", "text/javascript": return []
    case let type where isPage || type.hasPrefix("text/") || type.hasPrefix("multipart/") || isTextFile:
      return [MailText(ways: [[self]], header: header, isAttached: isAttached)]
    default: return []
    }
  }

  /// Texts one after another, those that pictures part as one.
  private static func joined(_ texts: some Sequence<MailText>) -> [MailText] {
    var joined: [MailText] = []
    for text in texts {
      if let last = joined.last, last.ways.count == 1, text.ways.count == 1, last.header == text.header,
        !last.isAttached, !text.isAttached, last.ways[0].first?.isPage == text.ways[0].first?.isPage
      {
        joined[joined.count - 1].ways[0] += text.ways[0]
      } else {
        joined.append(text)
      }
    }
    return joined
  }

  fileprivate var isPage: Bool { type == "text/html" || type == "application/xhtml+xml" }

  /// Whether it is a file of text that its sender's program knew no type for.
  private var isTextFile: Bool {
    type == "application/octet-stream"
      && field("content-type")?.parameter("name")?.lowercased().hasSuffix(".txt") == true
  }

  fileprivate var isFlowed: Bool { field("content-type")?.parameter("format")?.lowercased() == "flowed" }
  fileprivate var deletesSpace: Bool { field("content-type")?.parameter("delsp")?.lowercased() == "yes" }

  /// Whether a browser saved a page so: nobody sent it.
  var isSavedPage: Bool {
    field("snapshot-content-location") != nil || field("from")?.text.utf8.span.holds("Saved by") == true
  }

  /// Where the page was saved from.
  fileprivate var address: String? {
    (field("snapshot-content-location") ?? field("content-location"))
      .flatMap { PageAddress.canonical(link: $0.text, openGraph: nil) }
  }
}

extension Article {
  /// The number of words of its body.
  var wordCount: Int { body.reduce(0) { $0 + Line($1.text, followsBlank: true).words } }

  /// Takes the header of a mail that was forwarded off the body of a page, and what stands above it; the mail that is answered too.
  fileprivate mutating func takeQuotedHeaders(_ options: NormalizationOptions) {
    let lines = body.map { QuotedHeader.lines(in: $0.text) }
    let headers = QuotedHeader.Pair(in: Array(lines.joined()))
    /// The number of paragraphs whose lines end before a line.
    func paragraphs(before line: Int) -> Int {
      var (count, end) = (0, 0)
      while end < line, count < lines.count {
        end += lines[count].count
        count += 1
      }
      return count
    }
    let end = headers.below.map { paragraphs(before: $0.range.lowerBound) } ?? body.count
    let start = headers.above.map { paragraphs(before: $0.range.upperBound) } ?? 0
    guard start < end else { return }
    if let header = headers.above { take(header, lines[..<start].joined(), options: options) }
    dropAnswered(lines[end...].joined())
    body = Array(body[start..<end])
  }

  /// Takes the headline off the body, which in a mail may be no heading.
  fileprivate mutating func takeHeadlineOut() {
    guard body.count > 2, let headline, let first = body.first?.text,
      wordHashes(of: first) == wordHashes(of: headline)
    else { return }
    furniture.append(Furniture(text: first, reason: FurnitureReason.duplicate.rawValue))
    body.removeFirst()
  }

  /// Takes for the headline the line over the text that the page lost by the way, where it says more words of the text than the
  /// subject does.
  fileprivate mutating func takeDroppedHeadline(besides subject: String?) {
    let reasons = [FurnitureReason.preamble, .unlikeBody].map(\.rawValue)
    guard headline == nil, let place = furniture.firstIndex(where: { reasons.contains($0.reason) }),
      case let text = furniture[place].text, case let line = Line(ofBlock: text),
      (4...20).contains(line.words),
      !isSalutation(text), wording(of: line) == nil
    else { return }
    let topic = Set(body.prefix(4).flatMap { Self.contentHashes(of: $0.text) })
    let shared = Self.contentHashes(of: text).count(where: topic.contains)
    guard shared >= 2, shared > subject.map({ Self.contentHashes(of: $0).count(where: topic.contains) }) ?? 0
    else {
      return
    }
    headline = text
    furniture.remove(at: place)
  }

  private static func contentHashes(of text: String) -> [UInt64] {
    Normalization.contentHashes(of: tokens(of: text.utf8.span), in: Line(text, followsBlank: true))
  }

  /// Takes who wrote the text from its first line or from what stood above it; the sender's name counts as a byline among
  /// the first lines.
  fileprivate mutating func takeByline(from sender: String?) {
    func authors(in text: String) -> [Author]? {
      let line = Line(ofBlock: text)
      guard line.words <= 12, !line.endsSentence, !QuotedHeader.isField(text) else { return nil }
      return markedAuthors(in: line) ?? (text == sender ? listedAuthors(in: text[...], isWhole: true) : nil)
    }
    let lines = body.prefix(3).prefix { !Line(ofBlock: $0.text).isProse }
    if body.count > lines.count, let place = lines.firstIndex(where: { authors(in: $0.text) != nil }) {
      let line = body.remove(at: place).text
      if self.authors.isEmpty { self.authors = authors(in: line) ?? [] }
      furniture.append(Furniture(text: line, reason: FurnitureReason.date.rawValue))
    } else if self.authors.isEmpty {
      let lines = furniture.lazy.filter { $0.reason == FurnitureReason.date.rawValue }
      self.authors = lines.compactMap { authors(in: $0.text) }.first ?? []
    }
  }

  /// Takes the first line for the headline, which in a mail no element marks.
  fileprivate mutating func takeFirstLine() {
    while body.count > 2, let first = body.first?.text, let wording = wording(of: Line(ofBlock: first)) {
      furniture.insert(Furniture(text: first, reason: wording.reason.rawValue), at: 0)
      body.removeFirst()
    }
    guard headline == nil, body.count > 2, let first = body.first?.text else { return }
    let words = Line(first, followsBlank: true).words
    guard (4...20).contains(words), !isSalutation(first) else { return }
    headline = first
    body.removeFirst()
  }

  /// Takes from a header what the text does not say.
  fileprivate mutating func take(_ header: MailHeader) {
    if let subject = header.subject, !header.isSavedPage, let line = headline, isSalutation(line),
      plainSubject(line) != subject
    {
      headline = subject
      if Line(line, followsBlank: true).isProse {
        body.insert(Paragraph(line), at: 0)
      } else {
        furniture.insert(Furniture(text: line, reason: FurnitureReason.preamble.rawValue), at: 0)
      }
    }
    headline = headline ?? header.subject
    url = url ?? header.address
    if !header.isSavedPage { published = published ?? header.sent }
  }
}

/// The name in the address of a mail: that of `"Jo Fenn" <jo@dunmere.example>`.
private func plainName(_ address: String) -> String {
  let name = address.prefix { $0 != "<" }
  return collapse(Array(name.utf8.filter { $0 != UInt8(ascii: "\"") }))
}

/// Whether the first line of a mail is no headline: it greets, or it is a sentence.
private func isSalutation(_ text: String) -> Bool {
  let line = Line(text, followsBlank: true)
  if line.endsSentence || ",:".contains(text.suffix(1)) { return true }
  let first = tokens(of: text.utf8.span, limit: 24).first { $0.kind == .word }
  return line.words <= 6 && first?.isAny(of: greetings) == true
}

private let greetings: WordSet = [
  "dear", "hi", "hello", "hey", "hallo", "liebe", "lieber", "geehrte", "guten", "moin", "bonjour", "cher",
  "chère",
  "chers", "hola", "estimado", "estimada", "estimados", "querido", "ciao", "gentile", "gentili", "buongiorno",
  "olá", "caro", "cara", "beste", "geachte", "hej", "kära", "kjære", "kære", "drodzy", "szanowni", "witam",
]
