import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf show NAME`: the result of a file.
func showCommand(_ arguments: Arguments) throws -> CInt {
  let (view, choice) = try chosen(arguments)
  let entries = try view.history(of: choice)
  for entry in entries {
    let number = choice.isName(of: entry.path) ? nil : choice.number
    let part = try number.flatMap { try view.result(of: entry, number: $0) }
    guard let result = try part ?? view.result(of: entry) else { continue }
    if arguments.has("--json") {
      writeToStandardOutput(result.json)
    } else if let record = ShownRecord(json: result.json) {
      let terminal = Terminal.output
      let text = record.text(
        width: terminal.width.map { min($0, 100) }, isSummaryOnly: arguments.has("--summary")
      ) {
        terminal.styled($0, .bold)
      }
      writeToStandardOutput(Array(text.utf8))
    }
    return EX_OK
  }
  guard let entry = entries.first else { return unknown(choice, arguments) }
  if entry.state == "failed" {
    complain(
      "\(entry.path) failed (\(entry.reason ?? "see its reason.json")); \(arguments.line("why")) \(entry.id) tells more"
    )
  } else if entry.state == "duplicate", entry.outputs.isEmpty {
    complain("\(entry.path) has no result of its own: \(try earlierResult(of: entry, in: view))")
  } else if let original = try? view.original(of: entry) {
    complain(
      "the result of \(entry.path) was taken away; nutgraf summarize \(view.path)/\(original.place) makes it again"
    )
  } else {
    complain("the result of \(entry.path) was taken away, and so was the original")
  }
  return 1
}

/// What became of the bytes of a file that had been published before.
func earlierResult(of entry: HistoryEntry, in view: SpoolView) throws -> String {
  let earlier = try entry.sha256.flatMap { try view.published(sha256: $0) }
  let place = earlier.map { " as \($0.outputs.last ?? "\($0.path)") at \(Moments.text($0.time))" } ?? ""
  return "its bytes were published before\(place) (Duplicates=skip in [Spool])"
}

/// The spool, and what the only operand means.
func chosen(_ arguments: Arguments) throws -> (SpoolView, Choice) {
  guard let word = arguments.operands.first, arguments.operands.count == 1 else {
    throw UsageError(message: "give one NAME")
  }
  return (try arguments.view(), Choice(word, mayBePart: true))
}

/// Complains of a word that means nothing.
func unknown(_ choice: Choice, _ arguments: Arguments) -> CInt {
  let word = Escaping.printable(Array(choice.text.utf8))
  complain(
    "nothing is known of \(word); \(arguments.line("list")) shows names, and a name in a section is SECTION/NAME"
  )
  return 1
}
