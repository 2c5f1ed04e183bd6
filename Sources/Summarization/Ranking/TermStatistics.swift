/// Where and how often the terms of an article stand.
struct TermStatistics {
  /// What the terms of one sentence say.
  struct Measures {
    /// Distinct terms; 1 where there are none, to divide by.
    var distinct = 0.0
    var inTitle = 0
    var earliness = 0.0
    var new = 0
    var top = 0
    var logFrequency = 0.0
    var topNames = 0
    var nameShare = 0.0
  }

  /// How many words all sentences have.
  private(set) var total = 0
  private var frequency: [Int]
  private var first: [Int]
  /// How often each term begins with a capital inside of a sentence.
  private var names: [Int]
  private var nameTotal = 0
  private var isTop: [Bool]
  private var isTopName: [Bool]

  /// Counts the terms of sentences; `contents` are those that say something.
  init(of sentences: [Candidate], contents: SentenceTerms, terms: Terms) {
    frequency = [Int](repeating: 0, count: terms.count)
    first = [Int](repeating: -1, count: terms.count)
    names = frequency
    for index in sentences.indices {
      total += sentences[index].words.ids.count
      for entry in contents.entries[contents.range(of: index)] {
        frequency[entry.term] += entry.count
        if first[entry.term] < 0 { first[entry.term] = index }
      }
      for word in sentences[index].words.capitalized where terms.isContent[terms.term(of: word)] {
        names[terms.term(of: word)] += 1
        nameTotal += 1
      }
    }
    isTop = Self.greatest(10, of: frequency)
    isTopName = Self.greatest(5, of: names)
  }

  /// Marks the greatest counts above zero, the first of equals.
  private static func greatest(_ limit: Int, of counts: [Int]) -> [Bool] {
    var top: [Int] = []
    for (term, count) in counts.enumerated() where count > 0 {
      if top.count == limit, let last = top.last, counts[last] >= count { continue }
      let place = top.firstIndex { counts[$0] < count } ?? top.count
      top.insert(term, at: place)
      if top.count > limit { top.removeLast() }
    }
    var marks = [Bool](repeating: false, count: counts.count)
    for term in top { marks[term] = true }
    return marks
  }

  /// Looks at the terms of a sentence.
  func measures(ofSentence index: Int, _ contents: SentenceTerms, title: TitleTerms) -> Measures {
    let logarithm = Logarithms.shared
    var measures = Measures()
    for place in contents.range(of: index) {
      let term = contents.entries[place].term
      measures.distinct += 1
      if title.contains[term] { measures.inTitle += 1 }
      measures.earliness += 1 / Double(1 + first[term])
      if first[term] == index { measures.new += 1 }
      if isTop[term] { measures.top += 1 }
      measures.logFrequency += logarithm(1 + frequency[term])
      if isTopName[term] { measures.topNames += 1 }
      measures.nameShare += Double(names[term])
    }
    measures.distinct = max(1, measures.distinct)
    measures.nameShare /= Double(max(1, nameTotal))
    return measures
  }
}
