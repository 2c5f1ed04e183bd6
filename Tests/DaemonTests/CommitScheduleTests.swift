import Testing

@testable import Daemon

/// When settlements are committed, by made-up times.
@Suite struct CommitScheduleTests {
  private func schedule(_ count: Int, bytes: Int = 1) -> CommitSchedule {
    var schedule = CommitSchedule()
    for _ in 0..<count { schedule.add(bytes: bytes, at: .seconds(1)) }
    return schedule
  }

  @Test func `a single file of an idle service is committed at once`() {
    #expect(schedule(1).verdict(isBusy: false, workCount: 0, at: .seconds(1)) == .commit)
  }

  @Test func `a file waits for those that are worked on, but not for long`() {
    let schedule = schedule(1)
    let end = Duration.seconds(1) + .milliseconds(50)
    #expect(schedule.verdict(isBusy: false, workCount: 3, at: .seconds(1)) == .wait(until: end))
    #expect(schedule.verdict(isBusy: false, workCount: 3, at: end) == .commit)
  }

  @Test func `256 files, or many bytes, wait for no more`() {
    #expect(schedule(255).verdict(isBusy: false, workCount: 3, at: .seconds(1)) != .commit)
    #expect(schedule(256).verdict(isBusy: false, workCount: 3, at: .seconds(1)) == .commit)
    #expect(schedule(1, bytes: 8 << 20).verdict(isBusy: false, workCount: 3, at: .seconds(1)) == .commit)
  }

  @Test func `one batch is committed at a time`() {
    #expect(schedule(300).verdict(isBusy: true, workCount: 0, at: .seconds(9)) == .nothing)
  }

  @Test func `nothing is done where nothing waits`() {
    var schedule = schedule(3)
    schedule.took(leaving: 0, bytes: 0)
    #expect(schedule.verdict(isBusy: false, workCount: 0, at: .seconds(9)) == .nothing)
  }

  @Test func `the wait begins with the first file of a batch`() {
    var schedule = schedule(1)
    schedule.took(leaving: 0, bytes: 0)
    schedule.add(bytes: 1, at: .seconds(5))
    schedule.add(bytes: 1, at: .seconds(6))
    let end = Duration.seconds(5) + .milliseconds(50)
    #expect(schedule.verdict(isBusy: false, workCount: 1, at: .seconds(5)) == .wait(until: end))
  }
}
