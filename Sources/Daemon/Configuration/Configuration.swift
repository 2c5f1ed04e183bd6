import Glibc
import Normalization
public import Spooling
public import Summarization

/// The settings of the service; each has a key in `nutgraf.conf`.
public struct Configuration: Equatable, Sendable {
  /// The path of an inbox outside of the spool, whose files are copied in.
  public var inbox: String?
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

  /// What becomes of a result that nobody has taken yet when another one of its name comes.
  public var update = UpdatePolicy.keep
  /// What becomes of bytes that were published before.
  public var duplicates = DuplicatePolicy.process
  /// How many months of the history are kept.
  public var historyMonths = 13

  /// How long a summary may be.
  public var summaryLength = SummaryLength.standard
  /// How results that resemble earlier ones are found.
  var stories = Stories.Settings()
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

extension Configuration {
  /// What differs from an earlier one, as `Key=value` each, for people.
  func changes(since old: Configuration) -> [String] {
    Self.keys.compactMap { key in
      let value = key.print(self)
      if value == key.print(old) { return nil }
      return "\(key.name)=\(value)\(key.needsRestart ? " (after a restart)" : "")"
    }
  }

  /// All keys, in the order of the shipped file and of the manual.
  ///
  /// A key stands here and nowhere else in the code: the parser, `nutgraf check-config`, `config/nutgraf.conf` and
  /// `nutgraf.conf(5)` live from this table. The last two are written anew by
  /// `NUTGRAF_RECORD=1 swift test --filter ManualTests`.
  static let keys: [ConfigurationKey] = [
    .path(
      "Spool", "Inbox", \.inbox,
      help:
        "An inbox outside of the spool: on another disk, on a server, or read-only. Its files are copied in, and "
        + "removed when their results are out; those that cannot be removed are remembered. "
        + "The unit needs ReadWritePaths= for it. In force after a restart."),
    .duration(
      "Spool", "Settle", \.settle, in: .zero ... .seconds(3600),
      help: "How long a file must be quiet after its writer closed it. "
        + "A file that is moved in by rename is taken at once, and one that nobody has open for writing as well, where the "
        + "service may ask the kernel for that: its own user's files, or all as root. Who writes in several goes delivers "
        + "by rename."),
    .duration(
      "Spool", "SettleUnknown", \.settleUnknown, in: .zero ... .seconds(3600),
      help:
        "The same for a file whose delivery was not seen: there at the start, delivered by link, or empty."),
    .duration(
      "Spool", "Rescan", \.rescan, in: .seconds(1) ... .seconds(86_400),
      help: "How often the whole inbox is walked through, in case an event was missed."),
    .size(
      "Spool", "MaximumSize", \.maximumSize, in: 1 << 10...1 << 30,
      help: "Larger files go to failed/."),
    .words(
      "Spool", "Ignore", allowed: "patterns as the shell reads them, with spaces between",
      help: "Names that are left alone, as patterns of the shell.",
      add: { pattern, configuration in
        if !configuration.ignore.patterns.contains(pattern) {
          configuration.ignore = IgnoreList(patterns: configuration.ignore.patterns + [pattern])
        }
        return true
      },
      empty: { $0.ignore = IgnoreList(patterns: []) },
      list: \.ignore.patterns),
    .choice(
      "Spool", "Update", \.update,
      help:
        "What happens where another file of the same name comes while its earlier result lies in the outbox: "
        + "keep both, the new one as NAME~ID, or replace the earlier one. "
        + "Where the new one has fewer articles than the earlier, results of those that have no successor stay."
    ),
    .choice(
      "Spool", "Duplicates", \.duplicates,
      help:
        "What happens to a file whose bytes were published before: process it, so that its result appears "
        + "again where it was taken away, or skip it, as long as the history knows of it."),
    .count(
      "Spool", "HistoryMonths", \.historyMonths, in: 1...1200,
      help: "How many months of the history are kept."),
    .count(
      "Summary", "Words", in: 5...2000,
      help:
        "How many words a summary has at most; where nothing is said about 55, for a sentence may run over by a fifth,",
      get: { if case .words(let count) = $0.summaryLength { count } else { nil } },
      set: { $0.summaryLength = .words($1) },
      reset: { if case .words = $0.summaryLength { $0.summaryLength = .standard } }),
    .count(
      "Summary", "Sentences", in: 1...100, help: "or how many sentences,",
      get: { if case .sentences(let count) = $0.summaryLength { count } else { nil } },
      set: { $0.summaryLength = .sentences($1) },
      reset: { if case .sentences = $0.summaryLength { $0.summaryLength = .standard } }),
    .count(
      "Summary", "Characters", in: 20...20_000,
      help: "or how many characters. The last of the three that is given counts.",
      get: { if case .characters(let count) = $0.summaryLength { count } else { nil } },
      set: { $0.summaryLength = .characters($1) },
      reset: { if case .characters = $0.summaryLength { $0.summaryLength = .standard } }),
    .count(
      "Stories", "Share", \.stories.share, in: 30...100,
      help: "How many hundredths of a text must stand in an earlier result, or of that in the text, "
        + "for the history and the journal to say that the new result resembles it."),
    .count(
      "Stories", "Remember", \.stories.limit, in: 0...1_000_000,
      help: "How many of the latest results are looked at for that, at about 165 bytes of memory each. "
        + "0 turns it off."),
    .words(
      "Normalization", "AmbiguousZones", allowed: "names with offsets, like IST=+05:30 CST=-06:00",
      help: "What a zone name means that several zones share.",
      add: { assignment, configuration in
        guard let (zone, offset) = ConfigurationSyntax.zoneAssignment(assignment) else { return false }
        configuration.ambiguousZones[zone] = offset
        return true
      },
      empty: { $0.ambiguousZones = [:] },
      list: { configuration in
        configuration.ambiguousZones.sorted { $0.key < $1.key }
          .map { "\($0.key)=\(ConfigurationSyntax.offset($0.value))" }
      }),
    .count(
      "Workers", "Workers", \.workers, in: 0...64,
      help: "How many worker processes parse articles at once. 0 stands for one a processor."),
    .duration(
      "Workers", "Deadline", \.deadline, in: .seconds(1) ... .seconds(3600),
      help: "How long one article may take. A worker that takes longer is killed, "
        + "and the file fails after the third time."),
    .size(
      "Workers", "AddressSpace", \.addressSpace, in: 256 << 20...64 << 30,
      help: "How much address space a worker may use."),
    .duration(
      "Workers", "Idle", \.idle, in: .seconds(1) ... .seconds(86_400),
      help: "How long a worker waits for its next article before it ends."),
  ]
}

extension Configuration {
  /// How many workers may run.
  public var workerCount: Int {
    workers > 0 ? workers : max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
  }
}
