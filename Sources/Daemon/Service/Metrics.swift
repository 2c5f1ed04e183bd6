import Spooling

/// The figures of a run in Prometheus' text format (version 0.0.4): the content of `.state/nutgraf.prom`.
///
/// Without timestamps, for node_exporter's textfile collector, which gives the time at which the file was written. Each
/// sample names its spool, since the collector refuses samples of several files that look the same.
struct Metrics {
  let status: ServiceStatus
  let statistics: Statistics
  /// When the service was ready, in seconds since 1970.
  let startTime: Int
  /// The name of the spool's root.
  let spool: String

  /// The content of the file.
  var text: String {
    var text = ""
    func metric(_ name: String, _ type: String, _ help: String, _ samples: [Sample]) {
      text += "# HELP nutgraf_\(name) \(help)\n# TYPE nutgraf_\(name) \(type)\n"
      for sample in samples {
        let labels = ([("spool", spool)] + sample.labels).map { "\($0)=\"\(Self.escaped($1))\"" }
        text += "nutgraf_\(name)\(sample.suffix){\(labels.joined(separator: ","))} \(sample.value)\n"
      }
    }
    func gauge(_ name: String, _ help: String, _ value: some CustomStringConvertible) {
      metric(name, "gauge", help, [Sample(value)])
    }

    metric("info", "gauge", "The version of the service.", [Sample(1, [("version", status.version)])])
    gauge("start_time_seconds", "When the service was ready, in seconds since 1970.", startTime)
    gauge("up", "Whether the service runs; 0 is its last word.", status.state == .stopped ? 0 : 1)
    gauge("paused", "Whether it takes no files until something is mended.", status.state == .paused ? 1 : 0)
    let counts = status.counts
    metric(
      "files_total", "counter", "Files that were settled, by what became of them.",
      [("published", counts.published), ("duplicate", counts.duplicate), ("failed", counts.failed)].map {
        Sample($0.1, [("state", $0.0)])
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
      [Sample(statistics.deadWorkers)])
    metric("read_bytes_total", "counter", "Bytes of the settled files.", [Sample(status.bytes)])
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

  private struct Sample {
    let suffix: String
    let labels: [(String, String)]
    let value: String

    init(_ value: some CustomStringConvertible, _ labels: [(String, String)] = [], suffix: String = "") {
      self.suffix = suffix
      self.labels = labels
      self.value = value.description
    }
  }

  private static func samples(_ counts: [String: Int], labelled name: String) -> [Sample] {
    counts.sorted { $0.key < $1.key }.map { Sample($0.value, [(name, $0.key)]) }
  }

  private static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func samples(_ histogram: Histogram) -> [Sample] {
    var count = 0
    var samples: [Sample] = []
    for (index, bound) in (Histogram.bounds.map(\.description) + ["+Inf"]).enumerated() {
      count += histogram.counts[index]
      samples.append(Sample(count, [("le", bound)], suffix: "_bucket"))
    }
    return samples + [
      Sample(histogram.sum / .seconds(1), suffix: "_sum"), Sample(count, suffix: "_count"),
    ]
  }
}
