import Glibc
import Testing

@testable import Spooling

@Suite struct ReadinessTests {
  private let path = InboxPath("a.txt")

  private func look(size: Int = 10, modified: Int = 1, free: Bool? = nil, mode: mode_t = S_IFREG) -> Look {
    var status = stat()
    status.st_mode = mode | 0o644
    status.st_size = size
    status.st_mtim.tv_sec = modified
    return Look(status: FileStatus(status), isFreeOfWriters: free)
  }

  private func readiness() -> Readiness {
    Readiness(settle: .seconds(1), settleUnknown: .seconds(10))
  }

  @Test func `a file that was moved in is ready at once`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .moved, look: look(size: 0), at: .zero) == .ready)
  }

  @Test func `a file that was moved in while its writer has it open is waited for`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .moved, look: look(free: false), at: .zero) != .ready)
    #expect(readiness.judge(path, evidence: nil, look: look(free: true), at: .seconds(1)) == .ready)
  }

  @Test func `a closed file is ready when it was quiet`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .closed, look: look(), at: .zero) == .wait(until: .seconds(1)))
    #expect(readiness.judge(path, evidence: nil, look: look(), at: .milliseconds(999)) != .ready)
    #expect(readiness.judge(path, evidence: nil, look: look(), at: .seconds(1)) == .ready)
    #expect(readiness.count == 0)
  }

  @Test func `a file whose end was not seen waits longer`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .unseen, look: look(), at: .zero) == .wait(until: .seconds(10)))
    #expect(readiness.judge(path, evidence: nil, look: look(), at: .seconds(9)) != .ready)
    #expect(readiness.judge(path, evidence: nil, look: look(), at: .seconds(10)) == .ready)
  }

  @Test func `growth begins the wait anew`() {
    var readiness = readiness()
    _ = readiness.judge(path, evidence: .closed, look: look(), at: .zero)
    #expect(
      readiness.judge(path, evidence: nil, look: look(size: 11), at: .seconds(1)) == .wait(until: .seconds(2))
    )
    #expect(
      readiness.judge(path, evidence: nil, look: look(size: 11, modified: 2), at: .seconds(2))
        == .wait(until: .seconds(3)))
    #expect(
      readiness.judge(path, evidence: nil, look: look(size: 11, modified: 2), at: .seconds(3)) == .ready)
  }

  @Test func `a file that surely nobody writes is ready at once`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .unseen, look: look(free: true), at: .zero) == .ready)
  }

  @Test func `a file that somebody writes is not ready however quiet it is`() {
    var readiness = readiness()
    _ = readiness.judge(path, evidence: .unseen, look: look(free: false), at: .zero)
    for second in 1...100 {
      #expect(readiness.judge(path, evidence: nil, look: look(free: false), at: .seconds(second)) != .ready)
    }
    #expect(readiness.judge(path, evidence: .closed, look: look(free: true), at: .seconds(101)) == .ready)
  }

  @Test func `an empty file is given time to be written`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .closed, look: look(size: 0, free: true), at: .zero) != .ready)
    #expect(
      readiness.judge(path, evidence: nil, look: look(size: 0, free: true), at: .seconds(9)) != .ready)
    #expect(readiness.judge(path, evidence: nil, look: look(size: 0, free: true), at: .seconds(10)) == .ready)
  }

  @Test func `what is no regular file is ready to be put aside`() {
    var readiness = readiness()
    #expect(readiness.judge(path, evidence: .unseen, look: look(mode: S_IFLNK), at: .zero) == .ready)
  }
}
