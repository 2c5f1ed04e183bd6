/// What the JSON-LD of a page says of its article.
struct StructuredArticle {
  var headline: String?
  var authors: [(name: String, isOrganization: Bool)] = []
  var published: String?
  var modified: String?
  var description: String?
  var body: String?
  var publisher: String?
  var section: String?
  var keywords: [String] = []
  var image: Figure?
  var isAccessibleForFree: Bool?
  /// The day of the page itself or of a thing on it, where the article has none.
  var pagePublished: String?
  /// The one person whom the page describes, though nothing says that they wrote it.
  var onlyPerson: String?

  private var graph: [LooseJSON] = []

  /// Reads the article out of a page's blocks of JSON-LD.
  ///
  /// - Parameters:
  ///   - title: The words of the page's title, to tell its article from others that it lists.
  ///   - titles: All titles that the page has for its article: in its head and in its headings.
  init(_ blocks: [LooseJSON], title: [UInt64], titles: [String]) {
    for block in blocks { gather(block, depth: 0) }
    onlyPerson = lonePerson
    let page = graph.first { $0.isOf { $0.hasSuffix("Page") } && $0["datePublished"]?.text != nil }
    pagePublished =
      page?["datePublished"]?.text
      ?? graph.lazy.filter { !$0.isOf(type: Self.isArticle) }.compactMap { $0["datePublished"]?.text }.first
    publisher = page?["publisher"].flatMap(house)
    guard let article = article(title: title), !isOfAnotherStory(article, titles) else { return }
    pagePublished = pagePublished ?? graph.lazy.compactMap { $0["datePublished"]?.text }.first
    headline = (article["headline"]?.text ?? article["name"]?.text).map(plainText)
    published = article["datePublished"]?.text
    modified = article["dateModified"]?.text
    description = article["description"]?.text.map(plainText)
    body = article["articleBody"]?.text
    publisher = article["publisher"].flatMap(house) ?? publisher
    section = article["articleSection"]?.text.map(plainText)
    keywords = (article["keywords"]?.elements ?? []).compactMap { $0.text ?? $0["name"]?.text }
    image = article["image"]?.elements.first.flatMap(picture)
    isAccessibleForFree = access(to: article)
    for author in ((article["author"] ?? article["creator"])?.elements ?? []).prefix(100) {
      guard let name = name(of: author) else { continue }
      let isOrganization = described(author).isOf { $0.hasSuffix("Organization") }
      authors.append((name, isOrganization))
    }
  }

  // MARK: - The graph

  /// Takes things out of their lists, graphs and pages.
  private mutating func gather(_ value: LooseJSON, depth: Int) {
    guard depth < 4, graph.count < 256 else { return }
    for thing in value.elements {
      graph.append(thing)
      for member in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = thing[member] { gather(inner, depth: depth + 1) }
      }
    }
  }

  /// The article: of several the one whose headline the page's title has, else the first with a headline.
  private func article(title: [UInt64]) -> LooseJSON? {
    let articles = graph.filter { $0.isOf(type: Self.isArticle) }
    if articles.count > 1, !title.isEmpty {
      let named = articles.first {
        guard let words = $0["headline"]?.text.map(wordHashes), !words.isEmpty else { return false }
        return title.starts(with: words) || words.starts(with: title)
      }
      if let named { return named }
    }
    return articles.first { $0["headline"]?.text != nil } ?? articles.first
      ?? graph.first { $0["headline"]?.text != nil }
  }

  /// Whether an article's headline and name have hardly a word of any title of the page.
  ///
  /// Words that are not parted by spaces cannot be compared, and a thing with next to no headline may be anything.
  private func isOfAnotherStory(_ article: LooseJSON, _ titles: [String]) -> Bool {
    guard article["headline"] != nil, !titles.isEmpty else { return false }
    let own = [article["headline"], article["name"], article["alternativeHeadline"]].compactMap {
      $0?.text.map(plainText)
    }
    return own.allSatisfy { name in titles.allSatisfy { Self.areUnlike(name, $0) } }
  }

  private static func areUnlike(_ name: String, _ title: String) -> Bool {
    guard !name.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return false }
    let (words, others) = (Set(wordHashes(of: name)), Set(wordHashes(of: title)))
    let least = min(words.count, others.count)
    return least >= 2 && words.intersection(others).count * 4 < least
  }

  static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
      || type == "Recipe"
  }

  /// The thing itself, or the one in the graph that it refers to by its identifier.
  private func described(_ value: LooseJSON) -> LooseJSON {
    guard value["name"] == nil, let id = value["@id"]?.text else { return value }
    return graph.first { $0["@id"]?.text == id && $0["name"] != nil } ?? value
  }

  /// The name of a thing: its own, or that of the thing with its identifier elsewhere in the page.
  private func name(of value: LooseJSON) -> String? {
    if case .string(let name) = value { return plainText(name) }
    return described(value)["name"]?.text.map(plainText)
  }

  /// The name of a publisher, unless a person publishes in their own name.
  private func house(of value: LooseJSON) -> String? {
    described(value).isOf { $0 == "Person" } ? nil : name(of: value)
  }

  /// A picture, with its caption and its credit where they are given.
  private func picture(of value: LooseJSON) -> Figure? {
    if case .string(let address) = value { return Figure(contentURL: address) }
    var value = value
    if value["url"] == nil, value["contentUrl"] == nil, let id = value["@id"]?.text {
      value = graph.first { $0["@id"]?.text == id && ($0["url"] ?? $0["contentUrl"]) != nil } ?? value
    }
    guard let address = value["contentUrl"]?.text ?? value["url"]?.text else { return nil }
    let holder = (value["creditText"] ?? value["copyrightHolder"]).flatMap(name)
    return Figure(caption: value["caption"]?.text.map(plainText), credit: holder, contentURL: address)
  }

  private var lonePerson: String? {
    let persons = graph.filter { $0.isOf { $0 == "Person" } }.compactMap { $0["name"]?.text }
    return Set(persons).count == 1 ? persons.first.map(plainText) : nil
  }

  /// Whether the text is free to read: as the article says, or its parts do.
  private func access(to article: LooseJSON) -> Bool? {
    article["isAccessibleForFree"]?.truth
      ?? article["hasPart"]?.elements.lazy.compactMap { $0["isAccessibleForFree"]?.truth }.first
  }
}

extension LooseJSON {
  /// A truth value, which many pages write as a string.
  var truth: Bool? {
    if case .bool(let truth) = self { return truth }
    guard let word = text?.lowercased() else { return nil }
    return word.hasSuffix("true") || word == "yes"
      ? true : word.hasSuffix("false") || word == "no" ? false : nil
  }
}
