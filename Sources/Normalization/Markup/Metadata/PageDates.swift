/// Finds when the article of a page was published and last changed.
///
/// The page's programs come first, where they speak of the article: JSON-LD, meta elements, item properties. Then what
/// stands in its header, then what they say of the page, its address, and what stands after the text.
struct PageDates {
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?

  private let outline: PageOutline
  private let reader: DateReader

  init(
    _ outline: PageOutline, head: PageHead, structured: StructuredArticle, address: String?,
    reader: DateReader
  ) {
    self.outline = outline
    self.reader = reader
    modified = structured.modified.flatMap(timestamp) ?? first(of: Self.modifiedNames, in: head)
    let marked = markedDates()
    let printed = marked.compactMap(\.printed) + [lineOfHeader()].compactMap(\.self)
    let others = marked.map(\.timestamp) + headDates(head)
    published = published(head, structured, marked: marked, address: address).map {
      withPrintedOffset(withOffset($0, among: others), among: printed)
    }
    modified = modified ?? shownModification()
    // Of a story that was published by the clock the system tells when somebody last touched the draft.
    if let last = modified, published?.isAfterDay(of: last) == true { modified = nil }
  }

  /// The first day of publication that anything gives, the most trusted first.
  private func published(
    _ head: PageHead, _ structured: StructuredArticle, marked: [Marked], address: String?
  ) -> Timestamp? {
    // Days elsewhere on the page, by which to tell day and month apart.
    let shown = { marked.map(\.timestamp) + [lineOfHeader(), lineAroundBody()].compactMap(\.self) }
    let sources: [() -> Timestamp?] = [
      { structured.published.flatMap { timestamp($0, near: shown) } },
      { first(of: Self.publishedNames, in: head, near: shown) },
      { marked.first { $0.isDeclared && $0.zone != .elsewhere && !$0.isAside }?.timestamp },
      // Over the heading may stand what day it was when the page was read.
      { marked.first { $0.zone == .header && !$0.isAside && ($0.isBelowHeading || $0.isTime) }?.timestamp },
      { lineOfHeader(aside: false, isBelowHeading: true) },
      { marked.first { $0.zone == .header && !$0.isAside }?.timestamp },
      { lineOfHeader(aside: false) },
      // An aside may be about another article.
      { marked.first { $0.isDeclared && $0.zone != .elsewhere }?.timestamp },
      { marked.first { $0.zone == .header }?.timestamp },
      { lineOfHeader() },
      { structured.pagePublished.flatMap(timestamp) },
      { first(of: Self.datedNames, in: head, near: shown) },
      { address.flatMap(Self.date(inAddress:)) },
      { marked.first { $0.zone == .tail }?.timestamp },
      { lineAroundBody() },
      { marked.first { $0.zone == .body }?.timestamp },
    ]
    return sources.lazy.compactMap { $0() }.first
  }

  // MARK: - The head

  private static let publishedNames = [
    "article:published_time", "article:published:time", "datepublished", "parsely-pub-date",
    "og:published_time",
    "og:article:published_time", "published_time", "publishdate", "publish-date", "publish_date", "pubdate",
    "sailthru.date", "dc.date.issued", "dc.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "article.published", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "citation_publication_date", "citation_date", "citation_online_date",
    "article:published", "originalpublicationdate", "publication_date", "published-date", "published_at",
    "article_date_original", "displaydate", "shareaholic:article_published_time", "bt:pubdate", "ob:date",
    "rnews:datepublished",
    "datecreated", "iso-8601-publish-date", "ptime", "lp.article:published_time", "publishedat",
    "contentdate",
  ]
  /// Names of dates of which pages do not say what they are the dates of.
  private static let datedNames = [
    "date", "dc.date", "dc:date", "dcterms.date", "timestamp", "created", "eprints.date",
  ]
  private static let modifiedNames = [
    "article:modified_time", "article:modified:time", "og:updated_time", "datemodified", "last-modified",
    "dcterms.modified", "dc.date.modified", "lastmod", "revised", "shareaholic:article_modified_time",
  ]

