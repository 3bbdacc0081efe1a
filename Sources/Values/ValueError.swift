/// Why a value could not be read or computed: a stable code, the facts, and the remedy.
///
/// Codes are dotted and never change meaning: `money.overflow`, `money.inexact`, `money.syntax`,
/// `rate.syntax`, `rate.overflow`, `day.syntax`, `day.range`, `instant.syntax`, `instant.range`,
/// `zone.range`, `span.syntax`, `span.overflow`, `span.days`, `allocation.weights`,
/// `allocation.parts`, `divide.zero`.
public struct ValueError: Error, Hashable, Sendable {
  /// Stable and dotted: `money.overflow`.
  public let code: String
  /// What happened, with the values.
  public let message: String
  /// What to do about it; may be empty.
  public let remedy: String

  public init(_ code: String, _ message: String, remedy: String = "") {
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}

extension ValueError: CustomStringConvertible {
  public var description: String {
    remedy.isEmpty ? "\(code): \(message)" : "\(code): \(message); \(remedy)"
  }
}

extension ValueError {
  /// A piece of input as a message shows it: quoted, and cut when long.
  static func quoted(_ bytes: UnsafeRawBufferPointer) -> String {
    let limit = 60
    let shown = String(decoding: bytes.prefix(limit), as: UTF8.self)
    return bytes.count > limit ? "\"\(shown)…\"" : "\"\(shown)\""
  }
}
