import CCLD2

/// The language of a text as a BCP 47 tag, where CLD2 is sure of it.
///
/// - Parameter paragraphs: Read from the start, about 8 KB of them.
func language(of paragraphs: [Paragraph]) -> String? {
  var sample: [UInt8] = []
  for paragraph in paragraphs where sample.count < 8192 {
    var room = 8192
    // A cut in the middle of a scalar is the only thing that `prefix` could do wrong: end at its lead byte.
    let utf8 = Array(paragraph.text.utf8.prefix(room))
    if utf8.count == room { while room > 0, utf8[room - 1] >= 0x80 { room -= 1 } }
    sample += utf8.prefix(room)
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
