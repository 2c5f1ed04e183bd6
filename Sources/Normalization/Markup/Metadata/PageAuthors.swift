/// Finds who signed the article of a page: in its JSON-LD, in the marks of its elements, in its head and in the words of
/// its header.
struct PageAuthors {
  private(set) var authors: [Author] = []

  /// How far an element's mark says that its text is a name.
  enum Mark: Int, Comparable {
    /// The words alone: "By Jo Fenn".
    case words
    /// A class that names authors.
    case named
    /// `rel=author`, `itemprop=author`, hCard's `fn`.
    case declared

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What one place of the page says.
  struct Claim {
    var authors: [Author]
    var node: Int
    var score: Double
  }

  let outline: PageOutline
  let outlet: Outlet
  let reader: DateReader
  /// The word before names in the bylines of the page's language that is part of names in others.
  let preposition: WordHash?
  /// The words of the first links to the site's start page.
  let siteNames: [[UInt64]]

  init(
    _ outline: PageOutline, head: PageHead, structured: StructuredArticle, outlet: Outlet, reader: DateReader,
    preposition: WordHash?
  ) {
    self.outline = outline
    self.outlet = outlet
    self.reader = reader
    self.preposition = preposition
    siteNames = outline.tree.textsOfLinksHome(limit: 3).map(wordHashes).filter { !$0.isEmpty }
    var stated: [Author] = []
    for author in structured.authors {
      stated += outlet.names(in: author.name, isDeclared: true, isOrganization: author.isOrganization)
    }
    // The head may name those as well who wrote along.
    if stated.count == 1, case let all = outlet.unique(headAuthors(head)), all.count > 1,
      all.contains(stated[0]), all.allSatisfy({ $0.kind == .person && $0.name.utf8.contains(0x20) })
    {
      stated = all
    }
    // Names in full need hardly a look at the page; a house, an account or a first name gives way to whom it shows.
    let isFull = stated.contains { $0.kind == .person } && stated.allSatisfy { $0.name.utf8.contains(0x20) }
    if isFull {
      authors = outlet.unique(printed(insteadOf: stated) ?? stated)
    } else {
      let (shown, score) = shownAuthors()
      let isVague = stated.allSatisfy { $0.kind == .organization || outlet.isAccount($0.name) }
      let showsPerson =
        score >= Self.signed
        && shown.contains {
          $0.kind == .person && ($0.name.utf8.contains(0x20) || isEastAsianName($0.name[...]))
        }
      authors = outlet.unique(
        isVague && (stated.isEmpty || showsPerson) ? shown : stated.map { outlet.completed($0, by: shown) })
      // A name that the page shows without a mark may be the paper's, or a place.
      if stated.isEmpty, score < Self.signed, case let named = headAuthors(head), areFull(named) {
        authors = outlet.unique(named)
      }
    }
    if authors.isEmpty { authors = outlet.unique(headAuthors(head)) }
    if authors.isEmpty, let title = head.title { authors = outlet.unique(authorsBehind(plainText(title))) }
    if authors.isEmpty, let person = structured.onlyPerson {
      authors = outlet.unique(outlet.names(in: person, isDeclared: true, isOrganization: false))
    }
  }

  /// What a byline comes to at least; a name that nothing marks as one stays below.
  private static let signed = 4.5

  // MARK: - The head

  /// Whether all of these, of which there is one at least, are persons with a given name and a surname.
  private func areFull(_ authors: [Author]) -> Bool {
    !authors.isEmpty
      && authors.allSatisfy {
        $0.kind == .person && startsWithGivenName($0.name)
          && (2...3).contains($0.name.split(separator: " ").count)
      }
  }

  private func headAuthors(_ head: PageHead) -> [Author] {
    for name in Self.headNames {
      let found = head.all(name).flatMap {
        outlet.names(in: plainText($0), isDeclared: true, isOrganization: false)
      }
      if !found.isEmpty { return listed(with: found) ?? found }
    }
    guard let label = head.labelled({ label in Self.writtenBy.contains { label.hasPrefix($0) } }) else {
      return []
    }
    return outlet.names(in: plainText(label), isDeclared: true, isOrganization: false)
  }

