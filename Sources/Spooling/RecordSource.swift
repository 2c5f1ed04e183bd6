import Glibc
import JSONText

/// Which dropped file a record in the outbox is of, as far as its bytes tell without being parsed.
enum RecordSource {
  /// No record that the service writes has more bytes.
  static let sizeLimit = 64 << 20

  /// Whether a file is the record, or the contents, of a dropped file of another name.
  ///
  /// What is no record of ours is of nobody.
  static func isOther(_ json: [UInt8], than name: FileName) -> Bool {
    // The source of a record ends with its hash; no string of JSON has a line break in it, so no text of an article looks so.
    let end = ",\n      \"sha256\" : \""
    guard json[...].holds(Array(end.utf8)) else { return false }
    var member: [UInt8]
    if let bytes = name.bytes.base64UnlessUTF8 {
      member = Array("\n      \"nameBytes\" : \"\(bytes)\"".utf8)
    } else {
      var text = JSONWriter(.line)
      text.string(String(decoding: name.bytes, as: UTF8.self))
      member = Array("\n      \"name\" : ".utf8) + text.bytes
    }
    member += end.utf8
    return !json[...].holds(member)
  }
}

extension Folder {
  /// What stands under the name of a record in the outbox; `nil` where nothing does, or none of ours for its size: anybody
  /// may have put a file of any size there.
  func record(_ name: FileName) throws(SystemError) -> [UInt8]? {
    do throws(SystemError) {
      return try contents(of: name, upTo: RecordSource.sizeLimit)
    } catch let error where error.code == EFBIG {
      return nil
    }
  }
}
