import Glibc

/// The sentences of an article as sparse vectors of terms.
struct SentenceVectors {
  /// Each sentence's similarity to the sum of all.
  private(set) var centroid: [Double]
  /// The share of the article's terms that each sentence's terms cover, of the terms that stand in two sentences or more.
  private(set) var coverage: [Double]

  /// A term of a sentence and its weight in the vector, which has length 1.
  private struct Entry {
    var term: Int
    var weight: Double
  }

  private var entries: [[Entry]]
  private let termCount: Int

  /// Makes vectors out of the terms of each sentence.
  init(_ sentences: [[Int]], termCount: Int) {
    self.termCount = termCount
    var frequency = [Double](repeating: 0, count: termCount)
    var sentenceFrequency = [Double](repeating: 0, count: termCount)
    var total = 0.0
    /// The place of a term in the sentence at hand, plus 1.
    var place = [Int](repeating: 0, count: termCount)
    entries = []
    for terms in sentences {
      var row: [Entry] = []
      for term in terms {
        frequency[term] += 1
        total += 1
        if place[term] == 0 {
          row.append(Entry(term: term, weight: 1))
          place[term] = row.count
          sentenceFrequency[term] += 1
        } else {
          row[place[term] - 1].weight += 1
        }
      }
      for entry in row { place[entry.term] = 0 }
      entries.append(row)
    }

    let n = Double(sentences.count)
    let inverse = sentenceFrequency.map { log((n + 1) / ($0 + 0.5)) }
    var documentLength = 0.0
    for term in 0..<termCount {
      documentLength += (frequency[term] * inverse[term]) * (frequency[term] * inverse[term])
    }
    documentLength = max(documentLength.squareRoot(), 1e-6)

    centroid = []
    coverage = []
    for i in entries.indices {
      var length = 0.0
      var covered = 0.0
      for k in entries[i].indices {
        let term = entries[i][k].term
        entries[i][k].weight *= inverse[term]
        length += entries[i][k].weight * entries[i][k].weight
        if sentenceFrequency[term] > 1 { covered += frequency[term] }
      }
      length = max(length.squareRoot(), 1e-6)
      var similarity = 0.0
      for k in entries[i].indices {
        let term = entries[i][k].term
        entries[i][k].weight /= length
        similarity += entries[i][k].weight * frequency[term] * inverse[term]
      }
      centroid.append(similarity / documentLength)
      coverage.append(covered / max(1, total))
    }
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
    let n = entries.count
    let zeros = [Double](repeating: 0, count: n)
    var similar = Similarities(forward: zeros, backward: zeros, previous: zeros, greatest: zeros, lead: zeros)
    var dense = [Double](repeating: 0, count: termCount)
    for i in 0..<n {
      for entry in entries[i] { dense[entry.term] = entry.weight }
      for j in (i + 1)..<max(n, i + 1) {
        var similarity = 0.0
        for entry in entries[j] { similarity += dense[entry.term] * entry.weight }
        similar.forward[i] += similarity
        similar.backward[j] += similarity
        if j == i + 1 { similar.previous[j] = similarity }
        similar.greatest[i] = max(similar.greatest[i], similarity)
        similar.greatest[j] = max(similar.greatest[j], similarity)
        if i < 3 { similar.lead[j] = max(similar.lead[j], similarity) }
        if j < 3 { similar.lead[i] = max(similar.lead[i], similarity) }
      }
      for entry in entries[i] { dense[entry.term] = 0 }
    }
    return similar
  }
}
