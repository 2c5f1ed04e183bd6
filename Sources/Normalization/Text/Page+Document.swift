extension Page {
  /// Marks what print-outs, agencies and companies put around a text, which only its place or its neighbours tell from text.
  mutating func markDocument() {
    markPrintHeader()
    markArchive()
    markFieldCodes()
    markContact()
    markKeyWords()
    markKeyPoints()
    markCompany()
    markInitials()
    markClocks()
    labelCaptions()
  }

  private mutating func mark(_ range: Range<Int>, _ reason: FurnitureReason, isEnd: Bool = false) {
    for index in range { wordings[index] = Wording(reason: reason, isEnd: isEnd) }
  }

  /// What a browser prints over a page: when it was printed, its title, its address and the number of the sheet.
  private mutating func markPrintHeader() {
    guard let line = lines.first, line.words <= 8, dates[0].first?.timestamp.clock != nil,
      line.tokens.allSatisfy({ $0.kind != .word || $0.width <= 4 }),
      let address = lines.prefix(5).firstIndex(where: hasAddress)
    else { return }
    let head = Set(lines[...address].map(\.hash))
    // It stands over each sheet.
    for index in lines.indices where head.contains(lines[index].hash) && occurrence(index).first <= address {
      dates[index] = []
      if index == 0 || occurrence(index).first == 0
        || hasAddress(lines[index]) && isTitledBelow(index, address)
      {
        mark(index..<index + 1, .pageElement)
      }
    }
    for index in lines.indices.dropFirst() where lines[index].tokens.map(\.kind) == [.number, .mark, .number]
    {
      if wordings[index - 1]?.reason == .pageElement { mark(index..<index + 1, .pageElement) }
    }
  }

  /// What the web archive puts over a page: its address, and on which days it was saved.
  private mutating func markArchive() {
    guard let captures = lines.prefix(16).firstIndex(where: { archiveCounts.contains($0.phraseHash) }),
      lines[..<captures].contains(where: { hasAddress($0) })
    else { return }
    let end = lines[captures...].indices.prefix(4).last {
      lines[$0].phraseHash == archiveEnd || isDateLine($0) && dates[$0].count >= 2
    }
    for index in 0...(end ?? captures) { dates[index] = [] }
    mark(0..<(end ?? captures) + 1, .pageElement)
  }

  /// The codes of two letters over the fields of a database's record: "HD", "BY", "WC", "PD", and between the text's paragraphs "TD".
  private mutating func markFieldCodes() {
    let codes = lines.indices.filter {
      lines[$0].text.utf8.count == 2 && lines[$0].tokens[0].isAny(of: fieldCodes) && !lines[$0].hasSmallLetter
    }
    guard codes.count >= 5 else { return }
    for index in codes { mark(index..<index + 1, .label) }
  }

  private func hasAddress(_ line: Line) -> Bool {
    ["http://", "https://", "file:///"].contains { line.text.hasPrefix($0) || line.text.contains(" \($0)") }
  }

  /// Whether a line is an address alone, or begins with what stands below as the headline.
  private func isTitledBelow(_ index: Int, _ head: Int) -> Bool {
    let text = lines[index].text.utf8
    return !text.contains(0x20)
      || lines[(head + 1)...].prefix(20).contains { $0.words >= 3 && text.starts(with: $0.text.utf8) }
  }

  /// Whom to ask, over a company's announcement: a label, and lines with an address or a number for calls.
  private mutating func markContact() {
    guard
      let label = lines.prefix(12).firstIndex(where: {
        $0.words <= 3 && $0.ends(with: ":") && $0.starts(withAny: contacts, ofAtMost: 3)
      })
    else { return }
    var end = label + 1
    while end < lines.count, end < label + 8, !lines[end].followsBlank, !lines[end].isProse { end += 1 }
    guard lines[label..<end].contains(where: { $0.text.utf8.contains(UInt8(ascii: "@")) }) else { return }
    // Below the text it is over.
    mark(label..<end, .label, isEnd: lines[..<label].count { $0.isProse } >= 2)
  }

  /// What kind of announcement a company's is, over its headline: "EQS-Ad-hoc: Holt AG / Schlagwort(e): Prognose".
  private mutating func markKeyWords() {
    for index in lines.indices.prefix(6) where lines[index].words <= 30 {
      guard lines[index].text.utf8.span.holds(" / "), let mark = lines[index].text.ranges(of: " / ").last
      else { continue }
      let kind = lines[index].text[mark.upperBound...]
      if ["Schlagwort(e):", "Key word(s):"].contains(where: kind.hasPrefix) {
        self.mark(index..<index + 1, .label)
      }
    }
  }

  /// The sentences of a summary under its label, "Key points", where their end shows: the text below them starts with a blank line, a
  /// dateline or a longer paragraph.
  private mutating func markKeyPoints() {
    for label in lines.indices.prefix(60).dropLast(4) where keyPoints.contains(lines[label].phraseHash) {
      var end = label + 1
      var longest = 40
      while end < min(lines.count - 1, label + 7),
        isKeyPoint(end, ofAtMost: longest)
          || end > label + 1 && lines[end].words <= 4 && lines[end].ends(with: "?"),
        end == label + 1 || !lines[end].followsBlank || lines[end - 1].followsBlank
      {
        longest =
          end == label + 1 ? max(16, lines[end].words * 3 / 2) : max(longest, lines[end].words * 3 / 2)
        end += 1
      }
      guard (2...5).contains(end - label - 1), lines[end].isProse || wordings[end] != nil,
        lines[..<label].count(where: { $0.isProse }) <= 2
      else { continue }
      mark(label..<end, .preamble)
    }
  }

  /// Whether a line can be one of the points of a summary: a sentence of some words.
  private func isKeyPoint(_ index: Int, ofAtMost longest: Int) -> Bool {
    let line = lines[index]
    return (4...longest).contains(line.words) && line.isKeyed && wordings[index] == nil
      && dateline(of: line.text) == nil && isOneSentence(line)
  }

  /// Whether no second sentence starts in a line.
  private func isOneSentence(_ line: Line) -> Bool {
    let text = line.text.utf8.span
    return ByteShape(of: text).firstStop.map { $0 + 2 >= text.count } ?? true
  }

  /// Who a company says that it is, below its announcement: "About Holt Ferries", and a paragraph that begins with that name; and
  /// the name of the sender, "SOURCE Holt Ferries".
  private mutating func markCompany() {
    let prose = lines.indices.filter { lines[$0].isProse }
    let words = prose.reduce(0) { $0 + lines[$1].words }
    var wordsBefore = 0
    var proseBefore = 0
    for index in lines.indices {
      let line = lines[index]
      if line.isProse {
        wordsBefore += line.words
        proseBefore += 1
      }
      guard wordsBefore * 2 >= words, proseBefore >= 2, (2...10).contains(line.words), !line.isProse else {
        continue
      }
      if line.namesSender {
        mark(index..<index + 1, .label, isEnd: true)
      } else if proseBefore + 4 >= prose.count, isAboutName(index) {
        mark(index..<index + 2, .tail, isEnd: true)
      }
    }
  }

  /// Whether a line is "About" and a name, and the paragraph below begins with the name or has the whole of it: a company's word
  /// about itself, or one about the author.
  private func isAboutName(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].isProse,
      lines[index].firstWord?.isAny(of: abouts) == true,
      let name = nameOpening(lines[index].text, lines[index].tokens.dropFirst())
    else { return false }
    let paragraph = lines[index + 1].text
    let opening = tokens(of: paragraph.utf8.span, limit: 240)
    if nameOpening(paragraph, opening[...]) == name { return true }
    let words = lines[index].tokens.dropFirst().map(\.hash)
    return (2...4).contains(words.count)
      && opening.indices.contains { opening[$0...].prefix(words.count).map(\.hash) == words }
  }

  /// The hash of the first word of some, an article aside, if it is a name's.
  private func nameOpening(_ text: String, _ tokens: ArraySlice<Token>) -> UInt64? {
    guard let word = tokens.lazy.filter({ $0.kind == .word && !$0.isAny(of: articles) }).first else {
      return nil
    }
    let first = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: Int(word.start))]
    return first.properties.isUppercase && word.width >= 3 ? word.hash : nil
  }

  /// The initials of those who wrote and sent it, in the last line, "pb/tm/dw", or in brackets below the last paragraph: "(rza/aku)".
  private mutating func markInitials() {
    if let last = lines.indices.suffix(3).last(where: { isInitials(lines[$0].text) }) {
      mark(last..<last + 1, .signature)
    }
    guard let last = lines.indices.last(where: { lines[$0].isProse }), last + 1 < lines.count,
      case let text = lines[last + 1].text, text.hasPrefix("("), text.hasSuffix(")"),
      isInitials(String(text.dropFirst().dropLast()))
    else { return }
    mark(last + 1..<last + 2, .signature, isEnd: true)
  }

  /// The times of day, with their zone or half, that stand alone over the entries of a report that goes on: three or more that are
  /// written alike.
  private mutating func markClocks() {
    var counts: [UInt64: Int] = [:]
    let clocks = lines.indices.filter { isClock(lines[$0]) }
    for index in clocks { counts[lines[index].phraseHash, default: 0] += 1 }
    for index in clocks where counts[lines[index].phraseHash, default: 0] >= 3 {
      mark(index..<index + 1, .date)
    }
  }

  private func isClock(_ line: Line) -> Bool {
    guard line.tokenWords <= 4, line.tokens.count >= 3, line.tokens[0].kind == .number,
      line.tokens[2].kind == .number,
      let hour = line.tokens[0].value, let minute = line.tokens[2].value, hour < 25, minute < 60,
      line.tokens[2].width == 2
    else { return false }
    return (line.tokens[1].isMark(":") || line.tokens[1].isMark("."))
      && line.tokens.count > 3 && line.tokens.dropFirst(3).allSatisfy { $0.kind == .word && $0.width <= 4 }
  }

  /// A line under the label of captions says what the picture shows, and so does one that stands between blank lines with such
  /// a label over it or a credit under it.
  private mutating func labelCaptions() {
    for index in lines.indices.dropLast()
    where captionPhrases.contains(lines[index].phraseHash) && captions[index + 1] == nil
      && lines[index + 1].words <= 30
    {
      captions[index + 1] = Caption(text: lines[index + 1].text)
      labelledCaptions.insert(index + 1)
      if wordings[index] == nil { mark(index..<index + 1, .label) }
    }
    var start = 0
    while start < lines.count {
      let end = lines[(start + 1)...].firstIndex(where: \.followsBlank) ?? lines.count
      if end - start > 1, end - start <= Self.longestPictureBlock { labelCaptions(in: start..<end) }
      start = end
    }
  }

  /// Finds the captions among a few lines between blank ones.
  private mutating func labelCaptions(in block: Range<Int>) {
    let opensWithLabel = pictureLabels.contains(lines[block.lowerBound].phraseHash)
    let endsWithCredit = block.last.map { captions[$0]?.text == nil && namesCredit(lines[$0]) } ?? false
    guard opensWithLabel || endsWithCredit && block.count == 2 else { return }
    for index in block where captions[index] == nil && wordings[index] == nil && lines[index].words <= 45 {
      captions[index] = Caption(text: lines[index].text)
      labelledCaptions.insert(index)
    }
  }

  private static let longestPictureBlock = 12
}

