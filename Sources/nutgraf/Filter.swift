import Commands
import Daemon
import Glibc
import Spooling
import Summarization

/// `nutgraf filter`: JSON Lines in and out.
func filterCommand(_ arguments: Arguments) async throws -> CInt {
  let jobs = try arguments.number("--jobs", in: 1...64) ?? Configuration().workerCount
  let options = WorkerOptions(
    length: try arguments.summaryLength(), allSentences: arguments.has("--all-sentences"))
  return await filter(options: options, jobs: jobs)
}

extension Arguments {
  /// How long a summary is asked to be: ``SummaryLength/standard`` where nothing is said.
  func summaryLength() throws(UsageError) -> SummaryLength {
    var lengths: [SummaryLength] = []
    if let count = try number("--words", in: 1...100_000) { lengths.append(.words(count)) }
    if let count = try number("--sentences", in: 1...1000) { lengths.append(.sentences(count)) }
    if let count = try number("--characters", in: 1...1_000_000) { lengths.append(.characters(count)) }
    if let text = value("--ratio") {
      guard let share = Double(text), share > 0, share <= 1 else {
        throw UsageError(
          message: "--ratio \(Escaping.printable(Array(text.utf8))): give a share of the article, like 0.2")
      }
      lengths.append(.ratio(share))
    }
    guard lengths.count <= 1 else {
      throw UsageError(message: "--words, --sentences, --characters, --ratio: give one of them")
    }
    return lengths.first ?? .standard
  }
}
