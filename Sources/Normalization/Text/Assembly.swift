extension Page {
  /// The article that the roles make of the lines.
  ///
  /// - Parameter declaredLanguage: What fields before the text say of its language.
  func article(from source: Source, declaredLanguage: String?) -> Article {
    var article = Article(source: source)
    var captionHashes: Set<UInt64> = []
    let hasByline = roles.indices.contains { roles[$0] == .metadata && markedAuthors(in: lines[$0]) != nil }
    var rest = inserts[...]
    func dropInserts(before index: Int) {
      while let insert = rest.first, insert.place <= index {
        article.furniture.append(Furniture(text: insert.line.text, reason: insert.reason.rawValue))
        rest.removeFirst()
      }
    }
    for index in lines.indices {
      let text = lines[index].text
      dropInserts(before: index)
      switch roles[index] {
      case .open: break
      case .headline: article.headline = article.headline ?? headlineText(of: headlineLines(from: index))
      case .metadata: addMetadata(of: index, hasByline: hasByline, to: &article)
      case .standfirst where canBeStandfirst(index, below: article.headline): article.standfirst = text
      case .body: article.body.append(Paragraph(text))
      case .sourceCredit: article.sourceCredit = article.sourceCredit.map { "\($0) \(text)" } ?? text
      case .caption(let caption):
        if captionHashes.insert(lines[index].isKeyed ? lines[index].phraseHash : 0).inserted {
          add(caption, text, to: &article.images)
        } else {
          article.furniture.append(Furniture(text: text, reason: FurnitureReason.duplicateCaption.rawValue))
        }
      case .furniture(let reason):
        article.furniture.append(Furniture(text: text, reason: reason.rawValue))
      case .standfirst:
        article.furniture.append(Furniture(text: text, reason: FurnitureReason.preamble.rawValue))
      }
    }
    dropInserts(before: lines.count)
    if isStub { article.isAccessibleForFree = false }
    article.typeset(declaredLanguage: declaredLanguage)
    if let first = article.body.first { article.dateline = dateline(of: first.text) }
    article.published = article.published ?? datedElsewhere(article)
    let isSigned = roles.indices.contains { roles[$0] == .metadata && authors($0) != nil }
    if !isSigned {
      // Names that stand alone may be anybody's.
      let authors = signedElsewhere()
      if !authors.isEmpty { article.authors = authors }
    }
    if article.authors.isEmpty { article.authors = signedAlone(article) }
    if let line = article.standfirst, article.authors.contains(where: { line.hasPrefix($0.name + ":") }) {
      article.furniture.append(Furniture(text: line, reason: FurnitureReason.biography.rawValue))
      article.standfirst = nil
    }
    for index in article.authors.indices {
      article.authors[index].name = withoutHouse(article.authors[index].name)
    }
    return article
  }

  /// Whether a line near the headline is more than the date, a caption, a call or the headline in other words.
  private func canBeStandfirst(_ index: Int, below headline: String?) -> Bool {
    let line = lines[index]
    let isLabelled =
      line.firstWord.map { $0.isAny(of: DateReader.modifiedWords) || $0.isAny(of: DateReader.publishedWords) }
      ?? false
    let isDated = line.words <= 12 && (dates[index].count > 1 || line.hasNumber && isLabelled)
    if isDated || isDateLine(index) || wordings[index] != nil || captions[index] != nil
      || labelledCaptions.contains(index) || isCaptionAbove(index)
    {
      return false
    }
    // ": Jane Doe, John Roe"
    if line.text.unicodeScalars.first.map({ ":,;|".unicodeScalars.contains($0) }) == true { return false }
    if line.words <= 10, line.hasNumber, line.tokens.contains(where: { $0.isAny(of: Self.readingTimes) }) {
      return false
    }
    if line.tokens.prefix(3).contains(where: { $0.isAny(of: Self.captionOpeners) }) || hasSideInBrackets(line)
    {
      return false
    }
    let known = WordSet(WordList(headline).hashes)
    let words = WordList(line.text).hashes
    return words.count(where: known.contains) * 4 < words.count * 3
  }

  /// Whether a line stands a little further down once more, with a credit.
  private func isCaptionAbove(_ index: Int) -> Bool {
    lines[(index + 1)...].indices.prefix(3).contains {
      captions[$0]?.text != nil && lines[$0].words > lines[index].words
        && lines[$0].text.utf8.starts(with: lines[index].text.utf8)
    }
  }

  /// "Lesedauer: 4 Minuten", "4 min read"
  private static let readingTimes: WordSet = [
    "lesedauer", "lesezeit", "minuten", "min", "mins", "minutes", "minute", "minutos", "minuti", "lecture",
    "lectura", "lettura",
    "leestijd", "lästid", "lesetid", "læsetid",
  ]

  /// "Above: a coworking space", "Clockwise from left: ..."
  private static let captionOpeners: WordSet = [
    "above", "below", "pictured", "clockwise", "photo", "photos", "image", "images", "foto", "fotos", "bild",
  ]

  /// Whether a line says who of those in a picture stands where: "Tyson Fury (l) and Oleksandr Usyk".
  private func hasSideInBrackets(_ line: Line) -> Bool {
    zip(line.tokens, line.tokens.dropFirst()).contains { mark, word in
      mark.kind == .mark && line.text.utf8.span[Int(mark.start)] == UInt8(ascii: "(")
        && word.isAny(of: Self.sides)
        && Int(word.end) < line.text.utf8.count && line.text.utf8.span[Int(word.end)] == UInt8(ascii: ")")
    }
  }
  private static let sides: WordSet = [
    "l", "r", "left", "right", "links", "rechts", "li", "re", "center", "centre", "mitte", "gauche", "droite",
    "izq", "dcha",
  ]

  /// A name without the house behind it, which stands on a line of its own as well: "Jane Doe Gazette News" under "Gazette News".
  private func withoutHouse(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count >= 4, startsWithGivenName(name) else { return name }
    let house = lines.first { line in
      (2...words.count - 2).contains(line.words) && name.hasSuffix(" " + line.text)
    }
    return house.map { String(name.dropLast($0.text.count + 1)) } ?? name
  }

  /// The day of publication where the header does not give it: the dateline's, or that of a line that says so.
  private func datedElsewhere(_ article: Article) -> Timestamp? {
    if let dateline = article.dateline, let date = reader.dates(in: tokens(of: dateline.utf8.span)).first {
      return date.timestamp
    }
    for index in lines.indices where roles[index] != .body && isDateLine(index) {
      if let date = dates[index].first(where: { $0.isLabelled && $0.label == .published }) {
        return date.timestamp
      }
    }
    let start = roles.firstIndex(of: .body) ?? 0
    let headline = roles.firstIndex(of: .headline) ?? start
    let end = (roles.lastIndex(of: .body) ?? start) + 1
    let near =
      [max(0, headline - 8)..<headline, headline..<headline + 16, max(0, start - 8)..<start, end..<end + 5]
    for index in near.joined() where index < lines.count && roles[index] != .body && isDateLine(index) {
      if let date = dates[index].first, date.label == .published { return date.timestamp }
    }
    // A date that opens a long line of counters and tags, or stands in the byline.
    for index in max(0, start - 24)..<start where roles[index] != .body && !isProse(index) {
      guard let date = dates[index].first, date.label == .published else { continue }
      if date.range.lowerBound <= 3 && index > headline || authors(index) != nil { return date.timestamp }
    }
    return nil
  }

  /// The authors of a line of its own that starts like a byline, near the body but not in the header.
  private func signedElsewhere() -> [Author] {
    guard let start = roles.firstIndex(of: .body), let end = roles.lastIndex(of: .body) else { return [] }
    let near = Array((max(0, start - 24)..<start).reversed()) + Array(start..<min(end + 4, lines.count))
    for index in near
    where roles[index] != .headline && lines[index].words <= 14 && !lines[index].endsSentence {
      if roles[index] == .body, index > start + 3 { continue }
      guard let first = lines[index].firstWord, first.start <= 2, startsByline(lines[index].tokens) else {
        continue
      }
      if let authors = authors(index), !authors.isEmpty { return authors }
    }
    return []
  }

  /// Whom a line of names near the first paragraph or right after the last one names; else the agency of the dateline.
  private func signedAlone(_ article: Article) -> [Author] {
    for index in signatures.sorted() {
      if let authors = bareAuthors(in: lines[index]) { return authors }
    }
    if let end = roles.lastIndex(of: .body) {
      for index in [end, end + 1, end + 2]
      where index < lines.count && lines[index].words <= 5 && wordings[index] == nil {
        guard let authors = bareAuthors(in: lines[index]) else { continue }
        if authors.allSatisfy({ isAgency($0.name) || startsWithGivenName($0.name) }) { return authors }
      }
      // "Authors", and the names below it.
      for index in lines.indices.dropLast().dropFirst(end + 1).prefix(16)
      where lines[index].words == 1 && namesAuthors(lines[index].tokens) && namesKnownPerson(lines[index + 1])
      {
        return bareAuthors(in: lines[index + 1]) ?? []
      }
    }
    if let name = roles.lastIndex(of: .body).flatMap({ EastAsianNames.signature(of: lines[$0].text) }) {
      return [Author(name: name, kind: .person)]
    }
    if let authors = roles.lastIndex(of: .body).flatMap({ authorsInBrackets(endingLine: lines[$0].text) }) {
      return authors
    }
    if let name = article.dateline.flatMap(reporter(ofDateline:)) {
      return [Author(name: name, kind: .person)]
    }
    return article.dateline.flatMap(agency(ofDateline:)).map { [Author(name: $0, kind: .organization)] } ?? []
  }

  /// Who signs a paragraph in brackets, with the day: "(Jane Doe, 12.3.2024)".
  private func authorsInBrackets(endingLine text: String) -> [Author]? {
    let end = Line.withoutSignature(text).endIndex
    guard end < text.endIndex, let comma = text[end...].lastIndex(of: ",") else { return nil }
    return listedAuthors(in: text[end..<comma].dropFirst(), isWhole: true)
  }

  /// Whether a short text breaks off at a call to subscribe.
  private var isStub: Bool {
    guard let last = roles.lastIndex(of: .body) else { return false }
    let words = roles.indices.reduce(0) { $0 + (roles[$1] == .body ? lines[$1].words : 0) }
    return words <= 150 && last + 1 < lines.count && roles[last + 1] == .furniture(.subscription)
      && lines[last + 1].asksToSubscribe
  }

  /// What an error message says of a text without an article.
  var seen: String {
    let sentences = lines.count { $0.isProse }
    return "\(lines.count) \(lines.count == 1 ? "line" : "lines"), "
      + (sentences == 0 ? "no sentence" : "\(sentences) that read like text")
  }

  /// Adds the dates and the authors of a line of the header.
  ///
  /// - Parameter hasByline: Whether a line of the header starts like a byline: beside that the name of a house by the date is the
  ///   paper's.
  private func addMetadata(of index: Int, hasByline: Bool, to article: inout Article) {
    for date in dates[index] {
      switch date.label {
      case .published: article.published = article.published ?? date.timestamp
      case .modified: article.modified = article.modified ?? date.timestamp
      }
    }
    let isBesideDate = hasByline && !dates[index].isEmpty && markedAuthors(in: lines[index]) == nil
    for author in authors(index) ?? bareAuthors(in: lines[index]) ?? []
    where !(isBesideDate && !startsWithGivenName(author.name))
      // A desk behind a person is where that person works.
      && (author.kind == .person || isAgency(author.name)
        || !article.authors.contains { $0.kind == .person })
      && !article.authors.contains(where: {
        author.name.hasSuffix($0.name) || author.name.hasPrefix($0.name + " ")
          // Once as it is written, and once in capitals.
          || author.name.lowercased() == $0.name.lowercased()
      })
    {
      article.authors.removeAll { $0.name.hasSuffix(author.name) }
      article.authors.append(author)
    }
  }

  /// Adds a picture; a line that is only a credit belongs to the caption before it.
  private func add(_ caption: Caption?, _ text: String, to images: inout [Figure]) {
    guard let caption else {
      if let last = images.last, last.caption == nil {
        images[images.count - 1].caption = text
      } else {
        images.append(Figure(caption: text))
      }
      return
    }
    if let last = images.last, last.credit == nil, caption.text == nil || last.isSamePicture(as: caption.text)
    {
      images[images.count - 1].credit = caption.credit
    } else {
      images.append(Figure(caption: caption.text, credit: caption.credit))
    }
  }
}
