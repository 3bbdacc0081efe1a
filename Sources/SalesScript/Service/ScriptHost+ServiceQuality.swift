import Lua
import SalesKernel
import SalesStore
import Values

/// `service.quality`: the figures of service with their goals.
extension ScriptHost {
  func defineServiceQuality(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.quality",
        "service.quality{from = day, to = day, by = field, where = condition, as_of = instant, policy =}",
        "How well customers are looked after: measures (measure, title, n, value, goal, met), with by one set a "
          + "group, and why. met is true, false, or \"no data\"; it is nil where there is no goal. Calls that nobody "
          + "took are tickets of the channel closed without an answer.", returns: "report",
        units:
          "value: a share 0–1, or a span for mean times, which count on the calendar of each ticket without pauses; "
          + "from and to: days of the opening, and of the answer to a survey; by: as service.sla",
        errors: [
          "service.split", "service.window", "survey.kind", "calendar.coverage", "policy.unknown",
        ],
        example: "local q\nplan(function()\n" + Self.ticketExample
          + "  local t = ticket{kind = \"enquiry\", class = \"price\", channel = \"hotline\"}\n"
          + "  service.resolve(t, {at = instant\"2026-06-29T10:30\"})\n"
          + "  service.close(ticket{kind = \"enquiry\", class = \"price\", channel = \"hotline\"}, {reason = \"hung up\"})\n"
          + "  q = service.quality{where = {subject = \"cracked heads\"}}.measures\nend)\n"
          + "return q[1].n, q[1].value, q[1].met, q[2].met, q[7].value",
        result: "2  0.5  false  \"no data\"  span\"30m\"",
        seeAlso: ["service.sla", "service.causes", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.quality", allowing: TicketQuestion.options)
      let words = try policies.desk(options["policy"]).policy.quality.flatMap(\.words)
      let question = try TicketQuestion(self, options, policies, slots: words)
      try results.add(
        Value.object(try QualityBook(self, question) { try policies.surveys() }.report()))
    }
  }
}
