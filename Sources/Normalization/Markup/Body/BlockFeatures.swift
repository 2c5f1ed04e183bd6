/// What the model of blocks knows of a block: each in a byte, greater values cut off.
enum BlockFeature: Int, CaseIterable {
  // The text.
  case words, letters, linkShare, boldShare, italicShare, digitShare, endsSentence, isProse, continues,
    hasSmallLetter
  case endsWithColon, endsWithQuestion, startsWithQuote, startsWithMark, hasAddress, sentences,
    addressesReader
  // What its words say.
  case wording, wordingEnds, isDateLine, isSigned, isCallToReader, namesSources, isCredited
  // What the rules say, and what the page says of itself.
  case rule, isHeadline, headlineShare, descriptionShare, structuredShare, namesAuthor, namesPublisher
  // The element and what it stands in.
  case tag, inList, inFigure, inQuotation, inTable, inAside, inHeader, inLink, isPruned, depth, inContainer
  case ownFurniture, ownMetadata, ownStandfirst, ownCaption, ownText
  case aroundFurniture, aroundLongFurniture, aroundMetadata, aroundStandfirst, aroundCaption, aroundText
  case mediaBefore, mediaAfter, isAloneWithMedia, parentLinkShare, parentBlocks
  // The same style and the same parent elsewhere.
  case styleBlocks, styleProse, styleProseRate, parentProse, isMainStyle, levelsUp
  case classProse, isMainClass, groupBlocks, groupLinkShare, groupLetters, groupProse
  // The place.
  case index, indexFromEnd, proseBefore, proseAfter, isBeforeText, blocksAfterText, totalProse
  case proseBlocksBefore, proseBlocksAfter, nextProseIsAlike, lastProseIsAlike
  // What is said elsewhere.
  case knownWords, knownPhrases, isRepeated
  // The neighbours.
  case wordsBefore, wordsAfter, isProseBefore, isProseAfter, linkShareBefore, linkShareAfter, tagBefore,
    tagAfter
  case wordingBefore, wordingAfter, sameStyleBefore, sameStyleAfter, isProseTwoBefore, isProseTwoAfter
  case blocksSinceWording, blocksSinceHeading, isPrunedBefore, isPrunedAfter
}

/// The features of all blocks of a container, in rows.
struct BlockFeatures {
  /// The rows, one after another.
  private(set) var values: [UInt8]

  static let width = BlockFeature.allCases.count

  private let blocks: [MarkupBlock]
  private let lines: [Line]
  private var row = 0

  /// Describes the blocks.
  ///
  /// - Parameters:
  ///   - lines: The blocks' texts as lines, one for each.
  ///   - wordings: What the lines' words say of them.
  ///   - metadata: What the page says of itself.
  init(
    _ blocks: [MarkupBlock], _ lines: [Line], _ wordings: [Wording?], verdicts: [BlockVerdict],
    metadata: PageMetadata, container: Int, _ tree: MarkupTree, _ weights: MarkupWeights
  ) {
    self.blocks = blocks
    self.lines = lines
    values = [UInt8](repeating: 0, count: blocks.count * Self.width)
    describeTexts(wordings, metadata)
    for index in blocks.indices {
      row = index
      set(.rule, verdicts[index].code)
    }
    describePlaces(container, tree, weights)
    describeGroups(weights)
    describeOrder(wordings)
    describeRepetition(metadata)
  }

  /// The features of one block.
  func row(_ index: Int) -> ArraySlice<UInt8> { values[index * Self.width..<(index + 1) * Self.width] }

  /// One feature of a block.
  subscript(_ feature: BlockFeature, of index: Int) -> UInt8 { values[index * Self.width + feature.rawValue] }

  @inline(__always)
  private mutating func set(_ feature: BlockFeature, _ value: Int) {
    values[row &* Self.width &+ feature.rawValue] = UInt8(clamping: value)
  }

  @inline(__always)
  private mutating func set(_ feature: BlockFeature, _ value: Bool) { set(feature, value ? 1 : 0) }

  private static func share(_ part: Int, of whole: Int) -> Int { part * 100 / max(1, whole) }

  /// How much of a block stands in another text, in hundredths and one more; 0 where there is none.
  private static func share(of phrases: ArraySlice<Int32>, in text: [Bool]?) -> Int {
    guard let text else { return 0 }
    return phrases.isEmpty ? 102 : 1 + share(phrases.count { text[Int($0)] }, of: phrases.count)
  }

  private func isText(_ index: Int) -> Bool { lines[index].isProse && !blocks[index].isPruned }

  // MARK: - The text and its words

