import Commands
import Daemon
import Glibc

/// What standard output is, and how it likes its text.
struct Terminal {
  /// The columns; `nil` where it is no terminal.
  let width: Int?
  /// Whether colours are welcome there.
  let usesColour: Bool

  static let output = Terminal()

  private init() {
    guard isatty(STDOUT_FILENO) == 1 else {
      (width, usesColour) = (nil, false)
      return
    }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let columns = Self.environment("COLUMNS").flatMap { Int($0) }.flatMap {
      (1...10_000).contains($0) ? $0 : nil
    }
    width = max(20, columns ?? (isKnown ? Int(size.ws_col) : 80))
    usesColour = Self.environment("NO_COLOR").map(\.isEmpty) ?? true && Self.environment("TERM") != "dumb"
  }

  private static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  enum Style: String { case bold = "1", red = "31", green = "32", yellow = "33", dim = "2" }

  func styled(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The line in the colour of a state.
  func coloured(_ line: String, state: String) -> String {
    switch state {
    case "failed": styled(line, .red)
    case "duplicate": styled(line, .dim)
    default: line
    }
  }
}

/// Writes a line on standard output.
func say(_ line: String) {
  writeToStandardOutput(Array("\(line)\n".utf8))
}
