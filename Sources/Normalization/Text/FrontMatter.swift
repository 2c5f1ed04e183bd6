/// The fields that a text has before it: YAML between lines of `---`, TOML between lines of `+++`, or lines like
/// "Title: Pier closed" up to a blank one.
///
/// Of YAML it knows what such fields are written in: texts, quoted or not, in one line or folded, and lists of them.
struct FrontMatter {
  /// The byte offset at which the text itself begins.
  private(set) var end = 0
  private var fields: [String: [String]] = [:]

  private static let longest = 16_384

  /// - Parameter text: Cleaned, with line feeds between lines.
  /// - Returns: `nil` where a text does not begin with such fields.
  init?(in text: Span<UInt8>) {
    let isFenced = text.has("---\n", at: 0) || text.has("+++\n", at: 0)
    guard let end = isFenced ? readFenced(text) : readLabelled(text) else { return nil }
    self.end = end
  }

  /// Reads the fields between two lines of `---` or `+++`.
  ///
  /// - Returns: The byte offset after them.
  private mutating func readFenced(_ text: Span<UInt8>) -> Int? {
    let fence = text[0]
    let assignment = fence == UInt8(ascii: "-") ? UInt8(ascii: ":") : UInt8(ascii: "=")
    var key: String?
    var isFolded = false
    var start = 4
    while start < min(text.count, Self.longest) {
      let line = text.extracting(start..<text.first(UInt8(ascii: "\n"), from: start))
      start += line.count + 1
      if line.count == 3, line[0] == fence, line[1] == fence, line[2] == fence {
        return fields.isEmpty ? nil : min(start, text.count)
      }
      guard let first = line.indices.first(where: { line[$0] != 0x20 }), line[first] != UInt8(ascii: "#")
      else { continue }
      let isListItem = line[first] == UInt8(ascii: "-") && line.has(" ", at: first + 1)
      if let key, isListItem || first > 0 {
        let value = string(line.extracting((isListItem ? first + 2 : first)..<line.count))
        if isFolded, !isListItem, let last = fields[key]?.last {
          fields[key] = ["\(last) \(value)"]
        } else {
          fields[key, default: []] += Self.values(value)
        }
        isFolded = !isListItem
        continue
      }
      let mark = line.first(assignment, from: 0)
      guard mark > 0, mark < line.count, mark <= 40 else { return nil }
      let name = string(line.extracting(0..<mark)).lowercased().filter { !"_- ".contains($0) }
      fields[name] = Self.values(string(line.extracting(mark + 1..<line.count)))
      isFolded = fields[name]?.count == 1
      key = name
    }
    return nil
  }

  /// Reads lines of known labels, of which the first is the headline's, up to a blank one.
  ///
  /// - Returns: The byte offset after them.
  private mutating func readLabelled(_ text: Span<UInt8>) -> Int? {
    var start = 0
    while start < text.count {
      let line = text.extracting(start..<text.first(UInt8(ascii: "\n"), from: start))
      start += line.count + 1
      if line.count == 0 { break }
      let mark = line.first(UInt8(ascii: ":"), from: 0)
      guard mark < min(line.count, 24),
        let name = Self.labels[string(line.extracting(0..<mark)).lowercased()],
        name == "title" || fields["title"] != nil
      else { return nil }
      fields[name, default: []] += Self.values(string(line.extracting(mark + 1..<line.count)))
    }
    return fields.count >= 2 && fields["title"]?.isEmpty == false ? min(start, text.count) : nil
  }

  /// Whether a line is a field that says something about a text, and not what the text is called: "Quelle: Wochenblatt vom 3.5.2024".
  static func isField(_ line: Line) -> Bool {
    if line.starts(with: "Role, ") { return true }
    let label = line.text.utf8.prefix(24).prefix { $0 != UInt8(ascii: ":") }
    guard label.endIndex < line.text.utf8.endIndex, line.text.utf8[label.endIndex] == UInt8(ascii: ":") else {
      return false
    }
    if let name = labels[String(Substring(label)).lowercased()] {
      return name != "title" && name != "description"
    }
    // A label before a number: "Document no.: 4711".
    let rest = line.tokens.filter { Int($0.start) > label.count && $0.kind != .mark }
    return !rest.isEmpty && rest.allSatisfy { $0.kind == .number }
  }

