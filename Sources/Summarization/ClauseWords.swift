import Normalization

/// What a word of a sentence may be, as far as the ends of clauses need it.
struct ClauseRole: OptionSet {
  var rawValue: UInt32

  static let auxiliary = ClauseRole(rawValue: 1)
  /// Can be a verb alone.
  static let verb = ClauseRole(rawValue: 1 << 1)
  /// Ends with "-ed": a verb, or a participle.
  static let participle = ClauseRole(rawValue: 1 << 2)
  /// Ends with "-ing".
  static let gerund = ClauseRole(rawValue: 1 << 3)
  /// Tells who says it.
  static let speech = ClauseRole(rawValue: 1 << 4)
  static let relative = ClauseRole(rawValue: 1 << 5)
  /// Opens a clause inside of another one.
  static let opensInner = ClauseRole(rawValue: 1 << 6)
  /// A sentence that begins with it has its main clause behind a comma.
  static let conjunction = ClauseRole(rawValue: 1 << 7)
  /// A day or a time by which a clause says when.
  static let day = ClauseRole(rawValue: 1 << 8)
  /// Behind a day it tells more of what is told already.
  static let followsDay = ClauseRole(rawValue: 1 << 9)
  /// May begin with others to tell why something happened.
  static let cause = ClauseRole(rawValue: 1 << 10)
  /// May tell why what did not happen did not happen: what stands before it is false alone.
  static let reason = ClauseRole(rawValue: 1 << 11)
  /// Means who writes or who reads.
  static let writerOrReader = ClauseRole(rawValue: 1 << 12)
  /// Tells with a gerund how something was done: "by closing the pier".
  static let means = ClauseRole(rawValue: 1 << 13)
  /// Stands before a noun: a word with "-ed" before it has an object, and is a verb.
  static let determiner = ClauseRole(rawValue: 1 << 14)
  /// Belongs to what tells why: "two days [after]", "even [after]", "has gone [after]".
  static let beforeCause = ClauseRole(rawValue: 1 << 15)
  static let negation = ClauseRole(rawValue: 1 << 16)
  /// "And" and "or".
  static let joins = ClauseRole(rawValue: 1 << 17)
  /// What stands before it is just what the sentence takes back: "but".
  static let takesBack = ClauseRole(rawValue: 1 << 18)
  /// "[One] after another"
  static let sameAgain = ClauseRole(rawValue: 1 << 19)
}

/// A word of a sentence, with the mark behind it.
struct ClauseWord {
  enum Mark {
    case none, comma, semicolon
  }

  /// Of the word without the marks around it.
  let hash: WordHash
  let roles: ClauseRole
  let mark: Mark
  /// Where the word ends, a comma behind it left out, and how many characters stand before that.
  let end: Int
  let length: Int
  /// Whether a quotation or bracket is open behind it.
  let isInside: Bool
  /// Whether it is no word, but a dash between two of them.
  let isDash: Bool
  /// Whether that is longer than a hyphen.
  let isLongDash: Bool
  /// Whether it begins with a digit.
  let isNumber: Bool
  /// Whether it ends with a letter or a digit.
  let endsPlainly: Bool

  /// The words of a sentence that spaces part, its full stop left out.
  static func words(of sentence: Span<UInt8>) -> [ClauseWord] {
    var words: [ClauseWord] = []
    words.reserveCapacity(sentence.count / 5)
    var marks = OpenMarks()
    var end = sentence.count
    while end > 0, case let last = DecodedScalar(in: sentence, before: end), stops.contains(last.value) {
      end -= last.length
    }
    var offset = 0
    var length = 0
    while offset < end {
      let start = offset
      /// The word without the marks around it.
      var core: Range<Int>?
      while offset < end, sentence[offset] != 0x20 {
        let first = offset
        // Letters, which most of it is.
        while offset < end, (sentence[offset] | 0x20) &- 0x61 < 26 { offset &+= 1 }
        length += offset - first
        if offset == first {
          let scalar = DecodedScalar(in: sentence, at: offset)
          offset += scalar.length
          length += 1
          if scalar.kind == .other {
            marks.read(scalar.value)
            continue
          }
        }
        core = (core?.lowerBound ?? first)..<offset
      }
      if offset > start {
        words.append(
          ClauseWord(
            start..<offset, core: core ?? start..<start, in: sentence, length: length,
            isInside: marks.areOpen,
            isFirst: words.isEmpty))
      }
      offset += 1
      length += 1
    }
    return words
  }

  /// The word at a range, marks included; `core` is it without them, and `length` how many characters stand before its end.
  private init(
    _ range: Range<Int>, core: Range<Int>, in sentence: Span<UInt8>, length: Int, isInside: Bool,
    isFirst: Bool
  ) {
    let last = DecodedScalar(in: sentence, before: range.upperBound).value
    hash = WordHash(sentence, core)
    roles = ClauseWords.roles(of: hash, sentence.extracting(core), isFirst: isFirst)
    mark = last == 0x2C ? .comma : last == 0x3B ? .semicolon : .none
    end = mark == .none ? range.upperBound : range.upperBound - 1
    self.length = mark == .none ? length : length - 1
    self.isInside = isInside
    isLongDash = core.isEmpty && (last == 0x2013 || last == 0x2014)
    isDash = isLongDash || core.isEmpty && last == 0x2D
    isNumber = !core.isEmpty && sentence[core.lowerBound] &- 0x30 < 10
    endsPlainly = core.upperBound == range.upperBound
  }

