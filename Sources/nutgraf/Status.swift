import Commands
import Daemon
import FoundationEssentials
import Glibc
import Spooling

/// `nutgraf status`: how the service is.
func statusCommand(_ arguments: Arguments) throws -> CInt {
  let view = try arguments.view()
  let holder = try view.holder()
  var written = try view.writtenStatus()
  let isStale = !(written?.isCurrent(for: holder) ?? false)
  let failed = try view.failed().count
  let inHand = try view.claimed()
  // On a full disk the service cannot replace what it wrote before, but this it can.
  let pause = holder == nil ? nil : try view.pause()
  if let pause {
    written?.state = .paused
    written?.pause = pause
  }
  let isPaused = pause != nil || !isStale && written?.state == .paused
  let configuration = try? arguments.configuration()
  let inbox = try? view.inboxCount(ignoring: configuration?.ignore ?? IgnoreList())
  let silentSince = isStale || pause != nil ? nil : silence(of: written, rescan: configuration?.rescan)
  if arguments.has("--json") {
    let document = StatusDocument(
      running: holder != nil, process: holder?.description,
      since: holder.map { UTC(secondsSince1970: $0.since).text },
      silentSince: silentSince.map { UTC(secondsSince1970: $0).text },
      inbox: inbox, inHand: inHand.count, failedFiles: failed, service: written)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    say(String(decoding: try encoder.encode(document), as: UTF8.self))
  } else {
    let terminal = Terminal.output
    let isWell = !isPaused && silentSince == nil
    let mark = terminal.styled("●", holder == nil ? .red : isWell ? .green : .yellow)
    say(
      "\(mark) Nutgraf \(holder.map { "runs: \(process($0))" } ?? "does not run (\(arguments.start))")"
    )
    var rows = [["  Spool:", view.path]]
    let now = UTC.secondsSince1970
    if let holder {
      rows.append([
        "  Since:", "\(Moments.text(holder.since)), for \(Moments.length(max(0, now - holder.since)))",
      ])
    }
    if let silentSince {
      rows.append([
        "  Silent:",
        "it has said nothing for \(Moments.length(max(0, now - silentSince))): it hangs, or the machine is very busy; the unit's "
          + "watchdog starts it anew; at once: \(arguments.restart). No file is lost",
      ])
    }
    do throws(ConfigurationError) {
      _ = try arguments.configuration()
    } catch {
      rows.append([
        "  Mistake:",
        holder == nil
          ? "\(error); it does not start until that is mended"
          : "\(error); the old configuration is in force, and it would not start with this one",
      ])
    }
    if let pause = written?.pause, isPaused {
      rows.append([
        "  Paused:",
        "\(pause.reason), since \(Moments.text(pause.since)): \(Columns.safe(pause.message)); goes on by itself once that is mended",
      ])
    }
    if let written {
      let run = isStale ? "  Last run:" : "  This run:"
      rows.append([
        run,
        "\(written.counts.published) published, \(written.counts.duplicate) duplicate, \(written.counts.failed) failed",
      ])
    }
    var waiting = inbox.map { "\($0) in the inbox" } ?? "the inbox may be listed by the group nutgraf-drop"
    if inbox == nil, !isStale, let written { waiting = "\(written.waiting) in the inbox" }
    waiting += ", \(inHand.count) in hand"
    if !isStale, let written, written.retryCount > 0 {
      waiting += ", \(written.retryCount) to be tried again"
    }
    if !isStale, let written, written.backlogAge >= 1 {
      waiting += "; the oldest for \(Moments.length(Int(written.backlogAge)))"
    }
    rows.append(["  Waiting:", waiting])
    if !isStale, let configuration, let inbox = written?.inboxPath, inbox != configuration.inbox ?? "" {
      rows.append([
        "  Inbox:",
        "\(inbox.isEmpty ? "\(view.path)/inbox" : Columns.safe(inbox)), until a restart: another one is configured since it "
          + "started (\(arguments.restart))",
      ])
    }
    if let written, written.ignored > 0 {
      rows.append([
        "  Ignored:",
        written.ignored == 1
          ? "1 file for its name (Ignore= in [Spool])"
          : "\(written.ignored) files for their names (Ignore= in [Spool])",
      ])
    }
    for file in written?.refused ?? [] {
      rows.append([
        "  Refused:", "\(Columns.safe(file.file)) stays in the inbox: \(Columns.safe(file.reason))",
      ])
    }
    for section in isStale ? [] : written?.unreadable ?? [] {
      let place = section.section.isEmpty ? "the inbox" : "the section \(section.section)"
      rows.append(["  Unread:", "\(place), whose files wait: \(Columns.safe(section.reason))"])
    }
    if failed > 0 { rows.append(["  Failed:", "\(failed) in failed/ (\(arguments.line("list --failed")))"]) }
    for row in rows {
      let lines = terminal.width.map { wrapped(row[1], width: $0 - 13, indent: "") } ?? [row[1]]
      say(Columns.padded(row[0], to: 13) + lines.joined(separator: "\n" + String(repeating: " ", count: 13)))
    }
    let retries = isStale ? [] : written?.retrying ?? []
    if !retries.isEmpty { say("\nTo be tried again:") }
    say(
      retries.prefix(10).map {
        FileLine(
          time: Moments.seconds($0.next) ?? 0, state: "attempt \($0.attempts + 1)", file: $0.file,
          details: $0.reason)
      }, indent: "  ")
    var history = try view.historyIfAny()
    var entries: [HistoryEntry] = []
    while entries.count < 10, let entry = try history?.next() { entries.append(entry) }
    if !entries.isEmpty {
      say("\nLast results:")
      say(entries.map(FileLine.init), indent: "  ")
    }
  }
  return holder == nil ? 3 : isPaused || silentSince != nil ? 1 : EX_OK
}

