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
  do {
    writeToStandardOutput(Array(try Configuration.explained(path: arguments.value("--config")).utf8))
    return EX_OK
  } catch {
    for mistake in error.mistakes { complain("\(mistake)") }
    return EX_CONFIG
  }
}

extension Arguments {
  /// The spool's root.
  var root: String { value("--root") ?? "/var/spool/nutgraf" }

  /// The spool, with the inbox that the configuration names; a broken configuration keeps nobody from looking.
  func view() throws(SystemError) -> SpoolView {
    let configuration = try? Configuration.effective(path: value("--config"))
    return try SpoolView(root: root, inbox: configuration?.inbox)
  }
}
