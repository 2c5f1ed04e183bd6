import JSONText

/// The outputs of a batch, durable in `tmp/`, and nothing decided.
public struct StagedBatch: Sendable {
  var batch: Batch
}

extension Spool {
  /// Takes the first three steps of a commit: makes the outputs of a batch durable in `tmp/`.
  ///
  /// As long as nothing is decided they are garbage, so that this may be done while another batch is committed.
  ///
  /// - Parameter settlements: Of different claims.
  public func stage(_ settlements: [Settlement]) -> StagedBatch {
    do throws(SystemError) {
      return try withFoldersReopened().stageInOpenFolders(settlements)
    } catch {
      var batch = Batch(count: settlements.count, noting: progress)
      for place in settlements.indices { batch.fail(place, error) }
      return StagedBatch(batch: batch)
    }
  }

  func stageInOpenFolders(_ settlements: [Settlement]) -> StagedBatch {
    var batch = Batch(count: settlements.count, noting: progress)
    stage(settlements, into: &batch)
    batch.forAll { decisions, _ throws(SystemError) in
      guard decisions.contains(where: { !$0.endings.isEmpty }) else { return }
      try undoing({ for decision in decisions { discard(decision) } }) { () throws(SystemError) in
        try tmp.sync()
      }
    }
    return StagedBatch(batch: batch)
  }

  /// Writes the outputs of all settlements, and makes them durable together.
  private func stage(_ settlements: [Settlement], into batch: inout Batch) {
    var files = StagedFiles(noting: progress)
    var staged: [(place: Int, decision: Decision)] = []
    for (place, settlement) in settlements.enumerated() {
      defer { progress.advance() }
      do throws(SystemError) {
        staged.append((place, try write(settlement, at: place, into: &files)))
      } catch {
        batch.fail(place, error)
      }
    }
    files.sync()
    for (place, decision) in staged {
      if let failure = files.failures[place] {
        discard(decision)
        batch.fail(place, failure)
      } else {
        batch.add(decision, at: place)
      }
    }
  }

  private func write(
    _ settlement: Settlement, at place: Int, into files: inout StagedFiles
  ) throws(SystemError) -> Decision {
    let claim = settlement.claim
    let outputs: [OutputFile]
    var mark = WorkName.Mark.published
    switch settlement.outcome {
    case .published(let published): outputs = published
    case .duplicate:
      outputs = []
      mark = .duplicate
    case .rejected(let rejection):
      let record = ReasonRecord(claim, stamp: settlement.stamp, rejection: rejection)
      outputs = [OutputFile(ending: ReasonRecord.ending, bytes: record.json(.readable)[...])]
      mark = .failed
    }
    var decision = Decision(claim: claim, mark: mark, endings: outputs.map(\.ending))
    decision.stamp = settlement.stamp
    decision.fingerprint = settlement.fingerprint
    decision.similar = settlement.similar
    if case .rejected(let rejection) = settlement.outcome { decision.rejection = rejection }
    for (index, output) in outputs.enumerated() {
      // A disk that is full is not kept so.
      try undoing({ discard(Decision(claim: claim, mark: mark, endings: Array(decision.endings[...index]))) })
      {
        () throws(SystemError) in
        let file = try SystemError.ofSpoolIfRefused { () throws(SystemError) in
          try tmp.createAnew(claim.id.outputFile(output.ending), mode: 0o640)
        }
        try file.write(output.bytes)
        files.append(UnsyncedFile(file), of: place)
      }
    }
    return decision
  }

  /// Has a step's traces wiped out where it fails.
  func undoing(
    _ undo: () -> Void, _ step: () throws(SystemError) -> Void
  ) throws(SystemError) {
    do throws(SystemError) {
      try step()
    } catch {
      undo()
      throw error
    }
  }

  /// Throws the outputs of a claim away that are not published; what cannot be removed, the next try replaces.
  func discard(_ decision: Decision) {
    for ending in decision.endings { try? tmp.remove(decision.claim.id.outputFile(ending)) }
  }
}