  private func first(
    of names: [String], in head: PageHead, near shown: () -> [Timestamp] = { [] }
  ) -> Timestamp? {
    for name in names {
      for content in head.all(name) {
        if let found = timestamp(content, near: shown) { return found }
      }
    }
    return nil
  }

  private func headDates(_ head: PageHead) -> [Timestamp] {
    (Self.publishedNames + Self.datedNames).flatMap { head.all($0) }.compactMap(timestamp)
  }

  // MARK: - Marked elements

  private struct Marked {
    var timestamp: Timestamp
    /// The date as the element's text has it.
    var printed: Timestamp?
    var zone: PageOutline.Zone
    var isBelowHeading: Bool
    /// Whether it is an element for dates.
    var isTime: Bool
    /// Whether it lies in an aside.
    var isAside: Bool
    /// Whether the page says that it is the day of publication.
    var isDeclared: Bool
  }

  private func markedDates() -> [Marked] {
    var found: [Marked] = []
    let tree = outline.tree
    for node in outline.dates {
      let zone = outline.zone(of: node)
      if zone == .elsewhere && found.count > 40 || outline.isForeign(node) { continue }
      let isTime = tree.nodes[node].tag == .time
      guard Int(outline.weights.end[node]) - node <= 40 else { continue }
      let property = tree.value(of: "itemprop", at: node)
      if property == "dateModified" { continue }
      let stated =
        tree.value(of: "datetime", at: node) ?? tree.value(of: "content", at: node)
        ?? (tree.nodes[node].tag == .abbr ? tree.value(of: "title", at: node) : nil)
      var timestamp = stated.flatMap(self.timestamp)
      let text = outline.text(of: node)
      let read =
        text.flatMap { $0.utf8.count <= 160 ? reader.dates(inText: $0) : nil } ?? []
      if timestamp == nil, let first = read.first(where: { $0.label == .published }) {
        timestamp = first.timestamp
      }
      guard let timestamp else { continue }
      if !read.isEmpty, read.allSatisfy({ $0.label == .modified }) { continue }
      let isDeclared =
        property == "datePublished" || isTime && tree.value(of: "pubdate", at: node) != nil
        || tree.value(of: "class", at: node)?.split(separator: " ").contains {
          $0 == "published" || $0 == "dt-published"
        }
          == true
      let printed = zone == .header ? read.first { $0.label == .published }?.timestamp : nil
      found.append(
        Marked(
          timestamp: timestamp, printed: printed, zone: zone, isBelowHeading: node > outline.heading ?? 0,
          isTime: isTime,
          isAside: outline.isInAside(node), isDeclared: isDeclared))
    }
    return found
  }

  // MARK: - Words

  /// The date among the lines of the header: one that is labelled as that of publication, else the first.
  ///
  /// - Parameters:
  ///   - aside: Whether it may lie in an aside.
  ///   - isBelowHeading: Whether only lines below the heading count.
  private func lineOfHeader(aside: Bool = true, isBelowHeading: Bool = false) -> Timestamp? {
    var above: [DateMatch] = []
    var below: [DateMatch] = []
    for shown in outline.headerLines
    where !outline.isForeign(shown.node) && (aside || !outline.isInAside(shown.node)) {
      if shown.node < outline.heading ?? 0 {
        if !isBelowHeading { above += self.dates(of: shown.line) }
      } else {
        below += self.dates(of: shown.line)
      }
    }
    let dates = below + above
    return
      (dates.first { $0.isLabelled && $0.label == .published } ?? dates.first { $0.label == .published }
      ?? dates.first)?.timestamp
  }

