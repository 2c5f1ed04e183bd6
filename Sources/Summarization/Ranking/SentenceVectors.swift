import Glibc

/// The sentences of an article as sparse vectors of terms.
struct SentenceVectors {
  /// Each sentence's similarity to the sum of all.
  private(set) var centroid: [Double] = []
  /// The share of the article's terms that each sentence's terms cover, of the terms that stand in two sentences or more.
  private(set) var coverage: [Double] = []

  private let sentences: SentenceTerms
  /// What each term of each sentence weighs; the vector of a sentence has length 1.
  private var weights: [Double]
  private let termCount: Int

  /// Makes vectors out of the terms of each sentence.
  init(_ sentences: SentenceTerms, termCount: Int) {
    self.sentences = sentences
    self.termCount = termCount
    var frequency = [Double](repeating: 0, count: termCount)
    var sentenceFrequency = frequency
    var total = 0.0
    for entry in sentences.entries {
      frequency[entry.term] += Double(entry.count)
      sentenceFrequency[entry.term] += 1
      total += Double(entry.count)
    }
    let inverse = Self.inverse(of: sentenceFrequency, sentenceCount: sentences.count)
    var documentLength = 0.0
    for term in 0..<termCount {
      documentLength += (frequency[term] * inverse[term]) * (frequency[term] * inverse[term])
    }
    documentLength = max(documentLength.squareRoot(), 1e-6)

    weights = [Double](repeating: 0, count: sentences.entries.count)
    for i in 0..<sentences.count {
      var length = 0.0
      var covered = 0.0
      for k in sentences.range(of: i) {
        let entry = sentences.entries[k]
        weights[k] = Double(entry.count) * inverse[entry.term]
        length += weights[k] * weights[k]
        if sentenceFrequency[entry.term] > 1 { covered += frequency[entry.term] }
      }
      length = max(length.squareRoot(), 1e-6)
      var similarity = 0.0
      for k in sentences.range(of: i) {
        let term = sentences.entries[k].term
        weights[k] /= length
        similarity += weights[k] * frequency[term] * inverse[term]
      }
      centroid.append(similarity / documentLength)
      coverage.append(covered / max(1, total))
    }
  }

  /// The inverse sentence frequency of each term; there are no more frequencies than sentences.
  private static func inverse(of frequencies: [Double], sentenceCount: Int) -> [Double] {
    let values = (0...sentenceCount).map { log((Double(sentenceCount) + 1) / (Double($0) + 0.5)) }
    return frequencies.map { values[Int($0)] }
  }

  /// How similar each sentence is to the others.
  struct Similarities {
    /// The sum of its similarities to the later sentences.
    var forward: [Double]
    /// The sum of its similarities to the earlier sentences.
    var backward: [Double]
    /// Its similarity to the sentence before.
    var previous: [Double]
    /// Its greatest similarity to any.
    var greatest: [Double]
    /// Its greatest similarity to one of the first three.
    var lead: [Double]
  }

  /// Compares all sentences.
  ///
  /// - Complexity: O(*n* × terms of all sentences).
  func similarities() -> Similarities {
    let n = sentences.count
    let zeros = [Double](repeating: 0, count: n)
    var similar = Similarities(forward: zeros, backward: zeros, previous: zeros, greatest: zeros, lead: zeros)
    var dense = [Double](repeating: 0, count: termCount)
    let entries = sentences.entries.span
    let weights = weights.span
    for i in 0..<n {
      let own = sentences.range(of: i)
      for k in own { dense[entries[k].term] = weights[k] }
      for j in (i + 1)..<max(n, i + 1) {
        let similarity = Self.product(dense.span, entries, weights, sentences.range(of: j))
        similar.forward[i] += similarity
        similar.backward[j] += similarity
        if j == i + 1 { similar.previous[j] = similarity }
        similar.greatest[i] = max(similar.greatest[i], similarity)
        similar.greatest[j] = max(similar.greatest[j], similarity)
        if i < 3 { similar.lead[j] = max(similar.lead[j], similarity) }
        if j < 3 { similar.lead[i] = max(similar.lead[i], similarity) }
      }
      for k in own { dense[entries[k].term] = 0 }
    }
    return similar
  }

  @inline(__always)
  private static func product(
    _ dense: Span<Double>, _ entries: Span<SentenceTerms.Entry>, _ weights: Span<Double>,
    _ sentence: Range<Int>
  ) -> Double {
    var sum = 0.0
    for k in sentence { sum += dense[entries[k].term] * weights[k] }
    return sum
  }
}