  /// The people in a line of the header that is a list of names with the only one of the head among them.
  private func listed(with found: [Author]) -> [Author]? {
    guard found.count == 1 else { return nil }
    for shown in outline.headerLines where (4...12).contains(shown.line.words) && !shown.line.endsSentence {
      guard !outline.isForeign(shown.node), let all = listedAuthors(in: shown.line.text[...], isWhole: true),
        all.contains(found[0]), all.allSatisfy({ $0.kind == .person })
      else { continue }
      return outlet.known(all)
    }
    return nil
  }

  /// Whom the page's title names behind the headline: "Old mill turns again - by Jo Fenn".
  private func authorsBehind(_ title: String) -> [Author] {
    let words = title.split(separator: " ")
    guard let dash = words.lastIndex(where: { ["-", "–", "—", "|"].contains($0) }), dash > 1 else {
      return []
    }
    return outlet.known(markedAuthors(in: Line(ofBlock: words[(dash + 1)...].joined(separator: " "))) ?? [])
      .filter { $0.kind == .person }
  }

  private static let headNames = [
    "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dc:creator", "author",
    "article:author", "byl", "dcterms.creator", "citation_author", "cxenseparse:author",
    "shareaholic:article_author_name",
    "authors", "og:article:author", "rbauthors", "twitter:misc:written by", "og:author",
  ]
  private static let writtenBy = [
    "writ", "verf", "écrit", "escrit", "geschr", "scritt", "door", "av", "author", "autor", "von", "by",
  ]

  // MARK: - The page

  /// The authors that a byline above the text names, where the page's programs name but one: another than who put it
  /// there, or somebody else as well.
  private func printed(insteadOf stated: [Author]) -> [Author]? {
    guard stated.count == 1 else { return nil }
    for shown in outline.headerLines where shown.line.words <= 12 {
      guard !shown.line.endsSentence, !outline.isForeign(shown.node), let authors = signed(shown.line),
        !authors.isEmpty, authors.allSatisfy({ $0.kind == .person && $0.name.utf8.contains(0x20) })
      else { continue }
      return authors
    }
    return nil
  }

  /// The names that the page shows as its authors': those of the place that has the best marks.
  ///
  /// - Returns: The score of that place, too: 4.5 and more where the header marks it.
  private func shownAuthors() -> (authors: [Author], score: Double) {
    // What stands elsewhere counts only where the article itself names nobody.
    let near = outline.bylines.filter { outline.zone(of: $0) != .elsewhere }
    var claims = near.compactMap(claim)
    claims += linesOfHeader()
    if claims.allSatisfy({ $0.score < 3 }) { claims += linesAroundBody() }
    if claims.allSatisfy({ $0.score < 3 }) {
      claims += outline.bylines.filter { outline.zone(of: $0) == .elsewhere }.compactMap(claim)
    }
    // A house is the author where no person is.
    let ofPeople = claims.filter { $0.score >= 3 && $0.authors.contains { $0.kind == .person } }
    if !ofPeople.isEmpty {
      claims.removeAll { $0.score < 5 && $0.authors.allSatisfy { $0.kind == .organization } }
    }
    guard let best = claims.max(by: { ($0.score, -$0.node) < ($1.score, -$1.node) }), best.score >= 3 else {
      return ([], 0)
    }
    // Other authors stand beside the first, in elements of the same kind.
    let family = outline.tree.bytes(of: best.node)
    var authors: [Author] = []
    for claim in claims
    where claim.node == best.node
      || !family.isEmpty && abs(claim.node - best.node) < 120 && claim.score > best.score - 0.2
        && outline.zone(of: claim.node) == outline.zone(of: best.node)
        && outline.tree.nodes[claim.node].tag == outline.tree.nodes[best.node].tag
    {
      authors += claim.authors
    }
    return (authors, best.score)
  }

  private func claim(of node: Int) -> Claim? {
    // A whole section of the page that is about authors is no byline.
    guard Int(outline.weights.end[node]) - node <= 80, !outline.isForeign(node) else { return nil }
    guard !isOtherCard(node), !isLicensor(node) else { return nil }
    let mark = mark(of: node)
    if mark != .declared, outline.isHidden(node) { return nil }
    let authors = authors(in: node, mark)
    guard !authors.isEmpty else { return nil }
    var score = mark == .declared ? 2.5 : 2.0
    switch outline.zone(of: node) {
    case .header: score += 3
    case .body: score += 1.5
    case .tail: score += 1.75
    case .elsewhere: score += mark == .declared ? 0.5 : 0
    }
    // "Jo Fenn | Published 3 hours ago" is the line of the article, whatever it stands in.
    if outline.isInFurniture(node), outline.zone(of: node) == .elsewhere || !saysWhenPublished(node) {
      score -= outline.zone(of: node) == .header ? 0.25 : mark == .declared ? 0.75 : 1.5
    }
    return Claim(authors: authors, node: node, score: score)
  }

