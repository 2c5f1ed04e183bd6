import Foundation
import JSONText
import Testing

@Suite struct Base64Tests {
  @Test(arguments: [0, 1, 2, 3, 4, 5, 255, 256, 257, 1000])
  func `base64 of any length decodes`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    let spelt = Data(bytes).base64EncodedString()
    #expect(Base64.decoded(Array(spelt.utf8).span) == bytes)
    #expect(Base64.encoded(bytes) == spelt)
    var reader = JSONReader(Array("\"\(spelt.replacingOccurrences(of: "/", with: "\\/"))\"".utf8)[...])
    #expect(try reader.base64() == bytes)
  }

  @Test(arguments: ["A", "AA", "AAA", "A===", "====", "AA=A", "A A=", "AAAA\n", "AA-_", "é==", "=AAA"])
  func `what is no base64 is refused`(text: String) {
    #expect(Base64.decoded(Array(text.utf8).span) == nil)
  }
}
