import Dispatch
import Glibc
import Spooling

/// The service: owns every Dispatch source, asks ``Intake`` what to do, and does it.
///
/// Everything here happens on one queue, but for commits, whose fsyncs have a queue of their own, and parsing, which
/// has processes of its own.
actor Service {
  private nonisolated let executor = QueueExecutor(label: "nutgraf.service")
  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

  private let options: RunOptions
  private var configuration: Configuration
  private let journal: Journal
  private var spool: Spool
  private let pool: WorkerPool
  private var intake: Intake
  private let watch: Watch
  private var scan: Scan?
  private var sources: [any DispatchSourceProtocol] = []
  private let wakeTimer: any DispatchSourceTimer
  private let tickTimer: any DispatchSourceTimer
  private let commitQueue = DispatchQueue(label: "nutgraf.commit")
  private var uncommitted: [Settlement] = []
  private var commitsUnderWay = 0
  /// When the one under way began.
  private var commitBegan: ContinuousClock.Instant?
  private var events: [Intake.Event] = []
  private var isHandlingEvents = false
  private var report: Report
  /// When the claims in hand were read, and how many bytes of them are in memory.
  private var inHand: [ClaimID: (since: Duration, bytes: Int)] = [:]
  private var bytesInHand = 0
  /// Claims whose bytes wait until there is room for them.
  private var unread: ArraySlice<Claim> = []
  private var nextRescan = Duration.zero
  private var hasUnreadableSections = false
  private var reportedSections: Set<[FileName]> = []
  private var isStopping = false
  private var whenEnded: CheckedContinuation<CInt, Never>?

  private let epoch = ContinuousClock.now
  /// The time since the start, on a clock that only goes forward.
  private var now: Duration { ContinuousClock.now - epoch }

  /// How many files are committed together at most.
  private static let batchLimit = 256
  /// How many claims may be in flight for each worker.
  private static let claimsPerWorker = 32
  /// How often a file may cost a worker its life.
  private static let attemptLimit = 3
  /// How many bytes of files are held in memory at once; a larger file is held alone.
  private static let memoryBudget = 64 << 20
  /// How long a commit may take before the service counts as stuck.
  private static let commitPatience = Duration.seconds(60)

  /// Opens and locks the spool.
  init(options: RunOptions, configuration: Configuration, journal: Journal) throws {
    self.options = options
    self.configuration = configuration
    self.journal = journal
    spool = try Spool(root: options.root, maximumSize: configuration.maximumSize)
    watch = try Watch()
    let workers = configuration.workerCount
    pool = WorkerPool(
      executor: executor, count: workers, idle: configuration.idle, options: configuration.workerOptions)
    intake = Intake(
      capacity: Self.claimsPerWorker * workers,
      readiness: Readiness(settle: configuration.settle, settleUnknown: configuration.settleUnknown))
    report = Report(journal: journal)
    wakeTimer = DispatchSource.makeTimerSource(queue: executor.queue)
    tickTimer = DispatchSource.makeTimerSource(queue: executor.queue)
  }

  /// Works until a signal or, with `once`, until nothing is left to do.
  ///
  /// - Returns: The exit status: 0, or with `once` 1 where files failed and 75 where some wait for another try.
  func run() async throws -> CInt {
    await watchSignals()
    startTimers()
    let recovery = try spool.recover()
    watchInbox()
    report.started(root: options.root, recovery: recovery)
    for settled in recovery.finished { report.settled(settled, after: nil, at: now) }
    intake.adopt(recovery.claims.count)
    Notify.ready(report.statusLine(intake))
    for claim in recovery.claims { resume(claim) }
    post(.rescan)
    return await withCheckedContinuation { continuation in
      whenEnded = continuation
      if isStopping && commitsUnderWay == 0 { end() } else { endIfDone() }
    }
  }

  // MARK: - Sources

  /// Takes over SIGTERM, SIGINT and SIGHUP; returns once none of them can be missed.
  private func watchSignals() async {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGIO, SIG_IGN)  // the kernel's word that somebody waits for a lease of ours
    for number in [SIGTERM, SIGINT, SIGHUP] {
      let source = DispatchSource.makeSignalSource(signal: number, queue: executor.queue)
      source.setEventHandler { @Sendable [weak self] in
        self?.assumeIsolated { $0.received(number) }
      }
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler { @Sendable in continuation.resume() }
        source.activate()
      }
      sources.append(source)
    }
  }

  private func received(_ signal: CInt) {
    if signal == SIGHUP { reload() } else { stop() }
  }

  private func startTimers() {
    wakeTimer.setEventHandler { @Sendable [weak self] in
      self?.assumeIsolated { $0.post(.time) }
    }
    wakeTimer.activate()

    tickTimer.setEventHandler { @Sendable [weak self] in
      self?.assumeIsolated { $0.tick() }
    }
    scheduleTicks()
    tickTimer.activate()
  }

  /// One slow tick feeds the watchdog and begins the rescans.
  private func scheduleTicks() {
    let interval = min(configuration.rescan, Notify.watchdogInterval.map { $0 / 2 } ?? configuration.rescan)
    tickTimer.schedule(
      deadline: .now() + interval.dispatch, repeating: interval.dispatch, leeway: .milliseconds(500))
    nextRescan = now + configuration.rescan
  }

  private func tick() {
    let isStuck = commitBegan.map { ContinuousClock.now - $0 > Self.commitPatience } ?? false
    if !isStuck { Notify.isAlive() }
    if now >= nextRescan {
      nextRescan = now + configuration.rescan
      post(.rescan)
    }
  }

  private func watchInbox() {
    do throws(SystemError) {
      try watch.addRoot(of: spool)
    } catch {
      report.watchFailed(error)
    }
    addWatch([])
    let source = DispatchSource.makeReadSource(fileDescriptor: watch.descriptor, queue: executor.queue)
    source.setEventHandler { @Sendable [weak self] in
      self?.assumeIsolated { $0.readWatch() }
    }
    source.activate()
    sources.append(source)
  }

  private func addWatch(_ section: [FileName]) {
    guard section.allSatisfy(configuration.ignore.allowsSection) else { return }
    do throws(SystemError) {
      try watch.add(section, of: spool)
    } catch let error where error.code == ENOENT {
      // Gone again; nothing to watch.
    } catch {
      report.watchFailed(error)
    }
  }

  private func readWatch() {
    do throws(SystemError) {
      for event in try watch.events() { events.append(.watched(event)) }
    } catch {
      report.watchFailed(error)
      events.append(.rescan)
    }
    handleEvents()
  }

  // MARK: - Events in, actions out

  private func post(_ event: Intake.Event) {
    events.append(event)
    handleEvents()
  }

  private func handleEvents() {
    guard !isHandlingEvents, !isStopping else { return }
    isHandlingEvents = true
    var next = 0
    while next < events.count {
      for action in intake.handle(events[next], at: now) { perform(action) }
      next += 1
    }
    events.removeAll(keepingCapacity: true)
    isHandlingEvents = false
    report.showStatus(intake, at: now)
    if let errand = [intake.nextErrand, report.nextStatus].compactMap(\.self).min() {
      wakeTimer.schedule(deadline: .now() + max(.zero, errand - now).dispatch, leeway: .milliseconds(20))
    }
    endIfDone()
  }

  private func perform(_ action: Intake.Action) {
    switch action {
    case .look(let path, let evidence): look(at: path, evidence: evidence)
    case .take(let path): take(path)
    case .takeUnreadable(let path): take(path, mustBeReadable: false)
    case .resume(let claim): resume(claim)
    case .watchSection(let section): addWatch(section)
    case .reopenInbox: reopenInbox()
    case .startScan: startScan()
    case .continueScan: continueScan()
    case .reportOverflow: report.overflow()
    }
  }

  private func look(at path: InboxPath, evidence: Evidence?) {
    if configuration.ignore.contains(path.name) { return }
    do throws(SystemError) {
      events.append(.looked(path, evidence, try spool.look(at: path)))
    } catch {
      events.append(.refused(path, error))
    }
  }

  private func startScan() {
    if !spool.isInboxInPlace { reopenInbox() }
    do throws(SystemError) {
      scan = try spool.scan(ignoring: configuration.ignore)
    } catch {
      scan = nil
      report.scanFailed(error)
    }
  }

  /// Hands out a part of the scan in a turn of its own, so that nothing else waits for a long one.
  private func continueScan() {
    executor.queue.async { [weak self] in
      self?.assumeIsolated { service in
        var found: [InboxPath]?
        do throws(SystemError) {
          found = try service.scan?.next(Self.batchLimit)
        } catch {
          service.report.scanFailed(error)
        }
        // Watched before its files are handed out, so that what comes into it later is seen.
        for section in service.scan?.takeNewSections() ?? [] { service.addWatch(section) }
        if found == nil { service.endScan() }
        service.post(.scanned(found ?? [], isOver: found == nil))
      }
    }
  }

  private func endScan() {
    hasUnreadableSections = !(scan?.unreadable.isEmpty ?? true)
    for (section, error) in scan?.unreadable ?? [] where reportedSections.insert(section).inserted {
      report.scanFailed(error)
    }
    scan = nil
  }

  private func reopenInbox() {
    if spool.isInboxInPlace { return }
    report.inboxReopened()
    watch.removeAll()
    do throws(SystemError) {
      try spool.reopenInbox()
      addWatch([])
    } catch {
      report.watchFailed(error)
    }
  }

  // MARK: - The way of a claim

  private func take(_ path: InboxPath, mustBeReadable: Bool = true) {
    do throws(SystemError) {
      guard let claim = try spool.claim(path, mustBeReadable: mustBeReadable) else {
        events.append(.vanished(path))
        return
      }
      events.append(.claimed(path))
      read(claim)
    } catch {
      if !intake.isPostponed(path) { report.refused(path, error) }
      events.append(.settled)
      events.append(.refused(path, error))
    }
  }

  private func read(_ claim: Claim) {
    do throws(SystemError) {
      guard let size = try spool.size(of: claim) else {
        // Somebody took it out of the service's own folder.
        report.vanished(claim)
        intake.forgetFailures(of: claim)
        events.append(.settled)
        return
      }
      guard bytesInHand == 0 || bytesInHand + min(size, spool.maximumSize) <= Self.memoryBudget else {
        unread.append(claim)
        return
      }
      switch try spool.read(claim) {
      case .content(let content):
        inHand[claim.id] = (now, size)
        bytesInHand += size
        let request = Frame(claim, content).encoded
        Task { await self.work(on: claim, content.stamp, request) }
      case .rejected(let rejection):
        settle(Settlement(claim: claim, stamp: nil, outcome: .rejected(rejection)))
      case .unsettled:
        events.append(.postponed(claim))
      }
    } catch {
      postpone(claim, error)
    }
  }

  /// Gives back the memory of a claim, and reads the next one that waits for it.
  ///
  /// - Returns: How long the claim was in hand.
  private func putDown(_ claim: Claim) -> Duration? {
    guard let (since, bytes) = inHand.removeValue(forKey: claim.id) else { return nil }
    bytesInHand -= bytes
    if let next = unread.popFirst() { read(next) }
    return now - since
  }

  private func work(on claim: Claim, _ stamp: Content.Stamp, _ request: [UInt8]) async {
    var claim = claim
    while !isStopping {
      let cause: String
      switch await pool.run(request) {
      case .answer(let frame):
        if let outcome = Settlement.Outcome(frame) {
          settle(Settlement(claim: claim, stamp: stamp, outcome: outcome))
          return
        }
        cause = "it answered what is no result"
      case .died(let death):
        cause = death
      case .unavailable(let error):
        postpone(claim, error)
        return
      }
      if isStopping { return }
      guard let next = countAttempt(of: claim, stamp, cause: cause) else { return }
      claim = next
    }
  }

  /// Counts a worker's death against its article.
  ///
  /// - Returns: The claim for another try, or `nil` where it was the last one.
  private func countAttempt(of claim: Claim, _ stamp: Content.Stamp, cause: String) -> Claim? {
    do throws(SystemError) {
      let claim = try spool.recordAttempt(of: claim, reason: cause)
      report.workerDied(claim, of: Self.attemptLimit, cause: cause)
      if claim.attempts < Self.attemptLimit { return claim }
      let rejection = Rejection(
        reason: "worker-died",
        message: "Reading the file ended \(claim.attempts) workers, the last one so: \(cause). "
          + "Drop a smaller or simpler version of it.")
      settle(Settlement(claim: claim, stamp: stamp, outcome: .rejected(rejection)))
    } catch {
      postpone(claim, error)
    }
    return nil
  }

  private func settle(_ settlement: Settlement) {
    uncommitted.append(settlement)
    commit()
  }

  private func commit() {
    guard commitBegan == nil, !uncommitted.isEmpty, !isStopping else { return }
    let batch = Array(uncommitted.prefix(Self.batchLimit))
    uncommitted.removeFirst(batch.count)
    let spool = spool
    onCommitQueue {
      spool.commit(batch)
    } then: { service, results in
      for (settlement, result) in zip(batch, results) {
        switch result {
        case .success(let settled): service.ended(settled)
        case .failure(let error): service.postpone(settlement.claim, error)
        }
      }
    }
  }

  /// Takes up a claim that an earlier run or a failed call left.
  private func resume(_ claim: Claim) {
    let spool = spool
    onCommitQueue {
      Result { () throws(SystemError) in try spool.finish(claim) }
    } then: { service, result in
      switch result {
      case .success(let settled?): service.ended(settled)
      case .success(nil): service.read(claim)
      case .failure(let error): service.postpone(claim, error)
      }
    }
  }

  /// Does what may wait for the disk on the queue that is there for it, and goes on here.
  private func onCommitQueue<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value,
    then proceed: @escaping @Sendable (isolated Service, Value) -> Void
  ) {
    commitsUnderWay += 1
    commitBegan = commitBegan ?? .now
    commitQueue.async {
      let value = work()
      self.executor.queue.async {
        self.assumeIsolated { service in
          service.commitsUnderWay -= 1
          service.commitBegan = service.commitsUnderWay > 0 ? .now : nil
          proceed(service, value)
          service.commit()
          service.handleEvents()
          if service.isStopping && service.commitsUnderWay == 0 { service.end() }
        }
      }
    }
  }

  private func ended(_ settled: Settled) {
    report.settled(settled, after: putDown(settled.claim), at: now)
    intake.forgetFailures(of: settled.claim)
    if let changed = settled.changed {
      // Not at once: its writer may be at it still.
      report.changed(changed)
      events.append(.postponed(changed))
    } else {
      events.append(.settled)
    }
  }

  private func postpone(_ claim: Claim, _ error: SystemError) {
    _ = putDown(claim)
    if !intake.isPostponed(claim) { report.postponed(claim, error) }
    post(.postponed(claim))
  }

  // MARK: - Reload and the end

  private func reload() {
    Notify.reloading()
    do throws(ConfigurationError) {
      configuration = try Configuration.effective(path: options.configurationPath)
      spool.maximumSize = configuration.maximumSize
      intake.readiness.settle = configuration.settle
      intake.readiness.settleUnknown = configuration.settleUnknown
      report.reloaded()
      intake.capacity = Self.claimsPerWorker * configuration.workerCount
      scheduleTicks()
      let (options, count, idle) = (
        configuration.workerOptions, configuration.workerCount, configuration.idle
      )
      Task { await pool.use(options, count: count, idle: idle) }
    } catch {
      report.configurationRefused(error)
    }
    Notify.ready(report.statusLine(intake))
    post(.rescan)
  }

  private func stop() {
    guard !isStopping else { return }
    isStopping = true
    Notify.stopping()
    if commitsUnderWay == 0 { end() }
  }

  private func endIfDone() {
    guard options.once, whenEnded != nil, intake.isIdle || intake.isBlocked else { return }
    end()
  }

  private func end() {
    guard let continuation = whenEnded else { return }
    whenEnded = nil
    report.stopped()
    let status: CInt =
      !options.once || isStopping
      ? EX_OK : intake.isBlocked || hasUnreadableSections ? EX_TEMPFAIL : report.failedCount > 0 ? 1 : EX_OK
    isStopping = true
    Task {
      await pool.shutDown()
      continuation.resume(returning: status)
    }
  }
}

