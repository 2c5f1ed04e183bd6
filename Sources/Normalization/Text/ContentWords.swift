/// The hashes of what a line is about: words of five bytes and more, and the pairs of letters of words in scripts that
/// put no spaces between words.
func contentHashes(of tokens: [Token], in line: Line) -> [UInt64] {
  let text = line.text.utf8.span
  var hashes: [UInt64] = []
  hashes.reserveCapacity(tokens.count)
  for token in tokens where token.kind == .word && token.width >= 5 {
    guard isUnspaced(text[Int(token.start)], text[Int(token.start) + 1]) else {
      hashes.append(token.hash)
      continue
    }
    var offset = Int(token.start)
    var previous: UInt32?
    while offset < Int(token.end) {
      let (scalar, length) = scalar(in: text, at: offset)
      if let previous {
        hashes.append(WordHash.step(WordHash.step(WordHash.seed, scalar: previous), scalar: scalar))
      }
      previous = scalar
      offset += length
    }
  }
  return hashes
}
