/// The lines of a text without the `>` before them where they are the text itself: a forwarded article, a block quotation.
///
/// Where a line says who wrote what is quoted, it is the mail that is answered, and the marks stay for ``Page/markMail()``.
func unquoted(_ lines: [Line]) -> [Line] {
  guard let first = lines.firstIndex(where: isQuoted), announcement(above: first, lines).isEmpty
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
      for above in announcement(above: index, lines) {
        wordings[above] = Wording(reason: .quotedReply, isEnd: false)
      }
    }
    if let delimiter = lines.suffix(Self.longestSignature).indices.last(where: isDelimiter), delimiter > 0 {
      for index in delimiter..<lines.count { wordings[index] = Wording(reason: .signature, isEnd: false) }
    }
  }

  /// Whether what follows a line is a signature, or the foot of a mailing list below a rule, in which its address stands.
  private func isDelimiter(_ index: Int) -> Bool {
    let text = lines[index].text.utf8
    return text.elementsEqual("--".utf8)
      || text.count >= 24 && text.allSatisfy { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        && lines[(index + 1)...].contains { isMailAddress($0) || isSiteAddress($0) }
  }

  private static let longestSignature = 12
}

/// The lines right above one that say who wrote what follows: one, or two where a column's width broke it.
private func announcement(above index: Int, _ lines: [Line]) -> Range<Int> {
  guard index > 0, !isQuoted(lines[index - 1]) else { return index..<index }
  if announcesQuotation(lines[index - 1]) { return index - 1..<index }
  let isBroken =
    index > 1 && lines[index - 1].words <= 4 && !isQuoted(lines[index - 2])
    && announcesQuotation(lines[index - 2].with("\(lines[index - 2].text) \(lines[index - 1].text)"))
  return isBroken ? index - 2..<index : index..<index
}

/// Whether a line says that somebody wrote what follows: "On Monday, 3 March 2025, Jane Doe wrote:", "3 марта 2025, Jane Doe <jane@doe.example>:".
private func announcesQuotation(_ line: Line) -> Bool {
  guard line.words <= 32, line.ends(with: ":") || line.ends(with: "："), line.text.utf8.count <= 300 else {
    return false
  }
  let tokens = tokens(of: line.text.utf8.span)
  return tokens.contains { $0.isAny(of: verbsOfWriting) }
    || tokens.contains { $0.kind == .number } && tokens.contains { $0.isMark("@") }
}

private let verbsOfWriting: WordSet = [
  "wrote", "writes", "schrieb", "écrit", "escribió", "escreveu", "scritto", "schreef", "skrev", "kirjoitti",
  "napisał", "napisała", "napsal", "napsala", "napísal", "написал", "написала", "пишет", "пише", "написав",
  "yazdı", "írta", "scris",
  "έγραψε", "написа", "napisao", "escriure", "写道", "寫道", "작성",
]
