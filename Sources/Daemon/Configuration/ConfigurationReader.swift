import JSONText
import Spooling

/// Reads configuration files one after the other, and remembers where each value comes from.
///
/// The syntax is systemd's: `[Section]`, `Key=value`, comments after `#` or `;` at the start of a line, a backslash at
/// the end of one that goes on. An empty value sets a key back, and empties a list; a list is added to otherwise.
struct ConfigurationReader {
  /// What comes of the files so far.
  private(set) var configuration = Configuration()
  /// Where the value of a key stands, by section and name; those of a list in the order of their words.
  private(set) var origins: [[String]: [String]] = [:]
  private(set) var mistakes: [ConfigurationError.Mistake] = []

  /// Reads a file; what is wrong with it is among the mistakes then.
  mutating func read(contentsOf path: String) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try readWholeFile(path)
    } catch {
      return complain(path, "it cannot be read: \(error)")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]  // of UTF-8, by editors of Windows
    guard let text = String(utf8: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes) else {
      return complain(path, "it is not UTF-8")
    }
    read(text, from: path)
  }

  mutating func read(_ text: String, from path: String) {
    var section: String?
    var begun: (text: String, line: Int)?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.trimmingSpaces
      // A comment in the middle of a line that goes on is passed over, as systemd does.
      if line.hasPrefix("#") || line.hasPrefix(";") { continue }
      let place = "\(path):\((begun?.line ?? index) + 1)"
      let whole = (begun.map { $0.text + " " } ?? "") + line
      if whole.hasSuffix("\\"), index + 1 < lines.count {
        begun = (String(whole.dropLast()), begun?.line ?? index)
        continue
      }
      begun = nil
      read(line: whole[...].trimmingSpaces, at: place, section: &section)
    }
  }

  private mutating func read(line: Substring, at place: String, section: inout String?) {
    if line.isEmpty { return }
    if line.hasPrefix("[") && line.hasSuffix("]") {
      let name = String(line.dropFirst().dropLast())
      if !Configuration.sections.contains(name) {
        let known = Configuration.sections.map { "[\($0)]" }.joined(separator: " ")
        complain(place, "unknown section [\(name)]; there are \(known)")
      }
      section = name
      return
    }
    guard let equals = line.firstIndex(of: "=") else {
      return complain(place, "neither [Section] nor Key=value; write a comment after #")
    }
    guard let section else {
      return complain(place, "a key before the first section; begin with [Spool]")
    }
    // One mistake is enough for a section that is none.
    guard Configuration.sections.contains(section) else { return }
    set(
      String(line[..<equals].trimmingSpaces), to: String(line[line.index(after: equals)...].trimmingSpaces),
      in: section, at: place)
  }

  private mutating func set(_ name: String, to value: String, in section: String, at place: String) {
    guard let key = Configuration.keys.first(where: { $0.section == section && $0.name == name }) else {
      return complain(place, "unknown key \(name)= in [\(section)]\(Self.hint(for: name, in: section))")
    }
    if value.isEmpty {
      key.reset(&configuration)
      origins[[section, name]] = [place]
    } else if key.read(value, &configuration) {
      let added = key.isList ? origins[[section, name]] ?? ["default"] : []
      origins[[section, name]] = added + [place]
    } else {
      complain(place, "\(name)=\(value) is not allowed; give \(key.allowed)")
    }
  }

  /// Which key may be meant, where one is near.
  private static func hint(for name: String, in section: String) -> String {
    func distance(_ key: ConfigurationKey) -> (Int, Int) {
      (key.name.lowercased().distance(to: name.lowercased()), key.section == section ? 0 : 1)
    }
    guard let nearest = Configuration.keys.min(by: { distance($0) < distance($1) }) else { return "" }
    if distance(nearest).0 <= max(2, name.count / 2) {
      return "; did you mean \(nearest.name)= in [\(nearest.section)]?"
    }
    let known = Configuration.keys.filter { $0.section == section }.map { "\($0.name)=" }
    return "; there are \(known.joined(separator: " "))"
  }

  mutating func complain(_ place: String, _ text: String) {
    // A line of the file goes to a terminal and to the journal.
    mistakes.append(
      .init(place: Escaping.printable(Array(place.utf8)), text: Escaping.printable(Array(text.utf8))))
  }

  /// The configuration, if nothing is wrong with it.
  func result() throws(ConfigurationError) -> Configuration {
    if mistakes.isEmpty { return configuration }
    throw ConfigurationError(mistakes: mistakes)
  }

  /// The configuration in its own syntax, the origin of each value in a comment above it.
  var text: String {
    Configuration.sections.map { section in
      let keys = Configuration.keys.filter { $0.section == section }
      return "[\(section)]\n" + keys.map(line).joined()
    }.joined(separator: "\n")
  }

  private func line(of key: ConfigurationKey) -> String {
    let value = key.print(configuration)
    let origin = origins[[key.section, key.name]]
    if value.isEmpty && origin == nil { return "" }
    // Read back, the words of a list would be added to those that are there.
    let emptied = key.isList && origin != nil && !value.isEmpty ? "\(key.name)=\n" : ""
    return "# \(origin?.joined(separator: ", ") ?? "default")\n\(emptied)\(key.name)=\(value)\n"
  }
}

extension Configuration {
  /// The sections in the order of the shipped file.
  static let sections: [String] = keys.reduce(into: []) {
    if !$0.contains($1.section) { $0.append($1.section) }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    let start = drop(while: isSpace)
    return start.lastIndex { !isSpace($0) }.map { start[...$0] } ?? start.prefix(0)
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
