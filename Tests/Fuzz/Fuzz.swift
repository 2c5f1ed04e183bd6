import Glibc
import Normalization
import Publication
import Summarization

/// What libFuzzer calls with each input: an article must come out of it, or an error, and what comes out must keep the
/// promises of the record.
///
/// The program ends in a trap where a promise is broken; libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  // libFuzzer's bytes live for the call.
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: data, count: size))
  check(isForPages ? Array("<html>".utf8) + bytes : bytes)
  return 0
}

/// Whether every input is to be read as a page.
private let isForPages = unsafe getenv("NUTGRAF_FUZZ").map { unsafe String(cString: $0) } == "pages"

private func check(_ bytes: [UInt8]) {
  let first = outcome(of: bytes)
  let second = outcome(of: bytes)
  guard case .articles(let articles, let records) = first else {
    precondition(second.isError, "an error becomes an article")
    return
  }
  guard case .articles(_, let again) = second else { preconditionFailure("an article becomes an error") }
  precondition(records == again, "the same bytes give another record")
  precondition(!articles.isEmpty, "no article and no error")
  for (article, summary) in articles {
    checkBody(of: article)
    checkSummary(summary, of: article)
    for date in [article.published, article.modified].compactMap(\.self) {
      // What a page says is taken at its word, but it must be a date.
      precondition(Timestamp(date.description) == date, "a date that cannot be read again")
    }
  }
}

private enum Outcome {
  case articles([(Article, Summary)], records: [UInt8])
  case error

  var isError: Bool { if case .error = self { true } else { false } }
}

private func outcome(of bytes: [UInt8]) -> Outcome {
  let source = SourceFile(name: Array("fuzz".utf8), sha256: "0", bytes: bytes)
  do throws(NormalizationError) {
    let reading = try reading(of: source, options: NormalizationOptions())
    let articles = reading.articles.map { ($0, $0.summarized()) }
    for output in outputs(for: reading, summaries: articles.map(\.1)) {
      precondition(String(validating: output.bytes, as: UTF8.self) != nil, "an output that is not UTF-8")
    }
    let records = Record.jsonLine(articles.map { Record($0, summary: $1, allSentences: true) })
    precondition(String(validating: records, as: UTF8.self) != nil, "a record that is not UTF-8")
    return .articles(articles, records: records)
  } catch {
    precondition(!error.reason.isEmpty && !error.message.isEmpty, "an error without a reason")
    return .error
  }
}

private func checkBody(of article: Article) {
  precondition(!article.body.isEmpty, "an article without a body")
  for paragraph in article.body {
    precondition(!paragraph.text.isEmpty, "an empty paragraph")
    precondition(!paragraph.text.utf8.contains { $0 < 0x20 }, "a control character in a paragraph")
  }
}

private func checkSummary(_ summary: Summary, of article: Article) {
  for sentence in summary.candidates {
    precondition(article.body.indices.contains(sentence.paragraph), "a sentence of no paragraph")
    let scalars = article.body[sentence.paragraph].text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: sentence.range.lowerBound)
    let end = scalars.index(start, offsetBy: sentence.range.count)
    precondition(
      Array(scalars[start..<end]) == Array(sentence.text.unicodeScalars), "a sentence that is not in the body"
    )
    precondition(sentence.score.isFinite, "a score that is no number")
  }
  precondition(article.summarized(.sentences(3)).sentences.count <= 3, "a summary that is too long")
  precondition(summary.sentences.isEmpty == summary.candidates.isEmpty, "a text without a summary")
}

/// The program's beginning, under the name that the package manager gives it: libFuzzer's own.
@_cdecl("Fuzz_main")
public func start(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var count = count
  var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe words
  return unsafe runDriver(&count, &words, fuzz)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ check: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
