import FoundationEssentials
import Normalization

/// JSON Lines of texts in, JSON Lines of their lines with role and features out: what the line model is trained on, and the
/// weights of headlines and of lines of names.
@main
struct LineFeatures {
  struct Request: Decodable {
    var id: String
    var base64: String
  }
  struct Answer: Encodable {
    var id: String
    var lines: [String]
    var roles: [String]
    var teasers: [Bool]
    var features: [[UInt8]]
    var words: [[UInt32]]
    var headlines: [Row]
    var signatures: [Row]
  }
  struct Row: Encodable {
    var line: Int
    var text: String
    var features: [Float]

    init(_ row: HeaderRow) { (line, text, features) = (row.line, row.text, row.features) }
  }

  static func main() throws {
    while let line = readLine() {
      let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
      guard let bytes = Data(base64Encoded: request.base64) else { continue }
      let rows = lineRows(in: [UInt8](bytes))
      let header = headerRows(in: [UInt8](bytes))
      let answer = Answer(
        id: request.id, lines: rows.map(\.text), roles: rows.map(\.role), teasers: rows.map(\.isTeaser),
        features: rows.map(\.features), words: rows.map(\.words), headlines: header.headlines.map(Row.init),
        signatures: header.signatures.map(Row.init))
      print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
    }
  }
}
