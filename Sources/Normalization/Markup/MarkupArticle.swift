/// Reads the article of a page.
///
/// - Parameter page: HTML in UTF-8.
/// - Throws: ``NormalizationError/notAnArticle(seen:)`` where the page has no running text.
func article(
  inMarkup page: [UInt8], from source: Source, options: NormalizationOptions
) throws(NormalizationError) -> Article {
  let tree = MarkupParser.parse(page)
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
    if let heading = tree.onlyHeading, heading < container {
      assembly.takeHeader(tree.blocks(in: heading..<container, weights))
    }
    assembly.take(tree.blocks(in: container..<Int(weights.end[container]), weights))
  }
  assembly.takeStructuredBody()
  guard assembly.hasBody else {
    throw .notAnArticle(
      seen:
        "a page with \(weights.text[0]) letters of text, \(weights.links[0]) of them in links, and no paragraphs"
    )
  }
  return assembly.finished()
}

/// Gathers the parts of an article out of a page's blocks and of what the page says of itself.
private struct MarkupAssembly {
  private var article: Article
  private let metadata: PageMetadata
  private var hasParagraph = false
  private var captionKeys: Set<String> = []
  private var bodyTexts: Set<String> = []
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

  var hasBody: Bool { !article.body.isEmpty }

  // MARK: - Blocks

  /// Takes what stands between the heading and the text: standfirst, byline, date, the first picture.
  mutating func takeHeader(_ blocks: [MarkupBlock]) {
    for block in blocks where !block.isPruned {
      let line = Line(ofBlock: block.text)
      if block.isInFigure || block.hints.contains(.caption) {
        addCaption(line, in: block.figure)
      } else if block.hints.contains(.standfirst), article.standfirst == nil, line.words <= 80 {
        article.standfirst = block.text
      } else {
        readMetadata(line, isNamed: block.hints.contains(.metadata))
      }
    }
  }

  /// Reads the date out of a line where the page gives none.
  ///
  /// - Parameter isNamed: Whether the page's own names say that the line is about the article.
  private mutating func readMetadata(_ line: Line, isNamed: Bool) {
    guard line.words <= 40 else { return }
    if article.published == nil, isNamed || isDateLine(line),
      let date = metadata.dates(in: line.tokens).first
    {
      article.published = date.timestamp
    }
  }

  mutating func take(_ blocks: [MarkupBlock]) {
    let lines = blocks.map { Line(ofBlock: $0.text) }
    let end = end(of: blocks, lines)
    let lastProse = lines[..<end].lastIndex { $0.isProse } ?? end
    let standfirst = standfirst(among: blocks[..<end], lines)
    for index in blocks.indices {
      if index == standfirst {
        article.standfirst = blocks[index].text
      } else if index < end {
        take(blocks[index], lines[index], isAfterText: index > lastProse)
      } else {
        article.furniture.append(Furniture(text: blocks[index].text, reason: FurnitureReason.tail.rawValue))
      }
    }
  }

  /// The block before the text that the page's head repeats as its description and that is set apart from the text.
  private func standfirst(among blocks: ArraySlice<MarkupBlock>, _ lines: [Line]) -> Int? {
    guard let description = metadata.description.map(wordHashes), !description.isEmpty,
      let first = blocks.indices.first(where: { lines[$0].words >= 7 && blocks[$0].text != article.headline }
      ),
      case let words = wordHashes(of: blocks[first].text), !words.isEmpty,
      description.starts(with: words) || words.starts(with: description),
      let next = blocks.indices.first(where: { $0 > first && lines[$0].isProse })
    else { return nil }
    return blocks[first].style == blocks[next].style ? nil : first
  }

  /// Where the article is over: at a line that says so, if little running text comes after it.
  private func end(of blocks: [MarkupBlock], _ lines: [Line]) -> Int {
    var wordsLeft = lines.reduce(0) { $0 + ($1.isProse ? $1.words : 0) }
    let total = wordsLeft
    for (index, line) in lines.enumerated() {
      if line.isProse { wordsLeft -= line.words }
      guard line.words <= 12, let wording = wording(of: line), wording.isEnd, total - wordsLeft >= 60 else {
        continue
      }
      if wordsLeft * 4 <= total || wording.reason == .comment { return index }
    }
    return blocks.count
  }

