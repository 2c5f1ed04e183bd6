import Foundation
import Testing

import JSONText

/// JSON as the encoder of Foundation writes it.
@Suite struct JSONWriterTests {
  private struct Thing: Encodable {
    var a: String
    var b: [Int]
    var c: Double
    var d: Bool
    var e: [String]
  }

  @Test(arguments: [
    "", "plain", "\"quoted\" \\ / é 日本 😀 \u{7F} \u{2028}", "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}",
  ])
  func `texts and lists are laid out as the encoder lays them out`(text: String) throws {
    for number in [0, 1, 0.5, 12.3456, -3, 1e-4] {
      let thing = Thing(a: text, b: [1, -20], c: number, d: true, e: [])
      let encoder = JSONEncoder()
      for layout in [JSONLayout.line, .readable] {
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if layout == .readable { encoder.outputFormatting.insert(.prettyPrinted) }
        var writer = JSONWriter(layout)
        writer.object { json in
          json.member("a", thing.a)
          json.member("b", thing.b) { $1.number($0) }
          json.member("c", thing.c)
          json.member("d", thing.d)
          json.member("e", thing.e) { $1.string($0) }
          json.member("f", nil as String?)
        }
        #expect(
          String(decoding: writer.bytes, as: UTF8.self)
            == String(decoding: try encoder.encode(thing), as: UTF8.self))
      }
    }
  }

  @Test func `a text is spelt as the encoder spells it, since readers look for that`() {
    let text = String(String.UnicodeScalarView((0..<0x300).compactMap(UnicodeScalar.init)))
    var writer = JSONWriter(.line)
    writer.string(text)
    #expect(writer.bytes == text.json(.line))
  }
}
