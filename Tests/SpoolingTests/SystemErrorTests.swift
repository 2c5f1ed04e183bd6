import Glibc
import Spooling
import Testing

@Suite struct SystemErrorTests {
  @Test(arguments: [EBADMSG, EUCLEAN])
  func `a damaged file system is told of with its mend`(code: CInt) {
    let text = SystemError("getdents", "spool/.state/tmp", code: code).description
    #expect(text.hasPrefix("getdents spool/.state/tmp: "))
    #expect(text.hasSuffix("check it with fsck(8)"))
  }

  @Test func `other failures are told in the system's words`() {
    #expect(SystemError("open", "a.txt", code: ENOENT).description == "open a.txt: No such file or directory")
  }
}
