/// The part that a line plays.
enum Role: Equatable {
  /// Not decided.
  case open
  case headline
  /// Byline and date: taken into fields.
  case metadata
  case standfirst
  case caption(Caption?)
  case body
  case sourceCredit
  case furniture(FurnitureReason)
}

/// The lines of a dropped text, what is known of each by itself, and the role that each gets.
struct Page {
  var lines: [Line]
  /// What stood between them.
  let inserts: [Insert]
  /// One for each line.
  var roles: [Role]
  var wordings: [Wording?]
  var dates: [[DateMatch]]
  var captions: [Caption?]
  let reader: DateReader
  /// The hash of the headline's line, once the header is read.
  var headlineHash: UInt64?
  /// Whether the first line is the headline, because fields before the text say so.
  var hasDeclaredHeadline = false
  /// The lines of the header that are nothing but the names of those who wrote, once the headline is known.
  var signatures: Set<Int> = []
  /// The lines that a label calls captions.
  var labelledCaptions: Set<Int> = []
  /// Prose that was taken for no body although it is more: teasers, or what readers write.
  var teasers = 0..<0
  /// Where a text stands first, and how often it stands.
  private var occurrences: [UInt64: (first: Int, count: Int)] = [:]
  /// Whether each line names other sources of the story.
  private var sourceCredits: [Bool]
  /// The authors of the lines around the headline, once these are asked for.
  private var knownAuthors: [Int: [Author]?] = [:]

  /// Looks at each line by itself.
  init(lines all: [Line], options: NormalizationOptions) {
    let (lines, wordings, inserts) = withoutInserts(all)
    var reader = DateReader(options: options)
    var hasDayInDigits = false
    for line in lines where line.hasNumber {
      reader.learnOrder(from: line.tokens)
      hasDayInDigits = hasDayInDigits || line.words <= 45 && DateReader.hasDayInDigits(line.tokens)
    }
    if hasDayInDigits {
      let sentences = lines.lazy.filter(\.isProse).prefix(40).map { Paragraph($0.text) }
      reader.convention = DateConvention(language: language(of: Array(sentences)))
    }
    self.reader = reader
    self.lines = lines
    self.wordings = wordings
    self.inserts = inserts
    roles = Array(repeating: .open, count: lines.count)
    // A word of a sentence that was broken at its links is no marker: "The / report / by the institute says".
    for index in lines.indices.dropLast() where lines[index].continues && lines[index + 1].continues {
      if wordings[index]?.isEnd == true { self.wordings[index] = nil }
    }
    sourceCredits = lines.map(namesSources(_:))
    captions = lines.map(caption(in:))
    dates = lines.map { line in
      line.words <= 45 && line.hasNumber || line.words <= 8 && options.referenceDate != nil
        ? reader.dates(in: line.tokens) : []
    }
    for index in lines.indices where isPrintedHeader(index) { dates[index] = [] }
    for (index, line) in lines.enumerated() { occurrences[line.hash, default: (index, 0)].count += 1 }
  }

  /// Whether a line says when a browser printed the page: above the page's title and its address.
  private func isPrintedHeader(_ index: Int) -> Bool {
    guard index + 2 < lines.count, lines[index].words <= 8,
      dates[index].contains(where: { $0.timestamp.clock != nil })
    else { return false }
    let address = lines[index + 2].text.utf8
    return address.starts(with: "http".utf8) && !address.contains(0x20) && address.span.holds("://")
  }

  /// Reads the authors of the lines around the start of the body's stretch, which are asked for again and again.
  mutating func rememberAuthors(around run: Range<Int>) {
    let range = run.lowerBound - 104..<run.lowerBound + 48
    for index in range.clamped(to: lines.indices) { knownAuthors[index] = readAuthors(index) }
  }

  /// The authors of a line that were read already.
  func rememberedAuthors(_ index: Int) -> [Author]? { knownAuthors[index] ?? nil }

  /// Where the text of a line stands first, and how often it stands in the page.
  func occurrence(_ index: Int) -> (first: Int, count: Int) { occurrences[lines[index].hash] ?? (index, 1) }

