import FoundationEssentials
import Glibc

/// A file in `failed/`.
public struct FailedFile: Sendable {
  /// Where it lay in the inbox, and where it goes when it is tried again.
  public let path: InboxPath
  /// Its name for life, where its record tells.
  public let id: String?
  /// Why it failed, as a stable word.
  public let reason: String?
  /// Why it failed and what to do, in a sentence or two.
  public let message: String?
  /// Its size in bytes.
  public let byteCount: Int
  /// When it came there, in seconds since 1970.
  public let since: Int
  /// Where it lies, as a path below the spool's root for people.
  public let place: String

  /// The folders below `failed/` that it lies in.
  let section: [FileName]
  let name: FileName
  let recordName: FileName?
}

extension SpoolView {
  /// What lies in `failed/`, the latest first.
  public func failed() throws(SystemError) -> [FailedFile] {
    var found: [FailedFile] = []
    let folder: Folder
    do throws(SystemError) {
      folder = try self.folder("failed")
    } catch let error where error.code == ENOENT {
      return []
    }
    try collect(from: folder, section: [], into: &found)
    return found.sorted { ($1.since, $0.path.description) < ($0.since, $1.path.description) }
  }

  private func collect(
    from folder: Folder, section: [FileName], into found: inout [FailedFile]
  ) throws(SystemError) {
    var originals: Set<FileName> = []
    var sections: [FileName] = []
    for name in try folder.names() {
      guard let status = try folder.status(of: name) else { continue }
      if status.isDirectory { sections.append(name) } else { originals.insert(name) }
    }
    let ending = Array(".\(ReasonRecord.ending)".utf8)
    for name in originals where name.bytes.reversed().starts(with: ending.reversed()) {
      guard let bytes = try? folder.contents(of: name, upTo: 64 << 10),
        let record = try? JSONDecoder().decode(Reason.self, from: Data(bytes)),
        let path = InboxPath(record.section, record.name, record.nameBytes)
      else { continue }
      // Which of the two names the original has, the record's own name tells.
      let plain = path.name.appending(".\(ReasonRecord.ending)")
      let original = name == plain ? path.name : path.name.appending("~\(record.id)")
      guard original != name, let status = try folder.status(of: original) else { continue }
      originals.remove(original)
      originals.remove(name)
      let since = try folder.status(of: name)?.modified ?? 0
      found.append(
        FailedFile(
          path: path, id: record.id, reason: record.reason, message: record.message,
          byteCount: status.size, since: Int(since / 1_000_000_000),
          place: placed("failed", section, original), section: section, name: original, recordName: name))
    }
    for name in originals {
      guard let status = try folder.status(of: name) else { continue }
      found.append(
        FailedFile(
          path: InboxPath(section: section, name: name), id: nil, reason: nil, message: nil,
          byteCount: status.size,
          since: Int(status.modified / 1_000_000_000), place: placed("failed", section, name),
          section: section, name: name, recordName: nil))
    }
    // The folder of a page's pictures is no section.
    for name in sections where !IgnoreList.isPageFolder(name) {
      guard let folder = try? folder.folder(name) else { continue }
      try collect(from: folder, section: section + [name], into: &found)
    }
  }

  /// Puts a failed file back into the inbox, and takes its record away.
  ///
  /// The file moves first: a kill between the two leaves a record that nobody needs, and the record keeps its name
  /// from a file that fails meanwhile, so that what is removed is never another one's.
  ///
  /// - Throws: EEXIST where a file of that name waits in the inbox already, ENOTEMPTY where a folder stands in the way of its
  ///   own, ENOENT where it is gone.
  public func retry(_ file: FailedFile) throws(SystemError) {
    let folder = try self.folder("failed").folder(at: file.section)
    let target = try inboxSection(file.path.section)
    try moveWithPageFolders(file.name, of: file.path.name, from: folder, to: target)
    if let record = file.recordName { try folder.remove(record) }
  }

  /// Moves an original back, and the folder that a browser saved with it before it.
  ///
  /// - Throws: EEXIST where a file of that name waits already, ENOTEMPTY where a folder stands in the way of its own.
  func moveWithPageFolders(
    _ name: FileName, of newName: FileName, from folder: Folder, to target: Folder
  ) throws(SystemError) {
    guard try target.status(of: newName) == nil else {
      throw SystemError("rename", "\(target.path)/\(newName)", code: EEXIST)
    }
    for pictures in IgnoreList.pageFolders(of: newName) {
      // The folder of a page that went aside went aside as well, or had no other one in its way.
      let isAside = name.isAside(of: newName)
      let aside = FileName(made: pictures.bytes + name.bytes.suffix(27))
      for place in isAside ? [aside, pictures] : [pictures]
      where (try? folder.status(of: place))??.isDirectory == true {
        if place == pictures, isAside, try folder.status(of: newName) != nil { continue }
        do throws(SystemError) {
          try folder.move(place, to: target, as: pictures)
        } catch let error where error.code == EEXIST {
          throw SystemError("rename", "\(target.path)/\(pictures)", code: ENOTEMPTY)
        } catch {}  // the page goes without it
        break
      }
    }
    do throws(SystemError) {
      try folder.move(name, to: target, as: newName)
    } catch let error where error.code == EXDEV {
      // A foreign inbox: the copy is durable there before the original goes here.
      guard let bytes = try folder.contents(of: name) else { throw error }
      try target.deliver(bytes, as: newName)
      try folder.remove(name)
    }
  }

  /// The folder of a section in the inbox, made where it is missing.
  func inboxSection(_ section: [FileName]) throws(SystemError) -> Folder {
    var folder = try inbox()
    for name in section { folder = try folder.folder(name, making: 0o2770) }
    return folder
  }

  /// A place below the root for people.
  func placed(_ place: String, _ section: [FileName], _ name: FileName) -> String {
    "\(place)/\(InboxPath(section: section, name: name))"
  }

  /// What a reader takes from `NAME.reason.json`.
  private struct Reason: Decodable {
    var id: String
    var name: String
    var nameBytes: String?
    var section: String?
    var reason: String
    var message: String
  }
}
