import CSystemd
import Dispatch
import Glibc
import Spooling

/// The service's log: structured entries in systemd's journal, or lines on standard error where there is none.
///
/// Never holds text of an article. A journal that is stopped never stops the work.
public struct Journal: Sendable {
  private enum Sink {
    case native
    /// Lines that begin with `<priority>`, as systemd and others read them from a pipe.
    case prefixed
    case terminal
  }

  private let sink: Sink
  private let queue = JournalQueue { lost in
    Self.send(
      .entriesLost, "Lost \(lost) entries, since the journal did not take them; the history has every file",
      [.nutgraf("COUNT", lost)])
  }

  /// The journal that standard error leads to.
  public init() {
    if isatty(STDERR_FILENO) == 1 {
      sink = .terminal
    } else {
      sink = Self.isStandardErrorTheJournal ? .native : .prefixed
    }
  }

  /// Whether `$JOURNAL_STREAM` names the device and inode of standard error.
  private static var isStandardErrorTheJournal: Bool {
    var status = stat()
    guard let value = unsafe getenv("JOURNAL_STREAM"), unsafe fstat(STDERR_FILENO, &status) == 0 else {
      return false
    }
    return unsafe String(cString: value) == "\(status.st_dev):\(status.st_ino)"
  }

  /// Writes an entry.
  ///
  /// - Parameters:
  ///   - text: One line for people; file names in it are escaped.
  ///   - fields: Further fields; their values are bytes and may hold anything.
  ///   - file: Where in the source this is said, with `line` and `function`.
  public func log(
    _ event: Event, _ text: String, _ fields: [Field] = [], file: String = #fileID, line: Int = #line,
    function: String = #function
  ) {
    switch sink {
    case .native:
      let place = [("CODE_FILE", file), ("CODE_LINE", String(line)), ("CODE_FUNC", function)]
      queue.submit {
        Self.send(event, text, fields + place.map { Field(name: $0.0, value: Array($0.1.utf8)) })
      }
    case .prefixed: writeToStandardError("<\(event.priority)>\(text)\n")
    case .terminal: if event.priority < 7 { writeToStandardError("nutgraf: \(text)\n") }
    }
  }

  /// Waits a moment for a journal that is slow to take the last entries.
  public func flush() { queue.flush(within: .milliseconds(500)) }

  private static func send(_ event: Event, _ text: String, _ fields: [Field]) {
    var entries = [
      "MESSAGE=\(text)", "PRIORITY=\(event.priority)", "SYSLOG_IDENTIFIER=nutgraf", "MESSAGE_ID=\(event.id)",
    ].map { Array($0.utf8) }
    entries += fields.map { Array("\($0.name)=".utf8) + $0.value }
    let vectors = unsafe entries.map { entry in
      let copy = UnsafeMutableRawPointer.allocate(byteCount: entry.count, alignment: 1)
      unsafe copy.copyMemory(from: entry, byteCount: entry.count)
      return unsafe iovec(iov_base: copy, iov_len: entry.count)
    }
    unsafe sd_journal_sendv(vectors, CInt(vectors.count))  // returns 0 without a journal too
    unsafe vectors.forEach { unsafe $0.iov_base.deallocate() }
  }
}

/// A field of an entry.
public struct Field: Sendable {
  let name: String
  let value: [UInt8]

  /// A field of bytes under `NUTGRAF_` and the name.
  static func nutgraf(_ name: String, bytes value: [UInt8]) -> Field {
    Field(name: "NUTGRAF_\(name)", value: value)
  }

  /// A field of text under `NUTGRAF_` and the name.
  static func nutgraf(_ name: String, _ value: some CustomStringConvertible) -> Field {
    .nutgraf(name, bytes: Array(value.description.utf8))
  }

  /// The number of a failed call's error.
  static func errno(_ error: SystemError) -> Field {
    Field(name: "ERRNO", value: Array(String(error.code).utf8))
  }
}

/// Writes a line for people to standard error.
public func writeToStandardError(_ text: String) {
  let bytes = Array(text.utf8)
  _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
}
