import Testing

@testable import Daemon
@testable import Spooling

/// What is done about bytes that came before.
@Suite struct DuplicatesTests {
  private func claim(_ name: String) throws -> Claim {
    Claim(id: .minted(), path: InboxPath(name: try #require(FileName(Array(name.utf8)))))
  }

  private let digest = Digest.sha256([1])

  @Test func `bytes that were published are known`() throws {
    var duplicates = Duplicates()
    #expect(duplicates.know(DigestIndex()) == [])
    let first = try claim("a")
    #expect(duplicates.verdict(on: first, digest) == .new)
    #expect(duplicates.ended(first, published: digest) == [])
    #expect(duplicates.verdict(on: try claim("b"), digest) == .known)
  }

  @Test func `where nothing is asked any more, nothing waits for an answer`() throws {
    var duplicates = Duplicates()
    let (early, first, second) = (try claim("a"), try claim("b"), try claim("c"))
    #expect(duplicates.verdict(on: early, digest) == .wait)
    #expect(duplicates.end() == [early])
    _ = duplicates.know(DigestIndex())
    #expect(duplicates.verdict(on: first, digest) == .new)
    #expect(duplicates.verdict(on: second, digest) == .wait)
    #expect(duplicates.end() == [second])
    #expect(duplicates.end() == [])
  }

  @Test func `of the same bytes in hand at once one goes on, and the others wait for it`() throws {
    var duplicates = Duplicates()
    _ = duplicates.know(DigestIndex())
    let (first, second) = (try claim("a"), try claim("b"))
    #expect(duplicates.verdict(on: first, digest) == .new)
    #expect(duplicates.verdict(on: second, digest) == .wait)
    #expect(duplicates.verdict(on: first, digest) == .new)  // another try of the same
    #expect(duplicates.ended(first, published: nil) == [second])  // it failed
    #expect(duplicates.verdict(on: second, digest) == .new)
  }

  @Test func `nothing is decided before the history is read`() throws {
    var duplicates = Duplicates()
    let claim = try claim("a")
    #expect(duplicates.verdict(on: claim, digest) == .wait)
    var index = DigestIndex()
    index.insert(digest)
    #expect(duplicates.know(index) == [claim])
    #expect(duplicates.verdict(on: claim, digest) == .known)
  }

  @Test func `a history that is read at last adds to what was published since`() throws {
    var duplicates = Duplicates()
    _ = duplicates.know(DigestIndex())  // it could not be read
    let (first, other) = (try claim("a"), Digest.sha256([2]))
    #expect(duplicates.verdict(on: first, digest) == .new)
    #expect(duplicates.ended(first, published: digest) == [])
    var index = DigestIndex()
    index.insert(other)
    #expect(duplicates.know(index) == [])
    #expect(duplicates.verdict(on: try claim("b"), digest) == .known)
    #expect(duplicates.verdict(on: try claim("c"), other) == .known)
  }

  @Test func `what is published while the history is read is known, whether the reader saw it or not`() throws
  {
    var duplicates = Duplicates()
    #expect(duplicates.ended(try claim("a"), published: digest) == [])
    #expect(duplicates.know(DigestIndex()) == [])
    #expect(duplicates.verdict(on: try claim("b"), digest) == .known)
  }

  @Test func `bytes that were in hand before anything was asked are waited for`() throws {
    let (first, second) = (try claim("a"), try claim("b"))
    var duplicates = Duplicates(inHand: [first.id: digest])
    _ = duplicates.know(DigestIndex())
    #expect(duplicates.verdict(on: second, digest) == .wait)
    #expect(duplicates.ended(first, published: digest) == [second])
    #expect(duplicates.verdict(on: second, digest) == .known)
  }

  @Test func `bytes of a story that was forgotten are new again`() throws {
    var index = DigestIndex()
    for number in 0..<40_000 { index.insert(Digest.sha256([UInt8(number & 0xFF), UInt8(number >> 8)])) }
    var duplicates = Duplicates()
    _ = duplicates.know(index)
    let (first, second) = (Digest.sha256([7, 0]), Digest.sha256([8, 0]))
    duplicates.forget(first)
    duplicates.forget(first)
    #expect(duplicates.verdict(on: try claim("a"), first) == .new)
    #expect(duplicates.verdict(on: try claim("b"), second) == .known)
  }
}
