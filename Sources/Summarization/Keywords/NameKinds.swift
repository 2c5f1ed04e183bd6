import Normalization

/// What names are names of.
///
/// What proves a person: a title before it, a given name, its surname alone elsewhere, a verb of speech beside either, an age
/// behind it. What proves an organisation: how it ends or begins, its initials in brackets behind it, a list. What
/// proves a place: a list alone. Where two are needed and one is there, nothing is said.
extension Names {
  /// How a word stands alone that ends a name of several words.
  struct Surname {
    /// How often.
    var count = 0
    /// How often as a name by itself.
    var names = 0
    /// How often an article stands before it, as it does before what is no person: "the Rockets".
    var withArticle = 0
    var hasTitle = false
    /// How often a verb of speech stands beside it.
    var withSpeech = 0
    var hasAge = false

    /// How often it stands alone as a person does.
    var mentions: Int { withArticle * 4 > count ? 0 : count }
  }

  mutating func readSurnames() {
    let all = tokens.tokens
    for run in runs where run.words.count > 1 && !isBare(run.words) {
      _ = surnames.place(of: all[run.words.upperBound - 1].hash.value, orNew: Surname())
    }
    guard surnames.count > 0 else { return }
    for index in tokens.headlineCount..<max(all.count, tokens.headlineCount) where all[index].isCapitalized {
      let run = Int(runOfToken[index])
      // "Cuban", "Van Dijk"
      guard run == 0 || runs[run - 1].words.upperBound == index + 1 && isBare(runs[run - 1].words),
        var surname = surnames[all[index].hash.value]
      else { continue }
      surname.count += 1
      if run > 0 { surname.names += 1 }
      let words = run == 0 ? index..<index + 1 : runs[run - 1].words
      let first = words.lowerBound
      if followsArticle(first) { surname.withArticle += 1 }
      if first > 0, !all[first].followsBreak, isTitle(first - 1) { surname.hasTitle = true }
      if isBesideSpeech(words) { surname.withSpeech += 1 }
      if isBeforeAge(words) { surname.hasAge = true }
      surnames.set(all[index].hash.value, to: surname)
    }
  }

  /// How often the last word of a name of several words stands alone.
  func shortMentions(of words: Range<Int>) -> Int {
    guard words.count > 1, words.count < 5 else { return 0 }
    return surnames[tokens.tokens[words.upperBound - 1].hash.value]?.names ?? 0
  }

  /// Whether nothing but small words stands before the last word of a name.
  private func isBare(_ words: Range<Int>) -> Bool {
    words.dropLast().allSatisfy { NameLexicon.particles[tokens.tokens[$0].hash] != nil }
  }

  private func isBesideSpeech(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    if words.lowerBound > 0, !all[words.lowerBound].followsBreak,
      all[words.lowerBound - 1].traits.contains(.speech)
    {
      return true
    }
    return words.upperBound < all.count && !all[words.upperBound].followsBreak
      && all[words.upperBound].traits.contains(.speech)
  }

