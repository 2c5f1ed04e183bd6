import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf run`: the service.
func runCommand(_ arguments: Arguments) async -> CInt {
  await runService(
    RunOptions(
      root: arguments.root, once: arguments.has("--once"), configurationPath: arguments.value("--config")))
}

/// `nutgraf check-config`: what a configuration comes to.
func checkConfigCommand(_ arguments: Arguments) -> CInt {
  do throws(ConfigurationError) {
    let text = try Configuration.explained(path: arguments.value("--config"), root: arguments.root)
    writeToStandardOutput(Array(text.utf8))
    return EX_OK
  } catch {
    for mistake in error.mistakes { complain("\(mistake)") }
    return EX_CONFIG
  }
}

/// `nutgraf reload`: the service reads its configuration again.
func reloadCommand(_ arguments: Arguments) throws -> CInt {
  var process = try arguments.number("--pid", in: 2...Int(pid_t.max)).map(pid_t.init)
  if process == nil {
    guard let holder = try arguments.view().holder() else {
      complain("the service does not run (\(arguments.start))")
      return 3
    }
    process = holder.process
  }
  guard let process else {
    complain("the spool does not tell which process works on it; give it with --pid")
    return EX_OSERR
  }
  // It is told of mistakes too, so that it says them in its status until they are mended.
  if kill(process, SIGHUP) == -1 { throw SystemError("kill", "process \(process)") }
  do throws(ConfigurationError) {
    let path = arguments.value("--config") ?? configurationPath(of: process)
    _ = try Configuration.effective(path: path, root: arguments.root)
    return EX_OK
  } catch {
    for mistake in error.mistakes { complain("\(mistake)") }
    return EX_CONFIG
  }
}

/// The configuration file that a service was started with; `nil` where it was told none, or that is not to be seen.
private func configurationPath(of process: pid_t) -> String? {
  guard let line = try? readWholeFile("/proc/\(process)/cmdline") else { return nil }
  let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  guard let run = Command.named("run"), words.count > 2, words[1] == run.name else { return nil }
  return try? Arguments(Array(words.dropFirst(2)), for: run).value("--config")
}

extension Arguments {
  /// The spool's root.
  var root: String {
    value("--root") ?? value("--instance").map { "\(Self.standardRoot)@\($0)" } ?? Self.standardRoot
  }

  private static let standardRoot = "/var/spool/nutgraf"

  /// The configuration of that spool.
  func configuration() throws(ConfigurationError) -> Configuration {
    try Configuration.effective(path: value("--config"), root: root)
  }

  /// The spool, with the inbox that the service works on, or the one that the configuration names where none runs; a broken
  /// configuration keeps nobody from looking.
  func view() throws(SystemError) -> SpoolView {
    let view = try SpoolView(root: root, inbox: (try? configuration())?.inbox).existing()
    // Who may only deliver does not see it.
    guard let inbox = (try? view.serviceStatus())??.inboxPath else { return view }
    return try SpoolView(root: root, inbox: inbox.isEmpty ? nil : inbox)
  }

  /// The unit that works on the spool; `nil` where the spool is none of systemd's.
  private var unit: Substring? {
    let name = root.hasPrefix("/var/spool/") ? root.dropFirst("/var/spool/".count) : ""
    return name == "nutgraf" || name.hasPrefix("nutgraf@") && !name.contains("/") ? name : nil
  }

  /// The options that say which spool is meant, as they are typed; nothing where it is the usual one.
  private var spoolOptions: String {
    let spool =
      switch unit {
      case "nutgraf": ""
      case let unit?: " --instance \(unit.dropFirst("nutgraf@".count))"
      case nil: " --root \(root)"
      }
    return spool + (value("--config").map { " --config \($0)" } ?? "")
  }

  /// How a service is started on the spool: by systemd where there is a unit for it, else by hand.
  var start: String { unit.map { "systemctl start \($0)" } ?? "nutgraf run\(spoolOptions)" }

  /// How it is started again.
  var restart: String { unit.map { "systemctl restart \($0)" } ?? "end it, and nutgraf run\(spoolOptions)" }

  /// What to type for another command on this spool that only looks.
  func line(_ command: String) -> String { "nutgraf \(command)\(spoolOptions)" }

  /// What to type for one that changes something, as the user who may.
  func line(_ command: String, _ operand: String) -> String {
    let isAllowed = unsafe access("\(root)/done", W_OK) == 0
    return "\(isAllowed ? "" : "sudo -u nutgraf ")nutgraf \(command)\(spoolOptions) \(operand)"
  }
}
