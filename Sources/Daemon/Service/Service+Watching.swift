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

  func addWatch(_ section: [FileName]) {
    guard section.allSatisfy(configuration.ignore.allowsSection) else { return }
    do throws(SystemError) {
      try watch?.add(section, of: spool)
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
      return
    }
    if !spool.isInboxInPlace { reopenInbox() }
    watch?.forgetSeen()
    isScanWatched = true
    do throws(SystemError) {
      try spool.reopenWork()
      scan = try spool.scan(ignoring: configuration.ignore)
    } catch {
      scan = nil
      if reportedSections.insert([]).inserted { report.scanFailed("", error) }
      events.append(.scanFailed)
    }
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
      self?.assumeIsolated { service in
        let found = service.scan?.next(Self.scanLimit, within: Self.turnLength) {
          service.isHeld($0)
            // What may be read by now need not wait for its next try.
            || service.intake.isKnown($0) && !(service.intake.isRefused($0) && service.spool.mayBeRead($0))
        }
        // Watched before its files are handed out, so that what comes into it later is seen.
        for section in service.scan?.takeNewSections() ?? [] { service.addWatch(section) }
        let backlog = service.scan.map { $0.heldCount + $0.leftOutCount } ?? 0
        if found == nil { service.endScan() }
        service.post(.scanned(found ?? [], isOver: found == nil, backlog: backlog))
      }
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

  func reopenInbox() {
    if spool.isInboxInPlace { return }
    do throws(SystemError) {
      try spool.reopenInbox()
    } catch {
      if !isInboxLost { report.inboxLost(error) }
      isInboxLost = true
      return
    }
    isInboxLost = false
    report.inboxReopened()
    watch?.removeAll()
    addWatch([])
    poll(watch == nil || watchFailure != nil || spool.mustPoll)
  }
}
