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
  package static let wordFeatureCount = ConceptEvidence.Word.featureCount
  package static let pairFeatureCount = ConceptEvidence.Pair.featureCount

  /// The rows of an article.
  package init(_ article: Article, references: [String]) {
    let ranked = RankedArticle(article, references: references)
    let evidence = ConceptEvidence(of: ranked.candidates, terms: ranked.terms, title: ranked.title)
    sentences = ranked.sentences.prefix(ranked.candidates.count).map(\.text)
    words = ranked.candidates.map(\.words.ids.count)
    features = ranked.features.values
    concepts = evidence.sentences
    wordRows = evidence.words.flatMap { word in word.features.indices.map { Float(word.features[$0]) } }
    pairs = evidence.pairs.flatMap { [$0.first, $0.second] }
    pairRows = evidence.pairs.flatMap { pair in
      let row = pair.features(odds: 0, 0)
      return row.indices.map { Float(row[$0]) }
    }
    var wordCounts = [Float](repeating: 0, count: evidence.words.count)
    var pairCounts = [Float](repeating: 0, count: evidence.pairs.count)
    for reference in ranked.references {
      let terms = reference.ids.map(ranked.terms.term)
      let known = Set(terms)
      let keys = Set(zip(terms, terms.dropFirst()).map { ConceptEvidence.key($0, $1) })
      for (i, word) in evidence.words.enumerated() where known.contains(word.term) { wordCounts[i] += 1 }
      for (i, pair) in evidence.pairs.enumerated() {
        let key = ConceptEvidence.key(evidence.words[pair.first].term, evidence.words[pair.second].term)
        if keys.contains(key) { pairCounts[i] += 1 }
      }
    }
    wordLabels = wordCounts.map { $0 / Float(max(1, references.count)) }
    pairLabels = pairCounts.map { $0 / Float(max(1, references.count)) }
  }
}
