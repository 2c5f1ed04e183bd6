import Glibc
import Spooling

/// Which files the configuration is made of: the main file and its drop-ins, in the order in which they are read.
struct ConfigurationFiles: Equatable {
  /// Where the main file is looked for when none is named.
  static let standardPath = "/etc/nutgraf/nutgraf.conf"
  /// Where drop-ins of the standard file lie, the strongest folder first: the administrator's, those until the next
  /// boot, those of packages.
  static let standardFolders = ["/etc", "/run", "/usr/lib"].map { "\($0)/nutgraf/nutgraf.conf.d" }

  /// What is to be read; a later file outdoes an earlier one.
  let paths: [String]

  /// The files of a configuration.
  ///
  /// - Parameter path: The main file; the standard one, where it is there, if `nil`. One that is named must be there,
  ///   and its drop-ins lie in the folder `path.d`.
  init(path: String?) {
    if let path {
      self.init(main: path, folders: ["\(path).d"], names: Self.names)
    } else {
      let isThere = unsafe access(Self.standardPath, F_OK) == 0
      self.init(main: isThere ? Self.standardPath : nil, folders: Self.standardFolders, names: Self.names)
    }
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
    paths = (main.map { [$0] } ?? []) + inOrder.map(\.value)
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
  public static func effective(path: String?) throws(ConfigurationError) -> Configuration {
    try reading(path: path).result()
  }

  /// The same as text, with the origin of each value: what `nutgraf check-config` prints.
  public static func explained(path: String?) throws(ConfigurationError) -> String {
    let reader = reading(path: path)
    _ = try reader.result()
    return reader.text
  }

  private static func reading(path: String?) -> ConfigurationReader {
    var reader = ConfigurationReader()
    for path in ConfigurationFiles(path: path).paths { reader.read(contentsOf: path) }
    return reader
  }
}
