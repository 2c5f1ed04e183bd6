import Normalization

/// The phrases of an article, weighed by how often, how early and in which shape they stand there.
///
/// A candidate is a name, or one to three words in a row of which none is a function word, a number or a break. Words in
/// small letters count alone only where they come again and again.
struct Keyphrases {
  private struct Candidate {
    /// Where it stands first, and how often.
    var words: Range<Int>
    var count = 1
    var isName: Bool
    var isInHeadline = false
    /// Whether an article stands before it somewhere.
    var followsArticle = false
    var score = 0.0
  }

  private let tokens: KeywordTokens
  private let names: Names
  private let isUnspaced: Bool
  private var candidates: HashTable<Candidate>
  /// How often words stand there, by some bits of their hash: never too low.
  private var counts = [UInt8](repeating: 0, count: 1024)

  init(in tokens: KeywordTokens, names: Names) {
    self.tokens = tokens
    self.names = names
    isUnspaced = names.language.isUnspaced
    candidates = HashTable(capacity: 256)
    for token in tokens.tokens where counts[Self.bits(of: token.hash)] < .max {
      counts[Self.bits(of: token.hash)] += 1
    }
    for run in names.runs { add(run.words, isName: true) }
    var start = 0
    let all = tokens.tokens
    for index in 0...all.count {
      let ends = index == all.count || all[index].followsBreak
      let isOut = index < all.count && (all[index].isStopWord || all[index].isNumber || all[index].isCommon)
      if ends || isOut {
        addPhrases(of: start..<index)
        start = isOut ? index + 1 : index
      }
    }
  }

  private mutating func addPhrases(of chunk: Range<Int>) {
    for first in chunk {
      for end in (first + 1)...min(first + 3, chunk.upperBound) where first < chunk.upperBound {
        guard comesAgain(end - 1) else { break }
        // Parts of names are no phrases, and names are there already.
        let cutsName = names.cuts(first..<end)
        if !cutsName { add(first..<end, isName: false) }
      }
    }
  }

  /// Whether a word may stand there twice: no phrase counts that does not, save in languages whose words are long.
  private func comesAgain(_ index: Int) -> Bool {
    isUnspaced || counts[Self.bits(of: tokens.tokens[index].hash)] > 1
  }

  private static func bits(of word: WordHash) -> Int { Int((word.value &* 0x9E37_79B9_7F4A_7C15) >> 54) }

  private mutating func add(_ words: Range<Int>, isName: Bool) {
    var key: UInt64 = UInt64(words.count)
    for index in words { key = (key ^ tokens.tokens[index].hash.value) &* 0x9E37_79B9_7F4A_7C15 }
    let isInHeadline = words.lowerBound < tokens.headlineCount
    let known = candidates.count
    let number = candidates.place(
      of: key, orNew: Candidate(words: words, isName: isName, isInHeadline: isInHeadline))
    if names.language.isEnglish, names.followsArticle(words.lowerBound) {
      candidates[place: number].followsArticle = true
    }
    guard number < known else { return }
    candidates[place: number].count += 1
    if isName { candidates[place: number].isName = true }
    // The form in the text is better than that of a headline, where each word may have a capital.
    if !isInHeadline, candidates[place: number].words.lowerBound < tokens.headlineCount {
      candidates[place: number].words = words
    }
  }

  /// The best phrases, the best first, none of them a part of another.
  func best(_ limit: Int) -> [String] {
    var ranked: [Candidate] = []
    for entry in candidates.entries {
      var candidate = entry.value
      let score = score(of: candidate)
      guard score > 0 else { continue }
      candidate.score = (score * 10_000).rounded() / 10_000
      ranked.append(candidate)
    }
    ranked.sort {
      ($1.score, $0.words.lowerBound, $1.words.count) < ($0.score, $1.words.lowerBound, $0.words.count)
    }
    var chosen: [Candidate] = []
    for candidate in ranked where chosen.count < limit {
      let isKnown = chosen.contains {
        overlaps($0.words, candidate.words) || $0.words.overlaps(candidate.words)
          || names.isShortForm(candidate.words, of: $0.words)
          || names.isShortForm($0.words, of: candidate.words)
      }
      if !isKnown { chosen.append(candidate) }
    }
    return chosen.map { tokens.text(of: $0.words) }
  }

