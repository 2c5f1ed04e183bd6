import CStemmer

/// A Snowball stemmer of libstemmer: takes the endings off words.
///
/// The C object belongs to this value alone and dies with it.
@safe struct Stemmer: ~Copyable {
  private let stemmer: OpaquePointer
  /// Words of so many bytes or fewer stay as they are.
  private let longestWhole: Int

  /// The stemmer of the language with this primary subtag; nil where there is none.
  ///
  /// English takes Porter's first algorithm and leaves words of three letters alone, as the program did with which the
  /// weights of the ranker were learnt.
  init?(language: String) {
    let algorithm =
      switch language {
      case "en": "porter"
      case "nb", "nn": "no"
      default: language
      }
    guard let stemmer = unsafe sb_stemmer_new(algorithm, "UTF_8") else { return nil }
    unsafe self.stemmer = stemmer
    longestWhole = language == "en" ? 3 : 0
  }

  deinit {
    unsafe sb_stemmer_delete(stemmer)
  }

  /// Calls a function with the stem of a word in lower case.
  func stem(_ word: Span<UInt8>, _ body: (Span<UInt8>) -> WordHash) -> WordHash {
    unsafe word.withUnsafeBufferPointer { bytes in
      // The stem lies in the stemmer's own memory until the next call; it is used before that.
      guard bytes.count > longestWhole, bytes.count < 256,
        let stem = unsafe sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count))
      else { return body(word) }
      return unsafe body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))).span)
    }
  }
}
