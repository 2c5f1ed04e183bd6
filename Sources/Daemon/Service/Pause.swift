import Spooling

/// Holds up the whole intake while a call fails that every file needs: the disk is full, the outbox cannot be written.
///
/// Claims that failed so are parked. One of them, or the next file of the inbox where none is, is tried as a probe after
/// 1 s, twice as long each time and 20 s at most; when it comes through, all go on.
struct Pause {
  /// What failed; `nil` where the intake goes on.
  private(set) var error: SystemError?
  /// Claims that wait for the end of the pause.
  private(set) var parked: [Claim] = []
  /// Whether a probe is on its way.
  private(set) var isProbing = false
  /// When the next probe is due.
  private(set) var next = Duration.zero
  private var wait = shortest
  /// When the last pause ended: one that begins soon after is the same one.
  private var endedAt: Duration?

  private static let shortest = Duration.seconds(1)
  private static let longest = Duration.seconds(20)
  private static let calm = Duration.seconds(60)

  /// Whether files are held up.
  var isOn: Bool { error != nil }

  /// A call failed that concerns all files.
  ///
  /// - Parameter claim: The one that met with it, which is parked; `nil` for a file that stays in the inbox.
  /// - Returns: Whether a pause begins by that.
  mutating func failed(_ claim: Claim?, _ failure: SystemError, at now: Duration) -> Bool {
    if let claim { parked.append(claim) }
    defer { error = failure }
    if !isOn {
      if let endedAt, now - endedAt < Self.calm {
        wait = min(wait * 2, Self.longest)
      } else {
        wait = Self.shortest
      }
      next = now + wait
      return true
    }
    if isProbing {
      isProbing = false
      wait = min(wait * 2, Self.longest)
      next = now + wait
    }
    return false
  }

  /// Begins a probe if one is due.
  ///
  /// - Returns: Whether it does, and the parked claim that is the probe, if there is one.
  mutating func probe(at now: Duration) -> (isDue: Bool, claim: Claim?) {
    guard isOn, !isProbing, now >= next else { return (false, nil) }
    isProbing = true
    return (true, parked.isEmpty ? nil : parked.removeFirst())
  }

  /// A file has come through, or there is none to try.
  ///
  /// - Returns: The claims that go on, where that ends a pause.
  mutating func succeeded(at now: Duration) -> [Claim]? {
    guard isOn, isProbing else { return nil }
    isProbing = false
    error = nil
    endedAt = now
    defer { parked = [] }
    return parked
  }
}

extension SystemError {
  /// A stable word for why the intake pauses.
  var pauseReason: String {
    if call == "start" { return "workers" }
    return switch name {
    case "ENOSPC": "no-space"
    case "EDQUOT": "quota"
    case "EROFS": "read-only"
    case "EIO": "input-output"
    case "EMFILE", "ENFILE": "descriptors"
    case "ENOMEM": "memory"
    default: "unusable-folder"
    }
  }
}
