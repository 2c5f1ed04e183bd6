/// For each sentence a list of numbers, all in one array, one list behind the other.
struct SentenceLists {
  private(set) var numbers: [Int32] = []
  private var ends: [Int] = []

  /// How many sentences there are.
  var count: Int { ends.count }

  /// Lists that need not grow before they hold so many numbers.
  init(capacity: Int) { numbers.reserveCapacity(capacity) }

  /// Adds a number to the list of the sentence at hand.
  @inline(__always)
  mutating func append(_ number: Int) { numbers.append(Int32(truncatingIfNeeded: number)) }

  /// Ends the list of the sentence at hand.
  mutating func endSentence() { ends.append(numbers.count) }

  /// Where in ``numbers`` the list of a sentence lies.
  @inline(__always)
  func range(of sentence: Int) -> Range<Int> { (sentence == 0 ? 0 : ends[sentence - 1])..<ends[sentence] }
}
