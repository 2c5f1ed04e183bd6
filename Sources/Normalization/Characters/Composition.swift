@_spi(_Unicode) import Swift

/// The text in Unicode's normalisation form C; unchanged, and only looked through, where it is in it.
func composed(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(where: { $0 >= 0x80 }) else { return text }
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
