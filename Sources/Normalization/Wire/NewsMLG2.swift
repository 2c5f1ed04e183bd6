/// NewsML-G2: an item, or a message of several.
enum NewsMLG2 {
  /// The stories of a message or of a lone item: those of its items that have a text, or may have had one.
  static func items(in root: XMLElement) -> [WireItem] {
    let items = root.name == "newsitem" ? [root] : root.descendants(["newsitem"])
    var stories: [WireItem] = []
    var pictures: [Figure] = []
    for item in items {
      if itemClass(of: item) == "text" || item.first("contentset").map(hasText) == true {
        stories.append(WireItem(newsItem: item))
      } else if let figure = figure(of: item) {
        pictures.append(figure)
      }
    }
    if stories.isEmpty, !pictures.isEmpty { stories.append(WireItem()) }
    // The pictures of a message are those of its story, where it has one.
    if stories.count == 1 { stories[0].body.add(pictures) }
    return stories
  }

  private static func hasText(_ content: XMLElement) -> Bool {
    content.children.contains { $0.name == "inlinexml" || $0.name == "inlinedata" }
  }

  /// `text` of `ninat:text`.
  private static func itemClass(of item: XMLElement) -> String? {
    item.first("itemmeta", "itemclass")?.attribute("qcode").flatMap {
      $0.split(separator: ":").last.map(String.init)
    }
  }

  private static func figure(of item: XMLElement) -> Figure? {
    guard itemClass(of: item) == "picture" || itemClass(of: item) == "graphic" else { return nil }
    let meta = item.first("contentmeta")
    let address = item.first("contentset")?.children.lazy.compactMap { $0.attribute("href") }.first
    let figure = Figure(
      caption: meta?.first("description")?.text, credit: meta?.first("creditline")?.text, contentURL: address)
    return figure == Figure() ? nil : figure
  }
}

extension WireItem {
  /// The story of a `<newsItem>`.
  fileprivate init(newsItem: XMLElement) {
    let item = newsItem.first("itemmeta")
    let meta = newsItem.first("contentmeta")
    let holder = newsItem.first("rightsinfo", "copyrightholder")
    if let content = newsItem.first("contentset") { self.init(content: content) } else { self.init() }
    let headlines = meta?.all("headline") ?? []
    headline =
      (headlines.first { $0.attribute("rank") == "1" } ?? headlines.first)?.text ?? headline
      ?? item?.first("title")?.text
    let descriptions = meta?.all("description") ?? []
    standfirst =
      descriptions.first {
        guard let role = $0.attribute("role") else { return false }
        return ["summary", "teaser", "intro"].contains { role.hasSuffix($0) }
      }?.text
      ?? standfirst
    let by = meta?.all("by").compactMap(\.text) ?? []
    if !by.isEmpty { bylines = by }
    creators = meta?.all("creator").compactMap { $0.first("name")?.text ?? $0.attribute("literal") } ?? []
    dateline = meta?.first("dateline")?.text ?? dateline
    published =
      item?.first("firstcreated")?.text ?? meta?.first("contentcreated")?.text
      ?? item?.first("versioncreated")?.text
    modified = item?.first("versioncreated")?.text
    language = meta?.first("language")?.attribute("tag") ?? newsItem.attribute("xml:lang") ?? language
    let provider = item?.first("provider")
    publisher =
      provider?.first("name")?.text ?? provider?.attribute("literal")
      ?? provider?.attribute("qcode").flatMap { $0.split(separator: ":").last.map(String.init) }
      ?? holder?.first("name")?.text ?? holder?.attribute("literal") ?? publisher
    credit = meta?.first("creditline")?.text ?? credit
    keywords = meta?.all("keyword").compactMap(\.text) ?? []
    status = item?.first("pubstatus")?.attribute("qcode") ?? status
    embargoed = item?.first("embargoed")?.text
    if newsItem.isCut { fault = .cutOff("NewsML-G2") }
    // What is not for the public goes no further than to who got the file.
    let publicNotes = (item?.all("ednote") ?? []).filter {
      $0.attribute("pubconstraint") == nil && $0.children.isEmpty
    }
    notes += publicNotes.compactMap(\.text)
  }

  /// The text of a `<contentSet>`.
  private init(content: XMLElement) {
    if let nitf = content.descendant("nitf") {
      self.init(nitf: nitf)
    } else if let html = content.descendant("html") {
      self.init()
      body = WireBody(html.first("body") ?? html)
      headline = html.first("head", "title")?.text
    } else if let inline = content.first("inlinexml") {
      self.init()
      body = WireBody(inline)
    } else {
      self.init()
      for data in content.all("inlinedata") where body.paragraphs.isEmpty {
        let isEncoded = data.attribute("encoding")?.contains("base64") == true
        body = WireBody(
          text: isEncoded ? decodedBase64(data.content) : data.content, type: data.attribute("contenttype"))
      }
    }
  }
}