  private mutating func describeTexts(_ wordings: [Wording?], _ metadata: PageMetadata) {
    for index in blocks.indices {
      row = index
      let line = lines[index]
      let block = blocks[index]
      let utf8 = block.text.utf8
      let bytes = utf8.span
      let marks = Marks(in: bytes)
      set(.words, line.words)
      set(.letters, line.characters / 4)
      set(.linkShare, Self.share(block.linkLetters, of: block.letters))
      set(.boldShare, Self.share(block.boldLetters, of: block.letters))
      set(.italicShare, Self.share(block.italicLetters, of: block.letters))
      set(.digitShare, Self.share(marks.digits, of: line.characters))
      set(.endsSentence, line.endsSentence)
      set(.isProse, line.isProse)
      set(.continues, line.continues)
      set(.hasSmallLetter, line.hasSmallLetter)
      set(.endsWithColon, utf8.last == UInt8(ascii: ":"))
      set(.endsWithQuestion, utf8.last == UInt8(ascii: "?"))
      set(
        .hasAddress,
        bytes.first(UInt8(ascii: "@"), from: 0) < bytes.count || bytes.holds("://") || bytes.holds("www."))
      set(.sentences, marks.stops)
      if let first = block.text.unicodeScalars.first {
        set(.startsWithQuote, "\"'“”„«»‘’".unicodeScalars.contains(first))
        set(.startsWithMark, "-–—•*·▪►>#|/[(+".unicodeScalars.contains(first))
      }
      if let wording = wordings[index] {
        set(.wording, wording.reason.code)
        set(.wordingEnds, wording.isEnd)
      }
      if line.words <= 40 {
        let dated = metadata.dates(in: line.tokens).reduce(0) { $0 + $1.words }
        set(.isDateLine, dated == 0 ? 0 : line.words - dated <= 6 ? 2 : 1)
        set(.isSigned, markedAuthors(in: line) != nil)
        set(.isCallToReader, isCallToReader(line))
        set(.namesSources, namesSources(line))
        set(.isCredited, caption(in: line)?.credit != nil)
      }
      set(.tag, block.tag.code)
      set(.inList, block.surroundings.contains(.list))
      set(.inFigure, block.surroundings.contains(.figure))
      set(.inQuotation, block.surroundings.contains(.quotation))
      set(.inTable, block.surroundings.contains(.table))
      set(.inAside, block.surroundings.contains(.aside))
      set(.inHeader, block.surroundings.contains(.header))
      set(.inLink, block.surroundings.contains(.link))
      set(.isPruned, block.isPruned)
      set(.depth, block.depth)
      set(.ownFurniture, !block.ownHints.isDisjoint(with: [.furniture, .longFurniture]))
      set(.ownMetadata, block.ownHints.contains(.metadata))
      set(.ownStandfirst, block.ownHints.contains(.standfirst))
      set(.ownCaption, block.ownHints.contains(.caption))
      set(.ownText, !block.ownHints.isDisjoint(with: [.articleText, .articleBody]))
      set(.aroundFurniture, block.hints.contains(.furniture))
      set(.aroundLongFurniture, block.hints.contains(.longFurniture))
      set(.aroundMetadata, block.hints.contains(.metadata))
      set(.aroundStandfirst, block.hints.contains(.standfirst))
      set(.aroundCaption, block.hints.contains(.caption))
      set(.aroundText, !block.hints.isDisjoint(with: [.articleText, .articleBody]))
    }
  }

  // MARK: - The places in the tree

  private mutating func describePlaces(_ container: Int, _ tree: MarkupTree, _ weights: MarkupWeights) {
    var styles: [UInt32: (blocks: Int, prose: Int, words: Int)] = [:]
    var parents: [Int32: (blocks: Int, words: Int)] = [:]
    var total = 0
    for index in blocks.indices {
      let parent = max(0, tree.nodes[Int(blocks[index].node)].parent)
      let words = isText(index) ? lines[index].words : 0
      total += words
      styles[blocks[index].style, default: (0, 0, 0)].blocks += 1
      styles[blocks[index].style, default: (0, 0, 0)].prose += lines[index].isProse ? 1 : 0
      styles[blocks[index].style, default: (0, 0, 0)].words += words
      parents[parent, default: (0, 0)].blocks += 1
      parents[parent, default: (0, 0)].words += words
    }
    // Of equals the first, so that the order of a dictionary decides nothing.
    let mainStyle = styles.max { ($0.value.words, $1.key) < ($1.value.words, $0.key) }?.key
    let mainParent = Int(parents.max { ($0.value.words, $1.key) < ($1.value.words, $0.key) }?.key ?? 0)
    for index in blocks.indices {
      row = index
      let block = blocks[index]
      let node = Int(block.node)
      let parent = max(0, tree.nodes[node].parent)
      set(.inContainer, weights.isInside(node, container))
      set(.mediaBefore, block.mediaBefore)
      set(.mediaAfter, index + 1 < blocks.count ? blocks[index + 1].mediaBefore : 0)
      if let style = styles[block.style] {
        set(.styleBlocks, style.blocks)
        set(.styleProse, Self.share(style.words, of: total))
        set(.styleProseRate, Self.share(style.prose, of: style.blocks))
      }
      if let around = parents[parent] {
        set(.parentBlocks, around.blocks)
        set(.parentProse, Self.share(around.words, of: total))
      }
      set(.isMainStyle, block.style == mainStyle)
      set(.parentLinkShare, Self.share(Int(weights[Int(parent)].links), of: Int(weights[Int(parent)].text)))
      var levels = 0
      var around = node
      while around > 0, !weights.isInside(mainParent, around) {
        around = Int(tree.nodes[around].parent)
        levels += 1
      }
      set(.levelsUp, levels)
      around = node
      levels = 0
      while around > 0, levels < 6, Int(weights[around].text) * 2 <= block.letters * 3 + 20 {
        if weights[around].media > 0 {
          set(.isAloneWithMedia, levels + 1)
          break
        }
        around = Int(tree.nodes[around].parent)
        levels += 1
      }
    }
  }

