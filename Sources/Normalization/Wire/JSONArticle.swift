/// The articles in JSON: ninjs of IPTC, JSON Feed, schema.org, and whatever a publisher's interface or a scraper writes, as far as its
/// words for a headline and a text are the usual ones.
enum JSONArticle {
  /// The articles of a file, wherever they lie in it, in order.
  static func items(in document: JSONDocument) -> [WireItem] {
    var items: [WireItem] = []
    if document.isLines {
      gatherList(document.values, document.faults, depth: 0, into: &items)
    } else {
      items = document.values.flatMap { self.items(in: $0) }
    }
    return items
  }

  /// The articles of a value, wherever they lie in it, in order.
  static func items(in value: LooseJSON) -> [WireItem] {
    var items: [WireItem] = []
    gather(value, depth: 0, into: &items)
    return items
  }

  private static func gather(_ value: LooseJSON, depth: Int, into items: inout [WireItem]) {
    guard depth < 8 else { return }
    switch value {
    case .array(let values): gatherList(values, depth: depth + 1, into: &items)
    case .object(let members):
      if let item = WireItem(json: JSONFields(value), isEntry: false) {
        items.append(item)
      } else {
        for member in members { gather(member.value, depth: depth + 1, into: &items) }
      }
    default: break
    }
  }

  /// Gathers the articles of a list. Where one of its things is an article, the others of its kind are entries too, if only by their
  /// titles.
  private static func gatherList(
    _ values: [LooseJSON], _ faults: [Int: NormalizationError] = [:], depth: Int, into items: inout [WireItem]
  ) {
    var found: [[WireItem]] = values.map { value in
      var inner: [WireItem] = []
      gather(value, depth: depth, into: &inner)
      return inner
    }
    if found.contains(where: { !$0.isEmpty }) {
      for (index, value) in values.enumerated() where found[index].isEmpty {
        if let fault = faults[index] {
          var item = WireItem()
          item.fault = fault
          found[index] = [item]
        } else if let entry = WireItem(json: JSONFields(value), isEntry: true) {
          found[index] = [entry]
        }
      }
    }
    items += found.joined()
  }
}

/// The members of an object by their keys in lower case, without what parts their words: `bodyText`, `body_text`, `body-text`.
struct JSONFields {
  private var members: [String: LooseJSON] = [:]

  /// The members of an object, and those of the object in it that some interfaces put an article's fields into.
  init(_ object: LooseJSON) {
    take(object)
    for wrapping in ["fields", "attributes", "_source", "article", "content", "_embedded"] {
      if case .object? = object[wrapping] { take(object[wrapping] ?? .null) }
    }
  }

  private mutating func take(_ object: LooseJSON) {
    guard case .object(let list) = object else { return }
    for member in list {
      let key = String(decoding: member.key.lowercased().utf8.filter { !Self.partsWords($0) }, as: UTF8.self)
      if members[key] == nil { members[key] = member.value }
    }
  }

  private static func partsWords(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
      || byte == UInt8(ascii: ".")
  }

  /// The first of some members that is there.
  subscript(_ keys: String...) -> LooseJSON? {
    for key in keys {
      guard let value = members[key] else { continue }
      if case .null = value { continue }
      return value
    }
    return nil
  }

  /// The first of some members that is a text, or wraps one.
  func text(_ keys: String...) -> String? {
    keys.lazy.compactMap { members[$0]?.words }.first
  }
}

extension LooseJSON {
  /// All of a text that may be given in pieces: paragraphs, or the blocks of an editor; of blocks that are no text, nothing.
  fileprivate var wholeText: String? {
    guard case .array(let values) = self else { return words }
    var pieces: [String] = []
    for value in values {
      if let type = value["type"]?.text ?? value["_type"]?.text, Self.otherBlocks.contains(type.lowercased())
      {
        continue
      }
      if let piece = value.piece { pieces.append(piece) }
    }
    guard pieces.contains(where: { hasTags(Array($0.utf8)) }) else {
      return pieces.isEmpty ? nil : pieces.joined(separator: "\n\n")
    }
    return pieces.map { hasTags(Array($0.utf8)) ? $0 : "<p>\($0)</p>" }.joined()
  }

  /// The text of a block, which may lie a few steps below it, or in spans that make one line.
  private var piece: String? {
    for key in ["text", "content", "value", "html", "paragraph"] {
      if case .string(let text)? = self[key] { return text }
    }
    if let data = self["data"] { return data.piece }
    for key in ["children", "spans", "content"] {
      guard case .array(let spans)? = self[key] else { continue }
      let texts = spans.compactMap(\.piece)
      return texts.isEmpty ? nil : texts.joined()
    }
    if case .array(let lines)? = self["items"] {
      return lines.compactMap { $0.text ?? $0.piece }.joined(separator: "\n\n")
    }
    return words
  }

