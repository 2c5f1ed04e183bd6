package import Normalization

/// What the weights of the summariser are learnt from: the features of an article, beside what people's summaries have.
///
/// Used by `Tests/Quality/train_ranker.py` by way of the `ranker-rows` tool.
package struct RankerRows {
  /// The sentences, and how many words each has.
  package var sentences: [String]
  package var words: [Int]
  /// ``Feature/count`` numbers for each sentence.
  package var features: [Float]
  /// The concepts of each sentence: words, then pairs counted on from the words.
  package var concepts: [[Int]]
  /// The numbers that each word is judged by, and in what share of the references it stands.
  package var wordRows: [Float]
  package var wordLabels: [Float]
  /// The words of each pair, and the numbers that each is judged by as long as the odds of its words are zero.
  package var pairs: [Int]
  package var pairRows: [Float]
  package var pairLabels: [Float]

  package static let featureNames = Feature.allCases.map { "\($0)" }
  package static let wordFeatureCount = Concepts.wordModel.weights.count
  package static let pairFeatureCount = Concepts.pairModel.weights.count

  /// The rows of an article.
  package init(_ article: Article, references: [String]) {
    var stems = StemCache()
    let ranked = RankedArticle(article, stems: &stems, references: references)
    let evidence = ConceptEvidence(of: ranked.candidates, terms: ranked.terms, title: ranked.title)
    sentences = ranked.sentences.prefix(ranked.candidates.count).map(\.text)
    words = ranked.candidates.map(\.words.ids.count)
    features = ranked.candidates.indices.flatMap { i in
      Feature.allCases.map { ranked.features[i, $0] }
    }
    concepts = ranked.candidates.indices.map { i in
      evidence.wordsOfSentences.numbers[evidence.wordsOfSentences.range(of: i)].map { Int($0) }
        + evidence.pairsOfSentences.numbers[evidence.pairsOfSentences.range(of: i)].map {
          evidence.words.count + Int($0)
        }
    }
    wordRows = evidence.words.indices.flatMap { word in
      let row = evidence.features(ofWord: word)
      return row.indices.map { Float(row[$0]) }
    }
    pairs = evidence.pairs.entries.flatMap { [Int($0.value.first), Int($0.value.second)] }
    pairRows = (0..<evidence.pairs.count).flatMap { pair in
      let row = evidence.features(ofPair: pair, odds: 0, 0)
      return row.indices.map { Float(row[$0]) }
    }
    var wordCounts = [Float](repeating: 0, count: evidence.words.count)
    var pairCounts = [Float](repeating: 0, count: evidence.pairs.count)
    for reference in ranked.references {
      let terms = reference.ids.map(ranked.terms.term)
      let known = Set(terms)
      let keys = Set(zip(terms, terms.dropFirst()).map { ConceptEvidence.key($0, $1) })
      for word in evidence.words.indices where known.contains(word) { wordCounts[word] += 1 }
      for (i, pair) in evidence.pairs.entries.enumerated() where keys.contains(pair.key) {
        pairCounts[i] += 1
      }
    }
    wordLabels = wordCounts.map { $0 / Float(max(1, references.count)) }
    pairLabels = pairCounts.map { $0 / Float(max(1, references.count)) }
  }
}
