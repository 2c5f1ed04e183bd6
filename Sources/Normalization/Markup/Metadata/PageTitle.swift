/// Finds the headline of a page: the heading over the article, by the word of the page's head; or that word itself.
struct PageTitle {
  /// The headline; `nil` where the page has no title of any kind.
  private(set) var text: String?
  /// The heading on the page that it is taken from.
  private(set) var heading: Int?

  /// A title that the head or the JSON-LD gives, and how much its word counts.
  private struct Claim {
    var text: String
    var words: [UInt64]
    var known: WordSet
    var weight: Double
    var source: Source
  }

  /// Where a title comes from.
  private enum Source {
    /// The JSON-LD.
    case structured
    /// The meta elements.
    case meta
    /// The title element, which speaks of the page and its site.
    case document
  }

  private struct Candidate {
    var node: Int
    var text: String
    var words: [UInt64]
    var support: Double
    var score: Double
  }

  /// What a heading's score must be above.
  private static let leastScore = 2.4

  let outline: PageOutline
  let outlet: Outlet
  private var claims: [Claim] = []
  /// The words of the page's first headings, and where there is none of the first order, those of the lines over the text.
  let headingWords: [[UInt64]]

  /// - Parameters:
  ///   - structured: The headline in the JSON-LD.
  ///   - meta: Titles from the meta elements, the most trusted first.
  ///   - document: The title element's text.
  init(_ outline: PageOutline, structured: String?, meta: [String], document: String?, outlet: Outlet) {
    self.outline = outline
    self.outlet = outlet
    let headings = outline.headings.prefix(24).compactMap { outline.text(of: $0).map(wordHashes) }
    headingWords =
      headings + (outline.topHeadings.isEmpty ? outline.linesOverText.map { wordHashes(of: $0) } : [])
    if let structured { add(structured, weight: 3.25, from: .structured) }
    for title in meta { add(title, weight: 3.25, from: .meta) }
    if let document { add(document, weight: 2, from: .document) }
    // Of equals the first on the page.
    var best: Candidate?
    let candidates = candidates()
    for candidate in candidates where candidate.score > best?.score ?? Self.leastScore { best = candidate }
    heading = best.map { nearest(to: $0, among: candidates) }
    text = best?.text ?? self.claims.first?.text ?? document
    if let best, let agreed, isOutdone(best, by: agreed) { text = agreed.text }
  }

  /// The heading of just these words that stands nearest over the text: some pages repeat it for search engines.
  private func nearest(to best: Candidate, among candidates: [Candidate]) -> Int {
    let end = outline.firstParagraph ?? best.node
    return candidates.last { $0.node <= end && $0.node > best.node && $0.words.ends(with: best.words) }?.node
      ?? best.node
  }

  /// Whether an agreed title is the headline rather than a heading: it has the heading's kicker, which stands apart on
  /// the page, or lacks one that the publisher does not count in, or the heading speaks of something else.
  private func isOutdone(_ heading: Candidate, by agreed: Claim) -> Bool {
    agreed.words.ends(with: heading.words) || heading.words.ends(with: agreed.words) || heading.support < 0.9
  }

  /// The headline that JSON-LD and meta elements agree on.
  private var agreed: Claim? {
    claims.first { claim in
      claim.source == .structured && claims.contains { $0.source == .meta && $0.words == claim.words }
    }
  }

  private mutating func add(_ title: String, weight: Double, from source: Source) {
    let text = withoutOutlet(title)
    let words = wordHashes(of: text)
    guard !words.isEmpty, !outlet.isExactly(text) else { return }
    claims.append(Claim(text: text, words: words, known: WordSet(words), weight: weight, source: source))
  }

  // MARK: - Headings

  private func candidates() -> [Candidate] {
    let tops = outline.headings.count { outline.tree.nodes[$0].tag == .h1 }
    var candidates: [Candidate] = []
    for node in outline.headings {
      guard let whole = outline.text(of: node), whole.utf8.count <= 600 else { continue }
      let text = main(of: withoutOutlet(whole, byBars: false), at: node)
      let words = wordHashes(of: text)
      guard !words.isEmpty, !outlet.isExactly(text) else { continue }
      let support = support(words)
      var score = support
      switch outline.tree.nodes[node].tag {
      case .h1: score += tops == 1 ? 1.75 : 1
      case .h2: score += 0.5
      // The only line in large letters is what the first heading is elsewhere.
      case .font: score += outline.headings.count == 1 ? 1.75 : 0.5
      default: break
      }
      if outline.weights.hints[node].contains(.headline) { score += 1 }
      score += nearness(node)
      // Each further source of just these words.
      score += 0.5 * Double(max(0, Set(claims.filter { $0.words == words }.map(\.source)).count - 1))
      // Some pages have their heading of the first order in the breadcrumbs, for search engines.
      if outline.isForeign(node) { score -= 2 } else if outline.isInFurniture(node) { score -= 1 }
      if words.count == 1 { score -= support > 0 ? 0.25 : 1 }
      // What has no chance anyway needs no look at its links.
      if score > Self.leastScore, isLinkHome(node) { score -= 2.5 }
      candidates.append(Candidate(node: node, text: text, words: words, support: support, score: score))
    }
    return candidates
  }

