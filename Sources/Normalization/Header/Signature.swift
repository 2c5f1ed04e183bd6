/// What a line of nothing but names shows that speaks for or against its being the byline; each with its weight in
/// ``signatureWeights``.
enum SignatureFeature: Int, CaseIterable {
  case givenName, noGivenName, knownWords, repeated, besideCopy
  case dateNext, dateNear, dateBefore, afterOpening
  case afterHeadline, nearHeadline, beforeHeadline, insideText, standfirstBefore, sentenceNext
  case oneWord, threeWords, fourWords, severalNames, capitals, organization
  case titleNext, menuAround, furnitureNext, captionNext, captionBefore, namesAround
}

extension Page {
  /// The features of a line of names, in the order of ``SignatureFeature``.
  ///
  /// - Parameters:
  ///   - headline: The line after the headline, or the start of the body's stretch.
  ///   - vocabulary: The words that the first paragraphs use: who is written of does not write.
  /// - Returns: `nil` for a line that holds anything but names.
  func signatureFeatures(
    _ index: Int, headline: Int, run: Range<Int>, vocabulary: WordSet
  ) -> [Float]? {
    let line = lines[index]
    guard wordings[index] == nil, captions[index] == nil, line.words <= 12, roles[index] != .headline,
      !isDateLine(index), authors(index) == nil, !endsWithAge(line), let names = bareAuthors(in: line)
    else { return nil }
    var features = [Float](repeating: 0, count: SignatureFeature.allCases.count)
    func set(_ feature: SignatureFeature, _ condition: Bool) {
      if condition { features[feature.rawValue] = 1 }
    }
    func has(_ offsets: ClosedRange<Int>, _ condition: (Int) -> Bool) -> Bool {
      offsets.contains { lines.indices.contains(index + $0) && condition(index + $0) }
    }
    let given = names.contains { startsWithGivenName($0.name) }
    set(.givenName, given)
    set(.noGivenName, !given)
    let content = contentHashes(of: line.tokens, in: line)
    features[SignatureFeature.knownWords.rawValue] =
      Float(content.count { vocabulary.contains($0) }) / Float(max(1, content.count))
    set(.repeated, occurrence(index).count > 1)
    set(
      .besideCopy,
      has(1...1) { lines[$0].hash == line.hash } || has(-1 ... -1) { lines[$0].hash == line.hash })
    set(.dateNext, has(1...1) { isDateLine($0) })
    set(.dateNear, has(2...3) { isDateLine($0) })
    set(.dateBefore, has(-2 ... -1) { isDateLine($0) })
    set(.afterOpening, has(-1 ... -1) { lines[$0].words <= 3 && endsLikeOpening($0) })
    set(.beforeHeadline, index < headline)
    set(.afterHeadline, (headline...headline + 1).contains(index))
    set(.nearHeadline, (headline...headline + 6).contains(index))
    set(.insideText, index > run.lowerBound && (run.lowerBound..<index).contains { isProse($0) })
    set(.standfirstBefore, has(-1 ... -1) { isProse($0) })
    set(.sentenceNext, has(1...1) { isProse($0) })
    let longest = names.reduce(0) { longest, name in max(longest, name.name.utf8.count { $0 == 0x20 } + 1) }
    set(.oneWord, line.words == 1)
    set(.threeWords, longest == 3)
    set(.fourWords, longest > 3)
    set(.severalNames, names.count > 1)
    set(.capitals, line.hasCapital && !line.hasSmallLetter)
    set(.organization, names.contains { $0.kind == .organization })
    set(.titleNext, has(1...1) { lines[$0].words <= 8 && namesOffice($0) })
    features[SignatureFeature.menuAround.rawValue] =
      Float(
        (-3...3).count { offset in
          offset != 0 && lines.indices.contains(index + offset) && lines[index + offset].words <= 3
            && lines[index + offset].hash != line.hash
        }) / 6
    set(.furnitureNext, has(1...1) { wordings[$0] != nil })
    set(.captionNext, has(1...1) { captions[$0] != nil || isCaptionTwice($0) })
    set(.captionBefore, has(-1 ... -1) { captions[$0] != nil || isCaptionTwice($0) })
    set(.namesAround, has(1...1) { lines[$0].hash != line.hash && bareAuthors(in: lines[$0]) != nil })
    return features
  }

