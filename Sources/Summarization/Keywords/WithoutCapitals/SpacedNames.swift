/// A name that is known for what it is without capitals.
struct KnownName: Sendable {
  /// The words.
  var words: Range<Int>
  /// What it names.
  var kind: Mention.Kind
}

/// Names in languages that have no capitals, but spaces: by lists, by the words that make organisations, by titles and given names.
extension KeywordTokens {
  /// Finds the names, in reading order; what is written together with them is cut off their words.
  mutating func findNames(_ lists: NameLists, _ language: KeywordLanguage) -> [KnownName] {
    var found: [KnownName] = []
    var index = 0
    while index < tokens.count {
      let name =
        listedName(at: index, lists) ?? organization(at: index, lists) ?? person(at: index, lists, language)
      if let name {
        found.append(name)
        index = name.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: - Words

  /// A word without some of the letters that are written together with it.
  struct Form {
    var range: Range<Int>
    var hash: WordHash
  }

  /// The forms of a word: as it stands there, and without what may be written together with it before or behind.
  ///
  /// - Parameter least: How many bytes it has at least without that: two syllables, or three letters.
  func forms(of index: Int, _ affixes: [[UInt8]], atEnd: Bool, leaving least: Int = 6) -> [Form] {
    let token = tokens[index]
    var forms = [Form(range: token.range, hash: token.hash)]
    for affix in affixes where token.range.count >= affix.count + least {
      let range = token.range
      let (cut, rest) =
        atEnd
        ? (range.upperBound - affix.count, range.lowerBound..<range.upperBound - affix.count)
        : (range.lowerBound, range.lowerBound + affix.count..<range.upperBound)
      guard bytes[cut..<cut + affix.count].elementsEqual(affix) else { continue }
      forms.append(Form(range: rest, hash: WordHash(bytes.span, rest)))
    }
    return forms
  }

  /// Cuts the endings off words that stand elsewhere without them or with others: what they belong to is one word then.
  mutating func cutEndings(_ lists: NameLists, except names: [KnownName]) {
    /// The first word with this stem, and whether there are others.
    struct Stem {
      var word: UInt64
      var varies = false
    }
    var stems = HashTable<Stem>(capacity: tokens.count * 2)
    func form(of index: Int) -> Form? { forms(of: index, lists.endings, atEnd: true).dropFirst().first }
    for index in tokens.indices {
      let word = tokens[index].hash.value
      for stem in [tokens[index].hash, form(of: index)?.hash ?? tokens[index].hash] {
        let place = stems.place(of: stem.value, orNew: Stem(word: word))
        if stems[place: place].word != word { stems[place: place].varies = true }
      }
    }
    var known = names[...]
    for index in tokens.indices {
      if known.first.map({ $0.words.upperBound <= index }) ?? false { known.removeFirst() }
      // A syllable alone is a family name or a number.
      if tokens[index].range.count == 3 { tokens[index].traits.insert(.common) }
      guard !(known.first?.words.contains(index) ?? false), let form = form(of: index) else { continue }
      if stems[form.hash.value]?.varies ?? false {
        cut(index, to: form)
      } else if index + 1 < tokens.count {
        tokens[index + 1].followsBreak = true
      }
    }
  }

  /// Leaves this much of a word; the one behind it begins something new where an ending was cut off.
  mutating func cut(_ index: Int, to form: Form) {
    guard tokens[index].range != form.range else { return }
    if form.range.upperBound < tokens[index].range.upperBound, index + 1 < tokens.count {
      tokens[index + 1].followsBreak = true
    }
    tokens[index].range = form.range
    tokens[index].hash = form.hash
  }

  /// Whether a word goes on right behind the one before it.
  func goesOn(_ index: Int) -> Bool { index < tokens.count && !tokens[index].followsBreak }

  // MARK: - Lists

  /// The longest known name that begins with a word.
  private mutating func listedName(at index: Int, _ lists: NameLists) -> KnownName? {
    var best: (last: Int, front: Form, back: Form, kind: Mention.Kind)?
    for front in forms(of: index, lists.prefixes, atEnd: false) {
      var phrase = WordHash()
      for last in index..<min(index + lists.longest, tokens.count) {
        guard last == index || goesOn(last), best.map({ last > $0.last }) ?? true else { break }
        let backs =
          last == index && front.range != tokens[last].range
          ? [front] : forms(of: last, lists.endings, atEnd: true)
        for back in backs {
          var whole = phrase
          whole.add(word: back.hash.value)
          if let kind = lists[whole] {
            best = (last, front, back, kind)
            break
          }
        }
        phrase.add(word: last == index ? front.hash.value : tokens[last].hash.value)
      }
    }
    guard let best else { return nil }
    cut(index, to: best.front)
    cut(best.last, to: best.back)
    return KnownName(words: index..<best.last + 1, kind: best.kind)
  }

  /// The ministry or university that begins with a word, with the adjective of its country.
  private mutating func organization(at index: Int, _ lists: NameLists) -> KnownName? {
    guard goesOn(index + 1) else { return nil }
    for front in forms(of: index, lists.prefixes, atEnd: false) {
      let isHead = lists.organizationHeads[front.hash] != nil
      guard isHead || lists.organizationHeads[tokens[index + 1].hash] != nil else { continue }
      for count in [2, 1] where index + count < tokens.count {
        let part = isHead ? index + 1..<index + 1 + count : index..<index + 1
        guard part.dropFirst().allSatisfy(goesOn) else { continue }
        let phrase = WordHash(phrase: part.map { $0 == index ? front.hash.value : tokens[$0].hash.value })
        guard lists.organizationParts[phrase] != nil || lists[phrase] == .place else { continue }
        cut(index, to: front)
        var end = isHead ? part.upperBound : index + 2
        if isHead, goesOn(end), lists.demonyms[tokens[end].hash] != nil { end += 1 }
        return KnownName(words: index..<end, kind: .organization)
      }
    }
    return nil
  }
}
