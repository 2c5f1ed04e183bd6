import Glibc
import Spooling

/// Which files the configuration is made of: the main file and its drop-ins, in the order in which they are read.
struct ConfigurationFiles: Equatable {
  /// Where the configuration lies, the strongest folder first: the administrator's, that until the next boot, that of
  /// packages.
  static let standardFolders = ["/etc", "/run", "/usr/lib"].map { "\($0)/nutgraf" }

  /// What is to be read; a later file outdoes an earlier one.
  let paths: [String]

  private init(paths: [String]) {
    self.paths = paths
  }

  /// The files of a configuration.
  ///
  /// - Parameters:
  ///   - path: The main file; the standard one, where it is there, if `nil`. One that is named must be there, and its
  ///     drop-ins lie in the folder `path.d`.
  ///   - root: The spool that it is for. Where no file is named, one that is called like a unit, `nutgraf@NAME`, has
  ///     `nutgraf@NAME.conf` read after the standard file, and drop-ins of its own.
  init(path: String?, root: String) {
    self.init(path: path, root: root, isThere: { unsafe access($0, F_OK) == 0 }, names: Self.names)
  }

  init(path: String?, root: String, isThere: (String) -> Bool, names: (String) -> [String]) {
    if let path {
      self.init(main: path, folders: ["\(path).d"], names: names)
      return
    }
    let paths = (["nutgraf"] + (Self.unit(of: root).map { [$0] } ?? [])).flatMap { name in
      let main = "\(Self.standardFolders[0])/\(name).conf"
      let folders = Self.standardFolders.map { "\($0)/\(name).conf.d" }
      return Self(main: isThere(main) ? main : nil, folders: folders, names: names).paths
    }
    self.init(paths: paths)
  }

  /// The unit `nutgraf@NAME` that a spool is called like; `nil` where it is not.
  static func unit(of root: String) -> String? {
    guard let name = root.split(separator: "/").last, name.hasPrefix("nutgraf@"), name != "nutgraf@" else {
      return nil
    }
    return String(name)
  }

  /// Puts drop-ins in order as systemd does: by their names, whatever folder they are in, and of two with one name the
  /// one in the stronger folder alone, so that a link to `/dev/null` there takes away what a package brought.
  init(main: String?, folders: [String], names: (String) -> [String]) {
    var pathOfName: [String: String] = [:]
    for folder in folders {
      for name in names(folder) where name.hasSuffix(".conf") && !name.hasPrefix(".") {
        if pathOfName[name] == nil { pathOfName[name] = "\(folder)/\(name)" }
      }
    }
    let inOrder = pathOfName.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.init(paths: (main.map { [$0] } ?? []) + inOrder.map(\.value))
  }

  private static func names(in folder: String) -> [String] {
    var names: [String] = []
    guard let listing = unsafe opendir(folder) else { return [] }
    while let entry = unsafe readdir(listing) {
      unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        // The kernel ends the name with NUL inside of the field.
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
          names.append(unsafe String(cString: $0))
        }
      }
    }
    unsafe closedir(listing)
    return names
  }
}

extension Configuration {
  /// The configuration of a run: the file that was named, else the standard one, else what the service ships with,
  /// and what drop-ins change of it.
  ///
  /// - Parameter root: The spool, which may have a file of its own.
  public static func effective(path: String?, root: String) throws(ConfigurationError) -> Configuration {
    try reading(path: path, root: root).result()
  }

  /// The same as text, with the origin of each value: what `nutgraf check-config` prints.
  public static func explained(path: String?, root: String) throws(ConfigurationError) -> String {
    let reader = reading(path: path, root: root)
    _ = try reader.result()
    return reader.text
  }

  private static func reading(path: String?, root: String) -> ConfigurationReader {
    var reader = ConfigurationReader()
    for path in ConfigurationFiles(path: path, root: root).paths { reader.read(contentsOf: path) }
    reader.checkInbox(root: root)
    return reader
  }
}
