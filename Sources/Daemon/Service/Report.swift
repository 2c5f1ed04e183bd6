import Spooling

/// What the service says of itself: entries in the journal, a line of status, totals.
struct Report {
  private let journal: Journal
  private(set) var publishedCount = 0
  private(set) var duplicateCount = 0
  private(set) var failedCount = 0
  private var lastName: String?
  /// Why the newest configuration is not in force.
  private var refusal: String?
  private var shownStatus = ""
  private var statusShownAt = Duration.seconds(-1)
  private(set) var nextStatus: Duration?
  private var second = Duration.zero
  private var loggedInSecond = 0
  private var unlogged = 0

  /// How many settled files a second have an entry each.
  private static let entriesPerSecond = 50

  init(journal: Journal) {
    self.journal = journal
  }

  // MARK: - The line of status

  func statusLine(_ intake: Intake) -> String {
    var line = "watching; \(intake.claimCount) in hand, \(intake.waitingCount) waiting, "
    if intake.postponedCount > 0 { line += "\(intake.postponedCount) to be tried again, " }
    line += "\(publishedCount) published, \(failedCount) failed"
    if let lastName { line += "; last \(lastName)" }
    if let refusal { line += "; the old configuration is in force: \(refusal)" }
    return line
  }

  /// Tells systemd, at most once a second.
  mutating func showStatus(_ intake: Intake, at now: Duration) {
    if unlogged > 0, now - second >= .seconds(1) { logBatch() }
    let line = statusLine(intake)
    guard line != shownStatus || unlogged > 0 else {
      nextStatus = nil
      return
    }
    guard now - statusShownAt >= .seconds(1) else {
      nextStatus = statusShownAt + .seconds(1)
      return
    }
    Notify.status(line)
    shownStatus = line
    statusShownAt = now
    nextStatus = unlogged > 0 ? now + .seconds(1) : nil
  }

  // MARK: - What became of files

  /// - Parameter time: How long it took from the claim, where this run claimed it.
  mutating func settled(_ settled: Settled, after time: Duration?, at now: Duration) {
    switch settled.state {
    case .published: publishedCount += 1
    case .duplicate: duplicateCount += 1
    case .failed: failedCount += 1
    }
    lastName = settled.claim.path.description
    if now - second >= .seconds(1) {
      if unlogged > 0 { logBatch() }
      second = now
      loggedInSecond = 0
    }
    loggedInSecond += 1
    if loggedInSecond > Self.entriesPerSecond && settled.state != .failed {
      unlogged += 1
    } else {
      log(settled, after: time)
    }
  }

  private func log(_ settled: Settled, after time: Duration?) {
    let path = settled.claim.path
    var fields = claimFields(settled.claim) + [.nutgraf("STATE", settled.state.rawValue)]
    if let sha256 = settled.sha256 { fields.append(.nutgraf("SHA256", sha256)) }
    if let bytes = settled.byteCount { fields.append(.nutgraf("BYTES", bytes)) }
    if let time { fields.append(.nutgraf("USEC", Int(time / .microseconds(1)))) }
    if let output = settled.outputs.last { fields.append(.nutgraf("OUTPUT", output)) }
    switch settled.state {
    case .published:
      journal.log(
        .published, "Published \(path) as \(settled.outputs.last ?? "what was decided before")", fields)
    case .duplicate:
      journal.log(.duplicate, "\(path) was dropped again; its result is in the outbox already", fields)
    case .failed:
      let reason = settled.rejection?.reason ?? "see its reason.json"
      fields.append(.nutgraf("REASON", reason))
      journal.log(
        .quarantined,
        "Put \(path) into failed/: \(reason)\(settled.rejection.map { ": \($0.message)" } ?? "")",
        fields)
    }
  }

  private mutating func logBatch() {
    journal.log(
      .publishedBatch, "Settled \(unlogged) more files; each has its line in the history",
      [.nutgraf("COUNT", unlogged)])
    unlogged = 0
  }

  private func claimFields(_ claim: Claim) -> [Field] {
    [.nutgraf("ID", claim.id.text), .nutgraf("FILE", bytes: claim.path.bytes)]
  }

  func workerDied(_ claim: Claim, of limit: Int, cause: String) {
    journal.log(
      .workerDied, "A worker died of \(claim.path), attempt \(claim.attempts) of \(limit): \(cause)",
      claimFields(claim) + [.nutgraf("ATTEMPT", claim.attempts)])
  }

  func postponed(_ claim: Claim, _ error: SystemError) {
    journal.log(
      .postponed, "\(claim.path) is tried again later: \(error)", claimFields(claim) + [.errno(error)])
  }

  func refused(_ path: InboxPath, _ error: SystemError) {
    let fields = [Field.nutgraf("FILE", bytes: path.bytes), .errno(error)]
    if error.isTransient {
      journal.log(.postponed, "\(path) is taken later: \(error)", fields)
    } else {
      journal.log(
        .unreadable, "\(path) cannot be taken: \(error); waiting for its owner to mend that", fields)
    }
  }

  func vanished(_ claim: Claim) {
    journal.log(
      .stray, "\(claim.path) was claimed and lies in work/ no more; somebody took it away",
      claimFields(claim))
  }

  func changed(_ claim: Claim) {
    journal.log(
      .changed, "\(claim.path) changed while it was worked on; the new version is worked on now",
      claimFields(claim))
  }

  // MARK: - What became of the service

  func started(root: String, recovery: Recovery) {
    if recovery.repairedBytes > 0 {
      journal.log(.repaired, "Cut \(recovery.repairedBytes) bytes of a torn line off the history")
    }
    for stray in recovery.strays {
      journal.log(
        .stray, "\(stray) lay among the service's own files; moved to failed/",
        [.nutgraf("FILE", bytes: Array(stray.utf8))])
    }
    if !recovery.claims.isEmpty || !recovery.finished.isEmpty {
      journal.log(
        .recovered,
        "Finished \(recovery.finished.count) results of an earlier run; "
          + "\(recovery.claims.count) of its files are worked on again",
        [.nutgraf("FINISHED", recovery.finished.count), .nutgraf("AGAIN", recovery.claims.count)])
    }
    journal.log(.started, "Ready; drop articles into \(root)/inbox", [.nutgraf("ROOT", root)])
  }

  mutating func stopped() {
    if unlogged > 0 { logBatch() }
    journal.log(
      .stopped,
      "Stopped; \(publishedCount) published, \(duplicateCount) duplicates, \(failedCount) failed in this run",
      [
        .nutgraf("PUBLISHED", publishedCount), .nutgraf("DUPLICATES", duplicateCount),
        .nutgraf("FAILED", failedCount),
      ])
  }

  mutating func reloaded() {
    refusal = nil
    journal.log(.reloaded, "Read the configuration again")
  }

  mutating func configurationRefused(_ error: ConfigurationError) {
    refusal = error.description
    journal.log(.configurationRefused, "\(error); the old configuration stays")
  }

  func overflow() { journal.log(.overflow, "Events of the inbox were lost; scanning it") }

  func watchFailed(_ error: SystemError) {
    journal.log(.watchFailed, "\(error); finding files by scans instead", [.errno(error)])
  }

  func scanFailed(_ error: SystemError) {
    journal.log(.watchFailed, "The inbox cannot be scanned: \(error)", [.errno(error)])
  }

  func inboxReopened() {
    journal.log(.inboxReopened, "The inbox was moved or removed; watching the one at its path")
  }
}