  /// The list, table or quotation that a block is a part of, and what looks like it without regard to what it stands in.
  private mutating func describeGroups(_ weights: MarkupWeights) {
    var classes: [UInt32: Int] = [:]
    var groups: [Int32: (blocks: Int, prose: Int)] = [:]
    var total = 0
    for index in blocks.indices {
      if isText(index) {
        classes[blocks[index].ownStyle, default: 0] += lines[index].words
        total += lines[index].words
      }
      guard blocks[index].group > 0 else { continue }
      groups[blocks[index].group, default: (0, 0)].blocks += 1
      groups[blocks[index].group, default: (0, 0)].prose += lines[index].isProse ? 1 : 0
    }
    let main = classes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    for index in blocks.indices {
      row = index
      let block = blocks[index]
      set(.classProse, Self.share(classes[block.ownStyle] ?? 0, of: total))
      set(.isMainClass, block.ownStyle == main)
      guard let group = groups[block.group] else { continue }
      set(.groupBlocks, group.blocks)
      set(.groupProse, 1 + Self.share(group.prose, of: group.blocks))
      set(.groupLetters, Int(weights[Int(block.group)].text) / 16)
      set(
        .groupLinkShare,
        Self.share(Int(weights[Int(block.group)].links), of: Int(weights[Int(block.group)].text)))
    }
  }

  // MARK: - The order of the blocks

  private mutating func describeOrder(_ wordings: [Wording?]) {
    let count = blocks.count
    let total = blocks.indices.reduce(0) { $0 + (isText($1) ? lines[$1].words : 0) }
    let firstText = blocks.indices.first(where: isText) ?? count
    let lastText = blocks.indices.last(where: isText) ?? 0
    let proseBlocks = blocks.indices.filter(isText)
    var proseSeen = 0
    var before = 0
    var sinceWording = 255
    var sinceHeading = 255
    for index in blocks.indices {
      row = index
      set(.index, index)
      set(.indexFromEnd, count - 1 - index)
      set(.totalProse, total / 8)
      set(.proseBefore, Self.share(before, of: total))
      set(.proseBlocksBefore, proseSeen)
      if proseSeen > 0 {
        set(.lastProseIsAlike, blocks[proseBlocks[proseSeen - 1]].style == blocks[index].style)
      }
      if isText(index) {
        before += lines[index].words
        proseSeen += 1
      }
      set(.proseBlocksAfter, proseBlocks.count - proseSeen)
      if proseSeen < proseBlocks.count {
        set(.nextProseIsAlike, blocks[proseBlocks[proseSeen]].style == blocks[index].style)
      }
      set(.proseAfter, Self.share(total - before, of: total))
      set(.isBeforeText, index < firstText)
      set(.blocksAfterText, max(0, index - lastText))
      set(.blocksSinceWording, sinceWording)
      set(.blocksSinceHeading, sinceHeading)
      sinceWording = wordings[index] != nil ? 1 : sinceWording + 1
      sinceHeading = blocks[index].tag.isHeading ? 1 : sinceHeading + 1
      if index > 0 {
        set(.wordsBefore, lines[index - 1].words)
        set(.isProseBefore, lines[index - 1].isProse)
        set(.linkShareBefore, Self.share(blocks[index - 1].linkLetters, of: blocks[index - 1].letters))
        set(.tagBefore, blocks[index - 1].tag.code)
        set(.wordingBefore, wordings[index - 1]?.reason.code ?? 0)
        set(.sameStyleBefore, blocks[index - 1].style == blocks[index].style)
        set(.isPrunedBefore, blocks[index - 1].isPruned)
      }
      if index > 1 { set(.isProseTwoBefore, lines[index - 2].isProse) }
      if index + 1 < count {
        set(.wordsAfter, lines[index + 1].words)
        set(.isProseAfter, lines[index + 1].isProse)
        set(.linkShareAfter, Self.share(blocks[index + 1].linkLetters, of: blocks[index + 1].letters))
        set(.tagAfter, blocks[index + 1].tag.code)
        set(.wordingAfter, wordings[index + 1]?.reason.code ?? 0)
        set(.sameStyleAfter, blocks[index + 1].style == blocks[index].style)
        set(.isPrunedAfter, blocks[index + 1].isPruned)
      }
      if index + 2 < count { set(.isProseTwoAfter, lines[index + 2].isProse) }
    }
  }

