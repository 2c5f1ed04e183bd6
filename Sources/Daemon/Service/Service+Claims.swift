import Spooling
import Summarization

/// The way of a claim through the service: taken, read, parsed by a worker.
extension Service {
  /// Claims a file.
  ///
  /// - Parameter look: What is to be claimed; `nil` where it is anything that stands there, readable or not.
  func take(_ path: InboxPath, asOf look: Look?) {
    if spool.isForeign {
      // It may be ready twice, by an event and by a scan; one that is renamed is then gone, but this one lies there still.
      if sourcesInHand.insert(path).inserted {
        uncopied.append((path, look))
        copyIn()
      } else {
        events.append(.vanished(path))
      }
      return
    }
    do throws(SystemError) {
      guard let claim = try spool.claim(path, asOf: look, mustBeReadable: look != nil) else {
        events.append(.vanished(path))
        return
      }
      closedSections.remove(path.section)
      events.append(.claimed(path))
      read(claim)
    } catch {
      refused(path, error)
    }
  }

  /// A file could not be claimed. What is wrong with its folder is told once, and not of each file in it.
  private func refused(_ path: InboxPath, _ error: SystemError) {
    let isNews =
      error.isOfFolder
      ? closedSections.insert(path.section).inserted : !intake.isPostponed(path) && !error.concernsAll
    report.refused(path, error, isNews: isNews)
    events.append(.unclaimed(path))
    events.append(.refused(path, error))
  }

  /// How many files are copied in together; each has two that are open meanwhile.
  private static let copyLimit = 128

