/// A command as people type it: what `--help`, the completions and nutgraf(1) say of it.
public struct Command: Sendable {
  /// An option of a command.
  public struct Option: Sendable {
    /// With its dashes.
    public let name: String
    /// What its value is called; `nil` for an option without one.
    public var value: String?
    /// The words that its value may be, where there are few.
    public var words: [String]?
    /// What it is for, as a clause.
    public let help: String

    init(_ name: String, _ value: String? = nil, words: [String]? = nil, _ help: String) {
      self.name = name
      self.value = value
      self.words = words
      self.help = help
    }

    init(_ name: String, _ help: String) { self.init(name, nil, help) }
  }

  /// What an operand names, for the completion of it.
  public enum Operand: String, Sendable {
    case none, file, failed, settled
  }

  /// The word.
  public let name: String
  /// The operands, as in a synopsis.
  public var operands = ""
  /// What the operands name.
  public var operand = Operand.none
  /// What it does, as a clause.
  public let summary: String
  /// What more there is to know, as sentences.
  public var details = ""
  /// Its options.
  public var options: [Option] = []

  /// Name, options and operands on one line.
  public var synopsis: String {
    let options = options.map { " [\($0.name)\($0.value.map { " \($0)" } ?? "")]" }.joined()
    return "nutgraf \(name)\(options)\(operands.isEmpty ? "" : " \(operands)")"
  }

  /// One screen about it.
  public var help: String {
    var lines = wrapped(synopsis, width: 100, indent: "    ")
    lines += ["", "  \(summary.prefix(1).uppercased())\(summary.dropFirst())."]
    if !details.isEmpty { lines += wrapped(details, width: 98, indent: "").map { "  \($0)" } }
    if !options.isEmpty { lines.append("") }
    let column = (options.map { $0.spelt.count }.max() ?? 0) + 4
    for option in options {
      let words = option.words.map { " (\($0.joined(separator: ", ")))" } ?? ""
      let text = wrapped("\(option.help)\(words)", width: 100 - column, indent: "")
      for (index, line) in text.enumerated() {
        let left = index == 0 ? "  \(option.spelt)" : ""
        lines.append(left + String(repeating: " ", count: column - left.count) + line)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Command.Option {
  /// The option and what its value is called.
  public var spelt: String { name + (value.map { " \($0)" } ?? "") }
}

/// Breaks a text into lines of that many columns at its spaces.
///
/// - Parameter indent: What lines after the first begin with.
public func wrapped(_ text: String, width: Int, indent: String) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, Columns.width(of: line) + 1 + Columns.width(of: String(word)) > width {
      lines.append(line)
      line = indent + word
    } else {
      line += (line.isEmpty ? "" : " ") + word
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