extension Frame {
  /// What a worker is asked for a claimed file.
  fileprivate init(_ claim: Claim, _ content: Content) {
    let section = claim.path.section.map(\.bytes).joined(separator: [UInt8(ascii: "/")])
    self.init(
      kind: .file,
      fields: [claim.path.name.bytes, Array(section), Array(content.stamp.sha256.utf8), content.bytes])
  }
}

extension Settlement.Outcome {
  /// What a worker's answer to a file means; `nil` for what no worker of ours answers.
  fileprivate init?(_ answer: Frame) {
    let fields = answer.fields
    let texts = fields.map { String(decoding: $0.prefix(4096), as: UTF8.self) }
    switch answer.kind {
    case .outputs where !fields.isEmpty && fields.count % 2 == 0:
      let endings = stride(from: 0, to: fields.count, by: 2).map { texts[$0] }
      // Endings become names of files.
      guard endings == ["md", "json"] else { return nil }
      self = .published(endings.indices.map { OutputFile(ending: endings[$0], bytes: fields[2 * $0 + 1]) })
    case .rejection where fields.count == 2:
      self = .rejected(Rejection(reason: texts[0], message: texts[1]))
    default:
      return nil
    }
  }
}

extension Configuration {
  /// The configuration of a run: the file that was named, else the standard one, else what the service ships with.
  public static func effective(path: String?) throws(ConfigurationError) -> Configuration {
    if let path { return try Configuration(contentsOf: path) }
    return unsafe access(standardPath, F_OK) == 0
      ? try Configuration(contentsOf: standardPath) : Configuration()
  }

  /// How many workers may run.
  public var workerCount: Int {
    workers > 0 ? workers : max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
  }
}

extension Duration {
  fileprivate var dispatch: DispatchTimeInterval { .nanoseconds(Int(self / .nanoseconds(1))) }
}
