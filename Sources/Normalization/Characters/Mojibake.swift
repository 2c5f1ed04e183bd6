/// Repairs UTF-8 that was once read as Windows-1252 and stored as UTF-8 again (`â€™` for `’`), up to three times over.
///
/// Only what is certain changes: a broken mark (`â€”`), two broken Latin letters (`Ã©`) or three others, and hardly a
/// letter beyond ASCII that no such sequence explains. Natural text never looks so: what follows the first letter of a
/// sequence is a symbol.
///
/// - Parameter text: Valid UTF-8.
func withoutMojibake(_ text: [UInt8]) -> [UInt8] {
  var text = text
  for _ in 0..<3 {
    guard hasSuspect(text.span), let repaired = decodedTwice(text.span) else { return text }
    text = repaired
  }
  return text
}

/// Whether a letter that Windows-1252 makes of the first byte of a sequence stands before another scalar beyond ASCII.
private func hasSuspect(_ text: Span<UInt8>) -> Bool {
  for offset in 0..<max(0, text.count - 2)
  where text[offset] == 0xC3 && text[offset + 1] >= 0x82 && text[offset + 1] < 0xB5
    && text[offset + 2] >= 0xC2
  {
    return true
  }
  return false
}

private func decodedTwice(_ text: Span<UInt8>) -> [UInt8]? {
  var output: [UInt8] = []
  output.reserveCapacity(text.count)
  var evidence = 0
  var sequences = 0
  var unexplained = 0
  var offset = 0
  var run: [UInt8] = []
  var places: [Int] = []
  while offset < text.count {
    if text[offset] < 0x80 {
      output.append(text[offset])
      offset += 1
      continue
    }
    // The longest run of scalars that Windows-1252 has beyond ASCII, as its bytes.
    run.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    while offset < text.count, text[offset] >= 0x80 {
      let (scalar, length) = scalar(in: text, at: offset)
      guard let byte = windows1252Byte(scalar) else { break }
      run.append(byte)
      places.append(offset)
      offset += length
    }
    places.append(offset)
    if run.isEmpty {
      let (_, length) = scalar(in: text, at: offset)
      for place in offset..<offset + length { output.append(text[place]) }
      offset += length
      unexplained += 1
      continue
    }
    var index = 0
    while index < run.count {
      let length = sequenceLength(in: run.span, at: index)
      if length > 1 {
        for byte in run[index..<index + length] { output.append(byte) }
        sequences += 1
        evidence += run[index] == 0xE2 ? 3 : run[index] < 0xC4 ? 2 : 1
        index += length
      } else if index == run.count - 1, run[index] == 0xC2 || run[index] == 0xC3, offset < text.count,
        text[offset] == 0x20
      {
        // The second letter was a no-break space, which a copy made a plain one: "Ã la" for "à la".
        if run[index] == 0xC3 { output += [0xC3, 0xA0] }
        sequences += 1
        index += 1
      } else {
        for place in places[index]..<places[index + 1] { output.append(text[place]) }
        unexplained += 1
        index += 1
      }
    }
  }
  return evidence >= 3 && unexplained * 4 <= sequences ? output : nil
}

/// The byte of Windows-1252 for a scalar beyond ASCII; the C1 controls stand for the places that it leaves empty.
private func windows1252Byte(_ scalar: UInt32) -> UInt8? {
  if (0x80..<0x100).contains(scalar) { return UInt8(scalar) }
  guard scalar != 0xFFFD else { return nil }
  return windows1252High.firstIndex { $0.value == scalar }.map { UInt8(0x80 + $0) }
}
