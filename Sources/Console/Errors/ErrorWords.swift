/// What an error report says beside the error's own words, in the reader's language.
public struct ErrorWords: Hashable, Sendable {
  /// Before the remedy.
  public let help: String
  /// Before the place of a frame.
  public let at: String
  /// Behind it; `%1` stands for the function.
  public let inFunction: String

  public init(help: String, at: String, inFunction: String) {
    self.help = help
    self.at = at
    self.inFunction = inFunction
  }

  public static let english = ErrorWords(
    help: "help:", at: "at", inFunction: " in function '%1'")

  /// Between the word for help and the remedy: a full-width colon brings its own.
  var gap: String { help.last?.isASCII == false ? "" : " " }

  func inside(_ function: String) -> String { inFunction.replacing("%1", with: function) }
}

extension ErrorReport {
  /// The same report with other words for what is wrong and what to do.
  public func saying(message: String, remedy: String?) -> ErrorReport {
    ErrorReport(
      code: code, message: message, remedy: remedy, place: place, source: source, frames: frames)
  }
}
