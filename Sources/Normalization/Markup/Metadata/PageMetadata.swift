/// What a page says about its article in its head, in JSON-LD, in marked elements and in its header.
struct PageMetadata {
  /// The title without the site's name.
  private(set) var title: String?
  /// The element that shows it.
  private(set) var heading: Int?
  private(set) var authors: [Author] = []
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?
  private(set) var description: String?
  /// The words of the page's title beside the headline: the site's name.
  private(set) var siteWords: WordSet
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var section: String?
  /// What the page declares itself to be about.
  private(set) var keywords: [String] = []
  private(set) var pictures = PagePictures()
  /// The figure in the header, over the headline above all, and its caption.
  private(set) var leadFigure: (figure: Int32, caption: String)?
  private(set) var isAccessibleForFree: Bool?
  /// The language that the page declares.
  private(set) var language: String?
  /// The text of the article in JSON-LD.
  private(set) var articleBody: String?

  /// The first lines below the article's text.
  private(set) var linesBelow: [Line] = []

  private var reader: DateReader

  /// Reads the page's word about itself.
  ///
  /// - Parameter container: The element that holds the article's text.
  init(_ tree: MarkupTree, _ weights: MarkupWeights, container: Int?, options: NormalizationOptions) {
    reader = DateReader(options: options)
    var head = PageHead()
    var outline = PageOutline(tree, weights, container: container)
    var blocks: [LooseJSON] = []
    for node in 1..<max(1, tree.nodes.count) where tree.nodes[node].tag != .text {
      switch tree.nodes[node].tag {
      case .html where language == nil: language = tree.value(of: "lang", at: node)
      case .meta, .link, .title: head.take(node, of: tree)
      case .script:
        guard tree.value(of: "type", at: node)?.utf8.span.holds("ld+json") == true,
          let content = tree.children(of: node).first
        else { continue }
        if let json = LooseJSON(tree.bytes(of: content)) { blocks.append(json) }
      case .img, .amp_img: pictures.take(node, of: tree)
      default: outline.take(node)
      }
    }
    outline.settleHeadings()
    let written = outline.language(declared: language)
    reader.convention = DateConvention(language: written, declared: language)
    reader.learnOrder(from: outline)
    let metaTitles = ["og:title", "twitter:title", "headline", "dc.title", "dc:title", "title"].compactMap {
      head.first([$0]).map(plainText)
    }
    let structured = StructuredArticle(
      blocks, title: head.title.map(wordHashes) ?? [],
      titles: metaTitles + [head.title.map(plainText)].compactMap(\.self) + outline.topHeadings)
    url = PageAddress.canonical(link: head.canonical, openGraph: head.first(["og:url"]))
    let outlet = Outlet(
      names: [structured.publisher, head.first(["og:site_name"]), head.first(["application-name"])]
        .compactMap { $0.map(plainText) }, address: url)
    publisher = outlet.name

    let title = PageTitle(
      outline, structured: structured.headline, meta: metaTitles,
      document: head.title.map(plainText), outlet: outlet)
    self.title = title.text
    heading = title.heading
    let headline = WordSet(title.text.map(wordHashes) ?? [])
    siteWords = WordSet(
      (head.title.map { wordHashes(of: plainText($0)) } ?? []).filter { !headline.contains($0) })
    outline.settle(heading: title.heading)

    authors =
      PageAuthors(
        outline, head: head, structured: structured, outlet: outlet, reader: reader,
        preposition: written.flatMap { bylinePrepositions[$0] }
      ).authors
    let dates = PageDates(outline, head: head, structured: structured, address: url, reader: reader)
    published = dates.published
    modified = dates.modified
    description =
      structured.description
      ?? head.first(["og:description", "description", "twitter:description"]).map(plainText)
    section =
      structured.section
      ?? head.first(["article:section", "og:section", "parsely-section", "section"]).map(plainText)
    keywords = Self.keywords(head, structured, headline: headline)
    leadFigure = pictures.figure(in: outline)
    pictures.settle(head: head, structured: structured, base: url.flatMap(PageAddress.init))
    isAccessibleForFree = structured.isAccessibleForFree ?? Self.access(head)
    articleBody = structured.body
    linesBelow = outline.linesBelow.map(\.line)
  }

