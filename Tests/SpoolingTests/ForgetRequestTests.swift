import Glibc
import Testing

@testable import Spooling

/// How a service that runs is asked to forget.
@Suite struct ForgetRequestTests {
  private let id = "01arz3ndektsv4rrffq69g5fav"
  private let digest = Digest.sha256([1])

  @Test func `a request is seen once it is whole, and open until it is answered`() throws {
    let temporary = try TemporarySpool()
    let view = try SpoolView(root: temporary.root)
    #expect(try temporary.spool.forgetRequest() == nil)
    let request = try #require(try view.ask(toForget: [id, digest]))
    let seen = try #require(try temporary.spool.forgetRequest())
    #expect(seen.words == [id, digest] && seen.ids.map(\.text) == [id])
    #expect(try view.isOpen(request))
    try temporary.spool.answer(seen)
    #expect(try !view.isOpen(request) && temporary.spool.forgetRequest() == nil)
  }

  @Test func `half a request is waited for, and two are seen together`() throws {
    let temporary = try TemporarySpool()
    let view = try SpoolView(root: temporary.root)
    _ = try temporary.spool.forgetRequest()
    _ = try view.ask(toForget: [id])
    _ = try view.ask(toForget: [id, digest])
    #expect(try #require(try temporary.spool.forgetRequest()).names.count == 3)
    let half = temporary.files(in: ".state/forget").filter { $0.hasPrefix(digest) }
    temporary.remove(".state/forget/\(half[0])")
    #expect(try #require(try temporary.spool.forgetRequest()).words == [id])
    #expect(try #require(try temporary.spool.forgetRequest()).names.count == 1)
  }

  @Test func `a service of a version that takes no requests is asked none`() throws {
    let temporary = try TemporarySpool()
    #expect(try SpoolView(root: temporary.root).ask(toForget: [id]) == nil)
  }
}
