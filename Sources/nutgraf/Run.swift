import Daemon
import Glibc

/// `nutgraf run`: the service.
func runCommand(_ words: ArraySlice<String>) async throws -> CInt {
  let arguments = try Arguments(words, flags: ["--once"], valued: ["--root", "--config"])
  try arguments.refuseOperands()
  return await runService(
    RunOptions(
      root: arguments.value("--root") ?? "/var/spool/nutgraf", once: arguments.has("--once"),
      configurationPath: arguments.value("--config")))
}

/// `nutgraf check-config`: what a configuration comes to.
func checkConfigCommand(_ words: ArraySlice<String>) throws -> CInt {
  let arguments = try Arguments(words, valued: ["--config"])
  try arguments.refuseOperands()
  do {
    writeToStandardOutput(Array(try Configuration.explained(path: arguments.value("--config")).utf8))
    return EX_OK
  } catch {
    for mistake in error.mistakes { complain("\(mistake)") }
    return EX_CONFIG
  }
}
