import Normalization

/// The names in an article, and what each is a name of as far as shape and context prove it.
///
/// A name is a run of words with capitals, without what stands before it and is no part of it: titles, a noun before a given
/// name. What it is a name of, ``Names/classify()`` decides.
struct Names {
  /// A run of words with capitals, titles before it left out.
  struct Run {
    var words: Range<Int>
    var hasTitle = false
    /// What it is a name of where that is known without a look at the rest of the text.
    var kind: Mention.Kind?
  }

  private(set) var runs: [Run] = []
  var mentions: [Mention] = []
  /// For each token the run that it stands in, counted from 1.
  private(set) var runOfToken: [Int32]
  let tokens: KeywordTokens
  let language: KeywordLanguage
  /// Whether syllables are written apart, as in Vietnamese, and whether nouns have capitals, as in German.
  let separatesSyllables: Bool
  let capitalizesNouns: Bool
  /// The words with capitals that open sentences: 1 where the word stands in small letters elsewhere, 2 where it has
  /// a capital inside of a sentence, 0 where it stands there alone.
  private var openings: HashTable<Int>
  /// How the last words of names of several words stand there alone.
  var surnames: HashTable<Surname>

  init(in tokens: KeywordTokens, language: KeywordLanguage) {
    self.tokens = tokens
    self.language = language
    separatesSyllables = language.separatesSyllables
    capitalizesNouns = language.capitalizesNouns
    runOfToken = [Int32](repeating: 0, count: tokens.tokens.count)
    openings = HashTable(capacity: 64)
    surnames = HashTable(capacity: 64)
    for token in tokens.tokens where token.opensSentence && token.isCapitalized && !token.isStopWord {
      _ = openings.place(of: token.hash.value, orNew: 0)
    }
    for token in tokens.tokens where token.isCapitalized && !token.opensSentence && !token.isInHeadline {
      if openings[token.hash.value] != nil { openings.set(token.hash.value, to: 2) }
    }
    for token in tokens.tokens where !token.isCapitalized && !token.isStopWord {
      if openings[token.hash.value] != nil { openings.set(token.hash.value, to: 1) }
    }
    findRuns()
    readSurnames()
    classify()
  }

  // MARK: - Runs

  private mutating func findRuns() {
    let all = tokens.tokens
    var index = 0
    // A headline in which most words have a capital proves nothing.
    let headline = all.prefix(tokens.headlineCount)
    let isTitleCase =
      headline.filter { $0.isCapitalized }.count * 10 > headline.count * 6 && headline.count > 3
    if isTitleCase && !capitalizesNouns { index = tokens.headlineCount }
    var known = tokens.names[...]
    while index < all.count {
      if let name = known.first, name.words.lowerBound <= index {
        known.removeFirst()
        if name.words.lowerBound == index {
          append(Run(words: name.words, kind: name.kind))
          index = name.words.upperBound
        }
        continue
      }
      guard all[index].isCapitalized, isNameWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < all.count, !all[end].followsBreak {
        // One or two small words may stand inside: "Bank of England", "Ursula von der Leyen".
        var next = end
        while next < end + 2, next + 1 < all.count, !all[next + 1].followsBreak, !all[next].isCapitalized,
          NameLexicon.particles[all[next].hash] != nil
            || NameLexicon.continuations[all[next].hash] != nil
              && NameLexicon.continuedOrganizations[all[end - 1].hash] != nil
        {
          next += 1
        }
        guard isNameWord(next) || next == end && (isCommonSurname(next) || isCommonEnding(next)),
          next == end || joinsNames(end)
        else {
          break
        }
        end = next + 1
      }
      addRun(index..<end)
      index = end
    }
  }

  /// Whether a small word behind a word of a name joins another one to it.
  private func joinsNames(_ index: Int) -> Bool {
    let (before, word) = (tokens.tokens[index - 1].hash, tokens.tokens[index])
    if NameLexicon.organizationHeads[before] != nil { return true }
    if NameLexicon.continuedOrganizations[before] != nil, NameLexicon.isContinuation(word.hash) {
      return true
    }
    // "of" joins "Bank of England", not "Trump of America".
    if NameLexicon.isOf(word.hash) { return false }
    return !word.isStopWord || mayBeGivenName(before.value)
  }

  /// Whether a word is known with a capital only from where sentences begin.
  func isOpening(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return token.opensSentence && !capitalizesNouns && openings[token.hash.value] != 2
  }

