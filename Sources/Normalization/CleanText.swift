extension Article {
  /// An article out of text that is clean already: nothing is dropped, nothing is set anew.
  ///
  /// A blank line ends a paragraph; a single line break is white space.
  ///
  /// - Throws: ``NormalizationError/empty`` where the body has no text.
  public init(
    headline: String, body: String, language: String?, sha256: String
  ) throws(NormalizationError) {
    self.init(
      source: Source(
        name: [], sha256: sha256, byteCount: body.utf8.count, format: "text/plain", charset: "utf-8"))
    self.headline = headline.isEmpty ? nil : headline
    self.language = language
    self.body = Self.paragraphs(of: body)
    if self.body.isEmpty { throw .empty }
  }

  private static func paragraphs(of text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var paragraph: [UInt8] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let words = trimmed(line) {
        if !paragraph.isEmpty { paragraph.append(UInt8(ascii: " ")) }
        paragraph += words
      } else if !paragraph.isEmpty {
        paragraphs.append(Paragraph(String(decoding: paragraph, as: UTF8.self)))
        paragraph = []
      }
    }
    if !paragraph.isEmpty { paragraphs.append(Paragraph(String(decoding: paragraph, as: UTF8.self))) }
    return paragraphs
  }

  /// The line without ASCII white space and control characters at its ends; `nil` where nothing else is in it.
  private static func trimmed(_ line: Substring.UTF8View) -> Substring.UTF8View? {
    guard let first = line.firstIndex(where: { $0 > 0x20 }), let last = line.lastIndex(where: { $0 > 0x20 })
    else {
      return nil
    }
    return line[first...last]
  }
}
