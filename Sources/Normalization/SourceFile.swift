/// A dropped file, as the normaliser takes it: its bytes and what the spool knows about them.
public struct SourceFile: Sendable {
  /// The file's name in the inbox, as bytes; it need not be UTF-8.
  public var name: [UInt8]
  /// The subfolders of the inbox that it lay in, outermost first.
  public var section: [[UInt8]]
  /// SHA-256 of ``bytes``, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// The content.
  public var bytes: [UInt8]

  /// A file of these bytes.
  public init(name: [UInt8], section: [[UInt8]] = [], sha256: String, bytes: [UInt8]) {
    self.name = name
    self.section = section
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// Where an article came from: the part of a ``SourceFile`` that its record keeps.
public struct Source: Sendable, Equatable {
  /// The file's name, as bytes.
  public var name: [UInt8]
  /// The subfolders of the inbox, outermost first.
  public var section: [[UInt8]]
  /// SHA-256 of the file, in hexadecimal.
  public var sha256: String
  /// The size of the file in bytes.
  public var byteCount: Int
  /// The media type that was found (`text/plain`).
  public var format: String
  /// The charset that it was decoded from, in lower case (`utf-8`, `windows-1252`).
  public var charset: String
  /// Which of the file's articles it is, from 1, where the file has several; see ``Reading/isCollection``.
  public var number: Int?

  /// The origin of an article.
  public init(
    name: [UInt8], section: [[UInt8]] = [], sha256: String, byteCount: Int, format: String, charset: String
  ) {
    self.name = name
    self.section = section
    self.sha256 = sha256
    self.byteCount = byteCount
    self.format = format
    self.charset = charset
  }
}

extension Source {
  /// The origin of an article in a file.
  init(of file: borrowing SourceFile, format: String, charset: String) {
    self.init(
      name: file.name, section: file.section, sha256: file.sha256, byteCount: file.bytes.count,
      format: format, charset: charset)
  }
}
