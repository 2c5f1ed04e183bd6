/// What a wire file, a feed's entry or a record in JSON says of an article, before it is one.
struct WireItem {
  var headline: String?
  var standfirst: String?
  /// Bylines and names, each as it stands in the file.
  var bylines: [String] = []
  /// Who signs where there is no byline: a desk, an account.
  var creators: [String] = []
  var dateline: String?
  var published: String?
  var modified: String?
  var body = WireBody()
  /// The same body as HTML, where it comes from a publisher's page and may have the page's furniture in it.
  var page: [UInt8]?
  /// Whether that is the page itself, of which only the reader of pages can tell what is the body.
  var isWholePage = false
  var language: String?
  var publisher: String?
  /// What a wire calls the service that sent it, which may be the agency or a part of it.
  var agencyCode: String?
  var credit: String?
  var section: String?
  var keywords: [String] = []
  var url: String?
  /// How far the story may be used; one of the words that IPTC has for it.
  var status: String?
  var embargoed: String?
  /// Words for editors, not for readers.
  var notes: [String] = []
  /// What keeps it from being an article.
  var fault: NormalizationError?

  /// The article that it is.
  ///
  /// - Throws: ``NormalizationError/notAnArticle(seen:)`` where it has no text.
  func article(from source: Source, options: NormalizationOptions) throws(NormalizationError) -> Article {
    if let fault { throw fault }
    var article = try read(from: source, options)
    guard !article.body.isEmpty, isWholePage || body.wordCount >= Self.fewestWords else {
      throw .notAnArticle(seen: seen)
    }
    article.furniture += (notes + body.notes).map {
      Furniture(text: String($0.prefix(400)), reason: FurnitureReason.editorNote.rawValue)
    }
    article.url = url.flatMap { PageAddress.absolute($0, to: nil) } ?? article.url
    article.publisher = publisher ?? article.publisher
    let authors = authors(for: Outlet(names: [publisher].compactMap(\.self), address: article.url))
    if !authors.isEmpty || !bylines.isEmpty { article.authors = authors }
    article.headline = headline ?? article.headline
    dropEntryTail(of: &article)
    if credit != nil, credit != publisher { article.sourceCredit = credit }
    article.dropEnds()
    article.dateline =
      dateline.flatMap(Self.place) ?? article.body.first.flatMap { wireDateline(of: $0.text) }
    article.published = published.flatMap { wireDate($0, options) } ?? article.published
    article.modified = modified.flatMap { wireDate($0, options) } ?? article.modified
    if article.modified == article.published { article.modified = nil }
    article.take(standfirst: standfirst ?? body.teaser)
    article.section = section ?? article.section
    if !keywords.isEmpty { article.keywords = keywords }
    article.status = status.flatMap { PublicationStatus(named: $0) }
    article.embargoed = embargoed.flatMap { wireDate($0, options) }
    article.typeset(declaredLanguage: language)
    return article
  }

  private func authors(for outlet: Outlet) -> [Author] {
    var authors = bylines.flatMap {
      outlet.names(in: inOrder(withoutHouse($0)), isDeclared: true, isOrganization: false)
    }
    if authors.isEmpty {
      // Of who made the file only names of persons in full tell who wrote the story.
      authors = creators.flatMap { outlet.names(in: $0, isDeclared: true, isOrganization: false) }
        .filter { $0.kind == .person && $0.name.utf8.contains(0x20) }
    }
    // "Ann Roe, Associated Press Writer": the house of a person is no author beside them.
    let persons = authors.filter { !isAgency($0.name) && !isAgency(String($0.name.prefix { $0 != " " })) }
    if persons.contains(where: { $0.kind == .person }) { authors = persons }
    // "cae/tcr": the initials of who wrote and who sent it.
    authors.removeAll { $0.name.utf8.contains(UInt8(ascii: "/")) }
    for index in authors.indices {
      // "Jane Doe, Wells Post": where they work is no part of the name.
      if let comma = authors[index].name.firstIndex(of: ","), authors[index].name[..<comma].contains(" ") {
        authors[index].name.removeSubrange(comma...)
      }
    }
    return outlet.unique(authors)
  }

  /// A name as it is said: "Jane Doe" of "Doe, Jane".
  private func inOrder(_ name: String) -> String {
    let parts = name.split(separator: ",").map { collapse(Array($0.utf8)) }
    guard parts.count == 2, parts.allSatisfy({ !$0.contains(" ") }), startsWithGivenName(parts[1]),
      !startsWithGivenName(parts[0])
    else { return name }
    return "\(parts[1]) \(parts[0])"
  }

