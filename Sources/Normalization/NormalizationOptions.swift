/// What the reader of an article may settle beforehand.
public struct NormalizationOptions: Sendable, Equatable {
  /// Offsets from UTC, in minutes, of zone names that several zones share; keys in upper case.
  public var ambiguousZones: [String: Int]
  /// The day against which relative dates ("3 hours ago") are read, where the request names one.
  public var referenceDate: Timestamp?

  /// The zones that the service ships with: each name's most frequent meaning in news.
  public static let shippedZones = [
    "IST": 330, "CST": -360, "BST": 60, "AST": -240, "EST": -300, "EDT": -240, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "AMT": -240, "SST": 480, "GST": 240,
  ]

  /// Options; the shipped zones and no reference date where nothing is said.
  public init(
    ambiguousZones: [String: Int] = NormalizationOptions.shippedZones, referenceDate: Timestamp? = nil
  ) {
    self.ambiguousZones = ambiguousZones
    self.referenceDate = referenceDate
  }
}

/// Why a file is no article.
///
/// Each case is final: the same bytes fail the same way.
public enum NormalizationError: Error, Equatable {
  /// No bytes, or nothing but white space.
  case empty
  /// The bytes are no text in any charset; `offset` is the place of the first byte that shows it.
  case notText(offset: Int)
  /// A format that Nutgraf knows by sight but does not read; a media type.
  case unsupportedFormat(String)
  /// Text, but no article; what was seen instead, as a clause ("only 3 short lines, no sentence").
  case notAnArticle(seen: String)
  /// A file, or a part of one, whose format is known and whose grammar is broken: the name of the format, and the line, from 1.
  case malformed(String, line: Int)
  /// A file, or a part of one, that ends in the middle; the name of the format.
  case cutOff(String)
  /// A file of more articles than ``Reading/maximumCount``; how many it has.
  case tooManyArticles(count: Int)

  /// A stable slug for programs.
  public var reason: String {
    switch self {
    case .empty: "empty"
    case .notText: "not-text"
    case .unsupportedFormat: "unsupported-format"
    case .notAnArticle: "not-an-article"
    case .malformed: "malformed"
    case .cutOff: "cut-off"
    case .tooManyArticles: "too-many-articles"
    }
  }

  /// One sentence or two for people: what is wrong and what to do.
  public var message: String {
    switch self {
    case .empty:
      "There is no text in it. Drop it again once it is complete."
    case .notText(let offset):
      "The file is not text: see the byte at offset \(offset). Save the article as plain text and drop that."
    case .unsupportedFormat(let format):
      "Files of the type \(format) are not read. \(Self.mend(of: format))"
    case .notAnArticle(let seen):
      "No article was found: \(seen). Check that the file holds the whole story and drop it again."
    case .malformed(let format, let line):
      "It is no sound \(format): see line \(line). Mend that and drop the file again."
    case .cutOff(let format):
      "It ends in the middle, as \(format) shows. Drop the file again once it is whole."
    case .tooManyArticles(let count):
      "The file holds \(count) articles, and \(Reading.maximumCount) are the most that one may. Split it and drop the parts."
    }
  }

  private static func mend(of format: String) -> String {
    switch format {
    case "application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd",
      "application/x-7z-compressed":
      "Unpack it, and drop what is in it."
    case "application/zip":
      "Unpack it and drop what is in it; of an office document, save the article as plain text."
    case "application/pdf": "Take the text out of it, with pdftotext for example, and drop that."
    default: "Save the article as plain text and drop that."
    }
  }
}
