import Testing

@testable import Summarization

/// The words of a text, as they stand in the vocabulary.
private func words(_ text: String) -> [String] {
  var vocabulary = Vocabulary()
  let utf8 = Array(text.utf8)
  let words = SentenceWords(of: 0..<utf8.count, in: utf8.span, vocabulary: &vocabulary)
  return words.ids.map { String(decoding: vocabulary.bytes[vocabulary.range(of: $0)], as: UTF8.self) }
}

/// How many distinct terms a text has that say something.
private func termCount(_ text: String, language: String) -> Int {
  var vocabulary = Vocabulary()
  let utf8 = Array(text.utf8)
  _ = SentenceWords(of: 0..<utf8.count, in: utf8.span, vocabulary: &vocabulary)
  var stems = StemCache()
  return Terms(of: vocabulary, language: language, stems: &stems).isContent.count(where: \.self)
}

@Test(arguments: [
  ("The ferry's 3 crews, don't stop!", ["the", "ferry's", "3", "crews", "don't", "stop"]),
  ("l’été ÉTAIT Œuvre", ["l’été", "était", "œuvre"]),
  ("ГОРОД Ёлка Ўзбек", ["город", "ёлка", "ўзбек"]),
  ("ΑΘΗΝΑ Ώρα", ["αθηνα", "ώρα"]),
  ("İstanbul IŞIK ŁÓDŹ Đà", ["istanbul", "işik", "łódź", "đà"]),
  ("東京で3人", ["東", "京", "で", "3", "人"]),
  ("'quoted' rock-n-roll", ["quoted", "rock", "n", "roll"]),
  ("e\u{301}te\u{301} \u{301} 𐐀𝟗", ["e\u{301}te\u{301}", "𐐀𝟗"]),
  ("… — !", []),
])
func `words are runs of letters and digits in lower case`(text: String, expected: [String]) {
  #expect(words(text) == expected)
}

@Test(arguments: [
  ("en", "ferry ferries sailing sailed sails", 2),
  ("de", "Häuser Haus Hauses", 1),
  ("ru", "города город городу", 1),
  ("xx", "ferry ferries", 2),
  ("en", "the and a x He", 0),
])
func `words of one stem are one term and function words say nothing`(
  language: String, text: String, count: Int
) {
  #expect(termCount(text, language: language) == count)
}

@Test func `a vocabulary grows and still knows its words`() {
  var vocabulary = Vocabulary()
  let numbers = (0..<5_000).map { Array("w\($0)".utf8) }
  func enter(_ word: [UInt8], _ id: Int) {
    let entered = vocabulary.id(
      of: WordHash(word.span, 0..<word.count), at: 0..<word.count, in: word.span)
    #expect(entered == id)
  }
  for (id, word) in numbers.enumerated() { enter(word, id) }
  for (id, word) in numbers.enumerated() { enter(word, id) }
  #expect(vocabulary.count == numbers.count)
}

@Test func `a word that was stemmed before has the same stem again, whatever came between`() {
  // Many more words than the cache holds, so that they push each other out; one is too long for it.
  let letters = "abcdefghijklmnopqr"
  let words = letters.flatMap { a in letters.map { "m\(a)r\($0)bations" } } + ["internationalisations"]
  func stems(_ languages: [String]) -> [[WordHash]] {
    var cache = StemCache(size: 64)
    return languages.map { language in
      var vocabulary = Vocabulary()
      for word in words {
        let bytes = Array(word.utf8)
        _ = vocabulary.id(of: WordHash(word), at: 0..<bytes.count, in: bytes.span)
      }
      var found: [WordHash] = []
      cache.eachWord(of: vocabulary, language: language) { found.append($0.stem) }
      return found
    }
  }
  let several = stems(["en", "de", "en", "en", "xx"])
  let isSame = several[0] == several[2] && several[0] == several[3] && several[1] == stems(["de"])[0]
  #expect(isSame)
  #expect(several[0][0] != several[1][0])
  #expect(several[4].elementsEqual(words.map { WordHash($0) }))
}
