import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf retry`: failed files into the inbox.
func retryCommand(_ arguments: Arguments) throws -> CInt {
  let isAll = try all(arguments, or: [])
  let view = try arguments.view()
  let failed = try view.failed()
  var status = EX_OK
  var files = isAll ? failed : []
  for word in arguments.operands {
    let choice = Choice(word)
    let found = choice.best(of: failed, at: \.path, id: \.id)
    if found.isEmpty {
      complain(
        "\(Escaping.printable(Array(word.utf8))) is not in failed/ (\(arguments.line("list --failed")))")
      status = 1
    }
    files += found
  }
  var count = 0
  for file in files {
    try putBack(file.path, &status, &count) { () throws(SystemError) in try view.retry(file) }
  }
  say("\(count) file\(count == 1 ? "" : "s") put back into the inbox")
  return status
}

/// `nutgraf redo`: originals into the inbox.
func redoCommand(_ arguments: Arguments) throws -> CInt {
  let isAll = try all(arguments, or: ["--since"])
  let configuration = try arguments.configuration()
  if configuration.duplicates == .skip {
    complain(
      "with Duplicates=skip in [Spool] the same bytes are not published again; set Duplicates=process first")
    return EX_CONFIG
  }
  let view = try arguments.view()
  var first = ""
  if let day = arguments.value("--since") {
    guard Moments.since(day, now: 0) != nil, day.utf8.count == 10 else {
      throw UsageError(message: "--since \(day): give a day, like 2026-11-24")
    }
    first = day
  }
  var status = EX_OK
  var count = 0
  if isAll {
    for file in try view.latestDone(since: first) {
      try putBack(file.path, &status, &count) { () throws(SystemError) in try view.redo(file) }
    }
  }
  for word in arguments.operands {
    let choice = Choice(word)
    let entries = try view.history(of: choice)
    var found: [DoneFile] = []
    if choice.isID {
      if let entry = entries.first, let file = try view.original(of: entry) { found.append(file) }
    } else {
      // The latest version of each path is the one that is meant.
      for path in Set(entries.map(\.path)) { if let file = try view.done(path).first { found.append(file) } }
    }
    if found.isEmpty {
      complain(
        "\(Escaping.printable(Array(word.utf8))) is not in done/ (\(arguments.line("list")) shows names)")
      status = 1
    }
    for file in found {
      try putBack(file.path, &status, &count) { () throws(SystemError) in try view.redo(file) }
    }
  }
  say("\(count) file\(count == 1 ? "" : "s") put back into the inbox")
  return status
}

/// Whether all are meant; either they, or some by their names.
private func all(_ arguments: Arguments, or others: [String]) throws(UsageError) -> Bool {
  let isAll = arguments.has("--all") || others.contains { arguments.value($0) != nil }
  if isAll == arguments.operands.isEmpty { return isAll }
  throw UsageError(message: isAll ? "give names, or all of them" : "give a NAME, or --all")
}

private func putBack(
  _ path: InboxPath, _ status: inout CInt, _ count: inout Int, _ move: () throws(SystemError) -> Void
) throws(SystemError) {
  do throws(SystemError) {
    try move()
    count += 1
  } catch let error where error.code == EEXIST {
    complain("inbox/\(path) waits already; ask again when it is taken")
    status = 1
  } catch let error where error.code == ENOTEMPTY {
    complain(
      "\(error.subject) is in the way of the folder of \(path); "
        + "ask again when the page that it came with is settled, or move it away where there is none")
    status = 1
  } catch let error where error.code == ENOENT {
    complain("\(path) is gone: somebody else was faster")
    status = 1
  }
}

/// `nutgraf forget`: removes stories.
func forgetCommand(_ arguments: Arguments) throws -> CInt {
  if arguments.operands.isEmpty { throw UsageError(message: "give a NAME or ID") }
  let patience = try arguments.number("--patience", in: 0...86_400) ?? 60
  let view = try arguments.view()
  var status = EX_OK
  for word in arguments.operands {
    let choice = Choice(word)
    if arguments.has("--dry-run") {
      say(try view.history(of: choice).map(FileLine.init))
      continue
    }
    let end = ContinuousClock.now + .seconds(patience)
    let forgotten = try view.forget(choice) { _ in
      usleep(50_000)
      return ContinuousClock.now < end
    }
    if let file = forgotten.inHand.first {
      complain(
        "the service has \(file.path) in hand and does not settle it; \(arguments.line("why")) \(file.id ?? "") tells why"
      )
      status = EX_TEMPFAIL
    } else if forgotten.isUnanswered {
      complain(
        "the service that runs does not answer, and may know the story until it is started again: "
          + arguments.restart)
      status = EX_TEMPFAIL
    } else if forgotten.removed.isEmpty && forgotten.lineCount == 0 {
      status = max(status, unknown(choice, arguments))
    }
    for place in forgotten.removed { say("removed \(place)") }
    if forgotten.lineCount > 0 {
      say("removed \(forgotten.lineCount) line\(forgotten.lineCount == 1 ? "" : "s") of the history")
    }
  }
  return status
}