  private func saysWhenPublished(_ node: Int) -> Bool {
    guard let text = outline.text(of: node), text.utf8.count <= 120 else { return false }
    return tokens(of: text.utf8.span).contains { $0.isAny(of: DateReader.publishedWords) }
  }

  /// Whether an element is the name on an hCard of something else: a place, a firm.
  private func isOtherCard(_ node: Int) -> Bool {
    let tree = outline.tree
    guard let names = tree.value(of: "class", at: node)?.split(separator: " "), names.contains("fn"),
      !names.contains(where: { $0.utf8.span.holds("author") })
    else { return false }
    var ancestor = Int(tree.nodes[node].parent)
    for _ in 0..<4 where ancestor > 0 {
      if outline.weights.hints[ancestor].contains(.author) { return false }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return tree.value(of: "rel", at: node)?.utf8.span.holds("author") != true
      && tree.value(of: "href", at: node).map(Self.leadsToAuthor) != true
  }

  /// Whether an element names who took a picture: a link to its licence or to where it is from.
  private func isLicensor(_ node: Int) -> Bool {
    let tree = outline.tree
    return (node..<min(Int(outline.weights.end[node]), node + 4)).contains { inner in
      guard tree.nodes[inner].tag == .a else { return false }
      if tree.value(of: "class", at: inner)?.utf8.span.holds("license") == true { return true }
      guard let target = tree.value(of: "href", at: inner)?.utf8 else { return false }
      return target.span.holds("creativecommons") || target.span.holds("/wiki/File:")
    }
  }

  private func mark(of node: Int) -> Mark {
    let tree = outline.tree
    if tree.value(of: "rel", at: node)?.split(separator: " ").contains("author") == true { return .declared }
    if let property = tree.value(of: "itemprop", at: node), property.hasPrefix("author") { return .declared }
    if tree.value(of: "class", at: node)?.split(separator: " ").contains("fn") == true { return .declared }
    return .named
  }

  /// Whether an address is that of a page about an author.
  static func leadsToAuthor(_ target: String) -> Bool {
    let bytes = target.utf8.span
    var count = bytes.count
    while count > 0, bytes[count - 1] == UInt8(ascii: "/") { count -= 1 }
    let segments = authorSegments
    var start = 0
    while case let end = bytes.first(UInt8(ascii: "/"), from: start), end < count {
      var hash = WordHash.seed
      for place in start..<end { hash = WordHash.step(hash, bytes[place]) }
      if segments.contains(hash) { return true }
      start = end + 1
    }
    // "https://letters.example/@jofenn"
    return start < count && bytes[start] == UInt8(ascii: "@")
  }

  private static let authorSegments: WordSet = [
    "author", "authors", "autor", "autores", "autoren", "auteur", "auteurs", "autore", "autori", "profile",
    "profil",
    "profiles", "staff", "people", "person", "journalist", "journalists", "writer", "writers", "contributor",
    "contributors", "reporter", "reporters", "by", "redakteur", "kolumnist", "columnist", "columnists",
    "user", "users",
  ]
}

extension MarkupTree {
  /// The texts of a page's links to the start page of its site, of some words at most.
  ///
  /// - Parameter limit: So many are looked at.
  fileprivate func textsOfLinksHome(limit: Int) -> [String] {
    var texts: [String] = []
    for node in nodes.indices where nodes[node].tag == .a && leadsHome(node) {
      if let text = text(of: node) { texts.append(text) }
      if texts.count == limit { break }
    }
    return texts.filter { $0.utf8.count <= 60 }
  }

  private func leadsHome(_ link: Int) -> Bool {
    // Most links lead further, as their slashes tell.
    guard let target = spelling(of: "href", at: link), let first = target.first,
      first == UInt8(ascii: "/") ? target.count == 1 : first == UInt8(ascii: "h"),
      target.count(where: { $0 == UInt8(ascii: "/") }) <= 3
    else { return false }
    return target.count == 1 || PageAddress(String(decoding: target, as: UTF8.self))?.isStartPage == true
  }
}
