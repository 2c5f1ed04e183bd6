import CLinux
import Dispatch
import Glibc
import JSONText
import Spooling

/// `nutgraf filter`: JSON Lines in on standard input, JSON Lines out on standard output, in order.
///
/// Holds a bounded number of lines at a time, whatever the length of the stream.
///
/// - Returns: The exit status.
public func filter(options: WorkerOptions, jobs: Int) async -> CInt {
  linux_keep_freed_memory()
  linux_widen_pipe(STDIN_FILENO, WorkerProcess.pipeSize)
  signal(SIGPIPE, SIG_IGN)  // a worker's death while a line is sent to it is no end of the stream
  let loop = EventLoop(name: "nutgraf-filter")
  let pool = WorkerPool(on: loop, count: jobs, idle: .seconds(60), options: options)
  let session = FilterSession(on: loop, pool: pool, capacity: jobs * 32)
  let failure = await session.run()
  await pool.shutDown()
  guard let failure else { return EX_OK }
  writeToStandardError("nutgraf: \(failure)\n")
  return EX_IOERR
}

/// One stream of lines: reads on a thread of its own, has workers answer, and writes the answers in order.
private actor FilterSession {
  private nonisolated let loop: EventLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

  private let pool: WorkerPool
  private nonisolated let reader = DispatchQueue(label: "nutgraf.filter.reader")
  /// Counts what may still be taken in; the reader waits for the slots of a line.
  private nonisolated let slots: Slots
  private nonisolated let capacity: Int
  /// Slots that the reader has not got back yet: it is not woken for each line.
  private var freedSlots = 0

  private var takenCount = 0
  private var answers: [Int: (line: [UInt8], slots: Int)] = [:]
  private var writtenCount = 0
  /// Whether a turn of the loop is asked for that writes.
  private var isWritingAsked = false
  private var lineCount: Int?
  private var failure: SystemError?
  private var whenDone: CheckedContinuation<Void, Never>?

  init(on loop: EventLoop, pool: WorkerPool, capacity: Int) {
    self.loop = loop
    self.pool = pool
    slots = Slots(capacity)
    self.capacity = capacity
  }

  /// - Returns: Why the input ended early, where it did.
  func run() async -> SystemError? {
    await withCheckedContinuation { continuation in
      whenDone = continuation
      reader.async { self.readLines() }
    }
    return failure
  }

  /// A line takes one slot for each of so many bytes that it has begun.
  private static let slotSize = 64 << 10

  private nonisolated func readLines() {
    var lines = LineReader()
    var count = 0
    while let line = lines.next() {
      let number = count
      let cost = min(capacity, 1 + line.byteCount / Self.slotSize)
      slots.take(cost)
      Task(executorPreference: loop) { await self.handle(line, number: number, slots: cost) }
      count += 1
    }
    Task(executorPreference: loop) { [count, failure = lines.failure] in await self.end(after: count, failure)
    }
  }

  private func handle(_ line: LineReader.Line, number: Int, slots: Int) async {
    takenCount += 1
    answers[number] = (await answer(to: line), slots)
    writeSoon()
  }

  /// Has the answers written that are there when those that came with this one are.
  private func writeSoon() {
    guard !isWritingAsked else { return }
    isWritingAsked = true
    loop.run {
      self.assumeIsolated { session in
        session.isWritingAsked = false
        session.writeAnswers()
      }
    }
  }

  private func answer(to line: LineReader.Line) async -> [UInt8] {
    guard case .request(let request) = line else {
      return FilterAnswer(
        to: [], reason: "too-large",
        message: "The line is longer than \(LineReader.maximumLength) bytes. Send the article alone."
      ).line
    }
    switch await pool.run(WorkerRequest(request)) {
    case .answer(let frame, _):
      return Array(frame.fields.first ?? [])
    case .unread: preconditionFailure("a line has no file")
    case .died(let cause):
      return FilterAnswer(
        to: Frame.firstField(of: request), reason: "worker-died",
        message: "The worker that read this line did not live: \(cause). Send a smaller or simpler text."
      ).line
    case .unavailable(let error):
      return FilterAnswer(
        to: Frame.firstField(of: request), reason: "no-worker",
        message: "No worker process could be started: \(error). Try again with fewer --jobs."
      ).line
    }
  }

  private func end(after count: Int, _ failure: SystemError?) {
    lineCount = count
    self.failure = failure
    writeAnswers()
  }

  private func writeAnswers() {
    var output: [UInt8] = []
    while let answer = answers.removeValue(forKey: writtenCount) {
      output += answer.line
      output.append(UInt8(ascii: "\n"))
      writtenCount += 1
      freedSlots += answer.slots
    }
    if freedSlots >= capacity / 2 || writtenCount == takenCount {
      slots.give(freedSlots)
      freedSlots = 0
    }
    writeToStandardOutput(output)
    if writtenCount == lineCount {
      whenDone?.resume()
      whenDone = nil
    }
  }
}

