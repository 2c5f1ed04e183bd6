// Prints megabytes a CPU second of the sentence splitter, by language: see Tests/Benchmarks/sentences.
import Glibc
import Summarization

/// What is asked of every language, in megabytes a CPU second.
let least = 50.0
var megabytes = 10
var languages: [String] = []
var arguments = CommandLine.arguments.dropFirst()[...]
while let argument = arguments.popFirst() {
  if argument == "--megabytes", let number = arguments.popFirst().flatMap({ Int($0) }), number > 0 {
    megabytes = number
  } else if texts[argument] != nil {
    languages.append(argument)
  } else {
    print("usage: sentences [--megabytes N] [\(texts.keys.sorted().joined(separator: " "))]")
    _exit(64)
  }
}
if languages.isEmpty { languages = texts.keys.sorted() }

/// Paragraphs of one to six sentences in an order that looks random.
func paragraphs(of sentences: [String], bytes: Int, separator: String) -> [[UInt8]] {
  var state: UInt64 = 1
  func random(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  var paragraphs: [[UInt8]] = []
  var length = 0
  while length < bytes {
    let chosen = (0...random(below: 6)).map { _ in sentences[random(below: sentences.count)] }
    paragraphs.append(Array(chosen.joined(separator: separator).utf8))
    length += paragraphs[paragraphs.count - 1].count
  }
  return paragraphs
}

var slowest = Double.infinity
for language in languages {
  let isSpaced = language != "ja" && language != "zh"
  let text = paragraphs(
    of: texts[language] ?? [], bytes: megabytes * 1_000_000, separator: isSpaced ? " " : "")
  let splitter = SentenceSplitter(language: language)
  var found = 0
  var best = Double.infinity
  for _ in 0..<3 {
    found = 0
    let began = clock()
    for paragraph in text { found += splitter.sentences(in: paragraph.span).count }
    best = min(best, Double(clock() - began) / Double(CLOCKS_PER_SEC))
  }
  let bytes = text.reduce(0) { $0 + $1.count }
  let speed = Double(bytes) / 1e6 / best
  slowest = min(slowest, speed)
  print("\(language)  \(Int(speed)) MB a CPU second  (\(bytes) bytes, \(found) sentences, best of 3)")
}
if slowest < least {
  print("slower than \(Int(least)) MB a CPU second: \(Int(slowest))")
  _exit(1)
}
