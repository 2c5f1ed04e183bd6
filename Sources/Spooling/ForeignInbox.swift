import FoundationEssentials
import Glibc
import JSONText

/// An inbox that lies elsewhere: on another file system, on a server, or on a disk that cannot be written.
///
/// Nothing can be renamed out of it, so its files are copied in. The copy is made durable in `work/` with a note of the
/// source beside it, goes the route of every claim, and when its result is durable the source is removed, if it is still
/// what was copied. One that cannot be removed is written into a list of what was seen.
///
/// After a kill, a claim with a note holds its source in hand: it is not copied again, and removed when the claim ends.
public struct SourceStamp: Codable, Equatable, Sendable {
  /// The inode; the device is no part of it, since a server's has another one after each mount.
  public var inode: UInt64
  /// In bytes.
  public var size: Int
  /// When it was written to last, in nanoseconds since 1970.
  public var modified: Int64
  /// Of the bytes that were copied.
  public var sha256: String

  init(_ status: FileStatus, sha256: String) {
    (inode, size, modified) = (status.inode, status.size, status.modified)
    self.sha256 = sha256
  }

  func matches(_ status: FileStatus) -> Bool {
    inode == status.inode && size == status.size && modified == status.modified
  }
}

/// What became of a file that was to be copied in.
public enum CopyIn: Sendable {
  /// It is claimed.
  case claimed(Claim)
  /// It is gone, or somebody writes to it.
  case passed
  /// It can be no article, and stays where it is.
  case refused(Rejection)
  /// A call failed.
  case failed(SystemError)
}

extension Spool {
  /// Copies files of a foreign inbox into `work/`, durable together.
  ///
  /// The copies and the notes are made durable, then the copies are renamed to `work/ID,NAME.in`; one fsync of `work/`.
  /// Before that, all that a kill leaves is garbage.
  ///
  /// - Parameter sources: Each with what is to be copied; `nil` for anything.
  public func copyIn(_ sources: [(path: InboxPath, look: Look?)]) -> [CopyIn] {
    var results = [CopyIn](repeating: .passed, count: sources.count)
    var copies: [(place: Int, claim: Claim, files: Range<Int>)] = []
    var files: [UnsyncedFile] = []
    for (place, (path, look)) in sources.enumerated() {
      do throws(SystemError) {
        let first = files.count
        switch try copy(path, asOf: look, into: &files) {
        case .claimed(let claim): copies.append((place, claim, first..<files.count))
        case .refused(let rejection):
          results[place] = .refused(rejection)
          // Until a restart: it is told of once, and looked at again only when it is another file.
          if let status = try inbox.folder(at: path.section).status(of: path.name) {
            seen?.refuse(Self.seenKey(path, status), Refusal(path: path, rejection: rejection))
          }
        case let other: results[place] = other
        }
      } catch let error where error.code == ENOENT || error.code == ENOTDIR {
        continue
      } catch {
        results[place] = .failed(error)
      }
    }
    let failures = sync(files, noting: progress)
    for (place, claim, files) in copies {
      do throws(SystemError) {
        if let failure = files.compactMap({ failures[$0] }).first { throw failure }
        if claim.isPathLong { try writeDurably(claim.path.bytes, as: claim.id.pathFile) }
        try tmp.move(claim.id.copyFile, to: work, as: claim.workName(.claimed))
        results[place] = .claimed(claim)
      } catch {
        results[place] = .failed(error)
        discardCopy(of: claim)
      }
    }
    // Claimed, even where this fails: until it is settled the source stays, and a power cut leaves that.
    // On a descriptor of its own, for a commit must be told of what was not written.
    if !copies.isEmpty { try? work.reopened().sync() }
    return results
  }

  private func copy(
    _ path: InboxPath, asOf look: Look?, into files: inout [UnsyncedFile]
  ) throws(SystemError) -> CopyIn {
    let folder = try inbox.folder(at: path.section)
    // What was looked at may have been settled since.
    guard let seen = try folder.status(of: path.name), !isSeen(path, seen) else { return .passed }
    if let look, !seen.isUnwritten(since: look.status) { return .passed }
    guard seen.isRegular else { return .refused(.notRegular(seen)) }
    guard seen.size <= maximumSize else { return .refused(.tooLarge(seen.size, limit: maximumSize)) }
    let source = try folder.open(path.name)
    let status = try source.status()
    guard status == seen, source.isFreeOfWriters != false else { return .passed }
    let bytes = try source.readAll(expecting: status.size)
    guard bytes.count == status.size, try source.status() == status else { return .passed }

    var claim = Claim(id: .minted(), path: path)
    claim.source = SourceStamp(status, sha256: Digest.sha256(bytes))
    // A disk that is full is not kept so.
    try undoing({ discardCopy(of: claim) }) { () throws(SystemError) in
      let copy = try tmp.createAnew(claim.id.copyFile, mode: 0o640)
      try copy.write(bytes)
      let note = try work.create(claim.id.sourceFile, mode: 0o640)
      try note.write(claim.source.json(.line))
      files += [UnsyncedFile(copy), UnsyncedFile(note)]
    }
    return .claimed(claim)
  }

  private func discardCopy(of claim: Claim) {
    try? tmp.remove(claim.id.copyFile)
    try? work.remove(claim.id.sourceFile)
    try? work.remove(claim.id.pathFile)
  }

  /// Takes the sources of settled claims out of the foreign inbox, or remembers those that cannot be taken out.
  func releaseSources(of claims: [Claim]) throws(SystemError) {
    var folders: [Folder] = []
    var kept: [String] = []
    for claim in claims {
      guard let source = claim.source else { continue }
      do throws(SystemError) {
        let folder = try inbox.folder(at: claim.path.section)
        guard let status = try folder.status(of: claim.path.name), source.matches(status) else { continue }
        do throws(SystemError) {
          try folder.remove(claim.path.name)
          if folders.last?.path != folder.path { folders.append(folder) }
        } catch let error where [EROFS, EACCES, EPERM].contains(error.code) {
          kept.append(Self.seenKey(claim.path, status))
        }
      } catch let error where [ENOENT, ENOTDIR, ELOOP].contains(error.code) {
        continue
      }
    }
    // Where a server or a file system has no fsync of folders, a repeat after its power cut has the same name and bytes.
    for folder in folders { try? folder.sync() }
    try seen?.add(kept)
  }

  static func seenKey(_ path: InboxPath, _ status: FileStatus) -> String {
    Digest.sha256(
      path.bytes + Array("\n\(status.inode) \(status.size) \(status.modified)".utf8))
  }

  /// Whether a file of a foreign inbox was settled already and could not be removed.
  func isSeen(_ path: InboxPath, _ status: FileStatus) -> Bool {
    seen?.contains(Self.seenKey(path, status)) ?? false
  }
}
