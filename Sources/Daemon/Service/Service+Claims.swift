import Dispatch
import Spooling
import Summarization

/// The way of a claim through the service: read, parsed by a worker, committed.
extension Service {
  func take(_ path: InboxPath, mustBeReadable: Bool = true) {
    if spool.isForeign {
      // It may be ready twice, by an event and by a scan; one that is renamed is then gone, but this one lies there still.
      if sourcesInHand.insert(path).inserted {
        uncopied.append(path)
        copyIn()
      } else {
        events.append(.vanished(path))
      }
      return
    }
    do throws(SystemError) {
      guard let claim = try spool.claim(path, mustBeReadable: mustBeReadable) else {
        events.append(.vanished(path))
        return
      }
      events.append(.claimed(path))
      read(claim)
    } catch {
      report.refused(path, error, isNews: !intake.isPostponed(path) && !error.concernsAll)
      events.append(.unclaimed(path))
      events.append(.refused(path, error))
    }
  }

  /// How many files are copied in together; each has two that are open meanwhile.
  private static let copyLimit = 128

  /// Copies files of a foreign inbox in, those together that came while others were copied.
  private func copyIn() {
    guard !isCopying, !uncopied.isEmpty, !isStopping else { return }
    isCopying = true
    let paths = Array(uncopied.prefix(Self.copyLimit))
    uncopied.removeFirst(paths.count)
    let spool = spool
    copyQueue.run {
      let results = spool.copyIn(paths)
      self.loop.run {
        self.assumeIsolated { service in
          service.isCopying = false
          if service.isStopping { return }  // what is copied is taken up at the next start
          for (path, result) in zip(paths, results) { service.copied(path, result) }
          service.copyIn()
          service.handleEvents()
        }
      }
    }
  }

  private func copied(_ path: InboxPath, _ result: CopyIn) {
    switch result {
    case .claimed(let claim):
      events.append(.claimed(path))
      read(claim)
      return
    case .passed: events.append(.vanished(path))
    case .refused(let rejection):
      report.refused(path, rejection)
      events.append(.vanished(path))
    case .failed(let error):
      report.refused(path, error, isNews: !intake.isPostponed(path) && !error.concernsAll)
      events.append(.unclaimed(path))
      events.append(.refused(path, error))
    }
    sourcesInHand.remove(path)
  }

  func read(_ claim: Claim) {
    do throws(SystemError) {
      switch try spool.read(claim, hashing: duplicates != nil) {
      case .content(let content):
        if let sha256 = content.stamp.sha256 {
          switch duplicates?.verdict(on: claim, sha256) ?? .new {
          case .new: break
          case .known:
            settle(Settlement(claim: claim, stamp: content.stamp, outcome: .duplicate))
            return
          case .wait: return
          }
        }
        inHand[claim.id] = now
        workCount += 1
        let request = WorkerRequest(claim, content, of: spool)
        Task(executorPreference: loop) { await self.work(on: claim, content.stamp, request) }
      case .rejected(let rejection):
        settle(Settlement(claim: claim, stamp: nil, outcome: .rejected(rejection)))
      case .unsettled:
        events.append(.postponed(claim))
      case .gone:
        report.vanished(claim)
        events.append(.settled(claim))
      }
    } catch {
      postpone(claim, error)
    }
  }

  /// - Returns: How long the claim was in hand.
  private func putDown(_ claim: Claim) -> Duration? {
    inHand.removeValue(forKey: claim.id).map { now - $0 }
  }

  private func work(on claim: Claim, _ stamp: Content.Stamp, _ request: WorkerRequest) async {
    var (claim, stamp, request) = (claim, stamp, request)
    defer { workEnded() }
    while !isStopping {
      await roomForResults()
      if isStopping { return }
      let cause: String
      switch await pool.run(request) {
      case .answer(let frame, let sha256):
        if let sha256 {
          // It was read while it was sent: what the worker read may be of two versions.
          do throws(SystemError) {
            guard try spool.isUnchanged(claim, since: stamp) else {
              putOff(claim)
              return
            }
          } catch {
            postpone(claim, error)
            return
          }
          stamp.sha256 = sha256
        }
        if let outcome = Settlement.Outcome(frame) {
          var settlement = Settlement(claim: claim, stamp: stamp, outcome: outcome)
          if let fingerprint = Fingerprint(answer: frame) {
            if stories.isWaitingForHistory { await withCheckedContinuation { stories.wait($0) } }
            settlement.fingerprint = fingerprint.bytes
            settlement.similar = stories.add(fingerprint, of: claim.id)
          }
          settle(settlement)
          return
        }
        cause = "it answered what is no result"
      case .died(let death):
        cause = death
      case .unavailable(let error), .unread(let error?):
        postpone(claim, error)
        return
      case .unread(nil):
        putOff(claim)
        return
      }
      if isStopping { return }
      guard let next = await countAttempt(of: claim, stamp, cause: cause) else { return }
      claim = next
      request.isSuspect = true
    }
  }

