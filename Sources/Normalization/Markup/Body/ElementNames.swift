/// What the class, id, role and item property of an element say of it.
struct ElementHints: OptionSet, Sendable {
  let rawValue: UInt16

  /// Something that surrounds articles: navigation, advertisements, comments.
  static let furniture = ElementHints(rawValue: 1 << 0)
  /// Something that surrounds articles and is often as long as one: comments, legal notices.
  static let longFurniture = ElementHints(rawValue: 1 << 1)
  /// The byline, the date and other lines about the article.
  static let metadata = ElementHints(rawValue: 1 << 2)
  /// The standfirst.
  static let standfirst = ElementHints(rawValue: 1 << 3)
  /// A caption or a credit.
  static let caption = ElementHints(rawValue: 1 << 4)
  /// The text of the article, by its item property.
  static let articleBody = ElementHints(rawValue: 1 << 5)
  /// The text of the article, by its class or id.
  static let articleText = ElementHints(rawValue: 1 << 6)
  /// The main part of the page.
  static let mainContent = ElementHints(rawValue: 1 << 7)
  /// Not shown.
  static let hidden = ElementHints(rawValue: 1 << 8)
  /// Set with the line breaks of its source.
  static let preformatted = ElementHints(rawValue: 1 << 9)
  /// An inline element that is set as a block.
  static let block = ElementHints(rawValue: 1 << 10)
  /// Shown to screen readers alone.
  static let unseen = ElementHints(rawValue: 1 << 11)
  /// A byline or the name of an author.
  static let author = ElementHints(rawValue: 1 << 12)
  /// A date.
  static let date = ElementHints(rawValue: 1 << 13)
  /// A headline.
  static let headline = ElementHints(rawValue: 1 << 14)
  /// A line over the headline.
  static let kicker = ElementHints(rawValue: 1 << 15)
  /// What is said of the element around an article's text.
  static let ofFrames: ElementHints = [.articleBody, .articleText, .mainContent]
}

/// The words that classes and ids are made of, and what each says.
enum ElementNames {
  /// One word's part in a name.
  struct Parts: OptionSet {
    let rawValue: UInt16
    static let furniture = Parts(rawValue: 1 << 0)
    static let longFurniture = Parts(rawValue: 1 << 1)
    static let metadata = Parts(rawValue: 1 << 2)
    static let standfirst = Parts(rawValue: 1 << 3)
    static let caption = Parts(rawValue: 1 << 4)
    /// "article", "story": half of "article-body".
    static let article = Parts(rawValue: 1 << 5)
    /// "body", "content": the other half.
    static let body = Parts(rawValue: 1 << 6)
    static let main = Parts(rawValue: 1 << 7)
    /// Words that turn a furniture word into the name of the page's frame: "has-sidebar".
    static let modifier = Parts(rawValue: 1 << 8)
    /// "img", "photo": half of "img-desc".
    static let picture = Parts(rawValue: 1 << 9)
    static let screen = Parts(rawValue: 1 << 10)
    static let unseen = Parts(rawValue: 1 << 11)
    static let author = Parts(rawValue: 1 << 12)
    static let date = Parts(rawValue: 1 << 13)
    static let headline = Parts(rawValue: 1 << 14)
    static let kicker = Parts(rawValue: 1 << 15)
  }

  /// What a class or an id says, as its words are told apart by marks and humps.
  static func hints(in name: Span<UInt8>) -> ElementHints {
    var hints: ElementHints = []
    var all: Parts = []
    var previousWord: Parts = []
    var hash: UInt32 = offsetBasis
    var length = 0
    var isAfterSmall = false
    var isAfterDigit = false
    var isEntry = false
    let words = words
    func endWord() {
      guard length > 0 else { return }
      // Letters behind a digit are of a number that a program made up: "sc-f98b1ad2-0".
      let parts = isAfterDigit ? [] : words[hash]
      if parts.contains(.body), previousWord.contains(.article) { hints.insert(.articleText) }
      if previousWord.contains(.picture), hash == descName || hash == descriptionName {
        hints.insert(.caption)
      }
      if parts.isEmpty, hash == entryName { isEntry = true }
      if parts.contains(.unseen), !parts.contains(.screen) || previousWord.contains(.screen) {
        hints.insert(.unseen)
      }
      all.formUnion(parts)
      previousWord = parts
      hash = offsetBasis
      length = 0
      isAfterDigit = false
    }
    func endName() {
      endWord()
      // What stands in a byline's wrapper is the byline.
      if all.contains(.author) { hints.insert(.author) }
      if all.contains(.date) { hints.insert(.date) }
      if all.contains(.headline) { hints.insert(.headline) }
      if all.contains(.kicker) { hints.insert(.kicker) }
      if !all.contains(.modifier) {
        if all.contains(.furniture) { hints.insert(.furniture) }
        if all.contains(.longFurniture) { hints.insert(.longFurniture) }
        if all.contains(.metadata) { hints.insert(.metadata) }
        if all.contains(.standfirst) { hints.insert(.standfirst) }
        if all.contains(.caption) { hints.insert(.caption) }
        if all.contains(.main) { hints.insert(.mainContent) }
      }
      all = []
      previousWord = []
    }
    var offset = 0
    while offset < name.count {
      let byte = name[offset]
      let isCapital = byte &- 0x41 < 26
      if isCapital && isAfterSmall { endWord() }
      isAfterSmall = byte &- 0x61 < 26
      if isCapital || isAfterSmall {
        hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619
        length &+= 1
        offset &+= 1
        // Most letters are small ones behind another.
        while offset < name.count, name[offset] &- 0x61 < 26 {
          hash = (hash ^ UInt32(name[offset])) &* 16_777_619
          length &+= 1
          offset &+= 1
          isAfterSmall = true
        }
      } else {
        endWord()
        isAfterDigit = byte &- 0x30 < 10
        if byte <= 0x20 { endName() }
        offset &+= 1
      }
    }
    endName()
    // The other names of an entry are its tags and categories: "hentry tag-city category-politics author-jane-doe".
    return isEntry ? hints.intersection([.articleText, .mainContent]) : hints
  }

