/// Mistakes in the configuration: where each is and what is allowed there.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// One mistake.
  public struct Mistake: Equatable, Sendable, CustomStringConvertible {
    /// The file, and the line in it where one is to blame.
    let place: String
    /// What is wrong and what would be right.
    let text: String

    /// One line for people.
    public var description: String { "\(place): \(text)" }
  }

  /// All of them in the order of reading, at least one.
  public let mistakes: [Mistake]

  /// One line for people, about the first of them.
  public var description: String {
    let more = mistakes.count - 1
    return more == 0
      ? mistakes[0].description
      : "\(mistakes[0]) (and \(more) more mistake\(more == 1 ? "" : "s"), which nutgraf check-config lists)"
  }
}