  /// The names of the fields by the labels that people write.
  private static let labels: [String: String] = {
    let words = [
      "title": "title headline titel überschrift titre título titolo tytuł заголовок 标题 标題 タイトル 제목",
      "author":
        "author authors byline by autor autorin autoren auteur auteurs autores autore autori автор 作者 著者 기자",
      "date": "date published datum fecha data дата 日期 日付 날짜",
      "description": "description subtitle standfirst deck untertitel",
      "url": "url link", "publisher": "publisher publication newspaper source quelle fuente fonte",
      "language": "language lang sprache langue idioma", "section": "section ressort rubrique sección",
    ]
    var labels: [String: String] = [:]
    for (name, spellings) in words {
      for label in spellings.split(separator: " ") { labels[String(label)] = name }
    }
    return labels
  }()

  /// The first field of some names that has a text.
  func text(_ names: String...) -> String? { names.lazy.compactMap { fields[$0]?.first }.first }

  /// All texts of the first field of some names that has any.
  func texts(_ names: String...) -> [String] {
    names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty } ?? []
  }

  /// The texts that a value gives: of a list all, of white space, a sign for nothing or one for a folded text none.
  private static func values(_ value: String) -> [String] {
    let value = unquoted(value)
    if ["", "~", "null", ">", "|", ">-", "|-", "[]"].contains(value) { return [] }
    guard value.hasPrefix("["), value.hasSuffix("]"), !value.hasPrefix("[[") else { return [value] }
    return value.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0)) }.filter {
      !$0.isEmpty
    }
  }

  /// A text without the white space, the quotation marks and the brackets of a link between notes around it.
  private static func unquoted(_ value: String) -> String {
    var value = Substring(value.utf8.drop { $0 == 0x20 })
    while value.utf8.last == 0x20 { value.removeLast() }
    if value.utf8.count >= 2, let mark = value.first, mark == "\"" || mark == "'", value.last == mark {
      value = value.dropFirst().dropLast()
      return unquoted(String(value)).replacing("\\\"", with: "\"")
    }
    if value.hasPrefix("[["), value.hasSuffix("]]") {
      value = value.dropFirst(2).dropLast(2)
      if let bar = value.lastIndex(of: "|") { value = value[value.index(after: bar)...] }
    }
    return String(value)
  }
}

extension FrontMatter {
  /// The headline; the text itself may lack it.
  var headline: String? { text("title", "headline") }
  var language: String? { text("language", "lang", "inlanguage", "locale") }
}

extension Article {
  /// Takes what the fields before a text say: they were written to be read by programs.
  mutating func take(_ matter: FrontMatter, options: NormalizationOptions) {
    headline = matter.headline ?? headline
    url =
      (matter.texts("url", "link") + matter.texts("source", "canonicalurl", "canonical", "permalink"))
      .lazy.compactMap { PageAddress.absolute($0, to: nil) }.first ?? url
    publisher =
      matter.text("publisher", "publication", "sitename", "site").flatMap { $0.contains("://") ? nil : $0 }
      ?? publisher
    let outlet = Outlet(names: [publisher].compactMap(\.self), address: url)
    let names = matter.texts("author", "authors", "byline", "by", "creator")
      .flatMap { outlet.names(in: $0, isDeclared: true, isOrganization: false) }
    if !names.isEmpty { authors = outlet.unique(names) }
    let date = matter.text("published", "datepublished", "publishdate", "pubdate", "publicationdate", "date")
    published = date.flatMap { wireDate($0, options) } ?? published
    modified =
      matter.text("modified", "datemodified", "updated", "lastmod").flatMap { wireDate($0, options) }
      ?? modified
    if modified == published { modified = nil }
    take(standfirst: matter.text("description", "subtitle", "standfirst", "deck", "dek", "excerpt"))
    section = matter.text("section", "articlesection") ?? section
    let declared = matter.texts("keywords")
    if !declared.isEmpty { keywords = declared }
  }
}
