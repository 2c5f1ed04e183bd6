/// Character references as HTML knows them: `&amp;`, `&#8217;`, `&#x2019;`.
enum Entities {
  /// Appends text with its references resolved.
  ///
  /// What looks like a reference and is none stays as it is.
  static func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    let span = bytes.span
    var place = 0
    while place < span.count {
      let mark = span.first(UInt8(ascii: "&"), from: place)
      if mark > place {
        text.append(span.extracting(place..<mark))
      }
      guard mark < span.count else { return }
      if let (scalar, end) = reference(in: span, at: mark) {
        text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        place = end
      } else {
        text.append(UInt8(ascii: "&"))
        place = mark + 1
      }
    }
  }

  /// Text with its references resolved.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    decode(bytes, into: &text)
    return text
  }

  private static func reference(in bytes: Span<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
    var place = start + 1
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "#") {
      place += 1
      let isHexadecimal = place < bytes.count && bytes[place].lowercased == UInt8(ascii: "x")
      if isHexadecimal { place += 1 }
      let digits = place
      var value: UInt32 = 0
      while place < bytes.count, place - digits < 8, let digit = digit(bytes[place], isHexadecimal) {
        value = value &* (isHexadecimal ? 16 : 10) &+ digit
        place += 1
      }
      guard place > digits else { return nil }
      if place < bytes.count, bytes[place] == UInt8(ascii: ";") { place += 1 }
      return (scalar(numbered: value), place)
    }
    let name = place
    var hash = WordHash.seed
    while place < bytes.count, place - name < 10, isAlphanumeric(bytes[place]) {
      hash = WordHash.step(hash, bytes[place])
      place += 1
    }
    guard place > name, let value = named[hash] else { return nil }
    if place < bytes.count, bytes[place] == UInt8(ascii: ";") {
      place += 1
    } else if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
      return nil  // an address: "?a=1&copy=2"
    }
    return (value, place)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte.lowercased {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x61...0x66 where isHexadecimal: UInt32(byte.lowercased - 0x61 + 10)
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte.lowercased)
  }

  /// The scalar of a number; those of Windows-1252's own range mean what that charset means, as in browsers.
  private static func scalar(numbered value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return windows1252[Int(value - 0x80)] }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// The scalars by the hashes of their names.
  private static let named: WordTable<Unicode.Scalar> = {
    var entries: [(UInt64, Unicode.Scalar)] = []
    entries.reserveCapacity(names.utf8.count / 8)
    var hash = WordHash.seed
    var number: UInt32?
    for byte in names.utf8 {
      if byte == UInt8(ascii: ":") {
        number = 0
      } else if byte <= 0x20 {
        if let scalar = number.flatMap(Unicode.Scalar.init) { entries.append((hash, scalar)) }
        (hash, number) = (WordHash.seed, nil)
      } else if let value = number {
        number = value << 4 | (digit(byte, true) ?? 0)
      } else {
        hash = WordHash.step(hash, byte)
      }
    }
    return WordTable(entries)
  }()

  /// The names of HTML 4 and those beyond that news pages use, with their numbers in hexadecimal.
  private static let names = """
    AElig:c6 AMP:26 Aacute:c1 Acirc:c2 Agrave:c0 Alpha:391 Aring:c5 Atilde:c3 Auml:c4 Beta:392 Ccaron:10c
    Ccedil:c7 Chi:3a7 Dagger:2021 Delta:394 ETH:d0 Eacute:c9 Ecirc:ca Egrave:c8 Epsilon:395 Eta:397 Euml:cb
    GT:3e Gamma:393 Hat:5e Iacute:cd Icirc:ce Idot:130 Igrave:cc Iota:399 Iuml:cf Kappa:39a LT:3c Lambda:39b
    Lstrok:141 Mu:39c NewLine:a Ntilde:d1 Nu:39d OElig:152 Oacute:d3 Ocirc:d4 Ograve:d2 Omega:3a9 Omicron:39f
    Oslash:d8 Otilde:d5 Ouml:d6 Phi:3a6 Pi:3a0 Prime:2033 Psi:3a8 QUOT:22 Rcaron:158 Rho:3a1 Scaron:160
    Sigma:3a3 THORN:de Tab:9 Tau:3a4 Theta:398 Uacute:da Ucirc:db Ugrave:d9 Upsilon:3a5 Uuml:dc Xi:39e
    Yacute:dd Yuml:178 Zcaron:17d Zeta:396 aacute:e1 abreve:103 acirc:e2 acute:b4 aelig:e6 agrave:e0
    alefsym:2135 alpha:3b1 amacr:101 amp:26 and:2227 ang:2220 aogon:105 apos:27 aring:e5 ast:2a asymp:2248
    atilde:e3 auml:e4 bdquo:201e beta:3b2 brvbar:a6 bsol:5c bull:2022 cacute:107 cap:2229 ccaron:10d ccedil:e7
    cedil:b8 cent:a2 check:2713 chi:3c7 circ:2c6 clubs:2663 colon:3a comma:2c commat:40 cong:2245 copy:a9
    crarr:21b5 cup:222a curren:a4 dArr:21d3 dagger:2020 darr:2193 dash:2010 deg:b0 delta:3b4 diams:2666
    divide:f7 dollar:24 eacute:e9 ecaron:11b ecirc:ea egrave:e8 empty:2205 emsp:2003 ensp:2002 eogon:119
    epsilon:3b5 equals:3d equiv:2261 eta:3b7 eth:f0 euml:eb euro:20ac excl:21 exist:2203 fnof:192 forall:2200
    frac12:bd frac14:bc frac34:be frasl:2044 gamma:3b3 gbreve:11f ge:2265 grave:60 gt:3e hArr:21d4 harr:2194
    hearts:2665 hellip:2026 horbar:2015 hyphen:2010 iacute:ed icirc:ee iexcl:a1 igrave:ec image:2111
    infin:221e inodot:131 int:222b iota:3b9 iquest:bf isin:2208 iuml:ef kappa:3ba lArr:21d0 lambda:3bb
    lang:2329 laquo:ab larr:2190 lceil:2308 lcub:7b ldquo:201c le:2264 lfloor:230a lowast:2217 lowbar:5f
    loz:25ca lpar:28 lrm:200e lsaquo:2039 lsqb:5b lsquo:2018 lstrok:142 lt:3c macr:af mdash:2014 micro:b5
    middot:b7 minus:2212 mldr:2026 mu:3bc nabla:2207 nacute:144 nbsp:a0 ndash:2013 ne:2260 ni:220b not:ac
    notin:2209 nsub:2284 ntilde:f1 nu:3bd num:23 oacute:f3 ocirc:f4 odblac:151 oelig:153 ograve:f2 oline:203e
    omega:3c9 omicron:3bf oplus:2295 or:2228 ordf:aa ordm:ba oslash:f8 otilde:f5 otimes:2297 ouml:f6 para:b6
    part:2202 percnt:25 period:2e permil:2030 perp:22a5 phi:3c6 phone:260e pi:3c0 piv:3d6 plus:2b plusmn:b1
    pound:a3 prime:2032 prod:220f prop:221d psi:3c8 quest:3f quot:22 rArr:21d2 radic:221a rang:232a raquo:bb
    rarr:2192 rcaron:159 rceil:2309 rcub:7d rdquo:201d rdquor:201d real:211c reg:ae rfloor:230b rho:3c1
    rlm:200f rpar:29 rsaquo:203a rsqb:5d rsquo:2019 rsquor:2019 sacute:15b sbquo:201a scaron:161 scedil:15f
    sdot:22c5 sect:a7 semi:3b shy:ad sigma:3c3 sigmaf:3c2 sim:223c sol:2f spades:2660 star:2606 starf:2605
    sub:2282 sube:2286 sum:2211 sup:2283 sup1:b9 sup2:b2 sup3:b3 supe:2287 szlig:df tau:3c4 tcedil:163
    there4:2234 theta:3b8 thetasym:3d1 thinsp:2009 thorn:fe tilde:2dc times:d7 trade:2122 uArr:21d1 uacute:fa
    uarr:2191 ucirc:fb udblac:171 ugrave:f9 uml:a8 upsih:3d2 upsilon:3c5 uring:16f uuml:fc verbar:7c
    weierp:2118 xi:3be yacute:fd yen:a5 yuml:ff zacute:17a zcaron:17e zdot:17c zeta:3b6 zwj:200d zwnj:200c

    """
}