  /// Whether a line is about when the article came out, and little else.
  func isDateLine(_ index: Int) -> Bool {
    guard let first = dates[index].first else { return false }
    let line = lines[index]
    let left = line.words - dates[index].reduce(0) { $0 + $1.words }
    // "The report will be published as planned on 5 September 2024." is of the text.
    if line.endsSentence, left > 6,
      line.tokens.last(where: { $0.kind != .mark })?.kind == .word
        || line.tokens.contains(where: { $0.isAny(of: wordsOfFuture) })
    {
      return false
    }
    return left <= 10 && (!line.endsSentence || line.words <= 12 || first.range.lowerBound <= 3 && left <= 6)
  }

  /// The authors that a line names, as a byline or beside its date.
  func authors(_ index: Int) -> [Author]? { knownAuthors[index] ?? readAuthors(index) }

  private func readAuthors(_ index: Int) -> [Author]? {
    let line = lines[index]
    guard line.isKeyed, wordings[index] == nil, !isEasternCaption(index) else { return nil }
    let cut = dates[index].first.map { line.index(Int(line.tokens[$0.range.lowerBound].start)) }
    if let authors = markedAuthors(in: line, before: cut) { return authors }
    // A Japanese surname and a given name, alone beside the date.
    if line.tokens.count == 1, EastAsianNames.isKnownPerson(line.text[...], surname: 2),
      [index - 1, index + 1].contains(where: { lines.indices.contains($0) && isDateLine($0) })
    {
      return [Author(name: line.text, kind: .person)]
    }
    if isRelativeDateLine(line) { return listedAuthors(in: line.text[...], isWhole: false) }
    guard let cut, isDateLine(index), captions[index]?.text == nil, let last = dates[index].last else {
      return nil
    }
    let end = line.index(Int(line.tokens[last.range.upperBound - 1].end))
    let found =
      listedAuthors(in: line.text[..<cut], isWhole: false)
      ?? listedAuthors(in: line.text[end...], isWhole: false)
    // "PAGE SIX" and "EMBARGOED UNTIL" beside the date are no names, nor is whose message of a chat it is: "Harbour News, [12.05.2024 19:12]".
    if line.text[..<cut].hasSuffix(", [")
      || found?.contains(where: { $0.kind == .organization || mayBeCalledSo($0.name) }) == false
    {
      return nil
    }
    // "Jane Doe" over "Alto Patache - 11 Feb 2024": where people have a line of their own, the place stands beside the date.
    let isPlace =
      found?.contains { startsWithGivenName($0.name) } == false
      && [index - 1, index + 1].contains { lines.indices.contains($0) && namesKnownPerson(lines[$0]) }
    return isPlace ? nil : found
  }

  /// Whether a line shows, in a script of ideographs, a caption and who made the picture.
  private func isEasternCaption(_ index: Int) -> Bool {
    captions[index]?.credit != nil && captions[index]?.text != nil && lines[index].isIdeographic
  }

  /// Whether a name is not in capitals alone, or starts as people are called.
  private func mayBeCalledSo(_ name: String) -> Bool {
    name.unicodeScalars.contains(where: \.properties.isLowercase)
      || !name.unicodeScalars.contains(where: \.properties.isUppercase) || startsWithGivenName(name)
  }

  /// Whether a line is nothing but the names of people, of whom one is called as people are.
  func namesKnownPerson(_ line: Line) -> Bool {
    line.words <= 6 && bareAuthors(in: line)?.contains { startsWithGivenName($0.name) } == true
  }

  /// Whether a line says how long ago the article came out: "Jane Doe 15 hours ago".
  private func isRelativeDateLine(_ line: Line) -> Bool {
    line.words <= 12 && line.hasNumber && line.tokens.last { $0.kind != .mark }?.is(WordHash("ago")) == true
  }

  /// The authors of a line that is nothing but names.
  func bareAuthors(in line: Line) -> [Author]? {
    line.endsSentence ? nil : listedAuthors(in: line.text[...], isWhole: true)
  }

  /// Whether a line names other sources of the story.
  func isSourceCredit(_ index: Int) -> Bool { sourceCredits[index] }

  /// Whether a line can be part of running text.
  func isProse(_ index: Int) -> Bool {
    lines[index].isProse && wordings[index] == nil && !sourceCredits[index]
  }
}

private let wordsOfFuture: WordSet = [
  "will", "shall", "wird", "werden", "soll", "sollen", "sera", "seront", "será", "serán", "serão", "sarà",
  "saranno", "zal", "zullen",
  "kommer", "vil", "skal", "ska", "będzie", "bude", "будет", "буде",
]
