import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.compete` and `selling.competition`: who else is after an opportunity, and who wins.
extension ScriptHost {
  func defineCompeting() throws {
    try define(
      HelpEntry(
        "selling.compete",
        "selling.compete(opportunity, competitor, {price = money, note = text, on = day, main = true})",
        "Notes that a competitor is after an opportunity, with what it asks as far as known; once more, to "
          + "correct that. With main = true it becomes the main competitor of the opportunity.",
        returns: "opportunity_competitor",
        units: "price: yuan", changes: "one competitor of the opportunity; its main competitor",
        errors: [
          "opportunity.competitor", "opportunity_competitor.price.range", "record.missing",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  competitors:create{code = \"KJ\", name = \"快紧\"}\n"
          + "  local o = deal()\n  selling.compete(o, \"KJ\", {price = wan(28), main = true})\n"
          + "  selling.compete(o, \"KJ\", {price = wan(27)})\n"
          + "  a, b = o.competitor, o:opportunity_competitors():first().price\nend)\nreturn a, b",
        result: "\"KJ\"  money\"270000.00\"", seeAlso: ["selling.competition", "selling.lose"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.compete", at: 2, allowing: ["price", "note", "on", "main"])
      let item = try opportunity(arguments)
      let rival = try competitor(try arguments[1])
      let entity = OpportunityCompetitor.schema.entity
      let old = try related(OpportunityCompetitor.self, by: "opportunity", to: item.id)
        .first { $0.competitor == rival.id }
      var link =
        old
        ?? OpportunityCompetitor(
          opportunity: item.id, competitor: rival.id, notedOn: self.options.clock.day())
      for name in ["price", "note"] {
        guard let value = options[name] else { continue }
        let slot = try entity.requireSlot(of: name)
        try OpportunityCompetitor.schema.set(
          &link, slot: slot, to: try fieldValue(value, for: entity.fields[slot]))
      }
      link.notedOn = try options.day("on") ?? self.options.clock.day()
      let isMain = try options.bool("main") ?? false
      let id = try requireSession().savepoint {
        if isMain { try set(Opportunity.self, item.id, ["competitor": .text(rival.code)]) }
        guard let old else { return try requireSession().create(entity, link.values) }
        try requireSession().set(entity, id: old.id, link.values)
        return old.id
      }
      try results.add(try binding(entity).record(id))
    }
    try defineCompetition()
  }

  private func defineCompetition() throws {
    try define(
      HelpEntry(
        "selling.competition", "selling.competition{of = query}",
        "How we do against each competitor, by the opportunities where it was noted or is the main one: "
          + "competitor, name, met, open, won, lost, win_rate (of what is decided), cheaper (times that its "
          + "price was below our amount), priced (times that both are known).", returns: "results",
        units: "win_rate: share, 0–1",
        example: "local a, b, c\nplan(function()\n" + Self.dealExample
          + "  competitors:create{code = \"KJ\", name = \"快紧\"}\n"
          + "  selling.win(deal{competitor = \"KJ\"}, {outside = true})\n"
          + "  selling.lose(deal(), {reason = \"price\", competitor = \"KJ\"})\n"
          + "  local t = selling.competition{of = opportunities:where{competitor = \"KJ\"}}\n"
          + "  a, b, c = t[1].won, t[1].lost, t[1].win_rate\nend)\nreturn a, b, c",
        result: "1  1  0.5", seeAlso: ["selling.compete"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "selling.competition", allowing: ["of"])
      try results.add(Value.object(try competitionTable(options)))
    }
  }

  private func competitionTable(_ options: NamedArguments) throws -> ResultTable {
    let items = try opportunities(options)
    let links = try Dictionary(
      grouping: records(OpportunityCompetitor.self), by: \.opportunity)
    var rows: [[Value]] = []
    for rival in try records(Competitor.self) {
      var record = CompetitionRecord()
      for item in items {
        let link = links[item.id]?.first { $0.competitor == rival.id }
        guard link != nil || item.competitor == rival.code else { continue }
        record.add(item, price: link?.price)
      }
      guard record.met > 0 else { continue }
      rows.append(
        [.string(rival.code), .string(rival.name)]
          + [record.met, record.open, record.won, record.lost].map { .integer(Int64($0)) }
          + [
            record.winRate.scriptValue, .integer(Int64(record.cheaper)),
            .integer(Int64(record.priced)),
          ])
    }
    return ResultTable(
      columns: [.init("competitor"), .init("name")]
        + ["met", "open", "won", "lost", "win_rate", "cheaper", "priced"].map {
          .init($0, .number)
        }, rows: rows)
  }
}
