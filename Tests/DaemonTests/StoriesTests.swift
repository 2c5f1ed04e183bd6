import Spooling
import Summarization
import Testing

@testable import Daemon

/// Which earlier result a new one resembles.
@Suite struct StoriesTests {
  /// A fingerprint that agrees with that of no other seed in more than what chance brings.
  private func fingerprint(_ seed: Int, shingles: UInt16 = 500) -> Fingerprint {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var samples = SIMD64<UInt8>()
    for bin in 0..<64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      samples[bin] = UInt8(state >> 40 & 0xFF) % 255 + 1
    }
    return Fingerprint(samples: samples, shingleCount: shingles)
  }

  /// The fingerprint of a body that has about that share of its bins in common.
  private func edited(_ fingerprint: Fingerprint, seed: Int, bins: Int) -> Fingerprint {
    let other = self.fingerprint(seed)
    var samples = fingerprint.samples
    for bin in 0..<bins { samples[bin * 7 % 64] = other.samples[bin * 7 % 64] }
    return Fingerprint(samples: samples, shingleCount: fingerprint.shingleCount)
  }

  private func id(_ number: Int) -> ClaimID { ClaimID(number: UInt128(number)) }

  @Test func `the name of a claim is its number, and the other way round`() {
    let largest = ClaimID(number: .max)
    #expect(largest.text == "7zzzzzzzzzzzzzzzzzzzzzzzzz")
    #expect(largest.number == .max)
    #expect(id(33).text == "00000000000000000000000011")
  }

  @Test func `a result is found again among ten thousand, changed as it is, and no other`() {
    var index = StoryIndex(limit: 20_000)
    for number in 0..<10_000 { index.insert(fingerprint(number), of: id(number), story: id(number)) }
    for number in stride(from: 0, to: 10_000, by: 97) {
      let changed = edited(fingerprint(number), seed: number + 50_000, bins: 20)
      let similar = index.similar(to: changed, of: id(99_999), minimum: 0.5)
      #expect(similar?.id == id(number))
      #expect(index.similar(to: fingerprint(number + 60_000), of: id(99_999), minimum: 0.3) == nil)
    }
  }

  @Test func `what is older than the limit is forgotten, and no more than that`() {
    var index = StoryIndex(limit: 1000)
    for number in 0..<5000 {
      index.insert(fingerprint(number), of: id(number), story: id(number))
      #expect(index.count <= 1000)
    }
    #expect(index.similar(to: fingerprint(10), of: id(9999), minimum: 0.5) == nil)
    for number in 4500..<5000 {
      #expect(index.similar(to: fingerprint(number), of: id(9999), minimum: 0.5)?.id == id(number))
    }
  }

  @Test func `a result that is to be forgotten is found no more, and the others are`() {
    var index = StoryIndex(limit: 20)
    for number in 0..<15 { index.insert(fingerprint(number), of: id(number), story: id(number)) }
    index.remove([id(3).number, id(12).number, id(77).number])
    for number in 0..<15 {
      let similar = index.similar(to: fingerprint(number), of: id(99), minimum: 0.3)
      #expect(similar?.id == ([3, 12].contains(number) ? nil : id(number)))
    }
  }

  @Test func `of equals the latest is named, and an earlier try of the same claim never`() {
    var index = StoryIndex(limit: 100)
    let text = fingerprint(1)
    for number in [5, 6, 7] { index.insert(text, of: id(number), story: id(5)) }
    let similar = index.similar(to: text, of: id(7), minimum: 0.5)
    #expect(similar == SimilarResult(id: id(6), share: 1, story: id(5)))
  }

  @Test func `a thousand copies of one page cost no more than the latest of them`() {
    var index = StoryIndex(limit: 10_000)
    for number in 0..<5000 { index.insert(fingerprint(1), of: id(number), story: id(0)) }
    #expect(index.similar(to: fingerprint(1), of: id(9999), minimum: 0.5)?.id == id(4999))
  }

  @Test func `updates of updates are of one story`() {
    var stories = Stories(Stories.Settings())
    stories.know(StoryIndex(limit: 100))
    let first = fingerprint(1)
    let second = edited(first, seed: 2, bins: 24)
    let third = edited(second, seed: 3, bins: 24)
    #expect(stories.add(first, of: id(1)) == nil)
    #expect(stories.add(fingerprint(7), of: id(9)) == nil)
    #expect(stories.add(second, of: id(2))?.id == id(1))
    let similar = stories.add(third, of: id(3))
    #expect(similar?.id == id(2) && similar?.story == id(1))
  }

  @Test func `less than the setting asks for is no resemblance`() {
    var stories = Stories(Stories.Settings(share: 90))
    stories.know(StoryIndex(limit: 100))
    _ = stories.add(fingerprint(1), of: id(1))
    #expect(stories.add(edited(fingerprint(1), seed: 2, bins: 24), of: id(2)) == nil)
  }

  @Test func `nothing is remembered where the setting says so, and nobody waits`() {
    var stories = Stories(Stories.Settings(limit: 0))
    #expect(!stories.isWaitingForHistory)
    stories.know(nil)
    #expect(stories.add(fingerprint(1), of: id(1)) == nil)
    #expect(stories.add(fingerprint(1), of: id(2)) == nil)
  }

  @Test func `nothing is told before the history is read`() {
    var stories = Stories(Stories.Settings())
    #expect(stories.isWaitingForHistory)
    #expect(stories.add(fingerprint(1), of: id(1)) == nil)
    stories.know(StoryIndex(limit: 10))
    #expect(!stories.isWaitingForHistory)
  }
}
