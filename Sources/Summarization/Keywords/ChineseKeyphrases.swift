import Normalization

/// The keyphrases of a Chinese text, in which nothing parts the words: what comes again and again in changing company is a word.
///
/// Source of the idea: Feng, Chen, Deng, Zheng, "Accessor variety criteria for Chinese word extraction", Computational Linguistics 30
/// (2004).
struct ChineseKeyphrases {
  /// Two to six letters in a row.
  private struct Candidate {
    /// Where it stands first, in bytes.
    var range: Range<Int>
    var count = 1
    var isInHeadline: Bool
    /// Whether it is a name, which is a phrase whatever stands beside it.
    var isName = false
    /// The letters on both sides of the first time, and whether others came later.
    var before: UInt32
    var after: UInt32
    var variesBefore = false
    var variesAfter = false
    var score = 0.0
  }

  private let bytes: [UInt8]
  private let headlineEnd: Int
  private let names: UnspacedNames
  private var candidates = HashTable<Candidate>(capacity: 4096)
  private static let limit = 32 << 10
  private static let lengths = 2...6

  init(_ article: Article) {
    var bytes = Array((article.headline ?? "").utf8.prefix(1024))
    bytes.append(0x0A)
    headlineEnd = bytes.count
    for paragraph in article.body where bytes.count + paragraph.text.utf8.count < Self.limit {
      bytes.append(contentsOf: paragraph.text.utf8)
      bytes.append(0x0A)
    }
    self.bytes = bytes
    names = UnspacedNames(in: bytes, .chinese, changesScript: false)
    var letters: [(value: UInt32, start: Int)] = []
    var offset = 0
    var known = names.names.filter { $0.kind != .place }[...]
    while offset < bytes.count {
      if let name = known.first, name.range.lowerBound <= offset {
        count(letters)
        letters.removeAll(keepingCapacity: true)
        add(name.range)
        known.removeFirst()
        offset = name.range.upperBound
        continue
      }
      let scalar = DecodedScalar(in: bytes.span, at: offset)
      let isWord = (0x4E00...0x9FFF).contains(scalar.value) && !Self.functionLetters.contains(scalar.value)
      if isWord {
        letters.append((scalar.value, offset))
      } else {
        count(letters)
        letters.removeAll(keepingCapacity: true)
      }
      offset += scalar.length
    }
  }

  /// Letters that hardly ever stand inside of a noun.
  private static let functionLetters = Set(
    "的了是和与與及或也都就而但被把这這那们們将將于於其之称稱说說很她他它你我您着著".unicodeScalars.map(\.value))

  /// Counts what stands in a row of letters.
  private mutating func count(_ letters: [(value: UInt32, start: Int)]) {
    for first in letters.indices {
      var hash = WordHash()
      for last in first..<min(first + Self.lengths.upperBound, letters.count) {
        hash.add(letters[last].value)
        guard Self.lengths.contains(last - first + 1) else { continue }
        let before = first > 0 ? letters[first - 1].value : 0
        let after = last + 1 < letters.count ? letters[last + 1].value : 0
        let start = letters[first].start
        let known = candidates.count
        let place = candidates.place(
          of: hash.value,
          orNew: Candidate(
            range: start..<letters[last].start + 3, isInHeadline: start < headlineEnd, before: before,
            after: after))
        guard place < known else { continue }
        candidates[place: place].count += 1
        // The end of a clause is company of its own each time.
        if before == 0 || before != candidates[place: place].before {
          candidates[place: place].variesBefore = true
        }
        if after == 0 || after != candidates[place: place].after {
          candidates[place: place].variesAfter = true
        }
      }
    }
  }

  /// Counts a name of somebody or of an organisation.
  private mutating func add(_ name: Range<Int>) {
    let known = candidates.count
    let place = candidates.place(
      of: WordHash(bytes.span, name).value,
      orNew: Candidate(
        range: name, isInHeadline: name.lowerBound < headlineEnd, isName: true, before: 0, after: 0))
    if place < known { candidates[place: place].count += 1 }
  }

  /// The best phrases, and who and what is named.
  func keywords() -> Keywords {
    Keywords(
      keyphrases: best(Keywords.maximumKeyphrases), mentions: names.mentions(in: bytes))
  }

  /// The best phrases, the best first, none of them a part of another.
  private func best(_ limit: Int) -> [String] {
    let words = candidates.entries.filter {
      $0.value.count >= ($0.value.isInHeadline || $0.value.isName ? 2 : 3)
        && ($0.value.isName || $0.value.variesBefore && $0.value.variesAfter)
        && Self.common[WordHash(value: $0.key)] == nil
    }.map(\.value)
    var ranked: [Candidate] = []
    for var candidate in words {
      // How often it stands by itself: Frantzi, Ananiadou, Mima, "Automatic recognition of multi-word terms" (2000).
      let inside = words.lazy.filter {
        $0.range.count > candidate.range.count && holds($0.range, candidate.range)
      }
      let count = candidate.count - (inside.map(\.count).max() ?? 0)
      guard count >= 2 else { continue }
      let place = Double(max(0, candidate.range.lowerBound - headlineEnd)) / 3
      var score = Double(count) / (Double(count) + 2) * (1 + 1 / (1 + place / 80))
      score *= 1 + Double(min(candidate.range.count / 3, 5) - 2) * 0.25
      if candidate.isInHeadline { score *= 1.8 }
      candidate.score = (score * 10_000).rounded() / 10_000
      ranked.append(candidate)
    }
    ranked.sort {
      ($1.score, $0.range.lowerBound, $0.range.count) < ($0.score, $1.range.lowerBound, $1.range.count)
    }
    var chosen: [String] = []
    for candidate in ranked where chosen.count < limit {
      let text = String(decoding: bytes[candidate.range], as: UTF8.self)
      if !chosen.contains(where: { $0.contains(text) || text.contains($0) }) { chosen.append(text) }
    }
    return chosen
  }

  /// Whether one phrase stands in another.
  private func holds(_ long: Range<Int>, _ short: Range<Int>) -> Bool {
    stride(from: long.lowerBound, through: long.upperBound - short.count, by: 3).contains {
      bytes[$0..<$0 + short.count].elementsEqual(bytes[short])
    }
  }

  /// What comes again and again in any text.
  private static let common = WordMap(
    """
    我们 他们 我們 他們 可以 已经 已經 没有 沒有 表示 进行 進行 以及 因为 因為 所以 如果 问题 問題 目前 今年 去年 今天 昨天 记者 記者 报道 報導
    时间 時間 工作 一个 一個 这个 這個 通过 通過 相关 相關 成为 成為 需要 可能 认为 認為 对于 對於 由于 由於 同时 同時 其中 方面 情况 情況 开始 開始
    继续 繼續 不是 就是 也是 还是 還是 不会 不會 自己 什么 什麼 日电 日電 图片 圖片 资料 資料 编辑 編輯 来源 來源 责任 責任 指出 方式 包括 根据 根據
    """)
}
