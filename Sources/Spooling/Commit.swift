import Glibc

extension Spool {
  /// Makes the results of a batch durable and visible, and retires the originals.
  ///
  /// The order of the steps is what the promises rest on. Each is taken by the whole batch before the next one begins:
  ///
  /// 1. Every output is written to a new file `tmp/ID.ENDING.out`. As long as nothing is decided, it is garbage.
  /// 2. All of them are made durable, several at a time.
  /// 3. One fsync of `tmp/`.
  /// 4. Names are chosen, and `work/ID,NAME.in` is renamed to the mark of the decision; one fsync of `work/`. **This is
  ///    the commit point**: a kill or a power cut before it leaves files to be read again, after it files to be
  ///    finished forward with the same names and the same bytes.
  /// 5. Outputs are renamed into the outbox, the JSON last; one fsync of each folder that got some.
  /// 6. The lines of the history are appended; one fsync.
  /// 7. Sources in a foreign inbox are removed, or written into the list of what was seen.
  /// 8. Originals are renamed out of `work/`. Nothing waits for that to be durable: after a power cut an original may
  ///    lie in `work/` again, where its mark and the lack of an output in `tmp/` say that it is but to be retired. The
  ///    next batch's fsync of `work/` settles it.
  ///
  /// What an fsync failed of is not trusted again: the kernel forgets the failure once it has told of it, and a second
  /// fsync of the same would lie. Files are thrown away with all that their claim wrote, decisions and publications are
  /// taken back by rename, and another try makes them anew.
  ///
  /// - Parameter settlements: Of different claims.
  /// - Returns: What each came to, in the order of the batch. A claim that failed before the commit point is as it was;
  ///   one that failed after it is brought on by ``finish(_:)``.
  public func commit(_ settlements: [Settlement]) -> [Result<Settled, SystemError>] {
    do throws(SystemError) {
      let spool = try withFoldersReopened()
      return spool.commitToOpenFolders(spool.stageInOpenFolders(settlements))
    } catch {
      return settlements.map { _ in .failure(error) }
    }
  }

  /// Takes the steps from the fourth on with what was staged, one batch at a time.
  ///
  /// - Returns: What each came to, in the order of the batch.
  public func commit(_ staged: StagedBatch) -> [Result<Settled, SystemError>] {
    do throws(SystemError) {
      return try withFoldersReopened().commitToOpenFolders(staged)
    } catch {
      var batch = staged.batch
      batch.forAll { decisions, _ throws(SystemError) in
        for decision in decisions { discard(decision) }
        throw error
      }
      return batch.outcome
    }
  }

  private func commitToOpenFolders(_ staged: StagedBatch) -> [Result<Settled, SystemError>] {
    var batch = staged.batch
    var names: Set<[UInt8]> = []
    batch.forEach { decision, _ throws(SystemError) in try mark(&decision, avoiding: &names) }
    batch.forAll { decisions, _ throws(SystemError) in
      try undoing({ takeBack(decisions) }) { () throws(SystemError) in try work.sync() }
    }
    carryOut(&batch)
    return batch.outcome
  }

  /// Takes the steps after the decision.
  private func carryOut(_ batch: inout Batch) {
    // Folders first: where one is made, its parent is synced, which must vouch for no output that comes after.
    batch.forEach { decision, folders throws(SystemError) in try openDestination(of: decision, in: &folders) }
    batch.forEach { decision, folders throws(SystemError) in try publish(&decision, in: &folders) }
    batch.forAll { decisions, folders throws(SystemError) in
      try undoing({ withdraw(decisions, from: folders) }) { () throws(SystemError) in
        for folder in folders.all { try folder.sync() }
      }
      try SystemError.ofSpool { () throws(SystemError) in try history.append(decisions.map(HistoryLine.init))
      }
    }
    batch.forAll { decisions, _ throws(SystemError) in try releaseSources(of: decisions.map(\.claim)) }
    batch.forEach { decision, folders throws(SystemError) in try retire(&decision, in: &folders) }
  }

  /// Finishes a claim whose decision is durable; `nil` where nothing is decided and it is to be read again.
  public func finish(_ claim: Claim) throws(SystemError) -> Settled? {
    for name in try work.names() {
      guard let workName = WorkName(name), workName.id == claim.id, workName.mark != .claimed else {
        continue
      }
      let result = try withFoldersReopened().finish([(claim, workName.mark)])
      return try result[0].get()
    }
    return nil
  }

