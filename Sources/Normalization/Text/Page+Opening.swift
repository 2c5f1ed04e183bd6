extension Page {
  /// Takes out of the body the short lines over its first sentence that belong to the header: the points of a summary, a button of
  /// one word below others, the article's hashtags.
  mutating func takeEndOfHeaderOut() {
    guard let first = roles.firstIndex(of: .body), first > 0 else { return }
    if isStandfirst(first) {
      roles[first] = roles.contains(.standfirst) ? .furniture(.preamble) : .standfirst
      return
    }
    // What looks like the heading of another story may be it as well.
    if !roles.contains(.standfirst), roles[first - 1] == .furniture(.related), wordings[first - 1] == nil,
      isStandfirst(first - 1)
    {
      roles[first - 1] = .standfirst
    }
    let short = lines[first...].indices.prefix(7).prefix { roles[$0] == .body && isShort($0) }
    guard let last = short.last, last + 1 < lines.count, roles[last + 1] == .body, !lines[last + 1].continues
    else {
      return
    }
    if short.count > 1 ? short.count < 7 && isProse(last + 1) : belongsToHeader(first) {
      for index in short { roles[index] = .furniture(.preamble) }
    }
  }

  /// Whether the first paragraph of the body is the standfirst: it has no full stop where all others have theirs, starts with
  /// its genre, or the next one starts with the place and the agency, as a story does.
  private func isStandfirst(_ index: Int) -> Bool {
    let line = lines[index]
    guard (9...70).contains(line.words), line.isKeyed, !isListItem(line),
      case let next = index + 1, next < lines.count, roles[next] == .body, isProse(next)
    else { return false }
    if startsWithGenre(line.text) { return true }
    if dateline(of: lines[next].text) != nil { return dateline(of: line.text) == nil }
    guard !line.endsSentence, !line.continues, !line.ends(with: ":"), line.hasSmallLetter else {
      return false
    }
    let others = roles.indices[next...].filter { roles[$0] == .body && lines[$0].words >= 12 }
    return others.count >= 3 && others.allSatisfy { lines[$0].endsSentence }
  }

  private func isShort(_ index: Int) -> Bool {
    let line = lines[index]
    return line.words <= 14 && !line.endsSentence && !line.continues && !line.ends(with: ":")
      && !line.ends(with: "—")
      && !isListItem(line) && !isProse(index)
  }

  /// Whether one short line over the first sentence ends the header rather than starts the text.
  private func belongsToHeader(_ index: Int) -> Bool {
    let line = lines[index]
    if line.text.split(separator: " ").allSatisfy({ $0.hasPrefix("#") && $0.count > 1 }) { return true }
    guard isProse(index + 1) else { return false }
    if wordings[index - 1] != nil { return line.words == 1 }
    guard line.words >= 4, line.hasSmallLetter || !line.hasCapital, line.firstWord?.kind == .word else {
      return false
    }
    switch roles[index - 1] {
    case .furniture(.menu), .furniture(.preamble):
      return lines[index - 1].words >= 4 && !lines[index - 1].endsSentence && captions[index - 1] == nil
    default: return false
    }
  }
}