/// A number of slots, for one thread that takes them, and is woken once however many are given back.
private final class Slots: Sendable {
  /// How many are free; less than none where the thread waits for more.
  private let free: Locked<Int>
  private let areThere = DispatchSemaphore(value: 0)

  init(_ count: Int) {
    free = Locked(count)
  }

  /// Takes slots, and waits until there are as many.
  func take(_ count: Int) {
    let isShort = free.withLock { free in
      free -= count
      return free < 0
    }
    if isShort { areThere.wait() }
  }

  func give(_ count: Int) {
    let isEnough = free.withLock { free in
      defer { free += count }
      return free < 0 && free + count >= 0
    }
    if isEnough { areThere.signal() }
  }
}

/// Splits standard input into lines; waits for it.
private struct LineReader {
  enum Line: Sendable {
    /// A frame with the line, as it goes to a worker.
    case request([UInt8])
    case tooLong

    /// What it takes in memory.
    var byteCount: Int { if case .request(let bytes) = self { bytes.count } else { 0 } }
  }

  /// A file of the default limit in base64 is a third of this.
  static let maximumLength = 64 << 20

  /// Room for what comes; what has come and is not taken yet lies from `start` to `end`.
  private var buffer = [UInt8](repeating: 0, count: 512 << 10)
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Why the input ended early, where it did.
  private(set) var failure: SystemError?

  /// The next line, or `nil` at the end of the input; a last line without its newline counts.
  mutating func next() -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      if let offset = buffer.span.extracting(searched..<end).first(UInt8(ascii: "\n")) {
        let newline = searched + offset
        defer { start = newline + 1 }
        return isTooLong ? .tooLong : request(upTo: newline)
      }
      if isAtEnd {
        defer { start = end }
        return isTooLong ? .tooLong : start == end ? nil : request(upTo: end)
      }
      if end - start > Self.maximumLength {
        isTooLong = true
        start = end
      }
      makeRoom()
      searched = end
      read()
    }
  }

  private func request(upTo lineEnd: Int) -> Line {
    .request(Frame.encoded(.line, [buffer[start..<lineEnd]]))
  }

  /// Makes room for more of the line that has begun.
  private mutating func makeRoom() {
    if start == end { (start, end) = (0, 0) }
    guard buffer.count - end < 64 << 10 else { return }
    if start > 0 {
      buffer.replaceSubrange(..<start, with: EmptyCollection())
      buffer.append(contentsOf: repeatElement(0, count: start))
      (start, end) = (0, end - start)
    }
    if buffer.count - end < 64 << 10 { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
  }

  private mutating func read() {
    let end = end
    let count = unsafe buffer.withUnsafeMutableBytes { room in
      // `end` is at most the room's count.
      unsafe Glibc.read(STDIN_FILENO, room.baseAddress?.advanced(by: end), room.count - end)
    }
    if count > 0 {
      self.end += count
    } else if count == 0 {
      isAtEnd = true
    } else if errno != EINTR {
      failure = SystemError("read", "standard input")
      isAtEnd = true
    }
  }
}

/// Writes all of it; where nobody reads any more, SIGPIPE ends the process as it ends every filter.
public func writeToStandardOutput(_ bytes: [UInt8]) {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      // `written` is less than the buffer's count.
      unsafe write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: written), buffer.count - written)
    }
    if count >= 0 {
      written += count
    } else if errno == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    } else if errno != EINTR {
      writeToStandardError("nutgraf: \(SystemError("write", "standard output"))\n")
      exit(EX_IOERR)
    }
  }
}
