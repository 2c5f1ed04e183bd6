import Normalization

/// The names in an article, and what each is a name of as far as shape and context prove it.
///
/// A name is a run of words with capitals. What proves a person: a title before it, a given name, its surname alone
/// elsewhere, a verb of speech beside it, an age behind it. What proves an organisation: how it ends or begins, its
/// initials in brackets behind it, a list. What proves a place: a list alone. Where two are needed and one is there, nothing
/// is said.
struct Names {
  /// A run of words with capitals, titles before it left out.
  struct Run {
    var words: Range<Int>
    var hasTitle = false
    var kind: Mention.Kind?
  }

  private(set) var runs: [Run] = []
  private(set) var mentions: [Mention] = []
  /// For each token the run that it stands in, counted from 1.
  private var runOfToken: [Int32]
  private let tokens: KeywordTokens
  let language: KeywordLanguage
  /// The words with capitals that open sentences: 1 where the word stands in small letters elsewhere, 2 where it has
  /// a capital inside of a sentence, 0 where it stands there alone.
  private var openings: HashTable<Int>
  /// How often each word that is a name by itself stands there.
  private var lastWords: HashTable<Int>

  init(in tokens: KeywordTokens, language: KeywordLanguage) {
    self.tokens = tokens
    self.language = language
    runOfToken = [Int32](repeating: 0, count: tokens.tokens.count)
    openings = HashTable(capacity: 64)
    lastWords = HashTable(capacity: 64)
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
    countShortMentions()
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
    if isTitleCase && !language.capitalizesNouns { index = tokens.headlineCount }
    while index < all.count {
      guard isNameWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < all.count, !all[end].followsBreak {
        // One or two small words may stand inside: "Bank of England", "Ursula von der Leyen".
        var next = end
        while next < end + 2, next + 1 < all.count, !all[next + 1].followsBreak, !all[next].isCapitalized,
          NameLexicon.particles[all[next].hash] != nil
        {
          next += 1
        }
        guard isNameWord(next), next == end || joinsNames(end) else { break }
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
    // "of" joins "Bank of England", not "Trump of America".
    if NameLexicon.isOf(word.hash) { return false }
    return !word.isStopWord || isGivenName(before.value)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.isCapitalized, !token.isStopWord, !token.isCommon, token.range.count > 1 else { return false }
    if token.isAcronym { return true }
    if language.capitalizesNouns { return true }
    // At the beginning of a sentence a capital proves something only of a word that has no small form here.
    return !token.opensSentence || openings[token.hash.value] != 1
  }

  private mutating func addRun(_ words: Range<Int>) {
    var words = words
    var hasTitle = false
    let all = tokens.tokens
    while words.count > 1, all[words.lowerBound].traits.contains(.title) {
      words = (words.lowerBound + 1)..<words.upperBound
      hasTitle = true
    }
    if !hasTitle, words.lowerBound > 0, !all[words.lowerBound].followsBreak {
      hasTitle = all[words.lowerBound - 1].traits.contains(.title)
    }
    if all[words.lowerBound].traits.contains(.title), words.count == 1 { return }
    let first = all[words.lowerBound]
    if words.count == 1, first.opensSentence, !first.isAcronym, openings[first.hash.value] != 2,
      NameLexicon.places[key(words)] == nil
    {
      return
    }
    // In German each noun has a capital: alone it is no name.
    if language.capitalizesNouns, words.count == 1, !hasTitle, !all[words.lowerBound].isAcronym { return }
    runs.append(Run(words: words, hasTitle: hasTitle))
    for index in words { runOfToken[index] = Int32(runs.count) }
  }

  /// Whether a phrase is a part of a name, or overlaps one.
  func cuts(_ words: Range<Int>) -> Bool {
    if runOfToken[words.lowerBound] == 0, runOfToken[words.upperBound - 1] == 0 { return false }
    return true
  }

  // MARK: - Kinds

  private mutating func countShortMentions() {
    for run in runs where run.words.count == 1 {
      let place = lastWords.place(of: tokens.tokens[run.words.lowerBound].hash.value, orNew: 0)
      lastWords.values[place] += 1
    }
  }

  /// How often the last word of a name of several words stands alone.
  func shortMentions(of words: Range<Int>) -> Int {
    guard words.count > 1, words.count < 4 else { return 0 }
    return lastWords[tokens.tokens[words.upperBound - 1].hash.value] ?? 0
  }

  private func key(_ words: Range<Int>) -> WordHash {
    WordHash(phrase: words.lazy.map { tokens.tokens[$0].hash.value })
  }

  private mutating func classify() {
    /// A name, where it stands first, and what is known of it.
    struct Known {
      var run: Int
      var kind: Mention.Kind?
      var evidence = 0
    }
    var known = HashTable<Known>(capacity: runs.count)
    for (index, run) in runs.enumerated() {
      let name = key(run.words)
      let number = known.place(of: name.value, orNew: Known(run: index))
      if known.values[number].kind != nil { continue }
      if isOrganization(run.words) {
        known.values[number].kind = .organization
        known.values[number].run = index
      } else if !run.hasTitle, NameLexicon.places[name] != nil {
        known.values[number].kind = .place
      } else {
        known.values[number].evidence = max(known.values[number].evidence, personEvidence(run))
      }
    }
    var people = HashTable<Void>(capacity: 16)
    for number in known.values.indices
    where known.values[number].kind == nil && known.values[number].evidence >= 2 {
      if known.values[number].evidence >= 3 { known.values[number].kind = .person }
      for word in runs[known.values[number].run].words {
        _ = people.place(of: tokens.tokens[word].hash.value, orNew: ())
      }
    }
    for name in known.values {
      guard let kind = name.kind else { continue }
      let words = runs[name.run].words
      // "Paris" beside "Paris Hilton" is she.
      let isShort = words.count == 1 && people[tokens.tokens[words.lowerBound].hash.value] != nil
      if kind == .place && isShort { continue }
      mentions.append(Mention(kind: kind, name: tokens.text(of: words)))
    }
  }

  private func isOrganization(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    if NameLexicon.organizations[key(words)] != nil {
      return words.count > 1 || all[words.lowerBound].isAcronym || all[words.lowerBound].range.count > 3
    }
    if isCut(words) { return false }
    if words.count > 1, NameLexicon.organizationEndings[all[words.upperBound - 1].hash] != nil { return true }
    if words.count > 2, NameLexicon.organizationHeads[all[words.lowerBound].hash] != nil,
      NameLexicon.particles[all[words.lowerBound + 1].hash] != nil
    {
      return true
    }
    return words.count > 1 && isFollowedByInitials(words)
  }

  /// Whether it may be the rest of a name: "[People's] Liberation Army", "[Devon and] Cornwall Police".
  private func isCut(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    let before = words.lowerBound - 1
    guard before > 0 else { return false }
    let gap = all[words.lowerBound].range.lowerBound - all[before].range.upperBound
    if gap > 1 {
      return all[before].isCapitalized && gap < 6 && tokens.bytes[all[before].range.upperBound] != 0x2C
    }
    if all[before].isCapitalized && !all[before].isStopWord && !all[before].traits.contains(.title) {
      return !all[words.lowerBound].followsBreak
    }
    return all[before].isStopWord && !all[before].isCapitalized && isNameWord(before - 1)
      && language.conjunctions[all[before].hash] != nil
  }

  /// Whether the initials of the words stand in brackets behind them.
  private func isFollowedByInitials(_ words: Range<Int>) -> Bool {
    let all = tokens.tokens
    guard words.upperBound < all.count else { return false }
    let next = all[words.upperBound]
    let end = all[words.upperBound - 1].range.upperBound
    guard next.isAcronym, next.range.lowerBound == end + 2, tokens.bytes[end + 1] == UInt8(ascii: "(") else {
      return false
    }
    let initials = words.filter { all[$0].isCapitalized }.map { tokens.bytes[all[$0].range.lowerBound] }
    return initials.elementsEqual(tokens.bytes[next.range])
  }

  /// How much speaks for a name of a person: 3 is enough.
  private func personEvidence(_ run: Run) -> Int {
    let all = tokens.tokens
    let words = run.words
    guard (2...4).contains(words.count), !all[words.lowerBound].isAcronym else { return 0 }
    for index in words
    where NameLexicon.noPerson[all[index].hash] != nil
      || NameLexicon.organizationEndings[all[index].hash] != nil
      || all[index].isCommon || all[index].traits.contains(.title)
    {
      return 0
    }
    var evidence = 0
    let first = all[words.lowerBound].hash
    let isDoubtful =
      NameLexicon.doubtfulGivenNames[first] != nil
      || NameLexicon.places[WordHash(phrase: [first.value])] != nil
    if isGivenName(first.value) { evidence += isDoubtful ? 1 : 3 }
    if run.hasTitle { evidence += 2 }
    if shortMentions(of: words) > 0 { evidence += 1 }
    let before = words.lowerBound - 1
    if before >= 0, !all[words.lowerBound].followsBreak, all[before].traits.contains(.speech) {
      evidence += 1
    }
    let after = words.upperBound
    if after < all.count {
      if !all[after].followsBreak, all[after].traits.contains(.speech) { evidence += 2 }
      // "Jane Doe, 45," and "Jane Doe (45)"
      if all[after].isNumber, all[after].range.count == 2, all[after].followsBreak { evidence += 2 }
    }
    return evidence
  }
}
