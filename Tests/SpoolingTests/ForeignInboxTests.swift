import Glibc
import Testing

@testable import Spooling

/// An inbox that lies elsewhere, whose files are copied in.
@Suite struct ForeignInboxTests {
  private func spool() throws -> TemporarySpool {
    let temporary = try TemporarySpool()
    temporary.makeFolder("elsewhere")
    try temporary.reopen(foreignInbox: "elsewhere")
    return temporary
  }

  private func copied(_ name: String, in temporary: TemporarySpool) throws -> (Claim, Content) {
    guard case .claimed(let claim)? = temporary.spool.copyIn([(InboxPath(name), nil)]).first,
      case .content(let content) = try temporary.spool.read(claim)
    else { throw TemporarySpool.Failed() }
    return (claim, content)
  }

  @Test func `a source stays until its result is out, and is removed then`() throws {
    let temporary = try spool()
    try temporary.write("story", to: "elsewhere/a.txt")
    let (claim, content) = try copied("a.txt", in: temporary)
    #expect(temporary.files(in: "elsewhere") == ["a.txt"])
    #expect(try temporary.commit(claim, content, result: "one").state == .published)
    #expect(temporary.files(in: "elsewhere") == [])
    #expect(temporary.text(at: "done/\(UTC.now().day)/a.txt") == "story")
    #expect(temporary.files(in: ".state/work") == [])
    #expect(temporary.files(in: ".state/tmp") == [])
  }

  @Test func `a source that was written to meanwhile stays`() throws {
    let temporary = try spool()
    try temporary.write("story", to: "elsewhere/a.txt")
    let (claim, content) = try copied("a.txt", in: temporary)
    try temporary.write("another story", to: "elsewhere/a.txt")
    _ = try temporary.commit(claim, content, result: "one")
    #expect(temporary.text(at: "elsewhere/a.txt") == "another story")
    #expect(try temporary.spool.look(at: InboxPath("a.txt")) != nil)
  }

  @Test func `after a kill a claim still knows its source`() throws {
    let temporary = try spool()
    try temporary.write("story", to: "elsewhere/a.txt")
    let (claim, content) = try copied("a.txt", in: temporary)
    try temporary.reopen(foreignInbox: "elsewhere")
    let again = try #require(try temporary.spool.recover().claims.first)
    #expect(again == claim)
    #expect(again.source == claim.source)
    _ = try temporary.commit(again, content, result: "one")
    #expect(temporary.files(in: "elsewhere") == [])
  }

  @Test func `a kill between the result and the removal is made good at the start`() throws {
    let temporary = try spool()
    try temporary.write("story", to: "elsewhere/a.txt")
    let (claim, _) = try copied("a.txt", in: temporary)
    let work = temporary.spool.work
    try work.move(
      claim.workName(.claimed), to: work, as: claim.workName(.published))
    try temporary.reopen(foreignInbox: "elsewhere")
    #expect(try temporary.spool.recover().finished.map(\.claim) == [claim])
    #expect(temporary.files(in: "elsewhere") == [])
    #expect(temporary.files(in: ".state/work") == [])
  }

  @Test func `what a kill leaves of a copy is garbage`() throws {
    let temporary = try spool()
    let id = "01kazzzzzzzzzzzzzzzzzzzzzz"
    try temporary.write("sto", to: ".state/tmp/\(id).in.part")
    try temporary.write("{", to: ".state/work/\(id).src")
    #expect(try temporary.spool.recover().strays == [])
    #expect(temporary.files(in: ".state/work") == [])
    #expect(temporary.files(in: ".state/tmp") == [])
  }

  @Test func `what was seen is remembered over a restart, whatever a power cut left of the list`() throws {
    let temporary = try spool()
    try temporary.write("story", to: "elsewhere/a.txt")
    let path = InboxPath("a.txt")
    let status = try #require(try temporary.spool.inbox.status(of: path.name))
    try temporary.write("0123", to: ".state/seen")
    try temporary.spool.seen?.add([Spool.seenKey(path, status)])
    try temporary.reopen(foreignInbox: "elsewhere")
    #expect(try temporary.spool.look(at: path) == nil)
    let scan = try temporary.spool.scan(ignoring: IgnoreList())
    while let found = scan.next(9) { #expect(found == []) }
    try temporary.write("a longer story", to: "elsewhere/a.txt")
    #expect(try temporary.spool.look(at: path) != nil)
  }

  @Test func `what was settled since it was looked at is not copied again`() throws {
    let temporary = try spool()
    try temporary.write("story", to: "elsewhere/a.txt")
    let path = InboxPath("a.txt")
    let look = try #require(try temporary.spool.look(at: path))
    let status = try #require(try temporary.spool.inbox.status(of: path.name))
    try temporary.spool.seen?.add([Spool.seenKey(path, status)])
    guard case .passed? = temporary.spool.copyIn([(path, look)]).first else {
      Issue.record("not passed over")
      return
    }
  }

  @Test func `what can be no article stays, and is looked at once`() throws {
    let temporary = try spool()
    temporary.makeLink("elsewhere/link", to: "/etc/passwd")
    guard case .refused(let rejection)? = temporary.spool.copyIn([(InboxPath("link"), nil)]).first else {
      Issue.record("not refused")
      return
    }
    #expect(rejection.reason == "not-a-regular-file")
    #expect(try temporary.spool.look(at: InboxPath("link")) == nil)
  }
}
