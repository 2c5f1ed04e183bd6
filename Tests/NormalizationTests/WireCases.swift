import Foundation

/// Cases that others wrote, where the corpora lie beside the project: `../shared/corpus/wire/<family>/expected.json`.
enum WireCases {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/corpus/wire")

  /// Whether the corpora are there.
  static let exist = FileManager.default.fileExists(atPath: folder.path())

  /// The cases of a family by name.
  static func cases<Case: Decodable>(_ family: String, as type: Case.Type) throws -> [String: Case] {
    let data = try Data(contentsOf: folder.appending(path: "\(family)/expected.json"))
    return try JSONDecoder().decode([String: Case].self, from: data)
  }

  /// The bytes of a case's file.
  static func bytes(_ family: String, _ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "\(family)/files/\(name)")))
  }
}
