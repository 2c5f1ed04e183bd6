import Commands
import Daemon
import Glibc
import Spooling

/// `nutgraf hook`: a program for each result and each failure.
func hookCommand(_ arguments: Arguments) throws -> CInt {
  guard arguments.operands.count == 1, let program = arguments.operands.first else {
    throw UsageError(message: "name one program to run")
  }
  guard let state = arguments.value("--state") else {
    throw UsageError(message: "--state: give the folder that keeps how far the hook has come")
  }
  _ = try arguments.view()
  if unsafe access(program, X_OK) == -1 { throw SystemError("run", program) }
  return runHook(
    HookOptions(
      root: arguments.root, stateFolder: state, program: program,
      timeout: .seconds(try arguments.number("--timeout", in: 1...86_400) ?? 30),
      once: arguments.has("--once")))
}
