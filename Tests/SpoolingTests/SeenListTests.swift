import Testing

@testable import Spooling

/// What a foreign inbox keeps though it is settled.
@Suite struct SeenListTests {
  private let keys = (0..<2000).map { Digest.sha256(Array(String($0).utf8)) }

  private func list() throws -> (TemporarySpool, Folder, SeenList) {
    let temporary = try TemporarySpool()
    let folder = try temporary.spool.root.folder(FileName(trusted: ".state"))
    let list = try SeenList(in: folder)
    try list.add(keys)
    return (temporary, folder, list)
  }

  @Test func `the list forgets what a scan has not met, and keeps what it has, over restarts`() throws {
    let (temporary, folder, list) = try list()
    list.beginScan()
    for key in keys[..<10] { #expect(list.contains(key)) }
    let late = Digest.sha256(Array("late".utf8))
    try list.add([late])
    try list.shorten()
    for list in [list, try SeenList(in: folder)] {
      for key in keys[..<10] + [late] { #expect(list.contains(key)) }
      for key in keys[10...] { #expect(!list.contains(key)) }
    }
    #expect(try #require(temporary.text(at: ".state/seen")).utf8.count < 1000)
    try list.add(Array(keys[20..<30]))
    #expect(try SeenList(in: folder).contains(keys[25]))
  }

  @Test func `the list stays where a scan has met most of it, or nothing at all`() throws {
    let (temporary, _, list) = try list()
    let before = temporary.text(at: ".state/seen")
    list.beginScan()
    try list.shorten()
    list.beginScan()
    for key in keys[..<1000] { #expect(list.contains(key)) }
    try list.shorten()
    #expect(temporary.text(at: ".state/seen") == before)
    #expect(list.contains(keys[1999]))
  }

  @Test func `what is passed over in one run is in no list`() throws {
    let (temporary, folder, list) = try list()
    let key = Digest.sha256(Array("refused".utf8))
    list.refuse(key, Refusal(path: InboxPath("a.txt"), rejection: Rejection(reason: "a", message: "b")))
    list.beginScan()
    #expect(list.contains(key) && list.contains(keys[0]))
    try list.shorten()
    #expect(list.contains(key))
    #expect(try !SeenList(in: folder).contains(key))
    #expect(temporary.files(in: ".state").contains("seen"))
  }
}
