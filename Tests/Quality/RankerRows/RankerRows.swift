import FoundationEssentials
import Normalization
import Summarization

/// JSON Lines of articles with references in, JSON Lines of what the summariser is learnt from out; arrays of numbers as
/// little-endian Float32 in base 64.
@main
struct Rows {
  struct Request: Decodable {
    var lang: String
    var title: String
    var text: String
    var references: [String]
  }

  struct Answer: Encodable {
    var sentences: [String]
    var words: [Int]
    var featureNames: [String]
    var features: Data
    var concepts: [[Int]]
    var wordFeatureCount: Int
    var wordRows: Data
    var wordLabels: Data
    var pairs: [Int]
    var pairFeatureCount: Int
    var pairRows: Data
    var pairLabels: Data
  }

  static func main() throws {
    while let line = readLine() {
      let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
      var article = Article(source: Source(name: [], sha256: "", byteCount: 0, format: "", charset: ""))
      article.language = request.lang
      article.headline = request.title.isEmpty ? nil : request.title
      article.body = request.text.split(separator: "\n").map { Paragraph(String($0)) }
      let rows = RankerRows(article, references: request.references)
      let answer = Answer(
        sentences: rows.sentences, words: rows.words, featureNames: RankerRows.featureNames,
        features: data(rows.features), concepts: rows.concepts, wordFeatureCount: RankerRows.wordFeatureCount,
        wordRows: data(rows.wordRows), wordLabels: data(rows.wordLabels), pairs: rows.pairs,
        pairFeatureCount: RankerRows.pairFeatureCount, pairRows: data(rows.pairRows),
        pairLabels: data(rows.pairLabels))
      print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
    }
  }

  private static func data(_ numbers: [Float]) -> Data {
    var data = Data(capacity: numbers.count * 4)
    for number in numbers {
      let bits = number.bitPattern
      for shift in [0, 8, 16, 24] { data.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift))) }
    }
    return data
  }
}
