@_spi(_Unicode) import Swift

/// The text in Unicode's normalisation form C; unchanged, and only looked through, where it is in it.
func composed(_ text: [UInt8]) -> [UInt8] {
  guard !isPlainlyComposed(text.span) else { return text }
  do {
    var span = try UTF8Span(validating: text.span)
    if span.checkForNFC(quickCheck: true) { return text }
  } catch {
    return text
  }
  var composed: [UInt8] = []
  composed.reserveCapacity(text.count)
  for scalar in String(decoding: text, as: UTF8.self)._nfc {
    if scalar.isASCII { composed.append(UInt8(scalar.value)) } else { composed += Array(String(scalar).utf8) }
  }
  return composed
}

/// Whether a text has no scalars but such that are composed whatever stands beside them.
///
/// They are those before the combining marks, Cyrillic, Armenian and Vietnamese letters, punctuation and signs, kana, ideographs,
/// Hangul syllables and emoji; most texts have no others.
/// Source: The Unicode Standard, Annex 15, quick check: U+0300 is the first scalar that is not certain.
private func isPlainlyComposed(_ text: Span<UInt8>) -> Bool {
  var offset = firstHighByte(in: text, from: 0)
  while offset + 1 < text.count {
    let next = text[offset + 1]
    switch text[offset] {
    case 0..<0x80: offset = firstHighByte(in: text, from: offset)
    case 0xC2..<0xCC, 0xD0, 0xD1, 0xD3...0xD5: offset += 2
    case 0xE1 where (0xB8...0xBB).contains(next): offset += 3
    case 0xE2 where isPlainSign(next, offset + 2 < text.count ? text[offset + 2] : 0): offset += 3
    case 0xE3 where isPlainKana(next, offset + 2 < text.count ? text[offset + 2] : 0): offset += 3
    case 0xE4...0xE9, 0xEB, 0xEC,
      0xEA where next >= 0xB0, 0xED where next < 0x9F, 0xEF where (0xBB...0xBD).contains(next):
      offset += 3
    case 0xF0 where next == 0x9F: offset += 4
    default: return false
    }
  }
  return true
}

/// Whether the second and third byte of a scalar from U+2000 to U+27FF are those of one that is in no way another's.
private func isPlainSign(_ second: UInt8, _ third: UInt8) -> Bool {
  switch second {
  case 0x80: third >= 0x82
  case 0x84: third != 0xA6 && third != 0xAA && third != 0xAB
  case 0x81, 0x82, 0x86...0x8B, 0x8D...0x9F: true
  default: false
  }
}

/// Whether the second and third byte of a scalar from U+3000 to U+30FF are not those of a combining mark.
private func isPlainKana(_ second: UInt8, _ third: UInt8) -> Bool {
  switch second {
  case 0x80: third < 0xAA
  case 0x82: third != 0x99 && third != 0x9A
  default: second < 0x84
  }
}
