/// Colour by meaning, in the sixteen colours that are legible on light and dark.
public struct Style: Hashable, Sendable {
  /// What a piece of text means; the only way to ask for a colour.
  public enum Role: Hashable, Sendable, CaseIterable {
    case error, warning, success, heading, muted, number, text, keyword, added, removed, prompt
  }

  public let isColoured: Bool

  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// No colour at all.
  public static let plain = Style(isColoured: false)

  /// The style of a stream.
  ///
  /// `--color always` and `never` decide; `auto` colours a terminal, unless NO_COLOR is set and not empty
  /// or TERM is `dumb` or unset.
  ///
  /// Source: no-color.org.
  public init(mode: ColorMode, isTerminal: Bool, environment: [String: String]) {
    switch mode {
    case .always: isColoured = true
    case .never: isColoured = false
    case .auto:
      let term = environment["TERM"] ?? ""
      let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      isColoured = isTerminal && !isRefused && term != "dumb" && !term.isEmpty
    }
  }

  /// The text between the role's colour and its end; the text itself without colour or when empty.
  public func paint(_ text: String, _ role: Role) -> String {
    guard isColoured, !text.isEmpty, let code = code(role) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ role: Role) -> String? {
    switch role {
    case .error, .removed: "31"
    case .warning: "33"
    case .success, .added: "32"
    case .heading: "1"
    case .muted: "2"
    case .number: "36"
    case .keyword, .prompt: "35"
    case .text: nil
    }
  }
}

/// The word of `--color`.
public enum ColorMode: String, Hashable, Sendable, CaseIterable {
  case auto, always, never
}