  /// Says of each name once what it is a name of.
  mutating func classify() {
    /// A name, where it stands first, and what is known of it.
    struct Known {
      var run: Int
      var kind: Mention.Kind?
      /// How often it stands there.
      var uses = 0
      var evidence = 0
      var count = 0
      var withArticle = 0
    }
    var known = HashTable<Known>(capacity: runs.count)
    for (index, run) in runs.enumerated() {
      let name = key(run.words)
      let number = known.place(of: name.value, orNew: Known(run: index))
      known[place: number].uses += 1
      if known[place: number].kind != nil { continue }
      if let kind = run.kind {
        known[place: number].kind = kind
      } else if isOrganization(run.words) {
        known[place: number].kind = .organization
        known[place: number].run = index
      } else if !run.hasTitle, NameLexicon.places[name] != nil,
        language.names == nil || !tokens.tokens[run.words.lowerBound].isAcronym
      {
        known[place: number].kind = .place
      } else if NameLexicon.notPeople[name] == nil {
        known[place: number].count += 1
        if !run.hasTitle, followsArticle(run.words.lowerBound) { known[place: number].withArticle += 1 }
        known[place: number].evidence = max(known[place: number].evidence, personEvidence(run))
      }
    }
    var people = HashTable<Void>(capacity: 16)
    for number in 0..<known.count where known[place: number].kind == nil {
      // "the Mona Lisa"
      if known[place: number].withArticle * 2 >= known[place: number].count {
        known[place: number].evidence -= 2
      }
      guard known[place: number].evidence >= 2 else { continue }
      if known[place: number].evidence >= 3 { known[place: number].kind = .person }
      for word in runs[known[place: number].run].words {
        _ = people.place(of: tokens.tokens[word].hash.value, orNew: ())
      }
    }
    var named: [(kind: Mention.Kind, words: Range<Int>, uses: Int)] = []
    for entry in known.entries {
      let name = entry.value
      guard let kind = name.kind else { continue }
      // Known names in texts without spaces are mentions already.
      if language.isUnspaced, runs[name.run].kind != nil { continue }
      let words = runs[name.run].words
      // "Paris" beside "Paris Hilton" is she.
      let isShort = words.count == 1 && people[tokens.tokens[words.lowerBound].hash.value] != nil
      if kind == .place && isShort { continue }
      named.append((kind, words, name.uses))
    }
    if let place = tokens.place,
      !named.contains(where: { $0.kind == .place && tokens.text(of: $0.words) == place })
    {
      mentions.append(Mention(kind: .place, name: place))
    }
    mentions += tokens.mentions
    for (index, name) in named.enumerated()
    where mentions.count < Keywords.maximumMentions
      && !named.indices.contains(where: {
        $0 != index && named[$0].kind == name.kind
          && (isBetter(named[$0].words, than: name.words, name.kind)
            || name.kind == .organization
              && (isShortForm(name.words, of: named[$0].words)
                || isSameHouse(name.words, named[$0].words)
                  && (name.uses, name.words.count) < (named[$0].uses, named[$0].words.count)))
      })
    {
      let mention = Mention(kind: name.kind, name: tokens.text(of: name.words))
      if tokens.mentions.isEmpty || !mentions.contains(mention) { mentions.append(mention) }
    }
  }

  private func isOrganization(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    if NameLexicon.organizations[key(words)] != nil {
      return words.count > 1 || all[words.lowerBound].isAcronym || all[words.lowerBound].range.count > 3
    }
    if isCut(words) || NameLexicon.notOrganizations[key(words)] != nil { return false }
    if let isWhole = isContinued(words) { return isWhole }
    if words.count > 1, NameLexicon.organizationEndings[all[words.upperBound - 1].hash] != nil { return true }
    if words.count > 2, NameLexicon.organizationHeads[all[words.lowerBound].hash] != nil,
      NameLexicon.particles[all[words.lowerBound + 1].hash] != nil
    {
      return true
    }
    return words.count > 1 && isFollowedByInitials(words)
  }

  /// Whether the name goes on behind "of" or "for" and ends there: "London School of Economics", but not "Department of Culture
  /// [and Sport]"; `nil` where it has no such part.
  private func isContinued(_ words: Range<Int>) -> Bool? {
    let all = tokens.tokens
    guard
      words.dropLast().contains(where: {
        NameLexicon.continuedOrganizations[all[$0].hash] != nil
          && NameLexicon.isContinuation(all[$0 + 1].hash)
      })
    else { return nil }
    let after = words.upperBound
    guard after + 1 < all.count, !all[after + 1].followsBreak else { return true }
    let isJoined = !all[after].followsBreak && language.conjunctions[all[after].hash] != nil
    let isListed =
      all[after].isCapitalized && after + 2 < all.count && language.conjunctions[all[after + 1].hash] != nil
      && tokens.bytes[all[after - 1].range.upperBound] == UInt8(ascii: ",")
    // "Office for the Coordination [of Relief]"
    if NameLexicon.continuations[all[after].hash] != nil, !all[after].followsBreak { return false }
    return !(isJoined && all[after + 1].isCapitalized && !all[after + 1].isAcronym || isListed)
  }

