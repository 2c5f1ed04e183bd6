/// A line that stands between the paragraphs of a text, wherever it was put: the head of a printed page, an advertisement's label, a
/// link to one other story.
struct Insert {
  let line: Line
  let reason: FurnitureReason
  /// The number of the line that follows, among those that are no inserts.
  let place: Int
}

/// The lines of a text without what is put between its paragraphs, so that each paragraph is judged beside those that it belongs to:
/// between two labels it looks like a part of the page around the text.
func withoutInserts(_ lines: [Line]) -> (lines: [Line], inserts: [Insert]) {
  var kept: [Line] = []
  kept.reserveCapacity(lines.count)
  var inserts: [Insert] = []
  var isParted = false
  for (index, line) in lines.enumerated() {
    if let reason = reasonOfInsert(line, after: kept.last, before: lines[(index + 1)...].first) {
      inserts.append(Insert(line: line, reason: reason, place: kept.count))
      isParted = isParted || line.followsBlank
      continue
    }
    kept.append(line)
    if isParted { kept[kept.count - 1].followsBlank = true }
    isParted = false
  }
  return (kept, inserts)
}

private func reasonOfInsert(_ line: Line, after previous: Line?, before next: Line?) -> FurnitureReason? {
  if line.isRunningHead { return .pageElement }
  guard let wording = wording(of: line) else { return nil }
  switch wording.reason {
  case .adLabel: return .adLabel
  // More of them are a list, which may be the end of the text.
  case .related where !wording.isEnd && line.words >= 3:
    return previous?.isProse == true && next?.isProse == true ? .related : nil
  default: return nil
  }
}
