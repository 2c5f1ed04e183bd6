/// How the end of a file's delivery was seen.
public enum Evidence: Sendable, Equatable {
  /// It was moved in by rename: whole from the first instant.
  case moved
  /// A writer closed it; another may follow.
  case closed
  /// Not at all: it was there at the start, made by link(2), found by a rescan, or its writer is still at it.
  case unseen
}

/// One look at a waiting file.
public struct Look: Sendable, Equatable {
  let status: FileStatus
  /// Whether nobody has it open for writing, where the kernel tells.
  let isFreeOfWriters: Bool?
  /// Whether it could be opened.
  var isReadable = false
}

/// Decides when a file is complete: moved in, or quiet for long enough, or surely closed by every writer.
///
/// Pure: times are durations on any clock that only goes forward.
public struct Readiness: Sendable {
  /// What a look led to.
  public enum Verdict: Equatable, Sendable {
    /// The file can be claimed.
    case ready
    /// Look again then.
    case wait(until: Duration)
  }

  private struct Waiting {
    var evidence: Evidence
    var status: FileStatus
    var quietSince: Duration
  }

  private var waiting: [InboxPath: Waiting] = [:]

  /// How long a closed file must be quiet.
  public var settle: Duration
  /// How long a file must be quiet whose end was not seen.
  public var settleUnknown: Duration

  /// Nothing waits yet.
  public init(settle: Duration, settleUnknown: Duration) {
    self.settle = settle
    self.settleUnknown = settleUnknown
  }

  /// How many files wait.
  public var count: Int { waiting.count }

  /// Whether the file waits already.
  public func contains(_ path: InboxPath) -> Bool { waiting[path] != nil }

  /// The file was claimed, or is gone.
  public mutating func forget(_ path: InboxPath) {
    waiting[path] = nil
  }

  /// Judges a file by a look at it.
  ///
  /// - Parameter evidence: What was just seen of its delivery; `nil` where this is but another look.
  public mutating func judge(
    _ path: InboxPath, evidence: Evidence?, look: Look, at now: Duration
  ) -> Verdict {
    let status = look.status
    // A file may be moved in while its writer still has it open.
    guard status.isRegular, evidence != .moved || look.isFreeOfWriters == false else {
      waiting[path] = nil
      return .ready
    }
    var file = waiting[path] ?? Waiting(evidence: evidence ?? .unseen, status: status, quietSince: now)
    if let evidence {
      file.evidence = evidence
      file.quietSince = now
    }
    if file.status != status {
      file.status = status
      file.quietSince = now
    }
    // An empty file is more often one that is about to be written than one that is meant.
    let isPlausible = status.size > 0
    let quiet = file.evidence == .closed && isPlausible ? settle : settleUnknown
    let isQuiet = now - file.quietSince >= quiet && look.isFreeOfWriters != false
    if isQuiet || (isPlausible && look.isFreeOfWriters == true) {
      waiting[path] = nil
      return .ready
    }
    waiting[path] = file
    // Where the kernel tells of a writer, it also tells when there is none left: no need to wait for quiet.
    return .wait(until: look.isFreeOfWriters == false ? now + settle : max(file.quietSince + quiet, now))
  }
}
