extension Page {
  /// Takes out of the body what signs it below its last paragraph: a line of names, "김민수 기자 minsu@example.kr", how to reach the
  /// author; where the header names nobody, the names are the byline.
  mutating func takeSignatureOut() {
    var isSigned =
      !signatures.isEmpty || roles.indices.contains { roles[$0] == .metadata && authors($0) != nil }
    for _ in 0..<2 {
      guard let last = roles.lastIndex(of: .body), let before = roles[..<last].lastIndex(of: .body),
        isProse(before) || before == last - 1
      else { return }
      if isSignatureLine(last) {
        roles[last] = isSigned || lines[last].words == 1 ? .furniture(.signature) : .metadata
        isSigned = true
      } else if isSiteAddress(lines[last]) {
        roles[last] = .furniture(.label)
      } else if lines[last].namesSource {
        roles[last] = .sourceCredit
      } else if lines[last].leadsElsewhere {
        roles[last] = .furniture(.biography)
      } else {
        return
      }
    }
  }

  /// Whether a line is a byline, or nothing but names by which people are called.
  private func isSignatureLine(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.words <= 8, !line.endsSentence, !line.ends(with: ":"), dates[index].isEmpty else {
      return false
    }
    if let authors = markedAuthors(in: line), !authors.isEmpty { return true }
    if line.words == 1, let name = line.firstWord, isGivenName(name.hash) { return true }
    guard line.words <= 5, let authors = bareAuthors(in: line) else { return false }
    return !authors.isEmpty && authors.allSatisfy { isAgency($0.name) || startsWithGivenName($0.name) }
  }
}