  private static let otherBlocks: Set<String> = [
    "image", "picture", "video", "audio", "gallery", "raw_html", "custom_embed", "interstitial_link",
    "oembed_response",
    "divider", "delimiter", "embed", "link_list", "reference", "table", "code", "ad", "advertisement",
    "newsletter",
  ]

  /// A text, alone or wrapped: `{"rendered": "…"}`, `{"value": "…"}`, `{"main": "…"}`, and the first of several.
  fileprivate var words: String? {
    switch self {
    case .string(let text): text.utf8.contains { $0 > 0x20 } ? text : nil
    case .array(let values): values.lazy.compactMap(\.words).first
    case .object:
      ["rendered", "value", "main", "basic", "text", "#text", "$t", "__cdata", "name"].lazy.compactMap {
        self[$0]?.words
      }.first
    default: nil
    }
  }
}

extension WireItem {
  /// The article that an object is; `nil` where it has no text, or is a picture or the like.
  ///
  /// - Parameter isEntry: Whether it stands in a list of articles, so that less tells it for one.
  fileprivate init?(json fields: JSONFields, isEntry: Bool) {
    if let type = fields["type"]?.text, Self.otherTypes.contains(type.lowercased()) { return nil }
    if let type = fields["@type"]?.text, !StructuredArticle.isArticle(type) { return nil }
    self.init()
    let title = fields.text("headline", "headlines", "title", "webtitle")
    headline = (title ?? fields.text("name")).map(plainText)
    let teaser = fields.text(
      "standfirst", "trailtext", "subtitle", "subheadline", "deck", "dek", "lead", "teaser",
      "descriptionsummary",
      "leadparagraph", "abstract", "summary", "excerpt", "description", "descriptions", "descriptiontext")
    standfirst = teaser.map(plainText).flatMap { $0.isEmpty ? nil : $0 }
    takeText(of: fields)
    var isTeaser = false
    if body.wordCount < Self.fewWords, let teaser {
      // An entry may have no more than its teaser, and a word that there is more for those who pay.
      let read = WireBody(text: Array(teaser.utf8))
      if read.wordCount > body.wordCount {
        body = read
        standfirst = nil
        isTeaser = true
      }
    }
    let words = body.wordCount
    guard isEntry || words >= Self.fewestWords else { return nil }
    takeFacts(of: fields)
    if isEntry {
      guard title != nil || words > 0 else { return nil }
    } else {
      // Any program has titles and texts; news are dated, signed or have an address.
      let isTold = published != nil || url != nil || !bylines.isEmpty
      guard isTold || !isTeaser, words >= (title == nil ? 30 : isTold ? Self.fewestWords : Self.fewWords)
      else {
        return nil
      }
    }
  }

  private static let fewWords = 12

  private static let otherTypes: Set<String> = [
    "picture", "graphic", "video", "audio", "planning", "event", "component", "image", "photo", "imageobject",
    "person", "organization", "place", "website", "breadcrumblist",
  ]

  /// Takes the text: of several the longest.
  private mutating func takeText(of fields: JSONFields) {
    var texts: [(text: String, type: String?)] = []
    for key in Self.textKeys {
      if let text = fields[key]?.wholeText { texts.append((text, nil)) }
    }
    for body in fields["bodies"]?.elements ?? [] {
      guard let text = body["value"]?.text else { continue }
      texts.append((text, body["contentType"]?.text ?? body["contenttype"]?.text))
    }
    for (text, type) in texts {
      let bytes = Array(text.utf8)
      if type?.contains("nitf") == true || rootName(of: bytes.span) == "nitf",
        let nitf = XMLTree(bytes).root.first("nitf")
      {
        let item = WireItem(nitf: nitf)
        if item.body.wordCount > body.wordCount { body = item.body }
        continue
      }
      let read = WireBody(text: Array(withoutCount(text).utf8), type: type)
      // The same text with its paragraphs is worth more than without.
      guard read.wordCount * 10 > body.wordCount * (read.paragraphs.count > body.paragraphs.count ? 9 : 10)
      else { continue }
      body = read
      page = hasTags(bytes) && type == nil ? bytes : nil
      isWholePage = page != nil && rootName(of: bytes.span) == "html"
    }
  }

  private static let textKeys = [
    "articlebody", "bodyxhtml", "bodyhtml", "bodytext", "body", "contenthtml", "contenttext", "content",
    "contentencoded",
    "fulltext", "fulltexthtml", "maintext", "maincontent", "articlehtml", "articletext", "articlecontent",
    "story", "storytext",
    "storybody", "contentelements", "blocks", "paragraphs", "bodynitf", "text", "plaintext", "cleanedtext",
    "html", "rawhtml",
  ]

