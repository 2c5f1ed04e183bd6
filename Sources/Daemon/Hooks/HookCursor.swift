import FoundationEssentials
import Spooling

/// How far a hook has come in each month of the history: where a clock was set back, an older one goes on.
struct HookCursors: Codable, Equatable {
  private(set) var months: [HookCursor] = []

  init() {}

  /// Reads what a hook has saved; `nil` for anything else.
  init?(_ bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(HookCursors.self, from: Data(bytes)) else { return nil }
    self = read
  }

  var json: [UInt8] {
    guard let data = try? JSONEncoder().encode(self) else {
      preconditionFailure("strings and numbers encode")
    }
    return Array(data)
  }

  /// How far it has come in a month.
  subscript(file: String) -> HookCursor? { months.first { $0.file == file } }

  /// It has come so far in a month.
  mutating func move(to cursor: HookCursor) {
    months.removeAll { $0.file == cursor.file }
    months.append(cursor)
  }

  /// Other months are gone.
  mutating func keep(_ files: [String]) { months.removeAll { !files.contains($0.file) } }
}

/// How far a hook has come in a month: the last line that it was run for, or passed over.
struct HookCursor: Codable, Equatable {
  /// The file of the month.
  var file: String
  /// Where the next line begins.
  var offset: Int
  /// The claim of the last line; empty before the first.
  var id = ""
  /// Its time.
  var time = ""

  init(file: String, offset: Int, id: String = "", time: String = "") {
    self.file = file
    self.offset = offset
    self.id = id
    self.time = time
  }

  /// Reads the one cursor of all months that a hook kept until it had one for each; `nil` for anything else.
  init?(_ bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(HookCursor.self, from: Data(bytes)) else { return nil }
    self = read
  }

  /// Behind the last whole line of a file.
  init(atTheEndOf file: String, _ lines: inout HistoryLines) throws(SystemError) {
    self.init(file: file, offset: 0)
    var end = 0
    while let line = try lines.line(at: end) { end = line.end }
    var place = end
    // Lines of stories that were removed tell of no claim.
    while let line = try lines.line(before: place) {
      if let entry = HookLine(line)?.entry {
        self.init(file: file, offset: place, id: entry.id, time: entry.time)
        return
      }
      place -= line.count + 1
    }
  }

  /// Where the next line begins in the file as it is now, which may have lost lines since.
  ///
  /// Behind the last line by its claim; where that is gone, at the first one that is not older, so that a line may come
  /// twice and none is left out.
  func position(in lines: inout HistoryLines) throws(SystemError) -> Int {
    if offset == 0 { return 0 }
    if let line = try lines.line(before: offset), HookLine(line)?.entry.id == id { return offset }
    var firstNewer: Int?
    var place = 0
    while let (bytes, end) = try lines.line(at: place) {
      if let line = HookLine(bytes)?.entry {
        if line.id == id { return end }
        if firstNewer == nil, line.time >= time { firstNewer = place }
      }
      place = end
    }
    return firstNewer ?? place
  }
}

/// A line of the history, as a hook is told of it.
struct HookLine: Equatable {
  /// The line without its newline.
  let bytes: [UInt8]
  let entry: HistoryEntry

  /// Reads a line; `nil` where it is not whole, or tells of a story that was removed.
  init?(_ line: ArraySlice<UInt8>) {
    guard let entry = HistoryEntry(line: line) else { return nil }
    bytes = Array(line)
    self.entry = entry
  }

  /// Whether there is anything that a hook would be run for.
  var isNews: Bool { entry.state != "duplicate" }

  /// What a hook finds in its environment; the output is the result that comes last.
  func environment(root: String) -> [[UInt8]] {
    func variable(_ name: String, _ value: [UInt8]) -> [UInt8] {
      Array("NUTGRAF_\(name)=".utf8) + value.filter { $0 != 0 }
    }
    var variables = [
      variable("STATE", Array(entry.state.utf8)), variable("ID", Array(entry.id.utf8)),
      variable("FILE", entry.path.bytes),
    ]
    if entry.state != "failed", let output = entry.outputs.last {
      variables.append(variable("OUTPUT", Array("\(root)/\(output)".utf8)))
    }
    if let reason = entry.reason { variables.append(variable("REASON", Array(reason.utf8))) }
    return variables
  }
}
