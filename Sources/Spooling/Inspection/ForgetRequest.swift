import Glibc

/// What a service that runs is asked to forget: names for life of drops, and SHA-256 of their bytes.
///
/// A request lies in `.state/forget/` as empty files, `WORD,REQUEST,COUNT` each, so that nobody has to read what somebody
/// else wrote there. Once there are as many as their names say, the service forgets their words and removes them; that is
/// the answer.
public struct ForgetRequest: Sendable {
  /// The names for life and the digests.
  public let words: Set<String>
  let names: [FileName]

  /// Those of the words that are names for life.
  public var ids: [ClaimID] { words.compactMap { ClaimID(Array($0.utf8)) } }

  /// For how long a request may be laid down; one that is not whole then is one that was cut off, and answered as it is.
  private static let patience: Int64 = 10_000_000_000

  /// A request of its own for those words.
  init(_ words: Set<String>) {
    self.words = words
    let request = ClaimID.minted().text
    names = words.map { FileName(trusted: "\($0),\(request),\(words.count)") }
  }

  /// Everything that is asked for in a folder.
  fileprivate init(in folder: Folder) throws(SystemError) {
    var requests: [String: [FileName]] = [:]
    for name in try folder.names() {
      let parts = name.bytes.split(separator: UInt8(ascii: ","), maxSplits: 1)
      requests[String(decoding: parts.last ?? [], as: UTF8.self), default: []].append(name)
    }
    var whole: [FileName] = []
    for (request, names) in requests {
      if names.count == request.split(separator: ",").last.flatMap({ Int($0) }) {
        whole += names
      } else if let name = names.first, let status = try folder.status(of: name),
        Int64(UTC.secondsSince1970) * 1_000_000_000 - status.modified > Self.patience
      {
        whole += names
      }
    }
    names = whole
    words = Set(whole.map { String(decoding: $0.bytes.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self) })
  }
}

extension Spool {
  /// The folder of the requests, made where it is missing.
  func forgetFolder() throws(SystemError) -> Folder {
    try root.folder(FileName(trusted: ".state")).folder(FileName(trusted: "forget"), making: 0o750)
  }

  /// What the service is asked to forget; `nil` where nothing is asked.
  public func forgetRequest() throws(SystemError) -> ForgetRequest? {
    let request = try ForgetRequest(in: try forgetFolder())
    return request.names.isEmpty ? nil : request
  }

  /// Tells who asked that it is done.
  public func answer(_ request: ForgetRequest) throws(SystemError) {
    let folder = try forgetFolder()
    for name in request.names { try folder.remove(name) }
  }
}

extension SpoolView {
  /// Lays a request before the service; a service of a version that takes none gets none.
  ///
  /// - Returns: `nil` where there is no folder for it.
  func ask(toForget words: Set<String>) throws(SystemError) -> ForgetRequest? {
    let request = ForgetRequest(words)
    do throws(SystemError) {
      let folder = try state("forget")
      for name in request.names { _ = try folder.create(name, mode: 0o640) }
    } catch let error where error.code == ENOENT {
      return nil
    }
    return request
  }

  /// Whether the service has not answered yet.
  func isOpen(_ request: ForgetRequest) throws(SystemError) -> Bool {
    let folder = try state("forget")
    for name in request.names where try folder.status(of: name) != nil { return true }
    return false
  }

  /// Takes a request back that nobody is there to answer.
  func withdraw(_ request: ForgetRequest) throws(SystemError) {
    let folder = try state("forget")
    for name in request.names { try folder.remove(name) }
  }
}
