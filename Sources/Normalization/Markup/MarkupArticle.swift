/// Reads the article of a page.
///
/// - Parameter page: HTML in UTF-8; let go when its tree is made.
/// - Throws: ``NormalizationError/notAnArticle(seen:)`` where the page has no running text.
func article(
  inMarkup page: consuming [UInt8], from source: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  let tree = MarkupParser.parse(page)
  _ = consume page
  var weights = MarkupWeights(tree)
  var container = tree.container(weights)
  if container == nil {
    // A short text in Chinese, Japanese or Korean has few letters, each of which says as much as two of others.
    weights = MarkupWeights(tree, wideLetter: 2)
    container = tree.container(weights)
  }
  let metadata = PageMetadata(tree, weights, container: container, options: options)
  var assembly = MarkupAssembly(metadata: metadata, source: source)
  if let container {
    var read = ReadBlocks(tree, weights, container: container, metadata: metadata)
    read.settle(by: .news)
    assembly.take(read, of: tree)
  }
  assembly.takeStructuredBody()
  assembly.takeData(of: tree, options)
  if let seen = assembly.objection(weights) { throw .notAnArticle(seen: seen) }
  return assembly.finished()
}

/// Gathers the parts of an article out of a page's blocks and of what the page says of itself.
private struct MarkupAssembly {
  private var article: Article
  private let metadata: PageMetadata
  private var captionKeys: Set<String> = []
  /// Whether the last caption was taken for that of a picture.
  private var isCaptionOpen = false
  /// Subheads that count only if text follows.
  private var pendingHeadings: [String] = []

  init(metadata: PageMetadata, source: Source) {
    self.metadata = metadata
    article = Article(source: source)
    article.headline = metadata.title
    article.authors = metadata.authors
    article.published = metadata.published
    article.modified = metadata.modified
    article.publisher = metadata.publisher
    article.url = metadata.url
    article.section = metadata.section
    article.keywords = metadata.keywords
    article.isAccessibleForFree = metadata.isAccessibleForFree
  }

  /// Why the page is no article: what it is instead.
  func objection(_ weights: MarkupWeights) -> String? {
    let page = "a page with \(weights[0].text) letters of text, \(weights[0].links) of them in links"
    if article.body.isEmpty { return "\(page), and no paragraphs" }
    var (words, prose) = (0, 0)
    for paragraph in article.body where words < 80 || prose < 30 {
      let line = Line(paragraph.text, followsBlank: true)
      words += line.words
      if line.isProse { prose += line.words }
    }
    if words < 80, let headline = article.headline, isErrorMessage(Line(ofBlock: headline)) {
      return "a page of an error, “\(headline)”"
    }
    // An index is links; a short piece of news has few beside it, or a sentence at least.
    if prose == 0, words < 20 || weights[0].links * 2 > weights[0].text {
      return "\(page), and no sentence in \(article.body.count) short lines"
    }
    if prose < 30, weights[0].links * 10 > weights[0].text * 7 {
      return "\(page), and \(prose) words of running text"
    }
    return nil
  }

  // MARK: - Blocks

  /// Reads the date out of a line where the page gives none.
  ///
  /// - Parameter isNamed: Whether the page's own names say that the line is about the article.
  private mutating func readMetadata(_ line: Line, isNamed: Bool) {
    guard line.words <= 40 else { return }
    if article.published == nil, isNamed || metadata.isDateLine(line),
      let date = metadata.dates(in: line.tokens).first
    {
      article.published = date.timestamp
    }
  }

