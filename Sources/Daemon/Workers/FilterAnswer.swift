import FoundationEssentials
import Normalization
import Publication
import Spooling
import Summarization

/// The answer to one line of `nutgraf filter`.
struct FilterAnswer {
  /// One line of JSON, without its newline.
  let line: [UInt8]

  /// Answers a request: reads its article, summarises it, and says why not where it cannot.
  init(to line: [UInt8], options: WorkerOptions) {
    do {
      let records = try FilterRequest(line).articles(options: options).map {
        Record($0, summary: $0.summarized(options.length), allSentences: options.allSentences)
      }
      self.init(id: FilterRequest.id(ofObject: line), key: "articles", value: records.json(.line))
    } catch let error as NormalizationError {
      self.init(id: FilterRequest.id(ofObject: line), reason: error.reason, message: error.message)
    } catch {
      self.init(
        to: line, reason: "bad-request",
        message: "The line is no request: \(error). Send a JSON object with text, base64 or articleBody.")
    }
  }

  /// An answer to any line that says what went wrong.
  init(to line: [UInt8], reason: String, message: String) {
    self.init(id: FilterRequest.id(ofAnything: line), reason: reason, message: message)
  }

  private init(id: ArraySlice<UInt8>?, reason: String, message: String) {
    struct Details: Encodable {
      var reason: String
      var message: String
    }
    self.init(id: id, key: "error", value: Details(reason: reason, message: message).json(.line))
  }

  private init(id: ArraySlice<UInt8>?, key: String, value: [UInt8]) {
    // The decoder takes bytes that are not UTF-8; an answer never has any.
    let id = id.map { String(decoding: $0, as: UTF8.self) } ?? "null"
    line = Array("{\"\(key)\":".utf8) + value + Array(",\"id\":\(id)}".utf8)
  }
}

/// One line that `nutgraf filter` reads.
struct FilterRequest: Decodable {
  var name: String?
  var section: String?
  var text: String?
  var base64: String?
  var headline: String?
  var articleBody: String?
  var inLanguage: String?
  var referenceDate: String?

  /// Why a line is no request, as a clause.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ line: [UInt8]) throws(Malformed) {
    do {
      self = try JSONDecoder().decode(FilterRequest.self, from: Data(line))
    } catch DecodingError.typeMismatch(_, let context) {
      let key = context.codingPath.first?.stringValue
      throw Malformed(description: key.map { "the value of \($0) is not a string" } ?? "it is not an object")
    } catch {
      throw Malformed(description: "it is not JSON")
    }
  }

  /// The `id` of a line that is an object, as it came, digit by digit; `nil` where it has none.
  fileprivate static func id(ofObject line: [UInt8]) -> ArraySlice<UInt8>? {
    JSONMembers(line).first { $0.key.elementsEqual("id".utf8) }?.value
  }

  /// The same for any line; `nil` where it is no object.
  fileprivate static func id(ofAnything line: [UInt8]) -> ArraySlice<UInt8>? {
    struct Anything: Decodable {}
    return (try? JSONDecoder().decode(Anything.self, from: Data(line))).flatMap { _ in id(ofObject: line) }
  }

  /// The articles that the request holds.
  func articles(options: WorkerOptions) throws -> [Article] {
    if let articleBody, text == nil, base64 == nil {
      return [
        try Article(
          headline: headline ?? "", body: articleBody, language: inLanguage,
          sha256: Digest.sha256(Array(articleBody.utf8)))
      ]
    }
    var normalization = options.normalization
    if let referenceDate {
      guard let date = Timestamp(referenceDate) else {
        throw Malformed(description: "referenceDate is not a date like 2025-02-25")
      }
      normalization.referenceDate = date
    }
    let bytes = try content()
    let source = SourceFile(
      name: Array((name ?? "").utf8),
      section: section.map { $0.split(separator: "/").map { Array($0.utf8) } } ?? [],
      sha256: Digest.sha256(bytes), bytes: bytes)
    return try Normalization.articles(in: source, options: normalization)
  }

  private func content() throws(Malformed) -> [UInt8] {
    if let base64 {
      guard let data = Data(base64Encoded: base64) else {
        throw Malformed(description: "base64 does not decode")
      }
      return Array(data)
    }
    guard let text else { throw Malformed(description: "it has no text") }
    return Array(text.utf8)
  }
}
