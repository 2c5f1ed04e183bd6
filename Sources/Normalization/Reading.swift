/// What a dropped file holds: one article, or several.
public struct Reading: Sendable, Equatable {
  /// The articles in the order of the file; at least one.
  public var articles: [Article]
  /// Whether the file is one of several articles: a mailbox, a feed. Each of them then has its ``Source/number``.
  public var isCollection = false
  /// The parts of a collection that are no articles.
  public var rejections: [RejectedPart] = []
  /// What a collection calls itself.
  public var title: String?

  /// How many articles a file may have at most.
  public static let maximumCount = 1000

  /// A part of a collection that is no article.
  public struct RejectedPart: Sendable, Equatable {
    /// Its place among the parts of the file, from 1.
    public var number: Int
    /// What it calls itself.
    public var title: String?
    /// Why it is none.
    public var error: NormalizationError
  }

  /// The reading of a file with these articles, of which there is at least one.
  public init(articles: [Article]) {
    self.articles = articles
  }

  /// Reads the parts of a file, each for itself.
  ///
  /// - Parameters:
  ///   - parts: At least one; where it is the only one, the file is no collection.
  ///   - read: Reads a part, whose number is `nil` where it is the only one.
  ///   - title: What a part that is no article calls itself.
  /// - Throws: ``NormalizationError/tooManyArticles(count:)``, or what is wrong with the first part where none is an article.
  init<Part>(
    of parts: [Part], _ read: (Part, Int?) throws(NormalizationError) -> Article, title: (Part) -> String?
  ) throws(NormalizationError) {
    guard parts.count <= Self.maximumCount else { throw .tooManyArticles(count: parts.count) }
    articles = []
    isCollection = parts.count > 1
    for (index, part) in parts.enumerated() {
      do throws(NormalizationError) {
        articles.append(try read(part, isCollection ? index + 1 : nil))
      } catch {
        rejections.append(RejectedPart(number: index + 1, title: title(part), error: error))
      }
    }
    guard articles.isEmpty else { return }
    guard isCollection, case .notAnArticle(let seen)? = rejections.first?.error else {
      throw rejections.first?.error ?? .empty
    }
    throw .notAnArticle(seen: "\(parts.count) parts, the first of which is \(seen)")
  }
}