  mutating func take(_ read: ReadBlocks, of tree: MarkupTree) {
    if article.isAccessibleForFree == nil, isStub(read) { article.isAccessibleForFree = false }
    let repetitions = read.repetitions()
    if let lead = metadata.leadFigure,
      !read.blocks.contains(where: { $0.figure == lead.figure && !$0.isPruned })
    {
      addCaption(Line(ofBlock: lead.caption), in: lead.figure, of: tree)
    }
    for (index, block) in read.blocks.enumerated() {
      let line = read.lines[index]
      if read.ruled[index] == .furniture(.date) || read.ruled[index] == .furniture(.preamble) {
        readMetadata(line, isNamed: block.hints.contains(.metadata))
      }
      switch read.verdicts[index] {
      case .paragraph where repetitions.contains(index):
        article.furniture.append(Furniture(text: block.text, reason: FurnitureReason.duplicate.rawValue))
      case .paragraph: addParagraph(block.text)
      case .subhead: pendingHeadings.append(block.text)
      case .standfirst where article.standfirst == nil && !tellsDate(line):
        article.standfirst = block.text
      case .caption where tellsDate(line) || isByline(line):
        article.furniture.append(Furniture(text: block.text, reason: FurnitureReason.preamble.rawValue))
      case .caption where isCaptionOpen && read.goesOnWithCaption(index): extendCaption(line)
      case .caption: addCaption(line, in: block.figure, of: tree)
      case .sourceCredit:
        article.sourceCredit = article.sourceCredit.map { "\($0) \(block.text)" } ?? block.text
      case .furniture(let reason):
        article.furniture.append(Furniture(text: String(block.text.prefix(400)), reason: reason.rawValue))
      default:
        article.furniture.append(Furniture(text: block.text, reason: FurnitureReason.preamble.rawValue))
      }
    }
  }

  /// Whether a line says when the article was published or changed, and how long it is, and no more.
  private func tellsDate(_ line: Line) -> Bool {
    metadata.isDateLine(line)
      || line.words <= 12 && metadata.dates(in: line.tokens).contains(where: \.isLabelled)
  }

  /// Whether a line below a portrait says who wrote: "Von Jane Doe, Redakteurin".
  private func isByline(_ line: Line) -> Bool {
    line.words <= 10 && !line.endsSentence && startsByline(line.tokens)
      && markedAuthors(in: line)?.contains { $0.kind == .person } == true
  }

  private mutating func addParagraph(_ text: String) {
    for heading in pendingHeadings { article.body.append(Paragraph(heading)) }
    pendingHeadings = []
    article.body.append(Paragraph(text))
  }

  private mutating func addCaption(_ line: Line, in figure: Int32?, of tree: MarkupTree) {
    isCaptionOpen =
      line.words > 0 && wording(of: line)?.reason != .media && captionKeys.insert(line.text).inserted
    guard isCaptionOpen else { return }
    let caption = caption(in: line)
    article.images.append(
      Figure(
        caption: caption.map(\.text) ?? line.text, credit: caption?.credit,
        contentURL: figure.flatMap { metadata.pictures.address(ofFigure: $0, in: tree) }))
  }

  /// Puts another line about the last picture to what is known of it: whose it is, or what it shows below whose it is.
  private mutating func extendCaption(_ line: Line) {
    guard captionKeys.insert(line.text).inserted, var picture = article.images.popLast() else { return }
    let parts = caption(in: line) ?? Caption(text: line.text)
    let isName = parts.credit == nil && line.words <= 6 && !line.endsSentence
    if isName || parts.text == nil {
      let credit = parts.credit ?? line.text
      picture.credit = picture.credit.map { "\($0), \(credit)" } ?? credit
    } else {
      if picture.credit == nil, let name = picture.caption,
        let names = listedAuthors(in: name[...], isWhole: true),
        !names.isEmpty
      {
        picture.credit = name
        picture.caption = nil
      }
      picture.caption = [picture.caption, parts.text].compactMap(\.self).joined(separator: " ")
      picture.credit = picture.credit ?? parts.credit
    }
    article.images.append(picture)
  }

  /// Whether a short text breaks off at a call to subscribe.
  private func isStub(_ read: ReadBlocks) -> Bool {
    guard let last = read.verdicts.lastIndex(of: .paragraph) else { return false }
    let words = read.blocks.indices.reduce(0) {
      $0 + (read.verdicts[$1] == .paragraph ? read.lines[$1].words : 0)
    }
    let next = read.blocks.indices.filter { $0 > last }
    let shown = next.filter { !read.blocks[$0].isPruned }.prefix(2).map { read.lines[$0] }
    let others = next.prefix(3).map { read.lines[$0] } + metadata.linesBelow
    return words <= 150
      && (shown.contains { $0.words > 1 && wording(of: $0)?.reason == .subscription }
        || others.contains(where: \.asksToSubscribe))
  }

  // MARK: - What the page says of itself

