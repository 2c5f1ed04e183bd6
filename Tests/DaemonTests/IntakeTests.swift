import Glibc
import Testing

@testable import Daemon
@testable import Spooling

/// The decisions of the service, driven by events and made-up times.
@Suite struct IntakeTests {
  func intake(capacity: Int = 2) -> Intake {
    Intake(capacity: capacity, readiness: Readiness(settle: .seconds(1), settleUnknown: .seconds(10)))
  }

  func path(_ name: String) throws -> InboxPath {
    InboxPath(name: try #require(FileName(Array(name.utf8))))
  }

  func claim(_ name: String) throws -> Claim { Claim(id: .minted(), path: try path(name)) }

  let failure = SystemError("open", "x", code: EBUSY)
  let fullDisk = SystemError("write", "x", code: ENOSPC)
  let refusal = SystemError("access", "x", code: 13)

  /// What look and scan a folder of no files leads to, so that only what a test does is seen.
  func scanned(_ intake: inout Intake) {
    #expect(intake.handle(.rescan, at: .zero) == [.startScan])
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
      intake.handle(.watched(.overflow), at: .zero) == [.reportOverflow, .startScan])
  }

  @Test func `a new section is watched, and scanned for what came before the watch`() throws {
    var intake = intake()
    let section = [try #require(FileName(Array("s".utf8)))]
    #expect(
      intake.handle(.watched(.section(section)), at: .zero) == [
        .watchSection(section), .startScan,
      ])
  }

  @Test func `one scan runs at a time, and another follows if something happened meanwhile`() throws {
    var intake = intake()
    #expect(intake.handle(.rescan, at: .zero) == [.startScan])
    #expect(intake.handle(.rescan, at: .zero) == [])
    let path = try path("a")
    #expect(intake.handle(.scanned([path], isOver: false), at: .zero) == [.look(path, nil), .continueScan])
    #expect(intake.handle(.scanned([], isOver: true), at: .zero) == [.startScan])
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

  @Test func `a file that may not even be moved away is tried again ever more rarely`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    #expect(intake.handle(.refused(path, refusal), at: .zero) == [])
    #expect(intake.handle(.refused(path, refusal), at: .seconds(600)) == [.takeUnreadable(path)])
    #expect(intake.handle(.unclaimed(path), at: .seconds(600)) == [])
    #expect(intake.handle(.refused(path, refusal), at: .seconds(600)) == [])
    #expect(intake.isPostponed(path))
    #expect(intake.retries(limit: 1).first?.attempts == 2)
    #expect(intake.handle(.refused(path, refusal), at: .seconds(900)) == [.takeUnreadable(path)])
    #expect(intake.handle(.claimed(path), at: .seconds(900)) == [])
    #expect(!intake.isPostponed(path))
  }

  @Test func `a claim that fails again and again is tried ever more rarely`() throws {
    let claim = Claim(id: .minted(), path: try path("a"))
    var intake = intake()
    scanned(&intake)
    #expect(intake.adopt([claim]) == [claim])
    var now = Duration.zero
    for wait in [1, 2, 4, 8, 16, 30, 30] {
      #expect(intake.handle(.postponed(claim, failure), at: now) == [])
      #expect(intake.isPostponed(claim))
      #expect(intake.isBlocked)
      #expect(intake.handle(.time, at: now + .seconds(wait) - .milliseconds(1)) == [])
      now += .seconds(wait) + .milliseconds(250)
      #expect(intake.handle(.time, at: now) == [.resume(claim)])
      #expect(!intake.isBlocked)
    }
    #expect(intake.handle(.settled(claim), at: now) == [])
    #expect(intake.isIdle)
  }

  @Test
  func
    `a claim that is still being written is looked at every two seconds, its new versions are read ever more rarely`()
    throws
  {
    var intake = intake()
    scanned(&intake)
    var claim = try claim("a")
    #expect(intake.adopt([claim]) == [claim])
    var now = Duration.zero
    for (isNewVersion, wait) in [
      (true, 1), (false, 2), (false, 2), (false, 2), (true, 16), (false, 2), (true, 30),
    ] {
      let next = isNewVersion ? Claim(id: .minted(), path: claim.path) : claim
      #expect(intake.handle(isNewVersion ? .replaced(claim, by: next) : .postponed(claim), at: now) == [])
      #expect(intake.handle(.time, at: now + .seconds(wait) - .milliseconds(1)) == [])
      now += .seconds(wait) + .milliseconds(250)
      #expect(intake.handle(.time, at: now) == [.resume(next)])
      claim = next
    }
  }