  private static let entryName = hash(of: "hentry")
  private static let descName = hash(of: "desc")
  private static let descriptionName = hash(of: "description")

  private static func hash(of word: String) -> UInt32 {
    word.utf8.reduce(offsetBasis) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  private static let offsetBasis: UInt32 = 2_166_136_261

  private static let vocabulary: [(Parts, String)] = [
    (
      .furniture,
      """
      share sharing shares sharebar social socials facebook twitter whatsapp related relateds recommend recommended recommendation
      recommendations recirc recirculation newsletter newsletters subscribe subscription subscriptions signup signin
      promo promos promotion promoted advert adverts advertisement advertising advertise ad ads adv adslot adunit adbox
      dfp gpt banner sponsor sponsored outbrain taboola zergnet revcontent sidebar aside widget widgets nav navi
      navigation navbar menu menus breadcrumb breadcrumbs crumbs tags tag taglist topics pagination pager popup modal
      overlay lightbox paywall regwall toolbar tools trending popular mostread mostviewed login register skip print
      rating ratings player jumplink masthead ticker carousel slideshow readmore teaser teasers more next previous prev
      footer foot topbar donate donation membership offer offers shop cta inread readalso
      playlist infobox factbox faktaboks rollover popover tooltip hovercard dropdown flyout buttons button icon icons jobs weather horoscope poll survey quiz feedback toc tinlienquan tinlienquanv
      """
    ),
    (
      .longFurniture,
      """
      comment comments disqus commenting commentlist replies cookie cookies consent gdpr privacy legal disclaimer
      copyright terms
      """
    ),
    (
      .metadata,
      """
      byline bylines author authors authorname bio biography dateline pubdate timestamp date datetime published updated meta metadata
      kicker eyebrow readingtime
      """
    ),
    (
      .standfirst,
      """
      standfirst dek deck subtitle subheadline subhead teasertext excerpt chapo abstract
      perex ingress manchet bajada vorspann entradilla copete preamble sapo catenaccio sottotitolo
      """
    ),
    (
      .caption,
      """
      caption captions figcaption credit credits photocredit copyrightholder imagecaption bildunterschrift bildtext bildlegende
      didascalia cutline legenda popisek legende leyenda onderschrift bijschrift billedtekst bildetekst kuvateksti
      """
    ),
    (.article, "article story entry post news content page detail text single blog body main"),
    (.body, "body content text copy main detail inner container html richtext paragraphs"),
    (.main, "main article story post entry"),
    (
      .author,
      """
      byline bylines author authors authorname authornames autor autores autoren auteur auteurs autore autori
      writer writers journalist journalists reporter columnist contributor contributors creator fn verfasser
      skribent toimittaja kirjoittaja forfatter redakteur redacteur yazar muhabir penulis firma firmas szerzo szerzok username writername
      """
    ),
    (
      .date,
      """
      date dates datetime published pubdate timestamp dateline publishdate postdate posttime time datum fecha
      erstellt tarih updated publish
      """
    ),
    (.picture, "img image photo picture pic foto bild"),
    (.screen, "screen reader sr only"),
    (.unseen, "only sronly reader screenreader visually visuallyhidden invisible assistive"),
    (.headline, "headline headlines title titles hed heading titulo titel titre titolo"),
    (
      .kicker,
      "kicker eyebrow overline topline roofline dachzeile spitzmarke rubric rubrik pretitle supertitle antetitulo toptitle"
    ),
    (.modifier, "has with no without is not page body template layout wrapper container enabled"),
  ]

  /// The parts by the hashes of their words: open addressing, mostly free.
  private struct WordParts {
    private static let mask = 2047
    private var hashes = [UInt32](repeating: 0, count: mask + 1)
    private var parts = [Parts](repeating: [], count: mask + 1)

    subscript(hash: UInt32) -> Parts {
      var place = Int(hash) & Self.mask
      while hashes[place] != hash, hashes[place] != 0 { place = (place + 1) & Self.mask }
      return parts[place]
    }

    mutating func insert(_ part: Parts, for hash: UInt32) {
      var place = Int(hash) & Self.mask
      while hashes[place] != hash, hashes[place] != 0 { place = (place + 1) & Self.mask }
      hashes[place] = hash
      parts[place].formUnion(part)
    }
  }

  private static let words: WordParts = {
    var words = WordParts()
    for (parts, list) in vocabulary {
      for word in list.split(whereSeparator: { $0.isWhitespace }) {
        words.insert(parts, for: hash(of: String(word)))
      }
    }
    return words
  }()
}

/// What classes and ids say, by their hash.
struct HintsByName {
  private static let size = 512
  private var hashes = [UInt64](repeating: 0, count: size)
  private var hints = [ElementHints](repeating: [], count: size)

  /// What a class or an id says.
  mutating func hints(in name: Span<UInt8>) -> ElementHints {
    let hash = textHash(name)
    let place = Int(hash >> 55)
    if hashes[place] != hash {
      hashes[place] = hash
      hints[place] = ElementNames.hints(in: name)
    }
    return hints[place]
  }
}
