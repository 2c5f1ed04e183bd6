import CLinux
import Dispatch
import Glibc
import Spooling

/// The service: owns all that is watched, asks ``Intake`` what to do, and does it.
///
/// Everything here happens on one event loop, but for commits, whose fsyncs have two queues of their own, what takes long to
/// be read, which has another, and parsing, which has processes of its own.
actor Service {
  nonisolated let loop = EventLoop(name: "nutgraf-service")
  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

  let options: RunOptions
  var configuration: Configuration
  let journal: Journal
  var spool: Spool
  let pool: WorkerPool
  var intake: Intake
  /// The watches on the inbox; `nil` where the system has none to give.
  var watch: Watch?
  /// Why some folders are not watched.
  var watchFailure: SystemError?
  /// Whether all folders that the scan came to could be watched.
  var isScanWatched = false
  /// Says when there is something to read from it.
  var watchSource: (any DispatchSourceRead)?
  let watchQueue = DispatchQueue(label: "nutgraf.watch")
  /// Whether files come in without an event, so that they are looked for often.
  var mustPoll = false
  var isInboxLost = false
  var scan: Scan?
  private let wakeTimer: LoopTimer
  private let tickTimer: LoopTimer
  // Each has its thread from the start: where no more tasks are allowed, none could be had when it is needed.
  let commitQueue = EventLoop(name: "nutgraf-commit")
  /// Stages a batch while another one is committed.
  let stageQueue = EventLoop(name: "nutgraf-stage")
  /// Reads what takes long: the history, and large files whose digest is asked for. The end of the service does not wait for
  /// it.
  let readQueue = EventLoop(name: "nutgraf-read")
  /// Copies the files of a foreign inbox in, which may hang for as long as its server does; nothing waits for it.
  let copyQueue: EventLoop?
  /// Looks at a foreign inbox and walks through it, which may hang as well.
  let inboxQueue: EventLoop?
  /// How much that queue has to do.
  var inboxWorkCount = 0
  var uncommitted: [Settlement] = []
  var schedule = CommitSchedule()
  /// Ends the wait of settlements for company.
  let commitTimer: LoopTimer
  /// When that timer fires, or fired last; `nil` where nothing waits for it.
  var commitAt: Duration?
  /// How many files the workers have in hand or are asked for.
  var workCount = 0
  /// How many batches are staged or committed.
  var batchesUnderWay = 0
  /// What the two queues for the disk have to do.
  var diskWork: [DiskQueue: DiskWork] = [:]
  /// How far commits had come when they were seen to have come any further, and when that was.
  var lastProgress = (count: 0, seen: ContinuousClock.now)
  /// How many bytes of results wait to be committed, and the files that wait for room for theirs.
  var resultBytes = 0
  var waitingForRoom: [CheckedContinuation<Void, Never>] = []
  /// What happened, and how much of it is handled.
  var events: [Intake.Event] = []
  private var handledCount = 0
  /// What the last of that asks for.
  private var actions: ArraySlice<Intake.Action> = []
  private var isHandlingEvents = false
  /// Whether another turn waits on the loop; one is enough, whoever asks for it.
  private var isTurnAsked = false
  var report: Report
  /// The claims that workers have, or that are to be committed.
  var inHand: [ClaimID: InHand] = [:]
  /// Files of a foreign inbox that are claimed and lie there until their claims end, and those still to be copied in.
  var sourcesInHand: Set<InboxPath> = []
  var uncopied: ArraySlice<(path: InboxPath, look: Look?)> = []
  var isCopying = false
  /// What is published already, where that is asked.
  var duplicates: Duplicates?
  /// How often the history was asked for it; the last answer counts.
  var historyReadings = 0
  /// Whether it could not be read, so that what was published before may be published again.
  var isHistoryUnread = false
  /// Which earlier results new ones resemble.
  var stories: Stories
  var nextRescan = Duration.zero
  let statusQueue = EventLoop(name: "nutgraf-status")
  var isWritingStatus = false
  var isForgetting = false
  /// Whether somebody asked while that was done.
  var isAskedToForgetMore = false
  var hasUnreadableSections = false
  var reportedSections: Set<[FileName]> = []
  /// The sections that no file can be taken out of.
  var closedSections: Set<[FileName]> = []
  var isStopping = false
  /// Whether the spool is not to be found at its path, and whether another one is there.
  var rootPlace = Spool.RootPlace.kept
  private var whenEnded: CheckedContinuation<CInt, Never>?

  /// A claim that is worked on.
  struct InHand {
    /// When it was read.
    let since: Duration
    /// Of its bytes, in hexadecimal; `nil` while they are not read to their end.
    var sha256: String?
  }

  private let epoch = ContinuousClock.now
  /// The time since the start, on a clock that only goes forward.
  var now: Duration { ContinuousClock.now - epoch }

  /// How many claims may be in flight: a batch that is committed, one that is staged, and one that is worked on.
  private static let claimLimit = 3 * CommitSchedule.fileLimit
  /// How often the inbox is looked through where no events tell of it.
  static let pollInterval = Duration.seconds(5)
  /// How many files of a scan are handed out in one turn.
  static let scanLimit = 256
  /// How long a turn lasts before signals, timers and results have theirs.
  static let turnLength = Duration.milliseconds(100)
  /// How often a file may cost a worker its life.
  static let attemptLimit = 3
  /// For how long no part of a commit may get done before the service counts as stuck: two intervals of the watchdog.
  let commitPatience = Notify.watchdogInterval.map { $0 * 2 }

  /// Opens and locks the spool.
  init(options: RunOptions, configuration: Configuration, journal: Journal) throws {
    self.options = options
    self.configuration = configuration
    self.journal = journal
    spool = try Spool(
      root: options.root, maximumSize: configuration.maximumSize, foreignInbox: configuration.inbox)
    spool.update = configuration.update
    spool.historyMonths = configuration.historyMonths
    copyQueue = spool.isForeign ? EventLoop(name: "nutgraf-copy") : nil
    inboxQueue = spool.isForeign ? EventLoop(name: "nutgraf-inbox") : nil
    let workers = configuration.workerCount
    pool = WorkerPool(
      on: loop, count: workers, idle: configuration.idle, options: configuration.workerOptions)
    intake = Intake(
      capacity: Self.claimLimit,
      readiness: Readiness(settle: configuration.settle, settleUnknown: configuration.settleUnknown),
      turns: Turns(areKept: configuration.update == .replace))
    stories = Stories(configuration.stories)
    report = Report(journal: journal)
    wakeTimer = LoopTimer(on: loop)
    tickTimer = LoopTimer(on: loop)
    commitTimer = LoopTimer(on: loop)
  }

  /// Works until a signal or, with `once`, until nothing is left to do.
  ///
  /// - Returns: The exit status: 0, or with `once` 1 where files failed and 75 where some wait for another try.
  func run() async throws -> CInt {
    try watchSignals()
    startTimers()
    let recovery = try spool.recover()
    // To watch a folder takes the kernel some time for each of its names that it has in memory. The scan that comes after
    // finds what comes before.
    let isLarge = spool.isInboxLarge
    if !isLarge { watchInbox() }
    report.started(root: options.root, inbox: configuration.inbox, recovery: recovery)
    for settled in recovery.finished { report.settled(settled, after: nil, at: now) }
    let adopted = intake.adopt(recovery.claims)
    for claim in recovery.claims where claim.source != nil { sourcesInHand.insert(claim.path) }
    if configuration.duplicates == .skip { readHistory() }
    readStories()
    forgetWhatIsAsked()
    Notify.ready(report.statusLine(intake))
    if isLarge { watchInbox() }
    writeStatus()
    notePause()
    for claim in adopted {
      // A time that lies far ahead is another clock's.
      if let next = claim.nextTry, case let wait = next - UTC.secondsSince1970, (1...300).contains(wait),
        !options.once
      {
        events.append(.deferred(claim, .seconds(wait)))
      } else {
        resume(claim)
      }
    }
    post(.rescan)
    return await withCheckedContinuation { continuation in
      whenEnded = continuation
      if isStopping && diskWork.isEmpty { end() } else { endIfDone() }
    }
  }

  // MARK: - Sources

  /// Takes over SIGTERM, SIGINT and SIGHUP, so that none of them is missed from here on.
  private func watchSignals() throws(SystemError) {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGIO, SIG_IGN)  // the kernel's word that somebody waits for a lease of ours
    let descriptor = linux_catch_signals()
    if descriptor == -1 { throw SystemError("eventfd", "signals", code: errno) }
    _ = try loop.watchReading(descriptor) { [weak self] in
      let counts = linux_take_signals(descriptor)
      self?.assumeIsolated { service in
        if UInt32(truncatingIfNeeded: counts) > 0 { service.reload() }
        if counts >> 32 > 0 { service.stop() }
      }
    }
  }

  private func startTimers() {
    wakeTimer.handler = { [weak self] in
      self?.assumeIsolated { $0.post(.time) }
    }

    commitTimer.handler = { [weak self] in
      self?.assumeIsolated { $0.commit() }
    }

    tickTimer.handler = { [weak self] in
      self?.assumeIsolated { $0.tick() }
    }
    scheduleTicks()
  }

  /// One slow tick feeds the watchdog and begins the rescans.
  func scheduleTicks() {
    tickTimer.fire(after: tickInterval)
    nextRescan = now + rescanInterval
  }

  private var tickInterval: Duration {
    min(rescanInterval, Notify.watchdogInterval.map { $0 / 2 } ?? rescanInterval)
  }

  private func tick() {
    tickTimer.fire(after: tickInterval)
    noteProgress()
    if !isStuck { Notify.isAlive() }
    report.remind(at: now)
    writeStatus()
    forgetWhatIsAsked()
    if now >= nextRescan {
      if watch == nil { watchInbox() }
      nextRescan = now + rescanInterval
      readUnreadHistory()
      post(.rescan)
    }
  }

  // MARK: - Events in, actions out

  func post(_ event: Intake.Event) {
    events.append(event)
    handleEvents()
  }

  /// Does what the events ask for; where that takes long, since each call on a slow server does, the rest in other turns.
  func handleEvents() {
    guard !isHandlingEvents, !isStopping else { return }
    isHandlingEvents = true
    let end = now + Self.turnLength
    var isDone = false
    while !isDone, now < end {
      if let action = actions.popFirst() {
        perform(action)
      } else if handledCount < events.count {
        actions = intake.handle(events[handledCount], at: now)[...]
        handledCount += 1
      } else {
        events.removeAll(keepingCapacity: true)
        handledCount = 0
        isDone = true
      }
    }
    isHandlingEvents = false
    if !isDone && !isTurnAsked {
      isTurnAsked = true
      loop.run { [weak self] in
        self?.assumeIsolated {
          $0.isTurnAsked = false
          $0.handleEvents()
        }
      }
    }
    if report.showStatus(intake, at: now) { writeStatus() }
    if let errand = [intake.nextErrand, report.nextStatus].compactMap(\.self).min() {
      wakeTimer.fire(after: errand - now)
    }
    if isDone { endIfDone() }
  }

  private func perform(_ action: Intake.Action) {
    switch action {
    case .look(let path, let evidence): look(at: path, evidence: evidence)
    case .take(let path, let look): take(path, asOf: look)
    case .takeUnreadable(let path): take(path, asOf: nil)
    case .resume(let claim): resume(claim)
    case .watchSection(let section): addWatch(section)
    // A scan is asked for as well, and behind what is asked of a foreign inbox it opens that.
    case .reopenInbox: if !spool.isForeign { reopenInbox() }
    case .startScan: startScan()
    case .continueScan: continueScan()
    case .reportOverflow: report.overflow()
    case .reportPause(let error):
      report.paused(error, at: now)
      notePause()
    case .reportResumption:
      report.resumed()
      notePause()
    }
  }

  private func look(at path: InboxPath, evidence: Evidence?) {
    if configuration.ignore.contains(path.name) || isHeld(path) {
      events.append(.looked(path, evidence, nil))  // it waits for nothing
      return
    }
    onInbox { spool in
      Result { () throws(SystemError) in try spool.look(at: path) }
    } then: { service, result in
      switch result {
      case .success(let look): service.events.append(.looked(path, evidence, look))
      case .failure(let error): service.events.append(.refused(path, error))
      }
    }
  }

  /// Whether a file of a foreign inbox is claimed, and lies there all the same.
  func isHeld(_ path: InboxPath) -> Bool { sourcesInHand.contains(path) }

  // MARK: - Reload and the end

  private func reload() {
    Notify.reloading()
    do throws(ConfigurationError) {
      let old = configuration
      configuration = try Configuration.effective(path: options.configurationPath, root: options.root)
      spool.maximumSize = configuration.maximumSize
      spool.update = configuration.update
      spool.historyMonths = configuration.historyMonths
      if configuration.duplicates == .process {
        for claim in duplicates?.end() ?? [] { resume(claim) }
        duplicates = nil
      } else if duplicates == nil {
        readHistory()
      }
      let isRead = stories.settings.limit == configuration.stories.limit
      stories.settings = configuration.stories
      if !isRead { readStories() }
      intake.turns.areKept = configuration.update == .replace
      intake.readiness.settle = configuration.settle
      intake.readiness.settleUnknown = configuration.settleUnknown
      report.reloaded(configuration.changes(since: old))
      scheduleTicks()
      let (options, count, idle) = (
        configuration.workerOptions, configuration.workerCount, configuration.idle
      )
      Task(executorPreference: loop) { [pool] in await pool.use(options, count: count, idle: idle) }
    } catch {
      report.configurationRefused(error, at: now)
    }
    Notify.ready(report.statusLine(intake))
    post(.rescan)
  }

  func stop() {
    guard !isStopping else { return }
    isStopping = true
    makeRoomForResults()
    Notify.stopping()
    if diskWork.isEmpty { end() }
  }

  private func endIfDone() {
    guard options.once, whenEnded != nil, inboxWorkCount == 0, intake.isIdle || intake.isBlocked else {
      return
    }
    end()
  }

  func end() {
    guard let continuation = whenEnded else { return }
    whenEnded = nil
    report.stopped(leaving: spool.refusals)
    let status = report.status(intake, at: now, isOver: true)
    statusQueue.runAndWait { [spool] in Self.write(status, to: spool) }
    let exitStatus: CInt =
      rootPlace == .replaced
      ? EX_TEMPFAIL
      : !options.once || isStopping
        ? EX_OK
        : intake.isBlocked || hasUnreadableSections
          ? EX_TEMPFAIL : report.hasFailures ? 1 : EX_OK
    isStopping = true
    Task(executorPreference: loop) { [pool] in
      await pool.shutDown()
      continuation.resume(returning: exitStatus)
    }
  }
}