  /// Finishes claims whose decisions are durable, together.
  ///
  /// - Returns: What each came to, in their order.
  func finish(_ decided: [(claim: Claim, mark: WorkName.Mark)]) throws(SystemError) -> [Result<
    Settled, SystemError
  >] {
    let staged = Dictionary(grouping: try tmp.names()) { $0.bytes.prefix(26) }
    var batch = Batch(count: decided.count, noting: progress)
    for (place, (claim, mark)) in decided.enumerated() {
      let endings = Self.endings(of: staged[claim.id.text.utf8.map(\.self)[...]] ?? [], mark)
      var decision = Decision(claim: claim, mark: mark, endings: endings)
      // For the history alone: what cannot be read cannot hold up what is decided.
      if case .content(let content)? = try? read(claim, mark: mark) {
        var stamp = content.stamp
        if stamp.sha256 == nil { stamp.sha256 = try? digest(of: claim, mark: mark, stamp) }
        decision.stamp = stamp
      }
      decision.isFinished = true
      batch.add(decision, at: place)
    }
    batch.forAll { _, _ throws(SystemError) in try work.sync() }  // of an earlier try it may have failed
    carryOut(&batch)
    return batch.outcome
  }

  // MARK: - The steps

  /// Takes decisions back that may not be durable, so that another try begins with new files. One that cannot be taken
  /// back stands, and is finished.
  private func takeBack(_ decisions: [Decision]) {
    for decision in decisions {
      let (old, new) = (decision.claim.workName(decision.mark), decision.claim.workName(.claimed))
      if (try? work.move(old, to: work, as: new)) != nil { discard(decision) }
    }
  }

  /// Takes outputs back whose names may not be durable, the JSON first; what a consumer has taken stays taken.
  private func withdraw(_ decisions: [Decision], from folders: OpenFolders) {
    for decision in decisions where decision.publishedCount > 0 {
      guard let folder = folders.opened(decision.claim.path.section, in: destination(of: decision)) else {
        continue
      }
      for ending in decision.endings.reversed() {
        let name = decision.outputName(ending)
        guard let status = try? folder.status(of: name), status.isRegular, status.owner == geteuid() else {
          continue
        }
        try? folder.move(name, to: tmp, as: decision.claim.id.outputFile(ending))
      }
    }
  }

  /// Chooses the name of all outputs, and writes the decision into the claim's name: the commit point.
  ///
  /// - Parameter taken: The names that earlier decisions of the batch will take up.
  private func mark(_ decision: inout Decision, avoiding taken: inout Set<[UInt8]>) throws(SystemError) {
    let (mark, names) = (decision.mark, decision.claimedNames)
    let isFirst = taken.isDisjoint(with: names)
    let occupant = try occupant(of: decision)
    if decision.mark == .published, update == .replace, occupant != .immovable {
      if !isFirst || occupant != .none { decision.mark = .publishedOver }
    } else if !isFirst || occupant != .none {
      decision.mark = decision.mark.aside
    }
    taken.formUnion(decision.mark == mark ? names : decision.claimedNames)
    let claimed = decision.claim.workName(.claimed)
    try work.move(claimed, to: work, as: decision.claim.workName(decision.mark))
  }

  private enum Occupant { case none, file, immovable }

  /// What stands where the outputs of a decision are to go, the same bytes not counted.
  private func occupant(of decision: Decision) throws(SystemError) -> Occupant {
    let folder: Folder
    do throws(SystemError) {
      folder = try destination(of: decision).sectionFolder(at: decision.claim.path.section, making: nil)
    } catch let error where error.code == ENOENT {
      return .none
    }
    if decision.mark.isFailure, try folder.status(of: decision.claim.path.name) != nil { return .file }
    var occupant = Occupant.none
    for ending in decision.endings {
      let name = decision.outputName(ending)
      guard let status = try folder.status(of: name) else { continue }
      if status.isDirectory { return .immovable }
      guard try !folder.holdsSame(name, as: tmp, decision.claim.id.outputFile(ending)) else { continue }
      occupant = .file
      // The second article of `a` and the result of `a.2` have one name; an update of one is none of the other.
      if update == .replace, ending.hasSuffix("json"), let json = try folder.record(name),
        RecordSource.isOther(json, than: decision.claim.path.name)
      {
        return .immovable
      }
    }
    return occupant
  }

  /// Opens the folder that the outputs of a decision go to; it is made where it is missing.
  @discardableResult
  private func openDestination(
    of decision: Decision, in folders: inout OpenFolders
  ) throws(SystemError) -> Folder? {
    guard !decision.endings.isEmpty else { return nil }
    return try concerningAll(decision) { () throws(SystemError) in
      try folders.folder(of: decision.claim.path.section, in: destination(of: decision), making: 0o2770)
    }
  }

  private func publish(_ decision: inout Decision, in folders: inout OpenFolders) throws(SystemError) {
    if let folder = try openDestination(of: decision, in: &folders) {
      var moved = decision
      defer { decision = moved }
      try concerningAll(decision) { () throws(SystemError) in try moveOutputs(of: &moved, to: folder) }
    }
    // What was published before the kill, or the failure, is not staged any more.
    if decision.isFinished { decision.outputPaths = pathsOfOutputs(of: decision) }
  }

