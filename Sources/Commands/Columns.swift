import Spooling

/// Text laid out for terminals: how wide it is, cut to a width, and without what would command the terminal.
public enum Columns {
  /// How many columns a terminal gives to a text.
  ///
  /// East Asian wide and full-width letters and emoji take two (Unicode Standard Annex 11), marks that combine none.
  public static func width(of text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F || isWide(scalar) { return 2 }
      if !isMark(scalar) { width = 1 }
    }
    return width
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x1100 { return false }
    return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }

  /// The text, cut to a width with an ellipsis at its end where it is wider.
  public static func cut(_ text: String, to width: Int?) -> String {
    guard let width, self.width(of: text) > width else { return text }
    var cut = ""
    var column = 0
    for character in text {
      let next = column + self.width(of: character)
      if next > width - 1 { break }
      cut.append(character)
      column = next
    }
    return cut + "…"
  }

  /// The text with spaces after it, up to a width.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }

  /// The text with an ellipsis for its middle where it is wider than that; a third of it is kept at the end.
  public static func shortened(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width, width > 3 else { return cut(text, to: width) }
    var end: [Character] = []
    var column = 0
    for character in text.reversed() {
      column += self.width(of: character)
      if column > width / 3 { break }
      end.append(character)
    }
    let start = cut(text, to: width - self.width(of: String(end)))
    return start + String(end.reversed())
  }

  /// Text of an article on one line: whatever would command a terminal, or turn the direction of what follows, is
  /// U+FFFD.
  public static func safe(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: safe += " "
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// Rows as lines, each column but the last as wide as its widest field; the last is cut where the line is too long.
  public static func lines(_ rows: [[String]], width: Int? = nil, indent: String = "") -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, field) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], self.width(of: field))
      }
    }
    // A long name must not push everything else off the screen.
    if let width { widths = widths.map { min($0, max(20, width / 2)) } }
    return rows.map { row in
      var line = indent
      for (index, field) in row.enumerated() {
        if index == row.count - 1 {
          line += field
        } else {
          let field = cut(field, to: width == nil ? nil : widths[index])
          line += field + String(repeating: " ", count: max(0, widths[index] - self.width(of: field)) + 2)
        }
      }
      return cut(line, to: width)
    }
  }
}

/// A bar of how far a backlog is worked off.
public enum ProgressBar {
  /// `[#####-----]  52 %  1,234 of 2,400, 310/s, 4s left`, in at most `width` columns.
  ///
  /// - Parameter rate: Files a second.
  public static func text(done: Int, left: Int, rate: Double, width: Int) -> String {
    let all = max(1, done + left)
    let time = rate > 0.05 ? ", \(Moments.length(Int((Double(left) / rate).rounded(.up)))) left" : ""
    let words = " \(done * 100 / all) %, \(left) left, \(Int(rate.rounded()))/s\(time)"
    let room = min(40, width - words.count - 3)
    guard room >= 5 else { return Columns.cut(String(words.dropFirst()), to: width) }
    let filled = done * room / all
    return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled) + "]"
      + words
  }
}
