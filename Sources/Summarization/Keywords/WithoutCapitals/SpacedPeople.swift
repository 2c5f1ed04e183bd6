/// People in languages that have no capitals, but spaces: a given name or a family name is known, and what stands beside it or
/// elsewhere agrees.
extension KeywordTokens {
  /// The person whose name begins with a word.
  mutating func person(at index: Int, _ lists: NameLists, _ language: KeywordLanguage) -> KnownName? {
    guard mayBeName(index, lists), lists.demonyms[tokens[index].hash] == nil, goesOn(index + 1) else {
      return nil
    }
    if let name = koreanPerson(at: index, lists, language) { return name }
    let given = forms(of: index, lists.prefixes, atEnd: false).first { lists.givenNames[$0.hash] != nil }
    let isBehindTitle =
      (given.map { $0.range == tokens[index].range } ?? true) && followsTitle(index, lists, language)
    guard given != nil || isBehindTitle, let end = endOfName(from: index, lists) else { return nil }
    let isElsewhere = standsElsewhere(end - 1)
    // Without a given name a surname must come again.
    var evidence = given != nil ? 2 : isElsewhere ? 1 : -1
    if isBehindTitle { evidence += 1 }
    if isElsewhere { evidence += 1 }
    if index > 0, goesOn(index), tokens[index - 1].traits.contains(.speech) { evidence += 1 }
    if endsPhrase(at: end) || isListed(end, lists) { evidence += 1 }
    // What stands before it may be the given name, and this the next one.
    if index > 0, goesOn(index), !isBehindTitle, mayBeName(index - 1, lists), !isListed(index - 1, lists) {
      evidence -= 1
    }
    guard evidence >= (given != nil ? 3 : 4) else { return nil }
    if let given { cut(index, to: given) }
    if let last = forms(of: end - 1, lists.endings, atEnd: true).dropFirst().first { cut(end - 1, to: last) }
    return KnownName(words: index..<end, kind: .person)
  }

  /// Where a name ends that begins with a word: "Abd al-Fattah Sisi", "Mohammed bin Salman", "Mohammed Javad Zarif".
  private func endOfName(from index: Int, _ lists: NameLists) -> Int? {
    func isJoint(_ index: Int) -> Bool { lists.joints[tokens[index].hash] != nil }
    func mayGoOn(_ index: Int) -> Bool {
      goesOn(index) && mayBeName(index, lists) && tokens[index].range.count >= 4
        && lists.demonyms[tokens[index].hash] == nil
        && !forms(of: index, lists.prefixes, atEnd: false).contains {
          lists[WordHash(phrase: [$0.hash.value])] != nil || lists.notNames[$0.hash] != nil
            || $0.range != tokens[index].range && lists.givenNames[$0.hash] != nil
        }
    }
    var end = index + (isJoint(index) ? 2 : 1)
    let first = end
    while goesOn(end), end < index + 5, isJoint(end) || lists.givenNames[tokens[end].hash] != nil {
      end += isJoint(end) ? 2 : 1
    }
    guard end <= tokens.count, (index + 1..<end).allSatisfy(goesOn) else { return nil }
    let hasSurname = end > first && isJoint(end - 2)
    if !hasSurname, goesOn(end), mayGoOn(end), end == first || standsElsewhere(end) || endsPhrase(at: end + 1)
    {
      end += 1
    }
    return end - index > 1 && (end > first || mayGoOn(end - 1)) ? end : nil
  }

  /// Whether a word may be a part of a name, for all that is known of it.
  private func mayBeName(_ index: Int, _ lists: NameLists) -> Bool {
    tokens[index].traits.isDisjoint(with: [.stopWord, .common, .title, .speech]) && !tokens[index].isNumber
      && lists.notNames[tokens[index].hash] == nil
  }

  /// Whether a word alone is a known name, or says what somebody is from.
  private func isListed(_ index: Int, _ lists: NameLists) -> Bool {
    lists.demonyms[tokens[index].hash] != nil
      || lists[WordHash(phrase: CollectionOfOne(tokens[index].hash.value))] != nil
  }

  /// Whether what goes on there is no part of a name.
  private func endsPhrase(at index: Int) -> Bool {
    !goesOn(index) || !tokens[index].traits.isDisjoint(with: [.stopWord, .speech, .title, .common])
  }

  /// Whether a word stands elsewhere as well.
  private func standsElsewhere(_ index: Int) -> Bool {
    let hash = tokens[index].hash
    return tokens.indices.contains { $0 != index && tokens[$0].hash == hash }
  }

  /// Whether a title stands before a word, and between them no more than what somebody is the head of or from: "president
  /// American former Joe Biden".
  private func followsTitle(_ index: Int, _ lists: NameLists, _ language: KeywordLanguage) -> Bool {
    var before = index
    while before > 0, index - before < 4, goesOn(before) {
      before -= 1
      if forms(of: before, lists.prefixes, atEnd: false).contains(where: {
        language.traits(of: $0.hash).contains(.title)
      }) {
        return true
      }
      let word = WordHash(phrase: CollectionOfOne(tokens[before].hash.value))
      guard
        lists.demonyms[tokens[before].hash] != nil || lists.organizationParts[word] != nil
          || lists[word] != nil
      else { return false }
    }
    return false
  }

  /// The person whose name a word of three syllables is, which begins with a family name and stands before a title.
  private mutating func koreanPerson(
    at index: Int, _ lists: NameLists, _ language: KeywordLanguage
  ) -> KnownName? {
    let range = tokens[index].range
    guard range.count == 9,
      lists.familyNames[WordHash(bytes.span, range.lowerBound..<range.lowerBound + 3)] != nil
    else { return nil }
    func isTitle(_ index: Int) -> Bool {
      goesOn(index)
        && forms(of: index, lists.endings, atEnd: true, leaving: 3).contains {
          language.traits(of: $0.hash).contains(.title)
        }
    }
    // "Kim Yong-tae, People Power Party lawmaker"
    let isOfListed =
      (lists[WordHash(phrase: CollectionOfOne(tokens[index + 1].hash.value))] != nil
        || tokens[index + 1].isCapitalized) && isTitle(index + 2)
    guard isTitle(index + 1) || isOfListed else { return nil }
    // What may be an office or an ending needs the family name alone before a title as well.
    if lists.doubtfulEndings[WordHash(bytes.span, range.upperBound - 3..<range.upperBound)] != nil {
      let family = WordHash(bytes.span, range.lowerBound..<range.lowerBound + 3)
      guard tokens.indices.contains(where: { tokens[$0].hash == family && isTitle($0 + 1) }) else {
        return nil
      }
    }
    return KnownName(words: index..<index + 1, kind: .person)
  }
}