/// What pages say over a picture to those who do not see it, or may want it larger.
private let pictureLabels = WordSet(phrases: [
  "image # of #", "photo # of #", "picture # of #", "enlarge this image", "enlarge image",
  "view image in fullscreen",
  "bild # von #", "foto # von #", "bild vergrößern", "image # sur #", "photo # sur #", "agrandir l'image",
  "imagen # de #",
  "foto # de #", "ampliar imagen", "imagem # de #", "ampliar imagem", "immagine # di #", "foto # di #",
  "ingrandisci immagine",
  "afbeelding # van #", "foto # van #", "bild # av #", "billede # af #", "bilde # av #", "kuva # / #",
  "zdjęcie # z #",
  "фото # из #", "фото # з #",
])

private let fieldCodes: WordSet = [
  "hd", "by", "wc", "pd", "et", "sn", "sc", "ed", "pg", "vol", "la", "cy", "lp", "td", "ct", "rf", "co", "in",
  "ns", "re", "ip",
  "pb", "pub", "an", "se", "cr", "clm", "art",
]
private let archiveCounts = WordSet(phrases: ["# captures", "# capture"])
private let archiveEnd = WordHash.phrase("about this capture")
private let keyPoints = WordSet(phrases: [
  "key points", "key takeaways", "at a glance", "l'essentiel", "points clés", "les points clés",
  "das wichtigste in kürze",
  "auf einen blick", "in short", "need to know", "puntos clave", "lo esencial", "pontos-chave",
  "punti chiave",
  "het belangrijkste",
])
private let contacts = WordSet(phrases: [
  "contact", "contacts", "media contact", "media contacts", "press contact", "kontakt", "pressekontakt",
])
private let articles: WordSet = [
  "the", "a", "an", "der", "die", "das", "la", "le", "les", "el", "los", "il", "de", "di", "du",
]
private let abouts: WordSet = ["about", "über", "sobre", "over", "om", "informazioni", "acerca"]
