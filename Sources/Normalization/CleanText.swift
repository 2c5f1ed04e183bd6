extension Article {
  /// An article out of text that is clean already: nothing is dropped, nothing is set anew.
  ///
  /// A blank line ends a paragraph, and so does a line that is set in further than the one before it or by a tab. Any
  /// other line break is white space, or nothing between Chinese or Japanese letters and before a stop.
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
    func end() {
      guard !paragraph.isEmpty else { return }
      paragraphs.append(Paragraph(String(decoding: paragraph, as: UTF8.self)))
      paragraph.removeAll(keepingCapacity: true)
    }
    var indent = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let words = trimmed(line) else {
        end()
        continue
      }
      let next = line.distance(from: line.startIndex, to: words.startIndex)
      if next > indent || line.first == UInt8(ascii: "\t") { end() }
      indent = next
      if !paragraph.isEmpty, isSpaced(paragraph, words, isWhole: words.startIndex == line.startIndex) {
        paragraph.append(UInt8(ascii: " "))
      }
      paragraph += words
    }
    end()
    return paragraphs
  }

  /// Whether a line break between these lines stands for a space.
  private static func isSpaced(_ before: [UInt8], _ after: Substring.UTF8View, isWhole: Bool) -> Bool {
    guard let first = after.first else { return false }
    if first == UInt8(ascii: ".") || first == UInt8(ascii: ",") {
      return after.dropFirst().first == UInt8(ascii: ".")
    }
    return !(isWhole && isIdeograph(before.suffix(3)) && isIdeograph(after.prefix(3)))
  }

  /// Whether three bytes are a kana, a Han character or their punctuation, which are written without spaces.
  private static func isIdeograph(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == 3, let lead = bytes.first else { return false }
    return lead &- 0xE3 < 7 || lead == 0xEF && (bytes.dropFirst().first ?? 0) | 1 == 0xBD  // full-width forms
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
