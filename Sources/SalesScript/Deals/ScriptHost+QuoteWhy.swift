import SalesKernel
import SalesStore

/// Why a line of a quote costs what it costs: the waterfall it was priced with.
extension ScriptHost {
  func explainQuoteLine(_ row: BlockRow) throws -> Explanation {
    guard let text = try row.text("waterfall"), case .integer(let id) = try row.field("quote")
    else {
      return Explanation("waterfall", .step, reason: "the line was not priced by a policy")
    }
    let quote = try self.row(.integer(id), of: Quote.schema.entity, as: "quote")
    let sources = QuoteWriter.sources(try quote.text("rules") ?? "")
    return try Waterfall(parsing: text).explanation(of: "waterfall", sources: sources)
  }
}
