import Glibc
import Testing

@testable import Spooling

/// The route of a file from the inbox to the outbox, on a real file system.
@Suite struct RouteTests {
  @Test func `a result is published and its original retired`() throws {
    let temporary = try TemporarySpool()
    let settled = try temporary.publish("a.txt", "story", result: "one")
    #expect(settled.state == .published)
    #expect(settled.outputs == ["outbox/a.txt.md", "outbox/a.txt.json"])
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
    #expect(temporary.text(at: "outbox/a.txt.json") == "{\"one\":1}\n")
    #expect(temporary.text(at: "done/\(UTC.now().day)/a.txt") == "story")
    #expect(temporary.files(in: "inbox") == [])
    #expect(temporary.files(in: ".state/work") == [])
    #expect(temporary.files(in: ".state/tmp") == [])
  }

  @Test func `a section of the inbox is a section of the outbox`() throws {
    let temporary = try TemporarySpool()
    temporary.makeFolder("inbox/sport")
    try temporary.publish("sport/a.txt", "story", result: "one")
    #expect(temporary.files(in: "outbox") == ["sport/a.txt.json", "sport/a.txt.md"])
    #expect(temporary.text(at: "done/\(UTC.now().day)/sport/a.txt") == "story")
  }

  @Test func `the same file again is a duplicate and changes nothing`() throws {
    let temporary = try TemporarySpool()
    try temporary.publish("a.txt", "story", result: "one")
    let again = try temporary.publish("a.txt", "story", result: "one")
    #expect(again.state == .duplicate)
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
    #expect(temporary.files(in: "done/\(UTC.now().day)").count == 2)
  }

  @Test func `another result under the same name stands beside the first`() throws {
    let temporary = try TemporarySpool()
    try temporary.publish("a.txt", "story", result: "one")
    let second = try temporary.publish("a.txt", "other story", result: "two")
    let aside = "a.txt~\(second.claim.id.text)"
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md", "\(aside).json", "\(aside).md"])
    #expect(temporary.text(at: "outbox/a.txt.json") == "{\"one\":1}\n")
    #expect(temporary.text(at: "outbox/\(aside).json") == "{\"two\":1}\n")
  }

  @Test func `where updates replace, another result takes the place of the first`() throws {
    let temporary = try TemporarySpool()
    temporary.update = .replace
    try temporary.publish("a.txt", "story", result: "one")
    let second = try temporary.publish("a.txt", "other story", result: "two")
    #expect(second.state == .published)
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
    #expect(temporary.text(at: "outbox/a.txt.json") == "{\"two\":1}\n")
    #expect(temporary.text(at: "outbox/a.txt.md") == "# two\n")
    #expect(temporary.files(in: "done/\(UTC.now().day)").count == 2)
  }

  @Test func `where updates replace, a folder in the way is left alone`() throws {
    let temporary = try TemporarySpool()
    temporary.update = .replace
    temporary.makeFolder("outbox/a.txt.json")
    let settled = try temporary.publish("a.txt", "story", result: "one")
    #expect(settled.outputs.last == "outbox/a.txt~\(settled.claim.id.text).json")
  }

