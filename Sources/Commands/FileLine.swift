/// A line about a file: when, what became of it, which one, and a word on it; what more there is to say stands below.
public struct FileLine: Sendable {
  /// When, in seconds since 1970.
  public var time: Int
  /// What became of it, or will.
  public var state: String
  /// Section and name, escaped.
  public var file: String
  /// A word on it; empty for none.
  public var note: String
  /// More, as sentences.
  public var details: String?

  /// A line of that content.
  public init(time: Int, state: String, file: String, note: String = "", details: String? = nil) {
    self.time = time
    self.state = state
    self.file = Columns.safe(file)
    self.note = Columns.safe(note)
    self.details = details.map(Columns.safe)
  }

  /// Lines under each other.
  ///
  /// On a terminal nothing is wider than it: names are cut in their middle, since their ends tell them apart, and details
  /// are wrapped below. Elsewhere each file has one line with all of it.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; `nil` where there is none.
  ///   - now: Seconds since 1970: on a terminal, times of the same day go without it.
  /// - Returns: For each file its lines.
  public static func text(_ lines: [FileLine], width: Int?, now: Int, indent: String = "") -> [[String]] {
    let stateWidth = lines.map { Columns.width(of: $0.state) }.max() ?? 0
    guard let width else {
      return lines.map { line in
        let words = [line.note, line.details ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        let start = "\(indent)\(Moments.text(line.time))  \(Columns.padded(line.state, to: stateWidth))"
        return ["\(start)  \(line.file)\(words.isEmpty ? "" : "  \(words)")"]
      }
    }
    let times = lines.map { Moments.brief($0.time, now: now) }
    let timeWidth = times.map(\.count).max() ?? 0
    let noteWidth = min(24, lines.map { Columns.width(of: $0.note) }.max() ?? 0)
    let taken = indent.count + timeWidth + stateWidth + 4 + (noteWidth > 0 ? noteWidth + 2 : 0)
    let room = max(12, width - taken)
    let fileWidth = min(room, lines.map { $0.note.isEmpty ? 0 : Columns.width(of: $0.file) }.max() ?? 0)
    return zip(lines, times).map { line, time in
      var text = indent + String(repeating: " ", count: timeWidth - time.count) + time
      text += "  \(Columns.padded(line.state, to: stateWidth))  "
      if line.note.isEmpty {
        text += Columns.shortened(line.file, to: width - Columns.width(of: text))
      } else {
        text += "\(Columns.padded(Columns.shortened(line.file, to: fileWidth), to: fileWidth))  \(line.note)"
      }
      let left = String(repeating: " ", count: indent.count + timeWidth + 2)
      let more = line.details.map { wrapped($0, width: max(20, width - left.count), indent: "") } ?? []
      return [Columns.cut(text, to: width)] + more.map { left + $0 }
    }
  }
}
