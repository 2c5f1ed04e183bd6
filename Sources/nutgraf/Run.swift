import Commands
import Daemon
import Glibc

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
}
