/// The lines of a text without the `>` before them where they are the text itself: a forwarded article, a block quotation.
///
/// Where a line says who wrote what is quoted, it is the mail that is answered, and the marks stay for ``Page/markMail()``.
func unquoted(_ lines: [Line]) -> [Line] {
  guard let first = lines.firstIndex(where: isQuoted), first == 0 || !announcesQuotation(lines[first - 1])
  else { return lines }
  var followsEmpty = false
  return lines.compactMap { line in
    guard isQuoted(line) else { return line }
    let text = line.text.drop { $0 == ">" || $0 == " " }
    defer { followsEmpty = text.isEmpty }
    return text.isEmpty ? nil : Line(String(text), followsBlank: line.followsBlank || followsEmpty)
  }
}

/// Whether a line is quoted as mails quote.
func isQuoted(_ line: Line) -> Bool { line.text.utf8.first == UInt8(ascii: ">") }

extension Page {
  /// Marks what a mail has beside its text: the lines of the mail that it answers, and the signature.
  mutating func markMail() {
    for index in lines.indices where isQuoted(lines[index]) {
      wordings[index] = Wording(reason: .quotedReply, isEnd: false)
      if index > 0, !isQuoted(lines[index - 1]), announcesQuotation(lines[index - 1]) {
        wordings[index - 1] = Wording(reason: .quotedReply, isEnd: false)
      }
    }
    if let delimiter = lines.suffix(Self.longestSignature).lastIndex(where: { $0.text == "--" }),
      delimiter > 0
    {
      for index in delimiter..<lines.count { wordings[index] = Wording(reason: .signature, isEnd: false) }
    }
  }

  private static let longestSignature = 12
}

/// Whether a line says that somebody wrote what follows: "On Monday, 3 March 2025, Jane Doe wrote:".
private func announcesQuotation(_ line: Line) -> Bool {
  line.text.utf8.last == UInt8(ascii: ":") && line.words <= 24
    && tokens(of: line.text.utf8.span, limit: 300).suffix(5).contains { $0.isAny(of: verbsOfWriting) }
}

private let verbsOfWriting: WordSet = [
  "wrote", "writes", "schrieb", "écrit", "escribió", "escreveu", "scritto", "schreef", "skrev", "kirjoitti",
  "napisał",
  "napsal", "написал", "yazdı",
]