  private static let stops: [UInt32] = [0x2E, 0x20, 0xA0, 0x3002, 0x964, 0x6D4, 0x589]
}

/// The quotation marks and brackets that are open at a place of a text.
private struct OpenMarks {
  private var isQuoted = false
  private var depth = 0

  var areOpen: Bool { isQuoted || depth != 0 }

  mutating func read(_ scalar: UInt32) {
    switch scalar {
    case 0x22: isQuoted.toggle()
    // “ „ « ( [ 「 『
    case 0x201C, 0x201E, 0xAB, 0x28, 0x5B, 0x300C, 0x300E: depth += 1
    // ” » ) ] 」 』
    case 0x201D, 0xBB, 0x29, 0x5D, 0x300D, 0x300F: depth -= 1
    default: break
    }
  }
}

/// The words that show where clauses end.
enum ClauseWords {
  /// What a word may be.
  static func roles(of hash: WordHash, _ word: Span<UInt8>, isFirst: Bool) -> ClauseRole {
    var roles = listed[hash] ?? []
    // "the US", "My Family"
    if !isFirst, word.count > 1, word[0] &- 0x41 < 26, word[0] != UInt8(ascii: "I") {
      roles.remove(.writerOrReader)
    }
    guard word.count > 4, word[0] &- 0x61 < 26, !word.has("eed", at: word.count - 3) else { return roles }
    if word.has("ed", at: word.count - 2), !word.indices.contains(where: { word[$0] == 0x2D }) {
      roles.insert(.participle)
    }
    if word.has("ing", at: word.count - 3), word.count > 5 { roles.insert(.gerund) }
    if word.has("n't", at: word.count - 3) || word.has("n’t", at: word.count - 5) { roles.insert(.negation) }
    return roles
  }

  /// The words behind a comma that open another clause. Not "but": what stands before it is often just what the sentence takes back.
  static let openers: [String: WordMap<Bool>] = [
    "en": WordMap(
      """
      which who whose while after as according when where although though because amid despite with following raising bringing
      making leaving
      """),
    "de": WordMap("nachdem während weil obwohl wobei womit sodass"),
    "nl": WordMap("nadat terwijl omdat hoewel waardoor aldus"),
    "sv": WordMap("sedan medan eftersom enligt"), "da": WordMap("efter mens fordi ifølge"),
    "nb": WordMap("etter mens fordi ifølge"), "fr": WordMap("qui dont après alors tandis selon"),
    "es": WordMap("quien quienes después mientras aunque según tras"), "it": WordMap("dopo mentre secondo"),
    "pt": WordMap("depois enquanto segundo após"),
  ]

  /// What tells in English without a comma why something happened.
  static let causes = WordMap(
    phrases:
      """
      after,amid,because,despite,while,when,as part of,due to,in a bid,in an attempt,in an effort,in connection with,in the wake,
      in response to,in protest at,on suspicion of,on charges of,for allegedly,over claims,over allegations,following a,following an,following the
      """)

  private static let listed: WordMap<ClauseRole> = {
    var roles = WordMap<ClauseRole>(capacity: 512)
    func add(_ role: ClauseRole, _ words: String) {
      WordHash.each(of: words) { roles.set($0, to: (roles[$0] ?? []).union(role)) }
    }
    add(.auxiliary, "is are was were have has had will would can could may might must should won't")
    add(
      .verb,
      """
      said says told won lost made took came went began fell rose held met left became found died wants faces hit beat sent set put cut
      gave got tore drove swept grew ran saw shot fought bought sold spent led drew broke struck threw wore spoke sought fled kept laid quit goes gets gives
      takes makes becomes comes tells seeks remains insists admits
      """)
    add(
      .speech,
      """
      said says say told announced reported warned warns claimed claims revealed confirmed heard sagte sagt teilte erklärte berichtete zei zegt meldt säger
      sade sa sier siger oplyser dijo informó anunció disse informou diz detto dichiara annonce dit indique
      """)
    add(.relative, "who which that whose where")
    add(.opensInner, "who which whose where when while because if whether how what why")
    add(
      .conjunction,
      """
      when after as while although though because since before once if als nachdem während weil wenn obwohl bevor sobald da quand lorsque
      cuando mientras aunque quando mentre toen nadat terwijl omdat när efter medan etter mens når
      """)
    add(.day, "monday tuesday wednesday thursday friday saturday sunday yesterday")
    add(
      .followsDay, "for in at with over from by near outside inside during before between against until where"
    )
    add([.followsDay, .cause], "after amid because despite while when as due in on for over following by")
    add(
      .beforeCause,
      """
      even just only ever shortly soon immediately moments straight right well long not day days week weeks month months year years hour hours
      minute minutes decade decades season seasons game games gone going go goes went come came coming named looked looking look looks own her his
      their sought modelled modeled patterned take takes took taken morning afternoon evening night minute midnight
      weekend time moment era period season those these a an the once short such partly largely mainly mostly simply perhaps especially said say says told now is are was were be been
      """)
    add(.reason, "because due in as for over")
    add(
      .writerOrReader, "i i'm i've i'll i'd we we're we've our us you you're you'll you've your yours my me")
    add(.means, "by")
    add(.determiner, "the a an his her its their this that these those")
    add(.negation, "not never no nobody nothing without cannot")
    add(.joins, "and or")
    add(.takesBack, "but until only before though yet")
    add(.sameAgain, "another that")
    return roles
  }()
}
