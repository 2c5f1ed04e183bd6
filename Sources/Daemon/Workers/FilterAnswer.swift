import JSONText
import Normalization
import Publication
import Summarization

/// The answer to one line of `nutgraf filter`.
struct FilterAnswer {
  /// One line of JSON, without its newline.
  let line: [UInt8]

  /// Answers a line: reads its article, summarises it, and says why not where it cannot.
  init(to line: ArraySlice<UInt8>, options: WorkerOptions, _ summarizer: inout Summarizer) {
    self.init(to: FilterRequest(line), options: options, &summarizer)
  }

  /// Answers a request.
  init(to request: FilterRequest, options: WorkerOptions, _ summarizer: inout Summarizer) {
    do {
      let records = try request.articles(options: options).map {
        Record(
          $0, summary: summarizer.summary(of: $0, options.length), allSentences: options.allSentences)
      }
      self.init(id: request.id, key: "articles", value: Record.jsonLine(records))
    } catch let error as NormalizationError {
      self.init(id: request.id, reason: error.reason, message: error.message)
    } catch {
      self.init(
        id: request.id, reason: "bad-request",
        message: "The line is no request: \(error). Send a JSON object with text, base64 or articleBody.")
    }
  }

  /// An answer to any line that says what went wrong.
  init(to line: ArraySlice<UInt8>, reason: String, message: String) {
    self.init(id: FilterRequest(line).id, reason: reason, message: message)
  }

  private init(id: [UInt8]?, reason: String, message: String) {
    struct Details: Encodable {
      var reason: String
      var message: String
    }
    self.init(id: id, key: "error", value: Details(reason: reason, message: message).json(.line))
  }

  private init(id: [UInt8]?, key: String, value: [UInt8]) {
    // A request may hold bytes that are not UTF-8; an answer never has any.
    let id = id.map { String(decoding: $0, as: UTF8.self) } ?? "null"
    line = Array("{\"\(key)\":".utf8) + value + Array(",\"id\":\(id)}".utf8)
  }
}