  private func score(of candidate: Candidate) -> Double {
    let words = candidate.words
    let length = words.count
    let letters =
      tokens.tokens[words.upperBound - 1].range.upperBound - tokens.tokens[words.lowerBound].range.lowerBound
    guard letters > 2 || tokens.tokens[words.lowerBound].isAcronym else { return 0 }
    let count = candidate.count + (candidate.isName ? names.shortMentions(of: words) : 0)
    if length == 1, NameLexicon.demonyms[tokens.tokens[words.lowerBound].hash] != nil { return 0 }
    if !candidate.isName, length > 1, isVerbal(candidate) { return 0 }
    if names.separatesSyllables {
      if length == 1, !tokens.tokens[words.lowerBound].isAcronym { return 0 }
      if KeywordLanguage.wordsOfSyllables[names.key(words)] != nil { return 0 }
      if !candidate.isName, count < 3 { return 0 }
    }
    let isCapitalized =
      tokens.tokens[words.lowerBound].isCapitalized && !tokens.tokens[words.lowerBound].opensSentence
    if !candidate.isName {
      // Of a compound of four letters, which are twelve bytes, one is enough.
      let least = isUnspaced ? letters < 12 ? 3 : 1 : isCapitalized ? 2 : 3
      if length == 1, count < least || letters < 4 { return 0 }
      if length > 1, count < 2 { return 0 }
      // Where nouns have capitals, what ends in a small letter is no phrase.
      if names.language.capitalizesNouns, !tokens.tokens[words.upperBound - 1].isCapitalized { return 0 }
    }
    if candidate.isName, count < 2, !candidate.isInHeadline, words.lowerBound > tokens.headlineCount + 120 {
      return 0
    }
    let place = Double(max(0, words.lowerBound - tokens.headlineCount))
    var score = Double(count) / (Double(count) + 2)
    score *= 1 + 1 / (1 + place / 40)
    if candidate.isInHeadline { score *= 1.8 }
    if isUnspaced { score *= Double(min(letters, 18)) / 6 }
    if candidate.isName {
      score *= length == 1 ? 1.4 : 1.6
    } else {
      score *= length > 1 ? 1.1 : names.language.capitalizesNouns ? 0.8 : 0.5
    }
    return score
  }

  /// Whether it is rather a part of a sentence than a phrase: it ends with a participle, or begins with one as a verb
  /// ("filmed throwing", but not "the swimming pool").
  private func isVerbal(_ candidate: Candidate) -> Bool {
    guard names.language.isEnglish else { return false }
    func ends(_ index: Int, _ ending: StaticString) -> Bool {
      let range = tokens.tokens[index].range
      return range.count > ending.utf8CodeUnitCount + 2
        && tokens.bytes.span.has(ending, at: range.upperBound - ending.utf8CodeUnitCount)
    }
    let (first, last) = (candidate.words.lowerBound, candidate.words.upperBound - 1)
    if ends(last, "ed"), !ends(last, "eed") { return true }
    if candidate.followsArticle { return false }
    let isBehindVerb =
      first > 0 && !tokens.tokens[first].followsBreak
      && Self.beforeParticiples[tokens.tokens[first - 1].hash] != nil
    return ends(first, "ing") && isBehindVerb || ends(first, "ed") && !ends(first, "eed")
  }

  /// What stands before participles that are verbs: "banned from keeping animals", "is considering talks".
  private static let beforeParticiples = WordMap(
    "is are was were be been being am from by without while when after before i'm we're they're he's she's")

  /// Whether one of two phrases stands in the other, or both are forms of one word.
  private func overlaps(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    for start in long.lowerBound...(long.upperBound - short.count)
    where zip(short, start..<(start + short.count)).allSatisfy({ isSame($0, $1) }) {
      return true
    }
    return false
  }

  /// Whether two words are the same but for their last two letters, or four where nouns take endings, or for the "s" of an English plural.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (tokens.tokens[one], tokens.tokens[other])
    if first.hash == second.hash { return true }
    let letter = tokens.bytes[first.range.lowerBound] < 0x80 ? 1 : 2  // in bytes
    let (short, long) =
      first.range.count < second.range.count ? (first.range, second.range) : (second.range, first.range)
    let isPlural =
      names.language.isEnglish && long.count == short.count + 1
      && tokens.bytes[long.upperBound - 1] == UInt8(ascii: "s")
    let ending = isPlural ? 1 : names.language.inflectsNames ? 4 * letter : 2
    let stem = long.count - ending
    guard stem >= (isPlural ? 3 : ending > 2 ? 5 * letter : 4), short.count >= stem else { return false }
    for place in 0..<stem
    where tokens.bytes[first.range.lowerBound + place] | 0x20 != tokens.bytes[second.range.lowerBound + place]
      | 0x20
    {
      return false
    }
    return true
  }
}
