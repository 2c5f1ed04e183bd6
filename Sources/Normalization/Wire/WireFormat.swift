/// The formats of XML that news come in.
enum WireFormat: String {
  case nitf = "text/vnd.iptc.nitf"
  case newsML = "text/vnd.iptc.newsml"
  case newsItem = "application/vnd.iptc.g2.newsitem+xml"
  case newsMessage = "application/vnd.iptc.g2.newsmessage+xml"
  case rss = "application/rss+xml"
  case rdf = "application/rdf+xml"
  case atom = "application/atom+xml"

  /// The format of a file by the name of its outermost element; `nil` for any other.
  init?(root: String) {
    switch root {
    case "nitf": self = .nitf
    case "newsml": self = .newsML
    case "newsitem", "packageitem", "conceptitem", "knowledgeitem": self = .newsItem
    case "newsmessage": self = .newsMessage
    case "rss": self = .rss
    case "rdf": self = .rdf
    case "feed", "entry": self = .atom
    default: return nil
    }
  }

  /// The stories that a file holds, and what it calls itself.
  fileprivate func stories(
    in root: XMLElement
  ) throws(NormalizationError) -> (title: String?, items: [WireItem]) {
    switch self {
    case .nitf: return (nil, [WireItem(nitf: root)])
    case .newsML: return (nil, NewsML1.items(in: root))
    case .newsItem, .newsMessage: return (nil, NewsMLG2.items(in: root))
    case .rss, .rdf, .atom:
      let feed = try Feed(root)
      return (feed.title, feed.items)
    }
  }
}

/// Reads a wire file or a feed in XML.
///
/// - Parameter text: Valid UTF-8.
/// - Throws: ``NormalizationError/notAnArticle(seen:)`` where it has no story with a text.
func reading(
  ofXML text: consuming [UInt8], _ format: WireFormat, from origin: Source, options: NormalizationOptions
) throws(NormalizationError) -> Reading {
  let tree = XMLTree(text)
  guard !tree.isTooLarge else {
    throw .notAnArticle(seen: "XML of more than \(XMLTree.maximumCount) elements and texts")
  }
  guard let root = tree.root.children.first else { throw .notAnArticle(seen: "XML without an element") }
  let (title, items) = try format.stories(in: root)
  return try Reading(of: items, title: title, from: origin, options: options)
}

extension Reading {
  /// The articles that the items of a wire file make.
  init(
    of items: [WireItem], title: String?, from origin: Source, options: NormalizationOptions
  ) throws(NormalizationError) {
    guard !items.isEmpty else { throw .notAnArticle(seen: "\(origin.format) without a story in it") }
    try self.init(of: items) { item, number throws(NormalizationError) in
      var origin = origin
      origin.number = number
      return try item.article(from: origin, options: options)
    } title: {
      $0.headline
    }
    self.title = title
  }
}

/// The name of the outermost element of XML or HTML, as ``XMLTree/name(_:)`` has it; `nil` where none begins it.
func rootName(of text: Span<UInt8>) -> String? {
  var place = 0
  while place < text.count {
    while place < text.count, text[place] <= 0x20 { place += 1 }
    guard place + 1 < text.count, text[place] == UInt8(ascii: "<") else { return nil }
    if text.has("<!--", at: place) {
      place = text.end(of: "-->", from: place + 4)
    } else if text[place + 1] == UInt8(ascii: "?") {
      place = text.end(of: "?>", from: place)
    } else if text[place + 1] == UInt8(ascii: "!") {
      let end = text.first(UInt8(ascii: ">"), from: place)
      let bracket = text.extracting(first: end).first(UInt8(ascii: "["), from: place)
      place =
        bracket < end
        ? text.first(UInt8(ascii: ">"), from: text.first(UInt8(ascii: "]"), from: bracket)) : end
      place += 1
    } else {
      var end = place + 1
      while end < text.count, text[end] > 0x20, !">/".utf8.contains(text[end]) { end += 1 }
      return XMLTree.name(text.extracting((place + 1)..<end))
    }
  }
  return nil
}
