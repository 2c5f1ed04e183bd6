import Testing

@testable import Normalization

/// What may be taken as UTF-8 without a second look.
@Suite struct SoundUTF8Tests {
  /// Whether bytes are sound after so many letters of 150.
  private func isSound(_ bytes: [UInt8], after place: Int) -> Bool {
    var text = [UInt8](repeating: 0x61, count: 150)
    text.insert(contentsOf: bytes, at: place)
    return isSoundUTF8(text.span)
  }

  @Test(arguments: ["plain", "Tab\tand\r\nlines\u{0C}", "é", "日本語", "😀", "~", "\u{8}"])
  func `text is sound wherever it stands among plain blocks`(text: String) {
    for place in [0, 1, 60, 61, 62, 63, 64, 127, 150] {
      #expect(isSound(Array(text.utf8), after: place))
    }
  }

  @Test(
    arguments: [
      [0x00], [0x07], [0x0E], [0x1B], [0x1F], [0x7F], [0x80], [0xC1, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func `controls and malformed sequences are not`(bytes: [UInt8]) {
    for place in [0, 1, 62, 63, 64, 127, 150] {
      #expect(!isSound(bytes, after: place))
    }
  }
}