  /// Whether it may be the rest of a name: "[People's] Liberation Army", "[Devon and] Cornwall Police".
  private func isCut(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    let before = words.lowerBound - 1
    guard before > 0, !all[before].traits.contains(.title) else { return false }
    let gap = all[words.lowerBound].range.lowerBound - all[before].range.upperBound
    if gap > 1 {
      return all[before].isCapitalized && gap < 6 && tokens.bytes[all[before].range.upperBound] != 0x2C
    }
    if all[before].isCapitalized && !all[before].isStopWord {
      return !all[words.lowerBound].followsBreak
    }
    return all[before].isStopWord && !all[before].isCapitalized && isNameWord(before - 1)
      && language.conjunctions[all[before].hash] != nil
  }

  /// Whether a short form of the words stands in brackets behind them: its letters stand in them in their order, and it has
  /// their initials.
  private func isFollowedByInitials(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    guard words.upperBound < all.count, !words.contains(where: { isUndoubtedGivenName($0) }) else {
      return false
    }
    let next = all[words.upperBound]
    let end = all[words.upperBound - 1].range.upperBound
    guard next.isAcronym, next.range.lowerBound == end + 2, tokens.bytes[end + 1] == UInt8(ascii: "(") else {
      return false
    }
    var short = next.range.lowerBound
    for word in words {
      let letters = all[word].range
      let isInitial =
        short < next.range.upperBound && tokens.bytes[letters.lowerBound] == tokens.bytes[short]
      guard isInitial || !all[word].isCapitalized else { return false }
      guard isInitial else { continue }
      short += 1
      for place in letters.dropFirst()
      where short < next.range.upperBound && tokens.bytes[place] | 0x20 == tokens.bytes[short] | 0x20
        && !isNextInitial(tokens.bytes[short], after: word, in: words)
      {
        short += 1
      }
    }
    return short == next.range.upperBound
  }

  /// Whether the next word with a capital begins with this letter.
  private func isNextInitial(_ letter: UInt8, after word: Int, in words: Range<Int>) -> Bool {
    guard
      let next = (word + 1..<max(word + 1, words.upperBound)).first(where: { tokens.tokens[$0].isCapitalized }
      )
    else { return false }
    return tokens.bytes[tokens.tokens[next].range.lowerBound] == letter
  }

  /// How much speaks for a name of a person: 3 is enough.
  private func personEvidence(_ run: Run) -> Int {
    let all = tokens.tokens
    let words = run.words
    guard (2...4).contains(words.count), !all[words.lowerBound].isAcronym,
      !isBare(words) || NameLexicon.isAl(all[words.lowerBound].hash),
      words.lowerBound == 0 || all[words.lowerBound].followsBreak || !has(.thing, words.lowerBound - 1)
    else { return 0 }
    guard !words.contains(where: { NameLexicon.organizationEndings[all[$0].hash] != nil || hasDigit($0) }),
      !isForeign(words.lowerBound), !words.contains(where: { isParticiple($0) }), !isAtPlace(words)
    else { return 0 }
    let surname = surnames[all[words.upperBound - 1].hash.value] ?? Surname()
    let mentions = surname.mentions
    let isGiven = mayBeGivenName(all[words.lowerBound].hash.value)
    // "Next-gen RPA"
    if !isGiven, all[words.upperBound - 1].isAcronym { return 0 }
    let isUndoubted = isUndoubtedGivenName(words.lowerBound)
    let isPlace = NameLexicon.isPlace(all[words.lowerBound].hash)
    var evidence = 0
    if isGiven {
      let isDoubtful = NameLexicon.doubtfulGivenNames[all[words.lowerBound].hash] != nil || isPlace
      evidence += isUndoubted ? 3 : isDoubtful ? 1 : 2
    } else if isCut(words) && !isBesidePerson(words)
      || !run.hasTitle && words.dropFirst().dropLast().contains(where: { isUndoubtedGivenName($0) })
    {
      // "Leisure and Culture Dundee"; "Tory Kelly Tolhurst" or "Bobbi Kristina Brown"
      return 0
    }
    if run.hasTitle { evidence += 2 }
    if isBesideSpeech(words) { evidence += 2 }
    if isBeforeAge(words) || surname.hasAge { evidence += 2 }
    if isBesidePerson(words) { evidence += 1 }
    if mentions > 0 {
      // Clubs and firms are called by their last word too, so that without a given name it proves little.
      evidence += mentions > 3 && isGiven && !isPlace ? 3 : mentions > 1 && !isPlace ? 2 : 1
      if surname.hasTitle { evidence += 2 }
      if surname.withSpeech > (isGiven ? 0 : 1) { evidence += 1 }
    }
    // "38 Lê Duẩn" is a house.
    if separatesSyllables, words.lowerBound > 0, !all[words.lowerBound].followsBreak,
      all[words.lowerBound - 1].isNumber
    {
      return 0
    }
    // Two syllables are rather a firm than a person whose family name is not said: "Minh Phát".
    if separatesSyllables, words.count == 2, !run.hasTitle,
      KeywordLanguage.familyNames[all[words.lowerBound].hash] == nil
    {
      evidence -= 1
    }
    // "Besides Baughn", "Following Baughn"
    if !isGiven, !run.hasTitle, isOpening(words.lowerBound) {
      if endsWithING(words.lowerBound) { return 0 }
      evidence -= 1
    }
    // "Barbara Castle", where more than the given name speaks for her, but not "Albert Hall".
    for index in words
    where isWordOfPlaces(index) || all[index].isCommon && index > words.lowerBound
      || all[index].isCommon && !isGiven
    {
      if index == words.lowerBound, isGiven { continue }
      let isSurname = index == words.upperBound - 1 && isUndoubted && evidence >= 5
      guard isSurname, !all[index].isCommon || surname.hasTitle || surname.withSpeech > 0 else { return 0 }
    }
    return evidence
  }

