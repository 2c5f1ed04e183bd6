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
  private let commitQueue = DispatchQueue(label: "nutgraf.commit")
  private var uncommitted: [Settlement] = []
  private var commitBegan: ContinuousClock.Instant?
  private var events: [Intake.Event] = []
  private var isHandlingEvents = false
  private var report: Report
  /// When the claims in hand were taken.
  private var began: [ClaimID: Duration] = [:]
  private var nextRescan = Duration.zero
  private var isStopping = false
  private var whenEnded: CheckedContinuation<CInt, Never>?

  private let epoch = ContinuousClock.now
  /// The time since the start, on a clock that only goes forward.
  private var now: Duration { ContinuousClock.now - epoch }

  /// How many files are committed together at most.
  private static let batchLimit = 256
  /// How often a file may cost a worker its life.
  private static let attemptLimit = 3
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
      capacity: 32 * workers,
      readiness: Readiness(settle: configuration.settle, settleUnknown: configuration.settleUnknown))
    report = Report(journal: journal)
    wakeTimer = DispatchSource.makeTimerSource(queue: executor.queue)
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
    intake.adopt(recovery.claims.count)
    Notify.ready(report.statusLine(intake))
    for claim in recovery.claims { resume(claim) }
    post(.rescan)
    return await withCheckedContinuation { continuation in
      whenEnded = continuation
      if isStopping && commitBegan == nil { end() } else { endIfDone() }
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

    // One slow tick feeds the watchdog and begins the rescans.
    let interval = min(configuration.rescan, Notify.watchdogInterval.map { $0 / 2 } ?? configuration.rescan)
    let tick = DispatchSource.makeTimerSource(queue: executor.queue)
    tick.setEventHandler { @Sendable [weak self] in
      self?.assumeIsolated { $0.tick() }
    }
    tick.schedule(
      deadline: .now() + interval.dispatch, repeating: interval.dispatch, leeway: .milliseconds(500))
    tick.activate()
    sources.append(tick)
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
    case .startScan(let section): startScan(section)
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

  private func startScan(_ section: [FileName]) {
    if !spool.isInboxInPlace { reopenInbox() }
    do throws(SystemError) {
      scan = try spool.scan(section, ignoring: configuration.ignore)
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
        if found == nil { service.scan = nil }
        service.post(.scanned(found ?? [], isOver: found == nil))
      }
    }
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
      switch try spool.read(claim) {
      case .content(let content):
        began[claim.id] = now
        Task { await self.work(on: claim, content) }
      case .rejected(let rejection):
        settle(Settlement(claim: claim, content: nil, outcome: .rejected(rejection)))
      case .unsettled:
        events.append(.postponed(claim))
      }
    } catch {
      postpone(claim, error)
    }
  }

  private func work(on claim: Claim, _ content: Content) async {
    let request = Frame(
      kind: .file,
      fields: [
        claim.path.name.bytes, Array(claim.path.section.map(\.bytes).joined(separator: [UInt8(ascii: "/")])),
        Array(content.sha256.utf8), content.bytes,
      ])
    var claim = claim
    while !isStopping {
      switch await pool.run(request) {
      case .answer(let frame):
        settle(Settlement(claim: claim, content: content, outcome: Settlement.Outcome(frame)))
        return
      case .died(let cause):
        if isStopping { return }
        guard let next = await countAttempt(of: claim, content, cause: cause) else { return }
        claim = next
      case .unavailable(let error):
        postpone(claim, error)
        return
      }
    }
  }

  /// Counts a worker's death against its article.
  ///
  /// - Returns: The claim for another try, or `nil` where it was the last one.
  private func countAttempt(of claim: Claim, _ content: Content, cause: String) async -> Claim? {
    do throws(SystemError) {
      let claim = try spool.recordAttempt(of: claim, reason: cause)
      report.workerDied(claim, of: Self.attemptLimit, cause: cause)
      if claim.attempts < Self.attemptLimit { return claim }
      let rejection = Rejection(
        reason: "worker-died",
        message: "Reading the file ended \(claim.attempts) workers, the last one so: \(cause). "
          + "Drop a smaller or simpler version of it.")
      settle(Settlement(claim: claim, content: content, outcome: .rejected(rejection)))
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
    guard commitBegan == nil, !uncommitted.isEmpty else { return }
    let batch = Array(uncommitted.prefix(Self.batchLimit))
    uncommitted.removeFirst(batch.count)
    commitBegan = .now
    let spool = spool
    commitQueue.async {
      let results = spool.commit(batch)
      self.executor.queue.async { self.assumeIsolated { $0.committed(batch, results) } }
    }
  }

  private func committed(_ batch: [Settlement], _ results: [Result<Settled, SystemError>]) {
    commitBegan = nil
    for (settlement, result) in zip(batch, results) {
      switch result {
      case .success(let settled): ended(settled)
      case .failure(let error): postpone(settlement.claim, error)
      }
    }
    commit()
    handleEvents()
    if isStopping { end() }
  }

  /// Takes up a claim that an earlier run or a failed call left.
  private func resume(_ claim: Claim) {
    let spool = spool
    commitQueue.async {
      let result = Result { () throws(SystemError) in try spool.finish(claim) }
      self.executor.queue.async { self.assumeIsolated { $0.resumed(claim, result) } }
    }
  }

  private func resumed(_ claim: Claim, _ result: Result<Settled?, SystemError>) {
    do throws(SystemError) {
      if let settled = try result.get() { ended(settled) } else { read(claim) }
    } catch {
      postpone(claim, error)
    }
    handleEvents()
  }

  private func ended(_ settled: Settled) {
    let time = began.removeValue(forKey: settled.claim.id).map { now - $0 }
    report.settled(settled, after: time, at: now)
    intake.forgetFailures(of: settled.claim)
    if let changed = settled.changed {
      report.changed(changed)
      resume(changed)
    } else {
      events.append(.settled)
    }
  }

  private func postpone(_ claim: Claim, _ error: SystemError) {
    began[claim.id] = nil
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
      let options = configuration.workerOptions
      Task { await pool.use(options) }
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
    if commitBegan == nil { end() }
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
      ? EX_OK : intake.isBlocked ? EX_TEMPFAIL : report.failedCount > 0 ? 1 : EX_OK
    isStopping = true
    Task {
      await pool.shutDown()
      continuation.resume(returning: status)
    }
  }
}

extension Settlement.Outcome {
  /// What a worker's answer to a file means.
  fileprivate init(_ answer: Frame) {
    let fields = answer.fields
    switch answer.kind {
    case .outputs:
      self = .published(
        stride(from: 0, to: fields.count - 1, by: 2).map {
          OutputFile(ending: String(decoding: fields[$0], as: UTF8.self), bytes: fields[$0 + 1])
        })
    default:
      let texts = fields.map { String(decoding: $0, as: UTF8.self) }
      self = .rejected(Rejection(reason: texts.first ?? "unknown", message: texts.last ?? ""))
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
