import JSONText
public import Normalization
public import Summarization

/// What a worker is told once, before its first article.
public struct WorkerOptions: Decodable, Equatable, Sendable {
  /// How long a summary may be: one of these at most is given.
  var sentences: Int?
  var words: Int?
  var characters: Int?
  var ratio: Double?
  /// Minutes east of UTC of zone names that several zones share.
  var ambiguousZones: [String: Int]
  /// Whether answers to lines list every sentence.
  var allSentences: Bool
  /// Seconds that one article may take.
  var deadline: Int
  /// Bytes of address space that the worker may use; 0 for no limit.
  var addressSpace: Int

  /// Options for a worker.
  public init(
    length: SummaryLength = .standard, ambiguousZones: [String: Int] = NormalizationOptions.shippedZones,
    allSentences: Bool = false, deadline: Int = 30, addressSpace: Int = 1 << 30
  ) {
    switch length {
    case .standard: break
    case .sentences(let count): sentences = count
    case .words(let count): words = count
    case .characters(let count): characters = count
    case .ratio(let share): ratio = share
    }
    self.ambiguousZones = ambiguousZones
    self.allSentences = allSentences
    self.deadline = deadline
    self.addressSpace = addressSpace
  }

  /// The length of summaries.
  public var length: SummaryLength {
    words.map(SummaryLength.words) ?? characters.map(SummaryLength.characters) ?? ratio.map(
      SummaryLength.ratio)
      ?? sentences.map(SummaryLength.sentences) ?? .standard
  }

  /// The options of the normaliser.
  public var normalization: NormalizationOptions {
    NormalizationOptions(ambiguousZones: ambiguousZones)
  }

  /// The options as JSON on a line.
  var json: [UInt8] {
    var json = JSONWriter(.line)
    json.object { json in
      json.member("addressSpace", addressSpace)
      json.member("allSentences", allSentences)
      json.key("ambiguousZones")
      json.object { json in
        for (zone, minutes) in ambiguousZones.sorted(by: { $0.key < $1.key }) { json.member(zone, minutes) }
      }
      json.member("characters", characters)
      json.member("deadline", deadline)
      if let ratio { json.member("ratio", ratio) }
      json.member("sentences", sentences)
      json.member("words", words)
    }
    return json.bytes
  }
}
