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
  var isFirst = true
  for path in arguments.operands.isEmpty ? ["-"] : arguments.operands {
    let place = path == "-" ? "standard input" : Escaping.printable(Array(path.utf8))
    do {
      let bytes =
        path == "-"
        ? try readToEnd(of: STDIN_FILENO, named: "standard input") : try readWholeFile(path)
      let name = path == "-" ? [] : Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? [])
      let source = SourceFile(name: name, sha256: Digest.sha256(bytes), bytes: bytes)
      let reading = try reading(of: source, options: NormalizationOptions())
      for article in reading.articles {
        if format == "text" && !isFirst { writeToStandardOutput(Array("\n".utf8)) }
        isFirst = false
        writeToStandardOutput(rendered(article, article.summarized(length), format: format))
      }
      for part in reading.rejections { complain("\(place), part \(part.number): \(part.error.message)") }
    } catch let error as NormalizationError {
      complain("\(place): \(error.message)")
      if status == EX_OK { status = 1 }
    } catch {
      complain("\(error)")
      let isMissing = (error as? SystemError)?.code == ENOENT
      if isMissing { status = EX_NOINPUT } else if status == EX_OK { status = 1 }
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
