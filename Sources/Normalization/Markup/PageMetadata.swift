/// What a page says about its article in its head, in JSON-LD and in marked elements.
struct PageMetadata {
  /// Titles by where they stand, the most trusted first.
  var structuredTitle: String?
  var openGraphTitle: String?
  var heading: String?
  var documentTitle: String?
  var authors: [Author] = []
  var published: Timestamp?
  var modified: Timestamp?
  var description: String?
  var publisher: String?
  var url: String?
  var isAccessibleForFree: Bool?
  /// The text of the article in JSON-LD.
  var articleBody: String?

  private let reader: DateReader

  /// Reads the page's word about itself.
  init(_ tree: MarkupTree, _ weights: MarkupWeights, options: NormalizationOptions) {
    reader = DateReader(options: options)
    var meta: [(name: String, content: String)] = []
    var structured: [LooseJSON] = []
    var timeElement: String?
    var itemDate: String?
    var signatures: [String] = []
    for node in 1..<max(1, tree.nodes.count) {
      switch tree.nodes[node].tag {
      case .meta:
        guard let content = tree.value(of: "content", at: node), !content.isEmpty else { continue }
        for name in ["property", "name", "itemprop"] as [AttributeName] {
          if let key = tree.value(of: name, at: node) { meta.append((key.lowercased(), content)) }
        }
      case .title where documentTitle == nil && weights.isPruned[node]:
        documentTitle = tree.text(of: node)
      case .h1 where heading == nil && !weights.hints[node].contains(.hidden):
        heading = tree.text(of: node)
      case .link where url == nil && tree.value(of: "rel", at: node) == "canonical":
        url = tree.value(of: "href", at: node)
      case .time where timeElement == nil:
        timeElement = tree.value(of: "datetime", at: node)
      case .script:
        guard tree.value(of: "type", at: node)?.contains("ld+json") == true,
          let content = tree.children(of: node).first
        else { continue }
        if let json = LooseJSON(tree.bytes(of: content)) { structured.append(json) }
      default:
        if signatures.count < 4, let text = tree.signature(at: node, weights) { signatures.append(text) }
        if itemDate == nil, weights.hints[node].contains(.metadata),
          tree.value(of: "itemprop", at: node) == "datePublished"
        {
          itemDate =
            tree.value(of: "datetime", at: node) ?? tree.value(of: "content", at: node)
            ?? tree.text(of: node)
        }
      }
    }
    read(structured)
    read(meta)
    for text in signatures where authors.isEmpty { add(text, isOrganization: false) }
    if published == nil, let itemDate { published = timestamp(itemDate) }
    if published == nil, let timeElement { published = timestamp(timeElement) }
    if published == nil, let url { published = Self.date(inAddress: url) }
  }

  // MARK: - JSON-LD

  private mutating func read(_ structured: [LooseJSON]) {
    var graph: [LooseJSON] = []
    for value in structured.flatMap(\.elements) {
      graph.append(value)
      if let inner = value["@graph"] { graph += inner.elements }
      if let main = value["mainEntity"] { graph += main.elements }
    }
    let article =
      graph.first { $0.isOf { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "LiveBlogPosting" } }
      ?? graph.first { $0.isOf { $0 == "WebPage" } && $0["headline"] != nil }
    guard let article else { return }
    structuredTitle = article["headline"]?.text.map(Self.plain)
    if structuredTitle == nil { structuredTitle = article["name"]?.text.map(Self.plain) }
    published = article["datePublished"]?.text.flatMap(timestamp)
    modified = article["dateModified"]?.text.flatMap(timestamp)
    description = article["description"]?.text.map(Self.plain)
    articleBody = article["articleBody"]?.text
    publisher = article["publisher"].flatMap { name(of: $0, in: graph) }
    if case .bool(let isFree)? = article["isAccessibleForFree"] { isAccessibleForFree = isFree }
    if let text = article["isAccessibleForFree"]?.text?.lowercased() {
      isAccessibleForFree = text == "true" ? true : text == "false" ? false : nil
    }
    for author in (article["author"] ?? article["creator"])?.elements ?? [] {
      guard let name = name(of: author, in: graph) else { continue }
      let isOrganization = author.isOf { $0 == "Organization" || $0 == "NewsMediaOrganization" }
      add(name, isOrganization: isOrganization)
    }
  }

  /// The name of a thing: its own, or that of the thing with its identifier elsewhere in the page.
  private func name(of value: LooseJSON, in graph: [LooseJSON]) -> String? {
    if let name = value["name"]?.text { return Self.plain(name) }
    if let id = value["@id"]?.text {
      return graph.first { $0["@id"]?.text == id && $0["name"] != nil }?["name"]?.text.map(Self.plain)
    }
    if case .string(let name) = value { return Self.plain(name) }
    return nil
  }

  // MARK: - The head

