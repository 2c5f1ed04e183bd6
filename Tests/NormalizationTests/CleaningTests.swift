import Testing

@testable import Normalization

@Suite struct CleaningTests {
  @Test(arguments: [
    ("one\r\ntwo\rthree\u{85}four\u{2028}five\u{2029}six", "one\ntwo\nthree\nfour\nfive\nsix"),
    ("a\u{A0}b\u{2009}c\u{3000}d\te", "a b c d e"),
    ("so\u{AD}ft\u{200B} zero\u{FEFF}", "soft zero"),
    ("\u{202A}left\u{202C} \u{2067}right\u{2069}", "left right"),
    ("bell\u{07} and \u{1B}escape", "bell and escape"),
    ("o\u{FB03}ce", "office"),
    ("many   spaces   \nand trailing  ", "many spaces\nand trailing"),
    ("one\n\n\n\n\ntwo", "one\n\ntwo"),
    ("می\u{200C}خواهم 👩\u{200D}🚒", "می\u{200C}خواهم 👩\u{200D}🚒"),
    (" \n\t\n ", ""),
  ])
  func `characters come in one form`(given: String, expected: String) {
    #expect(String(decoding: cleaned(given.utf8.span), as: UTF8.self).drop { $0 == "\n" } == expected[...])
  }

  @Test func `an indented line keeps one space`() {
    #expect(String(decoding: cleaned("a\n     b".utf8.span), as: UTF8.self) == "a\n b")
  }
}

@Suite struct QuoteTests {
  @Test(arguments: [
    ("his ”maximum pressure” campaign", "en", "his “maximum pressure” campaign"),
    ("”No,” she said, ”never.”", "en", "“No,” she said, “never.”"),
    ("(”so called”)", "en", "(“so called”)"),
    ("the dogs’ ”new” home isn’t", "en", "the dogs’ “new” home isn’t"),
    ("hon sa ”nej” och gick", "sv", "hon sa ”nej” och gick"),
    ("Er sagte „nein“ und ging", "de", "Er sagte „nein“ und ging"),
    ("il dit « non »", "fr", "il dit « non »"),
    ("a 12” pipe and an 8” pipe", "en", "a 12” pipe and an 8” pipe"),
  ])
  func `only a closing mark that opens is turned`(given: String, language: String, expected: String) {
    #expect(withOpeningQuotes(given, language: language) == expected)
  }
}
