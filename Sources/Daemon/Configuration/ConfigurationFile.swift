import Spooling

extension Configuration {
  /// Where the service looks for its configuration when none is named.
  public static let standardPath = "/etc/nutgraf/nutgraf.conf"

  /// Reads a file in systemd's syntax: `[Section]`, `Key=value`, comments after `#` or `;` at the start of a line.
  ///
  /// An empty value sets a key back, and empties a list; a list is added to otherwise.
  ///
  /// - Throws: ``ConfigurationError`` for the first mistake.
  public init(contentsOf path: String) throws(ConfigurationError) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try readWholeFile(path)
    } catch {
      throw ConfigurationError(place: path, mistake: "it cannot be read: \(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(place: path, mistake: "it is not UTF-8")
    }
    try self.init(parsing: text, from: path)
  }

  init(parsing text: String, from path: String) throws(ConfigurationError) {
    self.init()
    var section: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingSpaces
      let place = "\(path):\(index + 1)"
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(";") { continue }
      if line.hasPrefix("[") && line.hasSuffix("]") {
        let name = String(line.dropFirst().dropLast())
        guard Self.keys.contains(where: { $0.section == name }) else {
          let known = Self.keys.map(\.section).uniqued
          throw ConfigurationError(
            place: place,
            mistake: "unknown section [\(name)]; there are \(known.map { "[\($0)]" }.joined(separator: " "))")
        }
        section = name
        continue
      }
      guard let equals = line.firstIndex(of: "=") else {
        throw ConfigurationError(
          place: place, mistake: "neither [Section] nor Key=value; write a comment after #")
      }
      guard let section else {
        throw ConfigurationError(place: place, mistake: "a key before the first section; begin with [Spool]")
      }
      try set(
        String(line[..<equals].trimmingSpaces), to: String(line[line.index(after: equals)...].trimmingSpaces),
        in: section, at: place)
    }
  }

  private mutating func set(
    _ name: String, to value: String, in section: String, at place: String
  ) throws(ConfigurationError) {
    guard let key = Self.keys.first(where: { $0.section == section && $0.name == name }) else {
      let nearest = Self.keys.min { $0.name.distance(to: name) < $1.name.distance(to: name) }
      let hint = nearest.map { "; did you mean \($0.name)= in [\($0.section)]?" } ?? ""
      throw ConfigurationError(place: place, mistake: "unknown key \(name)= in [\(section)]\(hint)")
    }
    if value.isEmpty {
      key.reset(&self)
    } else if !key.read(value, &self) {
      throw ConfigurationError(place: place, mistake: "\(name)=\(value) is not allowed; give \(key.allowed)")
    }
  }

  /// The whole configuration in its own syntax, as `nutgraf check-config` prints it.
  public var text: String {
    Self.keys.map(\.section).uniqued.map { section in
      let lines = Self.keys.filter { $0.section == section }.compactMap { key in
        let value = key.print(self)
        return value.isEmpty ? nil : "\(key.name)=\(value)\n"
      }
      return "[\(section)]\n" + lines.joined()
    }.joined(separator: "\n")
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    let start = drop(while: isSpace)
    return start.lastIndex { !isSpace($0) }.map { start[...$0] } ?? start.prefix(0)
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension String {
  /// The number of letters to insert, remove or change to make the other out of this one (Levenshtein 1965).
  func distance(to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (i, letter) in self.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in other.indices {
        let change = diagonal + (letter == other[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }
}