  /// Takes the line off that plugins end the entries of feeds with: "The post … appeared first on …", in any language.
  private func dropEntryTail(of article: inout Article) {
    guard page != nil, let headline, let last = article.body.last?.text, article.body.count > 1,
      last.contains(headline), last.utf8.count <= headline.utf8.count + 200
    else { return }
    article.body.removeLast()
    article.furniture.append(Furniture(text: last, reason: FurnitureReason.tail.rawValue))
  }

  /// A byline without the agency that ends it: "Von Jan Moor, nwa".
  private func withoutHouse(_ byline: String) -> String {
    guard let house = publisher ?? agencyCode, let comma = byline.lastIndex(of: ","),
      byline[byline.index(after: comma)...].drop(while: { $0 == " " }).lowercased() == house.lowercased()
    else { return byline }
    return String(byline[..<comma])
  }

  /// The article in its page, or one of its body alone.
  ///
  /// HTML that a page was made of goes through the reader of pages, and counts as that leaves it if that is most.
  private func read(from source: Source, _ options: NormalizationOptions) throws(NormalizationError)
    -> Article
  {
    if isWholePage, let page {
      return try Normalization.article(inMarkup: page, from: source, options: options)
    }
    var article = Article(source: source)
    article.body = body.paragraphs
    article.images = body.images
    guard let page, body.wordCount >= 60,
      var read = try? Normalization.article(inMarkup: page, from: source, options: options),
      read.wordCount * 10 >= body.wordCount * 7
    else { return article }
    // A piece of a page has no title of its own.
    if let title = read.headline, title != headline { read.body.insert(Paragraph(title), at: 0) }
    if !body.images.isEmpty { read.images = body.images }
    return read
  }

  private var seen: String {
    let words = body.wordCount
    if words > 0 { return words == 1 ? "a text of one word" : "a text of \(words) words" }
    if !body.images.isEmpty { return "pictures without a text" }
    return headline == nil ? "an item without a text" : "a headline without a text"
  }

  /// What has fewer words is a result, a test, a message that something is to come.
  static let fewestWords = 4

  /// A dateline without the dash that parts it from the text; `nil` where it is a time.
  private static func place(_ text: String) -> String? {
    guard text.unicodeScalars.count(where: { $0.properties.isAlphabetic }) > 2 else { return nil }
    var text = text[...]
    while let last = text.last, "-–— ".contains(last) { text.removeLast() }
    return String(text)
  }
}

extension Article {
  /// Takes off what wires put around their stories: the headline and the byline once more, and below the last paragraph who edited it,
  /// who sent it and what is not allowed.
  fileprivate mutating func dropEnds() {
    while body.count > 1, let first = body.first?.text {
      let line = Line(ofBlock: first)
      let isHeadline = headline.map { wordHashes(of: $0) == wordHashes(of: first) } ?? false
      let names = line.words <= 14 && !line.endsSentence ? markedAuthors(in: line) : nil
      guard isHeadline || names != nil else { break }
      if authors.isEmpty, let names { authors = names }
      furniture.insert(Furniture(text: first, reason: FurnitureReason.preamble.rawValue), at: 0)
      body.removeFirst()
    }
    var tail: [Furniture] = []
    while body.count > 1, let last = body.last?.text {
      let line = Line(ofBlock: last)
      if namesSources(line) {
        sourceCredit = sourceCredit.map { "\(last) \($0)" } ?? last
      } else if let reason = tailReason(of: line) {
        tail.insert(Furniture(text: last, reason: reason.rawValue), at: 0)
      } else {
        break
      }
      body.removeLast()
    }
    furniture += tail
  }

  /// Takes a standfirst, unless the body begins with it, perhaps behind a dateline or cut off.
  mutating func take(standfirst: String?) {
    guard let standfirst, standfirst != headline, let first = body.first?.text else { return }
    let words = wordHashes(of: standfirst)
    let opening = wordHashes(of: first).prefix(words.count + 8)
    // What stands before the dateline is no lead, though many give their lead as the description too.
    if body.count > 1, opening.elementsEqual(words), wireDateline(of: body[1].text) != nil {
      body.removeFirst()
    } else if (0...min(8, opening.count)).contains(where: {
      opening.dropFirst($0).starts(with: words.prefix(12))
    }) {
      return
    }
    self.standfirst = standfirst
  }
}