  /// Outside of sections, what cannot be put into a folder of the spool concerns every file.
  private func concerningAll<Value>(
    _ decision: Decision, _ body: () throws(SystemError) -> Value
  ) throws(SystemError) -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      guard decision.claim.path.section.isEmpty, [EACCES, EPERM].contains(error.code) else { throw error }
      return try SystemError.ofSpool { () throws(SystemError) in throw error }
    }
  }

  private func moveOutputs(of decision: inout Decision, to folder: Folder) throws(SystemError) {
    for ending in decision.endings {
      let staged = decision.claim.id.outputFile(ending)
      do throws(SystemError) {
        if decision.mark == .publishedOver {
          let isSame = try folder.holdsSame(decision.outputName(ending), as: tmp, staged)
          try tmp.move(staged, to: folder, over: decision.outputName(ending))
          if !isSame { decision.publishedCount += 1 }
        } else {
          try tmp.move(staged, to: folder, as: decision.outputName(ending))
          decision.publishedCount += 1
        }
      } catch let error where error.code == EEXIST {
        if try folder.holdsSame(decision.outputName(ending), as: tmp, staged) {
          try tmp.remove(staged)
        } else {
          // Somebody else put a file there after the choice: what is left goes under the other name.
          guard !decision.mark.isAside else { throw error }
          let old = decision.claim.workName(decision.mark)
          decision.mark = decision.mark.aside
          try work.move(old, to: work, as: decision.claim.workName(decision.mark))
          try work.sync()
          try tmp.move(staged, to: folder, as: decision.outputName(ending))
          decision.publishedCount += 1
        }
      }
      // The contents name the articles; a line of the history is no place for a thousand of them.
      if OutputFile.isNumbered(ending) { continue }
      decision.outputPaths.append(path(of: decision, ending, in: folder))
    }
  }

  /// The path of an output below the spool's root, for people.
  private func path(of decision: Decision, _ ending: String, in folder: Folder) -> String {
    let section = folder.path.utf8.dropFirst(root.path.utf8.count + 1)
    return String(Substring(section)) + "/" + decision.outputName(ending).description
  }

  /// The paths that the outputs of a decision have, or had, of which nobody knows any more but its mark.
  private func pathsOfOutputs(of decision: Decision) -> [String] {
    guard decision.mark != .duplicate,
      let folder = try? destination(of: decision).sectionFolder(at: decision.claim.path.section, making: nil)
    else { return [] }
    let endings = decision.mark.isFailure ? [ReasonRecord.ending] : ["md", "json"]
    return endings.map { path(of: decision, $0, in: folder) }
  }

  private func retire(_ decision: inout Decision, in folders: inout OpenFolders) throws(SystemError) {
    let claim = decision.claim
    let name = claim.workName(decision.mark)
    if let before = decision.stamp?.status, !decision.isFinished, let now = try work.status(of: name),
      now != before
    {
      var again = Claim(id: .minted(), path: claim.path)
      again.status = now
      if again.isPathLong { try writeDurably(claim.path.bytes, as: again.id.pathFile) }
      try work.move(name, to: work, as: again.workName(.claimed))
      decision.changed = again
    } else if decision.mark.isFailure {
      let folder = try folders.folder(of: claim.path.section, in: failed, making: 0o2770)
      retirePageFolders(of: claim, to: folder)
      try retire(name, to: folder, as: decision.originalName, of: claim)
    } else {
      let day = try SystemError.ofSpoolIfRefused { () throws(SystemError) in
        try folders.folder(of: [FileName(trusted: UTC.now().day)], in: done, making: 0o2750)
      }
      let folder = try folders.folder(of: claim.path.section, in: day, making: 0o2750)
      retirePageFolders(of: claim, to: folder)
      try concerningAll(decision) { () throws(SystemError) in
        try retire(name, to: folder, as: claim.path.name, of: claim)
      }
    }
    history.listed.remove(claim.id.text)
    if claim.isPathLong { removeAtLast(claim.id.pathFile) }
    if claim.source != nil { removeAtLast(claim.id.sourceFile) }
    if claim.isRetried { removeAtLast(claim.id.retryFile) }
  }

  /// Removes what stood beside a claim that is over. It holds nothing up: what cannot be removed by two tries, the next
  /// start removes.
  private func removeAtLast(_ name: FileName) {
    if (try? work.remove(name)) == nil { try? work.remove(name) }
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
    guard !names.isEmpty, claim.source == nil, let section = try? inbox.folder(at: claim.path.section) else {
      return
    }
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

  /// The endings of a decision's outputs among the names of a claim in `tmp/`, in the order of publication: the JSON last.
  private static func endings(of names: [FileName], _ mark: WorkName.Mark) -> [String] {
    let suffix = Array(".out".utf8)
    let endings = names.filter { $0.bytes.reversed().starts(with: suffix.reversed()) }
      .map { String(decoding: $0.bytes.dropFirst(27).dropLast(suffix.count), as: UTF8.self) }
      // An earlier try may have come to another end.
      .filter { mark.isFailure == ($0 == ReasonRecord.ending) }
    func rank(_ ending: String) -> Int {
      ending == "json" ? 3 : ending == "md" ? 2 : ending.hasSuffix(".json") ? 1 : 0
    }
    return endings.sorted { (rank($0), $0) < (rank($1), $1) }
  }
}
