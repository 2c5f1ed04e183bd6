import CLinux
import FoundationEssentials
import Glibc
import Normalization
import Publication
import Summarization

/// The worker process: reads frames on its standard input, answers each on its standard output, and ends with the
/// input.
///
/// Here, and nowhere else, are untrusted bytes parsed: under a limit of address space, with an alarm that ends the
/// process where a parse runs away after the service is gone, and without any descriptor but the pipes.
public func serveAsWorker() -> CInt {
  linux_keep_freed_memory()
  var buffer = FrameBuffer()
  var options = WorkerOptions()
  var summarizer = Summarizer()
  var answers = GatheredAnswers()
  var guardian = Alarm()
  while true {
    var hadLargeFrame = false
    do {
      while let frame = try buffer.next() {
        if frame.kind == .options {
          guard let bytes = frame.fields.first,
            let decoded = try? JSONDecoder().decode(WorkerOptions.self, from: Data(bytes))
          else { return EX_DATAERR }
          options = decoded
          limitResources(options)
          guard answers.add(Frame(kind: .hello, fields: [])), answers.write() else { return EX_IOERR }
          continue
        }
        // Later than the service's own deadline, which kills with a better word.
        guardian.set(.seconds(options.deadline + 5))
        hadLargeFrame = hadLargeFrame || frame.fields.contains { $0.count > 4 << 20 }
        guard let answer = answer(to: frame, options: options, &summarizer) else { return EX_DATAERR }
        guard answers.add(answer) else { return EX_IOERR }
      }
    } catch {
      return EX_DATAERR
    }
    guardian.stop()
    guard answers.write() else { return EX_IOERR }
    // What an uncommonly large article took is not kept for common ones.
    if hadLargeFrame { linux_give_back_freed_memory() }
    let count = buffer.read(from: STDIN_FILENO)
    if count == 0 { return EX_OK }
    if count < 0, errno != EINTR { return EX_IOERR }
  }
}

/// - Parameter frame: Given away, so that a large request is gone before its article is read.
private func answer(
  to frame: consuming Frame, options: WorkerOptions, _ summarizer: inout Summarizer
) -> Frame? {
  switch (frame.kind, frame.fields.count) {
  case (.line, 1):
    let request = FilterRequest(frame.fields[0])
    _ = consume frame
    return Frame(kind: .answer, fields: [FilterAnswer(to: request, options: options, &summarizer).line])
  case (.file, 4):
    let source = SourceFile(
      name: Array(frame.fields[0]),
      section: frame.fields[1].split(separator: UInt8(ascii: "/")).map { Array($0) },
      sha256: String(decoding: frame.fields[3], as: UTF8.self), bytes: Array(frame.fields[2]))
    _ = consume frame
    do throws(NormalizationError) {
      let reading = try reading(of: consume source, options: options.normalization)
      var summaries: [Summary] = []
      for article in reading.articles { summaries.append(summarizer.summary(of: article, options.length)) }
      let files = outputs(for: reading, summaries: summaries)
      let fingerprint = Fingerprint(of: reading.articles.flatMap(\.body))?.bytes ?? []
      return Frame(
        kind: .outputs, fields: [fingerprint] + files.flatMap { [Array($0.ending.utf8), $0.bytes] })
    } catch {
      return Frame(kind: .rejection, fields: [Array(error.reason.utf8), Array(error.message.utf8)])
    }
  default:
    return nil
  }
}

private func limitResources(_ options: WorkerOptions) {
  func limit(_ resource: __rlimit_resource, to value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit)  // as far as it may
  }
  limit(RLIMIT_CORE, to: 0)
  // Where memory runs out, a worker goes first: its article is tried again, and the service lives.
  let score = unsafe open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
  if score >= 0 {
    _ = unsafe write(score, "1000", 4)
    close(score)
  }
  if options.addressSpace > 0, linux_can_limit_address_space() != 0 {
    limit(RLIMIT_AS, to: options.addressSpace)
  }
}

/// What ends the process where an article takes too long.
private struct Alarm {
  /// When it was set.
  private var since: ContinuousClock.Instant?

  /// Sets it for each article; one that was set less than a second ago is left as it is, for the sake of a system call.
  mutating func set(_ time: Duration) {
    let now = ContinuousClock.now
    if let since, now - since < .seconds(1) { return }
    since = now
    alarm(UInt32(time.components.seconds))
  }

  mutating func stop() {
    since = nil
    alarm(0)
  }
}

/// Answers that wait for others, so that the service is not woken for each of many.
private struct GatheredAnswers {
  private var bytes: [UInt8] = []
  private var count = 0
  private var lastWrite = ContinuousClock.now

  /// What takes longer is answered at once.
  private static let patience = Duration.milliseconds(10)

  /// - Returns: Whether the service is still there.
  mutating func add(_ answer: Frame) -> Bool {
    bytes += answer.encoded
    count += 1
    return count < WorkerPool.answersAtOnce && ContinuousClock.now - lastWrite < Self.patience || write()
  }

  /// Sends all of them.
  ///
  /// - Returns: Whether the service is still there.
  mutating func write() -> Bool {
    defer {
      count = 0
      bytes.removeAll(keepingCapacity: bytes.count <= 1 << 20)
      lastWrite = .now
    }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // `written` is less than the buffer's count.
        unsafe Glibc.write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 { written += count } else if errno != EINTR { return false }
    }
    return true
  }
}
