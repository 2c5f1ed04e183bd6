extension Page {
  /// Takes out of the body what stands below its last paragraph: a line of names, "김민수 기자 minsu@example.kr", how to reach the
  /// author, the article's tags; where the header names nobody, the names are the byline.
  mutating func takeSignatureOut() {
    var isSigned =
      !signatures.isEmpty || roles.indices.contains { roles[$0] == .metadata && authors($0) != nil }
    if let last = roles.lastIndex(of: .body), last + 1 < lines.count, roles[last + 1] == .furniture(.tail),
      isTagLine(last + 1)
    {
      roles[last + 1] = .furniture(.tags)
    }
    for _ in 0..<2 {
      guard let last = roles.lastIndex(of: .body), let before = roles[..<last].lastIndex(of: .body),
        isProse(before) || before == last - 1
      else { return }
      if isSignatureLine(last) {
        roles[last] = isSigned || lines[last].words == 1 ? .furniture(.signature) : .metadata
        isSigned = true
      } else if isSiteAddress(lines[last]) {
        roles[last] = .furniture(.label)
      } else if isTagLine(last) {
        roles[last] = .furniture(.tags)
      } else if lines[last].namesSource {
        roles[last] = .sourceCredit
      } else if lines[last].leadsElsewhere || isAboutAuthor(last) {
        roles[last] = .furniture(.biography)
      } else {
        return
      }
    }
  }

  /// Whether a line is words in small letters alone below sentences that have capitals and their stops: "grønland rigsfællesskabet
  /// donald trump".
  private func isTagLine(_ index: Int) -> Bool {
    let line = lines[index]
    guard (3...30).contains(line.words), line.hasSmallLetter, !line.hasCapital, !line.endsSentence,
      line.text.utf8.last.map({ $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) == true
    else { return false }
    let prose = roles.indices.filter { $0 < index && roles[$0] == .body && lines[$0].words >= 12 }
    return prose.count >= 3 && prose.suffix(8).allSatisfy { lines[$0].hasCapital && lines[$0].endsSentence }
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

  /// Whether a paragraph below the text starts with the full name of who wrote it: "Jane Doe writes about ports."
  private func isAboutAuthor(_ index: Int) -> Bool {
    guard isProse(index), lines[index].words <= 70, roles[..<index].count(where: { $0 == .body }) >= 3 else {
      return false
    }
    let paragraph = lines[index].text
    let first = Substring(paragraph.utf8.prefix { $0 != 0x20 })
    return lines[..<index].indices.contains { header in
      roles[header] == .metadata && lines[header].text.utf8.span.holds(first.utf8.span)
        && (authors(header) ?? bareAuthors(in: lines[header]) ?? []).contains { author in
          author.kind == .person && author.name.utf8.contains(0x20)
            && paragraph.hasPrefix(author.name + " ")
        }
    }
  }
}
