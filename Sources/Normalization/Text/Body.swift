extension Page {
  /// Gives every line that has no role yet its own: body, caption, source credit or furniture.
  ///
  /// - Parameters:
  ///   - start: The first line of the body.
  ///   - end: The line after the body's stretch.
  mutating func assignRoles(from start: Int, to end: Int) {
    let end = trimmedEnd(from: start, to: end)
    for index in lines.indices where roles[index] == .open {
      roles[index] = role(of: index, start: start, end: end)
    }
  }

  /// The line after the last one that reads like running text.
  private func trimmedEnd(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start + 1, !isProse(end - 1), !(wordings[end - 1] == nil && lines[end - 1].endsSentence) {
      end -= 1
    }
    return end
  }

  private func role(of index: Int, start: Int, end: Int) -> Role {
    let line = lines[index]
    if isSourceCredit(line), index >= start { return .sourceCredit }
    if let wording = wordings[index] { return .furniture(wording.reason) }
    let isNear = index + 12 >= start && index < end
    if let caption = captions[index] { return isNear ? .caption(caption) : .furniture(.caption) }
    if isCaptionTwice(index) { return isNear ? .caption(nil) : .furniture(.duplicate) }
    if index + 1 < lines.count, isNear, captions[index + 1]?.text == nil, captions[index + 1] != nil,
      line.words <= 40,
      !isProse(index) || index < start
    {
      return .caption(nil)
    }
    if index < start { return .furniture(.menu) }
    if index >= end { return .furniture(.tail) }
    if isProse(index) || line.endsSentence { return .body }
    if isDateLine(index) { return .furniture(.date) }
    return isSubhead(index, end: end) ? .body : .furniture(.related)
  }

  /// Whether a short line without a full stop stands between two pieces of running text.
  private func isSubhead(_ index: Int, end: Int) -> Bool {
    guard index + 1 < end else { return false }
    return isProse(index + 1) || lines[index + 1].endsSentence || lines[index].text.hasSuffix(":")
  }
}
