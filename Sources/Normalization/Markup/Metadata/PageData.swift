import JSONText

/// What a page gives its own program to draw the article from, as JSON in its scripts: `__NEXT_DATA__`, or a state that a script
/// assigns (`Fusion.globalContent = {…}`, `window.__STATE__ = JSON.parse("…")`).
///
/// A page that was saved before its program ran shows nothing of it, or the beginning alone.
enum PageData {
  /// The page's article in its data; `nil` where none is there, or several of which none bears the page's title.
  static func article(in tree: MarkupTree, title: String?) -> WireItem? {
    var items: [WireItem] = []
    for node in tree.nodes.indices where tree.nodes[node].tag == .script {
      guard let content = tree.children(of: node).first else { continue }
      let script = tree.bytes(of: content)
      let type = tree.value(of: "type", at: node)
      guard scriptSizes.contains(script.count), type?.utf8.span.holds("ld+json") != true else { continue }
      for value in values(in: script, isJSON: type?.utf8.span.holds("json") == true) {
        items += JSONArticle.items(in: value).filter { $0.body.wordCount >= fewestWords }
      }
    }
    let words = title.map(wordHashes) ?? []
    let named = items.filter {
      guard let headline = $0.headline.map(wordHashes), !headline.isEmpty else { return false }
      return words.starts(with: headline) || !words.isEmpty && headline.starts(with: words)
    }
    return named.max { $0.body.wordCount < $1.body.wordCount } ?? (items.count == 1 ? items[0] : nil)
  }

  /// A script of fewer bytes holds no article, and one of more holds much else.
  private static let scriptSizes = 400...(16 << 20)
  private static let fewestWords = 40

  /// The JSON in a script: all of it, or the objects that it assigns.
  private static func values(in script: ArraySlice<UInt8>, isJSON: Bool) -> [LooseJSON] {
    var reader = JSONReader(script)
    if isJSON { return (try? LooseJSON(&reader, depth: 0)).map { [$0] } ?? [] }
    var values: [LooseJSON] = []
    while let equals = script[reader.place...].firstIndex(of: UInt8(ascii: "=")) {
      reader.place = equals + 1
      // What follows is code as a rule, and ends the attempt at its first sign.
      if let value = assigned(&reader) { values.append(value) }
    }
    return values
  }

  /// The object that is assigned next, as it is or as a string to be parsed.
  private static func assigned(_ reader: inout JSONReader) -> LooseJSON? {
    guard let first = reader.next() else { return nil }
    if first == UInt8(ascii: "{") { return try? LooseJSON(&reader, depth: 0) }
    guard reader.json[reader.place...].starts(with: parsing) else { return nil }
    reader.place += parsing.count
    guard let text = try? reader.string() else { return nil }
    var inner = JSONReader(text[...])
    return try? LooseJSON(&inner, depth: 0)
  }

  private static let parsing = Array("JSON.parse(".utf8)
}
