import Commands
import Daemon
import Glibc
import JSONText
import Spooling

/// The command line: finds the command and turns what it throws into a line and an exit status.
@main
struct Nutgraf {
  static func main() {
    let words = Self.words
    let command = words.first ?? "--help"
    do {
      exit(try run(command, words.dropFirst()))
    } catch let error as UsageError {
      let place = Command.named(command).map { " \($0.name)" } ?? ""
      complain("\(error.message) (see nutgraf\(place) --help)")
      exit(EX_USAGE)
    } catch let error as ConfigurationError {
      complain("\(error)")
      exit(EX_CONFIG)
    } catch let error as SystemError {
      complain("\(error)\(mend(of: error, in: command))")
      exit(
        error.code == EACCES || error.code == EPERM ? EX_NOPERM : error.code == ENOENT ? EX_NOINPUT : EX_OSERR
      )
    } catch {
      complain("\(error)")
      exit(EX_OSERR)
    }
  }

  /// The words of the command line; one that is not UTF-8 with the escapes that its bytes are printed in.
  private static var words: ArraySlice<String> {
    var words: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      // The kernel ends each word with NUL.
      guard let word = unsafe CommandLine.unsafeArgv[index] else { break }
      let bytes = unsafe Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
      words.append(String(utf8: bytes) ?? Escaping.printable(bytes))
    }
    return words[...]
  }

  private static func run(_ name: String, _ words: ArraySlice<String>) throws -> CInt {
    switch name {
    case "worker": return serveAsWorker()
    case "--help", "-h", "help":
      let command = try words.first.map { try Self.command($0) }
      writeToStandardOutput(Array((command?.help ?? Command.overview).utf8))
      return EX_OK
    case "--version", "version":
      writeToStandardOutput(Array("nutgraf \(Program.version)\n".utf8))
      return EX_OK
    default: break
    }
    let command = try Self.command(name)
    let options = words.prefix { $0 != "--" }
    if options.contains("--help") || options.contains("-h") {
      writeToStandardOutput(Array(command.help.utf8))
      return EX_OK
    }
    return try run(command, try Arguments(Array(words), for: command))
  }

  private static func command(_ name: String) throws -> Command {
    if let command = Command.named(name) { return command }
    let known = Command.all.map(\.name).joined(separator: ", ")
    throw UsageError(message: "unknown command \(Escaping.printable(Array(name.utf8))); there are \(known)")
  }

  private static func run(_ command: Command, _ arguments: Arguments) throws -> CInt {
    if command.operands.isEmpty { try arguments.refuseOperands() }
    if arguments.value("--instance")?.contains("/") == true {
      throw UsageError(message: "--instance: give the NAME of nutgraf@NAME.service, or a folder with --root")
    }
    switch command.name {
    case "run": return try MainThread().result { await runCommand(arguments) }
    case "summarize": return try summarizeCommand(arguments)
    case "filter": return try MainThread().result { try await filterCommand(arguments) }
    case "check-config": return checkConfigCommand(arguments)
    case "reload": return try reloadCommand(arguments)
    case "hook": return try hookCommand(arguments)
    case "status": return try statusCommand(arguments)
    case "list": return try listCommand(arguments)
    case "show": return try showCommand(arguments)
    case "why": return try whyCommand(arguments)
    case "watch": return try watchCommand(arguments)
    case "add": return try addCommand(arguments)
    case "retry": return try retryCommand(arguments)
    case "redo": return try redoCommand(arguments)
    case "forget": return try forgetCommand(arguments)
    default: preconditionFailure("a command of the table that nobody wrote")
    }
  }

  /// What helps against a failed call.
  private static func mend(of error: SystemError, in command: String) -> String {
    switch (error.code, command) {
    case (EACCES, "add"), (EPERM, "add"):
      error.subject.contains("/.state")
        ? "; --wait reads the results, which takes the group nutgraf; without it nutgraf-drop is enough"
        : "; who delivers joins the group nutgraf-drop: adduser NAME nutgraf-drop"
    case (EACCES, "retry"), (EPERM, "retry"), (EACCES, "redo"), (EPERM, "redo"), (EACCES, "forget"),
      (EPERM, "forget"), (EPERM, "reload"):
      "; do this as root or as the service's user: sudo -u nutgraf nutgraf \(command) ..."
    case (EACCES, _) where error.subject.contains("/inbox"):
      "; the inbox may be listed by members of the group nutgraf-drop and by root"
    case (EACCES, _), (EPERM, _):
      "; join the group nutgraf (adduser NAME nutgraf, and log in again), or ask as root"
    case (ENOENT, "status"), (ENOENT, "list"), (ENOENT, "show"), (ENOENT, "why"), (ENOENT, "watch"),
      (ENOENT, "forget"), (ENOENT, "retry"), (ENOENT, "redo"), (ENOENT, "hook"), (ENOENT, "reload"):
      "; no service has worked there yet: start one (systemctl enable --now nutgraf, or nutgraf@NAME), or give another folder "
        + "with --root"
    default: ""
    }
  }
}

/// Writes a line on standard error.
func complain(_ message: String) {
  writeToStandardError("nutgraf: \(message)\n")
}