  // MARK: - What is said elsewhere

  private mutating func describeRepetition(_ metadata: PageMetadata) {
    let words = BlockWords(lines)
    var knownWords = Occurrences(count: words.wordCount)
    var knownPhrases = Occurrences(count: words.phraseCount)
    for index in lines.indices where lines[index].isProse {
      for word in words.words(of: index) where word.isLong { knownWords.note(word.number, in: index) }
      for phrase in words.phrases(of: index) { knownPhrases.note(Int(phrase), in: index) }
    }
    let description = words.isPhrase(of: metadata.description)
    let structured = words.isPhrase(of: metadata.articleBody)
    let authors = metadata.authors.compactMap { WordList($0.name).hashes.last.flatMap(words.number(ofWord:)) }
    let publisher = WordList(metadata.publisher).hashes
    let publisherNumbers = publisher.compactMap(words.number(ofWord:))
    let isOfReaders = words.isAmong(readerWords.hashes)
    let headline = metadata.title.map { tokens(of: $0.utf8.span) } ?? []
    let isOfHeadline = words.isAmong(headline.lazy.filter { $0.kind != .mark }.map(\.hash))
    for index in lines.indices {
      row = index
      let all = words.words(of: index)
      var (long, known, readers, titled) = (0, 0, 0, 0)
      for word in all {
        if word.isLong {
          long += 1
          if knownWords.isKnown(word.number, outside: index) { known += 1 }
        }
        if isOfReaders[word.number] { readers += 1 }
        if isOfHeadline[word.number] { titled += 1 }
      }
      let phrases = words.phrases(of: index)
      let repeated = phrases.count { knownPhrases.isKnown(Int($0), outside: index) }
      set(.knownWords, long == 0 ? 101 : Self.share(known, of: long))
      set(.knownPhrases, phrases.isEmpty ? 101 : Self.share(repeated, of: phrases.count))
      set(.descriptionShare, Self.share(of: phrases, in: description))
      set(.structuredShare, Self.share(of: phrases, in: structured))
      func names(_ number: Int, among words: ArraySlice<BlockWords.Word>) -> Bool {
        words.contains { $0.number == number }
      }
      set(
        .namesAuthor,
        authors.contains { names($0, among: all.prefix(4)) }
          ? 2 : authors.contains { names($0, among: all) } ? 1 : 0)
      set(
        .namesPublisher,
        !publisher.isEmpty && publisherNumbers.count == publisher.count
          && publisherNumbers.allSatisfy { names($0, among: all) })
      set(.addressesReader, Self.share(readers, of: all.count))
      set(.headlineShare, Self.share(titled, of: all.count))
      set(
        .isHeadline,
        metadata.title.map { $0.utf8.count == blocks[index].text.utf8.count && $0 == blocks[index].text }
          ?? false)
    }
    var seen: [UInt64: Int] = [:]
    for index in blocks.indices {
      row = index
      let earlier = seen.updateValue(index, forKey: lines[index].hash)
      if let earlier {
        set(.isRepeated, 2)
        row = earlier
        if values[row * Self.width + BlockFeature.isRepeated.rawValue] == 0 { set(.isRepeated, 1) }
      }
    }
  }
}

/// How many digits and how many marks that end sentences a text has.
private struct Marks {
  private(set) var digits = 0
  private(set) var stops = 0

  init(in text: Span<UInt8>) {
    for offset in text.indices {
      let byte = text[offset]
      // Most bytes are letters.
      guard byte < 0x40 else { continue }
      if byte &- 0x30 < 10 { digits += 1 }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") { stops += 1 }
    }
  }
}

/// Words by which an outlet speaks to its readers and of itself.
private let readerWords: WordSet = [
  "you", "your", "us", "our", "we", "sie", "ihre", "ihr", "ihren", "uns", "unser", "unsere", "unseren",
  "unserem", "du",
  "dein", "deine", "vous", "votre", "vos", "nous", "notre", "nos", "tu", "tus", "usted", "nuestro", "nuestra",
  "nuestros",
  "você", "seu", "sua", "nosso", "nossa", "nossos", "ti", "tuo", "nostro", "nostra", "je", "jouw", "onze",
  "din", "dig",
  "vår", "våra", "vores", "vi",
]
