/// Which sentences lean on another one: read without it, they speak of somebody or something that nobody has named.
struct Leans: Sendable {
  /// How closely sentences are looked at.
  enum Look {
    /// For summaries that must have so many sentences: what plainly leans is kept out, if it can be.
    case plain
    /// For what is printed to be read.
    case close
  }

  /// Whether each sentence leans on the one before it.
  private(set) var onPrevious: [Bool]
  /// For each sentence the one that gives in full a name of which it has the last word or the short form alone; -1 where there is
  /// none.
  private(set) var introductions: [Int]
  /// For each sentence those that lean so on it.
  private(set) var introduced: [[Int]]
  /// How much each leans on that one: 1 for a short form or behind an office, 2 for a surname, 4 where a form of address stands before
  /// it, which a writer gives to those alone who were named before; 1 for all of them at a plain look.
  private(set) var introductionWeights: [Int]

  /// - Parameter title: Whom headline and standfirst name a reader knows.
  init(of candidates: [Candidate], terms: Terms, title: TitleTerms, _ look: Look) {
    let isClose = look == .close
    onPrevious = candidates.indices.map { i in
      guard i > 0 else { return false }
      if candidates[i].leansOnPrevious { return true }
      return isClose
        ? candidates[i].signs.contains(.goesOn)
          || candidates[i - 1].signs.contains(.asks) && candidates[i].signs.isAnswer
        : candidates[i - 1].isQuestion
    }
    introductions = [Int](repeating: -1, count: candidates.count)
    introduced = [[Int]](repeating: [], count: candidates.count)
    introductionWeights = [Int](repeating: 0, count: candidates.count)
    /// The first sentence that has each term as a name behind another; `alone` where the first that has it has nothing before it.
    var first = [Int](repeating: Self.unseen, count: terms.count)
    var isShort = [Bool](repeating: false, count: isClose ? terms.count : 0)
    for index in candidates.indices {
      let words = candidates[index].words
      var before = -1
      for capital in words.capitals {
        let place = Int(capital.place)
        let isTitled = isClose && (capital.isAddressed || capital.hasOffice)
        let isShortForm = isClose && capital.isShortForm
        let isFull =
          capital.adjoins && before == place - 1 && !isTitled
          && (before > 0 || !candidates[index].opensWithFunctionWord) || isShortForm
        before = place
        let term = terms.term(of: words.ids[place])
        guard terms.isContent[term], !title.contains[term] else { continue }
        if first[term] == Self.unseen {
          first[term] = isFull ? index : Self.alone
          if isShortForm { isShort[term] = true }
        } else if !isFull, (0..<index).contains(first[term]), introductions[index] < 0 {
          introductions[index] = first[term]
          introduced[first[term]].append(index)
          introductionWeights[index] =
            !isClose || isShort[term] || capital.hasOffice ? 1 : capital.isAddressed ? 4 : 2
        }
      }
    }
  }

  private static let unseen = -2
  private static let alone = -1
}
