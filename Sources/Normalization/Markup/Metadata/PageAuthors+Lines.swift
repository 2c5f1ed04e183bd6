/// Reads the names in lines that nothing but their words or their place marks.
extension PageAuthors {
  /// Bylines of the header that nothing but their words marks, names beside a date, links to the pages of authors.
  func linesOfHeader() -> [Claim] {
    var claims: [Claim] = []
    for (index, shown) in outline.headerLines.enumerated() {
      let line = shown.line
      // A byline with a date in full, its label and the day of the week is longer.
      guard line.words <= (startsByline(line.tokens) ? 32 : 24), !outline.isForeign(shown.node) else {
        continue
      }
      if let authors = signed(line) ?? signedBelow(outline.headerLines, index), !authors.isEmpty {
        claims.append(Claim(authors: authors, node: shown.node, score: 4.7))
      } else if let author = nameBesideAddress(outline.headerLines, index) {
        claims.append(Claim(authors: [author], node: shown.node, score: 4.7))
      } else if let author = nameBesideOffice(shown) {
        claims.append(Claim(authors: [author], node: shown.node, score: 4.25))
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
  func linesAroundBody() -> [Claim] {
    let lines = outline.linesAroundBody
    for (index, shown) in lines.enumerated() {
      let line = shown.line
      guard line.words <= 12, !line.endsSentence, !outline.isForeign(shown.node),
        let authors = signed(line) ?? signedBelow(lines, index), !authors.isEmpty
      else { continue }
      return [Claim(authors: authors, node: shown.node, score: 3.25)]
    }
    // Names alone in bold or slanted letters: above the text or as a signature below it.
    for shown in lines
    where (2...8).contains(shown.line.words) && !shown.line.hasNumber
      && !outline.isAmongFirstParagraphs(shown.node) && wording(of: shown.line) == nil
    {
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
  func signed(_ line: Line) -> [Author]? {
    // "From: Jo Fenn <jo@dunmere.example>", over a mail that was handed on
    if line.text.utf8.contains(UInt8(ascii: "@")), QuotedHeader.isField(line.text) { return nil }
    if let found = markedAuthors(in: line) { return outlet.known(found) }
    // "Text Jo Fenn · Photographs Al Roe"
    if hasBar(line.text.utf8.span), let bar = line.text.firstIndex(where: { "·•|".contains($0) }),
      let found = markedAuthors(in: Line(ofBlock: String(line.text[..<bar])))
    {
      return outlet.known(found)
    }
    // "de Ion Popescu | Publicat: 12 mai 2024"
    if line.hasNumber, case let names = withoutPreposition(line.text), names != line.text,
      let found = listedAuthors(in: names[...], isWhole: false)
    {
      return outlet.known(found)
    }
    // "Author, Jo Fenn", with the comma for those who have it read to them
    if line.words <= 8, startsByline(line.tokens), line.tokens.count > 2, line.tokens[1].isMark(","),
      let found = listedAuthors(in: line.text[line.index(Int(line.tokens[1].end))...], isWhole: true)
    {
      return outlet.known(found)
    }
    // Behind other words "by" says where or by what: "Boats moored by Harbour Lane (3 May 2024)".
    let isPublished = line.firstWord?.isAny(of: DateReader.publishedWords) == true
    guard isPublished || line.hasNumber && !line.endsSentence else { return nil }
    let start = isPublished ? 0 : line.tokens.firstIndex { $0.kind == .number } ?? line.tokens.count
    for token in line.tokens[start...].dropFirst() where token.isAny(of: Self.byWords) {
      let rest = Line(ofBlock: String(line.text[line.index(Int(token.start))...]))
      if let found = markedAuthors(in: rest) { return outlet.known(found) }
    }
    return nil
  }

  private func hasBar(_ line: Span<UInt8>) -> Bool { line.holds("|") || line.holds("·") || line.holds("•") }

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

  /// The people whom a line names before or after its date and the label of that, if it holds nothing else.
  private func namesBesideDate(_ line: Line) -> [Author]? {
    guard line.hasNumber else { return nil }
    let dates = reader.dates(in: line.tokens)
    guard let first = dates.first, let last = dates.last else { return nil }
    let label = line.tokens[..<first.range.lowerBound].firstIndex {
      $0.isAny(of: DateReader.publishedWords) || $0.isAny(of: DateReader.modifiedWords)
    }
    let start = line.index(Int(line.tokens[label ?? first.range.lowerBound].start))
    let end = line.index(Int(line.tokens[last.range.upperBound - 1].end))
    for part in [line.text[..<start], line.text[end...]] where !isOfSite(part) {
      let text = AuthorText.name(in: String(part))
      if let found = listedAuthors(in: text[...], isWhole: true),
        found.contains(where: { $0.kind == .person })
      {
        return outlet.known(found)
      }
    }
    return nil
  }

  /// Whether a text starts with what a link to the start page says: the site's name, unless people are called so.
  private func isOfSite(_ text: Substring) -> Bool {
    let words = wordHashes(of: String(text))
    guard let first = words.first, !isGivenName(first) else { return false }
    return siteNames.contains { words.starts(with: $0) }
  }

  /// Whom a line names that has nothing beside it but a mail address, of that person by its words.
  private func nameBesideAddress(_ lines: [PageOutline.ShownLine], _ index: Int) -> Author? {
    let line = lines[index].line
    guard (2...4).contains(line.words), !line.hasNumber, index + 1 < lines.count,
      case let address = lines[index + 1].line.text, !address.contains(" "),
      let local = address.split(separator: "@").first, local.utf8.count < address.utf8.count,
      let found = listedAuthors(in: line.text[...], isWhole: true), found.count == 1, found[0].kind == .person
    else { return nil }
    let parts = local.lowercased().split { !$0.isLetter }
    guard found[0].name.lowercased().split(separator: " ").contains(where: parts.contains) else { return nil }
    return outlet.known(found).first
  }

  /// Whom the first element of a line names in full, where the rest of the line says what that person is: "Jo Fenn", and beside it
  /// "Politics reporter".
  private func nameBesideOffice(_ shown: PageOutline.ShownLine) -> Author? {
    guard (3...8).contains(shown.line.words), !shown.line.hasNumber, !shown.line.endsSentence,
      let name = outline.tree.text(ofNode: shown.node), shown.line.text.hasPrefix(name),
      (2...4).contains(name.split(separator: " ").count), startsWithGivenName(name),
      shown.line.tokens.contains(where: { $0.start >= name.utf8.count && isOffice($0) }),
      let found = listedAuthors(in: name[...], isWhole: true), found.count == 1, found[0].kind == .person
    else { return nil }
    return outlet.known(found).first
  }

  /// Whom a line names in full, if it is nothing but a name, or that and the site's, and its neighbour nothing but a date.
  private func nameAboveOrBelowDate(_ lines: [PageOutline.ShownLine], _ index: Int) -> Author? {
    guard [index - 1, index + 1].contains(where: { lines.indices.contains($0) && isDate(lines[$0].line) })
    else { return nil }
    let line = withoutSite(lines[index].line)
    guard (2...4).contains(line.words), !line.hasNumber, let first = line.firstWord,
      isGivenName(first.hash),
      let found = listedAuthors(in: line.text[...], isWhole: true), found.count == 1, found[0].kind == .person
    else { return nil }
    return outlet.known(found).first
  }

  /// A line without the site's name and what follows that: "Jo Fenn" of "Jo Fenn Dunmere Post, London".
  private func withoutSite(_ line: Line) -> Line {
    guard (4...12).contains(line.words) else { return line }
    let words = line.tokens.filter { $0.kind != .mark }
    guard words.count > 2 else { return line }
    for start in 2..<words.count
    where siteNames.contains(where: { words[start...].map(\.hash).starts(with: $0) }) {
      return Line(ofBlock: collapse(Array(line.text[..<line.index(Int(words[start].start))].utf8)))
    }
    return line
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
}
