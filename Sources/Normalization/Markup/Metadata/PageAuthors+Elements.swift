/// Reads the names in elements that a page marks for authors.
extension PageAuthors {
  /// The names in an element: in the links and marked elements within it, if it has such, else in its own words.
  func authors(in node: Int, _ mark: Mark) -> [Author] {
    let tree = outline.tree
    let linked = linkedAuthors(in: node, mark)
    if !linked.isEmpty, Int(outline.weights.end[node]) - node <= 40 {
      // In a paragraph about the author the first link is theirs.
      return tree.text(of: node).map { $0.utf8.count } ?? 0 <= 160 ? linked : [linked[0]]
    }
    if let content = tree.value(of: "content", at: node), outline.text(of: node) == nil {
      return outlet.names(in: content, isDeclared: true, isOrganization: false)
    }
    guard let text = outline.text(of: node), text.utf8.count <= 160 else { return [] }
    let shown = outline.lines(in: node..<Int(outline.weights.end[node]), limit: 8)
    let lines = shown.prefix(4).map(\.line.text)
    let entries = tree.children(of: node).filter { tree.nodes[$0].tag == .li }
    if entries.count > 1 {
      return lines.flatMap { outlet.names(in: $0, isDeclared: mark == .declared, isOrganization: false) }
    }
    // Name, title and place in elements of their own: the first that is a name.
    let all = shown.map(\.line.text).joined(separator: " ")
    for (index, text) in (lines.count > 1 ? lines + [all] : lines).enumerated() {
      let text = withoutPreposition(text)
      let found = outlet.names(in: text, isDeclared: mark == .declared, isOrganization: false)
      if !found.isEmpty { return index < lines.count ? found + names(setAs: index, in: shown) : found }
      let caseless = outlet.known(caselessNames(in: AuthorText.name(in: text)))
      if !caseless.isEmpty { return caseless }
    }
    return []
  }

  /// The people whom lines name that are set as the line of the first name is, in elements of the same class.
  private func names(setAs first: Int, in lines: [PageOutline.ShownLine]) -> [Author] {
    let tree = outline.tree
    let element = { (line: PageOutline.ShownLine) in Int(tree.nodes[line.node].parent) }
    let name = element(lines[first])
    guard tree.spelling(of: "class", at: name) != nil else { return [] }
    return lines[(first + 1)...].filter {
      element($0) != name && tree.style(of: element($0)) == tree.style(of: name)
    }.flatMap {
      outlet.names(in: $0.line.text, isDeclared: false, isOrganization: false).filter { $0.kind == .person }
    }
  }

  /// The names in the links and marked elements within an element, but for those of who edited or took pictures.
  private func linkedAuthors(in node: Int, _ mark: Mark) -> [Author] {
    let tree = outline.tree
    var linked: [Author] = []
    // The last words before an element, outside of others.
    var lead: [Token] = []
    var end = node
    for inner in node + 1..<max(node + 1, Int(outline.weights.end[node])) {
      let tag = tree.nodes[inner].tag
      if tag == .text, inner >= end, let text = tree.text(ofNode: inner) {
        lead = tokens(of: text.utf8.span, limit: 200)
      }
      let isLink = tag == .a
      let isName = tag != .text && tree.value(of: "itemprop", at: inner) == "name"
      guard isLink || isName, let text = outline.text(of: inner) ?? tree.value(of: "content", at: inner)
      else { continue }
      end = Int(outline.weights.end[inner])
      guard !lead.contains(where: { $0.isAny(of: Self.otherWork) }) else { continue }
      let leadsToAuthor = isLink && tree.value(of: "href", at: inner).map(Self.leadsToAuthor) == true
      linked += outlet.names(
        in: text, isDeclared: mark == .declared || isName || leadsToAuthor, isOrganization: false)
    }
    return linked
  }

  private static let otherWork: WordSet = [
    "edited", "editor", "editing", "editado", "edición", "herausgegeben", "redaktor", "redaktion", "संपादित",
    "संपादक",
    "photo", "photos", "photographs", "photography", "foto", "fotos", "fotografía", "illustration",
    "illustrations",
    "translated", "translation", "übersetzt", "traducción", "traduction",
  ]

  /// A text without the word before the names in bylines of the page's language: "Per Joan Vila" in Catalan.
  func withoutPreposition(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[1].utf8.contains(0x20), let preposition,
      WordHash(folding: words[0]).value == preposition.value
    else { return text }
    return String(words[1])
  }

  /// The people whom an element marked for authors names in a script without capitals: nothing but its mark says so.
  ///
  /// Of a name and one word beside it, the word is where: "القاهرة - أحمد منصور".
  private func caselessNames(in text: String) -> [Author] {
    guard !text.unicodeScalars.contains(where: \.properties.isCased),
      text.utf8.contains(where: { $0 >= 0x80 })
    else { return [] }
    if EastAsianNames.isPerson(text[...]) { return [Author(name: text, kind: .person)] }
    let parts = text.split { "-–—|/،,؛•·".contains($0) }.map { collapse(Array($0.utf8)) }
    guard (1...3).contains(parts.count) else { return [] }
    let found = parts.map { part -> [Author] in
      part.utf8.contains(0x20) ? signatories(in: part[...], isMarked: true, isWhole: true) : []
    }
    guard zip(parts, found).allSatisfy({ !$0.utf8.contains(0x20) || !$1.isEmpty }) else { return [] }
    return found.joined().filter { $0.kind == .person }
  }
}
