/// The pictures of a page's article: the one that its head names, and where those in its figures lie.
struct PagePictures {
  /// The picture that stands for the article, as JSON-LD or OpenGraph has it.
  private(set) var lead: Figure?
  /// The pictures in figures, in the order of the page.
  private var shown: [(figure: Int32, image: Int32)] = []
  private var base: PageAddress?

  /// Notes the picture of a figure; the first of each with an address counts.
  mutating func take(_ image: Int, of tree: MarkupTree) {
    var element = Int(tree.nodes[image].parent)
    var depth = 0
    while element > 0, tree.nodes[element].tag != .figure, depth < 10 {
      element = Int(tree.nodes[element].parent)
      depth += 1
    }
    guard element > 0, tree.nodes[element].tag == .figure else { return }
    shown.append((Int32(element), Int32(image)))
  }

  /// Settles which picture stands for the article, and where relative addresses lead.
  mutating func settle(head: PageHead, structured: StructuredArticle, base: PageAddress?) {
    self.base = base
    var lead = structured.image ?? Figure()
    let shared = head.first([
      "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src",
    ])
    lead.contentURL = (lead.contentURL ?? shared).flatMap { PageAddress.absolute($0, to: base) }
    self.lead = lead.contentURL == nil ? nil : lead
  }

  /// The figure with a caption in the header of the article: over the headline, or else below it.
  func figure(in outline: PageOutline) -> (figure: Int32, caption: String)? {
    guard let heading = outline.heading, outline.header.contains(heading) else { return nil }
    return figure(in: outline.header.lowerBound..<heading, outline)
      ?? captionOfPicture(in: outline.header.lowerBound..<heading, outline)
      ?? figure(in: heading..<outline.header.upperBound, outline)
  }

  private func figure(in part: Range<Int>, _ outline: PageOutline) -> (figure: Int32, caption: String)? {
    let tree = outline.tree
    var last = -1
    for figure in shown.lazy.map({ Int($0.figure) }).reversed() where part.contains(figure) && figure != last
    {
      last = figure
      guard !outline.isForeign(Int(tree.nodes[figure].parent)),
        let node = (figure..<Int(outline.weights.end[figure])).first(where: {
          tree.nodes[$0].tag == .figcaption
        }),
        outline.weights[node].links * 2 <= outline.weights[node].text, let caption = outline.text(of: node)
      else { continue }
      return (Int32(figure), caption)
    }
    return nil
  }

  /// A caption has at most so many letters.
  private static let longestCaption: Int32 = 400

  /// What names itself a caption and stands in an element with a picture and nothing else, which is no figure by its tag.
  private func captionOfPicture(in part: Range<Int>, _ outline: PageOutline) -> (
    figure: Int32, caption: String
  )? {
    let (tree, weights) = (outline.tree, outline.weights)
    for node in part where weights.hints[node].contains(.caption) && tree.nodes[node].tag.isBlock {
      let parent = Int(tree.nodes[node].parent)
      guard weights[parent].media > 0, weights[parent].text == weights[node].text, weights[node].links == 0,
        weights[node].text <= Self.longestCaption,
        !outline.isForeign(node), !outline.isInFurniture(node), let caption = outline.text(of: node)
      else { continue }
      return (Int32(parent), caption)
    }
    return nil
  }

  /// Where the picture of a figure lies.
  func address(ofFigure figure: Int32, in tree: MarkupTree) -> String? {
    let address = shown.lazy.filter { $0.figure == figure }
      .compactMap { Self.address(of: Int($0.image), in: tree) }.first
    return address.flatMap { PageAddress.absolute($0, to: base) }
  }

  /// The address of a picture that may be loaded late and in several sizes: the widest of those, or the one address.
  private static func address(of image: Int, in tree: MarkupTree) -> String? {
    for name in ["data-srcset", "srcset"] as [AttributeName] {
      if let widest = tree.value(of: name, at: image).flatMap(widest) { return widest }
    }
    for name in ["data-src", "data-original", "data-lazy-src", "src"] as [AttributeName] {
      if let address = tree.value(of: name, at: image), !address.isEmpty, !address.hasPrefix("data:") {
        return address
      }
    }
    return nil
  }

  /// The address with the largest width or density in a set like `a.jpg 300w, b.jpg 600w`.
  private static func widest(of set: String) -> String? {
    var best: (address: Substring, size: Double)?
    var address: Substring = ""
    for word in set.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      let bare = Substring(word.last == UInt8(ascii: ",") ? word.dropLast() : word)
      let unit = bare.utf8.last
      if unit == UInt8(ascii: "w") || unit == UInt8(ascii: "x"), let size = Double(bare.dropLast()) {
        if !address.isEmpty, size > best?.size ?? 0 { best = (address, size) }
        address = ""
      } else if !bare.hasPrefix("data:") {
        address = bare
      }
    }
    return best.map { String($0.address) }
  }
}

/// An absolute address on the web, in parts.
struct PageAddress {
  /// `https:`.
  private var scheme: Substring
  /// `//www.example.org`.
  private var host: Substring
  private var path: Substring

  /// - Returns: `nil` for an address without a host.
  init?(_ address: String) {
    let bytes = address.utf8.span
    let colon = bytes.first(UInt8(ascii: ":"), from: 0)
    guard colon >= 4, bytes.has("://", at: colon),
      bytes[0] | 0x20 == UInt8(ascii: "h"), bytes[1] | 0x20 == UInt8(ascii: "t"),
      bytes[2] | 0x20 == UInt8(ascii: "t"), bytes[3] | 0x20 == UInt8(ascii: "p")
    else { return nil }
    var end = colon + 3
    while end < bytes.count, !Self.endsHost(bytes[end]) { end += 1 }
    guard end - colon > 4 else { return nil }
    let hostStart = address.utf8.index(address.startIndex, offsetBy: colon + 1)
    let hostEnd = address.utf8.index(address.startIndex, offsetBy: end)
    scheme = address[..<hostStart]
    host = address[hostStart..<hostEnd]
    path = address[hostEnd...]
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Whether it is the address of the site's start page.
  var isStartPage: Bool { path.isEmpty || path == "/" }

  /// An address made absolute, as seen from another; `nil` where that takes more than the page says.
  static func absolute(_ address: String, to base: PageAddress?) -> String? {
    var address = collapse(Array(address.utf8))
    if address.utf8.contains(0x20) { address = address.split(separator: " ").joined(separator: "%20") }
    if PageAddress(address) != nil { return address }
    guard let base, !address.isEmpty else { return nil }
    if address.hasPrefix("//") { return base.scheme + address }
    if address.hasPrefix("/") { return base.scheme + base.host + address }
    return nil
  }

  /// The canonical address of a page: its canonical link, made absolute, unless that leads to the site's start page
  /// while the article has an address of its own.
  static func canonical(link: String?, openGraph: String?) -> String? {
    let shared = openGraph.flatMap { PageAddress($0) == nil ? nil : $0 }
    guard let link, let absolute = absolute(link, to: shared.flatMap(PageAddress.init)) else { return shared }
    if let shared, PageAddress(absolute)?.isStartPage ?? true, PageAddress(shared)?.isStartPage == false {
      return shared
    }
    return absolute
  }
}
