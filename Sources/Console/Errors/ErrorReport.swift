/// What went wrong, as facts; ``render(style:width:measure:)`` is the only place that gives it words on a screen.
///
/// ```
/// tier.lua:3:12: customer.field.unknown: no field 'ammount' on customers
///   2 │ for c in customers:each() do
///   3 │   c:update{ ammount = 1 }
///     │             ^^^^^^^
///   4 │ end
///   help: did you mean "amount"?
///   at tier.lua:9 in function 'main'
/// ```
public struct ErrorReport: Hashable, Sendable {
  /// Where in a source: the line counts from 1, the column in characters from 1.
  public struct Place: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int?
    /// How many characters are meant, from the column on.
    public let length: Int

    public init(file: String, line: Int, column: Int? = nil, length: Int = 1) {
      self.file = file
      self.line = line
      self.column = column
      self.length = max(1, length)
    }
  }

  /// A call in the user's own code.
  public struct Frame: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let function: String?

    public init(file: String, line: Int, function: String? = nil) {
      self.file = file
      self.line = line
      self.function = function
    }
  }

  public let code: String?
  public let message: String
  public let remedy: String?
  public let place: Place?
  /// The text of the whole source, for the excerpt; nil shows none.
  public let source: String?
  /// Innermost first.
  public let frames: [Frame]

  public init(
    code: String? = nil, message: String, remedy: String? = nil, place: Place? = nil,
    source: String? = nil, frames: [Frame] = []
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.place = place
    self.source = source
    self.frames = frames
  }
}
