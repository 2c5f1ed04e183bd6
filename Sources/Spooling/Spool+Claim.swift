import FoundationEssentials
import Glibc
import JSONText

/// What the reading of a claimed file came to.
public enum Reading: Sendable {
  /// It is read whole.
  case content(Content)
  /// It can be no article.
  case rejected(Rejection)
  /// Somebody is still writing: read it again, as that claim, when it is quiet.
  case unsettled(Claim)
  /// Somebody took it out of the service's own folder.
  case gone
}

/// The bytes of a claimed file, and what it was like when they were read.
public struct Content: Sendable {
  /// What is kept of a file once its bytes are on their way.
  public struct Stamp: Sendable {
    /// SHA-256 in hexadecimal; `nil` while a large file is not read yet.
    public var sha256: String?
    /// The size in bytes.
    public var byteCount: Int { status.size }
    let status: FileStatus
  }

  /// The whole file; `nil` where it is so large that it is read by a ``ClaimReader`` when its turn comes.
  public let bytes: [UInt8]?
  /// What is kept of it.
  public var stamp: Stamp

  /// The largest file that is held in memory, in bytes.
  public static let memoryLimit = 64 << 10
}

extension Spool {
  /// Claims a file of the inbox.
  ///
  /// The file moves into `work/`, where nobody but the service has access, and is looked at there: whatever is
  /// swapped under its name before, what is opened is what was claimed, and only if it is a regular file.
  ///
  /// - Parameters:
  ///   - look: What is to be claimed; `nil` for anything.
  ///   - mustBeReadable: Whether a file that may not be read stays in the inbox, where its owner can mend that.
  /// - Returns: `nil` where nothing stands under the name, since its producer took it back, or not what was looked at.
  /// - Throws: EACCES where the file must be readable and is not.
  public func claim(
    _ path: InboxPath, asOf look: Look? = nil, mustBeReadable: Bool = true
  ) throws(SystemError) -> Claim? {
    do throws(SystemError) {
      let folder = try inbox.folder(at: path.section)
      guard let status = try folder.status(of: path.name), !status.isDirectory else { return nil }
      if let look, !status.isUnwritten(since: look.status) { return nil }
      // Where it was opened before, and is the same to the last bit of its mode, it may still be.
      let isReadable = look.map { $0.isReadable && $0.status == status } ?? false
      if status.isRegular && mustBeReadable && !isReadable { try folder.checkReadable(path.name) }
      var claim = try claim(path, in: folder)
      claim.status = look?.status
      return claim
    } catch let error where [ENOENT, ENOTDIR].contains(error.code) && !error.concernsAll {
      return nil
    }
  }

  /// Whether a section is there, and no file can be taken out of it.
  public func isClosed(_ section: [FileName]) -> Bool {
    do throws(SystemError) {
      try inbox.folder(at: section).checkWritable()
      return false
    } catch {
      return ![ENOENT, ENOTDIR, ELOOP].contains(error.code)
    }
  }

  private func claim(_ path: InboxPath, in folder: Folder) throws(SystemError) -> Claim {
    let claim = Claim(id: .minted(), path: path)
    do throws(SystemError) {
      if claim.isPathLong { try writeDurably(path.bytes, as: claim.id.pathFile) }
      do throws(SystemError) {
        try folder.move(path.name, to: work, as: claim.workName(.claimed))
      } catch let error where [EACCES, EPERM, ENOENT].contains(error.code) {
        // Is it the service's own folder that is gone, or not to be written to?
        try SystemError.ofSpool { () throws(SystemError) in
          try work.checkWritable()
          if error.code == ENOENT, try folder.status(of: path.name) != nil { throw error }
        }
        try folder.checkTakable()
        throw error
      }
    } catch {
      // Nothing was claimed, and the name would be nobody's; what cannot be removed now, the next start removes.
      if claim.isPathLong { try? work.remove(claim.id.pathFile) }
      throw error
    }
    return claim
  }

  /// Reads a claimed file, if it is not large.
  public func read(_ claim: Claim) throws(SystemError) -> Reading { try read(claim, mark: .claimed) }

  func read(_ claim: Claim, mark: WorkName.Mark) throws(SystemError) -> Reading {
    let name = claim.workName(mark)
    guard let status = try work.status(of: name) else { return .gone }
    var unsettled: Reading {
      var claim = claim
      claim.status = status
      return .unsettled(claim)
    }
    // Written to, or another file, after the last look.
    if mark == .claimed, let claimed = claim.status, !status.isUnwritten(since: claimed) { return unsettled }
    guard status.isRegular else { return .rejected(.notRegular(status)) }
    guard status.size <= maximumSize else {
      return .rejected(.tooLarge(status.size, limit: maximumSize))
    }
    let file: File
    do throws(SystemError) {
      file = try work.open(name)
    } catch let error where error.code == EACCES {
      return .rejected(.unreadable(status))
    }
    if mark == .claimed, file.isFreeOfWriters == false { return unsettled }
    var stamp = Content.Stamp(sha256: nil, status: status)
    if status.size > Content.memoryLimit {
      guard try file.status() == status else { return unsettled }
      return .content(Content(bytes: nil, stamp: stamp))
    }
    let bytes = try file.readAll(expecting: status.size)
    guard bytes.count == status.size, try file.status() == status else { return unsettled }
    stamp.sha256 = Digest.sha256(bytes)
    return .content(Content(bytes: bytes, stamp: stamp))
  }

