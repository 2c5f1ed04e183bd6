import Testing

@testable import Daemon
@testable import Spooling

/// Failures that concern all files.
extension IntakeTests {
  /// An intake of three claims that all met with a full disk at the start.
  private func paused() throws -> (Intake, [Claim]) {
    var intake = intake(capacity: 10)
    scanned(&intake)
    let claims = try ["a", "b", "c"].map(claim)
    #expect(intake.adopt(claims) == claims)
    #expect(intake.handle(.postponed(claims[0], fullDisk), at: .zero) == [.reportPause(fullDisk)])
    for claim in claims.dropFirst() { #expect(intake.handle(.postponed(claim, fullDisk), at: .zero) == []) }
    return (intake, claims)
  }

  @Test func `a full disk pauses the intake, and one claim is tried until all go on`() throws {
    var (intake, claims) = try paused()
    #expect(intake.nextErrand == .seconds(1))
    #expect(intake.isBlocked)
    #expect(intake.handle(.time, at: .seconds(1)) == [.resume(claims[0])])
    #expect(intake.handle(.time, at: .seconds(9)) == [])  // one at a time
    #expect(intake.handle(.postponed(claims[0], fullDisk), at: .seconds(9)) == [])
    #expect(intake.nextErrand == .seconds(11))
    #expect(intake.handle(.time, at: .seconds(11)) == [.resume(claims[1])])
    #expect(
      intake.handle(.settled(claims[1]), at: .seconds(11)) == [
        .reportResumption, .resume(claims[2]), .resume(claims[0]), .startScan,
      ])
    #expect(!intake.pause.isOn)
    #expect(intake.claimCount == 2)
  }

  @Test func `while the intake pauses, no file is taken`() throws {
    var (intake, _) = try paused()
    let path = try path("new")
    let look = Look.regular
    #expect(intake.handle(.looked(path, .moved, look), at: .milliseconds(500)) == [])
    #expect(intake.claimCount == 3)
  }

  @Test func `probes are never more than 20 seconds apart`() throws {
    var (intake, _) = try paused()
    var now = Duration.zero
    for _ in 0..<12 {
      let next = try #require(intake.nextErrand)
      #expect(next - now <= .seconds(20))
      now = next
      let actions = intake.handle(.time, at: now)
      guard case .resume(let claim)? = actions.first else {
        Issue.record("no probe")
        return
      }
      #expect(intake.handle(.postponed(claim, fullDisk), at: now) == [])
    }
  }

  @Test func `where no claim is parked, a file of the inbox is the probe`() throws {
    var intake = intake(capacity: 10)
    scanned(&intake)
    let names = [try path("a"), try path("b")]
    for name in names {
      #expect(intake.handle(.looked(name, .moved, .regular), at: .zero) == [.take(name, .regular)])
    }
    #expect(intake.handle(.unclaimed(names[0]), at: .zero) == [])
    #expect(intake.handle(.refused(names[0], fullDisk), at: .zero) == [.reportPause(fullDisk)])
    #expect(intake.handle(.unclaimed(names[1]), at: .zero) == [])
    #expect(intake.handle(.refused(names[1], fullDisk), at: .zero) == [])
    #expect(intake.handle(.time, at: .seconds(1)) == [.startScan])
    #expect(
      intake.handle(.scanned(names, isOver: false), at: .seconds(1)) == [
        .look(names[0], nil), .look(names[1], nil), .continueScan,
      ])
    #expect(
      intake.handle(.looked(names[0], .moved, .regular), at: .seconds(1)) == [.take(names[0], .regular)])
    #expect(intake.handle(.looked(names[1], .moved, .regular), at: .seconds(1)) == [])
    let claim = Claim(id: .minted(), path: names[0])
    #expect(
      intake.handle(.settled(claim), at: .seconds(1)) == [.reportResumption, .look(names[1], .closed)])
  }

  @Test func `a pause ends when there is nothing left to try`() throws {
    var intake = intake(capacity: 10)
    scanned(&intake)
    #expect(intake.handle(.refused(try path("a"), fullDisk), at: .zero) == [.reportPause(fullDisk)])
    #expect(intake.handle(.time, at: .seconds(1)) == [.startScan])
    #expect(intake.handle(.scanned([], isOver: true), at: .seconds(1)).first == .reportResumption)
  }

  @Test func `a claim of an earlier run waits for its time`() throws {
    var intake = intake()
    scanned(&intake)
    let claim = try claim("a")
    #expect(intake.adopt([claim]) == [claim])
    #expect(intake.handle(.deferred(claim, .seconds(5)), at: .zero) == [])
    #expect(intake.isBlocked)
    #expect(intake.handle(.time, at: .seconds(4)) == [])
    #expect(intake.handle(.time, at: .milliseconds(5250)) == [.resume(claim)])
  }

  @Test func `a transient error never puts a file aside`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    #expect(intake.handle(.refused(path, failure), at: .zero) == [])
    #expect(intake.handle(.refused(path, failure), at: .seconds(100_000)) == [])
  }
}
