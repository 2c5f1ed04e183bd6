import Glibc
import Testing

@testable import Spooling

@Suite struct ScanTests {
  private func paths(_ temporary: TemporarySpool, atATime limit: Int = 2) throws -> [String] {
    let scan = try temporary.spool.scan(ignoring: IgnoreList())
    var found: [String] = []
    while let some = scan.next(limit) {
      #expect(some.count <= limit)
      found += some.map(\.description)
    }
    return found.sorted()
  }

  @Test func `a scan finds every file once, a few at a time`() throws {
    let temporary = try TemporarySpool()
    temporary.makeFolder("inbox/s")
    let names = (0..<25).map { "f\($0)" } + (0..<25).map { "s/f\($0)" }
    for name in names { try temporary.write("x", to: "inbox/\(name)") }
    #expect(try paths(temporary) == names.sorted())
  }

  @Test func `files are handed out in the order of their arrival, the first ones first`() throws {
    let temporary = try TemporarySpool()
    let names = (0..<20).map { "\(($0 * 7919) % 20)" }  // any order but that of their names
    for name in names {
      try temporary.write("x", to: "inbox/.\(name)")
      temporary.rename("inbox/.\(name)", to: "inbox/\(name)")
      usleep(12_000)  // the clock of change times ticks every 4 ms, and later on a busy machine
    }
    let scan = try temporary.spool.scan(ignoring: IgnoreList(), capacity: 5)
    var found: [String] = []
    while let some = scan.next(4) { found += some.map(\.description) }
    #expect(found.count >= 5 && found.count < 10)
    #expect(found == Array(names.prefix(found.count)))
    #expect(scan.leftOutCount == 20 - found.count)
  }

  @Test func `a scan passes over what is waited for already`() throws {
    let temporary = try TemporarySpool()
    for name in ["a", "b"] { try temporary.write("x", to: "inbox/\(name)") }
    let scan = try temporary.spool.scan(ignoring: IgnoreList())
    var found: [InboxPath] = []
    while let some = scan.next(9, except: { $0.map { $0 == InboxPath("a") } }) { found += some }
    #expect(found == [InboxPath("b")])
  }

  @Test func `a local file system is not polled`() throws {
    #expect(try !TemporarySpool().spool.mustPoll)
  }

  @Test func `sections may lie four deep, and hidden ones and pages' folders are none`() throws {
    let temporary = try TemporarySpool()
    for folder in ["1", "1/2", "1/2/3", "1/2/3/4", "1/2/3/4/5", ".git", "page_files"] {
      temporary.makeFolder("inbox/\(folder)")
      try temporary.write("x", to: "inbox/\(folder)/f")
    }
    #expect(try paths(temporary) == ["1/2/3/4/f", "1/2/3/f", "1/2/f", "1/f"])
  }

  @Test func `a link to a folder is a file to be put aside, not a section`() throws {
    let temporary = try TemporarySpool()
    temporary.makeLink("inbox/etc", to: "/etc")
    #expect(try paths(temporary) == ["etc"])
  }

  @Test func `a look tells whether somebody writes`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    #expect(try temporary.spool.look(at: InboxPath("a.txt"))?.isFreeOfWriters == true)
    let writer = try temporary.beginWriting("inbox/a.txt")
    #expect(try temporary.spool.look(at: InboxPath("a.txt"))?.isFreeOfWriters == false)
    close(writer)
    #expect(try temporary.spool.look(at: InboxPath("gone")) == nil)
  }

  @Test func `inotify tells how a file came`() throws {
    let temporary = try TemporarySpool()
    let watch = try Watch()
    watch.note(try temporary.spool.watch([], on: watch.descriptor), on: [])
    try temporary.write("x", to: "inbox/copied")
    try temporary.write("x", to: "moved")
    temporary.rename("moved", to: "inbox/moved")
    unsafe link("\(temporary.root)/inbox/moved", "\(temporary.root)/inbox/linked")
    temporary.makeFolder("inbox/section")
    #expect(
      try watch.events() == [
        .file(InboxPath("copied"), .unseen), .file(InboxPath("copied"), .closed),
        .file(InboxPath("moved"), .moved), .file(InboxPath("linked"), .unseen),
        .section([FileName(trusted: "section")]),
      ])
    temporary.rename("inbox", to: "away")
    #expect(try watch.events() == [.inboxLost])
  }
}
