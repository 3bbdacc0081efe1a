/// Brings the names of firms to a form in which the same firm reads the same.
///
/// Full-width becomes half-width, letters lower case, blanks, brackets and punctuation go, and so
/// do the suffixes that say only the legal form.
///
/// ```swift
/// normaliser.normalise("北京 长征（航天）有限公司")  // "北京长征航天"
/// ```
/// - Source: CU14.
public struct NameNormaliser: Hashable, Sendable {
  /// Normalised themselves, longest first.
  private let suffixes: [[Unicode.Scalar]]

  public init(suffixes: [String]) {
    self.suffixes = suffixes.map(Self.plain).filter { !$0.isEmpty }
      .sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
  }

  /// The comparable form; a name that is nothing but a suffix stays as it is.
  /// - Complexity: O(length × suffixes).
  public func normalise(_ name: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars(name))
    return String(view)
  }

  /// A 64-bit fingerprint of ``normalise(_:)``, the same on every machine and in every run; nil for
  /// a name with nothing to compare.
  func fingerprint(_ name: String) -> UInt64? {
    let scalars = scalars(name)
    return scalars.isEmpty ? nil : Fingerprint.of(scalars.lazy.map(\.value))
  }

  private func scalars(_ name: String) -> [Unicode.Scalar] {
    var scalars = Self.plain(name)
    while let suffix = suffixes.first(where: { scalars.hasSuffix($0) }),
      suffix.count < scalars.count
    {
      scalars.removeLast(suffix.count)
    }
    return scalars
  }

  private static func plain(_ name: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (65...90).contains(value) { value += 32 }
      guard let narrow = Unicode.Scalar(value), isLetterOrDigit(narrow) else { continue }
      scalars.append(narrow)
    }
    return scalars
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (48...57).contains(scalar.value) || (97...122).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension [Unicode.Scalar] {
  fileprivate func hasSuffix(_ suffix: [Unicode.Scalar]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}

/// FNV-1a over 64 bits with a final mix: stable, unlike the standard library's seeded hash.
enum Fingerprint {
  static func of(_ values: some Sequence<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for value in values { hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}
