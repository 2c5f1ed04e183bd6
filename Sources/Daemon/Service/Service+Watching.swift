import Dispatch
import Glibc
import Spooling

/// Watching the inbox, and looking through it.
extension Service {
  func watchInbox() {
    let watch: Watch
    do throws(SystemError) {
      watch = try Watch()
      try watch.addRoot(of: spool)
      try watch.addRequests(of: spool)
    } catch {
      watchFailed(error)
      return
    }
    self.watch = watch
    addWatch([])
    poll(watchFailure != nil || spool.mustPoll)
    // It lives as long as the service: the descriptor stays, whatever becomes of the inbox.
    let source = DispatchSource.makeReadSource(fileDescriptor: watch.descriptor, queue: watchQueue)
    source.setEventHandler { @Sendable [weak self] in
      guard let self else { return }
      let isRead = DispatchSemaphore(value: 0)
      loop.run {
        self.assumeIsolated { $0.readWatch() }
        isRead.signal()
      }
      // Or the source would tell of the same events again.
      isRead.wait()
    }
    source.activate()
    watchSource = source
  }

  /// Does what a foreign inbox may keep waiting for as long as its server hangs on the queue that is there for it, in the order
  /// in which it is asked for, and goes on here; all else is done at once.
  func onInbox<Value: Sendable>(
    _ work: @escaping @Sendable (Spool) -> Value,
    then proceed: @escaping @Sendable (isolated Service, Value) -> Void
  ) {
    let spool = spool
    guard let inboxQueue else { return proceed(self, work(spool)) }
    inboxWorkCount += 1
    inboxQueue.run {
      let value = work(spool)
      self.loop.run {
        self.assumeIsolated { service in
          service.inboxWorkCount -= 1
          if service.isStopping { return }
          proceed(service, value)
          service.handleEvents()
        }
      }
    }
  }

  func addWatch(_ section: [FileName]) {
    guard let descriptor = watch?.descriptor, section.allSatisfy(configuration.ignore.allowsSection) else {
      return
    }
    onInbox { spool in
      NewWatch(section, of: spool, on: descriptor)
    } then: {
      $0.note($1)
    }
  }

  /// A watch on a section, if it could be had.
  private struct NewWatch {
    let section: [FileName]
    let watch: Result<CInt, SystemError>

    init(_ section: [FileName], of spool: Spool, on descriptor: CInt) {
      self.section = section
      watch = Result { () throws(SystemError) in try spool.watch(section, on: descriptor) }
    }
  }

  private func note(_ new: NewWatch) {
    do throws(SystemError) {
      watch?.note(try new.watch.get(), on: new.section)
    } catch let error where [ENOENT, ENOTDIR, ELOOP].contains(error.code) {
      // Gone again, or something else by now: nothing to watch.
    } catch {
      watchFailed(error)
    }
  }

  func watchFailed(_ error: SystemError) {
    if watchFailure?.code != error.code { report.watchFailed(error) }
    watchFailure = error
    isScanWatched = false
    poll(true)
  }

  /// Every folder was looked at in a scan: those that could not be watched before are now, or it is known which not.
  private func endWatchFailure() {
    watch?.removeUnseen()
    guard watch != nil, isScanWatched, watchFailure != nil else { return }
    watchFailure = nil
    report.watchesAgain()
    poll(spool.mustPoll)
  }

  func poll(_ mustPoll: Bool) {
    guard mustPoll != self.mustPoll else { return }
    self.mustPoll = mustPoll
    if mustPoll && watchFailure == nil { report.polls(every: rescanInterval) }
    scheduleTicks()
  }

  /// How often the whole inbox is walked through.
  var rescanInterval: Duration {
    mustPoll ? min(configuration.rescan, Self.pollInterval) : configuration.rescan
  }

  func readWatch() {
    do throws(SystemError) {
      for event in try watch?.events() ?? [] {
        if event == .asked { forgetWhatIsAsked() } else { events.append(.watched(event)) }
      }
    } catch {
      report.watchFailed(error)
      events.append(.rescan)
    }
    handleEvents()
  }

  func startScan() {
    guard lookForRoot() else {
      events.append(.scanFailed)
      continueScan()
      return
    }
    reopenInbox { $0.openScan() }
  }

  private func openScan() {
    watch?.forgetSeen()
    isScanWatched = true
    do throws(SystemError) {
      try spool.reopenWork()
    } catch {
      begin(.failure(error))
      return
    }
    let ignore = configuration.ignore
    onInbox { spool in
      Result { () throws(SystemError) in try spool.scan(ignoring: ignore) }
    } then: {
      $0.begin($1)
    }
  }

