import Testing

@testable import Daemon
@testable import Spooling

/// `status.json` and `nutgraf.prom`.
@Suite struct StatusTests {
  private func settled(
    _ name: String, _ state: Settled.State = .published, bytes: Int = 100, rejection: Rejection? = nil
  ) throws -> Settled {
    let path = try #require(InboxPath(bytes: Array(name.utf8)))
    return Settled(
      claim: Claim(id: .minted(), path: path), state: state,
      outputs: ["outbox/\(name).md", "outbox/\(name).json"],
      sha256: nil, byteCount: bytes, rejection: rejection, changed: nil)
  }

  @Test func `what is written is read back`() throws {
    var statistics = Statistics()
    statistics.settled(try settled("sport/a.txt"), after: .milliseconds(3), at: "2026-11-24T17:00:00Z")
    var status = ServiceStatus(pid: 7, since: "2026-11-24T16:00:00Z")
    status.pause = ServiceStatus.Pause(since: "2026-11-24T17:00:01Z", reason: "ENOSPC", message: "full")
    status.state = .paused
    status.counts = statistics.counts
    status.last = statistics.last
    status.backlogAge = 1.5
    let again = try ServiceStatus(json: status.json)
    #expect(again == status)
    #expect(again.last.first?.file == "sport/a.txt")
    #expect(again.last.first?.output == "outbox/sport/a.txt.json")
    #expect(again.last.first?.microseconds == 3000)
  }

  @Test func `a reader passes over members that it does not know`() throws {
    let status = ServiceStatus(pid: 7, since: "2026-11-24T16:00:00Z")
    let text = String(decoding: status.json, as: UTF8.self)
    let newer = text.replacing("\"pid\"", with: "\"later\" : {}, \"pid\"")
    #expect(newer != text)
    #expect(try ServiceStatus(json: Array(newer.utf8)) == status)
  }

  @Test func `the last ten results are kept, the latest first`() throws {
    var statistics = Statistics()
    for number in 0..<12 {
      statistics.settled(try settled("\(number).txt"), after: nil, at: "2026-11-24T17:00:00Z")
    }
    #expect(statistics.last.map(\.file) == (2..<12).reversed().map { "\($0).txt" })
    #expect(statistics.counts.published == 12)
    #expect(statistics.bytes == 1200)
  }

  @Test func `what is to be forgotten is listed no more, and counts all the same`() throws {
    var statistics = Statistics()
    let outcomes = try ["a", "b", "c"].map { try settled($0) }
    for outcome in outcomes { statistics.settled(outcome, after: nil, at: "") }
    statistics.forget([outcomes[1].claim.id.text, "something else"])
    #expect(statistics.last.map(\.file) == ["c", "a"])
    #expect(statistics.counts.published == 3)
  }

  @Test func `commits have a histogram of their own`() {
    var statistics = Statistics()
    statistics.committed(after: .milliseconds(4))
    let text = Metrics(
      status: ServiceStatus(pid: 1, since: ""), statistics: statistics, startTime: 5, spool: "s"
    ).text
    #expect(text.contains("nutgraf_commit_seconds_bucket{spool=\"s\",le=\"0.002\"} 0\n"))
    #expect(text.contains("nutgraf_commit_seconds_bucket{spool=\"s\",le=\"0.005\"} 1\n"))
    #expect(text.contains("nutgraf_commit_seconds_sum{spool=\"s\"} 0.004\n"))
    #expect(text.contains("nutgraf_file_seconds_count{spool=\"s\"} 0\n"))
  }

  @Test func `a duration counts in the bucket of the first bound that it does not pass`() {
    var histogram = Histogram()
    histogram.add(.milliseconds(2))
    histogram.add(.milliseconds(3))
    histogram.add(.seconds(61))
    #expect(histogram.counts.prefix(2) == [1, 1])
    #expect(histogram.counts.last == 1)
    #expect(histogram.sum == .milliseconds(61_005))
  }

