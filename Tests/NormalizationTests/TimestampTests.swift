import Normalization
import Testing

@Suite struct TimestampTests {
  @Test func `a day without a time prints as a day`() {
    #expect(Timestamp(year: 2025, month: 2, day: 25)?.description == "2025-02-25")
  }

  @Test func `a time keeps its offset`() {
    let clock = Timestamp.Clock(hour: 17, minute: 35, offset: 330)
    let timestamp = Timestamp(year: 2025, month: 2, day: 25, clock: clock)
    #expect(timestamp?.description == "2025-02-25T17:35:00+05:30")
  }

  @Test(arguments: [(2025, 2, 29), (2025, 4, 31), (2025, 13, 1), (0, 1, 1), (1900, 2, 29)])
  func `a day that no calendar has is refused`(year: Int, month: Int, day: Int) {
    #expect(Timestamp(year: year, month: month, day: day) == nil)
  }
}
