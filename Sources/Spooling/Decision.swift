import JSONText

/// What is decided of a claim, and what became of it so far.
struct Decision {
  let claim: Claim
  var mark: WorkName.Mark
  /// The endings of the outputs, in the order of publication.
  let endings: [String]
  /// What the original was when it was read.
  var stamp: Content.Stamp?
  /// Whether the decision is an earlier run's or try's, so that nobody knows what the original was like then.
  var isFinished = false
  var rejection: Rejection?
  var fingerprint: [UInt8]?
  var similar: SimilarResult?
  /// How many outputs were not there already.
  var publishedCount = 0
  /// The outputs as they were published, as paths below the spool's root for people; of several articles in a file only their contents.
  var outputPaths: [String] = []
  /// The new claim on an original that changed.
  var changed: Claim?

  init(claim: Claim, mark: WorkName.Mark, endings: [String]) {
    self.claim = claim
    self.mark = mark
    self.endings = endings
  }

  /// The name of an output: the dropped name, `~ID` where that was taken, and the ending.
  func outputName(_ ending: String) -> FileName { claim.path.name.output(ending, aside: aside) }

  /// The name of the original in `failed/`.
  var originalName: FileName {
    mark.isAside ? claim.path.name.appending(aside) : claim.path.name
  }

  private var aside: String { mark.isAside ? "~\(claim.id.text)" : "" }

  var state: Settled.State {
    if mark.isFailure { return .failed }
    if mark == .duplicate { return .duplicate }
    return publishedCount == 0 && !endings.isEmpty ? .duplicate : .published
  }

  /// The names that the decision takes up in its destination, with the destination's kind before them.
  var claimedNames: [[UInt8]] {
    let names = endings.map(outputName) + (mark.isFailure ? [originalName] : [])
    return names.map { [mark.isFailure ? 1 : 0] + InboxPath(section: claim.path.section, name: $0).bytes }
  }
}

extension FileName {
  /// The name of an output of a file of this name.
  ///
  /// - Parameter aside: `~ID` where the name itself was taken.
  func output(_ ending: String, aside: String = "") -> FileName {
    // All outputs of a kind share a stem, so a long name is cut for the longest of them.
    let longest =
      ending == ReasonRecord.ending ? ending : OutputFile.isNumbered(ending) ? "9999.json" : "json"
    return appending("\(aside).\(ending)", cutFor: aside.utf8.count + 1 + longest.utf8.count)
  }
}

extension Settled {
  init(_ decision: Decision) {
    self.init(
      claim: decision.claim, state: decision.state, outputs: decision.outputPaths,
      sha256: decision.stamp?.sha256,
      byteCount: decision.stamp?.byteCount, rejection: decision.rejection, similar: decision.similar,
      changed: decision.changed)
  }
}

/// The content of `NAME.reason.json`.
struct ReasonRecord: Encodable {
  static let ending = "reason.json"

  var id: String
  var name: String
  var nameBytes: String?
  var section: String?
  var sha256: String?
  var bytes: Int?
  var attempts: Int?
  var reason: String
  var message: String

  init(_ claim: Claim, stamp: Content.Stamp?, rejection: Rejection) {
    id = claim.id.text
    name = String(decoding: claim.path.name.bytes, as: UTF8.self)
    nameBytes = claim.path.name.bytes.base64UnlessUTF8
    section = claim.path.sectionText
    sha256 = stamp?.sha256
    bytes = stamp?.byteCount
    attempts = claim.attempts > 0 ? claim.attempts : nil
    reason = rejection.reason
    message = rejection.message
  }
}
