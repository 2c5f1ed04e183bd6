import Glibc

extension Spool {
  /// Puts a file of that name into `.state/` in place of the one before, readable by the spool's group.
  ///
  /// A reader sees the old one or the new one whole. Nothing depends on the file, so it is not made durable.
  public func replaceStateFile(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let state = try root.folder(FileName(trusted: ".state"))
    let part = FileName(trusted: ".\(name).part")
    try state.remove(part)
    try state.create(part, mode: 0o640).write(bytes)
    try state.replace(FileName(trusted: name), with: part)
  }

  /// Writes a line into a file of `.state/`, in the place of the one that is there.
  ///
  /// A file that has its block on the disk needs no other one for that, so that a full disk can be told of. A reader that
  /// comes meanwhile may see a mixture of both lines.
  public func overwriteStateFile(_ name: String, with line: [UInt8]) throws(SystemError) {
    let state = try root.folder(FileName(trusted: ".state"))
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let file = try File(opening: FileName(trusted: name), in: state, flags: flags, mode: 0o640)
    try file.write(line + [UInt8(ascii: "\n")])
    let descriptor = file.descriptor
    try checked("ftruncate", "\(state.path)/\(name)") { ftruncate(descriptor, line.count + 1) }
  }
}
