import Testing

@testable import Spooling

@Suite struct NameTests {
  @Test(arguments: ["", ".", "..", "a/b", "a\0b"])
  func `what is no component of a path is no name`(text: String) {
    #expect(FileName(Array(text.utf8)) == nil)
  }

  @Test func `a name that would be too long is cut at a scalar and marked with its hash`() throws {
    let name = try #require(FileName(Array(String(repeating: "é", count: 127).utf8)))
    let long = name.appending(".json")
    #expect(long.bytes.count <= 255)
    #expect(String(validating: long.bytes, as: UTF8.self) != nil)
    #expect(long.description.hasSuffix("~\(Digest.sha256(name.bytes).prefix(12)).json"))
    #expect(name.appending(".json") == long)
  }

  @Test(
    arguments: [[], [0x61], Array("a b,c/d%e\n".utf8), [0xFF, 0x00, 0x80], Array("ü漢".utf8)] as [[UInt8]])
  func `percent-encoding gives back the same bytes`(bytes: [UInt8]) {
    let encoded = Escaping.percentEncoded(bytes)
    #expect(!encoded.contains(0x2F) && !encoded.contains(0x2C) && !encoded.contains(0x0A))
    #expect(Escaping.percentDecoded(encoded) == bytes)
  }

  @Test func `a name for people has no control character in it`() throws {
    #expect(FileName(Array("a\nb\u{1B}[31m".utf8))?.description == "a\\x0Ab\\x1B[31m")
    #expect(FileName([0x61, 0xFF])?.description == "a\\xFF")
    #expect(FileName(Array("a\u{202E}b".utf8))?.description == "a\\xE2\\x80\\xAEb")
  }

  @Test func `the name in work tells all of a claim`() throws {
    let claim = Claim(id: .minted(), path: InboxPath("sport/ä b%.txt"))
    for mark: WorkName.Mark in [.claimed, .published, .publishedAside, .failed, .failedAside] {
      let read = try #require(WorkName(claim.workName(mark)))
      #expect(read.id == claim.id)
      #expect(read.path == claim.path)
      #expect(read.mark == mark)
    }
  }

  @Test(arguments: ["x", "01kazzzzzzzzzzzzzzzzzzzzzz", "01kazzzzzzzzzzzzzzzzzzzzzz,a.what", "short,a.in"])
  func `a name that the program did not make is none of work's`(name: String) {
    #expect(WorkName(FileName(trusted: name)) == nil)
  }

  @Test func `identifiers sort by the time of their claim`() {
    let identifiers = (0..<50).map { _ in ClaimID.minted().text.prefix(10) }
    #expect(identifiers == identifiers.sorted())
    #expect(Set((0..<1000).map { _ in ClaimID.minted() }).count == 1000)
  }

  @Test(arguments: [
    ".hidden", "a.txt~", "b.part", "b.PART", "c.crdownload", "~$doc.docx", "Thumbs.db", "thumbs.db",
    ".goutputstream-X", ".~lock.a#", "._a",
  ])
  func `names of unfinished and of hidden files are left alone`(name: String) {
    #expect(IgnoreList().contains(FileName(trusted: name)))
  }

  @Test(arguments: ["a.txt", "part", "party.html", "a~b", "tmp"])
  func `other names are not`(name: String) {
    #expect(!IgnoreList().contains(FileName(trusted: name)))
  }

  @Test(arguments: [
    ("*.bak", "A.BAK", true), ("*.bak", ".bak", true), ("*.bak", "bak", false), ("Draft*", "draft", true),
    ("Draft*", "a draft", false), ("ab*ba", "aba", false), ("ab*ba", "ab-ba", true), ("*", "x", true),
    ("ä*", "äx", true), ("Ä", "ä", false), ("?.txt", "a.txt", true), ("?.txt", "ab.txt", false),
    ("[ab]*", "b1", true), ("*a*b", "xaxb", true), ("\\*", "*", true), ("\\*", "x", false), ("", "x", false),
  ])
  func `a pattern is read as the shell does`(pattern: String, name: String, isIgnored: Bool) {
    #expect(IgnoreList(patterns: [pattern]).contains(FileName(trusted: name)) == isIgnored)
  }

  @Test func `the digest is SHA-256`() {
    // FIPS 180-4, appendix B.1.
    #expect(
      Digest.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `the check of a line is the CRC-32 of gzip`() {
    #expect(CRC32.checksum(of: Array("123456789".utf8).span) == 0xCBF4_3926)
    #expect(CRC32.checksum(of: [UInt8](repeating: 0, count: 32).span) == 0x190A_55AD)
    #expect(CRC32.checksum(of: [UInt8]().span) == 0)
  }

  @Test(arguments: [
    ("1.md", true), ("9999.json", true), ("12345.md", false), ("md", false), (".json", false),
    ("1.txt", false), ("x.md", false),
    ("1.2.md", false),
  ])
  func `the ending of one of several articles is known`(ending: String, isNumbered: Bool) {
    #expect(OutputFile.isNumbered(ending) == isNumbered)
  }

  @Test func `a word may name one of several articles, and the file itself goes before it`() {
    let choice = Choice("outbox/sport/a.2.json", mayBePart: true)
    #expect(choice.number == 2)
    #expect(choice.includes(InboxPath("sport/a")) && choice.includes(InboxPath("sport/a.2")))
    #expect(choice.best(of: ["sport/a", "sport/a.2"], at: InboxPath.init, id: { _ in nil }) == ["sport/a.2"])
    #expect(Choice("a.12345.json").number == nil && Choice("a").number == nil)
  }
}
