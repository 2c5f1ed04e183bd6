import Glibc
import Spooling

/// What `nutgraf hook` is told on the command line.
public struct HookOptions: Sendable {
  /// The spool's root.
  public var root: String
  /// The folder that keeps how far it has come.
  public var stateFolder: String
  /// The program to run.
  public var program: String
  /// How long the program may take.
  public var timeout: Duration
  /// Whether to end where the history ends.
  public var once: Bool

  /// Options for a hook.
  public init(root: String, stateFolder: String, program: String, timeout: Duration, once: Bool) {
    self.root = root
    self.stateFolder = stateFolder
    self.program = program
    self.timeout = timeout
    self.once = once
  }
}

/// Runs a program for each new line of the history, in its order, at least once each.
///
/// Where it has come to is durable after each line. The first time, it begins at the end of the history. A program that
/// fails is run again, 1 s later and doubling to 5 min, ten times; then the line is given up, and the journal says so.
///
/// - Returns: The exit status; with `once` 0, else it returns only where its files cannot be used: 75.
public func runHook(_ options: HookOptions) -> CInt {
  signal(SIGPIPE, SIG_IGN)
  let journal = Journal()
  defer { journal.flush() }
  do throws(SystemError) {
    var hook = try Hook(options, journal: journal)
    while true {
      try hook.catchUp()
      if options.once { return EX_OK }
      hook.waitForNews()
    }
  } catch {
    journal.log(.failedToStart, "The hook cannot go on: \(error)", [.errno(error)])
    return EX_TEMPFAIL
  }
}

private struct Hook {
  private let options: HookOptions
  private let journal: Journal
  private let program: HookProgram
  private let history: String
  private var cursors = HookCursors()
  private let watch: CInt
  /// Whether the history is there to be watched: a service that never worked has none yet.
  private var isWatched = false

  private static let tryLimit = 10

  init(_ options: HookOptions, journal: Journal) throws(SystemError) {
    self.options = options
    self.journal = journal
    program = HookProgram(path: options.program, root: options.root, timeout: options.timeout)
    history = "\(options.root)/.state/history"
    watch = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
    let path = "\(options.stateFolder)/cursor"
    guard unsafe access(path, F_OK) == 0 else {
      try passOver { _ in true }
      try save()
      return
    }
    let bytes = try readWholeFile(path)
    if let saved = HookCursors(bytes) {
      cursors = saved
    } else if let last = HookCursor(bytes) {
      try passOver { $0 < last.file }
      cursors.move(to: last)
    } else {
      throw SystemError("read", path, code: EINVAL)
    }
  }

  /// Takes what stands in some months for known.
  private mutating func passOver(_ isKnown: (String) -> Bool) throws(SystemError) {
    for month in try Self.months(in: history) where isKnown(month) {
      var lines = HistoryLines(of: "\(history)/\(month)")
      cursors.move(to: try HookCursor(atTheEndOf: month, &lines))
    }
  }

  /// Runs the program for all lines that are there.
  mutating func catchUp() throws(SystemError) {
    let months = try Self.months(in: history)
    cursors.keep(months)
    for name in months {
      // Most months get no more lines.
      if let cursor = cursors[name], cursor.offset == Self.size(of: "\(history)/\(name)") { continue }
      var lines = HistoryLines(of: "\(history)/\(name)")
      var place = try cursors[name]?.position(in: &lines) ?? 0
      while let (bytes, end) = try lines.line(at: place) {
        if let line = HookLine(bytes) {
          if line.isNews { run(for: line) }
          cursors.move(to: HookCursor(file: name, offset: end, id: line.entry.id, time: line.entry.time))
          try save()
        }
        place = end
      }
    }
  }

  private func run(for line: HookLine) {
    let fields = [
      Field.nutgraf("ID", line.entry.id), .nutgraf("FILE", bytes: line.entry.path.bytes),
      .nutgraf("STATE", line.entry.state),
    ]
    let name = Escaping.printable(line.entry.path.bytes)
    var wait = Duration.seconds(1)
    for attempt in 1...Self.tryLimit {
      guard let failure = program.run(for: line) else { return }
      let fields = fields + [.nutgraf("ATTEMPT", attempt)]
      if attempt == Self.tryLimit {
        journal.log(
          .hookGaveUp, "The hook failed \(attempt) times for \(name), and goes on without it: \(failure)",
          fields)
        return
      }
      if attempt == 1 {
        journal.log(.hookFailed, "The hook failed for \(name): \(failure); it is run again", fields)
      }
      usleep(UInt32(wait / .microseconds(1)))
      wait = min(wait * 2, .seconds(300))
    }
  }

  /// Makes durable how far the hook has come.
  private func save() throws(SystemError) {
    try replaceFileDurably("\(options.stateFolder)/cursor", with: cursors.json)
  }

  /// Waits until the history changes, or a minute, where nothing tells of that; a second, where there is no history yet.
  mutating func waitForNews() {
    if !isWatched {
      isWatched = unsafe inotify_add_watch(watch, history, UInt32(IN_MODIFY | IN_CREATE)) >= 0
      // What came before it was watched is looked at once more.
      if isWatched { return }
    }
    var request = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&request, 1, isWatched ? 60_000 : 1_000)
    var events = [UInt8](repeating: 0, count: 4096)
    while unsafe read(watch, &events, events.count) > 0 {}
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  private static func months(in folder: String) throws(SystemError) -> [String] {
    let names: [String]
    do throws(SystemError) {
      names = try namesInFolder(folder)
    } catch {
      guard error.code == ENOENT else { throw error }
      return []
    }
    return names.filter { $0.utf8.count == "2026-11.jsonl".utf8.count && $0.hasSuffix(".jsonl") }.sorted()
  }
}
