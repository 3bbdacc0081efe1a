import Lua
import SalesKernel
import Values

/// Lines to be priced, as a script holds them: their facts by column, and whose they are.
final class PriceLinesObject {
  let lines: PriceLines
  /// Ids of the distinct products and customers, by their codes in the lines' columns.
  let products: [Int64]
  let customers: [Int64]
  /// A customer's place in `customers` a line; empty where one, or none, stands for all.
  let customerCodes: [UInt32]
  let terms: PriceTerms

  init(
    _ lines: PriceLines, products: [Int64], customers: [Int64], customerCodes: [UInt32],
    terms: PriceTerms
  ) {
    self.lines = lines
    self.products = products
    self.customers = customers
    self.customerCodes = customerCodes
    self.terms = terms
  }

  func product(_ line: Int) -> Int64 { products[lines.code(line, 0)] }

  /// Nil where lines have no customer.
  func customer(_ line: Int) -> Int64? {
    customerCodes.isEmpty ? customers.first : customers[Int(customerCodes[line])]
  }
}

/// Priced lines, as a script holds them.
final class PricedLinesObject {
  let source: PriceLinesObject
  let priced: PricedLines
  private var known: PricedLines.Total?

  init(_ source: PriceLinesObject, _ priced: PricedLines) {
    self.source = source
    self.priced = priced
  }

  /// The sums, made when they are first asked for.
  func total() throws -> PricedLines.Total {
    if let known { return known }
    let total = try priced.total()
    known = total
    return total
  }
}

/// Values told apart, in the order of their first appearance, with a code a line.
struct CodedColumn<Value: Hashable> {
  private(set) var distinct: [Value] = []
  private(set) var codes: [UInt32] = []
  private var known: [Value: UInt32] = [:]

  init() {}

  /// One value for all lines.
  init(_ value: Value, count: Int) {
    distinct = [value]
    codes = Array(repeating: 0, count: count)
    known = [value: 0]
  }

  /// - Returns: the value's code.
  @discardableResult
  mutating func append(_ value: Value) -> UInt32 {
    let code = known[value] ?? UInt32(distinct.count)
    if code == distinct.count {
      known[value] = code
      distinct.append(value)
    }
    codes.append(code)
    return code
  }

  mutating func append(code: UInt32) { codes.append(code) }
}