  @Test func `a file that changes again and again is one claim that is tried ever more rarely`() throws {
    var intake = intake()
    scanned(&intake)
    var claim = try claim("a")
    #expect(intake.adopt([claim]) == [claim])
    var now = Duration.zero
    for wait in [1, 2, 4] {
      let changed = Claim(id: .minted(), path: claim.path)
      #expect(intake.handle(.replaced(claim, by: changed), at: now) == [])
      #expect(intake.retryCount == 1)
      #expect(intake.postponedCount == 1)
      #expect(intake.handle(.time, at: now + .seconds(wait) - .milliseconds(1)) == [])
      now += .seconds(wait) + .milliseconds(250)
      #expect(intake.handle(.time, at: now) == [.resume(changed)])
      claim = changed
    }
    #expect(intake.handle(.settled(claim), at: now) == [])
    #expect(intake.retryCount == 0)
    #expect(intake.isIdle)
  }

  @Test func `claims that wait for another try leave the others their places`() throws {
    var intake = intake(capacity: 2)
    scanned(&intake)
    let waiting = try ["a", "b", "c", "d", "e"].map(claim)
    #expect(intake.adopt(waiting) == waiting)
    for claim in waiting.dropLast(2) { #expect(intake.handle(.postponed(claim, failure), at: .zero) == []) }
    let path = try path("new")
    #expect(intake.handle(.looked(path, .moved, .regular), at: .zero) == [])
    #expect(intake.handle(.postponed(waiting[3], failure), at: .zero) == [.take(path, .regular)])
    // They come back a few at a time.
    #expect(intake.handle(.time, at: .seconds(2)) == [.resume(waiting[0]), .resume(waiting[1])])
    #expect(intake.handle(.settled(waiting[0]), at: .seconds(2)) == [])
    #expect(intake.handle(.time, at: .seconds(4)).count == 1)
  }

  @Test func `many events on a waiting file are one errand`() throws {
    var intake = intake()
    scanned(&intake)
    let path = try path("a")
    for _ in 0..<100 { #expect(intake.handle(.refused(path, failure), at: .zero) == []) }
    #expect(intake.handle(.time, at: .seconds(600)) == [.look(path, nil)])
    #expect(intake.handle(.time, at: .seconds(1200)) == [])
  }

  @Test func `events are lost many times and told once a scan`() {
    var intake = intake()
    #expect(
      intake.handle(.watched(.overflow), at: .zero) == [.reportOverflow, .startScan])
    #expect(intake.handle(.watched(.overflow), at: .zero) == [.reportOverflow])
    #expect(intake.handle(.watched(.overflow), at: .zero) == [])
  }

  @Test func `a section that is moved away is looked for, and is no loss of events`() {
    var intake = intake()
    #expect(intake.handle(.watched(.sectionLost), at: .zero) == [.startScan])
    #expect(intake.handle(.watched(.sectionLost), at: .zero) == [])
  }

  @Test func `a new file waits behind a large backlog, and is found by the next scan`() throws {
    var intake = intake(capacity: 1)
    #expect(intake.handle(.rescan, at: .zero) == [.startScan])
    let (old, new) = (try path("old"), try path("new"))
    #expect(
      intake.handle(.scanned([old], isOver: false, backlog: 5000), at: .zero) == [
        .look(old, nil), .continueScan,
      ])
    #expect(intake.handle(.watched(.file(new, .moved)), at: .zero) == [])
    #expect(intake.waitingCount == 5000)
    #expect(intake.handle(.scanned([], isOver: true), at: .zero) == [.startScan])
    #expect(intake.handle(.watched(.file(new, .moved)), at: .zero) == [.look(new, .moved)])
  }

  @Test func `a scan that fails is tried again after 1, 2, 4 seconds`() {
    var intake = intake()
    scanned(&intake)
    var now = Duration.zero
    for wait in [1, 2, 4] {
      #expect(intake.handle(.scanFailed, at: now) == [])
      #expect(intake.handle(.time, at: now + .seconds(wait) - .milliseconds(1)) == [])
      now += .seconds(wait) + .milliseconds(250)
      #expect(intake.handle(.time, at: now) == [.startScan])
      #expect(intake.handle(.scanned([], isOver: true), at: now) == [])
    }
    #expect(intake.handle(.scanSucceeded, at: now) == [])
    #expect(intake.handle(.scanFailed, at: now) == [])
    #expect(intake.handle(.time, at: now + .milliseconds(1250)) == [.startScan])
  }

  @Test func `a file is claimed as it was looked at last, and once`() throws {
    var intake = intake(capacity: 1)
    scanned(&intake)
    let (first, path) = (try claim("a"), try path("b"))
    #expect(intake.adopt([first]) == [first])
    #expect(intake.handle(.looked(path, .moved, .regular), at: .zero) == [])
    #expect(intake.isKnown(path))
    #expect(intake.handle(.looked(path, .moved, .regular(size: 20)), at: .zero) == [])
    #expect(intake.waitingCount == 1)
    #expect(intake.handle(.settled(first), at: .zero) == [.take(path, .regular(size: 20))])
    #expect(intake.waitingCount == 0)
  }

