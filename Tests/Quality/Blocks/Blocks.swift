import Foundation
import Normalization

/// `blocks FILE...`: the blocks of each page as JSON Lines: the file, then the text, the path and the features of each block.
@main struct Blocks {
  struct Page: Encodable {
    var file: String
    var names: [String]
    var blocks: [Block]
  }

  struct Block: Encodable {
    var text: String
    var path: String
    var features: [UInt8]
    var group: Int
    var style: Int
  }

  static func main() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    for file in CommandLine.arguments.dropFirst() {
      let table = BlockTable(of: [UInt8](try Data(contentsOf: URL(filePath: file))))
      let blocks = table.rows.map {
        Block(text: $0.text, path: $0.path, features: $0.features, group: $0.group, style: $0.style)
      }
      let page = Page(file: file, names: BlockTable.features, blocks: blocks)
      FileHandle.standardOutput.write(try encoder.encode(page) + Data("\n".utf8))
    }
  }
}
