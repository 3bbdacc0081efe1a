// Claims as they stood at the end of a day, also of books that came from elsewhere and are not whole.
import Testing
import Values

@testable import SalesKernel

@Suite struct ClaimBookTests {
  private func invoice(
    _ id: Int64, _ amount: Int64, on: String, reverses: Int64? = nil
  ) throws -> Invoice {
    var invoice = Invoice(
      id: id, customer: 1, issuedOn: try day(on), dueOn: try day("2026-03-01"), amount: yuan(amount)
    )
    invoice.reverses = reverses
    return invoice
  }

  private func part(
    _ invoice: Int64, _ amount: Int64, on: String, _ kind: SalesKernel.Allocation.Kind = .payment
  ) throws -> SalesKernel.Allocation {
    SalesKernel.Allocation(
      invoice: invoice, kind: kind, allocatedOn: try day(on), amount: yuan(amount))
  }

  private func book(
    asOf text: String, _ invoices: [Invoice], _ parts: [SalesKernel.Allocation] = []
  ) throws -> ClaimBook {
    var book = ClaimBook(asOf: try day(text))
    invoices.forEach { book.add($0) }
    try book.joinReversals()
    for part in parts { try book.add(part) }
    return book
  }

  @Test(arguments: [
    ("2025-12-31", []), ("2026-01-01", [100]), ("2026-01-05", [70]), ("2026-01-10", [50]),
    ("2026-01-20", [0]),
  ])
  func onlyWhatWasEntered(_ asOf: String, _ open: [Int64]) throws {
    let all = [
      try invoice(1, 100, on: "2026-01-01"), try invoice(2, -50, on: "2026-01-20", reverses: 1),
    ]
    let parts = [
      try part(1, 30, on: "2026-01-05"), try part(1, 20, on: "2026-01-10", .badDebt),
    ]
    #expect(try book(asOf: asOf, all, parts).all.map { try $0.open() } == open.map(yuan))
  }

  /// A credit note that names no invoice, or one that is not there, is a claim of its own; one that
  /// takes back a reversal counts with the first invoice. The sum is that of all amounts.
  @Test func nothingIsLost() throws {
    let all = [
      try invoice(4, 7, on: "2026-01-04", reverses: 3), try invoice(1, 100, on: "2026-01-01"),
      try invoice(3, -7, on: "2026-01-03", reverses: 1), try invoice(5, -20, on: "2026-01-01"),
      try invoice(6, -9, on: "2026-01-01", reverses: 99),
    ]
    let parts = [try part(4, 1, on: "2026-01-05"), try part(5, -20, on: "2026-01-05")]
    let book = try book(asOf: "2026-01-31", all, parts)
    #expect(try book.all.map { try $0.open() } == [yuan(99), yuan(0), yuan(-9)])
    #expect(book.claim(of: 4)?.invoice.id == 1)
    #expect(book.claim(of: 98) == nil)
  }
}
