/// For how long the oldest unsettled file waits, told from counts alone.
///
/// Files come and go in about the same order. The oldest one that is still here came when the number of files that had
/// come by then first passed the number of those that are gone by now.
struct BacklogAge {
  /// How many files had come by the end of a span of time, and when the span began; in the order of both.
  private var spans: [(count: Int, start: Duration)] = []
  /// How long a span is at least.
  private var length = Duration.zero

  /// How many spans are kept; where there are more, each two become one.
  private static let limit = 256

  /// Takes note of the counts and tells the age, at most a span too old.
  ///
  /// - Parameters:
  ///   - present: How many files are known that are not settled.
  ///   - gone: How many have been settled.
  mutating func age(present: Int, gone: Int, at now: Duration) -> Duration {
    let come = present + gone
    if let last = spans.last, now - last.start < length {
      spans[spans.count - 1].count = max(last.count, come)
    } else if come > spans.last?.count ?? 0 {
      spans.append((come, now))
    }
    spans.removeFirst(spans.firstIndex { $0.count > gone } ?? spans.count)
    if spans.isEmpty { length = .zero }
    if spans.count > Self.limit {
      spans = stride(from: 0, to: spans.count, by: 2).map { first in
        (spans[min(first + 1, spans.count - 1)].count, spans[first].start)
      }
      length = max(length * 2, .seconds(1))
    }
    guard present > 0, let oldest = spans.first else { return .zero }
    return now - oldest.start
  }
}