  /// Counts a worker's death against its article.
  ///
  /// - Returns: The claim for another try, or `nil` where it was the last one.
  private func countAttempt(of claim: Claim, _ stamp: Content.Stamp, cause: String) async -> Claim? {
    let spool = spool
    let recorded = await withCheckedContinuation { continuation in
      onCommitQueue {
        Result { () throws(SystemError) in try spool.recordAttempt(of: claim, reason: cause) }
      } then: { _, recorded in
        continuation.resume(returning: recorded)
      }
    }
    do throws(SystemError) {
      let claim = try recorded.get()
      report.workerDied(claim, of: Self.attemptLimit, cause: cause)
      if claim.attempts < Self.attemptLimit { return claim }
      var stamp = stamp
      if stamp.sha256 == nil, case .content(let content) = try spool.read(claim, hashing: true) {
        stamp = content.stamp
      }
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

  /// A worker has a file in hand no more: nothing that waits for its company has to wait on.
  private func workEnded() {
    workCount -= 1
    commit()
  }

  /// How many bytes of results are held at most before no more are asked for.
  private static let resultLimit = 32 << 20

  /// Waits while the disk is so slow that results pile up.
  private func roomForResults() async {
    while resultBytes > Self.resultLimit, !isStopping {
      await withCheckedContinuation { waitingForRoom.append($0) }
    }
  }

  /// Has those go on that wait for it.
  func makeRoomForResults() {
    for continuation in waitingForRoom { continuation.resume() }
    waitingForRoom = []
  }

  private func settle(_ settlement: Settlement) {
    resultBytes += settlement.byteCount
    schedule.add(bytes: settlement.byteCount, at: now)
    uncommitted.append(settlement)
    commit()
  }

  /// Commits what waits, if it is time to.
  func commit() {
    guard !isStopping else { return }
    switch schedule.verdict(isBusy: batchesUnderWay > 1, workCount: workCount, at: now) {
    case .commit: break
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

  /// Whether the disk takes too long for what it was given.
  var isStuck: Bool {
    guard let commitPatience else { return false }
    return diskWork.values.contains { ContinuousClock.now - $0.began > commitPatience }
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
      events.append(.postponed(changed))
    } else {
      events.append(.settled(settled.claim))
    }
  }

  /// Has a claim wait for its writer, who is at it still.
  private func putOff(_ claim: Claim) {
    _ = putDown(claim)
    for waiting in duplicates?.ended(claim, published: nil) ?? [] { read(waiting) }
    post(.postponed(claim))
  }

  private func postpone(_ claim: Claim, _ error: SystemError) {
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

extension Settlement.Outcome {
  /// What a worker's answer to a file means; `nil` for what no worker of ours answers.
  fileprivate init?(_ answer: Frame) {
    let fields = answer.fields
    let texts = fields.map { String(decoding: $0.prefix(4096), as: UTF8.self) }
    switch answer.kind {
    case .outputs where fields.count > 1 && fields.count % 2 == 1:
      let endings = stride(from: 1, to: fields.count, by: 2).map { texts[$0] }
      // Endings become names of files.
      guard endings.suffix(2) == ["md", "json"], endings.dropLast(2).allSatisfy(OutputFile.isNumbered),
        Set(endings).count == endings.count
      else {
        return nil
      }
      self = .published(
        endings.indices.map { OutputFile(ending: endings[$0], bytes: Array(fields[2 * $0 + 2])) })
    case .rejection where fields.count == 2:
      self = .rejected(Rejection(reason: texts[0], message: texts[1]))
    default:
      return nil
    }
  }
}

extension Fingerprint {
  /// What a worker's answer to a file says that its body is recognised by.
  fileprivate init?(answer: Frame) {
    guard answer.kind == .outputs, let bytes = answer.fields.first else { return nil }
    self.init(bytes: bytes)
  }
}
