extension Command {
  private static let root = Option("--root", "DIR", "the spool (/var/spool/nutgraf)")
  private static let instance = Option(
    "--instance", "NAME", "the inbox of nutgraf@NAME.service: its spool and its configuration")
  private static let config = Option(
    "--config", "FILE", "the configuration (/etc/nutgraf/nutgraf.conf)")
  /// Which spool is meant, and where its inbox lies.
  private static let spool = [root, instance, config]
  private static let length = [
    Option("--words", "N", "summaries of at most so many words; about 55 where nothing is said"),
    Option("--sentences", "N", "summaries of at most so many sentences"),
    Option("--characters", "N", "summaries of at most so many characters"),
    Option("--ratio", "SHARE", "summaries of at most this share of the article's words, like 0.2"),
  ]
  private static let json = Option("--json", "JSON for programs")

  /// All commands, in the order of the help.
  public static let all: [Command] = [
    Command(
      name: "status", summary: "tells how the service is",
      details:
        "Files that are left alone for their names are counted as Ignored. Sections of the inbox that cannot be read, so "
        + "that their files wait, stand under Unread, and files that stay in a foreign inbox, since they can be no articles, "
        + "under Refused, each with the reason. "
        + "Exit status: 0 it runs, 1 it takes no files for now or is silent, 3 it does not run.",
      options: spool + [json]),
    Command(
      name: "list", summary: "lists what became of files, the latest first",
      details: "Without options the last 50 results.",
      options: [
        Option("--failed", "what lies in failed/, with the reasons"),
        Option("--waiting", "what waits in the inbox or is in hand"),
        Option(
          "--since", "TIME", "results since a day (2026-11-24), a time (2026-11-24T17:00) or for so long (2h)"
        ),
        Option("-n", "N", "at most so many"),
      ] + spool + [json]),
    Command(
      name: "show", operands: "NAME", operand: .settled, summary: "prints the result of a file",
      details: "NAME is the dropped file's name, its path below the inbox, or the ID of a result.",
      options: [
        Option("--summary", "headline and summary alone"), Option("--json", "the record as it is"),
      ] + spool),
    Command(
      name: "why", operands: "NAME", operand: .settled,
      summary: "tells a file's history from its drop to its result, the reason of a failure and the mend",
      details:
        "Of a file that lies in the inbox it tells why: its section cannot be read, it was refused and stays in a foreign "
        + "inbox, it is left alone for its name or its folder's, or it waits.",
      options: spool),
    Command(
      name: "watch", summary: "prints results as they come, until Ctrl-C",
      details: "On a terminal with the progress of a backlog, its rate and the time it will take.",
      options: spool),
    Command(
      name: "add", operands: "FILE...", operand: .file,
      summary: "delivers files into the inbox, each whole at once",
      details: "FILE may be - for standard input, with --name.",
      options: [
        Option("--wait", "wait for the results, and print where they came out"),
        Option(
          "--patience", "N", "seconds that results are waited for; as long as it takes where nothing is said"),
        Option("--section", "DIR", "the section of the inbox to deliver into"),
        Option("--name", "NAME", "the name to deliver under, for a single FILE"),
      ] + spool),
    Command(
      name: "retry", operands: "[NAME...]", operand: .failed,
      summary: "puts failed files back into the inbox",
      options: [Option("--all", "all that lies in failed/")] + spool),
    Command(
      name: "redo", operands: "[NAME...]", operand: .settled,
      summary: "puts originals of done/ back into the inbox, for a new version or other settings",
      details:
        "Of several versions of a name the latest, unless an ID says which. "
        + "A result that differs from one in the outbox comes out beside it, or in its place with Update=replace.",
      options: [
        Option("--all", "all that lies in done/"), Option("--since", "DAY", "all of that day and later"),
      ] + spool),
    Command(
      name: "forget", operands: "NAME|ID...", operand: .settled,
      summary: "removes stories everywhere: inbox, outbox, done/, failed/, reading/, history",
      details: "With a NAME all its versions, with an ID that one; the same bytes under other names go too. "
        + "What the service has in hand is waited for, and until it has forgotten what it knows of it. "
        + "The journal keeps names until it is vacuumed.",
      options: [
        Option("--dry-run", "only say what the history knows of it"),
        Option("--patience", "N", "seconds that the service is waited for (60)"),
      ] + spool),
    Command(
      name: "summarize", operands: "[FILE...]", operand: .file,
      summary: "prints the articles of each file, or of standard input, with their summaries",
      details: "With --format json the records of several articles stand one behind the other, in no list.",
      options: length + [Option("--format", "FORMAT", words: ["text", "json", "markdown"], "how")]),
    Command(
      name: "filter", summary: "answers JSON Lines with JSON Lines, one a line, in order",
      details:
        "A line holds text, or base64, or headline and articleBody; also id, name, section, inLanguage, "
        + "referenceDate.",
      options: length + [
        Option("--all-sentences", "list every sentence with its score"),
        Option("--jobs", "N", "so many workers at once"),
      ]),
    Command(
      name: "check-config",
      summary: "prints the configuration in force, each value below its origin, or its mistakes",
      options: spool),
    Command(
      name: "reload",
      summary: "has the service read its configuration again, and tells the mistakes in it",
      details: "With a mistake the service keeps the old one, and the exit status is 78.",
      options: [Option("--pid", "PID", "the service's main process, where its spool does not tell")] + spool),
    Command(
      name: "run", summary: "is the service: works on DIR/inbox until SIGTERM; SIGHUP reloads",
      details:
        "With --once the exit status is 0 where all is published, 1 where some failed, 75 where some wait "
        + "for another try.",
      options: [Option("--once", "end when nothing is left to do")] + spool),
    Command(
      name: "hook", operands: "PROGRAM", operand: .file,
      summary: "runs a program for each new result and each failure; see nutgraf.service(8)",
      options: [
        Option("--state", "DIR", "the folder that keeps how far it has come"),
        Option("--timeout", "N", "seconds that the program may take (30)"),
        Option("--once", "end when nothing is new"), root, instance,
      ]),
  ]

  /// The command of a name.
  public static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  /// The exit statuses, with what they stand for.
  public static let exitStatuses: [(status: Int, meaning: String)] = [
    (0, "done"), (1, "some failed, or nothing was found"), (3, "status: the service does not run"),
    (64, "usage"), (66, "no such file or spool"), (74, "input or output failed"),
    (75, "try again later, or the spool is in use"), (77, "no permission"), (78, "configuration or spool"),
  ]

  /// The help of the program.
  public static var overview: String {
    let width = (all.map(\.name.count).max() ?? 0) + 2
    let lines = all.flatMap { command in
      let text = wrapped(command.summary, width: 84, indent: "")
      return text.enumerated().map { index, line in
        let left = index == 0 ? command.name : ""
        return "  \(left)\(String(repeating: " ", count: width - left.count))\(line)"
      }
    }
    let statuses = exitStatuses.map { "\($0.status) \($0.meaning)" }.joined(separator: "; ")
    return """
      nutgraf: turns dropped news articles into clean records with summaries

      nutgraf COMMAND [OPTION...] [NAME...]

      \(lines.joined(separator: "\n"))

      nutgraf COMMAND --help tells more of a command, nutgraf --version the version, nutgraf(1) all.
      \(wrapped("Exit status: \(statuses).", width: 96, indent: "  ").joined(separator: "\n"))

      """
  }
}
