/// Whom a short line in Chinese, Japanese or Korean names as its author: in a field, "来源：晚报 作者：李文彬", beside the office,
/// "記者李文彬／台北報導", "김민수 기자", or alone in brackets.
///
/// - Returns: `nil` where it names nobody so.
func eastAsianAuthors(in line: Line) -> [Author]? {
  guard line.text.utf8.count <= 160, !line.text.utf8Span.isKnownASCII, line.tokens.count <= 32,
    line.text.utf8.contains(where: { $0 >= 0xE3 }), !line.isProse || dateline(of: line.text) == nil
  else { return nil }
  let byline = EastAsianByline(tokens: line.tokens, text: line.text)
  let names = byline.inField ?? (line.endsSentence ? nil : byline.besideOffice ?? byline.inBrackets)
  return names?.map { Author(name: $0, kind: .person) }
}

/// The tokens of a line that may be a byline of East Asia.
private struct EastAsianByline {
  let tokens: [Token]
  private let words: [Substring]

  init(tokens: [Token], text: String) {
    self.tokens = tokens
    words = tokens.map { token in
      text[
        text.utf8.index(
          text.startIndex, offsetBy: Int(token.start))..<text.utf8.index(
            text.startIndex, offsetBy: Int(token.end))]
    }
  }

  /// The names behind a label and a colon: "作者：李文彬", "文・写真＝山田花子".
  var inField: [String]? {
    for index in tokens.indices where tokens[index].isAny(of: EastAsianNames.labels) {
      var next = index + 1
      if next + 2 < tokens.count, tokens[next].isMark("・"), tokens[next + 1].kind == .word { next += 2 }
      guard next + 1 < tokens.count, tokens[next].isAny(of: Self.colons) else { continue }
      let names = names(from: next + 1)
      if !names.isEmpty { return names }
    }
    return nil
  }

  /// The names beside the word for a reporter, where the line has little else.
  var besideOffice: [String]? {
    // Behind a sentence the name is that of who took the picture.
    guard tokens.count <= 12, !tokens.contains(where: { $0.isMark(".") && $0.start > 0 && !isInAddress($0) })
    else {
      return nil
    }
    for index in words.indices {
      if let name = EastAsianNames.reporter(in: words[index]) {
        return [name] + names(afterListMark: index + 1)
      }
      let isOffice = EastAsianNames.offices.contains(tokens[index].hash)
      if isOffice, index > 0, EastAsianNames.isPerson(words[index - 1]) { return [String(words[index - 1])] }
      if isOffice || EastAsianNames.endsWithOffice(words[index]), index + 1 < tokens.count {
        let isParted = tokens[index + 1].isMark("・")
        let names = names(from: isParted ? index + 2 : index + 1)
        if !names.isEmpty { return names }
      }
    }
    return nil
  }

  /// Whether a full stop stands behind the sign of a mail address, or between digits.
  private func isInAddress(_ stop: Token) -> Bool {
    tokens.contains { $0.isMark("@") && $0.start < stop.start }
      || tokens.contains { $0.kind == .number && $0.end == stop.start }
  }

  /// The name in brackets that are the whole line, under a text: "【山田花子】".
  var inBrackets: [String]? {
    guard tokens.count == 3, tokens[0].isAny(of: Self.brackets),
      EastAsianNames.isKnownPerson(words[1], surname: 2)
    else { return nil }
    return [String(words[1])]
  }

  private func names(from index: Int) -> [String] {
    guard index < words.count, EastAsianNames.isPerson(words[index]) else { return [] }
    return [String(words[index])] + names(afterListMark: index + 1)
  }

  private func names(afterListMark index: Int) -> [String] {
    guard index < tokens.count, tokens[index].isAny(of: Self.listMarks) else { return [] }
    return names(from: index + 1)
  }

  private static let colons: WordSet = ["：", ":", "＝", "=", "／", "/", "|", "｜"]
  private static let listMarks: WordSet = ["、", "，"]
  private static let brackets: WordSet = ["【", "（", "(", "〔"]
}