/// When a service that runs wrote its status last, where it should have done so again: it does at each rescan at least.
private func silence(of status: ServiceStatus?, rescan: Duration?) -> Int? {
  guard let written = status.flatMap({ Moments.seconds($0.written) }) else { return nil }
  let patience = max(10, 3 * Int((rescan ?? .seconds(60)).components.seconds))
  return UTC.secondsSince1970 - written > patience ? written : nil
}

/// The process and its host; which boot that was is of no use to people.
private func process(_ holder: SpoolView.Holder) -> String {
  let words = Columns.safe(holder.description)
  return words.firstIndex(of: "(").map { String(words[..<$0].dropLast()) } ?? words
}

private struct StatusDocument: Encodable {
  var running: Bool
  var process: String?
  var since: String?
  /// When it was last heard of, where it should have been heard of since.
  var silentSince: String?
  var inbox: Int?
  var inHand: Int
  var failedFiles: Int
  var service: ServiceStatus?
}

extension ServiceStatus {
  /// Whether it tells of the state of things: what a service wrote that was stopped or killed is its last word.
  func isCurrent(for holder: SpoolView.Holder?) -> Bool {
    guard let holder else { return false }
    return state != .stopped && Moments.seconds(written) ?? 0 >= holder.since
  }
}

extension SpoolView {
  /// What the service said of itself last.
  func writtenStatus() throws(SystemError) -> ServiceStatus? {
    try stateFile("status.json").flatMap { try? ServiceStatus(json: $0) }
  }

  /// What the service that runs says of itself; `nil` where none does, or it has said nothing yet.
  func serviceStatus() throws(SystemError) -> ServiceStatus? {
    guard let status = try writtenStatus() else { return nil }
    return status.isCurrent(for: try holder()) ? status : nil
  }

  /// Why the service takes no files, where it says so.
  func pause() throws(SystemError) -> ServiceStatus.Pause? {
    try stateFile("pause").flatMap { ServiceStatus.Pause(line: $0) }
  }

  /// The history; `nil` where no service has been there.
  func historyIfAny() throws(SystemError) -> HistoryReader? {
    do throws(SystemError) {
      return try history()
    } catch let error where error.code == ENOENT {
      return nil
    }
  }
}