  private mutating func takeFacts(of fields: JSONFields) {
    for author in fields["authors", "author", "byline", "bylines", "by", "creator", "writer", "dccreator"]?
      .elements
      ?? []
    {
      if let name = author["name"]?.text ?? author["original"]?.text ?? author["value"]?.text ?? author.text,
        !name.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        bylines.append(name)
      }
    }
    for author in fields["credits"]?["by"]?.elements ?? [] where bylines.isEmpty {
      if let name = author["name"]?.text { bylines.append(name) }
    }
    published = fields.text(
      "datepublished", "publishedat", "published", "publisheddate", "firstpublished", "firstpublicationdate",
      "firstpublishdate", "displaydate",
      "webpublicationdate", "pubdate", "publicationdate", "publishdate", "publishedtime", "firstcreated",
      "contentcreated",
      "date", "dategmt", "created", "createdat", "datecreated", "versioncreated")
    // WordPress gives the local time without its zone, and beside it the universal one.
    if let universal = fields.text("dategmt"), !universal.hasSuffix("Z") { published = "\(universal)Z" }
    modified = fields.text(
      "datemodified", "modified", "updated", "updatedat", "lastmodified", "lastupdated", "lastupdateddate",
      "modifiedgmt",
      "versioncreated")
    dateline = fields.text("dateline")
    language = fields.text("inlanguage", "language", "lang", "locale")
    publisher = fields.text(
      "publisher", "provider", "outlet", "sourcename", "source", "copyrightholder", "publication"
    )
    .flatMap { $0.contains("://") ? nil : $0 }
    credit = fields.text("creditline", "credittext")
    section = fields.text("articlesection", "sectionname", "section")
    url = fields.text(
      "canonicalurl", "url", "link", "weburl", "permalink", "sourceurl", "externalurl", "source", "uri")
    keywords = (fields["keywords", "tags", "wp:term", "subjects", "subject"]?.elements ?? [])
      .flatMap(\.elements).compactMap { $0.text ?? ($0["value"] ?? $0["name"])?.text }
      .filter { !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } }.map(plainText)
    if keywords.count == 1 {
      keywords = keywords[0].split { ",;".contains($0) }.map { collapse(Array($0.utf8)) }
    }
    status = fields.text("pubstatus", "creativeworkstatus")
    embargoed = fields.text("embargoed")
    notes = (fields["ednote", "ednotes"]?.elements ?? []).compactMap { $0.text ?? $0["value"]?.text }
    if let address = fields.text("image", "urltoimage", "bannerimage", "topimage", "imageurl", "thumbnail"),
      let absolute = PageAddress.absolute(address, to: nil)
    {
      body.add([Figure(contentURL: absolute)])
    }
    body.add(Self.associated(fields))
  }

  /// The pictures that ninjs associates with a story.
  private static func associated(_ fields: JSONFields) -> [Figure] {
    var associated: [LooseJSON] = []
    switch fields["associations"] {
    case .object(let members)?: associated = members.map(\.value)
    case .array(let values)?: associated = values
    default: break
    }
    return associated.compactMap { value in
      guard let type = value["type"]?.text, ["picture", "graphic"].contains(type) else { return nil }
      let fields = JSONFields(value)
      var renditions: [LooseJSON] = fields["renditions"]?.elements ?? []
      if case .object(let members)? = fields["renditions"] { renditions = members.map(\.value) }
      let figure = Figure(
        caption: fields.text("descriptiontext", "descriptions", "descriptioncaption", "headline").map(
          plainText),
        credit: fields.text("creditline", "byline", "by"),
        contentURL: renditions.lazy.compactMap { $0["href"]?.text }.first)
      return figure == Figure() ? nil : figure
    }
  }
}

/// A text without the count of characters that an interface gives no more of: "… [+2411 chars]".
private func withoutCount(_ text: String) -> String {
  guard text.hasSuffix(" chars]"), let bracket = text.lastIndex(of: "["),
    text[bracket...].hasPrefix("[+")
  else { return text }
  return String(text[..<bracket])
}

/// Reads the articles of a file of JSON.
func reading(
  ofJSON text: consuming [UInt8], from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Reading {
  let document = try JSONDocument(text)
  var origin = origin
  let feed = document.values.first
  if document.isLines {
    origin.format = "application/jsonl"
  } else if feed?["version"]?.text?.contains("jsonfeed.org") == true {
    origin.format = "application/feed+json"
  }
  let items = JSONArticle.items(in: document)
  guard !items.isEmpty else {
    throw .notAnArticle(
      seen: "JSON in which nothing has both a headline and a text, or a body, content or text of its own")
  }
  let title = document.isLines ? nil : feed?["title"]?.text
  return try Reading(of: items, title: title, from: origin, options: options)
}
