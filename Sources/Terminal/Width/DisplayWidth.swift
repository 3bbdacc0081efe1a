/// How many columns of a terminal a text takes.
///
/// Counted grapheme by grapheme: marks and format characters take none, East Asian wide characters two,
/// an emoji sequence (joined, flagged, toned, or asked for by U+FE0F) two, all else one. Characters that
/// UAX #11 calls ambiguous (①, …, “, ─) take what the terminal says: one by default.
///
/// ```swift
/// DisplayWidth().of("鸿雁 A")                    // 6
/// DisplayWidth(ambiguous: .two).of("①")          // 2
/// ```
/// Control characters have no width of their own and move the cursor: show ``visible(_:)`` instead.
///
/// Source: UAX #11, UTS #51.
public struct DisplayWidth: Hashable, Sendable {
  /// What the terminal makes of ambiguous characters.
  public enum Ambiguous: Int, Sendable, CaseIterable {
    case one = 1
    case two = 2
  }

  public let ambiguous: Ambiguous

  public init(ambiguous: Ambiguous = .one) {
    self.ambiguous = ambiguous
  }

  /// Columns of a text of one line.
  ///
  /// - Complexity: O(length); ASCII needs no table.
  public func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Columns of one grapheme.
  public func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.dropFirst().isEmpty { return of(first) }
    if DisplayWidth.isEmojiSequence(scalars, first) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private func of(_ scalar: Unicode.Scalar) -> Int {
    switch DisplayWidth.lookUp(scalar) {
    case .narrow: scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1
    case .wide: 2
    case .zero: 0
    case .ambiguous: ambiguous.rawValue
    }
  }
}

extension DisplayWidth {
  private enum Class: UInt32 {
    case narrow = 0
    case wide, zero, ambiguous
  }

  /// Binary search for the last change point at or before the scalar.
  private static func lookUp(_ scalar: Unicode.Scalar) -> Class {
    if scalar.value < 0x7F { return .narrow }
    let points = WidthTable.points
    let key = scalar.value << 2 | 3
    var low = 0
    var high = points.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[middle] <= key { low = middle } else { high = middle }
    }
    return Class(rawValue: points[low] & 3) ?? .narrow
  }

  /// An emoji made of several scalars: a flag, a joined or toned one, or one asked for by U+FE0F.
  private static func isEmojiSequence(
    _ scalars: Character.UnicodeScalarView, _ first: Unicode.Scalar
  ) -> Bool {
    // A skin tone with nothing to tone joins whatever stands before it, so it counts as it would there.
    guard first.properties.isEmoji, !(0x1F3FB...0x1F3FF).contains(first.value) else { return false }
    if (0x1F1E6...0x1F1FF).contains(first.value) { return true }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0x200D: !first.isASCII
      case 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF: true
      default: false
      }
    }
  }
}
