import CUchardet
import Glibc

/// Text in a charset of before Unicode, by libuchardet's guess, converted by iconv.
///
/// - Returns: `nil` where the guess is Windows-1252 or its kin, where a byte does not belong to the charset guessed, or
///   where what comes out is mostly no letters.
func decodedLegacy(_ bytes: Span<UInt8>) -> DecodedText? {
  guard let charset = guessedCharset(of: bytes), !westernCharsets.contains(charset),
    let utf8 = converted(bytes, from: charset), isMostlyLetters(utf8.span)
  else { return nil }
  return DecodedText(utf8: utf8, charset: charset)
}

/// The charsets that Windows-1252 reads as well or better.
private let westernCharsets: Set<String> = [
  "ascii", "utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16le", "utf-16be", "utf-16", "utf-32le",
  "utf-32be",
]

/// The charset that the first bytes look like, in lower case, as iconv names it.
private func guessedCharset(of bytes: Span<UInt8>) -> String? {
  guard let detector = unsafe uchardet_new() else { return nil }
  defer { unsafe uchardet_delete(detector) }
  // The detector copies what it keeps; its answer lives until it is deleted.
  let state = unsafe bytes.extracting(first: 65_536).withUnsafeBytes { buffer in
    unsafe uchardet_handle_data(
      detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  guard state == 0 else { return nil }
  unsafe uchardet_data_end(detector)
  guard let name = unsafe uchardet_get_charset(detector) else { return nil }
  let charset = unsafe String(cString: name).lowercased()
  switch charset {
  case "": return nil
  case "mac-cyrillic": return "x-mac-cyrillic"
  case "shift_jis": return "cp932"
  case "uhc": return "cp949"
  default: return charset
  }
}

/// The bytes as UTF-8; `nil` where iconv does not know the charset or a byte of them.
private func converted(_ bytes: Span<UInt8>, from charset: String) -> [UInt8]? {
  let name = charset == "x-mac-cyrillic" ? "MAC-CYRILLIC" : charset
  guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
    return nil
  }
  defer { unsafe _ = iconv_close(converter) }
  // No charset here makes more than four bytes of one.
  let capacity = bytes.count * 4 + 16
  var isComplete = false
  let utf8 = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
    // Both buffers outlive the call; iconv reads the input only.
    unsafe bytes.withUnsafeBytes { input in
      var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(
        to: CChar.self)
      var sourceLeft = input.count
      var target = unsafe UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var targetLeft = capacity
      let done = unsafe iconv(converter, &source, &sourceLeft, &target, &targetLeft)
      // A text that was cut in the middle of a letter is complete but for that.
      isComplete = done != -1 || sourceLeft < 4
      count = capacity - targetLeft
    }
  }
  return isComplete ? utf8 : nil
}

/// Whether seven in ten of the scalars beyond ASCII are letters.
private func isMostlyLetters(_ utf8: Span<UInt8>) -> Bool {
  let table = ScalarTable.shared
  let classes = table.classes.span
  var letters = 0
  var others = 0
  var offset = 0
  while offset < utf8.count {
    let (scalar, length) = scalar(in: utf8, at: offset)
    if scalar >= 0x80 {
      if scalarClass(scalar, classes) == .letter { letters += 1 } else { others += 1 }
    }
    offset += length
  }
  return letters > 0 && letters * 3 >= others * 7
}
