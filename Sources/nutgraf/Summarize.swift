import Commands
import Daemon
import Glibc
import JSONText
import Normalization
import Publication
import Spooling
import Summarization

/// `nutgraf summarize`: files, or standard input, to the terminal.
func summarizeCommand(_ arguments: Arguments) throws -> CInt {
  let length = try arguments.summaryLength()
  let format = arguments.value("--format") ?? "text"
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
  case "markdown": Markdown(article, summary: summary).utf8
  default:
    Array(PlainText(article, summary: summary, width: Terminal.output.width.map { min($0, 100) }).text.utf8)
  }
}
