import Values

/// A record of a ledger that a new record with the negative amount can take back.
/// - Source: AU6: a reversal instead of an edit.
public protocol Reversible: SalesRecord {
  var reverses: Int64? { get }
  /// Day from which it counts.
  var enteredOn: Day { get }
  /// The record that takes this one back.
  /// - Throws: `money.overflow`.
  func reversal(on day: Day, reason: String) throws(ValueError) -> Self
}

extension Reversible {
  /// - Parameters:
  ///   - others: Records that name this one as what they take back.
  ///   - last: The latest day on which something was entered that the reversal takes along.
  /// - Throws: `receivable.reversal` for a reversal, `receivable.reversed` for what is taken back
  ///   already, `receivable.day` for a day before the entries.
  public func requireReversible(
    _ name: String, on day: Day, by others: [Self], last: Day
  ) throws(ValidationError) {
    if let other = reverses {
      throw ValidationError(
        "receivable.reversal", "\(name) takes back \(Self.schema.entity.singular) \(other) itself",
        remedy: "a reversal is not taken back: enter the \(Self.schema.entity.singular) anew")
    }
    if let other = others.first {
      throw ValidationError(
        "receivable.reversed",
        "\(name) was taken back on \(other.enteredOn) by \(Self.schema.entity.singular) \(other.id)",
        remedy: "there is nothing left to reverse")
    }
    let first = max(enteredOn, last)
    if day < first {
      throw ValidationError(
        "receivable.day", "\(day) is before \(first), the last day on which \(name) was moved",
        remedy: "reverse it on \(first) or later")
    }
  }
}

extension Payment: Reversible {
  public var enteredOn: Day { receivedOn }

  public func reversal(on day: Day, reason: String) throws(ValueError) -> Payment {
    var reversal = Payment(customer: customer, receivedOn: day, amount: try amount.negated())
    (reversal.reverses, reversal.method, reversal.note) = (id, method, reason)
    return reversal
  }
}

extension Invoice: Reversible {
  public var enteredOn: Day { issuedOn }

  public func reversal(on day: Day, reason: String) throws(ValueError) -> Invoice {
    var reversal = self
    (reversal.id, reversal.code, reversal.issuedOn) = (0, nil, day)
    reversal.amount = try amount.negated()
    (reversal.reverses, reversal.note) = (id, reason)
    return reversal
  }
}

extension Allocation: Reversible {
  public var enteredOn: Day { allocatedOn }

  public func reversal(on day: Day, reason: String) throws(ValueError) -> Allocation {
    var reversal = self
    (reversal.id, reversal.allocatedOn, reversal.amount) = (0, day, try amount.negated())
    (reversal.reverses, reversal.reason) = (id, reason)
    return reversal
  }
}
