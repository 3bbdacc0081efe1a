import Values

/// A payment spread over open invoices, in a given order, until it is used up.
public struct PaymentSpread: Sendable {
  public struct Open: Sendable {
    public let invoice: Invoice
    public let balance: RunningBalance

    public init(_ invoice: Invoice, _ balance: RunningBalance) {
      (self.invoice, self.balance) = (invoice, balance)
    }
  }

  public struct Part: Hashable, Sendable {
    public let invoice: Int64
    /// The day of the payment, or of the invoice where that is later.
    public let day: Day
    public let amount: Money
  }

  public let parts: [Part]
  /// What the invoices had no room for.
  public let surplus: Money
  /// What the invoices had room for.
  public let room: Money

  /// - Parameter byDueDay: Oldest due day first, instead of the order given.
  /// - Throws: `money.overflow`.
  public init(
    _ amount: Money, receivedOn day: Day, over open: [Open], byDueDay: Bool
  ) throws(ValueError) {
    var left = amount
    var room = Money.zero
    var parts: [Part] = []
    for item in byDueDay ? open.sorted(by: Self.isEarlier) : open {
      let on = max(day, item.invoice.issuedOn)
      let free = try item.balance.available(on: on)
      room = try room.adding(free)
      let part = min(free, left)
      guard part > .zero else { continue }
      parts.append(Part(invoice: item.invoice.id, day: on, amount: part))
      left = try left.subtracting(part)
    }
    (self.parts, self.surplus, self.room) = (parts, left, room)
  }

  private static func isEarlier(_ a: Open, _ b: Open) -> Bool {
    let (a, b) = (a.invoice, b.invoice)
    return (a.dueOn, a.issuedOn, a.id) < (b.dueOn, b.issuedOn, b.id)
  }
}
