/// What tables and cards say beside their cells, in the reader's language.
public struct TableWords: Hashable, Sendable {
  /// Rows that are left out; `%1` stands for how many.
  public let more: String
  /// Before the names of columns that are left out.
  public let hidden: String

  public init(more: String, hidden: String) {
    self.more = more
    self.hidden = hidden
  }

  public static let english = TableWords(more: "%1 more", hidden: "not shown:")

  func more(_ count: Int) -> String { more.replacing("%1", with: "\(count)") }
}
