import Dispatch
import Synchronization
import Testing

@testable import Daemon

/// What is said, when it is said again, and what becomes of it where nobody listens.
@Suite struct JournalTests {
  @Test func `a state is told once, and again each hour while it lasts`() {
    var reminders = Reminders()
    #expect(reminders.isDue("paused", at: .zero) == true)
    #expect(reminders.isDue("paused", at: .seconds(1)) == false)
    #expect(reminders.isDue("paused", at: .seconds(3599)) == false)
    #expect(reminders.isDue("paused", at: .seconds(3600)) == true)
    #expect(reminders.isDue("paused", at: .seconds(7199)) == false)
  }

  @Test func `a state that was over is news again`() {
    var reminders = Reminders()
    #expect(reminders.isDue("paused", at: .zero) == true)
    reminders.forget("paused")
    #expect(reminders.isDue("paused", at: .seconds(1)) == true)
  }

  @Test func `one state says nothing of another`() {
    var reminders = Reminders()
    #expect(reminders.isDue("a", at: .zero) == true)
    #expect(reminders.isDue("b", at: .zero) == true)
    #expect(reminders.isDue("a", at: .seconds(1)) == false)
  }

  @Test func `entries are sent in their order`() {
    let sent = Mutex<[Int]>([])
    let queue = JournalQueue { _ in }
    for number in 0..<100 { queue.submit { sent.withLock { $0.append(number) } } }
    queue.flush(within: .seconds(60))
    #expect(sent.withLock(\.self) == Array(0..<100))
  }

  @Test func `a journal that stands still holds nobody up, and what it lost is told later`() {
    let gate = DispatchSemaphore(value: 0)
    let said = Mutex<(sent: Int, lost: [Int])>((0, []))
    let queue = JournalQueue(limit: 10) { lost in said.withLock { $0.lost.append(lost) } }
    for number in 0..<25 {
      queue.submit {
        if number == 0 { gate.wait() }
        said.withLock { $0.sent += 1 }
      }
    }
    queue.flush(within: .milliseconds(1))  // gives up
    #expect(said.withLock(\.sent) == 0)
    gate.signal()
    queue.flush(within: .seconds(60))
    #expect(said.withLock(\.sent) == 10)
    #expect(said.withLock(\.lost) == [15])
  }
}
