import FoundationEssentials
import Glibc

/// What a claim came to, ready to be committed.
public struct Settlement: Sendable {
  /// How a claim ends.
  public enum Outcome: Sendable {
    /// Its outputs go to the outbox.
    case published([OutputFile])
    /// It goes to `failed/` with the reason.
    case rejected(Rejection)
  }

  /// Whose it is.
  public let claim: Claim
  /// What was read, where it could be read.
  public let stamp: Content.Stamp?
  /// How it ends.
  public let outcome: Outcome

  /// The end of a claim.
  public init(claim: Claim, stamp: Content.Stamp?, outcome: Outcome) {
    self.claim = claim
    self.stamp = stamp
    self.outcome = outcome
  }
}

/// A file for the outbox: what follows the dropped file's name and a full stop, and what is in it.
public struct OutputFile: Sendable, Equatable {
  /// `md`, `json`.
  public let ending: String
  /// The content.
  public let bytes: [UInt8]

  /// An output of that ending and content.
  public init(ending: String, bytes: [UInt8]) {
    self.ending = ending
    self.bytes = bytes
  }
}

/// How a claim ended.
public struct Settled: Sendable {
  /// The end that a file can come to.
  public enum State: String, Sendable {
    /// Its result is in the outbox.
    case published
    /// Its result lay in the outbox already, byte for byte.
    case duplicate
    /// It is in `failed/` with its reason.
    case failed
  }

  /// Whose end it is.
  public let claim: Claim
  /// The end.
  public let state: State
  /// What was published, as paths below the spool's root.
  public let outputs: [String]
  /// SHA-256 of the original, where it could be read.
  public let sha256: String?
  /// The size of the original in bytes, where it could be read.
  public let byteCount: Int?
  /// Why it failed.
  public let rejection: Rejection?
  /// The same file once more, where a writer changed it while it was worked on.
  public internal(set) var changed: Claim?
}

extension Spool {
  /// Makes the results of a batch durable and visible, and retires the originals.
  ///
  /// One fsync of each folder serves the whole batch. Until the marks in `work/` are durable nothing is decided, and
  /// a claim that failed by then is as it was; from then on it is finished forward, by ``finish(_:)`` if need be.
  ///
  /// - Parameter batch: Settlements of different claims.
  /// - Returns: What each came to, in the order of the batch.
  public func commit(_ batch: [Settlement]) -> [Result<Settled, SystemError>] {
    do throws(SystemError) {
      return try withResultsReopened().commitToOpenFolders(batch)
    } catch {
      return batch.map { _ in .failure(error) }
    }
  }

  private func commitToOpenFolders(_ batch: [Settlement]) -> [Result<Settled, SystemError>] {
    var results = [Result<Settled, SystemError>?](repeating: nil, count: batch.count)
    var staged: [(index: Int, decision: Decision)] = []
    var names: Set<[UInt8]> = []

    for (index, settlement) in batch.enumerated() {
      do throws(SystemError) {
        staged.append((index, try stage(settlement)))
      } catch {
        results[index] = .failure(error)
      }
    }
    forAll(&staged, &results) { _ throws(SystemError) in try tmp.sync() }
    forEach(&staged, &results) { decision throws(SystemError) in try mark(&decision, avoiding: &names) }
    forAll(&staged, &results) { _ throws(SystemError) in try work.sync() }
    forEach(&staged, &results) { decision throws(SystemError) in try publish(&decision) }
    forAll(&staged, &results) { decisions throws(SystemError) in
      try sync(decisions)
      try history.append(decisions.map(HistoryLine.init))
    }
    forEach(&staged, &results) { decision throws(SystemError) in try retire(&decision) }
    for (index, decision) in staged { results[index] = .success(Settled(decision)) }
    return results.map { result in
      guard let result else { preconditionFailure("a settlement is either staged or failed") }
      return result
    }
  }

  /// Finishes a claim whose decision is durable; `nil` where nothing is decided and it is to be read again.
  public func finish(_ claim: Claim) throws(SystemError) -> Settled? {
    for name in try work.names() {
      guard let workName = WorkName(name), workName.id == claim.id, workName.mark != .claimed else {
        continue
      }
      return try withResultsReopened().finish(claim, mark: workName.mark)
    }
    return nil
  }

