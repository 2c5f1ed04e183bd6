import CCLD2

/// The language of a text as a BCP 47 tag, where CLD2 is sure of it.
///
/// - Parameter paragraphs: Read from the start, about 8 KB of them.
func language(of paragraphs: [Paragraph]) -> String? {
  var sample: [UInt8] = []
  for paragraph in paragraphs where sample.count < 8192 {
    let utf8 = Array(paragraph.text.utf8.prefix(8193))
    var end = min(utf8.count, 8192)
    while end > 0, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }  // cut between scalars
    sample += utf8[..<end]
    sample.append(0x0A)
  }
  let code = unsafe sample.span.withUnsafeBytes { buffer -> String? in
    // The pointer lives for the call; CLD2 keeps nothing, and its answer is a static string.
    guard let base = buffer.baseAddress,
      let code = unsafe cld2_reliable_language(
        base.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    else { return nil }
    return unsafe String(cString: code)
  }
  switch code {
  case "iw": return "he"
  case "jw": return "jv"
  case "in": return "id"
  case "no": return "nb"
  case "mo": return "ro"
  case "un", "xxx": return nil
  default: return code
  }
}
