extension Page {
  /// Takes into the body the turns of those who speak in it: a question, an answer of a word, of an interview or a transcript.
  ///
  /// Who speaks is who stands before a colon at the start of two lines or more, and so does somebody else.
  mutating func takeTurnsIn() {
    guard let first = roles.firstIndex(of: .body), let last = roles.lastIndex(of: .body) else { return }
    let near = (first - 3..<last + 5).clamped(to: lines.indices)
    let speakers = near.map { speaker(of: lines[$0]) }
    var turns: [UInt64: (all: Int, ofBody: Int)] = [:]
    for (index, speaker) in zip(near, speakers) {
      guard let speaker else { continue }
      turns[speaker, default: (0, 0)].all += 1
      if roles[index] == .body { turns[speaker, default: (0, 0)].ofBody += 1 }
    }
    turns = turns.filter { $0.value.all >= 2 }
    guard turns.count >= 2, turns.reduce(0, { $0 + $1.value.ofBody }) >= 3 else { return }
    for (index, speaker) in zip(near, speakers) {
      guard let speaker, turns[speaker] != nil else { continue }
      switch roles[index] {
      case .standfirst, .furniture(.aside), .furniture(.tail), .furniture(.menu), .furniture(.preamble),
        .furniture(.label),
        .furniture(.related), .furniture(.duplicate):
        roles[index] = .body
      // "JO KERR, HOST:" are names.
      case .metadata where lines[index].ends(with: ":"): roles[index] = .body
      default: break
      }
    }
  }

  /// Takes into the body the questions of an interview that names nobody: lines that end with a question mark, each above an answer.
  mutating func takeQuestionsIn() {
    guard let first = roles.firstIndex(of: .body), let last = roles.lastIndex(of: .body) else { return }
    let questions = (first..<last).filter { isQuestion($0) && !isQuestion($0 + 1) }
    guard questions.count(where: { roles[$0] == .body }) >= 3 else { return }
    for index in questions where roles[index] == .furniture(.aside) && roles[index + 1] == .body {
      roles[index] = .body
    }
  }

  /// Takes into the body the short sentence behind a link to another story that ends the text, where it speaks of the same.
  mutating func takeLastSentenceIn() {
    guard let last = roles.lastIndex(of: .body), case let index = last + 1, index < lines.count,
      roles[index] == .furniture(.tail),
      inserts.contains(where: { $0.place == index && $0.reason == .related }),
      wordings[index] == nil, captions[index] == nil, dates[index].isEmpty, lines[index].words >= 4,
      lines[index].endsSentence, !lines[index].ends(with: "?"), !isCallToReader(lines[index]),
      index + 1 == lines.count || wordings[index + 1] != nil
    else { return }
    let words = Set(contentHashes(of: lines[index].tokens, in: lines[index]))
    let isOfText = roles.indices.contains { other in
      guard lines[other].isKeyed else { return false }
      switch roles[other] {
      case .body: return !words.isDisjoint(with: contentHashes(of: lines[other].tokens, in: lines[other]))
      // A headline has few words that say nothing.
      case .headline:
        return lines[other].tokens.contains { word in
          word.kind == .word && word.width >= 4 && lines[index].tokens.contains { $0.hash == word.hash }
        }
      default: return false
      }
    }
    if isOfText { roles[index] = .body }
  }

  private func isQuestion(_ index: Int) -> Bool {
    wordings[index] == nil && lines[index].words >= 2
      && (lines[index].ends(with: "?") || lines[index].ends(with: "？") || lines[index].ends(with: "؟"))
  }

  /// The hash of the last name before the colon with which a line starts: of "KERR:", "JO KERR:" and "JO KERR, HOST:" the same.
  private func speaker(of line: Line) -> UInt64? {
    var speaker: UInt64?
    var words = 0
    var isName = true
    for token in tokens(of: line.text.utf8.span, limit: 60) {
      switch token.kind {
      case .word:
        words += 1
        if isName { speaker = token.hash }
        let first = line.text.unicodeScalars[line.index(Int(token.start))]
        guard words <= 5, !first.properties.isLowercase else { return nil }
      case .number: return nil
      case .mark:
        if token.isMark(":") || token.isMark("：") { return speaker }
        guard token.isMark(",") || token.isMark(".") || token.isMark("(") || token.isMark(")") else {
          return nil
        }
        if !token.isMark(".") { isName = false }
      }
    }
    return nil
  }
}
