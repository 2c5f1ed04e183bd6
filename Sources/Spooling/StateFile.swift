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
}
