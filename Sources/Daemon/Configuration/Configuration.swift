import Normalization
public import Spooling
public import Summarization

/// The settings of the service; each has a key in `nutgraf.conf`.
public struct Configuration: Equatable, Sendable {
  /// How long a closed file must be quiet before it is taken.
  public var settle = Duration.seconds(1)
  /// How long a file must be quiet whose delivery was not seen.
  public var settleUnknown = Duration.seconds(10)
  /// How often the whole inbox is walked through.
  public var rescan = Duration.seconds(60)
  /// The largest file that is read, in bytes.
  public var maximumSize = 16 << 20
  /// Names that are left alone.
  public var ignore = IgnoreList()

  /// How long a summary may be.
  public var summaryLength = SummaryLength.standard
  /// Minutes east of UTC of zone names that several zones share.
  public var ambiguousZones = NormalizationOptions.shippedZones

  /// How many workers may run at once; 0 for one a processor.
  public var workers = 0
  /// How long one article may take.
  public var deadline = Duration.seconds(30)
  /// How much address space a worker may use, in bytes.
  public var addressSpace = 1 << 30
  /// How long a worker waits for its next article before it is ended.
  public var idle = Duration.seconds(60)

  /// What the service ships with.
  public init() {}

  /// What the workers are told of it.
  public var workerOptions: WorkerOptions {
    WorkerOptions(
      length: summaryLength, ambiguousZones: ambiguousZones,
      deadline: Int((deadline / .seconds(1)).rounded(.up)),
      addressSpace: addressSpace)
  }
}

/// A mistake in a configuration file: where it is and what is allowed there.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The file, and the line in it where one is to blame.
  let place: String
  /// What is wrong and what would be right.
  let mistake: String

  /// One line for people.
  public var description: String { "\(place): \(mistake)" }
}

/// A key of the configuration file: how its value is read and printed.
struct ConfigurationKey: Sendable {
  let section: String
  let name: String
  /// Reads a value; `nil` where it is none.
  ///
  /// An empty value never comes here.
  let read: @Sendable (String, inout Configuration) -> Bool
  /// Sets the value back to what the service ships with, or a list to nothing.
  let reset: @Sendable (inout Configuration) -> Void
  let print: @Sendable (Configuration) -> String
  /// What is allowed, as a clause.
  let allowed: String
}

extension Configuration {
  /// All keys, in the order of the shipped file.
  static let keys: [ConfigurationKey] = [
    .duration("Spool", "Settle", \.settle, in: .zero ... .seconds(3600)),
    .duration("Spool", "SettleUnknown", \.settleUnknown, in: .zero ... .seconds(3600)),
    .duration("Spool", "Rescan", \.rescan, in: .seconds(1) ... .seconds(86_400)),
    .size("Spool", "MaximumSize", \.maximumSize, in: 1 << 10...1 << 30),
    ConfigurationKey(
      section: "Spool", name: "Ignore",
      read: { value, configuration in
        let known = configuration.ignore.patterns
        let more = value.split(separator: " ").map(String.init).filter { !known.contains($0) }
        configuration.ignore = IgnoreList(patterns: known + more)
        return true
      },
      reset: { $0.ignore = IgnoreList(patterns: []) },
      print: { $0.ignore.patterns.joined(separator: " ") },
      allowed: "patterns as the shell reads them, with spaces between"),
    ConfigurationKey(
      section: "Summary", name: "Sentences",
      read: { value, configuration in
        guard let count = Int(value), (1...100).contains(count) else { return false }
        configuration.summaryLength = .sentences(count)
        return true
      },
      reset: { if case .sentences = $0.summaryLength { $0.summaryLength = .standard } },
      print: { if case .sentences(let count) = $0.summaryLength { String(count) } else { "" } },
      allowed: "a number from 1 to 100"),
    ConfigurationKey(
      section: "Summary", name: "Words",
      read: { value, configuration in
        guard let count = Int(value), (5...2000).contains(count) else { return false }
        configuration.summaryLength = .words(count)
        return true
      },
      reset: { if case .words = $0.summaryLength { $0.summaryLength = .standard } },
      print: { if case .words(let count) = $0.summaryLength { String(count) } else { "" } },
      allowed: "a number from 5 to 2000"),
    ConfigurationKey(
      section: "Normalization", name: "AmbiguousZones",
      read: { value, configuration in
        for item in value.split(separator: " ") {
          guard let (zone, offset) = zoneAssignment(item) else { return false }
          configuration.ambiguousZones[zone] = offset
        }
        return true
      },
      reset: { $0.ambiguousZones = [:] },
      print: { configuration in
        configuration.ambiguousZones.sorted { $0.key < $1.key }
          .map { "\($0.key)=\(ConfigurationSyntax.offset($0.value))" }.joined(separator: " ")
      },
      allowed: "names with offsets, like IST=+05:30 CST=-06:00"),
    ConfigurationKey(
      section: "Workers", name: "Workers",
      read: { value, configuration in
        guard let count = Int(value), (0...64).contains(count) else { return false }
        configuration.workers = count
        return true
      },
      reset: { $0.workers = Configuration().workers },
      print: { String($0.workers) },
      allowed: "a number from 0 to 64; 0 stands for one a processor"),
    .duration("Workers", "Deadline", \.deadline, in: .seconds(1) ... .seconds(3600)),
    .size("Workers", "AddressSpace", \.addressSpace, in: 256 << 20...64 << 30),
    .duration("Workers", "Idle", \.idle, in: .seconds(1) ... .seconds(86_400)),
  ]

  private static func zoneAssignment(_ item: Substring) -> (String, Int)? {
    let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      let offset = ConfigurationSyntax.offset(parts[1])
    else { return nil }
    return (String(parts[0]), offset)
  }
}

extension ConfigurationKey {
  typealias Setting<Value> = any WritableKeyPath<Configuration, Value> & Sendable

  static func duration(
    _ section: String, _ name: String, _ setting: Setting<Duration>, in range: ClosedRange<Duration>
  ) -> ConfigurationKey {
    ConfigurationKey(
      section: section, name: name,
      read: { value, configuration in
        guard let duration = ConfigurationSyntax.duration(value), range.contains(duration) else {
          return false
        }
        configuration[keyPath: setting] = duration
        return true
      },
      reset: { $0[keyPath: setting] = Configuration()[keyPath: setting] },
      print: { ConfigurationSyntax.text($0[keyPath: setting]) },
      allowed:
        "a time from \(ConfigurationSyntax.text(range.lowerBound)) to \(ConfigurationSyntax.text(range.upperBound)), like 500ms, 10s or 1min 30s"
    )
  }

  static func size(
    _ section: String, _ name: String, _ setting: Setting<Int>, in range: ClosedRange<Int>
  ) -> ConfigurationKey {
    ConfigurationKey(
      section: section, name: name,
      read: { value, configuration in
        guard let size = ConfigurationSyntax.size(value), range.contains(size) else { return false }
        configuration[keyPath: setting] = size
        return true
      },
      reset: { $0[keyPath: setting] = Configuration()[keyPath: setting] },
      print: { ConfigurationSyntax.text(bytes: $0[keyPath: setting]) },
      allowed:
        "a size from \(ConfigurationSyntax.text(bytes: range.lowerBound)) to \(ConfigurationSyntax.text(bytes: range.upperBound)), like 512K or 16M"
    )
  }
}
