/// The terms of sentences that say something: each once a sentence, in the order in which it has them.
struct SentenceTerms {
  /// A term of a sentence, and how often it has it.
  struct Entry {
    var term: Int
    var count: Int
  }

  /// The terms of all sentences, one sentence behind the other.
  private(set) var entries: [Entry] = []
  private var ends: [Int] = []

  /// How many sentences there are.
  var count: Int { ends.count }

  init(of sentences: [Candidate], terms: Terms) {
    /// Where in ``entries`` the sentence at hand has each term, plus 1; what is not past its start is of a sentence before.
    var places = [Int](repeating: 0, count: terms.count)
    entries.reserveCapacity(sentences.reduce(0) { $0 + $1.words.ids.count })
    ends.reserveCapacity(sentences.count)
    for index in sentences.indices {
      let start = entries.count
      for word in sentences[index].words.ids {
        let term = terms.term(of: word)
        guard terms.isContent[term] else { continue }
        if places[term] > start {
          entries[places[term] - 1].count += 1
        } else {
          entries.append(Entry(term: term, count: 1))
          places[term] = entries.count
        }
      }
      ends.append(entries.count)
    }
  }

  /// Where in ``entries`` the terms of a sentence lie.
  @inline(__always)
  func range(of sentence: Int) -> Range<Int> { (sentence == 0 ? 0 : ends[sentence - 1])..<ends[sentence] }
}
