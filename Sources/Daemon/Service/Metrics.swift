import Spooling

/// The figures of a run in Prometheus' text format (version 0.0.4): the content of `.state/nutgraf.prom`.
///
/// Without timestamps, for node_exporter's textfile collector, which gives the time at which the file was written.
struct Metrics {
  let status: ServiceStatus
  let statistics: Statistics
  /// When the service was ready, in seconds since 1970.
  let startTime: Int

  /// The content of the file.
  var text: String {
    var text = ""
    func metric(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: String)])
    {
      text += "# HELP nutgraf_\(name) \(help)\n# TYPE nutgraf_\(name) \(type)\n"
      for sample in samples { text += "nutgraf_\(name)\(sample.labels) \(sample.value)\n" }
    }
    func gauge(_ name: String, _ help: String, _ value: some CustomStringConvertible) {
      metric(name, "gauge", help, [("", value.description)])
    }

    metric("info", "gauge", "The version of the service.", [(Self.labels("version", status.version), "1")])
    gauge("start_time_seconds", "When the service was ready, in seconds since 1970.", startTime)
    gauge("up", "Whether the service runs; 0 is its last word.", status.state == .stopped ? 0 : 1)
    gauge("paused", "Whether it takes no files until something is mended.", status.state == .paused ? 1 : 0)
    let counts = status.counts
    metric(
      "files_total", "counter", "Files that were settled, by what became of them.",
      [("published", counts.published), ("duplicate", counts.duplicate), ("failed", counts.failed)].map {
        (Self.labels("state", $0.0), String($0.1))
      })
    metric(
      "failures_total", "counter", "Files that went to failed/, by the reason.",
      Self.samples(status.failures, labelled: "reason"))
    metric(
      "system_errors_total", "counter",
      "Calls of the system that failed and are tried again, by their error.",
      Self.samples(statistics.errors, labelled: "error"))
    metric(
      "dead_workers_total", "counter", "Workers that died of an article.",
      [("", String(statistics.deadWorkers))])
    metric("read_bytes_total", "counter", "Bytes of the settled files.", [("", String(status.bytes))])
    gauge("files_in_hand", "Files that are claimed and not settled.", status.inHand)
    gauge("files_waiting", "Files known to wait in the inbox.", status.waiting)
    gauge("files_retrying", "Files that wait for another try.", status.retryCount)
    gauge("files_ignored", "Files left alone for their names.", status.ignored)
    gauge("backlog_age_seconds", "For how long the oldest unsettled file waits.", status.backlogAge)
    metric(
      "file_seconds", "histogram", "From the claim of a file to its result.",
      Self.samples(statistics.durations))
    metric(
      "commit_seconds", "histogram", "How long a batch of results took to become durable and visible.",
      Self.samples(statistics.commits))
    return text
  }

  private static func samples(_ counts: [String: Int], labelled name: String) -> [(
    labels: String, value: String
  )] {
    counts.sorted { $0.key < $1.key }.map { (labels(name, $0.key), String($0.value)) }
  }

  private static func labels(_ name: String, _ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "{\(name)=\"\(escaped)\"}"
  }

  private static func samples(_ histogram: Histogram) -> [(labels: String, value: String)] {
    var count = 0
    var samples: [(labels: String, value: String)] = []
    for (index, bound) in (Histogram.bounds.map(\.description) + ["+Inf"]).enumerated() {
      count += histogram.counts[index]
      samples.append(("_bucket{le=\"\(bound)\"}", String(count)))
    }
    return samples + [("_sum", String(histogram.sum / .seconds(1))), ("_count", String(count))]
  }
}
