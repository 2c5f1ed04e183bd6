import Normalization

/// The beginning of a sentence that stands by itself: its main clause, verbatim, of a headline's length.
struct MainClause {
  /// The clause, without a full stop; all of the sentence where that is short enough.
  let text: String

  /// It is at least and at most so many characters long; where letters are words it takes fewer.
  private static let lengths = 25...120
  private static let unspacedLengths = 12...50

  /// The clause that a sentence of this language begins with; nil where it cannot be cut safely.
  init?(of sentence: String, language: String) {
    let lengths = Terms.lettersPerWord(in: language) > 1 ? Self.unspacedLengths : Self.lengths
    let utf8 = sentence.utf8Span
    let clauses = Clauses(of: utf8.span, language: language)
    guard let end = clauses.end(within: lengths) else { return nil }
    text = String(sentence[..<sentence.utf8.index(sentence.startIndex, offsetBy: end)])
  }
}

/// Where a sentence may be cut so that what stands before is a whole clause.
private struct Clauses {
  private let words: [ClauseWord]
  private let language: String
  private let isEnglish: Bool

  /// So long a clause at least has whom and what it is about, where no mark shows that it ends.
  private static let leastBareLength = 50
  /// A clause that tells who says what stands before it has no more words.
  private static let longestAttribution = 9

  init(of sentence: Span<UInt8>, language: String) {
    words = ClauseWord.words(of: sentence)
    self.language = language
    isEnglish = language == "en"
  }

  /// Where the whole sentence ends, without its full stop, or the longest clause that has such a length.
  func end(within lengths: ClosedRange<Int>) -> Int? {
    guard let last = words.last else { return nil }
    if last.length <= lengths.upperBound {
      return last.length >= lengths.lowerBound && !last.isInside ? last.end : nil
    }
    let cut = words.indices.dropLast().last { lengths.contains(words[$0].length) && canStand(upTo: $0) }
    return cut.map { words[$0].end }
  }

  /// Whether the words up to one are a whole clause.
  private func canStand(upTo cut: Int) -> Bool {
    guard cut > 0, !words[cut].isInside, !isBetweenDashes(cut) else { return false }
    guard isMarkedEnd(cut) || isBareEnd(cut) else { return false }
    return isMainClause(upTo: cut) && (!isEnglish || hasVerbs(upTo: cut, finite: !isLastMark(cut)))
  }

  /// Whether no mark of the kind that stands there follows, so that what is behind it is no insertion.
  private func isLastMark(_ cut: Int) -> Bool {
    if words[cut + 1].isDash { return !words[(cut + 2)...].contains { $0.isDash } }
    return words[cut].mark != .none && !words[(cut + 1)...].contains { $0.mark == words[cut].mark }
  }

  /// Whether a dash stands before and another one behind: what they part from the sentence is not its end.
  private func isBetweenDashes(_ cut: Int) -> Bool {
    words[...cut].contains { $0.isDash } && words[(cut + 1)...].contains { $0.isDash }
  }

  // MARK: - Where a clause ends

  /// Whether a mark shows that a clause ends: a semicolon, a dash, or a comma before a word that begins another clause, or before who
  /// says it.
  private func isMarkedEnd(_ cut: Int) -> Bool {
    let next = words[cut + 1]
    if next.isDash {
      guard cut + 2 < words.count, next.isLongDash || isEnglish else { return false }
      // "a 2 - 1 win"
      return !words[cut + 2].roles.contains(.takesBack) && !(words[cut].isNumber && words[cut + 2].isNumber)
    }
    switch words[cut].mark {
    case .none: return false
    case .semicolon: return true
    case .comma: break
    }
    let isLast = isLastMark(cut)
    // "[The suit was filed after Brindlemoor,] which had another offer, said …"
    if next.roles.contains(.speech) { return !hasInsertion(upTo: cut) }
    if ClauseWords.openers[language]?[next.hash] != nil { return isEnglish || isLast }
    let rest = words[(cut + 1)...]
    guard isEnglish, rest.count > 2 else { return false }
    if isLast, rest.count < Self.longestAttribution,
      rest.dropFirst().contains(where: { $0.roles.contains(.speech) })
    {
      return true
    }
    // "…, killing at least six of them", but not "fishing, hunting and sailing"
    return next.roles.contains(.gerund) && next.mark == .none && !words[cut + 2].roles.contains(.joins)
      && !(1...cut).contains { words[$0].roles.contains(.gerund) && !words[$0 - 1].endsPlainly }
  }

  /// Whether a relative clause stands there behind a comma.
  private func hasInsertion(upTo cut: Int) -> Bool {
    (1...cut).contains { words[$0].roles.contains(.relative) && words[$0 - 1].mark == .comma }
  }

  /// Whether an English clause ends without a comma, before what made it happen ("The pier was closed after a ferry hit it."), or behind
  /// the day when it did.
  private func isBareEnd(_ cut: Int) -> Bool {
    let (last, next) = (words[cut], words[cut + 1])
    guard isEnglish, last.length >= Self.leastBareLength, last.mark == .none, cut + 2 < words.count else {
      return false
    }
    if last.roles.contains(.day) {
      return next.roles.contains(.followsDay) && !words[..<cut].contains { $0.roles.contains(.speech) }
    }
    guard next.roles.contains(.cause), opensCause(cut + 1) else { return false }
    // What did not happen because of something may have happened.
    if next.roles.contains(.reason), words[..<cut].contains(where: { $0.roles.contains(.negation) }) {
      return false
    }
    // "winter after winter", "one captain after another"
    let behind = words[cut + 2]
    return behind.hash != last.hash && !behind.roles.contains(.sameAgain)
      && !last.roles.contains(.beforeCause)
      && last.endsPlainly
  }

  private func opensCause(_ start: Int) -> Bool {
    var phrase = WordHash()
    return words[start...].prefix(3).contains { word in
      phrase.add(word: word.hash.value)
      return ClauseWords.causes[phrase] != nil
    } || words[start].roles.contains(.means) && words[start + 1].roles.contains(.gerund)
  }

  // MARK: - What makes it a clause

  /// Whether a clause stands by itself: one that begins with "When" ends before the main clause, unless a comma parts the two.
  private func isMainClause(upTo cut: Int) -> Bool {
    !words[0].roles.contains(.conjunction) || words[..<cut].contains { $0.mark == .comma }
  }

  /// Whether a clause has a word that only a verb can be, and does not end in the half of one. Known for English alone, where what
  /// stands between two commas is no sign; other languages are cut where the rest of the sentence is one clause.
  ///
  /// - Parameter finite: Whether a participle, which may belong to a noun, is not enough.
  private func hasVerbs(upTo cut: Int, finite: Bool) -> Bool {
    guard !words[cut].roles.contains(.auxiliary) else { return false }
    // What follows "who" or "which" is another clause's verb.
    let main = words[1...cut].prefix { !$0.roles.contains(.relative) }
    guard main.indices.contains(where: { isVerb($0, finite: finite) }) else { return false }
    // So has the last clause inside: not "… when the council's provider [, a firm from the north, …]".
    let inner = words[1...cut].lastIndex { $0.roles.contains(.opensInner) }
    return inner.map { (($0 + 1)..<(cut + 1)).contains { isVerb($0, finite: false) } } ?? true
  }

  /// Whether a word can be a verb, and with `finite` nothing else.
  private func isVerb(_ place: Int, finite: Bool) -> Bool {
    let roles = words[place].roles
    if !roles.isDisjoint(with: [.auxiliary, .verb]) { return true }
    return roles.contains(.participle) && (!finite || words[place + 1].roles.contains(.determiner))
  }
}