  /// Whether "and" joins a name to one that begins with a given name: "Anna Miller and Myuran Sukan".
  private func isBesidePerson(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    let (before, after) = (words.lowerBound - 1, words.upperBound)
    if before > 1, !all[words.lowerBound].followsBreak, !all[before].followsBreak,
      language.conjunctions[all[before].hash] != nil, runOfToken[before - 1] > 0
    {
      return isUndoubtedGivenName(runs[Int(runOfToken[before - 1]) - 1].words.lowerBound)
    }
    guard after + 1 < all.count, !all[after].followsBreak, !all[after + 1].followsBreak,
      language.conjunctions[all[after].hash] != nil, runOfToken[after + 1] > 0
    else { return false }
    return isUndoubtedGivenName(runs[Int(runOfToken[after + 1]) - 1].words.lowerBound)
  }

  /// Whether an age stands behind a name: "Jane Doe, 45,", "Jane Doe (45)", "Iker Larrea, de 19 años".
  private func isBeforeAge(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    var after = words.upperBound
    guard after < all.count, all[after].followsBreak else { return false }
    let isJoined = NameLexicon.particles[all[after].hash] != nil && after + 2 < all.count
    if isJoined { after += 1 }
    return all[after].isNumber && all[after].range.count == 2
      && (!isJoined || Self.years[all[after + 1].hash] != nil)
  }

  private static let years = WordMap("años anos")

  private func endsWithING(_ index: Int) -> Bool {
    let word = tokens.bytes[tokens.tokens[index].range]
    return word.count > 5 && word.suffix(3).elementsEqual("ing".utf8)
  }

  private func hasDigit(_ index: Int) -> Bool {
    tokens.tokens[index].range.contains { tokens.bytes[$0] &- 0x30 < 10 }
  }

  /// Whether a word stands in names of places and things, or is a title.
  private func isWordOfPlaces(_ index: Int) -> Bool {
    NameLexicon.noPerson[tokens.tokens[index].hash] != nil || isTitle(index)
  }

  /// Whether a word with a capital is rather an adjective of a place than a given name: "Berliner", "Europäische".
  private func isForeign(_ index: Int) -> Bool {
    guard capitalizesNouns, !mayBeGivenName(tokens.tokens[index].hash.value) else { return false }
    let word = tokens.bytes.span.extracting(tokens.tokens[index].range)
    return NameLexicon.isAdjective(word)
  }

  /// Whether a name ends with a place behind "de", as a third word or behind no given name: "Ville de Paris", "Timnas Indonesia".
  private func isAtPlace(_ words: Range<Int>) -> Bool {
    guard words.count > 2 || !mayBeGivenName(tokens.tokens[words.lowerBound].hash.value) else { return false }
    let last = tokens.tokens[words.upperBound - 1].hash
    return NameLexicon.isPlace(last)
      && (NameLexicon.doubtfulGivenNames[last] == nil || !tokens.tokens[words.upperBound - 2].isCapitalized)
  }
}