  @Test func `a file whose bytes were published before is retired without a result`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let (claim, content) = try temporary.taken("a.txt")
    let settlement = Settlement(claim: claim, stamp: content.stamp, outcome: .duplicate)
    #expect(try #require(temporary.spool.commit([settlement]).first).get().state == .duplicate)
    #expect(temporary.files(in: "outbox") == [])
    #expect(temporary.text(at: "done/\(UTC.now().day)/a.txt") == "story")
    #expect(temporary.files(in: ".state/work") == [])
  }

  @Test func `a batch of many files comes out whole, in every section`() throws {
    let temporary = try TemporarySpool()
    temporary.makeFolder("inbox/s")
    var settlements: [Settlement] = []
    for name in (0..<40).map({ $0 % 2 == 0 ? "f\($0)" : "s/f\($0)" }) {
      try temporary.write(name, to: "inbox/\(name)")
      let (claim, content) = try temporary.taken(name)
      let outputs = ["md", "json"].map { OutputFile(ending: $0, bytes: content.whole[...]) }
      settlements.append(Settlement(claim: claim, stamp: content.stamp, outcome: .published(outputs)))
    }
    let results = temporary.spool.commit(settlements)
    for (settlement, result) in zip(settlements, results) {
      #expect(try result.get().claim == settlement.claim)
    }
    #expect(temporary.files(in: "outbox").count == 80)
    #expect(temporary.text(at: "outbox/s/f7.json") == "s/f7")
    #expect(temporary.files(in: ".state/tmp") == [])
    #expect(temporary.files(in: ".state/work") == [])
  }

  @Test func `a claim that fails in a batch is as it was, and the others go on`() throws {
    let temporary = try TemporarySpool()
    var settlements: [Settlement] = []
    for name in ["a", "b", "c"] {
      try temporary.write(name, to: "inbox/\(name)")
      let (claim, content) = try temporary.taken(name)
      let output = OutputFile(ending: "json", bytes: content.whole[...])
      settlements.append(Settlement(claim: claim, stamp: content.stamp, outcome: .published([output])))
    }
    // What cannot be unlinked stands where the second output is to be written.
    temporary.makeFolder(".state/tmp/\(settlements[1].claim.id.text).json.out")
    let results = temporary.spool.commit(settlements)
    #expect(throws: SystemError.self) { try results[1].get() }
    #expect(temporary.files(in: "outbox") == ["a.json", "c.json"])
    #expect(try temporary.spool.finish(settlements[1].claim) == nil)
    temporary.remove(".state/tmp/\(settlements[1].claim.id.text).json.out")
    #expect(try #require(temporary.spool.commit([settlements[1]]).first).get().state == .published)
    #expect(temporary.files(in: "outbox") == ["a.json", "b.json", "c.json"])
  }

  @Test func `a result that was taken away appears again`() throws {
    let temporary = try TemporarySpool()
    try temporary.publish("a.txt", "story", result: "one")
    for name in ["md", "json"] { temporary.remove("outbox/a.txt.\(name)") }
    #expect(try temporary.publish("a.txt", "story", result: "one").state == .published)
    #expect(temporary.files(in: "outbox") == ["a.txt.json", "a.txt.md"])
  }

  @Test func `two files of one name in a batch get two names`() throws {
    let temporary = try TemporarySpool()
    var settlements: [Settlement] = []
    for text in ["one", "two"] {
      try temporary.write(text, to: "inbox/a.txt")
      let (claim, content) = try temporary.taken("a.txt")
      let output = OutputFile(ending: "json", bytes: content.whole[...])
      settlements.append(Settlement(claim: claim, stamp: content.stamp, outcome: .published([output])))
    }
    for result in temporary.spool.commit(settlements) { #expect(try result.get().state == .published) }
    #expect(temporary.text(at: "outbox/a.txt.json") == "one")
    #expect(temporary.text(at: "outbox/a.txt~\(settlements[1].claim.id.text).json") == "two")
  }

  @Test func `a rejected file lies in failed with its reason`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let (claim, content) = try temporary.taken("a.txt")
    let rejection = Rejection(reason: "not-an-article", message: "Nothing was found. Drop another.")
    let settlement = Settlement(claim: claim, stamp: content.stamp, outcome: .rejected(rejection))
    #expect(try #require(temporary.spool.commit([settlement]).first).get().state == .failed)
    #expect(temporary.files(in: "failed") == ["a.txt", "a.txt.reason.json"])
    #expect(temporary.files(in: "outbox") == [])
    #expect(
      temporary.text(at: "failed/a.txt.reason.json")?.contains("\"reason\" : \"not-an-article\"") == true)
  }

  @Test func `a link is put into failed and never followed`() throws {
    let temporary = try TemporarySpool()
    temporary.makeLink("inbox/link", to: "/etc/passwd")
    let rejection = try #require(try temporary.rejection(of: "link"))
    #expect(rejection.reason == "not-a-regular-file")
    #expect(rejection.message.contains("a symbolic link"))
  }

  @Test func `a FIFO does not block`() throws {
    let temporary = try TemporarySpool()
    unsafe mkfifo("\(temporary.root)/inbox/fifo", 0o644)
    let rejection = try #require(try temporary.rejection(of: "fifo"))
    #expect(rejection.message.contains("a FIFO"))
  }

  @Test func `a file over the limit is not read`() throws {
    let temporary = try TemporarySpool(maximumSize: 4)
    try temporary.write("story", to: "inbox/a.txt")
    let rejection = try #require(try temporary.rejection(of: "a.txt"))
    #expect(rejection.reason == "too-large")
  }

  @Test func `a file that its producer took back is no error`() throws {
    let temporary = try TemporarySpool()
    #expect(try temporary.spool.claim(InboxPath("a.txt")) == nil)
    #expect(try temporary.spool.claim(InboxPath("no/such/section/a.txt")) == nil)
  }

  @Test func `a file that is not what was looked at is not claimed`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let look = try temporary.spool.look(at: InboxPath("a.txt"))
    try temporary.write("another", to: "inbox/a.txt")
    #expect(try temporary.spool.claim(InboxPath("a.txt"), asOf: look) == nil)
    let newLook = try temporary.spool.look(at: InboxPath("a.txt"))
    unsafe chmod("\(temporary.root)/inbox/a.txt", 0o600)  // is no other version
    #expect(try temporary.spool.claim(InboxPath("a.txt"), asOf: newLook) != nil)
  }

  @Test func `a claimed file is read when nobody writes to it and it is what it was`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let look = try temporary.spool.look(at: InboxPath("a.txt"))
    let writer = try temporary.beginWriting("inbox/a.txt")
    let claim = try #require(try temporary.spool.claim(InboxPath("a.txt"), asOf: look))
    guard case .unsettled(let open) = try temporary.spool.read(claim) else {
      Issue.record("it is read while somebody has it open for writing")
      return
    }
    temporary.append(" goes on", to: writer)
    close(writer)
    guard case .unsettled(let closed) = try temporary.spool.read(open) else {
      Issue.record("it is read though it has changed")
      return
    }
    guard case .content(let content) = try temporary.spool.read(closed) else {
      Issue.record("it is not read")
      return
    }
    #expect(String(decoding: content.whole, as: UTF8.self) == "story goes on")
  }

  @Test func `a file that changes while it is worked on is worked on again`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("story", to: "inbox/a.txt")
    let (claim, content) = try temporary.taken("a.txt")
    let name = try #require(temporary.files(in: ".state/work").first)
    let late = try temporary.beginWriting(".state/work/\(name)")
    temporary.append(" goes on", to: late)
    close(late)
    let settled = try temporary.commit(claim, content, result: "one")
    let again = try #require(settled.changed)
    guard case .content(let newContent) = try temporary.spool.read(again) else {
      Issue.record("the new version cannot be read")
      return
    }
    #expect(String(decoding: newContent.whole, as: UTF8.self) == "story goes on")
    #expect(temporary.files(in: "done/\(UTC.now().day)") == [])
  }

  @Test func `the folder of a saved page goes where the page goes`() throws {
    let temporary = try TemporarySpool()
    temporary.makeFolder("inbox/a_files")
    try temporary.write("x", to: "inbox/a_files/style.css")
    try temporary.publish("a.html", "<p>story", result: "one")
    #expect(temporary.files(in: "done/\(UTC.now().day)") == ["a.html", "a_files/style.css"])
    #expect(temporary.files(in: "inbox") == [])
  }

  @Test func `every byte that a name may have survives`() throws {
    let temporary = try TemporarySpool()
    var names: [[UInt8]] = [
      Array("-rf".utf8), Array("a\nb.txt".utf8), [0x61, 0xFF, 0x62], Array("100%,2F.in".utf8),
      Array("e\u{301}.txt".utf8), Array("\u{E9}.txt".utf8), [UInt8](repeating: 0x61, count: 255),
    ]
    names.append(Array(String(repeating: "é", count: 127).utf8))
    for bytes in names {
      let name = try #require(FileName(bytes))
      try temporary.spool.inbox.write([0x78], as: name, mode: 0o644)
      let (claim, content) = try temporary.taken(InboxPath(name: name))
      let settled = try temporary.commit(claim, content, result: "one")
      #expect(settled.state == .published)
      let done = try temporary.spool.done.folder(FileName(trusted: UTC.now().day))
      #expect(try done.contents(of: name) == [0x78])
    }
    #expect(temporary.files(in: ".state/work") == [])
    #expect(try temporary.spool.outbox.names().count == 2 * names.count)
  }

  @Test func `a file of any size in the outbox is not read to be compared`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("", to: "outbox/a.txt.json")
    temporary.stretch("outbox/a.txt.json", to: 1 << 43)
    let settled = try temporary.publish("a.txt", "story", result: "one")
    #expect(settled.outputs.last == "outbox/a.txt~\(settled.claim.id.text).json")
  }

  @Test func `a failed file and one named like its reason do not stand in each other's way`() throws {
    let temporary = try TemporarySpool()
    var settlements: [Settlement] = []
    for name in ["x", "x.reason.json"] {
      try temporary.write("?", to: "inbox/\(name)")
      let (claim, content) = try temporary.taken(name)
      let rejection = Rejection(reason: "not-text", message: "No.")
      settlements.append(Settlement(claim: claim, stamp: content.stamp, outcome: .rejected(rejection)))
    }
    for result in temporary.spool.commit(settlements) { #expect(try result.get().state == .failed) }
    #expect(temporary.files(in: "failed").count == 4)
    #expect(temporary.files(in: ".state/work") == [])
  }

  @Test func `the results of a long name share a stem`() throws {
    let temporary = try TemporarySpool()
    let name = String(repeating: "a", count: 252)
    let settled = try temporary.publish(name, "story", result: "one")
    let stems = settled.outputs.map { $0.prefix { $0 != "." } }
    #expect(stems[0] == stems[1])
    #expect(temporary.files(in: "outbox").count == 2)
  }

  @Test func `a file that stands where a section's folder is to be does not lose either`() throws {
    let temporary = try TemporarySpool()
    try temporary.write("in the way", to: "outbox/sport")
    temporary.makeFolder("inbox/sport")
    let settled = try temporary.publish("sport/a.txt", "story", result: "one")
    #expect(settled.outputs == ["outbox/sport~/a.txt.md", "outbox/sport~/a.txt.json"])
    #expect(temporary.files(in: "outbox") == ["sport", "sport~/a.txt.json", "sport~/a.txt.md"])
    #expect(try temporary.publish("sport/a.txt", "story", result: "one").state == .duplicate)
  }

  @Test func `a second instance is told who holds the spool`() throws {
    let temporary = try TemporarySpool()
    let error = #expect(throws: SpoolError.self) { _ = try Spool(root: temporary.root, maximumSize: 1) }
    guard case .locked(let holder) = error else {
      Issue.record("not locked")
      return
    }
    #expect(holder.contains("process \(getpid()) on host"))
  }

  @Test func `a folder of the spool that is a link is refused before anything is made`() throws {
    let temporary = try TemporarySpool()
    let root = "\(temporary.root)/second"
    temporary.makeFolder("second")
    temporary.makeLink("second/outbox", to: "/tmp")
    #expect(throws: SpoolError.self) { _ = try Spool(root: root, maximumSize: 1) }
    #expect(temporary.files(in: "second") == ["outbox"])
  }

  @Test func `the results of several articles go out with their numbers, and the history names the contents`()
    throws
  {
    let temporary = try TemporarySpool()
    try temporary.write("mails", to: "inbox/a")
    let (claim, content) = try temporary.taken("a")
    let endings = (1...300).flatMap { ["\($0).md", "\($0).json"] } + ["md", "json"]
    let outputs = endings.map { OutputFile(ending: $0, bytes: Array($0.utf8)[...]) }
    let settlement = Settlement(claim: claim, stamp: content.stamp, outcome: .published(outputs))
    let settled = try #require(temporary.spool.commit([settlement]).first).get()
    #expect(settled.outputs == ["outbox/a.md", "outbox/a.json"])
    #expect(temporary.files(in: "outbox") == endings.map { "a.\($0)" }.sorted())
    #expect(temporary.text(at: "outbox/a.300.json") == "300.json")
    #expect(temporary.files(in: ".state/tmp") == [])
  }
}