  /// The date among the first and last lines of the text and right after it, or that the first paragraph opens with.
  private func lineAroundBody() -> Timestamp? {
    for shown in outline.linesAroundBody where !outline.isForeign(shown.node) {
      if let date = dates(of: shown.line).first(where: { $0.label == .published }),
        date.isLabelled || shown.line.words < date.words + 2 || !outline.isInList(shown.node)
      {
        return date.timestamp
      }
    }
    return outline.firstParagraphs.lazy.compactMap(opening).first
  }

  /// The date that a paragraph opens with: "3.5.2024 - The mill …".
  private func opening(of paragraph: Int) -> Timestamp? {
    guard let text = outline.text(of: paragraph) else { return nil }
    let tokens = tokens(of: text.utf8.span, limit: 60)
    guard let date = reader.dates(in: tokens).first, date.range.lowerBound <= 3,
      date.range.upperBound < tokens.count, tokens[date.range.upperBound].kind == .mark
    else { return nil }
    return date.timestamp
  }

  /// The dates of a line, unless it is a sentence that names a day.
  private func dates(of line: Line) -> [DateMatch] {
    guard line.hasNumber || reader.options.referenceDate != nil || Self.hasYear(line), line.words <= 24
    else { return [] }
    let dates = reader.dates(inText: line.text)
    let words = dates.reduce(0) { $0 + $1.words }
    guard words > 0, line.words - words <= 12, !line.endsSentence || line.words - words <= 4 else {
      return []
    }
    return dates
  }

  /// Whether a line has the sign for a year, before which the number may be in Chinese.
  private static func hasYear(_ line: Line) -> Bool { line.text.utf8.span.holds("年") }

  /// When the header says that the text was last changed; no day before that of publication.
  private func shownModification() -> Timestamp? {
    let marked = outline.dates.lazy.filter {
      outline.tree.value(of: "itemprop", at: $0) == "dateModified" && outline.zone(of: $0) == .header
    }.compactMap { node in
      (outline.tree.value(of: "datetime", at: node) ?? outline.tree.value(of: "content", at: node))
        .flatMap(timestamp)
    }
    let shown = outline.headerLines.lazy.filter { !outline.isForeign($0.node) && !outline.isInAside($0.node) }
      .flatMap { dates(of: $0.line) }.filter { $0.isLabelled && $0.label == .modified }.map(\.timestamp)
    guard let found = marked.first ?? shown.first else { return nil }
    return published.map { $0.isAfterDay(of: found) } == true ? nil : found
  }

  // MARK: - Values

  /// Reads a date as programs write it, or as people do.
  private func timestamp(_ text: String) -> Timestamp? {
    Timestamp(machineReadable: text)
      ?? reader.dates(in: tokens(of: text.utf8.span, limit: 80)).first?.timestamp
  }

  /// Reads a date; of one like `05/10/2024`, which is read either way, as the day that the page has elsewhere, and no day
  /// after the last change.
  private func timestamp(_ text: String, near shown: () -> [Timestamp]) -> Timestamp? {
    guard let found = timestamp(text) else { return nil }
    let isEitherWay =
      found.day <= 12 && text.prefix { $0.isNumber }.utf8.count <= 2 && text.utf8.contains(0x2F)
    guard isEitherWay,
      let other = Timestamp(year: found.year, month: found.day, day: found.month, clock: found.clock)
    else { return found }
    let days = shown()
    let isShown = { (day: Timestamp) in days.contains { $0.isOnDay(of: day) } }
    if isShown(other) != isShown(found) { return isShown(other) ? other : found }
    guard let modified, found.isAfterDay(of: modified), !other.isAfterDay(of: modified) else { return found }
    return other
  }

  /// The same instant with the offset of the newsroom, where the page gives it that way too.
  private func withOffset(_ timestamp: Timestamp, among others: [Timestamp]) -> Timestamp {
    guard let clock = timestamp.clock, clock.offset ?? 0 == 0 else { return timestamp }
    return others.first {
      guard let offset = $0.clock?.offset, offset != 0, clock.offset != nil else { return false }
      return $0.earlier(byMinutes: offset) == timestamp.moved(to: offset)
    } ?? timestamp
  }