  /// Whether a line of the header is nothing but the names of those who wrote.
  ///
  /// - Parameters: as those of ``signatureFeatures(_:headline:run:vocabulary:)``.
  func isSignature(_ index: Int, headline: Int, run: Range<Int>, vocabulary: WordSet) -> Bool {
    guard
      let features = signatureFeatures(index, headline: headline, run: run, vocabulary: vocabulary)
    else { return false }
    // Whom the press may ask.
    if index > 0, lines[index - 1].words <= 2,
      lines[index - 1].tokens.contains(where: { $0.isAny(of: contactWords) })
    {
      return false
    }
    // Reader views put how long the text takes to read under the name.
    if index == headline, index + 1 < lines.count, lines[index].words <= 4,
      wordings[index + 1]?.reason == .menu,
      lines[index + 1].hasNumber, features[SignatureFeature.oneWord.rawValue] == 0
    {
      return true
    }
    // Who made the pictures: a name over "Foto".
    if index + 1 < lines.count, lines[index + 1].words == 1,
      lines[index + 1].firstWord?.isAny(of: picturesOf) == true
    {
      return false
    }
    // Where the person above is: "De Fortaleza".
    if index > 0, lines[index].words <= 3, lines[index].firstWord?.isAny(of: placePrepositions) == true,
      namesKnownPerson(lines[index - 1])
    {
      return false
    }
    // "Jane Doe (text), John Roe (photos)"
    if index >= headline,
      zip(lines[index].tokens, lines[index].tokens.dropFirst()).contains(where: {
        $0.isMark("(") && $1.isAny(of: wordsForText)
      })
    {
      return true
    }
    // Where the person was, with the state: "Santarém (PA)".
    if index >= headline, index + 1 < lines.count, isPlaceWithState(lines[index + 1]) { return true }
    if index >= headline, isIntroduced(index, after: run.upperBound - 3, isUnderHeadline: index == headline) {
      return true
    }
    if index >= headline, isAuthorOverDate(index) { return true }
    if isAuthorOverDate(index - 1) { return false }
    // Who is written of, and named nowhere else, is in a picture or a box.
    if features[SignatureFeature.knownWords.rawValue] == 1, features[SignatureFeature.repeated.rawValue] == 0,
      features[SignatureFeature.afterOpening.rawValue] == 0
    {
      return false
    }
    // "Jane Doe and John Roe" over "Gazette News, Leeds"
    if index >= headline, features[SignatureFeature.knownWords.rawValue] == 0, isOverHouse(index) {
      return true
    }
    // "Jane Doe @janedoe": nobody but who wrote gives an address.
    if index >= headline, lines[index].tokens.contains(where: { $0.isMark("@") }) { return true }
    return zip(features, weights).reduce(signatureBias) { $0 + $1.0 * $1.1 } > 0
  }

  /// Whether the house that people work for stands below their names.
  private func isOverHouse(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].words <= 5, lines[index].hasSmallLetter,
      let people = bareAuthors(in: lines[index]),
      people.allSatisfy({ $0.kind == .person && $0.name.utf8.contains(0x20) }),
      let house = listedAuthors(in: lines[index + 1].text[...], isWhole: false)
    else { return false }
    return house.first?.kind == .organization
  }

  /// Whether a line from the end of the body on says who the person of a line is: "Jane Doe is a columnist and former teacher."
  private func isIntroduced(_ index: Int, after end: Int, isUnderHeadline: Bool) -> Bool {
    let name = lines[index].tokens
    guard (2...4).contains(name.count) else { return false }
    return lines[max(index + 1, end)...].contains { line in
      line.words <= 40 && line.tokens.count > name.count + 3 && line.tokens[name.count].isAny(of: beings)
        && (isUnderHeadline || line.tokens[name.count + 1].isAny(of: articles))
        && zip(name, line.tokens).allSatisfy { $0.hash == $1.hash }
    }
  }

  /// Whether a short line ends with the two capitals of a state in brackets.
  private func isPlaceWithState(_ line: Line) -> Bool {
    let end = line.text.utf8.suffix(5)
    return (2...5).contains(line.words) && end.count == 5 && end.starts(with: " (".utf8)
      && end.last == UInt8(ascii: ")")
      && end.dropFirst(2).prefix(2).allSatisfy { $0 &- 0x41 < 26 }
  }

  private func endsLikeOpening(_ index: Int) -> Bool { startsByline(lines[index].tokens) }

  private func namesOffice(_ index: Int) -> Bool { lines[index].tokens.contains { isOffice($0) } }
}

private let contactWords: WordSet = [
  "contact", "contacts", "kontakt", "contacto", "contatto", "contato", "pressekontakt", "ansprechpartner",
  "ansprechpartnerin", "inquiries", "enquiries",
]
private let picturesOf: WordSet = ["foto", "fotos", "photo", "photos", "bild", "bilder", "beeld"]
private let placePrepositions: WordSet = ["de", "do", "da", "em", "desde", "from", "aus", "à"]
private let beings: WordSet = ["is", "ist", "est", "es", "è", "é"]
private let articles: WordSet = [
  "a", "an", "the", "our", "ein", "eine", "un", "une", "una", "um", "uma", "freelance", "senior",
]

/// Whether a short line ends with somebody's age: "Jane Doe, 37", who is written of.
func endsWithAge(_ line: Line) -> Bool {
  guard line.words <= 5, let age = line.tokens.last, age.kind == .number, age.end - age.start == 2 else {
    return false
  }
  return line.tokens.dropLast().last?.isMark(",") ?? false
}

/// Whether a name starts with a usual given name.
func startsWithGivenName(_ name: String) -> Bool {
  givenNames.contains(name.prefix { $0 != " " }.lowercased())
}

/// The weights in the order of ``SignatureFeature``: those of a logistic regression over the lines of names around headlines, which
/// `Tests/Quality/train_headers.py` learns.
private let weights: [Float] = SignatureFeature.allCases.map { feature in
  signatureWeights.first { $0.feature == feature }?.weight ?? 0
}
