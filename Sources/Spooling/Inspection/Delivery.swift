import Glibc

extension SpoolView {
  /// Delivers a file into the inbox: whole, durable, and under its name by rename, so that the service takes it at once.
  ///
  /// - Throws: EEXIST where a file of that name waits there already.
  public func deliver(_ bytes: [UInt8], to path: InboxPath) throws(SystemError) {
    let folder = try inboxSection(path.section)
    guard try folder.status(of: path.name) == nil else {
      throw SystemError("rename", "\(folder.path)/\(path.name)", code: EEXIST)
    }
    try folder.deliver(bytes, as: path.name)
  }
}

extension Folder {
  /// Writes a file under a name that is ignored, makes it durable, and gives it its name then.
  func deliver(_ bytes: [UInt8], as name: FileName) throws(SystemError) {
    // Ignored twice over, as a hidden file and by its ending.
    let part = FileName(trusted: ".\(ClaimID.minted().text).part")
    do throws(SystemError) {
      let file = try create(part, mode: 0o640)
      let descriptor = file.descriptor
      // Whatever the umask: the group of the inbox is the service's way to the file.
      try checked("chmod", "\(path)/\(part)") { fchmod(descriptor, 0o640) }
      try file.write(bytes)
      try file.sync()
      try move(part, to: self, as: name)
      try sync()
    } catch {
      try? remove(part)
      throw error
    }
  }
}