  /// The same instant with the offset by which the clock in the page's header differs from UTC.
  private func withPrintedOffset(_ timestamp: Timestamp, among printed: [Timestamp]) -> Timestamp {
    guard timestamp.clock?.offset == 0,
      let printed = printed.first(where: { $0.clock != nil && $0.clock?.offset == nil })
    else { return timestamp }
    for offset in stride(from: -12 * 60, through: 14 * 60, by: 30) where offset != 0 {
      guard let local = timestamp.earlier(byMinutes: -offset), local.isOnDay(of: printed),
        local.clock?.hour == printed.clock?.hour, local.clock?.minute == printed.clock?.minute
      else { continue }
      return local.moved(to: offset)
    }
    return timestamp
  }

  /// The day in an address like `/2019/03/21/`, `-2019-03-21-` or `/20190321/`.
  private static func date(inAddress url: String) -> Timestamp? {
    let bytes = Array(url.utf8)
    var numbers: [(value: Int, range: Range<Int>)] = []
    var place = 0
    while place < bytes.count {
      let start = place
      var value = 0
      while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - start < 9 {
        value = value * 10 + Int(bytes[place] & 0x0F)
        place += 1
      }
      if place > start { numbers.append((value, start..<place)) } else { place += 1 }
    }
    for index in numbers.indices {
      let (value, range) = numbers[index]
      if range.count == 8, (1995...2100).contains(value / 10_000),
        let date = Timestamp(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      {
        return date
      }
      guard range.count == 4, (1995...2100).contains(value), index + 2 < numbers.count,
        numbers[index + 1].range.lowerBound == range.upperBound + 1,
        numbers[index + 2].range.lowerBound == numbers[index + 1].range.upperBound + 1,
        let date = Timestamp(year: value, month: numbers[index + 1].value, day: numbers[index + 2].value)
      else { continue }
      return date
    }
    return nil
  }
}

extension Timestamp {
  fileprivate func isOnDay(of other: Timestamp) -> Bool {
    year == other.year && month == other.month && day == other.day
  }

  fileprivate func isAfterDay(of other: Timestamp) -> Bool {
    (year, month, day) > (other.year, other.month, other.day)
  }

  /// The same clock face said to be in another zone.
  fileprivate func moved(to offset: Int) -> Timestamp {
    var moved = self
    moved.clock?.offset = offset
    return moved
  }
}

extension Timestamp {
  /// Reads ISO 8601 as pages write it: with fractions, without a colon in the offset, with a space for `T`.
  init?(machineReadable text: String) {
    var bytes = Array(text.utf8).filter { $0 > 0x20 || $0 == 0x20 }
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    guard bytes.count >= 10, bytes[4] == 0x2D else { return nil }
    if bytes.count > 10, bytes[10] == 0x20 { bytes[10] = 0x54 }
    if let dot = bytes.firstIndex(of: 0x2E) {
      let end = bytes[(dot + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.endIndex
      bytes.removeSubrange(dot..<end)
    }
    if bytes.count > 16, let space = bytes.lastIndex(of: 0x20) { bytes.remove(at: space) }
    if bytes.last == 0x7A { bytes[bytes.count - 1] = 0x5A }
    // "+0100" as "+01:00"
    if bytes.count >= 21, bytes[bytes.count - 5] == 0x2B || bytes[bytes.count - 5] == 0x2D {
      bytes.insert(0x3A, at: bytes.count - 2)
    }
    if let timestamp = Timestamp(String(decoding: bytes, as: UTF8.self)) {
      self = timestamp
    } else if let day = Timestamp(String(decoding: bytes.prefix(10), as: UTF8.self)) {
      self = day
    } else {
      return nil
    }
  }
}
