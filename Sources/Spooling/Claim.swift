import Glibc
import Synchronization

/// The name of one claim for life: 26 characters of a ULID, so that names sort by the time of the claim.
///
/// Source: the ULID specification: 48 bits of milliseconds since 1970 and 80 random bits in Crockford's base 32.
public struct ClaimID: Hashable, Sendable {
  /// The 26 characters, in lower case.
  public let text: String

  static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// What the last one was made of: the time, and the two halves of the random bits.
  private static let last = Mutex<(time: UInt64, high: UInt64, low: UInt64)>((0, 0, 0))

  /// A new one, greater than all before it in this process.
  static func minted() -> ClaimID {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let clock = UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
    var (time, high, low) = last.withLock { last in
      if clock > last.time {
        var generator = SystemRandomNumberGenerator()
        last = (clock, generator.next() >> 24, generator.next() >> 24)
      } else {
        last.low += 1
        if last.low >> 40 > 0 { last = (last.time, last.high + 1, 0) }
      }
      return last
    }
    var characters = [UInt8](repeating: 0, count: 26)
    for place in (18..<26).reversed() {
      characters[place] = digits[Int(low & 31)]
      low >>= 5
    }
    for place in (10..<18).reversed() {
      characters[place] = digits[Int(high & 31)]
      high >>= 5
    }
    for place in (0..<10).reversed() {
      characters[place] = digits[Int(time & 31)]
      time >>= 5
    }
    return ClaimID(text: String(decoding: characters, as: UTF8.self))
  }

  init(text: String) {
    self.text = text
  }

  /// The identifier that `bytes` spell, or `nil` where they spell none.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 26, bytes.allSatisfy(Self.digits.contains) else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// A file that the spool has taken out of the inbox and settles exactly once.
public struct Claim: Sendable {
  /// Its name for life.
  public let id: ClaimID
  /// Where it lay in the inbox.
  public let path: InboxPath
  /// How many workers died of it.
  public private(set) var attempts = 0
  /// What the last of them died of.
  public private(set) var lastDeath: String?
  /// How often it was tried and could not be brought on.
  public var tries = 0
  /// When it is to be tried again, in seconds since 1970, where an earlier run said so.
  public internal(set) var nextTry: Int?
  /// What it was copied from, where the inbox is a foreign one.
  public internal(set) var source: SourceStamp?
  /// What it was like at the last look.
  var status: FileStatus?
  /// Whether a file in `work/` counts its tries.
  public var isRetried = false
  /// What all its names in `work/` begin with.
  let workStem: [UInt8]
  /// Whether its path is too long for those names, and stands in a file of its own.
  let isPathLong: Bool

  /// A claim on `path`.
  init(id: ClaimID, path: InboxPath, attempts: Int = 0) {
    self.id = id
    self.path = path
    self.attempts = attempts
    isRetried = attempts > 0
    let encoded = Escaping.percentEncoded(path.bytes)
    // Room for the longest mark, so that the choice is the same for all of them.
    isPathLong = encoded.count + 26 + 1 + 5 > FileName.maximumLength
    workStem = Array(id.text.utf8) + [UInt8(ascii: ",")] + (isPathLong ? [] : encoded) + [UInt8(ascii: ".")]
  }

  /// Counts a worker's death against it.
  public mutating func count(death: String) {
    attempts += 1
    lastDeath = death
    isRetried = true
  }

  /// Takes what an earlier run wrote down of it.
  mutating func take(_ record: RetryRecord) {
    attempts = record.attempts
    lastDeath = record.reason
    tries = record.tries ?? 0
    nextTry = record.nextTime
  }

  /// The name of its file in `work/` under a mark.
  func workName(_ mark: WorkName.Mark) -> FileName { FileName(made: workStem + mark.rawValue.utf8) }
}

extension Claim: Hashable {
  /// Claims are the same by their names for life.
  public static func == (one: Claim, other: Claim) -> Bool { one.id == other.id }

  /// Feeds the name for life.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What the name of a file in `work/` says: whose it is, where it lay, how far it has come.
struct WorkName: Equatable {
  /// How far a claim has come; the raw value is the ending of its name.
  enum Mark: String {
    /// Claimed; nothing is decided.
    case claimed = "in"
    /// Decided: its outputs go to the outbox under its own name, and nothing can change that.
    case published = "pub"
    /// The same, under the name with `~ID`, since its own was taken.
    case publishedAside = "pub~"
    /// Decided: its outputs take the place of what stands under its own name.
    case publishedOver = "pub="
    /// Decided: its bytes were published before; it has no outputs.
    case duplicate = "dup"
    /// Decided: it goes to `failed/` with its reason.
    case failed = "bad"
    /// The same, under the name with `~ID`.
    case failedAside = "bad~"

    /// Whether the name with `~ID` was chosen.
    var isAside: Bool { self == .publishedAside || self == .failedAside }
    /// Whether the file goes to `failed/`.
    var isFailure: Bool { self == .failed || self == .failedAside }
    /// The same decision under the name with `~ID`.
    var aside: Mark { isFailure ? .failedAside : .publishedAside }
  }

  let id: ClaimID
  /// `nil` where the encoded path is too long for a name and stands in ``pathFile``.
  let path: InboxPath?
  let mark: Mark

  /// Reads a name of `work/`; `nil` where the program made no such name.
  init?(_ name: FileName) {
    let bytes = name.bytes
    guard bytes.count > 28, bytes[26] == UInt8(ascii: ","), let id = ClaimID(bytes[..<26]),
      let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot >= 27,
      let mark = Mark(rawValue: String(decoding: bytes[(dot + 1)...], as: UTF8.self))
    else { return nil }
    if dot == 27 {
      path = nil
    } else {
      guard let decoded = Escaping.percentDecoded(bytes[27..<dot]), let path = InboxPath(bytes: decoded)
      else {
        return nil
      }
      self.path = path
    }
    self.id = id
    self.mark = mark
  }
}

extension ClaimID {
  /// The file of `work/` that holds a path too long for a name.
  var pathFile: FileName { FileName(trusted: "\(text).name") }
  /// The file of `work/` that tells what a claim was copied from.
  var sourceFile: FileName { FileName(trusted: "\(text).src") }
  /// The file of `work/` that counts the attempts.
  var retryFile: FileName { FileName(trusted: "\(text).retry") }
  /// The file of `tmp/` that a file of a foreign inbox is copied to.
  var copyFile: FileName { FileName(trusted: "\(text).in.part") }
  /// The output of that ending until it is published.
  func outputFile(_ ending: String) -> FileName { FileName(made: Array((text + "." + ending + ".out").utf8)) }
}