  func finish(_ claim: Claim, mark: WorkName.Mark) throws(SystemError) -> Settled {
    try work.sync()  // of an earlier try it may have failed
    var decision = Decision(claim: claim, mark: mark, endings: try stagedEndings(of: claim.id))
    // For the history alone: what cannot be read cannot hold up what is decided.
    if case .content(let content)? = try? read(claim, mark: mark) { decision.stamp = content.stamp }
    decision.isFinished = true
    try publish(&decision)
    try sync([decision])
    if try !history.contains(claim.id) { try history.append([HistoryLine(decision)]) }
    try retire(&decision)
    return Settled(decision)
  }

  // MARK: - The steps

  private func stage(_ settlement: Settlement) throws(SystemError) -> Decision {
    let claim = settlement.claim
    let files: [OutputFile]
    switch settlement.outcome {
    case .published(let outputs): files = outputs
    case .rejected(let rejection):
      let record = ReasonRecord(claim, stamp: settlement.stamp, rejection: rejection)
      files = [OutputFile(ending: ReasonRecord.ending, bytes: JSON.readable(record))]
    }
    var decision = Decision(claim: claim, mark: .published, endings: files.map(\.ending))
    if case .rejected(let rejection) = settlement.outcome {
      decision.mark = .failed
      decision.rejection = rejection
    }
    decision.stamp = settlement.stamp
    for file in files {
      let part = claim.id.partFile(file.ending)
      try tmp.remove(part)  // of an earlier try: after a failed fsync only a new file can be trusted
      try tmp.write(file.bytes, as: part, mode: 0o640)
      try tmp.replace(claim.id.outputFile(file.ending), with: part)
    }
    return decision
  }

  /// Chooses the name of all outputs, and writes the decision into the claim's name: the commit point.
  ///
  /// - Parameter taken: The names that earlier decisions of the batch will take up.
  private func mark(_ decision: inout Decision, avoiding taken: inout Set<[UInt8]>) throws(SystemError) {
    let isFirst = taken.isDisjoint(with: decision.claimedNames)
    let isFree = try isFirst ? !isTaken(decision) : false
    if !isFree { decision.mark = decision.mark.aside }
    taken.formUnion(decision.claimedNames)
    let claimed = WorkName(decision.claim, mark: .claimed).name
    try work.move(claimed, to: work, as: WorkName(decision.claim, mark: decision.mark).name)
  }

  /// Whether other files stand where the outputs of a decision are to go.
  private func isTaken(_ decision: Decision) throws(SystemError) -> Bool {
    let folder: Folder
    do throws(SystemError) {
      folder = try destination(of: decision).sectionFolder(at: decision.claim.path.section, making: nil)
    } catch let error where error.code == ENOENT {
      return false
    }
    if decision.mark.isFailure, try folder.status(of: decision.claim.path.name) != nil { return true }
    for ending in decision.endings {
      let name = decision.outputName(ending)
      let staged = decision.claim.id.outputFile(ending)
      if try folder.status(of: name) != nil, try !folder.holdsSame(name, as: tmp, staged) { return true }
    }
    return false
  }

  private func publish(_ decision: inout Decision) throws(SystemError) {
    guard !decision.endings.isEmpty else { return }
    let folder = try destination(of: decision).sectionFolder(at: decision.claim.path.section, making: 0o2770)
    for ending in decision.endings {
      let staged = decision.claim.id.outputFile(ending)
      do throws(SystemError) {
        try tmp.move(staged, to: folder, as: decision.outputName(ending))
        decision.publishedCount += 1
      } catch let error where error.code == EEXIST {
        if try folder.holdsSame(decision.outputName(ending), as: tmp, staged) {
          try tmp.remove(staged)
        } else {
          // Somebody else put a file there after the choice: what is left goes under the other name.
          guard !decision.mark.isAside else { throw error }
          let old = WorkName(decision.claim, mark: decision.mark).name
          decision.mark = decision.mark.aside
          try work.move(old, to: work, as: WorkName(decision.claim, mark: decision.mark).name)
          try work.sync()
          try tmp.move(staged, to: folder, as: decision.outputName(ending))
          decision.publishedCount += 1
        }
      }
      let path = "\(folder.path)/\(decision.outputName(ending))"
      decision.outputPaths.append(String(path.dropFirst(root.path.count + 1)))
    }
  }