  private mutating func read(_ meta: [(name: String, content: String)]) {
    func first(_ names: [String]) -> String? {
      for name in names {
        if let found = meta.first(where: { $0.name == name }) { return found.content }
      }
      return nil
    }
    openGraphTitle = (first(["og:title", "twitter:title"])).map(Self.plain)
    if description == nil {
      description = first(["og:description", "description", "twitter:description"]).map(Self.plain)
    }
    if publisher == nil { publisher = first(["og:site_name", "application-name"]).map(Self.plain) }
    if url == nil { url = first(["og:url"]) }
    if published == nil {
      for name in Self.publicationNames where published == nil {
        published = meta.first { $0.name == name }.flatMap { timestamp($0.content) }
      }
    }
    if modified == nil {
      modified = first(["article:modified_time", "og:updated_time", "datemodified", "last-modified"]).flatMap(
        timestamp)
    }
    guard authors.isEmpty else { return }
    for name in [
      "author", "parsely-author", "article:author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
      "citation_author", "cxenseparse:author",
    ]
    where authors.isEmpty {
      for item in meta where item.name == name { add(Self.plain(item.content), isOrganization: false) }
    }
  }

  private static let publicationNames = [
    "article:published_time", "datepublished", "parsely-pub-date", "og:published_time", "published_time",
    "publishdate", "publish-date", "pubdate", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "article.published", "cxenseparse:recs:publishtime", "date", "dcterms.date", "citation_publication_date",
    "article:published", "originalpublicationdate", "publication_date", "displaydate", "timestamp",
  ]

  /// Adds those whom a text names, unless it is an address or the outlet itself.
  private mutating func add(_ text: String, isOrganization: Bool) {
    if text.contains("://") || text.contains("@") || text.lowercased() == publisher?.lowercased() { return }
    let named =
      markedAuthors(in: Line(ofBlock: text)) ?? listedAuthors(in: text[...], isWhole: true) ?? []
    let found = named.isEmpty && text.count <= 60 ? [Author(name: text, kind: .person)] : named
    for author in found where !authors.contains(where: { $0.name == author.name }) {
      authors.append(Author(name: author.name, kind: isOrganization ? .organization : author.kind))
    }
  }

  // MARK: - Values

  /// The dates among the words of a line.
  func dates(in tokens: [Token]) -> [DateMatch] { reader.dates(in: tokens) }

  /// Reads a date as programs write it, or as people do.
  func timestamp(_ text: String) -> Timestamp? {
    Timestamp(machineReadable: text)
      ?? reader.dates(in: tokens(of: text.utf8.span, limit: 60)).first?.timestamp
  }

  /// The day in an address like `/2019/03/21/`.
  private static func date(inAddress url: String) -> Timestamp? {
    let parts = url.utf8.split { $0 == 0x2F || $0 == 0x2D }.map {
      Int(String(decoding: Array($0), as: UTF8.self))
    }
    for place in parts.indices.dropLast(2) {
      if let year = parts[place], (1990...2100).contains(year), let month = parts[place + 1],
        let day = parts[place + 2], let date = Timestamp(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  /// A value as plain text: references resolved once more, tags out, white space collapsed.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isInTag = false
    for scalar in String(decoding: Entities.decoded(Array(text.utf8)[...]), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "<": isInTag = true
      case ">" where isInTag: isInTag = false
      case _ where isInTag: break
      case " ", "\n", "\t", "\r", "\u{A0}": if plain.last != " " && !plain.isEmpty { plain.append(" ") }
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain.hasSuffix(" ") ? String(plain.dropLast()) : plain
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

extension MarkupTree {
  /// The numbers of a node's children.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = nodes[node].firstChild
    while next >= 0 {
      children.append(Int(next))
      next = nodes[Int(next)].nextSibling
    }
    return children
  }

  /// All text below an element on one line; at most 2,000 nodes of it.
  func text(of node: Int) -> String? {
    var text: [UInt8] = []
    var stack = children(of: node)
    stack.reverse()
    var count = 0
    while let next = stack.popLast(), count < 2000 {
      count += 1
      if nodes[next].tag == .text {
        Entities.decode(bytes(of: next), into: &text)
      } else if !nodes[next].tag.isRawText {
        if nodes[next].tag == .br { text.append(0x20) }
        stack += children(of: next).reversed()
      }
    }
    let line = collapse(text)
    return line.isEmpty ? nil : line
  }
}

extension MarkupTree {
  /// The text of an element that the page marks as the author's name: by its relation or its item property.
  fileprivate func signature(at node: Int, _ weights: MarkupWeights) -> String? {
    guard nodes[node].tag != .text, nodes[node].end > nodes[node].start, nodes[node].tag != .link,
      (2...60).contains(weights.text[node]),
      value(of: "rel", at: node)?.split(separator: " ").contains("author") == true
        || value(of: "itemprop", at: node) == "author"
    else { return nil }
    return text(of: node)
  }
}
