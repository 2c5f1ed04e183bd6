/// A feed in RSS, RDF or Atom, or a lone entry of one.
struct Feed {
  /// What the feed calls itself.
  let title: String?
  /// Its entries, in order.
  let items: [WireItem]

  /// The feed at the root of a file.
  ///
  /// - Throws: ``NormalizationError/tooManyArticles(count:)``.
  init(_ root: XMLElement) throws(NormalizationError) {
    let channel = root.name == "feed" ? root : root.first("channel") ?? root
    title = channel.first("title").flatMap(feedText)
    let entries: [XMLElement]
    switch root.name {
    case "entry": entries = [root]
    case "feed": entries = root.all("entry")
    default: entries = root.descendants(["item"])
    }
    guard entries.count <= Reading.maximumCount else { throw .tooManyArticles(count: entries.count) }
    let facts = FeedFacts(of: channel, title: root.name == "entry" ? nil : title)
    var items = entries.map { WireItem(entry: $0, facts) }
    if root.isCut, !items.isEmpty, items.last?.fault == nil {
      // The file ends between two entries, and nobody knows of how many.
      var rest = WireItem()
      rest.fault = .cutOff("the feed")
      items.append(rest)
    }
    self.items = items
  }
}

/// What a feed says for all of its entries.
private struct FeedFacts {
  var language: String?
  /// The house that the feed is of, by its own name.
  var publisher: String?
  var bylines: [String] = []
  var base: PageAddress?

  init(of channel: XMLElement, title: String?) {
    language = channel.attribute("xml:lang") ?? channel.first("language")?.text
    if channel.name == "feed" { bylines = channel.all("author").compactMap(WireItem.name) }
    let address = channel.attribute("xml:base") ?? WireItem.address(of: channel)
    base = address.flatMap(PageAddress.init)
    publisher = channel.first("publisher")?.text ?? title.flatMap { Self.house(in: $0, address: address) }
  }

  /// The house in the title of a feed: all of it, or the part that its address is named for ("Vale Gazette" of "Vale Gazette - News").
  private static func house(in title: String, address: String?) -> String? {
    let parts = title.split { "|»>›–—".contains($0) }.flatMap { $0.split(separator: " - ") }
      .map { collapse(Array($0.utf8)) }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts.first }
    let outlet = Outlet(names: [], address: address)
    return parts.first { outlet.isNamed(by: $0) || outlet.isIn($0) }
  }
}

extension XMLElement {
  /// Whether its text is spelt in base64, as both versions of Atom say it.
  fileprivate var isBase64: Bool {
    if attribute("mode") == "base64" { return true }
    guard let type = attribute("type"), attribute("mode") == nil, type.contains("/") else { return false }
    return !type.hasPrefix("text/") && !type.hasSuffix("xml")
  }
}

/// A text of a feed, which may be markup in one of the ways that Atom and RSS have for it.
private func feedText(_ element: XMLElement) -> String? {
  var bytes = element.content
  if element.isBase64 { bytes = decodedBase64(bytes) }
  let type = element.attribute("type") ?? ""
  // In Atom what is not marked is text; RSS knows no marks, and its writers put markup in anything.
  let isText = type == "text" || type == "text/plain" && element.attribute("mode") != "escaped"
  let text =
    isText ? collapse(cleaned(bytes.span)) : plainText(String(decoding: cleaned(bytes.span), as: UTF8.self))
  return text.isEmpty ? nil : text
}

/// The content of an element that holds HTML, escaped or as elements.
private func markup(_ element: XMLElement) -> [UInt8] {
  if element.children.isEmpty {
    let content = element.content
    return element.isBase64 ? decodedBase64(content) : content
  }
  return element.innerMarkup
}

