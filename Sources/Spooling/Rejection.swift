/// Why a file goes to `failed/`: what its `NAME.reason.json` says.
public struct Rejection: Error, Equatable, Sendable {
  /// A stable slug for programs.
  public let reason: String
  /// What is wrong and what to do, in a sentence or two.
  public let message: String

  /// A rejection for that reason.
  public init(reason: String, message: String) {
    self.reason = reason
    self.message = message
  }

  static func notRegular(_ status: FileStatus) -> Rejection {
    Rejection(
      reason: "not-a-regular-file",
      message: "This is \(status.kind), and was not opened. Drop a copy of the article itself.")
  }

  static func tooLarge(_ size: Int, limit: Int) -> Rejection {
    Rejection(
      reason: "too-large",
      message: "The file has \(size) bytes, and the limit is \(limit). Drop the article alone, "
        + "or raise MaximumSize= in [Spool].")
  }

  static func unreadable(_ status: FileStatus) -> Rejection {
    Rejection(
      reason: "unreadable",
      // 65534 is whom a sandbox shows for everybody else.
      message: "The service may not read the file, which belongs to "
        + "\(status.owner == 65534 ? "another user" : "user \(status.owner)"). "
        + "Make it readable (chmod g+r) and drop it again.")
  }
}
