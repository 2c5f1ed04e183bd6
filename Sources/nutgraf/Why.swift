import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf why NAME`: what happened to a file.
func whyCommand(_ arguments: Arguments) throws -> CInt {
  let (view, choice) = try chosen(arguments)
  let entries = try view.historyIfAny() == nil ? [] : view.history(of: choice)
  let failures = try view.failed().filter { choice.includes($0.path) || $0.id == choice.text }
  var rows: [[String]] = []
  for entry in entries.prefix(50).reversed() {
    if let claimed = entry.claimed {
      rows.append([Moments.text(Int(claimed)), "\(entry.path) was taken from the inbox", entry.id])
    }
    let size = entry.byteCount.map { " (\(Moments.size($0)))" } ?? ""
    switch entry.state {
    case "failed":
      rows.append([
        Moments.text(entry.time), "it failed: \(entry.reason ?? "see its reason.json")\(size)", "",
      ])
      if let failure = failures.first(where: { $0.id == entry.id }) {
        if let message = failure.message { rows.append(["", Columns.safe(message), ""]) }
        rows.append(["", "it lies in \(failure.place); once that is mended: nutgraf retry \(entry.id)", ""])
      } else {
        rows.append(["", "it is in failed/ no more: tried again, or taken away", ""])
      }
    case "duplicate":
      rows.append([
        Moments.text(entry.time),
        "the same bytes had been published: \(entry.outputs.last ?? "nothing new came out")", "",
      ])
    default:
      rows.append([
        Moments.text(entry.time), "it was \(entry.state) as \(entry.outputs.last ?? "what is gone")\(size)",
        "",
      ])
      rows.append(["", try place(of: entry, in: view), ""])
    }
  }
  for failure in failures where !entries.contains(where: { $0.id == failure.id }) {
    rows.append([
      Moments.text(failure.since), "it lies in \(failure.place): \(failure.reason ?? "nobody knows why")",
      failure.id ?? "",
    ])
    if let message = failure.message { rows.append(["", Columns.safe(message), ""]) }
    rows.append(["", "once that is mended: nutgraf retry \(failure.path)", ""])
  }
  for file in try view.claimed() where choice.includes(file.path) || file.id == choice.text {
    rows.append([
      Moments.text(file.since), "\(file.path) was taken from the inbox and is in hand", file.id ?? "",
    ])
    if let next = file.next {
      rows.append([
        Moments.text(next),
        "it is tried again, after \(file.attempts) attempt\(file.attempts == 1 ? "" : "s"): \(Columns.safe(file.reason ?? "it was written to"))",
        "",
      ])
    }
  }
  rows += try waiting(choice, in: view, arguments)
  if rows.isEmpty { return unknown(choice) }
  let terminal = Terminal.output
  for row in rows {
    let time = row[0] + String(repeating: " ", count: 19 - row[0].count)
    let lines = terminal.width.map { wrapped(row[1], width: max(20, $0 - 21), indent: "") } ?? [row[1]]
    say(
      "\(terminal.styled(time, .dim))  \(lines.joined(separator: "\n" + String(repeating: " ", count: 21)))\(row[2].isEmpty ? "" : terminal.styled("  \(row[2])", .dim))"
    )
  }
  return EX_OK
}

private func place(of entry: HistoryEntry, in view: SpoolView) throws -> String {
  let original = try? view.done(entry.path).first
  let isThere = try view.result(of: entry) != nil
  let kept = original.map { ", and the original lies in \($0.place)" } ?? ", and the original is gone"
  return (isThere ? "the result is still there" : "the result was taken away") + kept
}

/// Why a file of the inbox is not taken.
private func waiting(_ choice: Choice, in view: SpoolView, _ arguments: Arguments) throws -> [[String]] {
  let configuration = try Configuration.effective(path: arguments.value("--config"))
  var found: [WaitingFile] = []
  do throws(SystemError) {
    try view.forEachInInbox(ignoring: IgnoreList(patterns: [])) {
      if choice.includes($0.path) { found.append($0) }
      return true
    }
  } catch {
    guard error.code == EACCES || error.code == ENOENT else { throw error }
    return []
  }
  let isRunning = try view.holder() != nil
  return found.map { file in
    let reason: String
    if configuration.ignore.contains(file.path.name) {
      reason = "it is left alone for its name (Ignore= in [Spool]); rename it"
    } else if !isRunning {
      reason = "no service runs (systemctl start nutgraf)"
    } else if let kind = file.kind {
      reason = "it is \(kind), and will go to failed/"
    } else {
      reason =
        "it waits until it is quiet (Settle= in [Spool]), for its turn, or for another try (nutgraf status)"
    }
    return [Moments.text(file.since), "\(file.path) lies in the inbox: \(reason)", ""]
  }
}