  func isNameWord(_ index: Int) -> Bool {
    guard tokens.tokens[index].isCapitalized, tokens.tokens[index].range.count > 1 else { return false }
    let token = tokens.tokens[index]
    if separatesSyllables {
      // "Anh" is a small word, but not in "Phan Văn Anh Vũ"; "Công" is a name, but not in "Công ty".
      if beginsWord(index) { return false }
      if !token.opensSentence { return !token.traits.contains(.thing) }
    }
    guard !token.isStopWord, !token.isCommon else { return false }
    if token.isAcronym { return true }
    if capitalizesNouns { return true }
    // At the beginning of a sentence a capital proves something only of a word that has no small form here.
    return !token.opensSentence || openings[token.hash.value] != 1
  }

  /// Whether a syllable and the next one are a word that names what somebody or something is.
  private func beginsWord(_ index: Int) -> Bool {
    let all = tokens.tokens
    return index + 1 < all.count && !all[index + 1].followsBreak
      && KeywordLanguage.wordsOfSyllables[key(index..<index + 2)] != nil
  }

  /// Whether a word that says little elsewhere may be a surname here: "Rebecca Long".
  private func isCommonSurname(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return token.isCapitalized && token.isCommon && !token.isInHeadline && isUndoubtedGivenName(index - 1)
      && NameLexicon.calendar[token.hash] == nil
  }

  /// Whether a word that says little elsewhere ends a name of an organisation here: "Harbour Times".
  private func isCommonEnding(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return token.isCapitalized && token.isCommon && !token.isInHeadline
      && NameLexicon.organizationEndings[token.hash] != nil
  }

  private mutating func addRun(_ whole: Range<Int>) {
    let all = tokens.tokens
    var words = whole
    var hasTitle = false
    let end = NameLexicon.organizationEndings[all[whole.upperBound - 1].hash]
    // "Culture Minister Matt Hancock", but not "General Workers' Union", "Association of Chief Officers" and "Felix
    // Mendelssohn Bartholdy".
    if end == nil || words.count < 3, !isUndoubtedGivenName(words.lowerBound),
      NameLexicon.organizationHeads[all[whole.lowerBound].hash] == nil
    {
      if let title = words.dropLast().last(where: { isTitle($0) }), all[title + 1].isCapitalized {
        words = (title + 1)..<words.upperBound
        hasTitle = true
      }
    }
    if !hasTitle, words.lowerBound > 0, !all[words.lowerBound].followsBreak {
      hasTitle = isTitle(words.lowerBound - 1)
    }
    if let given = givenName(in: words, behindTitle: hasTitle) {
      words = given..<words.upperBound
    }
    // "Simon Baird KC"
    if words.count > 2, all[words.upperBound - 1].isAcronym, isUndoubtedGivenName(words.lowerBound),
      !WordShape.isRoman(all[words.upperBound - 1].range, in: tokens.bytes.span)
    {
      words = words.lowerBound..<(words.upperBound - 1)
    }
    if all[words.lowerBound].traits.contains(.title), words.count == 1 { return }
    var kind: Mention.Kind?
    if capitalizesNouns, let place = germanPlace(in: words) { (words, kind) = (place, .place) }
    let front = words.lowerBound > whole.lowerBound ? wellKnown(whole.lowerBound..<words.lowerBound) : nil
    if let front { append(Run(words: front)) }
    let first = all[words.lowerBound]
    if words.count == 1, first.opensSentence, !first.isAcronym, openings[first.hash.value] != 2,
      NameLexicon.places[key(words)] == nil
    {
      return
    }
    // In German each noun has a capital: alone it is no name, save one that is known.
    if capitalizesNouns, words.count == 1, !hasTitle, !all[words.lowerBound].isAcronym, kind == nil,
      wellKnown(words) == nil
    {
      return
    }
    append(Run(words: words, hasTitle: hasTitle, kind: kind))
    // What is left of the run is no phrase either.
    for index in whole where runOfToken[index] == 0 { runOfToken[index] = Int32(runs.count) }
  }

  private mutating func append(_ run: Run) {
    runs.append(run)
    for index in run.words { runOfToken[index] = Int32(runs.count) }
  }

