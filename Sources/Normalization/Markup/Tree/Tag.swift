/// The element names of HTML that mean something to the reader of articles; all others are ``other``.
enum Tag: UInt8, CaseIterable, Sendable {
  /// Text, which is no element.
  case text
  /// The document.
  case root
  case other
  case a, abbr, address, amp_img, article, aside, b, base, blockquote, body, br, button, caption, center,
    cite, code
  case col, colgroup, dd, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer,
    form
  case frame, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, label, legend,
    li, link
  case main, map, math, menu, meta, nav, noscript, object, ol, optgroup, option, p, picture, pre, q, s, script
  case section, select, small, source, span, strong, style, sub, summary, sup, svg, table, tbody, td, template
  case textarea, tfoot, th, thead, time, title, tr, u, ul, video, audio, canvas, wbr
  case ruby, rt, rp

  /// The tag of a name that was hashed letter by letter.
  init(hash: UInt32) {
    let places = Self.places
    var slot = Int(hash & Self.mask)
    while places[slot].hash != hash, places[slot].tag != .other { slot = (slot + 1) & Int(Self.mask) }
    self = places[slot].tag
  }

  /// The tag of a name.
  init(named name: String) { self.init(hash: name.utf8.reduce(Self.seed) { Self.step($0, $1) }) }

  /// The hash of a name of no letters.
  static let seed: UInt32 = 2_166_136_261

  /// Goes on with a hash by one more letter, in either case.
  @inline(__always)
  static func step(_ hash: UInt32, _ letter: UInt8) -> UInt32 {
    (hash ^ UInt32(letter.lowercased)) &* 16_777_619  // FNV-1a
  }

  /// The names in the order of the cases.
  static let names = """
    a abbr address amp-img article aside b base blockquote body br button caption center cite code col
    colgroup dd details dialog div dl dt em embed fieldset figcaption figure font footer form frame h1
    h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input label legend li link main map math menu
    meta nav noscript object ol optgroup option p picture pre q s script section select small source
    span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr
    u ul video audio canvas wbr ruby rt rp
    """

  private static let mask: UInt32 = 511

  /// The tags near the places of their hashes; who builds a collision gets an element taken for another.
  private static let places: [(hash: UInt32, tag: Tag)] = {
    var places = [(hash: UInt32, tag: Tag)](repeating: (0, .other), count: Int(mask) + 1)
    let tags = allCases.dropFirst(3)  // what comes before is no element with a name
    for (tag, name) in zip(tags, names.utf8.split { $0 <= 0x20 }) {
      let hash = name.reduce(seed) { step($0, $1) }
      var slot = Int(hash & mask)
      while places[slot].tag != .other { slot = (slot + 1) & Int(mask) }
      places[slot] = (hash, tag)
    }
    return places
  }()

  /// Elements that have no content and no end.
  var isVoid: Bool {
    switch self {
    case .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .wbr: true
    default: false
    }
  }

  /// Elements whose content is no markup.
  var isRawText: Bool {
    switch self {
    case .script, .style, .textarea, .title, .iframe: true
    default: false
    }
  }

  /// Elements that say how the characters before them are read, and the brackets around that.
  var isReading: Bool { self == .rt || self == .rp }

  /// Elements that stand on lines of their own.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl,
      .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
      .html,
      .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p, .pre, .section, .summary, .table, .tbody,
      .td,
      .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Elements that stand in lines, but whose end tag ends the blocks in them, as scripts and plug-ins leave them open:
  /// `<noscript><div></noscript>`.
  var closesBlocks: Bool {
    switch self {
    case .noscript, .button, .object, .select, .template, .svg, .math, .video, .audio, .canvas, .map: true
    default: false
    }
  }

  /// Headings.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

extension UInt8 {
  /// The byte, a capital letter of ASCII as a small one.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
