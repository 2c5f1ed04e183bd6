/// Which of the forms of a name is the one to print.
extension Names {
  /// Whether one of two forms of a name is the one to print: the fuller one, unless it has the word that opens a sentence
  /// before it ("Famous Ruskin College").
  func isBetter(_ one: Range<Int>, than other: Range<Int>, _ kind: Mention.Kind) -> Bool {
    func isOpened(_ long: Range<Int>, _ short: Range<Int>) -> Bool {
      isOpening(long.lowerBound) && !isUndoubtedGivenName(long.lowerBound)
        && tokens.tokens[long.lowerBound].hash != tokens.tokens[short.lowerBound].hash
    }
    if language.inflectsNames, kind == .person, isInflected(one, other) { return isBasicForm(one, of: other) }
    if isFuller(one, than: other, kind) { return !isOpened(one, other) }
    return isFuller(other, than: one, kind) && isOpened(other, one)
  }

  /// Whether two names differ in the ends of their words alone, as one does in two cases: "Petr Fiala", "Petra Fialy"; but not
  /// "Petr Novák" and "Petra Nováková".
  private func isInflected(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).allSatisfy { first, second in
      let (first, second) = (tokens.tokens[first].range, tokens.tokens[second].range)
      let ending = tokens.bytes[first.lowerBound] < 0x80 ? 2 : 4  // in bytes; of the first letter's script
      let stem = zip(first, second).prefix { tokens.bytes[$0] == tokens.bytes[$1] }.count
      return abs(first.count - second.count) <= ending && stem > ending
        && stem + ending >= min(first.count, second.count)
    }
  }

  /// Whether a form of a name is rather the one that stands in a list of names than the other: by its given name, or since it is
  /// shorter.
  private func isBasicForm(_ one: Range<Int>, of other: Range<Int>) -> Bool {
    let isGiven = isUndoubtedGivenName(one.lowerBound)
    if isGiven != isUndoubtedGivenName(other.lowerBound) { return isGiven }
    func length(_ words: Range<Int>) -> Int {
      tokens.tokens[words.upperBound - 1].range.upperBound - tokens.tokens[words.lowerBound].range.lowerBound
    }
    return (length(one), one.lowerBound) < (length(other), other.lowerBound)
  }

  /// Whether one of two names of organisations begins with the other, and goes on with no more than what kind of house or which
  /// branch of it it is: "BBC" and "BBC News", but not "Metropolitan Police" and "Metropolitan Police Federation".
  func isSameHouse(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let longer = one.count > other.count ? one : other
    return one.count != other.count && Self.branches[tokens.tokens[longer.upperBound - 1].hash] != nil
      && zip(one, other).allSatisfy { tokens.tokens[$0].hash == tokens.tokens[$1].hash }
  }
  private static let branches = WordMap(
    """
    news radio television tv sport online party department group holdings inc corp corporation ltd plc company office service
    network hotspur
    """)

  /// Whether a word is the initials of a name: "EU" of "European Union".
  func isShortForm(_ short: Range<Int>, of long: Range<Int>) -> Bool {
    guard short.count == 1, long.count > 1, tokens.tokens[short.lowerBound].isAcronym else { return false }
    let letters = tokens.tokens[short.lowerBound].range
    var initials: [UInt8] = []
    for word in long.lazy.map({ tokens.tokens[$0].range }) {
      // "Anti-Doping" has two.
      for place in word
      where tokens.bytes[place] &- 0x41 < 26
        && (place == word.lowerBound || tokens.bytes[place - 1] == UInt8(ascii: "-"))
      {
        initials.append(tokens.bytes[place])
      }
    }
    return initials.elementsEqual(tokens.bytes[letters].lazy.filter { $0 != UInt8(ascii: ".") })
  }

  /// Whether a name is another one with more words: "Leo Frederick Burt" of "Leo Burt", "Northland Prison Service" of "Prison
  /// Service".
  private func isFuller(_ long: Range<Int>, than short: Range<Int>, _ kind: Mention.Kind) -> Bool {
    guard kind != .place, long.count > short.count, short.count > 1 else { return false }
    func isSame(_ one: Int, _ other: Int) -> Bool { tokens.tokens[one].hash == tokens.tokens[other].hash }
    guard isSame(long.upperBound - 1, short.upperBound - 1) else { return false }
    if short.count == 2, isSame(long.lowerBound, short.lowerBound) { return true }
    return zip(long.suffix(short.count), short).allSatisfy { isSame($0, $1) }
  }
}
