import Spooling

/// The end of a claim: committed, or put off.
extension Service {
  func settle(_ settlement: Settlement) {
    resultBytes += settlement.byteCount
    schedule.add(bytes: settlement.byteCount, at: now)
    uncommitted.append(settlement)
    commit()
  }

  /// Commits what waits, if it is time to.
  func commit() {
    guard !isStopping else { return }
    switch schedule.verdict(isBusy: batchesUnderWay > 1, workCount: workCount, at: now) {
    case .commit:
      commitTimer.stop()
      commitAt = nil
    case .wait(let end):
      guard commitAt != end else { return }
      commitAt = end
      commitTimer.fire(after: end - now)
      return
    case .nothing: return
    }
    let batch = Array(uncommitted.prefix(CommitSchedule.fileLimit))
    uncommitted.removeFirst(batch.count)
    schedule.took(leaving: uncommitted.count, bytes: uncommitted.reduce(0) { $0 + $1.byteCount })
    let spool = spool
    let batchEnd = BatchEnd(
      claims: batch.map(\.claim), byteCount: batch.reduce(0) { $0 + $1.byteCount }, began: .now)
    batchesUnderWay += 1
    guard batchesUnderWay > 1 else {
      onCommitQueue {
        spool.commit(batch)
      } then: {
        $0.committed(batchEnd, $1)
      }
      return
    }
    // Half of the time goes into staging: it is done while the batch before is committed.
    on(.stage) {
      spool.stage(batch)
    } then: { service, staged in
      service.onCommitQueue {
        spool.commit(staged)
      } then: {
        $0.committed(batchEnd, $1)
      }
    }
  }

  /// What is to be known of a batch when it is committed.
  private struct BatchEnd {
    let claims: [Claim]
    let byteCount: Int
    let began: ContinuousClock.Instant
  }

  private func committed(_ batch: BatchEnd, _ results: [Result<Settled, SystemError>]) {
    batchesUnderWay -= 1
    resultBytes -= batch.byteCount
    if resultBytes <= Self.resultLimit { makeRoomForResults() }
    report.committed(after: .now - batch.began)
    for (claim, result) in zip(batch.claims, results) {
      switch result {
      case .success(let settled): ended(settled)
      case .failure(let error): postpone(claim, error)
      }
    }
  }

  /// Takes up a claim that an earlier run or a failed call left.
  func resume(_ claim: Claim) {
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

  /// Looks how far commits have come by now.
  func noteProgress() {
    let count = spool.progress.count
    if count != lastProgress.count { lastProgress = (count, .now) }
  }

  /// Whether the disk takes too long for what it was given, and had done no part of it either when that was looked at last.
  var isStuck: Bool {
    guard let commitPatience else { return false }
    let now = ContinuousClock.now
    return diskWork.values.contains { now - max($0.began, lastProgress.seen) > commitPatience }
  }

  /// Does what may wait for the disk on the queue that is there for it, and goes on here.
  func onCommitQueue<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value,
    then proceed: @escaping @Sendable (isolated Service, Value) -> Void
  ) {
    on(.commit, work, then: proceed)
  }

  private func on<Value: Sendable>(
    _ queue: DiskQueue, _ work: @escaping @Sendable () -> Value,
    then proceed: @escaping @Sendable (isolated Service, Value) -> Void
  ) {
    diskWork[queue, default: DiskWork()].begin()
    (queue == .commit ? commitQueue : stageQueue).run {
      let value = work()
      self.loop.run {
        self.assumeIsolated { service in
          if service.diskWork[queue]?.end() == true { service.diskWork[queue] = nil }
          proceed(service, value)
          service.commit()
          service.handleEvents()
          if service.isStopping && service.diskWork.isEmpty { service.end() }
        }
      }
    }
  }

  private func ended(_ settled: Settled) {
    report.settled(settled, after: putDown(settled.claim), at: now)
    if settled.claim.source != nil {
      sourcesInHand.remove(settled.claim.path)
      // Where it was written to meanwhile it still lies there, and is another file.
      events.append(.lookAgain(settled.claim.path))
    }
    let published = settled.state == .published ? settled.sha256 : nil
    for claim in duplicates?.ended(settled.claim, published: published) ?? [] { read(claim) }
    if let changed = settled.changed {
      // Not at once: its writer may be at it still.
      report.changed(changed)
      events.append(.replaced(settled.claim, by: changed))
    } else {
      events.append(.settled(settled.claim))
    }
  }

  /// Has a claim wait for its writer, who is at it still.
  func putOff(_ claim: Claim) {
    _ = putDown(claim)
    for waiting in duplicates?.ended(claim, published: nil) ?? [] { read(waiting) }
    post(.postponed(claim))
  }

  func postpone(_ claim: Claim, _ error: SystemError) {
    _ = putDown(claim)
    for waiting in duplicates?.ended(claim, published: nil) ?? [] { read(waiting) }
    report.postponed(claim, error, isNews: !intake.isPostponed(claim) && !error.concernsAll)
    var claim = claim
    claim.isRetried = claim.isRetried || !error.concernsAll
    post(.postponed(claim, error))
    guard let (tries, next) = intake.retry(of: claim), !isStopping else { return }
    claim.tries = tries
    let (spool, time, failed) = (spool, UTC.secondsSince1970 + Int((next - now) / .seconds(1)), claim)
    onCommitQueue {
      // For a restart and for people: where it cannot be written, the claim is tried again all the same.
      try? spool.recordRetry(of: failed, at: time, after: error)
    } then: { _, _ in
    }
  }
}
