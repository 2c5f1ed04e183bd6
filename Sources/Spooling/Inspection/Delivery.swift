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
    // Ignored twice over, as a hidden file and by its ending.
    let part = FileName(trusted: ".\(ClaimID.minted().text).part")
    do throws(SystemError) {
      let file = try folder.create(part, mode: 0o640)
      let descriptor = file.descriptor
      // Whatever the umask: the group of the inbox is the service's way to the file.
      try checked("chmod", "\(folder.path)/\(part)") { fchmod(descriptor, 0o640) }
      try file.write(bytes)
      try file.sync()
      try folder.move(part, to: folder, as: path.name)
      try folder.sync()
    } catch {
      try? folder.remove(part)
      throw error
    }
  }
}
