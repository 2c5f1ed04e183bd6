import CNettle

/// Digests of byte strings, in lower-case hexadecimal.
public enum Digest {
  /// SHA-256, 64 digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var running = Running()
    running.update(bytes)
    return running.hexadecimal
  }

  /// A SHA-256 that comes in pieces.
  struct Running {
    private var context = sha256_ctx()

    init() { unsafe nettle_sha256_init(&context) }

    mutating func update(_ bytes: [UInt8]) { unsafe nettle_sha256_update(&context, bytes.count, bytes) }

    /// The digest, 64 digits; begins anew.
    var hexadecimal: String {
      mutating get {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe nettle_sha256_digest(&context, digest.count, &digest)
        return Digest.hexadecimal(digest)
      }
    }
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    return unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { room in
      // Two places for each byte.
      for (place, byte) in bytes.enumerated() {
        unsafe room[2 * place] = digit(byte >> 4)
        unsafe room[2 * place + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }
}
