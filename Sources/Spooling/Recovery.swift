import Glibc

/// What an earlier run left behind, and what was done about it.
public struct Recovery: Sendable {
  /// Claims to be worked on again: those not decided, and those that could not be finished yet or are large.
  public var claims: [Claim] = []
  /// Claims whose decision was durable; they are finished now.
  public var finished: [Settled] = []
  /// Files that no run can have left; they were moved to `failed/` under the name they had.
  public var strays: [String] = []
  /// How many bytes of a torn last line were cut off the history.
  public var repairedBytes = 0
}

extension Spool {
  /// Brings every state that a kill or a power cut can leave to a state from which work goes on.
  ///
  /// Called once, before anything is claimed.
  public func recover() throws(SystemError) -> Recovery {
    var recovery = Recovery()
    recovery.repairedBytes = try history.repair()
    try history.prune()
    let listed = try history.recentClaims()

    let staged = try tmp.names()
    var sidecars: [FileName] = []
    var decided: [(claim: Claim, mark: WorkName.Mark)] = []
    for name in try work.names() {
      if let workName = WorkName(name), let path = try path(of: workName) {
        let claim = try claim(workName.id, on: path)
        if listed.contains(workName.id.text) { history.listed.insert(workName.id.text) }
        if workName.mark == .claimed {
          recovery.claims.append(claim)
        } else {
          decided.append((claim, workName.mark))
        }
      } else if ClaimID(name.bytes.prefix(26)) != nil, name.isSidecar {
        sidecars.append(name)
      } else {
        recovery.strays.append(try putAside(name, from: work))
      }
    }
    // Nothing is decided of these: what they have staged is garbage.
    let undecided = Set(recovery.claims.map(\.id.text))
    for name in staged where undecided.contains(name.owner) { try tmp.remove(name) }
    // To read a large file for its digest takes as long as all else together.
    let large = decided.partition { isLarge($0.claim, $0.mark) }
    recovery.claims += decided[large...].map(\.claim)
    decided.removeSubrange(large...)
    decided.sort { $0.claim.id.text < $1.claim.id.text }
    if !decided.isEmpty {
      for (result, claim) in zip(try finish(decided), decided.map(\.claim)) {
        if let settled = try? result.get() {
          recovery.finished.append(settled)
        } else {
          recovery.claims.append(claim)
        }
      }
    }
    // In the order in which they were claimed: what is decided comes before a newer file of its name.
    recovery.claims.sort { $0.id.text < $1.id.text }
    let unfinished = Set(recovery.claims.map(\.id.text))
    for name in sidecars where !unfinished.contains(name.owner) { try work.remove(name) }
    for name in try tmp.names() where !unfinished.contains(name.owner) || name.hasEnding(".part") {
      // What has no claim was never decided: a power cut may keep it and forget the claim.
      if name.hasEnding(".part") || name.hasEnding(".out") && ClaimID(name.bytes.prefix(26)) != nil {
        try tmp.remove(name)
      } else {
        recovery.strays.append(try putAside(name, from: tmp))
      }
    }
    return recovery
  }

  /// Whether a decided claim's original is read to its end, and is large.
  private func isLarge(_ claim: Claim, _ mark: WorkName.Mark) -> Bool {
    guard let size = (try? work.status(of: claim.workName(mark)))??.size else { return false }
    return size > Content.memoryLimit && size <= maximumSize
  }

  private func path(of workName: WorkName) throws(SystemError) -> InboxPath? {
    if let path = workName.path { return path }
    guard let bytes = try work.contents(of: workName.id.pathFile) else { return nil }
    return InboxPath(bytes: bytes)
  }

  private func putAside(_ name: FileName, from folder: Folder) throws(SystemError) -> String {
    do throws(SystemError) {
      try folder.move(name, to: failed, as: name)
    } catch let error where error.code == EEXIST {
      try folder.move(name, to: failed, as: name.appending("~\(ClaimID.minted().text)"))
    }
    return name.description
  }
}

extension FileName {
  /// Whether the name is one that ``ClaimID`` gives to what stands beside a claim in `work/`.
  fileprivate var isSidecar: Bool {
    hasEnding(".name") || hasEnding(".retry") || hasEnding(".src") || hasEnding(".part")
  }

  /// The claim that a file of `work/` or `tmp/` belongs to, if it is one's.
  fileprivate var owner: String { String(decoding: bytes.prefix(26), as: UTF8.self) }

  fileprivate func hasEnding(_ ending: String) -> Bool {
    bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
