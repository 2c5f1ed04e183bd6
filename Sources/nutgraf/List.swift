import Commands
import Daemon
import FoundationEssentials
import Glibc
import Spooling

/// `nutgraf list`: what became of files.
func listCommand(_ arguments: Arguments) throws -> CInt {
  let limit = try arguments.number("-n", in: 1...10_000_000)
  var since: Int?
  if let text = arguments.value("--since") {
    since = Moments.since(text, now: UTC.secondsSince1970)
    if since == nil {
      throw UsageError(
        message: "--since \(text): give a day (2026-11-24), a time (2026-11-24T17:00) or a length (2h)")
    }
  }
  if arguments.has("--failed") && arguments.has("--waiting") {
    throw UsageError(message: "--failed and --waiting: give one of them")
  }
  let view = try arguments.view()
  let isJSON = arguments.has("--json")
  if arguments.has("--failed") {
    let files = try view.failed().filter { $0.since >= since ?? 0 }.prefix(limit ?? .max)
    let rows = files.map {
      Row(
        time: $0.since, state: "failed", file: $0.path.description, id: $0.id, place: $0.place,
        reason: $0.reason ?? "put there by somebody", message: $0.message, bytes: $0.byteCount)
    }
    try sayRows(Array(rows), isJSON: isJSON)
  } else if arguments.has("--waiting") {
    let ignoring = try arguments.configuration().ignore
    var files = try view.claimed()
    // Who may not see the inbox is shown what is in hand, and then told.
    var refusal: SystemError?
    do throws(SystemError) {
      try view.forEachInInbox(ignoring: ignoring) {
        if $0.since >= since ?? 0 { files.append($0) }
        return files.count < limit ?? .max
      }
    } catch {
      refusal = error
    }
    let rows = files.prefix(limit ?? .max).map { file in
      let kind = file.kind.map { "\($0), which is not opened" }
      var details = file.reason
      if let next = file.next {
        details = "tried again \(Moments.text(next)): \(details ?? "it was written to")"
      }
      return Row(
        time: file.since, state: file.id == nil ? "waiting" : file.next == nil ? "in hand" : "postponed",
        file: file.path.description, id: file.id, reason: kind ?? Moments.size(file.byteCount ?? 0),
        message: details, bytes: file.byteCount)
    }
    try sayRows(Array(rows), isJSON: isJSON)
    if let refusal { throw refusal }
  } else {
    var history = try view.historyIfAny()
    var rows: [Row] = []
    while rows.count < limit ?? (since == nil ? 50 : .max), let entry = try history?.next() {
      let time = Moments.seconds(entry.time) ?? 0
      // Clocks go back, but not by an hour.
      if let since, time < since - 3600 { break }
      if time < since ?? 0 { continue }
      rows.append(
        Row(
          time: time, state: entry.state, file: entry.path.description, id: entry.id,
          place: entry.outputs.last,
          reason: entry.reason, bytes: entry.byteCount))
      if rows.count == 1024, limit ?? .max > 1024 {
        try sayRows(rows, isJSON: isJSON)
        rows = []
      }
    }
    try sayRows(rows, isJSON: isJSON)
  }
  return EX_OK
}

/// A line of a list.
private struct Row: Encodable {
  var time: Int
  var state: String
  var file: String
  var id: String?
  var place: String?
  var reason: String?
  var message: String?
  var bytes: Int?
}

private func sayRows(_ rows: [Row], isJSON: Bool) throws {
  if isJSON {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for row in rows { say(String(decoding: try encoder.encode(row), as: UTF8.self)) }
    return
  }
  say(
    rows.map { row in
      let isPlain = row.place == "outbox/\(row.file).json" && Terminal.output.width != nil
      return FileLine(
        time: row.time, state: row.state, file: row.file,
        note: row.reason ?? (isPlain ? "" : row.place ?? ""), details: row.message)
    })
}
