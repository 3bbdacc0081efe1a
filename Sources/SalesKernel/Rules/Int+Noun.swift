extension Int {
  /// So many of something, as messages say it: `1 invoice`, `2 invoices`.
  public func text(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