/// Why a wire's last line is none of its story.
private func tailReason(of line: Line) -> FurnitureReason? {
  if line.words == 0 { return .separator }
  if let wording = wording(of: line) { return wording.reason }
  let text = line.text
  // "(jane.doe@agency.example; +44 20 7946 0000)"
  if line.words <= 24, text.hasPrefix("("), text.hasSuffix(")"), text.contains("@") { return .signature }
  if line.words <= 10, text.hasPrefix("©") || text.hasPrefix("(c) ") { return .copyright }
  if isInitials(text) { return .signature }
  if line.words <= 30, text.hasPrefix("Follow "), text.contains("://") { return .tail }
  let isElsewhere = [
    "was originally published in", "appeared first on", "erschien zuerst auf", "apareció primero en",
    "est apparu en premier sur", "apareceu primeiro em", "verscheen eerst op", "proviene da",
  ].contains { text.contains($0) }
  return isElsewhere && line.words <= 50 ? .tail : nil
}

/// Whether a line is nothing but the initials of those who wrote, edited and sent a story: "mjn/amr/ros", "auc-hj/gf".
func isInitials(_ text: String) -> Bool {
  guard text.utf8.count <= 24 else { return false }
  let parts = text.split { "-/".contains($0) }
  return parts.count > 1 && parts.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(\.isLowercase) }
}

/// How far a wire's story may be used, where that is not freely.
public enum PublicationStatus: String, Sendable {
  /// It was taken back: it may not be printed any more.
  case canceled
  /// It may not be printed until further notice.
  case withheld

  /// The status that a wire file names: `stat:canceled`, `Withheld`; `nil` for any other.
  init?(named text: String) {
    switch text.lowercased().split(separator: ":").last {
    case "canceled", "cancelled", "killed": self = .canceled
    case "withheld", "embargoed": self = .withheld
    default: return nil
    }
  }
}

/// The dateline of a wire's story, whose agency may be any: `Hallum (nwa)`.
func wireDateline(of paragraph: String) -> String? {
  if let dateline = dateline(of: paragraph) { return dateline }
  guard let close = paragraph.prefix(60).firstIndex(of: ")"),
    let open = paragraph[..<close].firstIndex(of: "("),
    paragraph[..<open].first?.isUppercase == true, paragraph[..<open].hasSuffix(" "),
    (2...12).contains(paragraph.distance(from: open, to: close) - 1),
    paragraph[paragraph.index(after: open)..<close].allSatisfy({ $0.isLetter || $0 == "/" })
  else { return nil }
  let rest = paragraph[paragraph.index(after: close)...].drop { $0 == " " || $0 == "." }
  return rest.first.map { "-–—".contains($0) } == true ? String(paragraph[...close]) : nil
}

/// A date as wire files have it: ISO 8601 with its marks or without, RFC 822, or any that a text may have.
func wireDate(_ text: String, _ options: NormalizationOptions) -> Timestamp? {
  let bytes = Array(text.utf8)
  if [10, 13].contains(bytes.count), let number = Int(text), number > 0,
    bytes.count == 13 || number < 2_000_000_000
  {
    return Timestamp(secondsSince1970: bytes.count == 13 ? number / 1000 : number)
  }
  let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
  var spelling = bytes
  if digits == 8 {
    // 20241215T193000+0100
    spelling = bytes[..<4] + [0x2D] + bytes[4..<6] + [0x2D] + bytes[6..<8]
    let clock = bytes[8...]
    if clock.first == UInt8(ascii: "T"), clock.count >= 5 {
      spelling += clock.prefix(3) + [0x3A] + clock.dropFirst(3).prefix(2)
      var rest = clock.dropFirst(5)
      if rest.count >= 2, rest.prefix(2).allSatisfy({ (0x30...0x39).contains($0) }) {
        spelling += [0x3A] + rest.prefix(2)
        rest = rest.dropFirst(2)
      }
      spelling += rest
    }
  }
  if let dot = spelling.firstIndex(of: UInt8(ascii: ".")), dot > 16 {
    let end = spelling[(dot + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? spelling.endIndex
    spelling.removeSubrange(dot..<end)
  }
  if spelling.count > 16, case let sign = spelling[spelling.count - 5], sign == 0x2B || sign == 0x2D,
    spelling.suffix(4).allSatisfy({ (0x30...0x39).contains($0) })
  {
    spelling.insert(0x3A, at: spelling.count - 2)
  }
  let found = Timestamp(String(decoding: spelling, as: UTF8.self)) ?? mailDate(text, options)
  // The day that programs count from is when nothing else was known.
  return found.flatMap { $0.year == 1970 && $0.month == 1 && $0.day == 1 ? nil : $0 }
}

extension Timestamp {
  /// The second of a count from 1970 on, in UTC.
  fileprivate init?(secondsSince1970 seconds: Int) {
    guard let first = Timestamp(year: 1970, month: 1, day: 1) else { return nil }
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    self.init(
      dayNumber: first.dayNumber + day,
      clock: Clock(hour: second / 3600, minute: second / 60 % 60, second: second % 60, offset: 0))
  }
}
