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

  /// How similar a sentence is to the others.
  struct Similarity {
    /// The sum of its similarities to the later sentences.
    var forward = 0.0
    /// The sum of its similarities to the earlier sentences.
    var backward = 0.0
    /// Its similarity to the sentence before.
    var previous = 0.0
    /// Its greatest similarity to any.
    var greatest = 0.0
    /// Its greatest similarity to one of the first three.
    var lead = 0.0

    /// Counts one more of its similarities.
    mutating func add(_ similarity: Double, isToLead: Bool) {
      greatest = max(greatest, similarity)
      if isToLead { lead = max(lead, similarity) }
    }
  }

  /// Compares all sentences.
  ///
  /// - Complexity: O(*n*²), and for each term the square of how many sentences have it.
  func similarities() -> [Similarity] {
    let n = sentences.count
    let lists = TermLists(of: sentences, termCount: termCount)
    var similarities = [Similarity](repeating: Similarity(), count: n)
    var similar = similarities.mutableSpan
    var products = [Double](repeating: 0, count: n)
    for j in 0..<n {
      addProducts(of: j, lists, to: &products)
      for i in 0..<j {
        let similarity = products[i]
        products[i] = 0
        similar[i].forward += similarity
        similar[j].backward += similarity
        similar[i].add(similarity, isToLead: j < 3)
        similar[j].add(similarity, isToLead: i < 3)
        if i + 1 == j { similar[j].previous = similarity }
      }
    }
    return similarities
  }

  /// Adds the products of a sentence's vector and that of each earlier sentence that shares a term with it.
  @inline(__always)
  private func addProducts(of sentence: Int, _ lists: TermLists, to products: inout [Double]) {
    for k in sentences.range(of: sentence) {
      var earlier = lists.before[k]
      while earlier >= 0 {
        products[Int(lists.sentence[Int(earlier)])] += weights[Int(earlier)] * weights[k]
        earlier = lists.before[Int(earlier)]
      }
    }
  }

  /// For each entry of ``SentenceTerms`` its sentence, and the entry of the same term before it; -1 where there is none.
  private struct TermLists {
    var sentence: [Int32]
    var before: [Int32]

    init(of sentences: SentenceTerms, termCount: Int) {
      sentence = [Int32](repeating: 0, count: sentences.entries.count)
      before = sentence
      var last = [Int32](repeating: -1, count: termCount)
      for index in 0..<sentences.count {
        for k in sentences.range(of: index) {
          sentence[k] = Int32(truncatingIfNeeded: index)
          before[k] = last[sentences.entries[k].term]
          last[sentences.entries[k].term] = Int32(truncatingIfNeeded: k)
        }
      }
    }
  }
}
