import FoundationEssentials

/// How far a hook has come in the history: the last line that it was run for, or passed over.
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

  /// Behind the last whole line of a file.
  init(atTheEndOf file: String, _ content: [UInt8]) {
    self.init(file: file, offset: 0)
    let newline = UInt8(ascii: "\n")
    guard let end = content.lastIndex(of: newline) else { return }
    let start = content[..<end].lastIndex(of: newline).map { $0 + 1 } ?? 0
    guard let line = HookLine(content[start..<end]) else { return }
    self.init(file: file, offset: end + 1, id: line.id, time: line.time)
  }

  /// Where the next line begins in the file as it is now, which may have lost lines since.
  ///
  /// Behind the last line by its claim; where that is gone, at the first one that is not older, so that a line may come
  /// twice and none is left out.
  ///
  /// - Parameter content: The file from its beginning.
  func position(in content: [UInt8]) -> Int {
    if offset == 0 { return 0 }
    let newline = UInt8(ascii: "\n")
    if offset <= content.count, content[offset - 1] == newline {
      let start = content[..<(offset - 1)].lastIndex(of: newline).map { $0 + 1 } ?? 0
      if HookLine(content[start..<(offset - 1)])?.id == id { return offset }
    }
    var firstNewer: Int?
    var start = 0
    while let end = content[start...].firstIndex(of: newline) {
      if let line = HookLine(content[start..<end]) {
        if line.id == id { return end + 1 }
        if firstNewer == nil, line.time >= time { firstNewer = start }
      }
      start = end + 1
    }
    return firstNewer ?? start
  }
}

/// A line of the history, as far as a hook needs it.
struct HookLine: Equatable {
  private struct Members: Decodable {
    var time: String
    var id: String
    var name: String
    var nameBytes: String?
    var section: String?
    var state: String
    var outputs: [String]
    var reason: String?
  }

  /// The line without its newline.
  let bytes: [UInt8]
  let time: String
  let id: String
  let state: String
  /// Section and name.
  let file: [UInt8]
  /// The result that comes last, as a path below the spool's root.
  let output: String?
  let reason: String?

  /// Reads a line; `nil` where it is none.
  init?(_ line: ArraySlice<UInt8>) {
    guard let members = try? JSONDecoder().decode(Members.self, from: Data(line)) else { return nil }
    bytes = Array(line)
    time = members.time
    id = members.id
    state = members.state
    let name =
      members.nameBytes.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? Array(members.name.utf8)
    file = (members.section.map { Array($0.utf8) + [UInt8(ascii: "/")] } ?? []) + name
    output = state == "failed" ? nil : members.outputs.last
    reason = members.reason
  }

  /// Whether there is anything that a hook would be run for.
  var isNews: Bool { state != "duplicate" }

  /// What a hook finds in its environment.
  func environment(root: String) -> [[UInt8]] {
    func variable(_ name: String, _ value: [UInt8]) -> [UInt8] {
      Array("NUTGRAF_\(name)=".utf8) + value.filter { $0 != 0 }
    }
    var variables = [
      variable("STATE", Array(state.utf8)), variable("ID", Array(id.utf8)), variable("FILE", file),
    ]
    if let output { variables.append(variable("OUTPUT", Array("\(root)/\(output)".utf8))) }
    if let reason { variables.append(variable("REASON", Array(reason.utf8))) }
    return variables
  }
}
