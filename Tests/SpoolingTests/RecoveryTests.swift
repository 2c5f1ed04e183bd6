import Glibc
import Testing

@testable import Spooling

/// Every state that a kill can leave, made by hand, and what a start makes of it.
@Suite struct RecoveryTests {
  /// A claim on `inbox/a.txt`, with a result staged as a run would have left it.
  private func interrupted(
    at mark: WorkName.Mark, staged endings: [String], published: [String] = []
  ) throws -> (TemporarySpool, Claim) {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let (claim, _) = try temporary.taken("a.txt")
    let claimed = claim.workName(.claimed)
    if mark != .claimed {
      try temporary.spool.work.move(claimed, to: temporary.spool.work, as: claim.workName(mark))
    }
    for ending in endings { try temporary.write("result", to: ".state/tmp/\(claim.id.text).\(ending).out") }
    for name in published { try temporary.write("result", to: name) }
    try temporary.reopen()
    return (temporary, claim)
  }

  @Test func `a claim that was not decided is worked on again from its original`() throws {
    let (temporary, claim) = try interrupted(at: .claimed, staged: ["md", "json"])
    let recovery = try temporary.spool.recover()
    #expect(recovery.claims == [claim])
    #expect(recovery.claims.first?.path == InboxPath("a.txt"))
    #expect(temporary.files(in: ".state/tmp") == [])
    #expect(temporary.files(in: "outbox") == [])
  }

  @Test func `a decided claim is published`() throws {
    let (temporary, claim) = try interrupted(at: .published, staged: ["md", "json"])
    let recovery = try temporary.spool.recover()
    #expect(recovery.finished.map(\.claim) == [claim])
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
    #expect(temporary.files(in: ".state/work") == [])
    #expect(temporary.text(at: "done/\(UTC.now().day)/a.txt") == "story")
  }

  @Test func `a decided claim that is large is finished when work goes on, before a newer file of its name`()
    throws
  {
    let (temporary, claim) = try interrupted(at: .published, staged: ["md", "json"])
    try temporary.write(
      String(repeating: "story ", count: 20_000), to: ".state/work/\(claim.workName(.published))")
    let newer = Claim(id: .minted(), path: claim.path)
    try temporary.write("newer", to: ".state/work/\(newer.workName(.claimed))")
    let recovery = try temporary.spool.recover()
    #expect(recovery.finished.isEmpty)
    #expect(recovery.claims == [claim, newer])
    #expect(try temporary.spool.finish(claim)?.byteCount == 120_000)
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
  }

  @Test func `what a kill left between the two outputs is published`() throws {
    let (temporary, _) = try interrupted(at: .published, staged: ["json"], published: ["outbox/a.txt.md"])
    let recovery = try temporary.spool.recover()
    #expect(recovery.finished.first?.outputs == ["outbox/a.txt.md", "outbox/a.txt.json"])
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
  }

  @Test func `what a kill left of the results of several articles is published`() throws {
    let (temporary, _) = try interrupted(
      at: .published, staged: ["2.json", "2.md", "json", "md"],
      published: ["outbox/a.txt.1.md", "outbox/a.txt.1.json"])
    let recovery = try temporary.spool.recover()
    #expect(recovery.finished.first?.outputs == ["outbox/a.txt.md", "outbox/a.txt.json"])
    #expect(temporary.files(in: "outbox").count == 6)
  }

