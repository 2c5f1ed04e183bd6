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
  /// One for each line.
  var roles: [Role]
  var wordings: [Wording?]
  var dates: [[DateMatch]]
  var captions: [Caption?]
  let reader: DateReader
  /// The headline, once the header is read.
  var headlineText: String?
  /// Where a text stands first, and how often it stands.
  private var occurrences: [String: (first: Int, count: Int)] = [:]

  /// Looks at each line by itself.
  init(lines: [Line], options: NormalizationOptions) {
    let reader = DateReader(options: options)
    self.reader = reader
    self.lines = lines
    roles = Array(repeating: .open, count: lines.count)
    wordings = lines.map(wording(of:))
    captions = lines.map(caption(in:))
    dates = lines.map { line in
      line.words <= 45 && line.key.utf8.contains(UInt8(ascii: "#"))
        ? reader.dates(in: tokens(of: line.text)) : []
    }
    for (index, line) in lines.enumerated() { occurrences[line.text, default: (index, 0)].count += 1 }
  }

  /// Where the text of a line stands first, and how often it stands in the page.
  func occurrence(_ index: Int) -> (first: Int, count: Int) { occurrences[lines[index].text] ?? (index, 1) }

  /// Whether a line is about when the article came out, and little else.
  func isDateLine(_ index: Int) -> Bool {
    guard let first = dates[index].first else { return false }
    let line = lines[index]
    let left = line.words - dates[index].reduce(0) { $0 + $1.words }
    return left <= 10 && (!line.endsSentence || line.words <= 12 || first.range.lowerBound <= 3 && left <= 6)
  }

  /// The authors that a line names, as a byline or beside its date.
  func authors(_ index: Int) -> [Author]? {
    let line = lines[index]
    guard !line.key.isEmpty, wordings[index] == nil else { return nil }
    var cut: String.Index?
    if let first = dates[index].first { cut = tokens(of: line.text)[first.range.lowerBound].range.lowerBound }
    if let authors = markedAuthors(in: line, before: cut) { return authors }
    if isRelativeDateLine(line) { return listedAuthors(in: line.text[...], isWhole: false) }
    guard let cut, isDateLine(index) else { return nil }
    return listedAuthors(in: line.text[..<cut], isWhole: false)
      ?? listedAuthors(in: line.text[endOfDates(index)...], isWhole: false)
  }

  /// Whether a line says how long ago the article came out: "Jane Doe 15 hours ago".
  private func isRelativeDateLine(_ line: Line) -> Bool {
    line.words <= 12 && line.key.hasSuffix(" ago") && line.key.utf8.contains(UInt8(ascii: "#"))
  }

  /// The authors of a line that is nothing but names.
  func bareAuthors(in line: Line) -> [Author]? {
    line.endsSentence ? nil : listedAuthors(in: line.text[...], isWhole: true)
  }

  private func endOfDates(_ index: Int) -> String.Index {
    let text = lines[index].text
    guard let last = dates[index].last else { return text.startIndex }
    return tokens(of: text)[last.range.upperBound - 1].range.upperBound
  }

  /// Whether a line can be part of running text.
  func isProse(_ index: Int) -> Bool {
    lines[index].isProse && wordings[index] == nil && !isSourceCredit(lines[index])
  }
}
