import Daemon
import Glibc
import Normalization
import Publication
import Spooling
import Summarization

/// `nutgraf summarize`: files, or standard input, to the terminal.
func summarizeCommand(_ words: ArraySlice<String>) throws -> CInt {
  let arguments = try Arguments(words, valued: ["--sentences", "--words", "--format"])
  let length = try arguments.summaryLength()
  let format = arguments.value("--format") ?? "text"
  guard ["text", "json", "markdown"].contains(format) else {
    throw UsageError(message: "--format \(format): give text, json or markdown")
  }
  var status = EX_OK
  for (index, path) in (arguments.operands.isEmpty ? ["-"] : arguments.operands).enumerated() {
    do {
      let bytes =
        path == "-"
        ? try readToEnd(of: STDIN_FILENO, named: "standard input") : try readWholeFile(path)
      let name = path == "-" ? [] : Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? [])
      let source = SourceFile(name: name, sha256: Digest.sha256(bytes), bytes: bytes)
      for article in try articles(in: source, options: NormalizationOptions()) {
        let summary = article.summarized(length)
        if format == "text" && index > 0 { writeToStandardOutput(Array("\n".utf8)) }
        writeToStandardOutput(rendered(article, summary, format: format))
      }
    } catch let error as NormalizationError {
      complain("\(path == "-" ? "standard input" : Escaping.printable(Array(path.utf8))): \(error.message)")
      status = 1
    } catch {
      complain("\(error)")
      status = 1
    }
  }
  return status
}

private func rendered(_ article: Article, _ summary: Summary, format: String) -> [UInt8] {
  switch format {
  case "json": Record(article, summary: summary).json(.readable)
  case "markdown": Array(Markdown(article, summary: summary).text.utf8)
  default: Array(PlainText(article, summary: summary, width: terminalWidth).text.utf8)
  }
}

/// The columns of the terminal, at most 100; `nil` where the output is none.
private var terminalWidth: Int? {
  guard isatty(STDOUT_FILENO) == 1 else { return nil }
  var size = winsize()
  let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
  return isKnown ? min(Int(size.ws_col), 100) : 80
}