  /// Takes the text of JSON-LD where the page itself shows less than half of it.
  mutating func takeStructuredBody() {
    guard let text = metadata.articleBody else { return }
    guard text.utf8.count > max(400, article.length * 2) else { return }
    let paragraphs = text.split(separator: "\n").compactMap { line -> Paragraph? in
      let text = collapse(Array(line.utf8))
      return text.isEmpty ? nil : Paragraph(text)
    }
    if !paragraphs.isEmpty { article.body = paragraphs }
  }

  /// Takes the article that the page's own program would draw, where the page itself shows less than half of its text.
  mutating func takeData(of tree: MarkupTree, _ options: NormalizationOptions) {
    let shown = article.length
    guard shown < Self.longestStub, let item = PageData.article(in: tree, title: article.headline),
      let drawn = try? item.article(from: article.source, options: options), drawn.length > shown * 2
    else { return }
    article.body = drawn.body
    article.headline = drawn.headline ?? article.headline
    if article.authors.isEmpty { article.authors = drawn.authors }
    article.published = article.published ?? drawn.published
    article.modified = article.modified ?? drawn.modified
    article.standfirst = drawn.standfirst ?? article.standfirst
    article.section = article.section ?? drawn.section
    if article.images.isEmpty { article.images = drawn.images }
    if article.keywords.isEmpty { article.keywords = drawn.keywords }
  }

  /// A page that shows more than so many bytes of text shows all of it.
  private static let longestStub = 1_200

  /// Puts the picture that stands for the article first, unless a figure shows it.
  private mutating func addLeadPicture() {
    guard let lead = metadata.pictures.lead else { return }
    let known = article.images.firstIndex {
      $0.contentURL == lead.contentURL || $0.isSamePicture(as: lead.caption)
    }
    if let known {
      article.images[known].contentURL = article.images[known].contentURL ?? lead.contentURL
    } else {
      article.images.insert(lead, at: 0)
    }
  }

  mutating func finished() -> Article {
    addLeadPicture()
    for heading in pendingHeadings {
      article.furniture.append(Furniture(text: heading, reason: FurnitureReason.tail.rawValue))
    }
    if let first = article.body.first { article.dateline = dateline(of: first.text) }
    if article.standfirst == nil, let description = metadata.description, isStandfirst(description) {
      article.standfirst = description
    }
    article.typeset(declaredLanguage: metadata.language)
    return article
  }

  /// Whether a description is more than the beginning of the body or of a paragraph, cut off, and no caption.
  private func isStandfirst(_ description: String) -> Bool {
    guard description.utf8.count >= 40, description != article.headline else { return false }
    // The last word may be cut, and the first letter be missing, which the page draws as an initial.
    let text = description.dropFirst(Normalization.dateline(of: description)?.count ?? 0)
    let start = WordList(String(text)).hashes.prefix(9).dropFirst().dropLast()
    func opens(_ text: String, after lead: Int) -> Bool {
      if text.utf8.starts(with: description.utf8.prefix(40)) { return true }
      let words = WordList(text, limit: 400).hashes
      return (0...lead).contains { words.dropFirst($0).starts(with: start) }
    }
    return !article.body.enumerated().contains { opens($1.text, after: $0 == 0 ? Self.longestDateline : 1) }
      && !article.images.contains { $0.caption.map { opens($0, after: 1) } ?? false }
      && !isSlogan(description)
  }

  /// In words, with the name of the agency.
  private static let longestDateline = 9

  /// Whether a description is of the site: of its words of some length, the site's name aside, the article has none.
  private func isSlogan(_ description: String) -> Bool {
    let list = WordList(description)
    let words = zip(list.hashes, list.areLong).filter { $1 && !metadata.siteWords.contains($0) }.map(\.0)
    // Scripts without spaces have whole clauses for words.
    guard words.count >= 3, description.utf8.count(where: { $0 == 0x20 }) >= 4 else { return false }
    let known = WordSet(words)
    let isSaid = { (text: String) in WordList(text).hashes.contains { known.contains($0) } }
    return !isSaid(article.headline ?? "") && !article.body.contains { isSaid($0.text) }
  }
}

extension Article {
  /// The bytes of the body.
  fileprivate var length: Int { body.reduce(0) { $0 + $1.text.utf8.count } }
}

extension Line {
  /// A block of a page as a line, measured and split into its tokens.
  init(ofBlock text: String) {
    self.init(text, followsBlank: true)
    tokenize()
  }
}
