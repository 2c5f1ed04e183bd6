/// What the program is called by.
public enum Program {
  /// Its version, which the package carries too.
  public static let version = "0.1.0"
}
