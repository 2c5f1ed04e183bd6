/// The running text of a wire file: what its format says is the story, so that nothing in it is judged.
///
/// Reads NITF and HTML alike: paragraphs, subheads, lists and the rows of tables in order, without what stands in pictures, scripts
/// and notes.
struct WireBody {
  private(set) var paragraphs: [Paragraph] = []
  private(set) var images: [Figure] = []
  /// Notes to editors in it.
  private(set) var notes: [String] = []
  /// A standfirst that its element is named for.
  private(set) var teaser: String?

  /// The paragraph at hand, with ``lineBreak`` where a line is broken.
  private var pending: [UInt8] = []

  /// Stands for a `<br>`; no text has it.
  private static let lineBreak: UInt8 = 0x1E

  /// No text.
  init() {}

  /// The text of an element.
  init(_ element: XMLElement) {
    read(element)
    end()
    // Markup that was put in as text, or escaped once more than it should.
    let text = Array(paragraphs.map(\.text).joined(separator: "\n").utf8)
    if hasTags(text) {
      let inner = WireBody(html: text)
      paragraphs = inner.paragraphs
      images += inner.images
    }
  }

  /// Paragraphs that are text already.
  init(paragraphs: [String]) {
    self.paragraphs = paragraphs.compactMap { text in
      let text = collapse(Array(text.utf8))
      return text.isEmpty ? nil : Paragraph(text)
    }
  }

  /// The text of a piece of HTML.
  init(html: [UInt8]) {
    self.init(XMLTree(html).root)
  }

  /// A text without markup.
  ///
  /// - Throws: ``NormalizationError`` where it has more lines than any article.
  init(plain text: [UInt8]) throws(NormalizationError) {
    let text = withoutMarkdown(composed(cleaned(text.span)))
    paragraphs = try lines(of: text.span).map { Paragraph($0.text) }
  }

  /// The number of words.
  var wordCount: Int { paragraphs.reduce(0) { $0 + Line($1.text, followsBlank: true).words } }

  /// Adds pictures of the same story.
  mutating func add(_ figures: [Figure]) { images += figures }

  // MARK: - Elements

  private mutating func read(_ element: XMLElement) {
    element.forEachChild { child in
      switch child {
      case .text(let text): pending += text
      case .element(let element): take(element)
      }
    }
  }

  private mutating func take(_ element: XMLElement) {
    let name = element.name
    if Self.unread.contains(name) || name == "div" && Self.isBox(element) { return }
    if name == "p", teaser == nil, element.attribute("class") == "teaser" {
      end()
      teaser = element.text
      return
    }
    switch name {
    case "br": pending.append(Self.lineBreak)
    case "media", "figure":
      end()
      if let figure = figure(element) { images.append(figure) }
    case "note":
      end()
      if let note = element.text { notes.append(note) }
    case "pre":
      end()
      if let body = try? WireBody(plain: element.content) { paragraphs += body.paragraphs }
    case "td", "th":
      pending.append(0x20)
      read(element)
    case let name where Self.blocks.contains(name):
      end()
      read(element)
      end()
    default: read(element)
    }
  }

  private static let unread: Set<String> = [
    "script", "style", "template", "head", "object", "iframe", "form", "button", "select", "noscript", "svg",
    "nitf-table-metadata", "body.head", "fn", "audio", "video", "header", "footer", "nav", "aside",
  ]

  /// Whether an element is a box beside the story, which in newer HTML would be an `<aside>`.
  private static func isBox(_ element: XMLElement) -> Bool {
    element.attribute("class")?.lowercased().contains("infobox") ?? false
  }

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "address", "center", "hr",
    "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hedline", "blockquote", "bq", "block", "credit",
    "ul", "ol", "dl", "li", "dt", "dd", "table", "nitf-table", "tr", "caption", "thead", "tbody", "tfoot",
    "body", "body.content", "body.end", "tagline", "abstract", "datasource", "html", "nitf", "lead", "line",
    "subhead", "kicker", "pullquote",
  ]

  /// Whether an element stands apart from the text before it.
  static func parts(_ name: String) -> Bool {
    name == "br" || name == "td" || name == "th" || blocks.contains(name)
  }

  private func figure(_ element: XMLElement) -> Figure? {
    let captions = element.descendants(["media-caption", "figcaption", "caption"]).compactMap(\.text)
    let credit = element.descendant("media-producer")?.text
    let address =
      element.descendant("media-reference")?.attribute("source")
      ?? element.descendant("img")?.attribute("src")
    var figure = Figure(
      caption: captions.isEmpty ? nil : captions.joined(separator: " "), credit: credit, contentURL: address)
    if credit == nil, let caption = figure.caption.flatMap({ caption(in: Line(ofBlock: $0)) }),
      caption.credit != nil
    {
      (figure.caption, figure.credit) = (caption.text, caption.credit)
    }
    return figure == Figure() ? nil : figure
  }

  // MARK: - Paragraphs

  /// Ends the paragraph at hand. Where lines are broken in it, two breaks part paragraphs, and so does one after a sentence that
  /// a long line follows.
  private mutating func end() {
    defer { pending.removeAll(keepingCapacity: true) }
    guard pending.contains(where: { $0 > 0x20 }) else { return }
    var paragraph = ""
    var breaks = 0
    for piece in pending.split(separator: Self.lineBreak, omittingEmptySubsequences: false) {
      let line = collapse(composed(cleaned(Array(piece).span)))
      if !line.isEmpty {
        if !paragraph.isEmpty, breaks > 1 || isParagraph(paragraph) && isParagraph(line) {
          paragraphs.append(Paragraph(paragraph))
          paragraph = line
        } else {
          paragraph += paragraph.isEmpty ? line : " " + line
        }
        breaks = 0
      }
      breaks += 1
    }
    if !paragraph.isEmpty { paragraphs.append(Paragraph(paragraph)) }
  }

  private func isParagraph(_ text: String) -> Bool {
    let line = Line(text, followsBlank: true)
    return line.endsSentence && line.words >= 8
  }
}

extension WireBody {
  /// A text that its file gives as one string.
  ///
  /// - Parameter type: Its media type, where the file says it; else its own tags tell HTML from plain text.
  init(text: [UInt8], type: String? = nil) {
    let isHTML = type.map { $0.contains("html") || $0.contains("nitf") } ?? hasTags(text)
    if isHTML {
      self.init(html: text)
    } else {
      self = (try? WireBody(plain: text)) ?? WireBody()
    }
  }
}

/// Whether a text holds an element of running text: `<p>`, `<br/>`, `<div class="x">`, or any end tag.
func hasTags(_ text: [UInt8]) -> Bool {
  let span = text.span
  var place = span.first(UInt8(ascii: "<"), from: 0)
  while place + 2 < span.count {
    if span[place + 1] == UInt8(ascii: "/"), (0x61...0x7A).contains(span[place + 2].lowercased) {
      return true
    }
    if span.has("<p>", at: place) || span.has("<br", at: place) || span.has("<P>", at: place) { return true }
    place = span.first(UInt8(ascii: "<"), from: place + 1)
  }
  return false
}