  /// The keywords that editors set for the article; the `keywords` element is left out, since most pages have there what
  /// the site is about.
  private static func keywords(_ head: PageHead, _ structured: StructuredArticle, headline: WordSet)
    -> [String]
  {
    let declared = [
      head.all("news_keywords"), head.all("article:tag"), structured.keywords, head.all("parsely-tags"),
      head.all("sailthru.tags"),
    ]
    guard let found = declared.first(where: { !$0.isEmpty }) else { return [] }
    var seen: Set<String> = []
    let keywords = found.flatMap {
      plainText($0).split { ",;".contains($0) }.map { collapse(Array($0.utf8)) }
    }
    .map(withoutPath(_:))
    .filter {
      $0.utf8.count <= 80 && !$0.contains(":") && !$0.hasPrefix("@") && !isCode($0)
        && seen.insert($0.lowercased()).inserted
    }
    .prefix(24)
    return areHeadline(Array(keywords), headline) ? [] : Array(keywords)
  }

  /// Whether a keyword is for programs: "100312362", "_no-feed", "98be933f-38cf-4fba-b6c6-ad438e82010a", nothing.
  private static func isCode(_ keyword: String) -> Bool {
    keyword.hasPrefix("_") || !keyword.contains(where: \.isLetter)
      || keyword.count == 36 && keyword.allSatisfy { $0 == "-" || $0.isHexDigit }
  }

  /// A keyword without the part of the site that it stands in: "topic/assault", and not "AI/ML".
  private static func withoutPath(_ keyword: String) -> String {
    guard let slash = keyword.lastIndex(of: "/"),
      keyword[..<slash].utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 == 0x2F })
    else {
      return keyword
    }
    return String(keyword[keyword.index(after: slash)...])
  }

  /// Whether keywords are the words of the headline, as they stand in the page's address.
  private static func areHeadline(_ keywords: [String], _ headline: WordSet) -> Bool {
    keywords.count >= 5 && keywords.allSatisfy { !$0.contains(" ") && $0 == $0.lowercased() }
      && keywords.count { wordHashes(of: $0).allSatisfy(headline.contains) } * 5 >= keywords.count * 3
  }

  /// Whether the text is free, as the tier of its content says.
  private static func access(_ head: PageHead) -> Bool? {
    switch head.first(["article:content_tier", "article:content-tier"])?.lowercased() {
    case "free": true
    case "locked", "metered": false
    default: nil
    }
  }

  /// The dates among the words of a line.
  func dates(in tokens: [Token]) -> [DateMatch] { reader.dates(in: tokens) }
}

extension PageMetadata {
  /// Whether a line has a date and little besides; a sentence has more.
  func isDateLine(_ line: Line) -> Bool {
    let dates = dates(in: line.tokens)
    let words = dates.reduce(0) { $0 + $1.words }
    // Days of which none is that of publication: "born 3 March 1929; died 28 January 2024".
    if dates.count > 1, !dates.contains(where: \.isLabelled) { return line.words - words <= 2 }
    return words > 0 && line.words - words <= (line.endsSentence ? 4 : 6)
  }

  /// Whether a line has the article's authors and nothing else, or initials in brackets: "(jf)".
  func isSignature(_ line: Line) -> Bool {
    if line.words == 1, line.characters <= 8, line.text.first == "(", line.text.last == ")" {
      return !line.hasNumber
    }
    guard line.words <= 8, !line.endsSentence, !authors.isEmpty,
      let names = markedAuthors(in: line) ?? listedAuthors(in: line.text[...], isWhole: true)
    else { return false }
    return names.allSatisfy(authors.contains)
  }
}

extension PageOutline {
  /// The language of the first paragraphs.
  fileprivate func language(declared: String?) -> String? {
    Normalization.language(
      of: firstParagraphs.compactMap { text(of: $0).map { Paragraph($0) } }, declared: declared)
  }
}

extension DateReader {
  /// Takes notice of how the dates of a page put day and month.
  fileprivate mutating func learnOrder(from outline: PageOutline) {
    for node in outline.dates.prefix(40) where Int(outline.weights.end[node]) - node <= 12 {
      if let text = outline.text(of: node) { learnOrder(from: tokens(of: text.utf8.span, limit: 80)) }
    }
  }
}
