/// What a scalar is, as far as it shows whether it may stand beside another in a text.
struct ScalarKind: Equatable {
  /// The part that a scalar plays.
  enum Role: UInt8 {
    /// No character, one for private use, or one of a script that no news is written in.
    case none
    case control
    case space
    case digit
    /// A mark that texts are full of: full stop, bracket, slash.
    case punctuation
    /// A quotation mark.
    case quote
    /// An apostrophe, a dash, an ellipsis: what may stand between letters.
    case joiningQuote
    /// A quotation mark at the foot of the line, which only opens.
    case lowQuote
    /// A sign that a text sets behind a word or a number now and then: `©`, `°`, `²`, `£`, an emoji.
    case sign
    /// What hardly stands in a text: `¬`, `¤`, `ˇ`, a line of a box.
    case odd
    /// A combining mark.
    case mark
    case small
    case capital
    /// A letter of a script without case.
    case letter
    /// U+FFFD.
    case lost
  }

  /// The script of a letter; scripts that stand together in texts are one.
  enum Script: UInt8 {
    case none, latin, greek, cyrillic, armenian, hebrew, arabic, indic, southeast, georgian, ethiopic, east
  }

  let role: Role
  let script: Script

  var isLetter: Bool { role == .small || role == .capital || role == .letter }

  @inline(__always)
  private init(_ role: Role, _ script: Script = .none) {
    self.role = role
    self.script = script
  }

  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self = Self.ofASCII(scalar)
    } else if scalar < 0xC0 {
      self = Self.ofLatin1(scalar)
    } else if let script = Self.script(of: scalar) {
      let cases = ScalarTable.shared.cases
      switch ScalarTable.letterCase(scalar, cases.span) {
      case 1: self.init(.capital, script)
      case 2: self.init(.small, script)
      default: self.init(.letter, script)
      }
    } else {
      self.init(Self.roleOfOther(scalar))
    }
  }

  private static func ofASCII(_ scalar: UInt32) -> Self {
    switch scalar {
    case 0x61...0x7A: Self(.small, .latin)
    case 0x41...0x5A: Self(.capital, .latin)
    case 0x30...0x39: Self(.digit)
    case 0...0x20: Self(.space)
    default: Self(.punctuation)
    }
  }

  private static func ofLatin1(_ scalar: UInt32) -> Self {
    switch scalar {
    case 0x80...0x9F: Self(.control)
    case 0xA0: Self(.space)
    case 0xAB, 0xBB: Self(.quote)
    case 0xA4, 0xA6, 0xA8, 0xAC, 0xAF, 0xB8: Self(.odd)
    case 0xAD: Self(.mark)
    default: Self(.sign)
    }
  }

  /// The script of a letter beyond Latin-1's signs; `nil` for what is no letter, or one that news does not have.
  private static func script(of scalar: UInt32) -> Script? {
    switch scalar {
    case 0xD7, 0xF7, 0x192, 0x37E, 0x387, 0x589, 0x5BE, 0x60C, 0x61B, 0x61F, 0x6D4: nil
    case 0xC0...0x24F, 0x1E00...0x1EFF, 0xFB00...0xFB06: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x45F, 0x490...0x4FF: .cyrillic
    case 0x531...0x587: .armenian
    case 0x591...0x5F4, 0xFB1D...0xFB4F: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
    case 0x900...0xDFF: .indic
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17DD: .southeast
    case 0xF00...0xFFF: .indic
    case 0x10D0...0x10FF: .georgian
    case 0x1200...0x137F: .ethiopic
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3105...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAD9, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFF9D:
      .east
    default: nil
    }
  }

  private static func roleOfOther(_ scalar: UInt32) -> Role {
    switch scalar {
    case 0x201A, 0x201E: .lowQuote
    case 0x2010...0x2015, 0x2019, 0x2026: .joiningQuote
    case 0x2016...0x201F, 0x2039, 0x203A: .quote
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFEFF:
      .mark
    case 0xD7, 0xF7, 0x2020...0x2025, 0x2027, 0x2030...0x2038, 0x20A0...0x20C0, 0x2100...0x218B: .sign
    case 0x192, 0x2B0...0x2FF, 0x203B...0x205E, 0x2190...0x2BFF: .odd
    case 0x37E, 0x387, 0x589, 0x5BE, 0x60C, 0x61B, 0x61F, 0x6D4: .punctuation
    case 0x3001...0x3030, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65,
      0xFFE0...0xFFEE:
      .punctuation
    case 0xFFFD: .lost
    case 0x1F000...0x1FAFF: .sign
    default: .none
    }
  }
}
