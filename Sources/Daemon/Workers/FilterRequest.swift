import JSONText
import Normalization
import Spooling

/// One line that `nutgraf filter` reads.
struct FilterRequest {
  private(set) var name: [UInt8] = []
  private(set) var section: [UInt8] = []
  private(set) var text: [UInt8]?
  /// What the line has in base64, decoded.
  private(set) var content: [UInt8]?
  private(set) var headline: [UInt8] = []
  private(set) var articleBody: [UInt8]?
  private(set) var inLanguage: [UInt8]?
  private(set) var referenceDate: [UInt8]?
  /// The `id`, as it came, digit by digit; `nil` where the line has none, or is no object.
  private(set) var id: [UInt8]?
  /// What is wrong with a value.
  private var fault: String?

  /// Why a line is no request, as a clause.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a line; whether it makes sense is asked later, so that the answer has its `id` in any case.
  init(_ line: ArraySlice<UInt8>) {
    var reader = JSONReader(line)
    do throws(JSONReader.Malformed) {
      if reader.next() == UInt8(ascii: "{") {
        try readMembers(&reader)
      } else {
        _ = try reader.skipValue()
        fault = "it is not an object"
      }
      if reader.next() != nil { throw JSONReader.Malformed() }
    } catch {
      fault = "it is not JSON"
      id = nil
    }
  }

  private mutating func readMembers(_ reader: inout JSONReader) throws(JSONReader.Malformed) {
    try reader.expect(UInt8(ascii: "{"))
    if reader.take(UInt8(ascii: "}")) { return }
    repeat {
      let key = String(decoding: try reader.string(), as: UTF8.self)
      try reader.expect(UInt8(ascii: ":"))
      switch key {
      case "id": id = Array(try reader.skipValue())
      case "base64":
        guard try isString(&reader, key) else { continue }
        content = try reader.base64()
        if content == nil { fault = fault ?? "base64 does not decode" }
      case "name": name = try string(&reader, key) ?? []
      case "section": section = try string(&reader, key) ?? []
      case "text": text = try string(&reader, key)
      case "headline": headline = try string(&reader, key) ?? []
      case "articleBody": articleBody = try string(&reader, key)
      case "inLanguage": inLanguage = try string(&reader, key)
      case "referenceDate": referenceDate = try string(&reader, key)
      default: _ = try reader.skipValue()
      }
    } while reader.take(UInt8(ascii: ","))
    try reader.expect(UInt8(ascii: "}"))
  }

  private mutating func string(
    _ reader: inout JSONReader, _ key: String
  ) throws(JSONReader.Malformed) -> [UInt8]? {
    try isString(&reader, key) ? try reader.string() : nil
  }

  /// Whether a string comes next; passes over anything else, which is a fault but for `null`.
  private mutating func isString(
    _ reader: inout JSONReader, _ key: String
  ) throws(JSONReader.Malformed) -> Bool {
    if reader.next() == UInt8(ascii: "\"") { return true }
    if !(try reader.skipValue()).elementsEqual("null".utf8) {
      fault = fault ?? "the value of \(key) is not a string"
    }
    return false
  }

  /// The articles that the request holds.
  func articles(options: WorkerOptions) throws -> [Article] {
    if let fault { throw Malformed(description: fault) }
    if let articleBody, text == nil, content == nil {
      return [
        try Article(
          headline: String(decoding: headline, as: UTF8.self),
          body: String(decoding: articleBody, as: UTF8.self),
          language: inLanguage.map { String(decoding: $0, as: UTF8.self) }, sha256: Digest.sha256(articleBody)
        )
      ]
    }
    var normalization = options.normalization
    if let referenceDate {
      guard let date = Timestamp(String(decoding: referenceDate, as: UTF8.self)) else {
        throw Malformed(description: "referenceDate is not a date like 2025-02-25")
      }
      normalization.referenceDate = date
    }
    guard let bytes = content ?? text else { throw Malformed(description: "it has no text") }
    let source = SourceFile(
      name: name, section: section.split(separator: UInt8(ascii: "/")).map(Array.init),
      sha256: Digest.sha256(bytes), bytes: bytes)
    return try Normalization.articles(in: source, options: normalization)
  }
}
