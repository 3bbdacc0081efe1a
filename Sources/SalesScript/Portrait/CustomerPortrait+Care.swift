import Lua
import SalesKernel
import SalesStore
import Values

/// What passed between us: contacts, service, what they said, how they do.
extension CustomerPortrait {
  func behaviour() throws -> PortraitSection {
    var section = PortraitSection("behaviour")
    let activities = try related(Activity.self).filter { $0.at.day() <= today }
    var kinds: [String: (count: Int, last: Day)] = [:]
    for activity in activities {
      let day = activity.at.day()
      let known = kinds[activity.kind] ?? (0, day)
      kinds[activity.kind] = (
        known.count + (window.holds(day) ? 1 : 0), max(known.last, day)
      )
    }
    let ranked = kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (kind, seen) in ranked where seen.count > 0 { section.say("\(kind) \(seen.count)") }
    section.add(
      "activities",
      ResultTable(
        columns: [.init("kind"), .init("count", .number), .init("last")],
        rows: ranked.map { kind, seen in
          [.string(kind), .integer(Int64(seen.count)), .scalar(seen.last.scalar)]
        }))
    if let last = activities.map({ $0.at.day() }).max() {
      section.add("last_contact", last, "last \(last)")
    }
    if let visit = try host.nextVisit(of: row, by: policies.service(), asOf: today) {
      section.add("next_visit", visit.due, "visit due \(visit.due)")
    }
    let readings = try latestReadings()
    for reading in readings {
      section.say("\(reading.metric) \(FractionText.of(reading.value))")
    }
    section.add(
      "readings",
      ResultTable(
        columns: [.init("metric"), .init("value", .number), .init("day")],
        rows: readings.map {
          [.string($0.metric), .number($0.value), .scalar($0.day.scalar)]
        }))
    return section
  }

  private func latestReadings() throws -> [Reading] {
    var latest: [String: Reading] = [:]
    for reading in try related(Reading.self) where reading.day <= today {
      if let known = latest[reading.metric], (known.day, known.id) > (reading.day, reading.id) {
        continue
      }
      latest[reading.metric] = reading
    }
    return latest.values.sorted { $0.metric < $1.metric }
  }

  func service() throws -> PortraitSection {
    var section = PortraitSection("service")
    let tickets = try related(Ticket.self).filter { $0.openedAt.day() <= today }
      .sorted { ($1.openedAt, $1.id) < ($0.openedAt, $0.id) }
    let open = tickets.count { $0.state == .open }
    let recent = tickets.filter { window.holds($0.openedAt.day()) }
    if !tickets.isEmpty {
      section.add("open", Int64(open), "\(open.text("ticket")) open")
      section.add(
        "opened", Int64(recent.count), "\(recent.count) in \(window.months) months")
      section.add(
        "tickets",
        ResultTable(
          columns: ["code", "kind", "grade", "subject", "step", "state", "opened_at"].map {
            .init($0)
          },
          rows: tickets.prefix(10).map { ticket in
            [ticket.code, ticket.kind, ticket.grade, ticket.subject, ticket.step].map {
              $0.fieldValue.scriptValue
            } + [.string(ticket.state.rawValue), .scalar(ticket.openedAt.scalar)]
          }, omitted: max(0, tickets.count - 10)))
    }
    try addAnswers(to: &section)
    return section
  }

  /// What the customer answered when asked, by the kind of question.
  private func addAnswers(to section: inout PortraitSection) throws {
    var kinds: [String: (count: Int64, sum: Int64, last: SurveyAnswer)] = [:]
    for answer in try related(SurveyAnswer.self) where answer.answeredOn <= today {
      let known = kinds[answer.kind] ?? (0, 0, answer)
      let isLater = (known.last.answeredOn, known.last.id) < (answer.answeredOn, answer.id)
      let (sum, overflow) = known.sum.addingReportingOverflow(answer.score)
      kinds[answer.kind] = (
        known.count + 1, overflow ? .max : sum, isLater ? answer : known.last
      )
    }
    guard !kinds.isEmpty else { return }
    let ranked = kinds.sorted { $0.key < $1.key }
    for (kind, given) in ranked { section.say("\(kind) \(given.last.score)") }
    section.add(
      "answers",
      ResultTable(
        columns: [
          .init("kind"), .init("answers", .number), .init("mean", .number),
          .init("last", .number), .init("answered_on"),
        ],
        rows: ranked.map { kind, given in
          [
            .string(kind), .integer(given.count),
            .number(Double(given.sum) / Double(given.count)), .integer(given.last.score),
            .scalar(given.last.answeredOn.scalar),
          ]
        }))
  }

  func health() throws -> PortraitSection {
    var section = PortraitSection("health")
    if let score = customer.health {
      section.add("health", score, FractionText.of(score))
      section.add("band", customer.healthBand, customer.healthBand)
      section.add("health_on", customer.healthOn)
    }
    let signal = try host.churnSignal(of: row, by: policies.churn(), asOf: today)
    section.add(
      "churn", signal.code,
      "churn \(signal.code)" + (signal.atRiskFrom.map { ", at risk from \($0)" } ?? ""))
    section.add("at_risk_from", signal.atRiskFrom)
    return section
  }

  func deals() throws -> PortraitSection {
    var section = PortraitSection("deals")
    let open = try related(Opportunity.self).filter { $0.status == .open }
    if !open.isEmpty {
      let amount = try open.compactMap(\.amount).reduce(Money.zero) { try $0.adding($1) }
      section.add("opportunities", Int64(open.count))
      section.add("amount", amount)
      section.say("\(open.count) open for \(amount.grouped)")
    }
    let ends =
      try related(Contract.self).filter { $0.status == .signed }
      .map { ("contract", $0.code, $0.endsOn) }
      + related(Agreement.self).map { ("agreement", $0.code, $0.endsOn) }
    let inForce = ends.filter { $0.2 ?? .last >= today }
      .sorted { ($0.2 ?? .last, $0.1 ?? "") < ($1.2 ?? .last, $1.1 ?? "") }
    if let (what, code, day) = inForce.first {
      section.say("\(what) \(code ?? "")" + (day.map { " ends \($0)" } ?? ""))
    }
    section.add(
      "in_force",
      ResultTable(
        columns: [.init("document"), .init("code"), .init("ends_on")],
        rows: inForce.map {
          [.string($0.0), $0.1.fieldValue.scriptValue, $0.2.fieldValue.scriptValue]
        }
      ))
    return section
  }
}
