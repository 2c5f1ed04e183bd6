import Daemon
import Glibc

/// The command line: finds the command and turns what it throws into a line and an exit status.
@main
struct Nutgraf {
  static func main() async {
    let words = CommandLine.arguments.dropFirst()
    let command = words.first ?? "--help"
    do {
      exit(try await run(command, words.dropFirst()))
    } catch let error as UsageError {
      let place = command.hasPrefix("-") ? "" : " \(command)"
      complain("\(error.message) (nutgraf\(place): see nutgraf --help)")
      exit(EX_USAGE)
    } catch let error as ConfigurationError {
      complain("\(error)")
      exit(EX_CONFIG)
    } catch {
      complain("\(error)")
      exit(EX_OSERR)
    }
  }

  private static func run(_ command: String, _ words: ArraySlice<String>) async throws -> CInt {
    if words.contains("--help") || words.contains("-h") {
      writeToStandardOutput(Array(help.utf8))
      return EX_OK
    }
    switch command {
    case "run": return try await runCommand(words)
    case "summarize": return try summarizeCommand(words)
    case "filter": return try await filterCommand(words)
    case "check-config": return try checkConfigCommand(words)
    case "hook": return try hookCommand(words)
    case "worker": return serveAsWorker()
    case "--help", "-h", "help":
      writeToStandardOutput(Array(help.utf8))
      return EX_OK
    case "--version", "version":
      writeToStandardOutput(Array("nutgraf \(Program.version)\n".utf8))
      return EX_OK
    default:
      throw UsageError(message: "unknown command \(command); there are run, summarize, filter, check-config")
    }
  }

  static let help = """
    nutgraf: turns dropped news articles into clean records with summaries

    nutgraf run [--root DIR] [--once] [--config FILE]
        The service: works on DIR/inbox (DIR is /var/spool/nutgraf) until SIGTERM; with --once, until nothing is
        left to do (0: all published, 1: some failed, 75: some wait for another try). SIGHUP reloads.

    nutgraf summarize [--sentences N | --words N] [--format text|json|markdown] [FILE...]
        Prints the article of each FILE, or of standard input, with its summary.

    nutgraf filter [--sentences N | --words N] [--all-sentences] [--jobs N]
        JSON Lines in, JSON Lines out, one answer a line, in order. A line holds text, or base64, or
        headline and articleBody; also id, name, section, inLanguage, referenceDate.

    nutgraf check-config [--config FILE]
        Prints the configuration in force, or the first mistake in it.

    nutgraf hook --state FOLDER [--root DIR] [--timeout SECONDS] [--once] PROGRAM
        Runs PROGRAM for each new result and failure; see nutgraf.service(8).

    nutgraf --help, nutgraf --version

    The configuration is FILE, or /etc/nutgraf/nutgraf.conf where that exists.
    Exit status: 0 done, 1 some failed, 64 usage, 74 input or output failed, 75 try again later or spool in use,
    78 configuration or spool.

    """
}

/// Writes a line on standard error.
func complain(_ message: String) {
  writeToStandardError("nutgraf: \(message)\n")
}