  /// The place or the organisation that stands before a title: "Arizona" of "Arizona Gov. Doug Ducey".
  private func wellKnown(_ words: Range<Int>) -> Range<Int>? {
    let name = words.prefix { !isTitle($0) }
    guard !name.isEmpty else { return nil }
    return NameLexicon.places[key(name)] != nil || NameLexicon.organizations[key(name)] != nil ? name : nil
  }

  /// The given name with which a name begins behind a noun: "Bundesbeauftragte Hendrik Streeck", "the Englishman John
  /// Rogers", "Calcutta-based Anita Sinha"; `nil` where the name begins the run, or where it may.
  private func givenName(in words: Range<Int>, behindTitle: Bool) -> Int? {
    let all = tokens.tokens
    let last = all[words.upperBound - 1].hash
    // "Ngoại trưởng Nga Sergei Lavrov"
    if behindTitle, separatesSyllables, words.count > 2,
      KeywordLanguage.countriesOfOneSyllable[all[words.lowerBound].hash] != nil
    {
      return words.lowerBound + 1
    }
    guard words.count > 2, !mayBeGivenName(all[words.lowerBound].hash.value),
      NameLexicon.noPerson[last] == nil,
      NameLexicon.organizationEndings[last] == nil
    else { return nil }
    guard
      let given = words.dropFirst().dropLast().first(where: {
        all[$0].isCapitalized && isUndoubtedGivenName($0)
      }), all[given + 1].isCapitalized
    else { return nil }
    for index in words.lowerBound..<given where NameLexicon.particles[all[index].hash] != nil { return nil }
    let noun = all[given - 1]
    guard NameLexicon.placeOpenings[noun.hash] == nil, !has(.thing, given - 1) else { return nil }
    let isNoun =
      behindTitle && language.putsCountriesBehindTitles || isTitle(given - 1) || isParticiple(given - 1)
      || NameLexicon.noPerson[noun.hash] != nil || NameLexicon.demonyms[noun.hash] != nil
      || capitalizesNouns && NameLexicon.isNoun(tokens.bytes.span.extracting(noun.range))
    // "the Englishman John Rogers said", but not "the Anwar John Rogers case"
    let after = words.upperBound
    let isWhole =
      after == all.count || all[after].followsBreak || all[after].isStopWord
      || all[after].traits.contains(.speech)
    return isNoun || isWhole && followsArticle(words.lowerBound) ? given : nil
  }

  /// Whether a word is a title or ends with one: "Secretary-Treasurer", "Bundestrainer".
  func isTitle(_ index: Int) -> Bool { has(.title, index) }

  /// Whether a word or the end of it has a trait.
  func has(_ trait: KeywordTraits, _ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return token.traits.contains(trait) || language.has(trait, ending: tokens.bytes.span, token.range)
  }

  /// Whether an article or a possessive stands right before a word, as it does before nouns.
  func followsArticle(_ index: Int) -> Bool {
    index > 0 && !tokens.tokens[index].followsBreak
      && tokens.tokens[index - 1].traits.contains(.article)
  }

  /// Whether a word is a given name of those who sign in papers, and neither a place nor a word of its own.
  func isUndoubtedGivenName(_ index: Int) -> Bool {
    let range = tokens.tokens[index].range
    var word = tokens.tokens[index].hash
    // "Eva-Marie"
    if let hyphen = range.first(where: { tokens.bytes[$0] == 0x2D }), !mayBeGivenName(word.value) {
      word = WordHash(tokens.bytes.span, range.lowerBound..<hyphen)
    }
    return isGivenName(word.value) && NameLexicon.doubtfulGivenNames[word] == nil
      && !NameLexicon.isPlace(word)
  }

  /// Whether a word goes on behind its hyphen as no name does: "Calcutta-based".
  func isParticiple(_ index: Int) -> Bool {
    let range = tokens.tokens[index].range
    guard let hyphen = range.last(where: { tokens.bytes[$0] == 0x2D }) else { return false }
    return NameLexicon.isParticiple(tokens.bytes.span, hyphen + 1..<range.upperBound)
  }

  /// Whether a phrase is a part of a name, or overlaps one.
  func cuts(_ words: Range<Int>) -> Bool {
    if runOfToken[words.lowerBound] == 0, runOfToken[words.upperBound - 1] == 0 { return false }
    return true
  }

  func key(_ words: Range<Int>) -> WordHash {
    WordHash(phrase: words.lazy.map { tokens.tokens[$0].hash.value })
  }
}