  @Test func `a published claim is only retired, also where its result was taken away`() throws {
    let (temporary, _) = try interrupted(at: .published, staged: [])
    let recovery = try temporary.spool.recover()
    #expect(recovery.finished.first?.outputs == ["outbox/a.txt.md", "outbox/a.txt.json"])
    #expect(temporary.files(in: "outbox") == [])
    #expect(temporary.text(at: "done/\(UTC.now().day)/a.txt") == "story")
    #expect(
      temporary.text(at: ".state/history/\(UTC.now().day.prefix(7)).jsonl")?.contains("\"a.txt\"") == true)
  }

  @Test func `the second name that was chosen is kept`() throws {
    let (temporary, claim) = try interrupted(at: .publishedAside, staged: ["json"])
    _ = try temporary.spool.recover()
    #expect(temporary.files(in: "outbox") == ["a.txt~\(claim.id.text).json"])
  }

  @Test func `the choice to replace what stands there is kept`() throws {
    let (temporary, _) = try interrupted(
      at: .publishedOver, staged: ["json"], published: ["outbox/a.txt.md"])
    try temporary.write("old", to: "outbox/a.txt.json")
    _ = try temporary.spool.recover()
    #expect(temporary.text(at: "outbox/a.txt.json") == "result")
  }

  @Test func `a duplicate that was decided is retired`() throws {
    let (temporary, claim) = try interrupted(at: .duplicate, staged: [])
    #expect(try temporary.spool.recover().finished.map(\.claim) == [claim])
    #expect(temporary.files(in: "outbox") == [])
    #expect(temporary.text(at: "done/\(UTC.now().day)/a.txt") == "story")
  }

  @Test func `a decision is finished whatever became of its original`() throws {
    let (temporary, claim) = try interrupted(at: .failed, staged: ["reason.json"])
    temporary.stretch(".state/work/\(claim.workName(.failed))", to: 1 << 43)
    #expect(try temporary.spool.recover().finished.map(\.claim) == [claim])
    #expect(temporary.files(in: "failed") == ["a.txt", "a.txt.reason.json"])
  }

  @Test func `a decided failure goes to failed with its reason`() throws {
    let (temporary, _) = try interrupted(at: .failed, staged: ["reason.json"])
    _ = try temporary.spool.recover()
    #expect(temporary.files(in: "failed") == ["a.txt", "a.txt.reason.json"])
    #expect(temporary.files(in: ".state/work") == [])
  }

  @Test func `outputs that nothing was decided of are garbage, with their claim and without`() throws {
    let temporary = try TemporarySpool()
    for name in ["md.out", "in.part"] {
      try temporary.write("ha", to: ".state/tmp/01kazzzzzzzzzzzzzzzzzzzzzz.\(name)")
    }
    let recovery = try temporary.spool.recover()
    #expect(recovery.strays == [])
    #expect(temporary.files(in: ".state/tmp") == [])
  }

  @Test func `outputs of a try that came to another end are not published`() throws {
    let (temporary, _) = try interrupted(at: .failed, staged: ["md", "json", "reason.json"])
    _ = try temporary.spool.recover()
    #expect(temporary.files(in: "failed") == ["a.txt", "a.txt.reason.json"])
    #expect(temporary.files(in: "outbox") == [])
  }

  @Test func `a file that no run leaves is put aside and named`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("?", to: ".state/work/what")
    let recovery = try temporary.spool.recover()
    #expect(recovery.strays == ["what"])
    #expect(temporary.files(in: "failed") == ["what"])
  }

  @Test func `attempts survive a restart`() throws {
    var (temporary, claim) = try interrupted(at: .claimed, staged: [])
    claim.count(death: "signal 9")
    claim.count(death: "signal 11")
    try temporary.spool.recordDeaths(of: claim)
    // What fails later does not make the deaths forgotten.
    try temporary.spool.recordRetry(of: claim, at: 1, after: SystemError("rename", "a.txt", code: EIO))
    try temporary.reopen()
    let found = try #require(try temporary.spool.recover().claims.first)
    #expect(found.attempts == 2)
    #expect(found.lastDeath == "signal 11")
  }

  @Test func `a long name survives a restart`() throws {
    let temporary = try TemporarySpool()
    let name = String(repeating: "%", count: 250)
    try temporary.write("story", to: "inbox/\(name)")
    _ = try temporary.taken(name)
    try temporary.reopen()
    let claim = try #require(try temporary.spool.recover().claims.first)
    #expect(claim.path == InboxPath(name))
    guard case .content(let content) = try temporary.spool.read(claim) else {
      Issue.record("the claim cannot be read")
      return
    }
    _ = try temporary.commit(claim, content, result: "one")
    #expect(temporary.files(in: ".state/work") == [])
  }

  @Test func `a claim that cannot be retired has one line, however many come after it`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let (claim, content) = try temporary.taken("a.txt")
    let done = "done/\(UTC.now().day)"
    temporary.makeFolder(done)
    for name in ["a.txt", "a.txt~\(claim.id.text)"] {
      try temporary.write("in its way", to: "\(done)/\(name)")
    }
    func lines() throws -> Int {
      let month = ".state/history/\(UTC.now().day.prefix(7)).jsonl"
      let text = try #require(temporary.text(at: month))
      try temporary.write(text + String(repeating: "another\n", count: 150_000), to: month)
      return text.split(separator: "\n").count { $0.contains(claim.id.text) }
    }
    #expect(throws: SystemError.self) { try temporary.commit(claim, content, result: "one") }
    #expect(try lines() == 1)
    #expect(throws: SystemError.self) { try temporary.spool.finish(claim) }
    #expect(try lines() == 1)
    try temporary.spool.recordRetry(of: claim, at: 1, after: SystemError("rename", "a.txt", code: EEXIST))
    try temporary.reopen()
    #expect(try temporary.spool.recover().claims == [claim])
    #expect(try lines() == 1)
    temporary.remove("\(done)/a.txt")
    #expect(try temporary.spool.finish(claim) != nil)
    #expect(try lines() == 1)
    #expect(temporary.text(at: "\(done)/a.txt") == "story")
    #expect(!temporary.spool.history.listed.contains(claim.id.text))
  }

  @Test func `only a whole line of the history counts`() throws {
    let temporary = try TemporarySpool()
    let settled = try temporary.publish("a.txt", "story", result: "one")
    #expect(try temporary.spool.history.recentClaims().contains(settled.claim.id.text))
    let month = ".state/history/\(UTC.now().day.prefix(7)).jsonl"
    let whole = try #require(temporary.text(at: month))
    try temporary.write(whole.dropLast(12) + "\n", to: month)
    #expect(try !temporary.spool.history.recentClaims().contains(settled.claim.id.text))
  }

  @Test func `a last line of the history that is damaged is cut off, a whole one stays`() throws {
    let temporary = try TemporarySpool()
    try temporary.publish("a.txt", "story", result: "one")
    let month = ".state/history/\(UTC.now().day.prefix(7)).jsonl"
    let whole = try #require(temporary.text(at: month))
    try temporary.write(whole + "{\"id\":1}\n\0\0\0\n", to: month)
    try temporary.reopen()
    #expect(try temporary.spool.recover().repairedBytes == 13)
    #expect(temporary.text(at: month) == whole)
  }

  @Test func `where the clock has fallen behind, lines go to the newest month and are kept`() throws {
    let temporary = try TemporarySpool()
    temporary.historyMonths = 3
    let history = temporary.spool.history
    func append(_ id: String, at time: String) throws {
      let claim = Claim(id: .minted(), path: InboxPath("a.txt"))
      var line = HistoryLine(Decision(claim: claim, mark: .published, endings: []))
      (line.id, line.time) = (id, time)
      try history.append([line])
    }
    for month in ["2026-08", "2026-09", "2026-10"] { try append(month, at: "\(month)-01T00:00:00Z") }
    try append("behind", at: "2020-07-01T00:00:00Z")
    #expect(temporary.files(in: ".state/history") == ["2026-08.jsonl", "2026-09.jsonl", "2026-10.jsonl"])
    #expect(temporary.text(at: ".state/history/2026-10.jsonl")?.contains("behind") == true)
    try append("ahead", at: "2041-12-01T00:00:00Z")
    try append("right", at: "2026-11-01T00:00:00Z")
    #expect(temporary.files(in: ".state/history") == ["2026-10.jsonl", "2026-11.jsonl", "2041-12.jsonl"])
  }

  @Test func `what was just written is not removed, whatever month it is of`() throws {
    let temporary = try TemporarySpool()
    temporary.historyMonths = 1
    try temporary.write("", to: ".state/history/2099-12.jsonl")
    try temporary.write("a note", to: ".state/history/13 letters ab")
    try temporary.write("a note", to: ".state/history/a-notes.jsonl")
    try temporary.publish("a.txt", "story", result: "one")
    #expect(
      temporary.files(in: ".state/history")
        == ["13 letters ab", "\(UTC.now().day.prefix(7)).jsonl", "a-notes.jsonl"])
  }

  @Test func `the history keeps the newest months that have anything in them`() throws {
    let temporary = try TemporarySpool()
    for month in ["2019-01", "2020-02", "2020-03", "2041-12"] {
      try temporary.write("", to: ".state/history/\(month).jsonl")
    }
    temporary.historyMonths = 3
    _ = try temporary.spool.recover()
    #expect(temporary.files(in: ".state/history") == ["2020-02.jsonl", "2020-03.jsonl", "2041-12.jsonl"])
  }

  @Test func `the history tells what was published, and only that`() throws {
    let temporary = try TemporarySpool()
    let settled = try temporary.publish("a.txt", "story", result: "one")
    try temporary.write("bad", to: "inbox/b.txt")
    let (claim, content) = try temporary.taken("b.txt")
    let rejection = Rejection(reason: "not-text", message: "No.")
    _ = temporary.spool.commit([Settlement(claim: claim, stamp: content.stamp, outcome: .rejected(rejection))]
    )
    let index = try temporary.spool.publishedDigests()
    #expect(index.count == 1)
    #expect(index.contains(try #require(settled.sha256)))
    #expect(!index.contains(try #require(content.stamp.sha256)))
  }

  @Test func `the history tells what results are recognised by, and their stories`() throws {
    let temporary = try TemporarySpool()
    var ids: [ClaimID] = []
    for number in UInt8(1)...3 {
      try temporary.write("story \(number)", to: "inbox/\(number).txt")
      let (claim, content) = try temporary.taken("\(number).txt")
      var settlement = Settlement(
        claim: claim, stamp: content.stamp,
        outcome: .published([OutputFile(ending: "json", bytes: [number])]))
      if number > 1 { settlement.fingerprint = [UInt8](repeating: number, count: 66) }
      if let first = ids.first, number == 3 {
        settlement.similar = SimilarResult(id: ids[1], share: 0.83, story: first)
      }
      let settled = try #require(temporary.spool.commit([settlement]).first).get()
      #expect(settled.similar == settlement.similar)
      ids.append(claim.id)
    }
    var found: [(ClaimID, ClaimID, [UInt8])] = []
    try temporary.spool.forEachFingerprint(ofLast: 100) { found.append(($0, $1, $2)) }
    #expect(found.map(\.0) == [ids[1], ids[2]])
    #expect(found.map(\.1) == [ids[1], ids[0]])
    #expect(found.map(\.2) == [[UInt8](repeating: 2, count: 66), [UInt8](repeating: 3, count: 66)])
    found = []
    try temporary.spool.forEachFingerprint(ofLast: 1) { found.append(($0, $1, $2)) }
    #expect(found.map(\.0) == [ids[2]], "the rest lies before what is read")
    let line = temporary.text(at: ".state/history/\(UTC.now().day.prefix(7)).jsonl") ?? ""
    #expect(
      line.contains("\"similar\":{\"id\":\"\(ids[1].text)\",\"share\":0.83,\"story\":\"\(ids[0].text)\"}"))
  }

  @Test func `an index of many digests knows each of them`() {
    var index = DigestIndex()
    let digests = (0..<40_000).map { Digest.sha256(Array(String($0).utf8)) }
    for digest in digests + digests.prefix(100) { index.insert(digest) }
    #expect(index.count == 40_000)
    #expect(digests.allSatisfy(index.contains))
    #expect(!index.contains(Digest.sha256([])))
  }

  @Test func `a torn last line of the history is cut off`() throws {
    let temporary = try TemporarySpool()
    try temporary.publish("a.txt", "story", result: "one")
    let month = ".state/history/\(UTC.now().day.prefix(7)).jsonl"
    let whole = try #require(temporary.text(at: month))
    try temporary.write(whole + "{\"torn", to: month)
    try temporary.reopen()
    #expect(try temporary.spool.recover().repairedBytes == 6)
    #expect(temporary.text(at: month) == whole)
  }
}
