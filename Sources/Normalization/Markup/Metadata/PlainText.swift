/// A value of the page's head as plain text: references resolved once more, tags out, white space collapsed.
func plainText(_ text: String) -> String {
  let bytes = Entities.decoded(Array(text.utf8)[...])
  guard let lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) else { return collapse(bytes) }
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  var place = 0
  while place < bytes.count {
    if place < lastClose, opensTag(bytes, at: place),
      let close = bytes[place...].firstIndex(of: UInt8(ascii: ">"))
    {
      plain.append(UInt8(ascii: " "))
      place = close + 1
    } else {
      plain.append(bytes[place])
      place += 1
    }
  }
  return collapse(plain)
}

private func opensTag(_ bytes: [UInt8], at place: Int) -> Bool {
  guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else { return false }
  let next = bytes[place + 1]
  return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || (0x61...0x7A).contains(next.lowercased)
}

/// The words and numbers of a text in order, without case and marks, to compare texts by.
func wordHashes(of text: String) -> [UInt64] {
  let tokens = tokens(of: text.utf8.span)
  var hashes: [UInt64] = []
  hashes.reserveCapacity(tokens.count)
  for token in tokens where token.kind != .mark { hashes.append(token.hash) }
  return hashes
}
