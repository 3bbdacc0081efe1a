// A wrong name has the nearest right one beside it, also deep in tables; none where none is near.
import Lua
import SalesScript
import Testing

@Suite struct DidYouMeanTests {
  private func remedy(_ source: String, _ world: World) -> String {
    do {
      try world.run(source, mode: .plan)
      return "no error"
    } catch { return ErrorFacts.of(error).remedy }
  }

  @Test func nearNames() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let rows = [
      ("return custmers", "did you mean 'customers'?"),
      ("return customers:first().nmae", "did you mean 'name'?"),
      ("customers:first().stagee = \"retain\"", "did you mean 'stage'?"),
      ("customers:first().stage = \"retian\"", "did you mean \"retain\"?"),
      ("return customers:wher{stage = \"retain\"}", "did you mean 'where'?"),
      ("return customers:where{stgae = \"retain\"}", "did you mean \"stage\"?"),
      ("return customers:where{stage = \"retian\"}", "did you mean \"retain\"?"),
      ("return customers:where{stage = {\"refer\", \"retian\"}}", "did you mean \"retain\"?"),
      ("return customers:group_by(\"level\"):cuont()", "did you mean 'count'?"),
      ("customers:update{stage = \"retian\"}", "did you mean \"retain\"?"),
      ("customers:create{nmae = \"x\"}", "did you mean \"name\"?"),
      ("return customers:where(\"anual_purchase > wan(1)\")", "did you mean 'annual_purchase'?"),
      ("return pricing.pirce{}", "did you mean 'pricing.price'?"),
      ("service.open{kidn = \"x\"}", "did you mean 'kind'?"),
      (
        "quoting.quote{customer = 1, lines = {{prodct = 1, quantity = 1}}}",
        "did you mean \"product\"?"
      ),
      ("return forecast.simulate{slip = {shar = 0.3}}", "did you mean 'share'?"),
      (
        "success.plan{customer = 1, goal = \"g\", milestones = {{titel = \"x\"}}}",
        "did you mean 'title'?"
      ),
      ("return changes():mvoes()", "did you mean 'moves'?"),
    ]
    for (source, expected) in rows { #expect(remedy(source, world) == expected, "\(source)") }
  }

  @Test func nothingNearGivesNoSuggestion() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    for source in [
      "return zzqqzz", "return customers:first().zzqqzz", "return customers:zzqqzz()",
      "service.open{zzqqzz = 1}", "return pricing.zzqqzz()", "customers:create{zzqqzz = 1}",
    ] {
      #expect(!remedy(source, world).contains("did you mean"), "\(source)")
    }
  }
}
