extension Article {
  /// An article out of text that is clean already: nothing is dropped, nothing is set anew.
  ///
  /// A blank line ends a paragraph, and so does a line that is set in further than the one before it or by a tab. Any
  /// other line break is white space, or nothing between Chinese or Japanese letters and before a stop.
  ///
  /// - Parameter language: As a BCP 47 tag; where it is not given, the body tells it.
  /// - Throws: ``NormalizationError/empty`` where the body has no text.
  public init(
    headline: String, body: String, language: String?, sha256: String
  ) throws(NormalizationError) {
    self.init(
      source: Source(
        name: [], sha256: sha256, byteCount: body.utf8.count, format: "text/plain", charset: "utf-8"))
    self.headline = headline.isEmpty ? nil : headline
    self.body = Self.paragraphs(of: body)
    if self.body.isEmpty { throw .empty }
    self.language = language ?? Normalization.language(of: self.body)
  }

  private static func paragraphs(of text: String) -> [Paragraph] {
    let utf8 = text.utf8Span
    let text = utf8.span
    var paragraphs: [Paragraph] = []
    var paragraph: [UInt8] = []
    func end() {
      guard !paragraph.isEmpty else { return }
      paragraphs.append(Paragraph(String(decoding: paragraph, as: UTF8.self)))
      paragraph.removeAll(keepingCapacity: true)
    }
    var indent = 0
    var start = 0
    while start <= text.count {
      let line = text.extracting(start..<text.first(UInt8(ascii: "\n"), from: start))
      start += line.count + 1
      guard let words = wordsRange(of: line) else {
        end()
        continue
      }
      if words.lowerBound > indent || line[0] == UInt8(ascii: "\t") { end() }
      indent = words.lowerBound
      let next = line.extracting(words)
      if !paragraph.isEmpty, isSpaced(paragraph, next, isWhole: indent == 0) {
        paragraph.append(UInt8(ascii: " "))
      }
      paragraph.append(next)
    }
    end()
    return paragraphs
  }

  /// Whether a line break between these lines stands for a space.
  private static func isSpaced(_ before: [UInt8], _ after: Span<UInt8>, isWhole: Bool) -> Bool {
    if after[0] == UInt8(ascii: ".") || after[0] == UInt8(ascii: ",") {
      return after.count > 1 && after[1] == UInt8(ascii: ".")
    }
    let lineEnd = before.span
    return !(isWhole && isIdeograph(lineEnd.extracting(last: 3)) && isIdeograph(after.extracting(first: 3)))
  }

  /// Where a line lies without ASCII white space and control characters at its ends; `nil` where nothing else is in it.
  private static func wordsRange(of line: Span<UInt8>) -> Range<Int>? {
    guard let first = line.indices.first(where: { line[$0] > 0x20 }) else { return nil }
    var end = line.count
    while line[end - 1] <= 0x20 { end -= 1 }
    return first..<end
  }
}
