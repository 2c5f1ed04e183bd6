/// A key of the configuration file: how its value is read, printed and explained.
struct ConfigurationKey: Sendable {
  let section: String
  let name: String
  /// What is allowed, as a clause.
  let allowed: String
  /// What it is for, as sentences for the shipped file and the manual.
  let help: String
  /// Whether a value is added to those that are there.
  var isList = false
  /// Whether a change is in force only after a restart.
  var needsRestart = false
  /// Reads a value; `false` where it is none.
  ///
  /// An empty value never comes here.
  let read: @Sendable (String, inout Configuration) -> Bool
  /// Sets the value back to what the service ships with, or a list to nothing.
  let reset: @Sendable (inout Configuration) -> Void
  /// The value in the file's syntax; empty where there is none.
  let print: @Sendable (Configuration) -> String

  typealias Setting<Value> = any WritableKeyPath<Configuration, Value> & Sendable
}

/// The kinds of values that keys have.
extension ConfigurationKey {
  static func duration(
    _ section: String, _ name: String, _ setting: Setting<Duration>, in range: ClosedRange<Duration>,
    help: String
  ) -> ConfigurationKey {
    let bounds =
      "\(ConfigurationSyntax.text(range.lowerBound)) to \(ConfigurationSyntax.text(range.upperBound))"
    return plain(
      section, name, setting, allowed: "a time from \(bounds), like 500ms, 10s or 1min 30s", help: help,
      read: { text in ConfigurationSyntax.duration(text).flatMap { range.contains($0) ? $0 : nil } },
      print: ConfigurationSyntax.text)
  }

  static func size(
    _ section: String, _ name: String, _ setting: Setting<Int>, in range: ClosedRange<Int>, help: String
  ) -> ConfigurationKey {
    let (low, high) = (
      ConfigurationSyntax.text(bytes: range.lowerBound), ConfigurationSyntax.text(bytes: range.upperBound)
    )
    return plain(
      section, name, setting, allowed: "a size from \(low) to \(high), like 512K or 16M", help: help,
      read: { text in ConfigurationSyntax.size(text).flatMap { range.contains($0) ? $0 : nil } },
      print: ConfigurationSyntax.text(bytes:))
  }

  static func count(
    _ section: String, _ name: String, _ setting: Setting<Int>, in range: ClosedRange<Int>, help: String
  ) -> ConfigurationKey {
    count(
      section, name, in: range, help: help, get: { $0[keyPath: setting] },
      set: { $0[keyPath: setting] = $1 },
      reset: { $0[keyPath: setting] = Configuration()[keyPath: setting] })
  }

  /// A number that need not be there.
  static func count(
    _ section: String, _ name: String, in range: ClosedRange<Int>, help: String,
    get: @escaping @Sendable (Configuration) -> Int?,
    set: @escaping @Sendable (inout Configuration, Int) -> Void,
    reset: @escaping @Sendable (inout Configuration) -> Void
  ) -> ConfigurationKey {
    ConfigurationKey(
      section: section, name: name, allowed: "a number from \(range.lowerBound) to \(range.upperBound)",
      help: help,
      read: { text, configuration in
        guard let count = Int(text), range.contains(count) else { return false }
        set(&configuration, count)
        return true
      },
      reset: reset, print: { get($0).map(String.init) ?? "" })
  }

  /// One of several words, each the raw value of a case.
  static func choice<Choice>(
    _ section: String, _ name: String, _ setting: Setting<Choice>, help: String
  ) -> ConfigurationKey where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    plain(
      section, name, setting, allowed: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))",
      help: help,
      read: Choice.init(rawValue:), print: \.rawValue)
  }

  /// The path of a folder or file that the service holds open; `nil` where none is given.
  static func path(
    _ section: String, _ name: String, _ setting: Setting<String?>, help: String
  ) -> ConfigurationKey {
    var key = plain(
      section, name, setting, allowed: "a path that begins with /", help: help,
      read: { text in text.hasPrefix("/") && !text.utf8.contains(0) ? .some(text) : nil },
      print: { $0 ?? "" })
    key.needsRestart = true
    return key
  }

  /// Words with spaces between; they are added to those that are there.
  ///
  /// - Parameter add: Adds one word; `false` where it is none.
  static func words(
    _ section: String, _ name: String, allowed: String, help: String,
    add: @escaping @Sendable (String, inout Configuration) -> Bool,
    empty: @escaping @Sendable (inout Configuration) -> Void,
    list: @escaping @Sendable (Configuration) -> [String]
  ) -> ConfigurationKey {
    ConfigurationKey(
      section: section, name: name, allowed: allowed,
      help: "\(help) Yours are added; an empty \(name)= before them empties the list.", isList: true,
      read: { text, configuration in
        text.split(whereSeparator: { $0 == " " || $0 == "\t" }).allSatisfy { add(String($0), &configuration) }
      },
      reset: empty, print: { list($0).joined(separator: " ") })
  }

  private static func plain<Value: Sendable>(
    _ section: String, _ name: String, _ setting: Setting<Value>, allowed: String, help: String,
    read: @escaping @Sendable (String) -> Value?, print: @escaping @Sendable (Value) -> String
  ) -> ConfigurationKey {
    ConfigurationKey(
      section: section, name: name, allowed: allowed, help: help,
      read: { text, configuration in
        guard let value = read(text) else { return false }
        configuration[keyPath: setting] = value
        return true
      },
      reset: { $0[keyPath: setting] = Configuration()[keyPath: setting] },
      print: { print($0[keyPath: setting]) })
  }
}
