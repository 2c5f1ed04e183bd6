/// Reads the articles in a dropped file.
///
/// A pure function: the same file and options give the same articles on every machine.
///
/// - Throws: ``NormalizationError`` where there is no article; it is final for these bytes.
/// - Returns: At least one article, in the order of the file, each with a non-empty body.
public func articles(
  in source: SourceFile, options: NormalizationOptions
) throws(NormalizationError) -> [Article] {
  throw .empty
}
