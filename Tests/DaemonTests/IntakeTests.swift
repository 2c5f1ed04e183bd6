import Testing

@testable import Daemon
@testable import Spooling

/// The decisions of the service, driven by events and made-up times.
@Suite struct IntakeTests {
  private func intake(capacity: Int = 2) -> Intake {
    Intake(capacity: capacity, readiness: Readiness(settle: .seconds(1), settleUnknown: .seconds(10)))
  }

  private func path(_ name: String) throws -> InboxPath {
    InboxPath(name: try #require(FileName(Array(name.utf8))))
  }

  private let failure = SystemError("write", "x", code: 28)
  private let refusal = SystemError("access", "x", code: 13)

  /// What look and scan a folder of no files leads to, so that only what a test does is seen.
  private func scanned(_ intake: inout Intake) {
    #expect(intake.handle(.rescan, at: .zero) == [.startScan, .continueScan])
    #expect(intake.handle(.scanned([], isOver: true), at: .zero) == [])
  }

  @Test func `an event leads to a look, never to a claim by itself`() throws {
    var intake = intake()
    let path = try path("a")
    #expect(intake.handle(.watched(.file(path, .moved)), at: .zero) == [.look(path, .moved)])
  }

  @Test func `a file that is gone is forgotten`() throws {
    var intake = intake()
    #expect(intake.handle(.looked(try path("a"), .closed, nil), at: .zero) == [])
    #expect(intake.waitingCount == 0)
    #expect(intake.isIdle)
  }

  @Test func `lost events lead to a scan`() {
    var intake = intake()
    #expect(
      intake.handle(.watched(.overflow), at: .zero) == [.reportOverflow, .startScan, .continueScan])
  }

  @Test func `a new section is watched, and scanned for what came before the watch`() throws {
    var intake = intake()
    let section = [try #require(FileName(Array("s".utf8)))]
    #expect(
      intake.handle(.watched(.section(section)), at: .zero) == [
        .watchSection(section), .startScan, .continueScan,
      ])
  }

  @Test func `one scan runs at a time, and another follows if something happened meanwhile`() throws {
    var intake = intake()
    #expect(intake.handle(.rescan, at: .zero) == [.startScan, .continueScan])
    #expect(intake.handle(.rescan, at: .zero) == [])
    let path = try path("a")
    #expect(intake.handle(.scanned([path], isOver: false), at: .zero) == [.look(path, nil), .continueScan])
    #expect(intake.handle(.scanned([], isOver: true), at: .zero) == [.startScan, .continueScan])
    #expect(!intake.isIdle)
    #expect(intake.handle(.scanned([], isOver: true), at: .zero) == [])
    #expect(intake.isIdle)
  }

  @Test func `a file that cannot be taken is tried again after 1, 2, 4 seconds`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    var now = Duration.zero
    for wait in [1, 2, 4, 8] {
      #expect(intake.handle(.refused(path, failure), at: now) == [])
      #expect(intake.isPostponed(path))
      #expect(intake.handle(.time, at: now + .seconds(wait) - .milliseconds(1)) == [])
      now += .seconds(wait) + .milliseconds(250)
      #expect(intake.handle(.time, at: now) == [.look(path, nil)])
    }
  }

  @Test func `a file that may not be read is waited for ten minutes and then put aside`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    #expect(intake.handle(.refused(path, refusal), at: .zero) == [])
    #expect(intake.handle(.refused(path, refusal), at: .seconds(599)) == [])
    #expect(intake.handle(.refused(path, refusal), at: .seconds(600)) == [.takeUnreadable(path)])
    #expect(intake.claimCount == 1)
  }

  @Test func `a claim that fails again and again is tried ever more rarely`() throws {
    let claim = Claim(id: .minted(), path: try path("a"))
    var intake = intake()
    scanned(&intake)
    intake.adopt(1)
    var now = Duration.zero
    for wait in [1, 2, 4, 8, 16, 30, 30] {
      #expect(intake.handle(.postponed(claim), at: now) == [])
      #expect(intake.isPostponed(claim))
      #expect(intake.isBlocked)
      #expect(intake.handle(.time, at: now + .seconds(wait) - .milliseconds(1)) == [])
      now += .seconds(wait) + .milliseconds(250)
      #expect(intake.handle(.time, at: now) == [.resume(claim)])
      #expect(!intake.isBlocked)
    }
    intake.forgetFailures(of: claim)
    #expect(intake.handle(.settled, at: now) == [])
    #expect(intake.isIdle)
  }

  @Test func `many events on a waiting file are one errand`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    for _ in 0..<100 { #expect(intake.handle(.refused(path, failure), at: .zero) == []) }
    #expect(intake.handle(.time, at: .seconds(600)) == [.look(path, nil)])
    #expect(intake.handle(.time, at: .seconds(1200)) == [])
  }

  @Test func `a transient error never puts a file aside`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    #expect(intake.handle(.refused(path, failure), at: .zero) == [])
    #expect(intake.handle(.refused(path, failure), at: .seconds(100_000)) == [])
  }
}
