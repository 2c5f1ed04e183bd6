import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf why NAME`: what happened to a file.
func whyCommand(_ arguments: Arguments) throws -> CInt {
  let (view, choice) = try chosen(arguments)
  let entries = try view.historyIfAny() == nil ? [] : view.history(of: choice)
  let failures = try view.failed().filter { choice.includes($0.path) || $0.id == choice.text }
  var account = Account()
  for entry in entries.prefix(50).reversed() {
    let failure = failures.first { $0.id == entry.id }
    try account.add(entry, failure, in: view, arguments)
  }
  for failure in failures where !entries.contains(where: { $0.id == failure.id }) {
    account.happened(
      Moments.text(failure.since), "it lies in \(failure.place): \(failure.reason ?? "nobody knows why")",
      aside: failure.id ?? "")
    if let message = failure.message { account.add(message) }
    account.add("once that is mended:", command: arguments.line("retry", failure.path.description))
  }
  for file in try view.claimed() where choice.includes(file.path) || file.id == choice.text {
    account.happened(
      Moments.text(file.since), "\(file.path) was taken from the inbox and is in hand", aside: file.id ?? "")
    if let next = file.next {
      let attempts = "\(file.attempts) attempt\(file.attempts == 1 ? "" : "s")"
      account.happened(
        Moments.text(next), "it is tried again, after \(attempts): \(file.reason ?? "it was written to")")
    }
  }
  if try view.holder() != nil, let pause = try view.pause(),
    try view.claimed().contains(where: { choice.includes($0.path) })
  {
    account.happened(Moments.text(pause.since), "the service takes no files since then: \(pause.message)")
  }
  try account.addWaiting(choice, in: view, arguments)
  if account.isEmpty { return unknown(choice, arguments) }
  account.tell()
  return EX_OK
}

/// What happened to a file, with the times at the left.
private struct Account {
  private var lines: [(time: String, text: String, aside: String)] = []

  var isEmpty: Bool { lines.isEmpty }

  mutating func happened(_ time: String, _ text: String, aside: String = "") {
    lines.append((time, Columns.safe(text), aside))
  }

  /// More about what happened last; a command stands on a line of its own, whole, so that it can be copied.
  mutating func add(_ text: String, command: String? = nil) {
    lines.append(("", Columns.safe(text), ""))
    if let command { lines.append(("", "", command)) }
  }

  mutating func add(
    _ entry: HistoryEntry, _ failure: FailedFile?, in view: SpoolView, _ arguments: Arguments
  ) throws {
    if let claimed = entry.claimed {
      happened(Moments.text(Int(claimed)), "\(entry.path) was taken from the inbox", aside: entry.id)
    }
    let time = Moments.text(entry.time)
    let size = entry.byteCount.map { " (\(Moments.size($0)))" } ?? ""
    switch entry.state {
    case "failed":
      happened(time, "it failed: \(entry.reason ?? "see its reason.json")\(size)")
      if let failure {
        if let message = failure.message { add(message) }
        add("it lies in \(failure.place); once that is mended:", command: arguments.line("retry", entry.id))
      } else {
        add("it is in failed/ no more: tried again, or taken away")
      }
    case "duplicate":
      happened(time, "the same bytes had been published: \(entry.outputs.last ?? "nothing new came out")")
    default:
      happened(time, "it was \(entry.state) as \(entry.outputs.last ?? "what is gone")\(size)")
      if let similar = entry.similar {
        let name =
          try view.history(of: Choice(similar.id)).first.map { "\($0.path) (\(similar.id))" }
          ?? "the earlier result \(similar.id)"
        add(
          "\(Int((similar.share * 100).rounded())) % of its text is that of \(name)"
        )
      }
      add(try place(of: entry, in: view))
    }
  }

  /// Why a file of the inbox is not taken.
  mutating func addWaiting(_ choice: Choice, in view: SpoolView, _ arguments: Arguments) throws {
    let configuration = try arguments.configuration()
    var found: [WaitingFile] = []
    do throws(SystemError) {
      try view.forEachInWholeInbox {
        if choice.includes($0.path) { found.append($0) }
        return true
      }
    } catch {
      guard error.code == EACCES || error.code == ENOENT else { throw error }
      return
    }
    let isRunning = try view.holder() != nil
    let status = try view.writtenStatus()
    for file in found {
      let reason: String
      let section = file.path.section
      let place = section.map(\.description).joined(separator: "/") + "/"
      if let other = section.first(where: { !configuration.ignore.allowsSection($0) }) {
        reason =
          "its folder \(other) is no section, for its name (a browser's for a page, or Ignore= in [Spool]); move it"
      } else if section.count > Scan.maximumDepth {
        reason = "it lies more than \(Scan.maximumDepth) folders deep; move it up"
      } else if let refused = status?.unreadable?.first(where: { place.hasPrefix($0.section + "/") }) {
        reason = "the service cannot read its section: \(refused.reason)"
      } else if let refused = status?.refused?.first(where: { $0.file == file.path.description }) {
        reason = "it is left there: \(refused.reason)"
      } else if configuration.ignore.contains(file.path.name) {
        reason = "it is left alone for its name (Ignore= in [Spool]); rename it"
      } else if !isRunning {
        reason = "no service runs (\(arguments.start))"
      } else if let kind = file.kind {
        reason = "it is \(kind), and will go to failed/"
      } else {
        reason =
          "it waits until it is quiet (Settle= in [Spool]), for its turn, or for another try (nutgraf status)"
      }
      happened(Moments.text(file.since), "\(file.path) lies in the inbox: \(reason)")
    }
  }

  func tell() {
    let terminal = Terminal.output
    let indent = String(repeating: " ", count: 21)
    for line in lines {
      let time = terminal.styled(Columns.padded(line.time, to: 19), .dim)
      let text = terminal.width.map { wrapped(line.text, width: max(20, $0 - 21), indent: "") } ?? [line.text]
      let isTight = Columns.width(of: text.last ?? "") + 2 + line.aside.count > (terminal.width ?? .max) - 21
      let aside =
        line.aside.isEmpty
        ? "" : (isTight && !line.text.isEmpty ? "\n\(indent)" : "  ") + terminal.styled(line.aside, .dim)
      say("\(time)  \(text.joined(separator: "\n\(indent)"))\(aside)")
    }
  }
}

private func place(of entry: HistoryEntry, in view: SpoolView) throws -> String {
  let original = try? view.original(of: entry)
  let isThere = try view.result(of: entry) != nil
  let kept = original.map { ", and the original lies in \($0.place)" } ?? ", and the original is gone"
  return (isThere ? "the result is still there" : "the result was taken away") + kept
}
