import Commands
import Daemon
import Spooling

/// Prints lines about files, each in the colour of its state.
func say(_ lines: [FileLine], indent: String = "") {
  let terminal = Terminal.output
  let text = FileLine.text(lines, width: terminal.width, now: UTC.secondsSince1970, indent: indent)
  for (line, text) in zip(lines, text) {
    say(terminal.coloured(text[0], state: line.state))
    for more in text.dropFirst() { say(more) }
  }
}

extension FileLine {
  /// A line of the history. Where a result lies is said only where its name does not tell.
  init(_ entry: HistoryEntry) {
    let output = entry.outputs.last ?? ""
    let isPlain = output == "outbox/\(entry.path).json"
    self.init(
      time: Moments.seconds(entry.time) ?? 0, state: entry.state, file: entry.path.description,
      note: entry.reason ?? (Terminal.output.width != nil && isPlain ? "" : output))
  }
}
