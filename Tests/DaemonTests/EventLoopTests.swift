import CLinux
import Glibc
import Spooling
import Synchronization
import Testing

@testable import Daemon

/// What one thread watches, and what it runs.
@Suite struct EventLoopTests {
  /// An actor on a loop of its own, and two pipes.
  private actor Watcher {
    nonisolated let loop = EventLoop(name: "test")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    private var tokens: [EventLoop.Token?] = [nil, nil]
    let pipes: [[CInt]] = (0..<2).map { _ in
      var ends: [CInt] = [-1, -1]
      _ = unsafe linux_pipe(&ends)
      return ends
    }
    private(set) var calls = 0
    private var whenCalled: CheckedContinuation<Void, Never>?

    deinit {
      for end in pipes.joined() { close(end) }
    }

    /// Watches both pipes; the first that is called forgets both.
    func watchUntilOneIsCalled() throws {
      for pipe in 0..<2 {
        tokens[pipe] = try loop.watchReading(pipes[pipe][0]) { [weak self] in
          self?.assumeIsolated { watcher in
            watcher.calls += 1
            for pipe in 0..<2 {
              if let token = watcher.tokens[pipe] { watcher.loop.forget(token, watcher.pipes[pipe][0]) }
              watcher.tokens[pipe] = nil
            }
            watcher.whenCalled?.resume()
          }
        }
      }
    }

    func writeToBoth() async {
      await withCheckedContinuation { continuation in
        whenCalled = continuation
        for pipe in pipes { _ = unsafe write(pipe[1], "x", 1) }
      }
    }

    /// Sets timers, the later one first, and one of them anew; in which order they fire.
    func firings() async -> [String] {
      var names: [String] = []
      let (late, early, stopped) = (LoopTimer(on: loop), LoopTimer(on: loop), LoopTimer(on: loop))
      await withCheckedContinuation { continuation in
        late.handler = { [weak self] in
          self?.assumeIsolated { $0.fired.append("late") }
          continuation.resume()
        }
        early.handler = { [weak self] in
          self?.assumeIsolated { $0.fired.append("early") }
        }
        stopped.handler = { [weak self] in
          self?.assumeIsolated { $0.fired.append("stopped") }
        }
        late.fire(after: .milliseconds(1))
        late.fire(after: .milliseconds(20))
        early.fire(after: .milliseconds(5))
        stopped.fire(after: .milliseconds(2))
        stopped.stop()
      }
      names = fired
      return names
    }
    private var fired: [String] = []

    /// How many of some jobs are run before something that is there to be read is told of.
    func jobsBeforeReading(of count: Int, each microseconds: UInt32) async throws -> Int {
      let pipe = pipes[0]
      tokens[0] = try loop.watchReading(pipe[0]) { [weak self] in
        self?.assumeIsolated { watcher in
          if let token = watcher.tokens[0] { watcher.loop.forget(token, pipe[0]) }
          watcher.tokens[0] = nil
          watcher.calls = watcher.jobs
        }
      }
      _ = unsafe write(pipe[1], "x", 1)
      await withCheckedContinuation { continuation in
        for number in 1...count {
          loop.run { [weak self] in
            usleep(microseconds)
            self?.assumeIsolated { $0.jobs = number }
            if number == count { continuation.resume() }
          }
        }
      }
      return calls
    }
    private var jobs = 0
  }

  @Test func `a descriptor that is forgotten is called no more, though its event came with the one before`()
    async throws
  {
    let watcher = Watcher()
    try await watcher.watchUntilOneIsCalled()
    await watcher.writeToBoth()
    #expect(await watcher.calls == 1)
  }

  @Test func `timers fire in their order, each once, at the time that was set last`() async {
    #expect(await Watcher().firings() == ["early", "late"])
  }

  @Test func `what is ready to be read does not wait for all jobs that are there`() async throws {
    let watcher = Watcher()
    #expect(try await watcher.jobsBeforeReading(of: 20, each: 20_000) < 10)
  }

  @Test func `what other threads give is run in its order, whether the loop sleeps or not`() async {
    let loop = EventLoop(name: "test")
    let seen = Mutex<[Int]>([])
    await withCheckedContinuation { continuation in
      for number in 0..<10_000 { loop.run { seen.withLock { $0.append(number) } } }
      loop.run { continuation.resume() }
    }
    #expect(seen.withLock { $0 } == Array(0..<10_000))
  }
}