  private func sync(_ decisions: [Decision]) throws(SystemError) {
    var folders: [String: Folder] = [:]
    for decision in decisions where !decision.endings.isEmpty {
      let folder = try destination(of: decision).sectionFolder(
        at: decision.claim.path.section, making: 0o2770)
      folders[folder.path] = folder
    }
    for folder in folders.values { try folder.sync() }
  }

  private func retire(_ decision: inout Decision) throws(SystemError) {
    let claim = decision.claim
    let name = WorkName(claim, mark: decision.mark).name
    if let before = decision.stamp?.status, !decision.isFinished, let now = try work.status(of: name),
      now != before
    {
      let again = Claim(id: .minted(), path: claim.path)
      let workName = WorkName(again, mark: .claimed)
      if workName.path == nil { try writeDurably(claim.path.bytes, as: again.id.pathFile) }
      try work.move(name, to: work, as: workName.name)
      decision.changed = again
    } else if decision.mark.isFailure {
      let folder = try failed.sectionFolder(at: claim.path.section, making: 0o2770)
      retirePageFolders(of: claim, to: folder)
      try retire(name, to: folder, as: decision.originalName, of: claim)
    } else {
      let folder = try done.folder(FileName(trusted: UTC.now().day), making: 0o2750)
        .sectionFolder(at: claim.path.section, making: 0o2750)
      retirePageFolders(of: claim, to: folder)
      try retire(name, to: folder, as: claim.path.name, of: claim)
    }
    // The claim is over; what cannot be removed now, the next start removes.
    try? work.remove(claim.id.pathFile)
    try? work.remove(claim.id.retryFile)
  }

  /// Moves an original out of `work/`, under the name with `~ID` where its own is taken.
  private func retire(
    _ name: FileName, to folder: Folder, as newName: FileName, of claim: Claim
  ) throws(SystemError) {
    do throws(SystemError) {
      try work.move(name, to: folder, as: newName)
    } catch let error where error.code == EEXIST {
      try work.move(name, to: folder, as: claim.path.name.appending("~\(claim.id.text)"))
    }
  }

  /// A browser saves `X.html` with a folder `X_files/`, which goes where the page goes, if its owner lets it.
  private func retirePageFolders(of claim: Claim, to folder: Folder) {
    let names = IgnoreList.pageFolders(of: claim.path.name)
    guard !names.isEmpty, let section = try? inbox.folder(at: claim.path.section) else { return }
    for name in names {
      guard (try? section.status(of: name))??.isDirectory == true else { continue }
      if (try? section.move(name, to: folder, as: name)) == nil {
        try? section.move(name, to: folder, as: name.appending("~\(claim.id.text)"))
      }
    }
  }

  private func destination(of decision: Decision) -> Folder {
    decision.mark.isFailure ? failed : outbox
  }

  /// The outputs of a claim that wait in `tmp/`, in the order of publication: the JSON last.
  private func stagedEndings(of id: ClaimID) throws(SystemError) -> [String] {
    let prefix = Array("\(id.text).".utf8)
    let suffix = Array(".out".utf8)
    var endings: [String] = []
    for name in try tmp.names()
    where name.bytes.starts(with: prefix) && name.bytes.reversed().starts(with: suffix.reversed()) {
      endings.append(
        String(decoding: name.bytes.dropFirst(prefix.count).dropLast(suffix.count), as: UTF8.self))
    }
    return endings.sorted { ($0 == "json" ? 1 : 0, $0) < ($1 == "json" ? 1 : 0, $1) }
  }

  // MARK: - Failures of some and of all

  private typealias Staged = [(index: Int, decision: Decision)]

  private func forEach(
    _ staged: inout Staged, _ results: inout [Result<Settled, SystemError>?],
    _ step: (inout Decision) throws(SystemError) -> Void
  ) {
    var succeeded: Staged = []
    for (index, decision) in staged {
      var decision = decision
      do throws(SystemError) {
        try step(&decision)
        succeeded.append((index, decision))
      } catch {
        results[index] = .failure(error)
      }
    }
    staged = succeeded
  }

  private func forAll(
    _ staged: inout Staged, _ results: inout [Result<Settled, SystemError>?],
    _ step: ([Decision]) throws(SystemError) -> Void
  ) {
    guard !staged.isEmpty else { return }
    do throws(SystemError) {
      try step(staged.map(\.decision))
    } catch {
      for (index, _) in staged { results[index] = .failure(error) }
      staged = []
    }
  }
}