  /// Opens a claimed file to be read piece by piece; `nil` where it is not what it was.
  public func reader(of claim: Claim, _ stamp: Content.Stamp) throws(SystemError) -> ClaimReader? {
    try reader(of: claim, mark: .claimed, stamp)
  }

  private func reader(
    of claim: Claim, mark: WorkName.Mark, _ stamp: Content.Stamp
  ) throws(SystemError) -> ClaimReader? {
    let file = try work.open(claim.workName(mark))
    return try file.status() == stamp.status ? ClaimReader(file, stamp.status) : nil
  }

  /// Reads a large file to its end for its SHA-256, which takes seconds; `nil` where it is not what it was.
  public func digest(of claim: Claim, _ stamp: Content.Stamp) throws(SystemError) -> String? {
    try digest(of: claim, mark: .claimed, stamp)
  }

  func digest(of claim: Claim, mark: WorkName.Mark, _ stamp: Content.Stamp) throws(SystemError) -> String? {
    guard let reader = try reader(of: claim, mark: mark, stamp) else { return nil }
    while let piece = try reader.next(), !piece.isEmpty {}
    return reader.sha256
  }

  /// Whether a claimed file is what it was, so that what was read of it in pieces belongs together.
  public func isUnchanged(_ claim: Claim, since stamp: Content.Stamp) throws(SystemError) -> Bool {
    try work.status(of: claim.workName(.claimed)) == stamp.status
  }

  /// Writes down how many workers died of a claim, so that a restart remembers it.
  public func recordDeaths(of claim: Claim) throws(SystemError) {
    try writeDurably(RetryRecord(claim).json(.line), as: claim.id.retryFile)
  }

  /// Writes down when a claim is tried again, and why, so that a restart remembers it.
  ///
  /// - Parameters:
  ///   - claim: With its tries counted.
  ///   - time: In seconds since 1970.
  public func recordRetry(of claim: Claim, at time: Int, after error: SystemError) throws(SystemError) {
    let isListed = history.listed.contains(claim.id.text)
    // Decided meanwhile, it is tried no more, or but to be retired.
    if !isListed, try work.status(of: claim.workName(.claimed)) == nil { return }
    var record = RetryRecord(claim)
    record.listed = isListed ? true : nil
    record.next = UTC(secondsSince1970: time).text
    record.nextTime = time
    record.error = error.description
    try writeDurably(record.json(.line), as: claim.id.retryFile)
  }

  /// A claim that an earlier run left, with what it knew of earlier tries.
  func claim(_ id: ClaimID, on path: InboxPath) throws(SystemError) -> Claim {
    var claim = Claim(id: id, path: path)
    if let note = try work.contents(of: id.sourceFile) {
      claim.source = try? JSONDecoder().decode(SourceStamp.self, from: Data(note))
    }
    guard let bytes = try work.contents(of: id.retryFile) else { return claim }
    claim.isRetried = true
    guard let record = try? JSONDecoder().decode(RetryRecord.self, from: Data(bytes)) else { return claim }
    claim.take(record)
    if record.listed == true { history.listed.insert(id.text) }
    return claim
  }

  /// Writes a small file of `work/` whole or not at all.
  func writeDurably(_ bytes: [UInt8], as name: FileName) throws(SystemError) {
    let part = FileName(trusted: "\(name).part")
    try work.remove(part)
    do throws(SystemError) {
      try work.write(bytes, as: part, mode: 0o640)
      try work.replace(name, with: part)
    } catch {
      try? work.remove(part)
      throw error
    }
    try work.sync()
  }
}

extension Folder {
  /// Throws, and says who can mend that, where nothing may be taken out of a folder of the inbox.
  fileprivate func checkTakable() throws(SystemError) {
    do throws(SystemError) {
      try checkWritable()
    } catch {
      var error = error
      error.isOfFolder = true
      if let owner = try? status().owner {
        error.mend = "the folder is user \(owner)'s, who lets the service take files out of it by chmod g+w"
      }
      throw error
    }
  }

  /// Throws EACCES where the file may not be read.
  func checkReadable(_ name: FileName) throws(SystemError) {
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