extension WireItem {
  fileprivate init(entry: XMLElement, _ feed: FeedFacts) {
    headline = entry.first("title").flatMap(feedText)
    let texts = ["encoded", "content", "full-text", "fulltext", "body", "description", "summary"]
      .flatMap { entry.all($0) }
    var best: (markup: [UInt8], words: Int)?
    for text in texts where text.attribute("src") == nil {
      let markup = markup(text)
      let read = WireBody(feed: markup, type: text.attribute("type"))
      let words = read.wordCount
      if words > best?.words ?? 0 {
        best = (markup, words)
        body = read
      }
    }
    if let best, hasTags(best.markup) { page = best.markup }
    let teaser = (entry.first("description") ?? entry.first("summary")).flatMap(feedText)
    if let teaser, let best, wordHashes(of: teaser).count * 2 < best.words { standfirst = teaser }
    bylines = ["author", "creator", "itunes:author"].flatMap { entry.all($0) }.compactMap(Self.name)
    if bylines.isEmpty { bylines = feed.bylines }
    published =
      ["pubdate", "published", "issued", "date", "created"].lazy.compactMap { entry.first($0)?.text }.first
    modified = ["updated", "modified"].lazy.compactMap { entry.first($0)?.text }.first
    language = entry.attribute("xml:lang") ?? entry.first("language")?.text ?? feed.language
    publisher =
      entry.first("publisher")?.text ?? entry.first("source").flatMap { ($0.first("title") ?? $0).text }
      ?? feed.publisher
    keywords = entry.all("category").compactMap {
      ($0.attribute("label") ?? $0.attribute("term") ?? $0.text).map(plainText)
    }.filter { $0 != "Uncategorized" }
    let base = entry.attribute("xml:base").flatMap(PageAddress.init) ?? feed.base
    let address = entry.first("origlink")?.text ?? Self.address(of: entry)
    url = address.flatMap { PageAddress.absolute($0, to: base) }
    body.add(Self.pictures(of: entry))
    if entry.isCut { fault = .cutOff("the feed") }
  }

  /// "jo@example.org (Jo Fenn)", "Jo Fenn <jo@example.org>", `<name>Jo Fenn</name>`.
  fileprivate static func name(_ author: XMLElement) -> String? {
    guard let text = (author.first("name") ?? author).text else { return nil }
    guard text.contains("@") else { return text }
    // The address may stand in brackets, or the name may.
    let parts = text.split { "()<>,".contains($0) }.map { collapse(Array($0.utf8)) }
    return parts.first { !$0.isEmpty && !$0.contains("@") }
  }

  fileprivate static func address(of entry: XMLElement) -> String? {
    let links = entry.all("link")
    let alternate = links.first { link in
      link.attribute("href") != nil && (link.attribute("rel").map { $0 == "alternate" } ?? true)
    }
    if let address = alternate?.attribute("href") { return address }
    if let address = links.lazy.compactMap(\.text).first { return address }
    let guid = entry.first("guid")
    return guid?.attribute("ispermalink") == "false" ? nil : guid?.text
  }

  private static func pictures(of entry: XMLElement) -> [Figure] {
    for media in entry.descendants(["media:content", "media:thumbnail", "enclosure"]) {
      guard let address = media.attribute("url") else { continue }
      let isNamed = [".jpg", ".jpeg", ".png", ".webp"].contains { address.lowercased().hasSuffix($0) }
      guard
        media.name == "media:thumbnail" || media.attribute("medium") == "image"
          || media.attribute("type")?.hasPrefix("image/") ?? isNamed
      else { continue }
      let around = media.first("media:description") == nil ? entry : media
      let figure = Figure(
        caption: around.first("media:description")?.text, credit: around.first("media:credit")?.text,
        contentURL: address)
      // Others are the same picture in other sizes.
      return [figure]
    }
    return []
  }
}

extension WireBody {
  /// The text of a feed's entry.
  fileprivate init(feed markup: [UInt8], type: String?) {
    let isText = type == "text" || type == "text/plain"
    self = isText ? (try? WireBody(plain: markup)) ?? WireBody() : WireBody(html: markup)
  }
}
