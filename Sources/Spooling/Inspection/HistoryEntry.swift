import FoundationEssentials

/// A line of the history, as a reader sees it: what became of one dropped file.
public struct HistoryEntry: Equatable, Sendable {
  /// When it was settled, in UTC, as `2026-11-24T17:00:00Z`.
  public let time: String
  /// Its name for life.
  public let id: String
  /// Where it lay in the inbox.
  public let path: InboxPath
  /// SHA-256 of its bytes, where they could be read.
  public let sha256: String?
  /// Its size in bytes, where it could be read.
  public let byteCount: Int?
  /// `published`, `duplicate`, `failed`, or a word of a later version.
  public let state: String
  /// What came out, as paths below the spool's root, escaped for people.
  public let outputs: [String]
  /// Why it failed, as a stable word.
  public let reason: String?
  /// The earlier result that its result resembles.
  public let similar: Similar?

  /// An earlier result with much of the same text.
  public struct Similar: Decodable, Equatable, Sendable {
    /// The name for life of its drop.
    public let id: String
    /// Which share of the shorter of the two texts stands in the other one, from 0 to 1.
    public let share: Double
  }

  /// The state of a line whose story was removed.
  static let forgotten = "forgotten"

  /// Reads a line without its newline; `nil` where it is not whole, or tells of a story that was removed.
  public init?(line: ArraySlice<UInt8>) {
    guard HistoryLine.isWhole(line), let fields = try? JSONDecoder().decode(Fields.self, from: Data(line)),
      fields.state != Self.forgotten, let path = InboxPath(fields.section, fields.name, fields.nameBytes)
    else { return nil }
    time = fields.time
    id = fields.id
    self.path = path
    sha256 = fields.sha256
    byteCount = fields.bytes
    state = fields.state
    outputs = fields.outputs ?? []
    reason = fields.reason
    similar = fields.similar
  }

  private struct Fields: Decodable {
    var time: String
    var id: String
    var name: String
    var nameBytes: String?
    var section: String?
    var sha256: String?
    var bytes: Int?
    var state: String
    var outputs: [String]?
    var reason: String?
    var similar: Similar?
  }
}

extension HistoryEntry {
  /// When the file was claimed, in seconds since 1970, as its name for life tells.
  public var claimed: Double? { ClaimID(Array(id.utf8)).map { Double($0.milliseconds) / 1000 } }
}

extension ClaimID {
  /// When it was minted, in milliseconds since 1970.
  var milliseconds: Int { Int(number >> 80) }
}

extension InboxPath {
  /// A path as records spell it: the section with slashes, the name as text, and in base64 where it is not UTF-8.
  init?(_ section: String?, _ name: String, _ nameBytes: String?) {
    let bytes = nameBytes.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? Array(name.utf8)
    self.init(bytes: Array((section.map { "\($0)/" } ?? "").utf8) + bytes)
  }
}
