import FoundationEssentials
import JSONText
import Spooling

/// What the service says of itself for programs: the content of `.state/status.json`.
///
/// The service replaces the file by rename, at most once a second while anything happens and at each of its slow
/// ticks; a reader never sees half of one. Counts begin anew with each start of the service. Times are UTC, as in
/// `2026-11-24T17:00:00Z`. Members that are not known are absent. A reader passes over members that it does not
/// know; ``format`` changes only where one changes its meaning.
public struct ServiceStatus: Codable, Equatable, Sendable {
  /// What the service is about.
  public enum State: String, Codable, Sendable {
    /// It takes files as they come.
    case watching
    /// It takes no files until what ``pause`` tells of is mended.
    case paused
    /// It has ended; the file is its last word.
    case stopped
  }

  /// Why no files are taken.
  public struct Pause: Codable, Equatable, Sendable {
    /// Since when.
    public var since: String
    /// A stable word, such as `no-space`.
    public var reason: String
    /// What failed, on one line for people.
    public var message: String

    /// The same on a line: the content of `.state/pause`, which is written in its place, so that a full disk can be told
    /// of; empty where files are taken.
    var json: [UInt8] {
      var json = JSONWriter(.line)
      write(to: &json)
      return json.bytes
    }

    /// Reads that; `nil` where nothing is said.
    public init?(line: [UInt8]) {
      let line = line.prefix { $0 != UInt8(ascii: "\n") }
      guard let pause = try? JSONDecoder().decode(Self.self, from: Data(line)) else { return nil }
      self = pause
    }

    init(since: String, reason: String, message: String) {
      self.since = since
      self.reason = reason
      self.message = message
    }
  }

  /// What became of the files of this run.
  public struct Counts: Codable, Equatable, Sendable {
    /// Results that came out.
    public var published = 0
    /// Files whose same result lay in the outbox already.
    public var duplicate = 0
    /// Files that went to `failed/`.
    public var failed = 0
  }

  /// A file that is tried again.
  public struct Retry: Codable, Equatable, Sendable {
    /// Section and name, escaped for people.
    public var file: String
    /// Its claim, where it is claimed; else it waits in the inbox.
    public var id: String?
    /// How often it was tried.
    public var attempts: Int
    /// When it is tried next.
    public var next: String
    /// What failed.
    public var reason: String
  }

  /// A section of the inbox that the last walk could not read, so that its files wait.
  public struct Unreadable: Codable, Equatable, Sendable {
    /// Its path in the inbox, escaped for people; empty for the inbox itself.
    public var section: String
    /// What failed.
    public var reason: String
  }

  /// A file that stays in a foreign inbox, since it can be no article.
  public struct Refused: Codable, Equatable, Sendable {
    /// Section and name, escaped for people.
    public var file: String
    /// What is wrong with it.
    public var reason: String
  }

  /// What became of a file.
  public struct Outcome: Codable, Equatable, Sendable {
    /// When.
    public var time: String
    /// Its claim.
    public var id: String
    /// Section and name, escaped for people.
    public var file: String
    /// `published`, `duplicate` or `failed`.
    public var state: String
    /// The result's JSON, as a path below the spool's root.
    public var output: String?
    /// Why it failed, as a stable word.
    public var reason: String?
    /// From the claim to the result, in microseconds.
    public var microseconds: Int?
  }

  /// What a reader must know to read the rest.
  public static let currentFormat = 1

  /// ``currentFormat`` of who wrote it.
  public var format = Self.currentFormat
  /// The version of the service.
  public var version = Program.version
  /// Its main process.
  public var pid: Int32
  /// When it was ready.
  public var since: String
  /// When this was written.
  public var written: String
  /// What it is about.
  public var state = State.watching
  /// Why it takes no files, where it does not.
  public var pause: Pause?
  /// What became of the files of this run.
  public var counts = Counts()
  /// How many bytes the settled files had.
  public var bytes = 0
  /// Failures by their reason.
  public var failures: [String: Int] = [:]
  /// How many files are claimed.
  public var inHand = 0
  /// The path of the inbox, where it is a foreign one; empty where it is the spool's own. Absent in what an earlier version wrote.
  public var inboxPath: String?
  /// How many files are known to wait in the inbox, for their writers or for room.
  public var waiting = 0
  /// How many files wait for another try; ``retrying`` lists the first of them.
  public var retryCount = 0
  /// The next ones to be tried again, the earliest first, a hundred at most.
  public var retrying: [Retry] = []
  /// How many files and folders the last whole walk through the inbox left alone for their names, or for their depth.
  public var ignored = 0
  /// The sections that it could not read; absent where it could read all.
  public var unreadable: [Unreadable]?
  /// Files that were refused and stay in a foreign inbox, a hundred at most; absent where there are none.
  public var refused: [Refused]?
  /// For how long the oldest file waits that was not settled yet, in seconds; 0 where nothing waits.
  public var backlogAge = 0.0
  /// The last results, the latest first, ten at most.
  public var last: [Outcome] = []

  /// Reads what the service wrote.
  public init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }

  init(pid: Int32, since: String) {
    self.pid = pid
    self.since = since
    written = since
  }
}

extension ServiceStatus.Retry {
  init(_ retry: Intake.Retry, next: UTC) {
    file = retry.path.description
    id = retry.claim?.text
    attempts = retry.attempts
    self.next = next.text
    reason = retry.error?.description ?? "it changes while it is read"
  }
}
