/// What a claim came to, ready to be committed.
public struct Settlement: Sendable {
  /// How a claim ends.
  public enum Outcome: Sendable {
    /// Its outputs go to the outbox.
    case published([OutputFile])
    /// Its bytes were published before, and are not to be again: it goes to `done/` alone.
    case duplicate
    /// It goes to `failed/` with the reason.
    case rejected(Rejection)
  }

  /// Whose it is.
  public let claim: Claim
  /// What was read, where it could be read.
  public let stamp: Content.Stamp?
  /// How it ends.
  public let outcome: Outcome
  /// What the result is recognised by when it comes again with changes, for the history.
  public var fingerprint: [UInt8]?
  /// The earlier result that it resembles.
  public var similar: SimilarResult?

  /// How many bytes of outputs are to be written.
  public var byteCount: Int {
    if case .published(let outputs) = outcome { outputs.reduce(0) { $0 + $1.bytes.count } } else { 0 }
  }

  /// The end of a claim.
  public init(claim: Claim, stamp: Content.Stamp?, outcome: Outcome) {
    self.claim = claim
    self.stamp = stamp
    self.outcome = outcome
  }
}

/// A file for the outbox: what follows the dropped file's name and a full stop, and what is in it.
public struct OutputFile: Sendable, Equatable {
  /// `md`, `json`; of one of several articles in a file `1.md`, `1.json` and so on.
  public let ending: String
  /// The content.
  public let bytes: ArraySlice<UInt8>

  /// An output of that ending and content.
  public init(ending: String, bytes: ArraySlice<UInt8>) {
    self.ending = ending
    self.bytes = bytes
  }

  /// Whether an ending is that of one of several articles: a number of one to four digits, then `.md` or `.json`.
  public static func isNumbered(_ ending: String) -> Bool {
    guard let first = ending.utf8.first, (0x30...0x39).contains(first) else { return false }
    let parts = ending.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...4).contains(parts[0].count) else { return false }
    return parts[0].allSatisfy { (0x30...0x39).contains($0) }
      && (parts[1].elementsEqual("md".utf8) || parts[1].elementsEqual("json".utf8))
  }
}

/// How a claim ended.
public struct Settled: Sendable {
  /// The end that a file can come to.
  public enum State: String, Sendable {
    /// Its result is in the outbox.
    case published
    /// Its result lay in the outbox already, byte for byte.
    case duplicate
    /// It is in `failed/` with its reason.
    case failed
  }

  /// Whose end it is.
  public let claim: Claim
  /// The end.
  public let state: State
  /// What was published, as paths below the spool's root.
  public let outputs: [String]
  /// SHA-256 of the original, where it could be read.
  public let sha256: String?
  /// The size of the original in bytes, where it could be read.
  public let byteCount: Int?
  /// Why it failed.
  public let rejection: Rejection?
  /// The earlier result that it resembles.
  public internal(set) var similar: SimilarResult?
  /// The same file once more, where a writer changed it while it was worked on.
  public internal(set) var changed: Claim?
}
