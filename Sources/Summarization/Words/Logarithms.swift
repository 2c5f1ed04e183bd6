import Glibc

/// Natural logarithms of whole numbers; those of small ones, which are nearly all that are asked for, are kept.
struct Logarithms: Sendable {
  static let shared = Logarithms()

  private let kept = (0..<1024).map { log(Double($0)) }

  private init() {}

  /// The logarithm of a number, which is 0 or more.
  @inline(__always)
  func callAsFunction(_ number: Int) -> Double {
    number < kept.count ? kept[number] : log(Double(number))
  }
}
