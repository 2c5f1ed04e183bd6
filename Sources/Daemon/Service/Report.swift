import Glibc
import Spooling

/// What the service says of itself: entries in the journal, a line of status, totals.
struct Report {
  let journal: Journal
  private(set) var statistics = Statistics()
  private var backlog = BacklogAge()
  /// When the service was ready, in seconds since 1970.
  private var startTime = 0
  /// The path of a foreign inbox.
  private var inbox: String?
  /// The last component of the spool's root.
  private var spoolName = ""
  /// Why no files are taken, where none are.
  private(set) var pause: ServiceStatus.Pause?
  /// How many files the last whole scan left alone for their names.
  var ignoredCount = 0
  /// The sections that it could not read.
  var unreadable: [ServiceStatus.Unreadable] = []
  /// The files that stay in a foreign inbox, since they can be no articles.
  var refusals: [Refusal] = []
  private var reminders = Reminders()
  private var last: (id: String, name: String)?
  /// Why the newest configuration is not in force.
  private var refusal: String?
  private var shownStatus = ""
  private var statusShownAt = Duration.seconds(-1)
  private(set) var nextStatus: Duration?
  private var second = Duration.zero
  /// How many entries this second had, of failures and of others: neither crowds the other out.
  private var loggedInSecond = (failed: 0, others: 0)
  private var unlogged = 0
  private var unloggedFailures = 0

  /// How many settled files a second have an entry each.
  private static let entriesPerSecond = 50
  /// How many files that wait for another try are listed.
  private static let retryLimit = 100

  init(journal: Journal) {
    self.journal = journal
  }

  // MARK: - The line of status

  func statusLine(_ intake: Intake) -> String {
    var line = "watching; \(intake.claimCount) in hand, \(intake.waitingCount) waiting, "
    if let pause { line += "paused: \(pause.message), " }
    if intake.postponedCount > 0 { line += "\(intake.postponedCount) to be tried again, " }
    line += "\(statistics.counts.published) published, \(statistics.counts.failed) failed"
    if let last { line += "; last \(last.name)" }
    if let refusal { line += "; the old configuration is in force: \(refusal)" }
    return line
  }

  /// Tells systemd, at most once a second.
  ///
  /// - Returns: Whether something new was told.
  mutating func showStatus(_ intake: Intake, at now: Duration) -> Bool {
    if unlogged > 0, now - second >= .seconds(1) { logBatch() }
    let line = statusLine(intake)
    guard line != shownStatus || unlogged > 0 else {
      nextStatus = nil
      return false
    }
    guard now - statusShownAt >= .seconds(1) else {
      nextStatus = statusShownAt + .seconds(1)
      return false
    }
    Notify.status(line)
    shownStatus = line
    statusShownAt = now
    nextStatus = unlogged > 0 ? now + .seconds(1) : nil
    return true
  }

  /// Whether some files failed, or were refused.
  var hasFailures: Bool { statistics.counts.failed > 0 || !refusals.isEmpty }

  // MARK: - The files of status

  /// What the service says of itself now.
  mutating func status(_ intake: Intake, at now: Duration, isOver: Bool) -> (ServiceStatus, Metrics) {
    let present = intake.claimCount + intake.waitingCount
    let seconds = time(nil)
    var status = ServiceStatus(pid: getpid(), since: UTC(secondsSince1970: startTime).text)
    status.written = UTC(secondsSince1970: seconds).text
    status.pause = pause
    status.state = isOver ? .stopped : pause == nil ? .watching : .paused
    status.counts = statistics.counts
    status.bytes = statistics.bytes
    status.failures = statistics.failures
    status.inHand = intake.claimCount
    status.inboxPath = inbox ?? ""
    status.waiting = intake.waitingCount
    status.retryCount = intake.retryCount
    status.retrying = intake.retries(limit: Self.retryLimit).map {
      ServiceStatus.Retry($0, next: UTC(secondsSince1970: seconds + Int(($0.next - now) / .seconds(1))))
    }
    status.ignored = ignoredCount
    status.unreadable = unreadable.isEmpty ? nil : unreadable
    let refused = refusals.prefix(Self.retryLimit).map {
      ServiceStatus.Refused(file: $0.path.description, reason: $0.rejection.message)
    }
    status.refused = refused.isEmpty ? nil : refused.sorted { $0.file < $1.file }
    status.backlogAge = backlog.age(present: present, gone: statistics.settledCount, at: now) / .seconds(1)
    status.last = statistics.last
    return (
      status, Metrics(status: status, statistics: statistics, startTime: startTime, spool: spoolName)
    )
  }