  @Test func `a file that is written to while it is ready is not claimed`() throws {
    var intake = intake(capacity: 1)
    scanned(&intake)
    let (first, path) = (try claim("a"), try path("b"))
    #expect(intake.adopt([first]) == [first])
    #expect(intake.handle(.looked(path, .moved, .regular), at: .zero) == [])
    #expect(intake.handle(.looked(path, .unseen, .beingWritten), at: .zero) == [])
    #expect(intake.handle(.settled(first), at: .zero) == [])
    #expect(intake.handle(.looked(path, .closed, .regular), at: .zero) == [.take(path, .regular)])
  }

  // MARK: - Files of one path, one after the other

  @Test func `a newer file of a path is claimed when the older one is settled`() throws {
    var intake = intake(capacity: 10)
    scanned(&intake)
    intake.turns.areKept = true
    let older = try claim("a")
    let (path, other) = (older.path, try path("b"))
    #expect(intake.handle(.looked(path, .moved, .regular), at: .zero) == [.take(path, .regular)])
    #expect(intake.handle(.claimed(path), at: .zero) == [])
    #expect(intake.handle(.looked(path, .moved, .regular), at: .zero) == [])
    #expect(intake.handle(.looked(other, .moved, .regular), at: .zero) == [.take(other, .regular)])
    #expect(intake.waitingCount == 1)
    #expect(intake.isKnown(path))
    #expect(intake.handle(.postponed(older), at: .zero) == [])  // it is still in hand
    #expect(intake.handle(.time, at: .seconds(2)) == [.resume(older)])
    // It may have changed while it waited.
    #expect(intake.handle(.settled(older), at: .seconds(2)) == [.look(path, .closed)])
    #expect(intake.waitingCount == 0)
    #expect(intake.handle(.looked(path, .closed, .regular), at: .seconds(2)) == [.take(path, .regular)])
    #expect(intake.handle(.vanished(path), at: .zero) == [.look(path, .unseen)])
    #expect(intake.handle(.looked(path, .moved, .regular), at: .zero) == [.take(path, .regular)])
  }

  @Test func `claims of a path that an earlier run left go on one after the other`() throws {
    var intake = intake(capacity: 10)
    scanned(&intake)
    intake.turns.areKept = true
    let versions = try [claim("a"), claim("a"), claim("a")]
    let other = try claim("b")
    #expect(intake.adopt(versions + [other]) == [versions[0], other])
    #expect(intake.handle(.looked(other.path, .moved, .regular), at: .zero) == [])
    #expect(intake.handle(.settled(versions[0]), at: .zero) == [.resume(versions[1])])
    #expect(intake.handle(.settled(versions[1]), at: .zero) == [.resume(versions[2])])
    #expect(intake.handle(.settled(versions[2]), at: .zero) == [])
    #expect(intake.handle(.settled(other), at: .zero) == [.look(other.path, .closed)])
    #expect(intake.claimCount == 0)
  }

  @Test func `a file that is written to while it waits for its turn is claimed when that is over`() throws {
    var intake = intake(capacity: 10)
    scanned(&intake)
    intake.turns.areKept = true
    let older = try claim("a")
    #expect(intake.adopt([older]) == [older])
    #expect(intake.handle(.looked(older.path, .moved, .regular), at: .zero) == [])
    #expect(intake.handle(.looked(older.path, .unseen, .beingWritten), at: .zero) == [])
    #expect(intake.handle(.settled(older), at: .zero) == [.look(older.path, .closed)])
    #expect(intake.handle(.looked(older.path, .closed, .beingWritten), at: .zero) == [])
    #expect(intake.handle(.looked(older.path, .closed, .regular), at: .zero) == [.take(older.path, .regular)])
  }

  @Test func `files of one path are in hand together where their results have names of their own`() throws {
    var intake = intake(capacity: 10)
    scanned(&intake)
    let older = try claim("a")
    #expect(intake.adopt([older]) == [older])
    #expect(intake.handle(.looked(older.path, .moved, .regular), at: .zero) == [.take(older.path, .regular)])
    #expect(intake.handle(.settled(older), at: .zero) == [])
    #expect(intake.handle(.settled(try claim("a")), at: .zero) == [])
    #expect(intake.claimCount == 0)
  }
}

extension Look {
  /// A file with something in it that nobody writes to.
  static var regular: Look { regular() }

  /// A file with something in it that somebody writes to.
  static var beingWritten: Look { regular(isFreeOfWriters: false) }

  static func regular(size: Int = 10, isFreeOfWriters: Bool = true) -> Look {
    var status = stat()
    status.st_mode = S_IFREG | 0o644
    status.st_size = size
    return Look(status: FileStatus(status), isFreeOfWriters: isFreeOfWriters)
  }
}
