import Daemon
import Glibc

/// `nutgraf hook`: a program for each result and each failure.
func hookCommand(_ words: ArraySlice<String>) throws -> CInt {
  let arguments = try Arguments(words, flags: ["--once"], valued: ["--root", "--state", "--timeout"])
  guard arguments.operands.count == 1, let program = arguments.operands.first else {
    throw UsageError(message: "name one program to run")
  }
  guard let state = arguments.value("--state") else {
    throw UsageError(message: "--state: give the folder that keeps how far the hook has come")
  }
  return runHook(
    HookOptions(
      root: arguments.value("--root") ?? "/var/spool/nutgraf", stateFolder: state, program: program,
      timeout: .seconds(try arguments.number("--timeout", in: 1...86_400) ?? 30),
      once: arguments.has("--once")))
}
