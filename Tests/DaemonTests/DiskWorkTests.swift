import Testing

@testable import Daemon

/// How long the disk takes is asked of each queue by itself.
@Suite struct DiskWorkTests {
  @Test func `what a queue does now began when what it did before was done`() {
    var work = DiskWork()
    work.begin()
    let first = work.began
    work.begin()
    #expect(work.began == first)
    let isOver = work.end()
    #expect(!isOver)
    #expect(work.began > first)
    let isOverNow = work.end()
    #expect(isOverNow)
  }
}