  /// Copies files of a foreign inbox in, those together that came while others were copied.
  private func copyIn() {
    guard !isCopying, !uncopied.isEmpty, !isStopping else { return }
    isCopying = true
    let files = Array(uncopied.prefix(Self.copyLimit))
    uncopied.removeFirst(files.count)
    let spool = spool
    copyQueue?.run {
      let results = spool.copyIn(files)
      self.loop.run {
        self.assumeIsolated { service in
          service.isCopying = false
          if service.isStopping { return }  // what is copied is taken up at the next start
          for (file, result) in zip(files, results) { service.copied(file.path, result) }
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
    case .failed(let error): refused(path, error)
    }
    sourcesInHand.remove(path)
  }

  func read(_ claim: Claim) {
    do throws(SystemError) {
      switch try spool.read(claim) {
      case .content(let content):
        if duplicates != nil, content.stamp.sha256 == nil {
          Task(executorPreference: loop) { await self.begin(claim, largeContent: content) }
        } else {
          begin(claim, content)
        }
      case .rejected(let rejection):
        settle(Settlement(claim: claim, stamp: nil, outcome: .rejected(rejection)))
      case .unsettled(let claim):
        events.append(.postponed(claim))
      case .gone:
        report.vanished(claim)
        events.append(.settled(claim))
      }
    } catch {
      postpone(claim, error)
    }
  }

  /// Has a worker parse a claimed file, if its bytes are wanted.
  private func begin(_ claim: Claim, _ content: Content) {
    let sha256 = content.stamp.sha256
    switch sha256.flatMap({ duplicates?.verdict(on: claim, $0) }) ?? .new {
    case .known: settle(Settlement(claim: claim, stamp: content.stamp, outcome: .duplicate))
    case .wait: return
    case .new:
      inHand[claim.id] = InHand(since: now, sha256: sha256)
      workCount += 1
      let request = WorkerRequest(claim, content, of: spool)
      Task(executorPreference: loop) { await self.work(on: claim, content.stamp, request) }
    }
  }

  /// The same for a large file whose digest is asked for before.
  private func begin(_ claim: Claim, largeContent content: Content) async {
    var content = content
    let digest = await digest(of: claim, content.stamp)
    if isStopping { return }
    switch digest {
    case .success(let sha256?):
      content.stamp.sha256 = sha256
      begin(claim, content)
    case .success(nil): putOff(claim)
    case .failure(let error): postpone(claim, error)
    }
  }

  /// The digest of a large file, which takes seconds, and nothing but who asks waits for it; `nil` where it changed.
  private func digest(of claim: Claim, _ stamp: Content.Stamp) async -> Result<String?, SystemError> {
    let spool = spool
    return await withCheckedContinuation { continuation in
      readQueue.run {
        continuation.resume(
          returning: Result { () throws(SystemError) in try spool.digest(of: claim, stamp) })
      }
    }
  }

  /// - Returns: How long the claim was in hand.
  func putDown(_ claim: Claim) -> Duration? {
    inHand.removeValue(forKey: claim.id).map { now - $0.since }
  }

  private func work(on claim: Claim, _ stamp: Content.Stamp, _ request: WorkerRequest) async {
    var (claim, stamp, request) = (claim, stamp, request)
    defer { workEnded() }
    while !isStopping {
      if claim.attempts >= Self.attemptLimit { return await giveUp(claim, stamp) }
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
          if inHand[claim.id]?.sha256 == nil {
            inHand[claim.id]?.sha256 = sha256
            // Duplicates may count only since it was sent.
            switch duplicates?.verdict(on: claim, sha256) ?? .new {
            case .known: return settle(Settlement(claim: claim, stamp: stamp, outcome: .duplicate))
            case .wait:
              _ = putDown(claim)
              return
            case .new: break
            }
          }
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
      claim.count(death: cause)
      report.workerDied(claim, of: Self.attemptLimit)
      guard await recordDeath(of: claim) else { return }
      request.isSuspect = true
    }
  }

  /// Writes a worker's death down.
  ///
  /// - Returns: Whether that could be done; where not, the claim is tried again later, and the death counts all the same.
  private func recordDeath(of claim: Claim) async -> Bool {
    let spool = spool
    let recorded = await withCheckedContinuation { continuation in
      onCommitQueue {
        Result { () throws(SystemError) in try spool.recordDeaths(of: claim) }
      } then: { _, recorded in
        continuation.resume(returning: recorded)
      }
    }
    guard case .failure(let error) = recorded else { return true }
    postpone(claim, error)
    return false
  }

  /// Rejects a file that has cost as many workers as a file may cost.
  private func giveUp(_ claim: Claim, _ stamp: Content.Stamp) async {
    var stamp = stamp
    if stamp.sha256 == nil {
      let digest = await digest(of: claim, stamp)
      if isStopping { return }
      switch digest {
      case .success(let sha256): stamp.sha256 = sha256
      case .failure(let error): return postpone(claim, error)
      }
    }
    let last = claim.lastDeath.map { ", the last one so: \($0)" } ?? ""
    let rejection = Rejection(
      reason: "worker-died",
      message: "Reading the file ended \(claim.attempts) workers\(last). "
        + "Drop a smaller or simpler version of it.")
    settle(Settlement(claim: claim, stamp: stamp, outcome: .rejected(rejection)))
  }

  /// A worker has a file in hand no more: nothing that waits for its company has to wait on.
  private func workEnded() {
    workCount -= 1
    commit()
  }

  /// How many bytes of results are held at most before no more are asked for.
  static let resultLimit = 32 << 20

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
}

extension Settlement.Outcome {
  /// What a worker's answer to a file means; `nil` for what no worker of ours answers.
  fileprivate init?(_ answer: Frame) {
    let fields = answer.fields
    func text(_ place: Int) -> String { String(decoding: fields[place].prefix(4096), as: UTF8.self) }
    switch answer.kind {
    case .outputs where fields.count > 1 && fields.count % 2 == 1:
      let endings = stride(from: 1, to: fields.count, by: 2).map(text)
      // Endings become names of files.
      guard endings.suffix(2) == ["md", "json"], endings.dropLast(2).allSatisfy(OutputFile.isNumbered),
        Set(endings).count == endings.count
      else {
        return nil
      }
      self = .published(
        endings.indices.map { OutputFile(ending: endings[$0], bytes: fields[2 * $0 + 2]) })
    case .rejection where fields.count == 2:
      self = .rejected(Rejection(reason: text(0), message: text(1)))
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