  /// How far the head's titles speak for a text: 3 for the same words, less for a part or a likeness.
  private func support(_ words: [UInt64]) -> Double {
    var best = 0.0
    for claim in claims {
      let share: Double
      if claim.words == words {
        share = 1
      } else if words.count >= 2, claim.words.starts(with: words) || claim.words.ends(with: words) {
        share = 0.6 + 0.3 * Double(words.count) / Double(claim.words.count)
      } else if claim.words.count >= 3, words.starts(with: claim.words) || words.ends(with: claim.words) {
        share = 0.6 + 0.3 * Double(claim.words.count) / Double(words.count)
      } else {
        let shared = words.count { claim.known.contains($0) }
        share = shared < 2 ? 0 : 0.8 * Double(shared) / Double(max(words.count, claim.words.count))
      }
      best = max(best, share * claim.weight)
    }
    return best
  }

  /// Whether the article's text follows the heading soon.
  private func nearness(_ node: Int) -> Double {
    guard let container = outline.container else { return 0 }
    if node >= Int(outline.weights.end[container]) { return -1.5 }
    if node < container { return container - node <= 200 ? 0.75 : 0 }
    guard let paragraph = outline.firstParagraph, paragraph < node else { return 1 }
    // Where line breaks part the paragraphs, one element holds the heading and all of them.
    return outline.weights.isInside(node, paragraph) && node - paragraph <= 40 ? 1 : -1
  }

  /// Whether a heading is a link to the site's start page.
  private func isLinkHome(_ node: Int) -> Bool {
    guard let link = outline.tree.onlyDescendant(of: node, .a),
      let target = outline.tree.value(of: "href", at: link)
    else { return false }
    let trimmed = target.hasSuffix("/") ? String(target.dropLast()) : target
    return trimmed.isEmpty || trimmed.split(separator: "/").count <= 2 && trimmed.utf8.span.holds("://")
  }

  // MARK: - Kickers

  /// The headline proper in the text of a heading, which may hold a kicker or a standfirst too.
  ///
  /// What the publisher declares decides: a kicker that stands in the declared title is part of it.
  private func main(of whole: String, at node: Int) -> String {
    let parts = parts(of: node)
    guard parts.count > 1 else { return whole }
    let words = wordHashes(of: whole)
    let declared = claims.filter { $0.source != .document }
    if let claim = declared.first(where: { $0.words == words }) { return claim.text }
    if let claim = declared.first(where: { isPart($0.words, of: parts) }) { return claim.text }
    if let small = parts.firstIndex(where: \.isSmall), small > 0 {
      return parts[..<small].map(\.text).joined(separator: " ")
    }
    guard let first = parts.first, first.isElement else { return whole }
    let rest = parts.dropFirst().map(\.text).joined(separator: " ")
    let main = String(rest.drop { " :–—-|/•·".contains($0) })
    let mainWords = wordHashes(of: main)
    guard (1...8).contains(wordHashes(of: first.text).count), mainWords.count >= 3 else { return whole }
    let isNamed = declared.contains { $0.words.count > mainWords.count && $0.words.ends(with: mainWords) }
    return first.hints.contains(.kicker) || isNamed ? main : whole
  }

  /// Whether words are those of the first parts or of the last ones.
  private func isPart(_ words: [UInt64], of parts: [Part]) -> Bool {
    guard words.count >= 2 else { return false }
    let partWords = parts.map { wordHashes(of: $0.text) }
    return (1..<parts.count).contains { cut in
      Array(partWords[..<cut].joined()) == words || Array(partWords[cut...].joined()) == words
    }
  }

  private struct Part {
    var text: String
    var isElement: Bool
    /// Whether it is in small letters: what stands beside a heading, and is none.
    var isSmall: Bool
    var hints: ElementHints
  }

  /// The children of a heading that hold text, below what merely wraps them all.
  private func parts(of heading: Int) -> [Part] {
    let tree = outline.tree
    var element = heading
    for _ in 0..<6 {
      let children = tree.children(of: element).filter {
        !outline.weights.hints[$0].contains(.unseen) && tree.hasText($0)
      }
      guard children.count == 1, tree.nodes[children[0]].tag != .text else {
        return children.prefix(8).compactMap { child in
          tree.text(ofNode: child).map {
            Part(
              text: $0, isElement: tree.nodes[child].tag != .text, isSmall: tree.nodes[child].tag == .small,
              hints: outline.weights.hints[child])
          }
        }
      }
      element = children[0]
    }
    return []
  }
}

extension Array where Element: Equatable {
  /// Whether the array ends with another.
  func ends(with other: [Element]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

extension MarkupTree {
  /// The text of a node, be it an element or text itself.
  func text(ofNode node: Int) -> String? {
    guard nodes[node].tag == .text else { return nodes[node].tag.isRawText ? nil : text(of: node) }
    let text = collapse(Entities.decoded(bytes(of: node)))
    return text.isEmpty ? nil : text
  }

  /// Whether a node has text that is shown.
  func hasText(_ node: Int) -> Bool {
    if nodes[node].tag == .text {
      let bytes = bytes(of: node)
      if bytes.contains(where: { $0 > 0x20 && $0 < 0x7F }), !bytes.contains(UInt8(ascii: "&")) { return true }
    }
    return text(ofNode: node) != nil
  }

  /// The only child with text of an element, and of that and so on, that is of a kind.
  func onlyDescendant(of node: Int, _ tag: Tag) -> Int? {
    var element = node
    for _ in 0..<6 {
      let shown = children(of: element).filter(hasText)
      guard shown.count == 1, nodes[shown[0]].tag != .text else { return nil }
      if nodes[shown[0]].tag == tag { return shown[0] }
      element = shown[0]
    }
    return nil
  }
}
