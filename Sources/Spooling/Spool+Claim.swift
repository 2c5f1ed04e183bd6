import FoundationEssentials
import Glibc

/// What taking or reading a file came to.
public enum Taken: Sendable {
  /// It is claimed and read.
  case content(Claim, Content)
  /// It is claimed, and can be no article.
  case rejected(Claim, Rejection)
  /// It is claimed, and somebody is still writing: read it again when it is quiet.
  case unsettled(Claim)
}

/// The bytes of a claimed file, and what it was like when they were read.
public struct Content: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// SHA-256 in hexadecimal.
  public let sha256: String
  let status: FileStatus
}

extension Spool {
  /// Takes a file out of the inbox and reads it.
  ///
  /// The file moves into `work/`, where nobody but the service has access, and is looked at there: whatever is
  /// swapped under its name before, what is opened is what was claimed, and only if it is a regular file.
  ///
  /// - Returns: `nil` where nothing stands under the name: its producer took it back.
  /// - Throws: EACCES where the file may not be read; it stays in the inbox, where its owner can mend that.
  public func take(_ path: InboxPath) throws(SystemError) -> Taken? {
    do throws(SystemError) {
      let folder = try inbox.folder(at: path.section)
      guard let status = try folder.status(of: path.name), !status.isDirectory else { return nil }
      if status.isRegular { try folder.checkReadable(path.name) }
      return try read(claim(path, in: folder))
    } catch  where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    }
  }

  /// Takes a file out of the inbox that could not be read for long enough.
  public func takeUnreadable(_ path: InboxPath) throws(SystemError) -> Taken? {
    do throws(SystemError) {
      let folder = try inbox.folder(at: path.section)
      guard let status = try folder.status(of: path.name) else { return nil }
      return .rejected(try claim(path, in: folder), .unreadable(status))
    } catch  where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    }
  }

  private func claim(_ path: InboxPath, in folder: Folder) throws(SystemError) -> Claim {
    let claim = Claim(id: .minted(), path: path)
    let workName = WorkName(claim, mark: .claimed)
    if workName.path == nil { try writeDurably(path.bytes, as: claim.id.pathFile) }
    try folder.move(path.name, to: work, as: workName.name)
    return claim
  }

  /// Reads a claimed file.
  public func read(_ claim: Claim) throws(SystemError) -> Taken {
    let name = WorkName(claim, mark: .claimed).name
    guard let status = try work.status(of: name) else {
      throw SystemError("stat", "\(work.path)/\(name)", code: ENOENT)
    }
    guard status.isRegular else { return .rejected(claim, .notRegular(status)) }
    guard status.size <= maximumSize else {
      return .rejected(claim, .tooLarge(status.size, limit: maximumSize))
    }
    let file: File
    do throws(SystemError) {
      file = try work.open(name)
    } catch  where error.code == EACCES {
      return .rejected(claim, .unreadable(status))
    }
    let bytes = try file.readAll(expecting: status.size)
    guard bytes.count == status.size, try file.status() == status else { return .unsettled(claim) }
    return .content(claim, Content(bytes: bytes, sha256: Digest.sha256(bytes), status: status))
  }

  /// Counts a worker's death against a claim, so that a restart remembers it.
  ///
  /// - Returns: The claim with one attempt more.
  public func recordAttempt(of claim: Claim, reason: String) throws(SystemError) -> Claim {
    var claim = claim
    claim.attempts += 1
    let record = Attempts(attempts: claim.attempts, reason: reason)
    try writeDurably(JSON.line(record), as: claim.id.retryFile)
    return claim
  }

  /// How often a claim was tried before a restart.
  func attempts(of id: ClaimID) throws(SystemError) -> Int {
    guard let bytes = try work.contents(of: id.retryFile) else { return 0 }
    return (try? JSONDecoder().decode(Attempts.self, from: Data(bytes)).attempts) ?? 0
  }

  /// Writes a small file of `work/` whole or not at all.
  private func writeDurably(_ bytes: [UInt8], as name: FileName) throws(SystemError) {
    let part = FileName(trusted: "\(name).part")
    try work.remove(part)
    try work.write(bytes, as: part, mode: 0o640)
    try work.replace(name, with: part)
    try work.sync()
  }
}

/// The content of `work/ID.retry`.
private struct Attempts: Codable {
  var attempts: Int
  var reason: String
}

extension Folder {
  /// Throws EACCES where the file may not be read.
  fileprivate func checkReadable(_ name: FileName) throws(SystemError) {
    try checked("access", "\(path)/\(name)") {
      unsafe name.withCString { unsafe faccessat(descriptor, $0, R_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW) }
    }
  }

  /// Writes a new file and makes its content durable.
  func write(_ bytes: [UInt8], as name: FileName, mode: mode_t) throws(SystemError) {
    let file = try create(name, mode: mode)
    try file.write(bytes)
    try file.sync()
  }
}
