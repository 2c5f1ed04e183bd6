import Glibc

/// The bytes read as text of a charset, by iconv; what it does not have becomes U+FFFD and is counted.
///
/// A letter that the end of the file cuts is left out.
///
/// - Returns: `nil` where iconv does not know the charset.
func converted(_ bytes: Span<UInt8>, from charset: Charset) -> DecodedText? {
  if charset == .windows1252 { return decodedWindows1252(bytes) }
  guard let converter = unsafe iconv_open("UTF-8", charset.converter), Int(bitPattern: converter) != -1 else {
    return nil
  }
  defer { unsafe _ = iconv_close(converter) }
  var text = DecodedText(utf8: [], charset: charset.name)
  text.utf8.reserveCapacity(bytes.count * 2)
  var scratch = [UInt8](repeating: 0, count: min(bytes.count, 1 << 14) * 4 + 64)
  var start = 0
  var isDone = bytes.isEmpty
  while !isDone {
    let part = bytes.extracting(start...)
    var left = 0
    var failure: Int32 = 0
    let written = unsafe scratch.withUnsafeMutableBytes { output in
      // Both buffers outlive the call; iconv reads the input only.
      unsafe part.withUnsafeBytes { input in
        var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(
          to: CChar.self)
        left = input.count
        var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        if unsafe iconv(converter, &source, &left, &target, &targetLeft) == -1 { failure = errno }
        return output.count - targetLeft
      }
    }
    text.utf8 += scratch[..<written]
    start = bytes.count - left
    switch failure {
    case 0, EINVAL: isDone = true
    case E2BIG: break
    default:
      append("\u{FFFD}", to: &text.utf8)
      text.replaced += 1
      start += 1
      isDone = start >= bytes.count
    }
  }
  return text
}

private func decodedWindows1252(_ bytes: Span<UInt8>) -> DecodedText {
  var text = DecodedText(utf8: [], charset: Charset.windows1252.name)
  text.utf8.reserveCapacity(bytes.count + bytes.count / 8)
  for offset in bytes.indices {
    let byte = bytes[offset]
    if byte < 0x80 {
      text.utf8.append(byte)
    } else {
      let scalar = byte < 0xA0 ? windows1252High[Int(byte) - 0x80] : Unicode.Scalar(byte)
      if scalar == "\u{FFFD}" { text.replaced += 1 }
      append(scalar, to: &text.utf8)
    }
  }
  return text
}
