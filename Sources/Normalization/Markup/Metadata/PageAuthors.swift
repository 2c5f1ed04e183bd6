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
  private struct Claim {
    var authors: [Author]
    var node: Int
    var score: Double
  }

  let outline: PageOutline
  let outlet: Outlet
  private let reader: DateReader
  /// The word before names in the bylines of the page's language that is part of names in others.
  let preposition: WordHash?

  init(
    _ outline: PageOutline, head: PageHead, structured: StructuredArticle, outlet: Outlet, reader: DateReader,
    preposition: WordHash?
  ) {
    self.outline = outline
    self.outlet = outlet
    self.reader = reader
    self.preposition = preposition
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
        score >= Self.signed && shown.contains { $0.kind == .person && $0.name.utf8.contains(0x20) }
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
      if !found.isEmpty { return found }
    }
    guard let label = head.labelled({ label in Self.writtenBy.contains { label.hasPrefix($0) } }) else {
      return []
    }
    return outlet.names(in: plainText(label), isDeclared: true, isOrganization: false)
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

  /// Bylines of the header that nothing but their words marks, names beside a date, links to the pages of authors.
  private func linesOfHeader() -> [Claim] {
    var claims: [Claim] = []
    for (index, shown) in outline.headerLines.enumerated() {
      let line = shown.line
      guard line.words <= 24, !outline.isForeign(shown.node) else { continue }
      if let authors = signed(line) ?? signedBelow(outline.headerLines, index), !authors.isEmpty {
        claims.append(Claim(authors: authors, node: shown.node, score: 4.75))
      } else if !leadsToTopic(shown.node), let authors = namesBesideDate(line) ?? namesBesideHandle(line),
        !authors.isEmpty
      {
        claims.append(Claim(authors: authors, node: shown.node, score: 3.5))
      } else if let author = nameAboveOrBelowDate(outline.headerLines, index), !leadsToTopic(shown.node) {
        claims.append(Claim(authors: [author], node: shown.node, score: 3.25))
      }
    }
    for node in outline.header where outline.tree.nodes[node].tag == .a {
      guard let target = outline.tree.value(of: "href", at: node), Self.leadsToAuthor(target),
        let text = outline.text(of: node), text.utf8.count <= 80, !outline.isForeign(node),
        !isInRunningText(node)
      else { continue }
      let authors = outlet.names(in: text, isDeclared: false, isOrganization: false)
      if !authors.isEmpty { claims.append(Claim(authors: authors, node: node, score: 4.25)) }
    }
    return claims
  }

  /// Whether an element stands in a paragraph: whom that names is written of.
  private func isInRunningText(_ node: Int) -> Bool {
    let around = outline.weights[Int(outline.weights.block[node])]
    return around.text - around.links > 100
  }

  /// Bylines among the first and last lines of the text and right after it.
  private func linesAroundBody() -> [Claim] {
    let lines = outline.linesAroundBody
    for (index, shown) in lines.enumerated() {
      let line = shown.line
      guard line.words <= 12, !line.endsSentence, !outline.isForeign(shown.node),
        let authors = signed(line) ?? signedBelow(lines, index), !authors.isEmpty
      else { continue }
      return [Claim(authors: authors, node: shown.node, score: 3.25)]
    }
    // Names alone in bold or slanted letters: above the text or as a signature below it.
    for shown in lines where (2...8).contains(shown.line.words) && !shown.line.hasNumber {
      guard outline.isSetApart(shown.node), !outline.isForeign(shown.node),
        outline.zone(of: shown.node) != .tail || outline.isRightAfterText(shown.node),
        let found = listedAuthors(in: shown.line.text[...], isWhole: true),
        found.allSatisfy({ $0.kind == .person }),
        case let authors = outlet.known(found), !authors.isEmpty
      else { continue }
      return [Claim(authors: authors, node: shown.node, score: 3)]
    }
    return []
  }

  /// Whom a line names after "By" at its start, or after "by" behind its date: "Posted on 3 May 2024 by Jo Fenn".
  private func signed(_ line: Line) -> [Author]? {
    if let found = markedAuthors(in: line) { return outlet.known(found) }
    // "de Ion Popescu | Publicat: 12 mai 2024"
    if line.hasNumber, case let names = withoutPreposition(line.text), names != line.text,
      let found = listedAuthors(in: names[...], isWhole: false)
    {
      return outlet.known(found)
    }
    guard let first = line.firstWord, line.hasNumber || first.isAny(of: DateReader.publishedWords) else {
      return nil
    }
    for token in line.tokens.dropFirst() where token.isAny(of: Self.byWords) {
      let rest = Line(ofBlock: String(line.text[line.index(Int(token.start))...]))
      if let found = markedAuthors(in: rest) { return outlet.known(found) }
    }
    return nil
  }

  /// Whom a line names below one that is nothing but "By" or "Author:".
  private func signedBelow(_ lines: [PageOutline.ShownLine], _ index: Int) -> [Author]? {
    guard lines[index].line.words == 1, startsByline(lines[index].line.tokens), index + 1 < lines.count else {
      return nil
    }
    return listedAuthors(in: lines[index + 1].line.text[...], isWhole: false).map(outlet.known)
  }

  private static let byWords: WordSet = [
    "by", "von", "par", "por", "door", "di", "af", "av", "author", "autor", "autorin", "auteur", "autore",
    "автор",
  ]

  /// The people whom a line names before or after its date, if it holds nothing else.
  private func namesBesideDate(_ line: Line) -> [Author]? {
    guard line.words <= 12, line.hasNumber else { return nil }
    let dates = reader.dates(in: line.tokens)
    guard let first = dates.first, let last = dates.last else { return nil }
    let start = line.index(Int(line.tokens[first.range.lowerBound].start))
    let end = line.index(Int(line.tokens[last.range.upperBound - 1].end))
    for part in [line.text[..<start], line.text[end...]] {
      let text = AuthorText.name(in: String(part))
      if let found = listedAuthors(in: text[...], isWhole: true),
        found.contains(where: { $0.kind == .person })
      {
        return outlet.known(found)
      }
    }
    return nil
  }

  /// Whom a line names in full, if it is nothing but a name and its neighbour nothing but a date.
  private func nameAboveOrBelowDate(_ lines: [PageOutline.ShownLine], _ index: Int) -> Author? {
    let line = lines[index].line
    guard (2...4).contains(line.words), !line.hasNumber, let first = line.firstWord,
      isGivenName(first.hash),
      [index - 1, index + 1].contains(where: { lines.indices.contains($0) && isDate(lines[$0].line) }),
      let found = listedAuthors(in: line.text[...], isWhole: true), found.count == 1, found[0].kind == .person
    else { return nil }
    return outlet.known(found).first
  }

  private func isDate(_ line: Line) -> Bool {
    guard line.words <= 8, line.hasNumber else { return false }
    let words = reader.dates(in: line.tokens).reduce(0) { $0 + $1.words }
    return words > 0 && line.words - words <= 2
  }

  /// Whether a line has a link to the page of a section or of a tag: what stands beside the date there is its name.
  private func leadsToTopic(_ node: Int) -> Bool {
    let block = Int(outline.weights.block[node])
    return (block..<min(Int(outline.weights.end[block]), block + 24)).contains { inner in
      guard outline.tree.nodes[inner].tag == .a else { return false }
      if outline.tree.value(of: "rel", at: inner)?.utf8.span.holds("tag") == true { return true }
      guard let target = outline.tree.value(of: "href", at: inner)?.utf8 else { return false }
      return target.span.holds("/category/") || target.span.holds("/kategorie/") || target.span.holds("/tag/")
        || target.span.holds("/section/") || target.span.holds("/topic/") || target.span.holds("/rubrik/")
    }
  }

  /// The people whom a line names with their accounts: "Jo Fenn, @jofenn".
  private func namesBesideHandle(_ line: Line) -> [Author]? {
    guard line.words <= 10, line.text.utf8.contains(UInt8(ascii: "@")) else { return nil }
    return listedAuthors(in: line.text[...], isWhole: true).map(outlet.known)
  }

  /// Whether an address is that of a page about an author.
  static func leadsToAuthor(_ target: String) -> Bool {
    // "https://letters.example/@jofenn"
    if let last = target.utf8.split(separator: UInt8(ascii: "/")).last, last.first == UInt8(ascii: "@") {
      return true
    }
    return target.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains { segment in
      authorSegments.contains { segment.elementsEqual($0) }
    }
  }

  private static let authorSegments: [[UInt8]] = [
    "author", "authors", "autor", "autores", "autoren", "auteur", "auteurs", "autore", "autori", "profile",
    "profil",
    "profiles", "staff", "people", "person", "journalist", "journalists", "writer", "writers", "contributor",
    "contributors", "reporter", "reporters", "by", "redakteur", "kolumnist", "columnist", "columnists",
    "user", "users",
  ].map { Array($0.utf8) }
}
