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

  /// The tag whose name stands in a part of the source, in either case.
  init(named range: Range<Int>, in source: [UInt8]) {
    var hash: UInt32 = 2_166_136_261  // FNV-1a
    for place in range { hash = (hash ^ UInt32(source[place].lowercased)) &* 16_777_619 }
    let candidate = Self.tagsByHash[Int((hash ^ (hash >> 15)) & UInt32(Self.tableSize - 1))]
    let name = Self.names[Int(candidate.rawValue)]
    let isIt = name.count == range.count && zip(name, source[range]).allSatisfy { $0 == $1.lowercased }
    self = isIt && !name.isEmpty ? candidate : .other
  }

  private static let names: [[UInt8]] = allCases.map { tag in
    switch tag {
    case .text, .root, .other: []
    case .amp_img: Array("amp-img".utf8)
    default: Array(String(describing: tag).utf8)
    }
  }

  private static let tableSize = 1 << 14

  /// The tags at the places of their hashes, which differ for all of them.
  private static let tagsByHash: [Tag] = {
    var table = [Tag](repeating: .other, count: tableSize)
    for tag in allCases {
      let name = names[Int(tag.rawValue)]
      if name.isEmpty { continue }
      let hash = name.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
      let place = Int((hash ^ (hash >> 15)) & UInt32(tableSize - 1))
      precondition(table[place] == .other, "two names share a place; enlarge the table")
      table[place] = tag
    }
    return table
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
