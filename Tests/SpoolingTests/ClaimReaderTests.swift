import Glibc
import Testing

@testable import Spooling

/// Large files, which are read piece by piece.
@Suite struct ClaimReaderTests {
  private let text = String(repeating: "All the news that is fit to print, and more of it. ", count: 20_000)

  private func taken() throws -> (TemporarySpool, Claim, Content) {
    let temporary = try TemporarySpool()
    try temporary.write(text, to: "inbox/a.txt")
    let (claim, content) = try temporary.taken("a.txt")
    return (temporary, claim, content)
  }

  @Test func `a large file is in memory piece by piece, and hashed by the way`() throws {
    let (temporary, claim, content) = try taken()
    #expect(content.bytes == nil && content.stamp.sha256 == nil)
    let reader = try #require(try temporary.spool.reader(of: claim, content.stamp))
    var bytes: [UInt8] = []
    while let piece = try reader.next(), !piece.isEmpty {
      #expect(piece.count <= 256 << 10)
      bytes += piece
    }
    #expect(bytes == Array(text.utf8))
    #expect(reader.sha256 == Digest.sha256(bytes))
    #expect(try temporary.spool.isUnchanged(claim, since: content.stamp))
  }

  @Test func `the digest of a large file is there where it is asked for`() throws {
    let (temporary, claim, content) = try taken()
    let digest = try temporary.spool.digest(of: claim, content.stamp)
    #expect(digest == Digest.sha256(Array(text.utf8)))
  }

  @Test func `a large file that gets shorter has no end and no digest`() throws {
    let (temporary, claim, content) = try taken()
    let reader = try #require(try temporary.spool.reader(of: claim, content.stamp))
    _ = try reader.next()
    let name = try #require(temporary.files(in: ".state/work").first)
    unsafe truncate("\(temporary.root)/.state/work/\(name)", 300_000)
    while let piece = try reader.next() { try #require(!piece.isEmpty) }
    #expect(reader.sha256 == nil)
    #expect(try !temporary.spool.isUnchanged(claim, since: content.stamp))
  }

  @Test func `a large file that has changed is not opened`() throws {
    let (temporary, claim, content) = try taken()
    let name = try #require(temporary.files(in: ".state/work").first)
    unsafe truncate("\(temporary.root)/.state/work/\(name)", 300_000)
    #expect(try temporary.spool.reader(of: claim, content.stamp) == nil)
    #expect(try temporary.spool.digest(of: claim, content.stamp) == nil)
  }
}