  // MARK: - What became of files

  /// - Parameter time: How long it took from the claim, where this run claimed it.
  mutating func settled(_ settled: Settled, after time: Duration?, at now: Duration) {
    statistics.settled(settled, after: time, at: UTC.now().text)
    last = (settled.claim.id.text, settled.claim.path.description)
    if now - second >= .seconds(1) {
      if unlogged > 0 { logBatch() }
      second = now
      loggedInSecond = (0, 0)
    }
    let isFailure = settled.state == .failed
    if isFailure { loggedInSecond.failed += 1 } else { loggedInSecond.others += 1 }
    if (isFailure ? loggedInSecond.failed : loggedInSecond.others) > Self.entriesPerSecond {
      unlogged += 1
      if isFailure { unloggedFailures += 1 }
    } else {
      log(settled, after: time)
    }
  }

  /// A batch was committed.
  mutating func committed(after time: Duration) { statistics.committed(after: time) }

  /// Nothing that is shown from now on names those results.
  ///
  /// - Parameter drops: Those of the names for life among them.
  mutating func forget(_ ids: Set<String>, drops: [ClaimID], _ intake: Intake) {
    statistics.forget(ids)
    let names = drops.map(\.text).sorted()
    journal.log(
      .forgotten,
      "A story was taken down; forgot \(names.count) drop\(names.count == 1 ? "" : "s") of it: "
        + "\(names.prefix(10).joined(separator: " "))\(names.count > 10 ? " …" : "")",
      [.nutgraf("COUNT", names.count)] + names.map { .nutgraf("ID", $0) })
    guard let id = last?.id, ids.contains(id) else { return }
    last = nil
    shownStatus = statusLine(intake)
    Notify.status(shownStatus)
  }

  private func log(_ settled: Settled, after time: Duration?) {
    let path = settled.claim.path
    var fields = claimFields(settled.claim) + [.nutgraf("STATE", settled.state.rawValue)]
    if let sha256 = settled.sha256 { fields.append(.nutgraf("SHA256", sha256)) }
    if let bytes = settled.byteCount { fields.append(.nutgraf("BYTES", bytes)) }
    if let time { fields.append(.nutgraf("USEC", Int(time / .microseconds(1)))) }
    if let output = settled.outputs.last { fields.append(.nutgraf("OUTPUT", output)) }
    var resemblance = ""
    if let similar = settled.similar {
      let share = Int((similar.share * 100).rounded())
      resemblance = "; \(share) % of its text is that of result \(similar.id.text)"
      fields += [
        .nutgraf("SIMILAR", similar.id.text), .nutgraf("SHARE", share), .nutgraf("STORY", similar.story.text),
      ]
    }
    switch settled.state {
    case .published:
      journal.log(
        .published,
        "Published \(path)\(Self.place(of: settled))\(resemblance)", fields)
    case .duplicate:
      let place =
        settled.outputs.isEmpty ? "its bytes were published before" : "its result is in the outbox already"
      journal.log(.duplicate, "\(path) was dropped again; \(place)", fields)
    case .failed:
      let reason = settled.rejection?.reason ?? "see its reason.json"
      fields.append(.nutgraf("REASON", reason))
      journal.log(
        .quarantined,
        "Put \(path) into failed/: \(reason)\(settled.rejection.map { ": \($0.message)" } ?? "")",
        fields)
    }
  }

  /// Where a result lies, where the name of the file does not tell.
  private static func place(of settled: Settled) -> String {
    guard let output = settled.outputs.last else { return ", as was decided before" }
    return output == "outbox/\(settled.claim.path).json" ? "" : " as \(output)"
  }

  private mutating func logBatch() {
    journal.log(
      .publishedBatch,
      "Settled \(unlogged) more files, of which \(unloggedFailures) failed; each has its line in the history",
      [.nutgraf("COUNT", unlogged), .nutgraf("FAILED", unloggedFailures)])
    unlogged = 0
    unloggedFailures = 0
  }

  private func claimFields(_ claim: Claim) -> [Field] {
    [.nutgraf("ID", claim.id.text), .nutgraf("FILE", bytes: claim.path.bytes)]
  }

