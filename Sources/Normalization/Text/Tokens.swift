/// A number, a word or a single mark of a short line.
struct Token: Equatable {
  /// What the token is made of.
  enum Kind: Equatable {
    /// ASCII digits.
    case number
    /// Letters with their combining marks, and apostrophes and hyphens between them.
    case word
    /// One other scalar that is no white space.
    case mark
  }

  var kind: Kind
  /// The token in lower case.
  var folded: String
  /// The token's place in the line.
  var range: Range<String.Index>
  /// The value of a number of at most nine digits; `nil` for everything else.
  var value: Int?
}

/// The tokens of a line.
///
/// - Parameter line: Meant for lines of a few hundred characters: each token is a string of its own.
func tokens(of line: some StringProtocol) -> [Token] {
  let scalars = Substring(line).unicodeScalars
  var tokens: [Token] = []
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let start = index
    let kind = TokenScalar(scalars[index])
    index = scalars.index(after: index)
    switch kind {
    case .space:
      continue
    case .digit:
      while index < scalars.endIndex, TokenScalar(scalars[index]) == .digit {
        index = scalars.index(after: index)
      }
      let text = String(scalars[start..<index])
      tokens.append(
        Token(kind: .number, folded: text, range: start..<index, value: text.count <= 9 ? Int(text) : nil))
    case .letter:
      while index < scalars.endIndex {
        let next = scalars.index(after: index)
        let joins =
          TokenScalar(scalars[index]) == .joiner && next < scalars.endIndex
          && TokenScalar(scalars[next]) == .letter
        guard joins || TokenScalar(scalars[index]) == .letter else { break }
        index = next
      }
      let text = String(scalars[start..<index]).lowercased()
      tokens.append(Token(kind: .word, folded: text, range: start..<index))
    case .joiner, .other:
      tokens.append(Token(kind: .mark, folded: String(scalars[start..<index]), range: start..<index))
    }
  }
  return tokens
}

/// The part that a scalar plays in a token.
private enum TokenScalar {
  case space
  case digit
  case letter
  case joiner
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = .digit
    case "a"..."z", "A"..."Z": self = .letter
    case " ": self = .space
    case "'", "’", "-": self = .joiner
    default:
      guard scalar.value >= 0x80 else {
        self = .other
        return
      }
      let properties = scalar.properties
      self =
        properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered || scalar == "\u{200C}"
        ? .letter : properties.isWhitespace ? .space : .other
    }
  }
}