  private func begin(_ newScan: Result<Scan, SystemError>) {
    switch newScan {
    case .success(let newScan): scan = newScan
    case .failure(let error):
      if reportedSections.insert([]).inserted { report.scanFailed("", error) }
      events.append(.scanFailed)
    }
    continueScan()
  }

  /// Looks whether the spool is still where it was. Where another one took its place, as of a backup, nobody sees what is done in
  /// the old one: the service ends, to be started on the other.
  ///
  /// - Returns: Whether it is where it was.
  private func lookForRoot() -> Bool {
    let place = spool.rootPlace
    defer { rootPlace = place }
    if place != rootPlace { report.rootMoved(place, root: options.root) }
    if place == .replaced { loop.run { self.assumeIsolated { $0.stop() } } }
    return place == .kept
  }

  /// Hands out a part of the scan in a turn of its own, so that nothing else waits for a long one.
  func continueScan() {
    loop.run { [weak self] in
      self?.assumeIsolated { $0.walkOn() }
    }
  }

  private func walkOn() {
    let (scan, ignore, descriptor) = (scan, configuration.ignore, watch?.descriptor)
    onInbox { spool in
      let found = scan?.next(Self.scanLimit, within: Self.turnLength) { self.areWaitedFor($0, in: spool) }
      // Watched before its files are handed out, so that what comes into it later is seen.
      let sections = (scan?.takeNewSections() ?? []).filter { $0.allSatisfy(ignore.allowsSection) }
      return (
        found, descriptor.map { descriptor in sections.map { NewWatch($0, of: spool, on: descriptor) } }
      )
    } then: { service, walked in
      let (found, watches) = walked
      for new in watches ?? [] { service.note(new) }
      let backlog = scan.map { $0.heldCount + $0.leftOutCount } ?? 0
      if found == nil { service.endScan() }
      service.post(.scanned(found ?? [], isOver: found == nil, backlog: backlog))
    }
  }

  /// Which files a scan need not hand out; asked where ``onInbox(_:then:)`` does its work.
  private nonisolated func areWaitedFor(_ paths: [InboxPath], in spool: Spool) -> [Bool] {
    let ask = { @Sendable in
      self.assumeIsolated { service in
        paths.map { path in
          let isRefused = !service.isHeld(path) && service.intake.isRefused(path)
          return (isRefused, !isRefused && (service.isHeld(path) || service.intake.isKnown(path)))
        }
      }
    }
    let answers = inboxQueue == nil ? ask() : loop.runAndWait(ask)
    return zip(paths, answers).map { path, answer in
      let (isRefused, isWaitedFor) = answer
      // What may be read by now need not wait for its next try.
      return isWaitedFor || isRefused && !spool.mayBeRead(path)
    }
  }

  func endScan() {
    if let scan { report.ignoredCount = scan.ignoredCount }
    hasUnreadableSections = !(scan?.unreadable.isEmpty ?? true)
    report.refusals = spool.refusals
    report.unreadable = []
    for (section, error) in scan?.unreadable ?? [] {
      let place = section.map(\.description).joined(separator: "/")
      report.unreadable.append(.init(section: place, reason: error.description))
      if reportedSections.insert(section).inserted { report.scanFailed(place, error) }
    }
    if let scan {
      if scan.leftOutCount > 0 { events.append(.rescan) }
      if scan.unreadable.isEmpty {
        reportedSections = []
        endWatchFailure()
        events.append(.scanSucceeded)
        if spool.isForeign { shortenSeen() }
      } else if scan.unreadable.contains(where: \.error.isTransient) {
        events.append(.scanFailed)
      }
    }
    scan = nil
    // Those that are closed once more are news then.
    closedSections = closedSections.filter(spool.isClosed)
  }

  /// Forgets files of a foreign inbox that are gone.
  private func shortenSeen() {
    let spool = spool
    onCommitQueue {
      try? spool.shortenSeen()  // again with the next scan
    } then: { _, _ in
    }
  }

  /// Opens the inbox again, where another one stands in its place.
  func reopenInbox(then proceed: @escaping @Sendable (isolated Service) -> Void = { _ in }) {
    onInbox { spool in
      Result { () throws(SystemError) in try spool.withInboxReopened() }
    } then: { service, result in
      switch result {
      case .success(nil): break
      case .success(let reopened?): service.use(inboxOf: reopened)
      case .failure(let error):
        if !service.isInboxLost { service.report.inboxLost(error) }
        service.isInboxLost = true
      }
      proceed(service)
    }
  }

  private func use(inboxOf reopened: Spool) {
    spool.takeInbox(of: reopened)
    isInboxLost = false
    report.inboxReopened()
    watch?.removeAll()
    addWatch([])
    poll(watch == nil || watchFailure != nil || spool.mustPoll)
  }
}
