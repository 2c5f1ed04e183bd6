import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf add`: delivers files.
func addCommand(_ arguments: Arguments) throws -> CInt {
  let files = arguments.operands
  if files.isEmpty { throw UsageError(message: "give a FILE, or - for standard input") }
  let name = arguments.value("--name")
  if name != nil && files.count > 1 { throw UsageError(message: "--name is for a single FILE") }
  if name?.contains("/") == true {
    throw UsageError(message: "--name: give a name alone, and its folders with --section")
  }
  let ignore = try arguments.configuration().ignore
  let view = try arguments.view()
  let section = try section(arguments, ignoring: ignore)
  let isWaiting = arguments.has("--wait")
  let patience = try arguments.number("--patience", in: 0...86_400)
  if patience != nil && !isWaiting { throw UsageError(message: "--patience is for --wait") }
  // Followed from before the delivery, so that no result is missed.
  let follower: HistoryFollower? = isWaiting ? try view.follow() : nil
  var status = EX_OK
  var expected: [Delivered] = []
  for file in files {
    let last = Array((name ?? file).utf8.split(separator: UInt8(ascii: "/")).last ?? [])
    guard let fileName = FileName(last), file != "-" || name != nil else {
      throw UsageError(message: file == "-" ? "- needs a --name" : "\(file) has no name to deliver under")
    }
    if ignore.contains(fileName) {
      complain("\(fileName) would be left alone for its name (Ignore= in [Spool]); give another with --name")
      status = 1
      continue
    }
    let path = InboxPath(section: section, name: fileName)
    guard let delivered = try deliver(file, to: path, in: view) else {
      status = 1
      continue
    }
    expected.append(delivered)
    if !isWaiting { say("inbox/\(path)") }
  }
  guard let follower else { return status }
  let ended = try awaitResults(
    of: expected, follower, in: view, startedBy: arguments.start, until: patience.map { .now + .seconds($0) })
  return max(status, ended)
}

/// A file that was delivered, and what is known of it.
private struct Delivered {
  let path: InboxPath
  let sha256: String
}

private func section(_ arguments: Arguments, ignoring ignore: IgnoreList) throws -> [FileName] {
  var section: [FileName] = []
  for word in (arguments.value("--section") ?? "").split(separator: "/") {
    guard let folder = FileName(Array(word.utf8)), ignore.allowsSection(folder) else {
      throw UsageError(message: "--section \(word): that is no section of the inbox")
    }
    section.append(folder)
  }
  if section.count > Scan.maximumDepth {
    throw UsageError(message: "--section: at most \(Scan.maximumDepth) folders in each other")
  }
  return section
}

/// - Returns: `nil` where it could not be delivered, which was told.
private func deliver(_ file: String, to path: InboxPath, in view: SpoolView) throws -> Delivered? {
  let bytes: [UInt8]
  do {
    bytes = try file == "-" ? readToEnd(of: STDIN_FILENO, named: "standard input") : readWholeFile(file)
  } catch {
    complain("\(error)")
    return nil
  }
  do throws(SystemError) {
    try view.deliver(bytes, to: path)
  } catch {
    guard error.code == EEXIST else { throw error }
    complain("inbox/\(path) waits already; try again when it is taken, or give another --name")
    return nil
  }
  return Delivered(path: path, sha256: Digest.sha256(bytes))
}

private func awaitResults(
  of delivered: [Delivered], _ follower: HistoryFollower, in view: SpoolView,
  startedBy start: String, until end: ContinuousClock.Instant?
) throws -> CInt {
  if try view.holder() == nil {
    complain("delivered, but the service does not run (\(start)); waiting for it")
  }
  var follower = follower
  var expected = delivered
  var status = EX_OK
  while !expected.isEmpty {
    for entry in try follower.news() {
      let index = expected.firstIndex { file in
        file.path == entry.path && (entry.sha256 == nil || entry.sha256 == file.sha256)
      }
      guard let index else { continue }
      expected.remove(at: index)
      if entry.state == "failed" {
        let failure = try view.failed().first { $0.id == entry.id }
        complain("\(entry.path) failed: \(entry.reason ?? ""): \(Columns.safe(failure?.message ?? ""))")
        status = 1
      } else {
        for output in entry.outputs { say("\(view.path)/\(output)") }
        if entry.outputs.isEmpty { complain("\(entry.path): \(try earlierResult(of: entry, in: view))") }
      }
    }
    if let end, ContinuousClock.now > end, let first = expected.first {
      complain(
        expected.count == 1
          ? "no result of \(first.path) yet; it is delivered, and nutgraf why tells what becomes of it"
          : "no results of \(first.path) and \(expected.count - 1) more yet; they are delivered, and nutgraf status tells why"
      )
      return EX_TEMPFAIL
    }
    usleep(20_000)
  }
  return status
}
