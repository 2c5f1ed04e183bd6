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
  init(to request: [UInt8], options: WorkerOptions) {
    var id: JSONValue?
    do {
      let request = try FilterRequest(request)
      id = request.id ?? .null
      let articles = try request.articles(options: options)
      let records = articles.map {
        Record($0, summary: $0.summarized(options.length), allSentences: options.allSentences)
      }
      self.init(line: Success(id: request.id ?? .null, articles: records).json(.line))
    } catch let error as NormalizationError {
      self.init(id: id ?? .null, reason: error.reason, message: error.message)
    } catch {
      self.init(
        id: id ?? FilterRequest.id(of: request), reason: "bad-request",
        message: "The line is no request: \(error). Send a JSON object with text, base64 or articleBody.")
    }
  }

  /// An answer that says what went wrong.
  init(id: JSONValue, reason: String, message: String) {
    self.init(line: Failure(id: id, error: .init(reason: reason, message: message)).json(.line))
  }

  private init(line: [UInt8]) {
    self.line = line
  }

  private struct Success: Encodable {
    var id: JSONValue
    var articles: [Record]
  }

  private struct Failure: Encodable {
    struct Details: Encodable {
      var reason: String
      var message: String
    }

    var id: JSONValue
    var error: Details
  }
}

/// One line that `nutgraf filter` reads.
struct FilterRequest: Decodable {
  var id: JSONValue?
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

  /// The `id` of a line as it came; null where the line is no object.
  static func id(of line: [UInt8]) -> JSONValue {
    struct Identified: Decodable {
      var id: JSONValue?
    }
    return (try? JSONDecoder().decode(Identified.self, from: Data(line)))?.id ?? .null
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

/// Any JSON value, kept to be written again.
enum JSONValue: Codable, Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
