import Commands
import Daemon
import Glibc
import Summarization

/// `nutgraf filter`: JSON Lines in and out.
func filterCommand(_ arguments: Arguments) async throws -> CInt {
  let jobs = try arguments.number("--jobs", in: 1...64) ?? Configuration().workerCount
  let options = WorkerOptions(
    length: try arguments.summaryLength(), allSentences: arguments.has("--all-sentences"))
  return await filter(options: options, jobs: jobs)
}

extension Arguments {
  /// What `--sentences` and `--words` ask for.
  func summaryLength() throws(UsageError) -> SummaryLength {
    let sentences = try number("--sentences", in: 1...1000)
    let words = try number("--words", in: 1...100_000)
    if sentences != nil && words != nil {
      throw UsageError(message: "--sentences and --words: give one of them")
    }
    return sentences.map(SummaryLength.sentences) ?? words.map(SummaryLength.words) ?? .standard
  }
}