  private mutating func take(_ block: MarkupBlock, _ line: Line, isAfterText: Bool) {
    if block.isPruned {
      article.furniture.append(Furniture(text: block.text, reason: FurnitureReason.pageElement.rawValue))
      return
    }
    let letters = max(1, line.characters)
    let isLinked = block.linkLetters * 10 > letters * 6
    let isCredited = !block.isInList && line.words <= 40 && caption(in: line)?.credit != nil
    if block.isInFigure || isCredited || (block.hints.contains(.caption) && line.words <= 60) {
      addCaption(line, in: block.figure)
    } else if let reason = furnitureReason(of: block, line, isLinked: isLinked, isAfterText: isAfterText) {
      if reason == .date { readMetadata(line, isNamed: block.hints.contains(.metadata)) }
      article.furniture.append(Furniture(text: block.text, reason: reason.rawValue))
    } else if namesSources(line) {
      article.sourceCredit = article.sourceCredit.map { "\($0) \(block.text)" } ?? block.text
    } else if block.hints.contains(.standfirst), !hasParagraph, line.words <= 80 {
      article.standfirst = block.text
    } else if block.tag.isHeading, hasParagraph {
      pendingHeadings.append(block.text)
    } else if block.tag.isHeading {
      article.furniture.append(Furniture(text: block.text, reason: FurnitureReason.preamble.rawValue))
    } else {
      addParagraph(block.text, isProse: line.isProse)
    }
  }

  private func furnitureReason(
    of block: MarkupBlock, _ line: Line, isLinked: Bool, isAfterText: Bool
  ) -> FurnitureReason? {
    if block.text == article.headline || block.tag == .h1 { return .duplicate }
    if let wording = wording(of: line), line.words <= 40 { return wording.reason }
    if isLinked && (!line.isProse || block.isInList) { return .related }
    if block.tag != .blockquote {
      if block.hints.contains(.metadata), line.words <= 30 { return .date }
      if !hasParagraph, line.words <= 15, markedAuthors(in: line) != nil { return .date }
      if !line.isProse, line.words <= 12, isDateLine(line) { return .date }
    }
    if isCallToReader(line) { return .subscription }
    if line.words == 0 { return .separator }
    if isAfterText && (block.linkLetters * 3 > line.characters || block.text.contains("@")) { return .tail }
    return nil
  }

  private func isDateLine(_ line: Line) -> Bool {
    let words = metadata.dates(in: line.tokens).reduce(0) { $0 + $1.words }
    return words > 0 && line.words - words <= 6
  }

  private mutating func addParagraph(_ text: String, isProse: Bool) {
    if isProse, text.utf8.count > 100, !bodyTexts.insert(text).inserted {
      article.furniture.append(Furniture(text: text, reason: FurnitureReason.duplicate.rawValue))
      return
    }
    for heading in pendingHeadings { article.body.append(Paragraph(heading)) }
    pendingHeadings = []
    article.body.append(Paragraph(text))
    hasParagraph = hasParagraph || isProse
  }

  private mutating func addCaption(_ line: Line, in figure: Int32?) {
    guard line.words > 0, captionKeys.insert(line.text).inserted else { return }
    let caption = caption(in: line)
    article.images.append(
      Figure(
        caption: caption?.text ?? line.text, credit: caption?.credit,
        contentURL: figure.flatMap(metadata.pictures.address)))
  }

  // MARK: - What the page says of itself

  /// Takes the text of JSON-LD where the page itself shows less than half of it.
  mutating func takeStructuredBody() {
    guard let text = metadata.articleBody else { return }
    let shown = article.body.reduce(0) { $0 + $1.text.utf8.count }
    guard text.utf8.count > max(400, shown * 2) else { return }
    let paragraphs = text.split(separator: "\n").compactMap { line -> Paragraph? in
      let text = collapse(Array(line.utf8))
      return text.isEmpty ? nil : Paragraph(text)
    }
    if !paragraphs.isEmpty { article.body = paragraphs }
  }

  /// Puts the picture that stands for the article first, unless a figure shows it.
  private mutating func addLeadPicture() {
    guard let lead = metadata.pictures.lead,
      !article.images.contains(where: {
        $0.contentURL == lead.contentURL || $0.caption == lead.caption && $0.caption != nil
      })
    else { return }
    article.images.insert(lead, at: 0)
  }

  mutating func finished() -> Article {
    addLeadPicture()
    if let first = article.body.first { article.dateline = dateline(of: first.text) }
    if article.standfirst == nil, let description = metadata.description, isStandfirst(description) {
      article.standfirst = description
    }
    article.typeset(declaredLanguage: metadata.language)
    return article
  }

  /// Whether a description is more than the beginning of the body, cut off.
  private func isStandfirst(_ description: String) -> Bool {
    let start = description.utf8.prefix(40)
    return description.utf8.count >= 40 && description != article.headline
      && !article.body.contains { $0.text.utf8.starts(with: start) }
  }
}

extension Line {
  /// A block of a page as a line, measured and split into its tokens.
  init(ofBlock text: String) {
    self.init(text, followsBlank: true)
    tokenize()
  }
}
