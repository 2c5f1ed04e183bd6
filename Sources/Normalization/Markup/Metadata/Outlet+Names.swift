/// Reads the names in what a page or a wire file gives for its authors.
extension Outlet {
  /// The people and desks that a text names which the page gives as its author's.
  ///
  /// - Parameter isDeclared: Whether the page says so outright, so that any short text is a name.
  func names(in text: String, isDeclared: Bool, isOrganization: Bool) -> [Author] {
    let whole = text
    // "Jo Fenn (text) and Ann Roe (photos)"
    if whole.utf8.count <= 200, whole.utf8.contains(UInt8(ascii: "(")),
      let credited = listedAuthors(in: whole[...], isWhole: true)
    {
      let people = known(credited).filter { $0.kind == .person }
      if !people.isEmpty { return people }
    }
    let text = withoutOffice(AuthorText.name(in: whole))
    // "Dunmere Post (www.dunmere.example)"
    if isAddressed(in: whole), !isAddressed(in: text) { return [] }
    guard !text.isEmpty, text.utf8.count <= 200, !text.utf8.span.holds("://"), !isExactly(text) else {
      return []
    }
    var found: [Author] = []
    if isDeclared, !text.utf8.contains(0x20), !text.utf8.contains(UInt8(ascii: ";")),
      AuthorText.mayBeName(text), !isAgency(text)
    {
      found = [Author(name: text, kind: .person)]
    }
    if found.isEmpty {
      found = markedAuthors(in: Line(ofBlock: text)) ?? listedAuthors(in: text[...], isWhole: true) ?? []
    }
    if found.isEmpty, isDeclared {
      // "jf;ar", "Jo & Ann": accounts and first names.
      let parts = text.split { ";&".contains($0) }.map { AuthorText.name(in: String($0)) }
      if parts.allSatisfy(AuthorText.mayBeName) { found = parts.map { Author(name: $0, kind: .person) } }
    }
    if found.isEmpty {
      // "Jo Fenn | 3 hours ago", "Jo Fenn, London, Ann Roe"
      let parts =
        text.utf8.contains(UInt8(ascii: ":"))
        ? [] : text.split { "|·•,;".contains($0) }.map { AuthorText.name(in: String($0)) }
      found = parts.flatMap { part in
        part.utf8.contains(0x20)
          ? (listedAuthors(in: part[...], isWhole: true) ?? []).filter { $0.kind == .person } : []
      }
    }
    return known(found).map { Author(name: $0.name, kind: isOrganization ? .organization : $0.kind) }
  }

  /// The authors but for the outlet itself and for nobody; a desk of the outlet is one.
  func known(_ authors: [Author]) -> [Author] {
    authors.filter { author in
      guard !AuthorText.isNobody(author.name), !AuthorText.isFirm(author.name), !isExactly(author.name),
        author.kind == .organization || !AuthorText.isOfPage(author.name)
      else { return false }
      if author.kind == .organization {
        return author.name.utf8.contains(0x20)
          || !isNamed(by: author.name) && !begins(with: author.name)
      }
      return !isNamed(by: author.name)
    }
  }

  /// A name without the office at the outlet that follows it: "Jo Fenn" of "Jo Fenn Dunmere Post News Fellow".
  private func withoutOffice(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard (3...12).contains(words.count), isIn(text) else { return text }
    // A short word may be a surname.
    let length = (2..<words.count).first {
      let rest = words[$0...].joined(separator: " ")
      return rest.utf8.count >= 6 && isNamed(by: rest)
    }
    guard let length, case let name = words[..<length].joined(separator: " "),
      listedAuthors(in: name[...], isWhole: true)?.first?.kind == .person
    else { return text }
    return name
  }

  /// Whether a name is that of an account rather than of a person: "jo.fenn", "jofenn2", "jf".
  func isAccount(_ name: String) -> Bool {
    !name.utf8.contains(0x20)
      && (name.utf8.count <= 3
        || !name.unicodeScalars.contains { $0.properties.isUppercase || $0.value >= 0x300 })
  }

  /// An author under the fuller name that the page shows: "Jo Fenn" for "Jo".
  func completed(_ author: Author, by shown: [Author]) -> Author {
    guard !author.name.utf8.contains(0x20) else { return author }
    return shown.first { $0.name.hasPrefix(author.name + " ") } ?? author
  }

  /// Each author once: not again, and not by a part of a name that stands there in full.
  func unique(_ authors: [Author]) -> [Author] {
    var seen: Set<String> = []
    let full = authors.map { $0.name.lowercased().split(separator: " ") }.filter { $0.count > 1 }
    return authors.filter { author in
      let name = author.name.lowercased()
      let isPart = !name.utf8.contains(0x20) && full.contains { $0.contains(Substring(name)) }
      return !isPart && seen.insert(name).inserted
    }
  }
}
