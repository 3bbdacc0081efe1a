import Values

/// Something to be invoiced, with what has been invoiced of it.
public struct Billable: Sendable {
  /// As `instalment 3` or `order O-12`.
  public let what: String
  public let amount: Money
  public let invoiced: Money

  public init(_ what: String, amount: Money, invoiced: Money) {
    (self.what, self.amount, self.invoiced) = (what, amount, invoiced)
  }

  /// What is wanted of it, or all that is left.
  /// - Throws: `receivable.invoiced` where that is more than is left.
  public func taking(_ wanted: Money?) throws -> Money {
    let left = try amount.subtracting(invoiced)
    guard left > .zero, wanted ?? left <= left else {
      throw ValidationError(
        "receivable.invoiced",
        "\(what) is worth \(amount.grouped), \(invoiced.grouped) of it is invoiced"
          + (wanted.map { ", and \($0.grouped) more is beyond it" } ?? ""),
        remedy: left > .zero
          ? "invoice at most \(left.grouped)"
          : "reverse its invoice first: receivables.reverse{invoice = …, reason = …}")
    }
    return wanted ?? left
  }
}

extension Money {
  /// An amount that a document can have: above zero, in whole fen.
  /// - Throws: `receivable.amount`.
  public func requireDocumentAmount(_ name: String) throws(ValidationError) -> Money {
    guard self > .zero else {
      throw ValidationError(
        "receivable.amount", "\(name) \(grouped) is not above 0",
        remedy: "give an amount above 0; to take one back: receivables.reverse{…}")
    }
    guard units % Stage.document.quantum == 0 else {
      throw ValidationError(
        "receivable.amount", "\(name) \(self) has parts of a fen",
        remedy: "round it first: amount:times(1, \"half_up\")")
    }
    return self
  }
}
