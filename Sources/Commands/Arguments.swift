/// A command line that cannot be followed: what is wrong and the mend, on one line.
public struct UsageError: Error {
  /// Both in words.
  public let message: String

  /// A mistake of that kind.
  public init(message: String) {
    self.message = message
  }
}

/// The words after a command: options by name, and what is left.
public struct Arguments: Sendable {
  private var options: [(name: String, value: String?)] = []
  /// The words that are no options.
  public private(set) var operands: [String] = []

  /// Sorts out the words after a command, as the table of commands tells: `--name`, `--name value`, `--name=value`.
  public init(_ words: [String], for command: Command) throws(UsageError) {
    let flags = command.options.filter { $0.value == nil }.map(\.name)
    let valued = command.options.filter { $0.value != nil }.map(\.name)
    var rest = words.makeIterator()
    while let word = rest.next() {
      if word == "--" {
        while let operand = rest.next() { operands.append(operand) }
      } else if word.hasPrefix("-") && word != "-" {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        if flags.contains(name) {
          if parts.count > 1 { throw UsageError(message: "\(name) takes no value") }
          options.append((name, nil))
        } else if valued.contains(name) {
          guard let value = parts.count > 1 ? String(parts[1]) : rest.next(), !value.isEmpty else {
            throw UsageError(message: "\(name) needs a value")
          }
          if let words = command.options.first(where: { $0.name == name })?.words, !words.contains(value) {
            throw UsageError(message: "\(name) \(value): give \(words.joined(separator: ", "))")
          }
          options.append((name, value))
        } else {
          let known = (flags + valued).sorted().joined(separator: " ")
          throw UsageError(message: "unknown option \(name)\(known.isEmpty ? "" : "; there are \(known)")")
        }
      } else {
        operands.append(word)
      }
    }
  }

  /// Whether a flag was given.
  public func has(_ name: String) -> Bool { options.contains { $0.name == name } }

  /// The last value given for an option.
  public func value(_ name: String) -> String? { options.last { $0.name == name }?.value }

  /// The last value given for an option, as a number.
  public func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let value = value(name) else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw UsageError(
        message: "\(name) \(value): give a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Refuses words that are no options.
  public func refuseOperands() throws(UsageError) {
    if let operand = operands.first { throw UsageError(message: "unexpected word \(operand)") }
  }
}
