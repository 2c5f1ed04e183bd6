import CLinux
import Glibc
import Spooling

/// The program of a hook: run with the state as its argument, the line of the history on its standard input, and what is
/// in it in its environment.
struct HookProgram {
  let path: String
  let root: String
  let timeout: Duration

  /// Runs the program to its end.
  ///
  /// - Returns: What went wrong, for people; `nil` where it ended with 0.
  func run(for line: HookLine) -> String? {
    var ends: [CInt] = [-1, -1]
    guard unsafe linux_pipe(&ends) == 0 else { return SystemError("pipe", path).description }
    let process: pid_t
    do throws(SystemError) {
      process = try start(for: line, input: ends[0])
      close(ends[0])
    } catch {
      close(ends[0])
      close(ends[1])
      return error.description
    }
    // A line is shorter than a pipe is wide; a program that does not read it is no failure.
    let text = line.bytes + [UInt8(ascii: "\n")]
    _ = unsafe write(ends[1], text, text.count)
    close(ends[1])
    return wait(for: process)
  }

  private func start(for line: HookLine, input: CInt) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var defaults = sigset_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    // A group of its own, so that what it starts ends with it.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))

    var inherited: [[UInt8]] = []
    for name in ["PATH", "HOME", "LANG", "USER", "STATE_DIRECTORY", "CREDENTIALS_DIRECTORY"] {
      if let value = unsafe getenv(name) {
        inherited.append(unsafe Array("\(name)=\(String(cString: value))".utf8))
      }
    }
    let words = [Array(path.utf8), Array(line.entry.state.utf8)]
    var process: pid_t = 0
    let code = unsafe withPointers(to: words) { words in
      unsafe withPointers(to: inherited + line.environment(root: root)) { environment in
        unsafe posix_spawn(&process, path, &actions, &attributes, words, environment)
      }
    }
    if code != 0 { throw SystemError("posix_spawn", path, code: code) }
    return process
  }

  private func wait(for process: pid_t) -> String? {
    let end = ContinuousClock.now + timeout
    var status: CInt = 0
    var pause: UInt32 = 500  // microseconds
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now > end {
        kill(-process, SIGKILL)
        _ = unsafe waitpid(process, &status, 0)
        return "it took longer than \(ConfigurationSyntax.text(timeout))"
      }
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
    kill(-process, SIGKILL)  // what it left behind
    let signal = status & 0x7F
    if signal != 0 { return "it was ended by signal \(signal)" }
    let code = (status >> 8) & 0xFF
    return code == 0 ? nil : "it ended with \(code)"
  }
}

/// Gives a C array of C strings, ended by NULL, to a function.
private func withPointers<Result>(
  to strings: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { string in
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count + 1)
    for (index, byte) in string.enumerated() { unsafe copy[index] = CChar(bitPattern: byte) }
    unsafe copy[string.count] = 0
    return unsafe copy
  }
  unsafe pointers.append(nil)
  defer { for index in strings.indices { unsafe pointers[index]?.deallocate() } }
  return unsafe body(&pointers)
}