  mutating func workerDied(_ claim: Claim, of limit: Int) {
    statistics.workerDied()
    let cause = claim.lastDeath.map { ": \($0)" } ?? ""
    journal.log(
      .workerDied, "A worker died of \(claim.path), attempt \(claim.attempts) of \(limit)\(cause)",
      claimFields(claim) + [.nutgraf("ATTEMPT", claim.attempts)])
  }

  mutating func postponed(_ claim: Claim, _ error: SystemError, isNews: Bool) {
    statistics.failed(error)
    guard isNews else { return }
    journal.log(
      .postponed, "\(claim.path) is tried again later: \(error)", claimFields(claim) + [.errno(error)])
  }

  mutating func refused(_ path: InboxPath, _ error: SystemError, isNews: Bool) {
    statistics.failed(error)
    guard isNews else { return }
    let fields = [Field.nutgraf("FILE", bytes: path.bytes), .errno(error)]
    if error.isTransient {
      journal.log(.postponed, "\(path) is taken later: \(error)", fields)
    } else {
      let subject = error.isOfFolder ? "\(path), as all files beside it," : "\(path)"
      journal.log(
        .unreadable, "\(subject) cannot be taken: \(error); waiting for its owner to mend that", fields)
    }
  }

  mutating func refused(_ path: InboxPath, _ rejection: Rejection) {
    refusals.append(Refusal(path: path, rejection: rejection))
    journal.log(
      .quarantined,
      "\(path) stays in the inbox, which is a foreign one: \(rejection.reason): \(rejection.message)",
      [.nutgraf("FILE", bytes: path.bytes), .nutgraf("REASON", rejection.reason)])
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

  func historyFailed(_ error: SystemError) {
    journal.log(
      .postponed, "What was published before cannot be read, and may be published again: \(error)",
      [.errno(error)])
  }

  func storiesFailed(_ error: SystemError) {
    journal.log(
      .postponed, "Earlier results cannot be read, and are not recognised in new ones: \(error)",
      [.errno(error)])
  }

  mutating func paused(_ error: SystemError, at now: Duration) {
    _ = reminders.isDue("paused", at: now)
    pause = .init(since: UTC.now().text, reason: error.pauseReason, message: error.description)
    journal.log(
      .paused,
      "No files are taken, since every one would fail: \(error); one is tried again until it comes through",
      [.errno(error), .nutgraf("REASON", error.pauseReason)])
  }

  mutating func resumed() {
    pause = nil
    reminders.forget("paused")
    journal.log(.resumed, "What failed works again; files are taken")
  }

  /// Says again, each hour, what keeps the service from its work.
  mutating func remind(at now: Duration) {
    if let pause, reminders.isDue("paused", at: now) {
      journal.log(
        .paused, "Still no files are taken, since \(pause.since): \(pause.message)",
        [.nutgraf("REASON", pause.reason)])
    }
    if let refusal, reminders.isDue("refused", at: now) {
      journal.log(.configurationRefused, "The old configuration is still in force: \(refusal)")
    }
  }

  // MARK: - What became of the service

  mutating func started(root: String, inbox: String?, recovery: Recovery) {
    startTime = time(nil)
    self.inbox = inbox
    spoolName = Escaping.printable(Array((root.split(separator: "/").last ?? "").utf8))
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
    journal.log(.started, "Ready; drop articles into \(inbox ?? "\(root)/inbox")", [.nutgraf("ROOT", root)])
  }

  /// - Parameter refusals: The files that stay in a foreign inbox.
  mutating func stopped(leaving refusals: [Refusal]) {
    self.refusals = refusals
    if unlogged > 0 { logBatch() }
    let counts = statistics.counts
    journal.log(
      .stopped,
      "Stopped; \(counts.published) published, \(counts.duplicate) duplicates, \(counts.failed) failed in this run",
      [
        .nutgraf("PUBLISHED", counts.published), .nutgraf("DUPLICATES", counts.duplicate),
        .nutgraf("FAILED", counts.failed),
      ])
  }

  /// - Parameter changes: The settings that are others now.
  mutating func reloaded(_ changes: [String]) {
    refusal = nil
    reminders.forget("refused")
    let news = changes.isEmpty ? "; no setting has changed" : ": \(changes.joined(separator: ", "))"
    journal.log(.reloaded, "Read the configuration again\(Escaping.printable(Array(news.utf8)))")
  }

  mutating func configurationRefused(_ error: ConfigurationError, at now: Duration) {
    refusal = error.description
    _ = reminders.isDue("refused", at: now)
    journal.log(.configurationRefused, "\(error); the old configuration stays")
  }
}
