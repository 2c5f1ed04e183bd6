extension MarkupTree {
  /// The element that holds the text of the article.
  ///
  /// What the page says of itself comes first, the strongest word first, where enough of the page's prose is there;
  /// else the element that most paragraphs lie in.
  ///
  /// - Returns: `nil` where the page has no prose.
  func container(_ weights: MarkupWeights) -> Int? {
    guard weights[0].prose > 0 else { return nil }
    let dense = densest(weights)
    let heading = onlyHeading
    let claims: [(Int) -> Bool] = [
      { weights.hints[$0].contains(.articleBody) },
      { weights.hints[$0].contains(.articleText) },
      { nodes[$0].tag == .article },
      { weights.hints[$0].contains(.mainContent) || nodes[$0].tag == .main },
    ]
    for (rank, claim) in claims.enumerated() {
      guard let best = strongest(claim, heading, weights), weights[best.node].prose >= 140 else { continue }
      let prose = weights[best.node].prose
      let hasHeading = heading.map { weights.isInside($0, best.node) } ?? false
      let hasEnough = prose * 2 >= weights[dense].prose
      // One long text among many short ones is an article among teasers.
      let standsOut = prose >= 500 && prose >= best.rivalProse * 3
      // A short article on a page full of teasers is believed where those lie outside of it.
      // "Main content" is too weak a word for that: many a box has some.
      let standsApart =
        rank < 3 && prose >= 200 && !weights.isInside(best.node, dense) && !weights.isInside(dense, best.node)
        && weights[best.node].links * 4 < weights[best.node].text
      if hasHeading || hasEnough || standsOut || standsApart {
        return rank == 2 ? feed(of: best.node, under: heading, weights) ?? best.node : best.node
      }
    }
    return dense
  }

  /// The element around the entries of one article, each an article of its own, as in a report that goes on with what happens:
  /// under the page's heading, none of them another story.
  private func feed(of entry: Int, under heading: Int?, _ weights: MarkupWeights) -> Int? {
    guard let heading, case let parent = Int(nodes[entry].parent),
      heading < parent || weights.isInside(heading, parent),
      !weights.isInside(heading, entry)
    else { return nil }
    let entries = children(of: parent).filter { nodes[$0].tag == .article && !weights.isPruned[$0] }
    let look = style(of: entry)
    guard entries.count > 1, entries.allSatisfy({ style(of: $0) == look }) else { return nil }
    let isTeaser = teasers(weights)
    guard !entries.contains(where: { isTeaser[$0] || weights.isInside(heading, $0) }),
      entries.reduce(0, { $0 + weights[$1].prose }) * 5 >= weights[parent].prose * 4
    else { return nil }
    return parent
  }

  /// The element that makes a claim and has the most prose of all that do.
  ///
  /// Of one inside another, the inner one is taken if hardly anything is lost by that, and not the first paragraph; of two
  /// side by side, the one with the page's heading, or else with more prose.
  private func strongest(
    _ claim: (Int) -> Bool, _ heading: Int?, _ weights: MarkupWeights
  ) -> (node: Int, rivalProse: Int32)? {
    var best: (node: Int, rivalProse: Int32)?
    for node in 1..<nodes.count where !weights.isPruned[node] && nodes[node].tag.isContainer && claim(node) {
      guard let found = best else {
        best = (node, 0)
        continue
      }
      let prose = weights[node].prose
      let foundProse = weights[found.node].prose
      if weights.isInside(node, found.node) {
        if prose * 10 >= foundProse * 9, !hasParagraph(in: found.node, before: node, weights) {
          best = (node, found.rivalProse)
        }
        continue
      }
      let hasHeading = heading.map { weights.isInside($0, node) } ?? false
      let foundHasHeading = heading.map { weights.isInside($0, found.node) } ?? false
      // A heading among teasers is no sign where the article itself has none.
      let isDecisive = hasHeading ? prose * 6 > foundProse : foundProse * 6 > prose
      if hasHeading != foundHasHeading && isDecisive ? hasHeading : prose > foundProse {
        best = (node, max(found.rivalProse, foundProse))
      } else {
        best = (found.node, max(found.rivalProse, prose))
      }
    }
    return best
  }

  /// Whether a paragraph of prose is a child of an element, and stands before a node below it.
  private func hasParagraph(in element: Int, before node: Int, _ weights: MarkupWeights) -> Bool {
    var child = Int(nodes[element].firstChild)
    while child >= 0, child < node {
      if nodes[child].tag == .p, weights[child].ownProse > 0, !weights.isPruned[child] { return true }
      child = Int(nodes[child].nextSibling)
    }
    return false
  }

  /// The part of the page that the article is looked for in: from its heading, where that stands before the container
  /// and in no other article, to the container's end.
  ///
  /// - Parameter heading: The element that shows the title; where there are more of its kind, one next to the container counts.
  func region(around container: Int, heading: Int?, _ weights: MarkupWeights) -> Range<Int> {
    var start = min(container, onlyHeading ?? heading.flatMap { next(to: container, $0) } ?? container)
    var around = start
    while around > 0, !weights.isInside(container, around) {
      if nodes[around].tag == .article { start = container }
      around = Int(nodes[around].parent)
    }
    return start..<Int(weights.end[container])
  }

  /// A heading itself, where no other stands between it and an element but one of lower order, which goes on with it.
  private func next(to element: Int, _ heading: Int) -> Int? {
    guard heading < element else { return nil }
    let between = (heading + 1..<element).lazy.filter { nodes[$0].tag.isHeading }.prefix(2)
    return between.count < 2 && between.allSatisfy { nodes[$0].tag.rawValue > nodes[heading].tag.rawValue }
      ? heading : nil
  }

  /// The page's heading, where it has but one.
  var onlyHeading: Int? {
    var found: Int?
    for node in nodes.indices where nodes[node].tag == .h1 {
      if found != nil { return nil }
      found = node
    }
    return found
  }

  /// The element with the most paragraphs among its children and grandchildren, and what goes on with it around it.
  private func densest(_ weights: MarkupWeights) -> Int {
    var scores = [Float](repeating: 0, count: nodes.count)
    for node in 1..<nodes.count where !weights.isPruned[node] && weights[node].ownProse > 0 {
      let score = 1 + min(Float(weights[node].ownProse) / 100, 4)
      // Text between line breaks stands in the container itself.
      if nodes[node].tag != .p { scores[node] += score }
      let parent = Int(nodes[node].parent)
      scores[parent] += score
      let grandparent = Int(nodes[parent].parent)
      if grandparent >= 0 { scores[grandparent] += score / 2 }
    }
    var best = 0
    var bestScore: Float = 0
    for node in 1..<nodes.count where scores[node] > 0 {
      let density = Float(weights[node].links) / Float(max(1, weights[node].text))
      let score = scores[node] * (1 - density)
      if score > bestScore {
        bestScore = score
        best = node
      }
    }
    // Where an article is cut into parts by something between them, its parts have one parent.
    while nodes[best].parent > 0 {
      let parent = Int(nodes[best].parent)
      guard weights[parent].prose > weights[best].prose * 5 / 4,
        weights[parent].prose < weights[best].prose * 3,
        weights[parent].links * 4 < weights[parent].text, nodes[parent].tag != .body
      else { break }
      best = parent
    }
    return whole(of: best, weights)
  }

  /// The element around the parts of an article that come in wrappers which look alike, of which `part` is one; `part` itself
  /// where there are no such parts.
  private func whole(of part: Int, _ weights: MarkupWeights) -> Int {
    lazy var isTeaser = teasers(weights)
    var whole = part
    var branch = part
    while nodes[branch].parent > 0 {
      let parent = Int(nodes[branch].parent)
      guard nodes[branch].tag != .article, nodes[parent].tag != .body else { break }
      if weights[parent].prose > weights[branch].prose {
        guard proseOfParts(like: branch, in: parent, weights, isTeaser) * 5 >= weights[parent].prose * 4,
          weights[parent].links * 4 < weights[parent].text
        else { break }
        whole = parent
      }
      branch = parent
    }
    // One long part beside short ones is the article.
    return weights[whole].prose * 2 >= weights[part].prose * 3 ? whole : part
  }

  /// The prose of an element's children that look like one of them and are no other stories.
  private func proseOfParts(
    like branch: Int, in parent: Int, _ weights: MarkupWeights, _ isTeaser: [Bool]
  ) -> Int32 {
    let look = style(of: branch)
    let parts = children(of: parent).filter {
      weights[$0].prose > 0 && !weights.isPruned[$0] && !isTeaser[$0] && style(of: $0) == look
    }
    let ruledOff = parts.filter { opensWithRule($0, weights) }
    return parts.reduce(0) { $0 + ($1 == ruledOff.first && ruledOff.count == 1 ? 0 : weights[$1].prose) }
  }

  /// Whether each element holds a heading that leads to another page: another story.
  private func teasers(_ weights: MarkupWeights) -> [Bool] {
    var isTeaser = [Bool](repeating: false, count: nodes.count)
    for node in nodes.indices.dropFirst().reversed() {
      if nodes[node].tag.isHeading, weights[node].links * 2 > weights[node].text {
        isTeaser[node] = (node..<Int(weights.end[node])).contains {
          nodes[$0].tag == .a && spelling(of: "href", at: $0)?.first != UInt8(ascii: "#")
        }
      }
      if isTeaser[node] { isTeaser[Int(nodes[node].parent)] = true }
    }
    return isTeaser
  }

  /// Whether a rule stands before the text of an element: what alone is parted off so is about the sender, or fine print.
  private func opensWithRule(_ node: Int, _ weights: MarkupWeights) -> Bool {
    for inner in node..<Int(weights.end[node]) {
      if nodes[inner].tag == .hr { return true }
      if nodes[inner].tag == .text, weights[inner].text > 0 { return false }
    }
    return false
  }
}

extension Tag {
  /// Elements that can hold a whole article.
  fileprivate var isContainer: Bool {
    switch self {
    case .article, .div, .section, .main, .td, .body, .span, .other: true
    default: false
    }
  }
}
