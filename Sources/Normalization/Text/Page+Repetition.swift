extension Page {
  /// What the page says more than once: whole lines, pieces of lines, the words of its prose and of its headline.
  func describeRepetition(in features: inout LineFeatures) {
    let words = PageWords(lines)
    describeCopies(in: &features)
    describePieces(words, in: &features)
    describeEnds(words, in: &features)
    describeVocabulary(words, in: &features)
    describeWordWeights(words, in: &features)
    describeByline(words, in: &features)
    describeLeads(words, in: &features)
  }

  private func describeCopies(in features: inout LineFeatures) {
    var phrases = NumberTable()
    let numbers = lines.indices.map { phrases.number(of: lines[$0].phraseHash) }
    var alike = [Int](repeating: 0, count: phrases.count)
    for index in lines.indices where lines[index].isKeyed { alike[numbers[index]] += 1 }
    for index in lines.indices {
      let occurrence = occurrence(index)
      features[index, .occurrences] = occurrence.count
      features[index, .isFirst] = occurrence.first == index ? 1 : 0
      features[index, .repeatsNeighbour] = isCaptionTwice(index) ? 1 : 0
      features[index, .likeLines] = lines[index].isKeyed ? alike[numbers[index]] : 1
    }
  }

  /// The shares of a line's word triples that stand in lines before it and in lines after it.
  private func describePieces(_ words: PageWords, in features: inout LineFeatures) {
    var table = NumberTable()
    let numbers = words.words.span
    // The triple that begins at each word.
    var triples = [Int32](repeating: 0, count: numbers.count)
    var triple = triples.mutableSpan
    // Where each triple stands first and last.
    var places = [(first: Int32, last: Int32)](repeating: (.max, 0), count: numbers.count)
    var place = places.mutableSpan
    for index in lines.indices {
      let range = words.range(index)
      for word in range.lowerBound..<max(range.lowerBound, range.upperBound - 2) {
        var hash = WordHash.joined(WordHash.seed, UInt64(numbers[word]))
        hash = WordHash.joined(hash, UInt64(numbers[word &+ 1]))
        let number = table.number(of: WordHash.joined(hash, UInt64(numbers[word &+ 2])))
        triple[word] = Int32(number)
        place[number].first = min(place[number].first, Int32(index))
        place[number].last = Int32(index)
      }
    }
    for index in lines.indices {
      let range = words.range(index)
      let count = max(0, range.count - 2)
      var before = 0
      var after = 0
      for word in range.lowerBound..<range.lowerBound + count {
        let place = place[Int(triple[word])]
        if place.first < index { before += 1 }
        if place.last > index { after += 1 }
      }
      features[index, .seenBefore] = before * 100 / max(1, count)
      features[index, .seenAfter] = after * 100 / max(1, count)
    }
  }

  /// How many lines start with the same two words, or end with the same; and what a line shares with its neighbours.
  private func describeEnds(_ words: PageWords, in features: inout LineFeatures) {
    var table = NumberTable()
    var openings = [Int](repeating: 0, count: lines.count)
    var endings = [Int](repeating: 0, count: words.count)
    func opening(_ range: Range<Int>) -> Int {
      table.number(
        of: WordHash.joined(
          UInt64(words.words[range.lowerBound]),
          UInt64(words.words[min(range.lowerBound + 1, range.upperBound - 1)])))
    }
    for index in lines.indices {
      let range = words.range(index)
      guard !range.isEmpty else { continue }
      openings[opening(range)] += 1
      endings[Int(words.words[range.upperBound - 1])] += 1
    }
    var lastLine = [Int32](repeating: -2, count: words.count)
    for index in lines.indices {
      let range = words.range(index)
      guard !range.isEmpty else { continue }
      features[index, .openingsAlike] = openings[opening(range)]
      features[index, .endingsAlike] = endings[Int(words.words[range.upperBound - 1])]
      var content = 0
      var shared = 0
      for place in range {
        let word = Int(words.words[place])
        if words.isContent[word] {
          content += 1
          if lastLine[word] == index - 1 { shared += 1 }
        }
        lastLine[word] = Int32(index)
      }
      features[index, .overlapBefore] = shared * 100 / max(1, content)
      if index > 0 {
        let before = words.range(index - 1).count { words.isContent[Int(words.words[$0])] }
        features[index - 1, .overlapAfter] = shared * 100 / max(1, before)
      }
    }
  }

  /// How far a line's words are those of the page's prose and of its headline.
  private func describeVocabulary(_ words: PageWords, in features: inout LineFeatures) {
    var firstProse = [Int32](repeating: .max, count: words.count)
    var proseLines = [Int32](repeating: 0, count: words.count)
    var total = [Int32](repeating: 0, count: words.count)
    var lastLine = [Int32](repeating: -1, count: words.count)
    var isInHeadline = [Bool](repeating: false, count: words.count)
    var proseCount: Int32 = 0
    for index in lines.indices {
      let isText = isProse(index) && captions[index] == nil
      if isText { proseCount += 1 }
      for place in words.range(index) {
        let word = Int(words.words[place])
        total[word] += 1
        if roles[index] == .headline { isInHeadline[word] = true }
        guard isText else { continue }
        if firstProse[word] > index { firstProse[word] = Int32(index) }
        if lastLine[word] != index { proseLines[word] += 1 }
        lastLine[word] = Int32(index)
      }
    }
    var strange: [Float] = []
    for index in lines.indices {
      let own: Int32 = isProse(index) && captions[index] == nil ? 1 : 0
      let range = words.range(index)
      var content = 0
      var before = 0
      var known = 0
      var headline = 0
      var common = 0
      var single = 0
      for place in range {
        let word = Int(words.words[place])
        if proseLines[word] * 8 >= proseCount + 8 { common += 1 }
        if total[word] == 1 { single += 1 }
        guard words.isContent[word] else { continue }
        content += 1
        if firstProse[word] < index { before += 1 }
        if proseLines[word] > own { known += 1 }
        if isInHeadline[word] { headline += 1 }
      }
      features[index, .knownBefore] = content == 0 ? 255 : before * 100 / content
      features[index, .known] = content == 0 ? 255 : known * 100 / content
      features[index, .inHeadline] = content == 0 ? 255 : headline * 100 / content
      features[index, .common] = common * 100 / max(1, range.count)
      features[index, .single] = single * 100 / max(1, range.count)
      let share = content == 0 ? 0 : Float(before) / Float(content)
      strange.append(
        wordings[index] != nil || captions[index] != nil
          ? 0 : (0.2 - share) * Float(min(lines[index].words, 40)) / 10 + (lines[index].isProse ? 0 : 0.3))
    }
    var sum: Float = 0
    for index in lines.indices {
      features[index, .strangeBefore] = Int(sum * 4) + 80
      sum = sum * 0.9 + strange[index]
    }
    sum = 0
    for index in lines.indices.reversed() {
      features[index, .strangeAfter] = Int(sum * 4) + 80
      sum = sum * 0.9 + strange[index]
    }
  }

  /// What the different words of each line speak for together, and the one that speaks most against text.
  private func describeWordWeights(_ words: PageWords, in features: inout LineFeatures) {
    let model = LineModel.shared
    let weights = words.hashes.map { model.weight(ofWord: $0) }
    var lastLine = [Int32](repeating: -1, count: words.count)
    for index in lines.indices {
      var sum = 0
      var least = 0
      var different = 0
      for place in words.range(index) {
        let word = Int(words.words[place])
        guard lastLine[word] != index else { continue }
        lastLine[word] = Int32(index)
        different += 1
        sum += weights[word]
        least = min(least, weights[word])
      }
      features[index, .vocabulary] = 128 + sum / max(1, Int(Double(different).squareRoot()))
      features[index, .vocabularyLeast] = 128 + least
    }
  }

  /// How many words at a line's start are those of a byline: a box about the author starts so.
  private func describeByline(_ words: PageWords, in features: inout LineFeatures) {
    var isInByline = [Bool](repeating: false, count: words.count)
    for index in lines.indices where roles[index] == .metadata {
      for place in words.range(index) { isInByline[Int(words.words[place])] = true }
    }
    for index in lines.indices where roles[index] != .metadata {
      features[index, .inByline] = words.range(index).prefix(8).count {
        words.isContent[Int(words.words[$0])] && isInByline[Int(words.words[$0])]
      }
    }
  }

  /// For the first lines of running text: how much of one the next three say again, as they do of a standfirst.
  private func describeLeads(_ words: PageWords, in features: inout LineFeatures) {
    let prose = lines.indices.filter { isProse($0) && captions[$0] == nil && features[$0, .proseIndex] <= 4 }
    var stamps = [Int32](repeating: -1, count: words.count)
    for (place, index) in prose.enumerated() {
      for next in prose[(place + 1)...].prefix(3) {
        for word in words.range(next) { stamps[Int(words.words[word])] = Int32(index) }
      }
      let content = words.range(index).filter { words.isContent[Int(words.words[$0])] }
      let again = content.count { stamps[Int(words.words[$0])] == index }
      features[index, .repeatedSoon] = again * 100 / max(1, content.count)
    }
  }
}
