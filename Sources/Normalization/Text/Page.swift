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
  /// The number of lines with the same text.
  private var repetitions: [String: Int] = [:]

  /// Looks at each line by itself.
  init(lines: [Line], options: NormalizationOptions) {
    let reader = DateReader(options: options)
    self.lines = lines
    roles = Array(repeating: .open, count: lines.count)
    wordings = lines.map(wording(of:))
    captions = lines.map(caption(in:))
    dates = lines.map { line in
      line.words <= 45 && line.key.utf8.contains(UInt8(ascii: "#"))
        ? reader.dates(in: tokens(of: line.text)) : []
    }
    for line in lines { repetitions[line.text, default: 0] += 1 }
  }

  /// Whether a line of the same words stands elsewhere too.
  func isRepeated(_ index: Int) -> Bool { (repetitions[lines[index].text] ?? 1) > 1 }

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
    guard let cut, cut > line.text.startIndex, isDateLine(index) else { return nil }
    return bareAuthors(in: line, before: cut)
  }

  /// Whether a line can be part of running text.
  func isProse(_ index: Int) -> Bool {
    lines[index].isProse && wordings[index] == nil && !isSourceCredit(lines[index])
  }
}
