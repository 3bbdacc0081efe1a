/// A program of its own that lets its users script: it gives scripts a function and a type, runs them with limits,
/// tells what went wrong and where, and reads what they changed.
import Tenon

@main
struct Embed {
  let host: ScriptHost

  static func main() throws {
    // A store and a host; scripts get two seconds and 16 MB.
    let host = try ScriptHost.inMemory(
      options: .init(actor: "credit desk", seconds: 2, megabytes: 16))
    defer { host.close() }
    let embed = Embed(host: host)
    try embed.define()
    try embed.work()
    try embed.resist()
  }

  /// What scripts see of this program.
  func define() throws {
    try Rating.define(on: host)
    try host.define("agency.rating", about: "What the agency says of a customer.") {
      (code: String) in try Rating(of: code)
    }
    try host.define("agency.exposure", about: "What is at stake with these amounts.") {
      (amounts: [Money], insured: Money?) in
      try amounts.reduce(Money.zero) { try $0.adding($1) }.subtracting(insured ?? .zero)
    }
  }

  /// Scripts that do what they should: planned, run, taken back.
  func work() throws {
    attempt(
      "customers.lua",
      """
      customers:create{code = "C-001", name = "中国航发", annual_purchase = yuan(312400)}
      customers:create{code = "C-002", name = "明石创新", annual_purchase = yuan(95000)}
      """)
    let review = """
      for c in customers:each() do
        local rating = agency.rating(c.code)
        local stake = agency.exposure({c.annual_purchase, yuan(500)}, yuan(100))
        c.level = rating:allows(stake) and "A" or "C"
        rating.note = "seen"
        print("  " .. c.code .. ": " .. tostring(rating) .. ", " .. rating.note)
      end
      """
    print("what review.lua would change")
    show(try host.plan(review, as: "review.lua"))
    print("review.lua")
    let done = try host.run(review, as: "review.lua")
    show(done)
    guard let run = done.run else { return }
    print("taking it back")
    show(try host.undo(run))
  }

  /// Scripts that run for ever, eat all memory, or fail: nothing of them stays.
  func resist() throws {
    attempt("forever.lua", "while true do pcall(function() while true do end end) end")
    attempt("greedy.lua", "local t = {} for i = 1, 1e9 do t[i] = {i} end")
    attempt(
      "halfway.lua",
      """
      customers:get("C-001").level = "D"
      local rating = agency.rating("C-003")
      """)
    attempt("slip.lua", "return agency.rating(\"C-001\").grde")
    attempt("wrong.lua", "return agency.rating(\"C-001\"):allows(300)")
    let level = try host.evaluate("customers:get('C-001').level or 'none'")
    print("level of C-001:", level.values[0].plain)
  }

  /// Runs a script and tells how it ended.
  func attempt(_ name: String, _ source: String) {
    print(name)
    do {
      show(try host.run(source, as: name))
    } catch {
      print("  \(error.code): \(error.message)")
      if !error.place.isEmpty { print("  at \(error.place)") }
      if !error.remedy.isEmpty { print("  \(error.remedy)") }
      if let own = error.cause as? UnknownCustomer { print("  the customer: \(own.customer)") }
    }
  }

  func show(_ result: ScriptResult) {
    for change in result.changes.cells { print("  \(change)") }
    print(result.run.map { "  run \($0)" } ?? "  no run")
  }
}
