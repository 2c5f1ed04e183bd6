import Spooling

/// Decides what is done about the inbox: which file is looked at, claimed, tried again, and when.
///
/// A state machine without I/O: events in, actions out, time as a parameter. It holds names alone, those of files that
/// wait on a writer or for another try among them, and the scan pauses while those are many.
struct Intake {
  /// What happened.
  enum Event {
    /// inotify told of something.
    case watched(WatchEvent)
    /// A file was looked at; `nil` where it is gone.
    case looked(InboxPath, Evidence?, Look?)
    /// A part of the scan came in.
    ///
    /// - `backlog`: How many more files the scan has found, handed out or not.
    case scanned([InboxPath], isOver: Bool, backlog: Int = 0)
    /// A scan has read all there is.
    case scanSucceeded
    /// A scan could not read something that may be read soon.
    case scanFailed
    /// A file in the inbox could not be looked at or claimed now.
    case refused(InboxPath, SystemError)
    /// A file may lie in the inbox once more.
    case lookAgain(InboxPath)
    /// A claim is settled.
    case settled(Claim)
    /// A claim is settled, and its file another one, for it changed meanwhile.
    case replaced(Claim, by: Claim)
    /// A file was not claimed after all.
    case unclaimed(InboxPath)
    /// Nothing was there to be claimed, or not what was looked at.
    case vanished(InboxPath)
    /// A file is claimed, whatever comes of it.
    case claimed(InboxPath)
    /// A claim could not be brought on for now.
    case postponed(Claim, SystemError? = nil)
    /// A claim of an earlier run is to be tried again after that time.
    case deferred(Claim, Duration)
    /// It is time to look at the agenda.
    case time
    /// It is time to walk through the whole inbox.
    case rescan
  }

  /// What is to be done.
  enum Action: Equatable {
    case look(InboxPath, Evidence?)
    case take(InboxPath, Look)
    case takeUnreadable(InboxPath)
    case resume(Claim)
    case watchSection([FileName])
    case reopenInbox
    /// Walk through the inbox from its beginning, and hand out the first of it.
    case startScan
    /// Hand out more of the scan.
    case continueScan
    case reportOverflow
    /// No files are taken until what failed is mended.
    case reportPause(SystemError)
    /// Files are taken again.
    case reportResumption
  }

  private enum Errand: Hashable {
    case look(InboxPath)
    case resume(Claim)
    case scan
  }

  /// How many claims may be in flight at once, those not counted that wait for another try.
  var capacity: Int
  var readiness: Readiness
  var turns: Turns
  private(set) var claimCount = 0
  private(set) var postponedCount = 0
  private var ready = ReadyFiles()
  private var agenda = Agenda<Errand>()
  private var backoffs: [Errand: Backoff] = [:]
  private(set) var pause = Pause()
  private var isScanning = false
  private var isScanPaused = false
  private var needsRescan = false
  private var scanBackoff: Backoff?
  /// How many files the scan has found beyond those it has handed out.
  private var backlog = 0
  /// Whether the loss of events is told already.
  private var hasLostEvents = false

  /// How many files may wait on their writers before the scan pauses.
  private static let waitingLimit = 65_536
  /// How many ready files may wait for room; more are found again by a scan.
  private static let readyLimit = 4096
  /// How many claims that wait for another try leave the others their places.
  private static let postponedLimit = 2048
  /// How long a file that may not be read is waited for.
  private static let patienceWithOwner = Duration.seconds(600)

  init(capacity: Int, readiness: Readiness, turns: Turns = Turns(areKept: false)) {
    self.capacity = capacity
    self.readiness = readiness
    self.turns = turns
  }

  /// When to come back with ``Event/time``.
  var nextErrand: Duration? {
    let probe = pause.isOn && !pause.isProbing ? pause.next : nil
    return [agenda.next, probe].compactMap(\.self).min()
  }

  /// How many files are known to wait in the inbox.
  var waitingCount: Int {
    readiness.count + ready.count + turns.waitingCount + backoffs.count - postponedCount + backlog
  }

  /// Whether nothing is ready, settling, claimed or still to be scanned.
  var isIdle: Bool { isDone && backoffs.isEmpty && claimCount == 0 && !pause.isOn }

  /// Whether what is left waits for a retry.
  var isBlocked: Bool {
    if pause.isOn { return !pause.isProbing && claimCount == postponedCount + pause.parked.count }
    return isDone && !backoffs.isEmpty && claimCount == postponedCount
  }

  private var isDone: Bool { !isScanning && !needsRescan && ready.isEmpty && readiness.count == 0 }

  /// Counts the claims that an earlier run left, which are worked on without being taken.
  ///
  /// - Parameter claims: In the order in which they were claimed.
  /// - Returns: Those that may be worked on now.
  mutating func adopt(_ claims: [Claim]) -> [Claim] {
    claimCount += claims.count
    return claims.filter { turns.adopt($0) }
  }

  mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    var actions: [Action] = []
    switch event {
    case .watched(let event): actions = noticed(event)
    case .looked(let path, let evidence, let look): looked(path, evidence, look, at: now)
    case .scanned(let paths, let isOver, let backlog):
      self.backlog = backlog
      isScanPaused = true
      isScanning = !isOver
      if isOver, paths.isEmpty, pause.parked.isEmpty, ready.isEmpty, readiness.count == 0,
        claimCount == postponedCount
      {
        actions = endPause(at: now)  // there is nothing left to try it with
      }
      actions += paths.filter { !isKnown($0) }.map { .look($0, nil) }
    case .scanSucceeded: scanBackoff = nil
    case .scanFailed:
      var backoff = scanBackoff ?? Backoff(since: now)
      backoff.fail(nil, at: now, upTo: .seconds(30))
      agenda.add(.scan, at: backoff.next)
      scanBackoff = backoff
    case .lookAgain(let path): actions = [.look(path, nil)]
    case .refused(let path, let error): actions = refused(path, error, at: now)
    case .settled(let claim):
      backoffs[.resume(claim)] = nil
      actions = release(claim.path) + endPause(at: now)
    case .unclaimed(let path): actions = release(path)
    case .vanished(let path):
      backoffs[.look(path)] = nil
      // Its writer may be at it; where it was moved in anew, an event tells of that.
      actions = release(path) + [.look(path, .unseen)]
    case .claimed(let path): backoffs[.look(path)] = nil
    case .postponed(let claim, let error?) where error.concernsAll:
      if pause.failed(claim, error, at: now) { actions = [.reportPause(error)] }
    case .postponed(let claim, let error):
      actions = endPause(at: now)
      // Where it is only being written, its writer's last word must not wait for long.
      postpone(.resume(claim), error, at: now, upTo: .seconds(error == nil ? 2 : 30))
    case .replaced(let claim, let changed):
      actions = endPause(at: now)
      // Each of its versions has a result: what changes again and again has them ever more rarely.
      backoffs[.resume(changed)] = backoffs.removeValue(forKey: .resume(claim))
      postpone(.resume(changed), nil, at: now, upTo: .seconds(30))
    case .deferred(let claim, let wait):
      postponedCount += 1
      let errand = Errand.resume(claim)
      let backoff = Backoff(since: now, attempts: claim.tries, next: now + wait)
      agenda.add(errand, at: backoff.next)
      backoffs[errand] = backoff
    case .time:
      actions = agenda.take(dueAt: now).flatMap { run($0, at: now) }
      let probe = pause.probe(at: now)
      if let claim = probe.claim { actions.append(.resume(claim)) } else if probe.isDue { needsRescan = true }
    case .rescan: needsRescan = true
    }
    return actions + moveOn()
  }

  private mutating func noticed(_ event: WatchEvent) -> [Action] {
    switch event {
    case .file(let path, _)
    where !readiness.contains(path) && !ready.contains(path)
      && (isBehind || readiness.count >= Self.waitingLimit):
      // It has its place behind those that came before: the next scan finds it.
      needsRescan = true
      return []
    case .file(let path, let evidence):
      backoffs[.look(path)] = nil
      return [.look(path, evidence)]
    case .section(let section):
      // Files may have come into it before the watch: a scan finds them, and sections in it.
      needsRescan = true
      return section.count > Scan.maximumDepth ? [] : [.watchSection(section)]
    case .overflow:
      needsRescan = true
      defer { hasLostEvents = true }
      return hasLostEvents ? [] : [.reportOverflow]
    case .sectionLost:
      // Moved to elsewhere in the inbox it has another name: a scan finds it, and ends its watch where it is gone.
      needsRescan = true
      return []
    case .inboxLost:
      needsRescan = true
      return [.reopenInbox]
    case .asked:
      return []
    }
  }

  /// Whether so many files wait that new ones must not be taken before them.
  private var isBehind: Bool { backlog + ready.count >= Self.readyLimit }

  /// Whether the file is known, so that a scan need not find it.
  func isKnown(_ path: InboxPath) -> Bool {
    readiness.contains(path) || ready.contains(path) || backoffs[.look(path)] != nil || turns.isWaiting(path)
  }

  private mutating func looked(_ path: InboxPath, _ evidence: Evidence?, _ look: Look?, at now: Duration) {
    guard let look else {
      readiness.forget(path)
      ready.remove(path)
      backoffs[.look(path)] = nil
      return
    }
    switch readiness.judge(path, evidence: evidence, look: look, at: now) {
    case .ready:
      if ready.count < Self.readyLimit || ready.contains(path) {
        ready.add(path, look)
      } else {
        needsRescan = true
      }
    case .wait(let until):
      ready.remove(path)
      agenda.add(.look(path), at: until)
    }
  }

  private mutating func refused(_ path: InboxPath, _ error: SystemError, at now: Duration) -> [Action] {
    if error.concernsAll {
      // It is found again by the scan that a probe or the end of the pause begins.
      return pause.failed(nil, error, at: now) ? [.reportPause(error)] : []
    }
    let errand = Errand.look(path)
    let since = backoffs[errand]?.since ?? now
    let isPatient = now - since < Self.patienceWithOwner
    if !error.isTransient, !isPatient, backoffs[errand]?.wasTakenUnreadable != true {
      guard begin(path) else { return [] }
      backoffs[errand]?.wasTakenUnreadable = true
      return [.takeUnreadable(path)]
    }
    // It may not even be moved away.
    backoffs[errand]?.wasTakenUnreadable = false
    postpone(errand, error, at: now, upTo: .seconds(300))
    return []
  }

  private mutating func postpone(
    _ errand: Errand, _ error: SystemError?, at now: Duration, upTo longest: Duration
  ) {
    if case .resume = errand { postponedCount += 1 }
    var backoff = backoffs[errand] ?? Backoff(since: now)
    backoff.fail(error, at: now, upTo: longest)
    agenda.add(errand, at: backoff.next)
    backoffs[errand] = backoff
  }

  /// A file that waits for another try.
  struct Retry: Equatable {
    let path: InboxPath
    /// Where it is claimed.
    let claim: ClaimID?
    /// How often it was tried.
    let attempts: Int
    let next: Duration
    /// What failed last; `nil` where nothing did and the file changes under the reader.
    let error: SystemError?
  }

  /// How many files wait for another try.
  var retryCount: Int { backoffs.count + pause.parked.count }

  /// The next files to be tried again, the earliest first.
  func retries(limit: Int) -> [Retry] {
    let parked = pause.parked.prefix(limit).map { claim in
      Retry(
        path: claim.path, claim: claim.id, attempts: max(claim.tries, 1), next: pause.next, error: pause.error
      )
    }
    let waiting = backoffs.map { errand, backoff in
      switch errand {
      case .scan: preconditionFailure("a scan has a backoff of its own")
      case .look(let path):
        Retry(path: path, claim: nil, attempts: backoff.attempts, next: backoff.next, error: backoff.error)
      case .resume(let claim):
        Retry(
          path: claim.path, claim: claim.id, attempts: backoff.attempts, next: backoff.next,
          error: backoff.error)
      }
    }
    return (parked + waiting).sorted { $0.next < $1.next }.prefix(limit).map(\.self)
  }

  private mutating func run(_ errand: Errand, at now: Duration) -> [Action] {
    switch errand {
    case .look(let path): return [.look(path, nil)]
    case .scan:
      needsRescan = true
      return []
    case .resume(let claim):
      if claimCount - postponedCount >= 2 * capacity {
        agenda.add(errand, at: now + .seconds(1))
        return []
      }
      postponedCount -= 1
      return [.resume(claim)]
    }
  }

  /// Takes what is ready as far as there is room, and scans on as far as there is use for more.
  private mutating func moveOn() -> [Action] {
    var actions: [Action] = []
    // Claims that wait for long leave the others their places, but they are not gathered without end either.
    let inFlight = max(claimCount - postponedCount, claimCount - Self.postponedLimit)
    var room = min(max(0, capacity - inFlight), ready.count)
    if pause.isOn {
      // The probe is a parked claim, or one file of the inbox where none is parked.
      let canProbe = pause.isProbing && pause.parked.isEmpty && claimCount == postponedCount
      room = canProbe ? min(room, 1) : 0
    }
    actions += ready.takeFirst(room).filter { begin($0.path) }.map { .take($0.path, $0.look) }
    if isScanning {
      if isScanPaused && ready.count < capacity && readiness.count < Self.waitingLimit {
        isScanPaused = false
        actions.append(.continueScan)
      }
    } else if needsRescan && ready.isEmpty {
      needsRescan = false
      hasLostEvents = false
      isScanning = true
      isScanPaused = false
      actions.append(.startScan)
    }
    return actions
  }

  /// - Returns: Whether it is the file's turn to be claimed.
  private mutating func begin(_ path: InboxPath) -> Bool {
    guard turns.begin(path) else { return false }
    claimCount += 1
    return true
  }

  private mutating func release(_ path: InboxPath) -> [Action] {
    claimCount -= 1
    switch turns.end(path) {
    case .nothing: return []
    // Somebody may write to it again by now.
    case .file: return [.look(path, .closed)]
    case .claim(let claim): return [.resume(claim)]
    }
  }

  private mutating func endPause(at now: Duration) -> [Action] {
    guard let claims = pause.succeeded(at: now) else { return [] }
    needsRescan = true
    // Somebody may write to what was ready before.
    let looks = ready.takeFirst(ready.count).map { Action.look($0.path, .closed) }
    return [.reportResumption] + claims.map(Action.resume) + looks
  }

  /// Whether the file, still in the inbox, is waiting for another try.
  func isPostponed(_ path: InboxPath) -> Bool { backoffs[.look(path)] != nil }

  /// Whether the file waits for its owner.
  func isRefused(_ path: InboxPath) -> Bool { backoffs[.look(path)]?.error?.isTransient == false }

  /// Whether the claim has failed and not gone on since.
  func isPostponed(_ claim: Claim) -> Bool { backoffs[.resume(claim)] != nil }

  /// How often the claim was tried, and when it is tried next, where it waits for that.
  func retry(of claim: Claim) -> (tries: Int, next: Duration)? {
    backoffs[.resume(claim)].map { ($0.attempts, $0.next) }
  }
}