  @Test func `buckets of a metric hold those before them`() throws {
    var statistics = Statistics()
    statistics.settled(try settled("a"), after: .milliseconds(2), at: "")
    statistics.settled(try settled("b"), after: .seconds(61), at: "")
    let text = Metrics(
      status: ServiceStatus(pid: 1, since: ""), statistics: statistics, startTime: 5, spool: "s"
    ).text
    #expect(text.contains("nutgraf_file_seconds_bucket{spool=\"s\",le=\"0.002\"} 1\n"))
    #expect(text.contains("nutgraf_file_seconds_bucket{spool=\"s\",le=\"60.0\"} 1\n"))
    #expect(text.contains("nutgraf_file_seconds_bucket{spool=\"s\",le=\"+Inf\"} 2\n"))
    #expect(text.contains("nutgraf_file_seconds_sum{spool=\"s\"} 61.002\n"))
    #expect(text.contains("nutgraf_file_seconds_count{spool=\"s\"} 2\n"))
  }

  @Test func `failures and errors are counted by what they were`() throws {
    var statistics = Statistics()
    let rejection = Rejection(reason: "odd\"\\\nreason", message: "")
    statistics.settled(try settled("a", .failed, rejection: rejection), after: nil, at: "")
    statistics.failed(SystemError("write", "x", code: 28))
    var status = ServiceStatus(pid: 1, since: "")
    status.failures = statistics.failures
    let text = Metrics(status: status, statistics: statistics, startTime: 5, spool: "s").text
    #expect(text.contains("nutgraf_failures_total{spool=\"s\",reason=\"odd\\\"\\\\\\nreason\"} 1\n"))
    #expect(text.contains("nutgraf_system_errors_total{spool=\"s\",error=\"ENOSPC\"} 1\n"))
  }

  @Test func `a stopped service is not up`() {
    var status = ServiceStatus(pid: 1, since: "")
    #expect(
      Metrics(status: status, statistics: Statistics(), startTime: 5, spool: "s").text.contains(
        "nutgraf_up{spool=\"s\"} 1\n"))
    status.state = .stopped
    #expect(
      Metrics(status: status, statistics: Statistics(), startTime: 5, spool: "s").text.contains(
        "nutgraf_up{spool=\"s\"} 0\n"))
  }
}

@Suite struct BacklogAgeTests {
  @Test func `nothing waits where all is settled`() {
    var backlog = BacklogAge()
    #expect(backlog.age(present: 0, gone: 0, at: .seconds(1)) == .zero)
    #expect(backlog.age(present: 0, gone: 5, at: .seconds(2)) == .zero)
  }

  @Test func `a file that stays grows old`() {
    var backlog = BacklogAge()
    #expect(backlog.age(present: 1, gone: 0, at: .seconds(1)) == .zero)
    #expect(backlog.age(present: 1, gone: 0, at: .seconds(61)) == .seconds(60))
  }

  @Test func `the age falls as the oldest are settled`() {
    var backlog = BacklogAge()
    _ = backlog.age(present: 10, gone: 0, at: .seconds(0))
    _ = backlog.age(present: 20, gone: 0, at: .seconds(10))
    #expect(backlog.age(present: 15, gone: 5, at: .seconds(20)) == .seconds(20))
    #expect(backlog.age(present: 10, gone: 10, at: .seconds(21)) == .seconds(11))
    #expect(backlog.age(present: 0, gone: 20, at: .seconds(22)) == .zero)
  }

  @Test func `years of a steady backlog cost no memory, and the age stays about right`() {
    var backlog = BacklogAge()
    var age = Duration.zero
    for second in 0..<10_000 {
      age = backlog.age(present: second + 1, gone: 0, at: .seconds(second))
    }
    #expect(age == .seconds(9999))
    age = backlog.age(present: 5000, gone: 5000, at: .seconds(10_000))
    #expect(age > .seconds(4500) && age < .seconds(5600))
  }
}
