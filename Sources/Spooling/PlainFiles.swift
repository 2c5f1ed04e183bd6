import Glibc

/// The names in a folder, as text.
public func namesInFolder(_ path: String) throws(SystemError) -> [String] {
  try Folder(path: path).names().map { String(decoding: $0.bytes, as: UTF8.self) }
}

/// Puts a file in the place of the one before, so that a power cut leaves one of the two whole.
public func replaceFileDurably(_ path: String, with bytes: [UInt8]) throws(SystemError) {
  guard let slash = path.lastIndex(of: "/") else { throw SystemError("open", path, code: ENOTDIR) }
  let folder = try Folder(path: String(path[..<slash]))
  let name = FileName(trusted: String(path[path.index(after: slash)...]))
  let part = name.appending(".part")
  try folder.remove(part)
  try folder.write(bytes, as: part, mode: 0o600)
  try folder.replace(name, with: part)
  try folder.sync()
}
