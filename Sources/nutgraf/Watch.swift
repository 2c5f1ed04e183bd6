import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf watch`: results as they come.
func watchCommand(_ arguments: Arguments) throws -> CInt {
  let view = try arguments.view()
  var follower = try view.follow()
  let terminal = Terminal.output
  if try view.holder() == nil {
    complain("the service does not run; waiting for it (\(arguments.start))")
  }
  var interrupts = sigset_t()
  unsafe sigemptyset(&interrupts)
  for signal in [SIGINT, SIGTERM] { unsafe sigaddset(&interrupts, signal) }
  unsafe sigprocmask(SIG_BLOCK, &interrupts, nil)
  var progress = Progress()
  var isBarShown = false
  while true {
    let news = try follower.news()
    if isBarShown && !news.isEmpty { writeToStandardOutput(Array("\r\u{1B}[K".utf8)) }
    say(news.map(FileLine.init))
    if let width = terminal.width {
      let bar = progress.bar(settling: news.count, left: try left(in: view), at: .now, width: width)
      if isBarShown || bar != nil { writeToStandardOutput(Array("\r\u{1B}[K\(bar ?? "")".utf8)) }
      isBarShown = bar != nil
    }
    var pause = timespec(tv_sec: 0, tv_nsec: 200_000_000)
    if unsafe sigtimedwait(&interrupts, nil, &pause) > 0 {
      if isBarShown { writeToStandardOutput(Array("\r\u{1B}[K".utf8)) }
      return EX_OK
    }
  }
}

/// How many files the service has before it, as it says.
private func left(in view: SpoolView) throws -> Int {
  guard let status = try view.stateFile("status.json").flatMap({ try? ServiceStatus(json: $0) }),
    status.state != .stopped
  else { return 0 }
  return status.waiting + status.inHand
}

/// How fast a backlog shrinks.
private struct Progress {
  private var done = 0
  private var recent: [(time: ContinuousClock.Instant, count: Int)] = []
  private static let backlog = 50

  mutating func bar(settling count: Int, left: Int, at now: ContinuousClock.Instant, width: Int) -> String? {
    guard left >= Self.backlog || done > 0 && left > 0 else {
      done = 0
      recent = []
      return nil
    }
    done += count
    recent.append((now, count))
    recent.removeAll { now - $0.time > .seconds(10) }
    let time = recent.first.map { (now - $0.time) / .seconds(1) } ?? 0
    let rate = time > 0 ? Double(recent.dropFirst().reduce(0) { $0 + $1.count }) / time : 0
    return ProgressBar.text(done: done, left: left, rate: rate, width: width - 1)
  }
}
