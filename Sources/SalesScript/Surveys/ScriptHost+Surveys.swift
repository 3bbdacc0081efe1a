import Lua
import SalesKernel
import SalesStore
import Values

/// `surveys`: what customers answered, and what that makes of satisfaction and recommendation.
extension ScriptHost {
  func defineSurveys(_ policies: EnginePolicies) throws {
    try defineAnswering(policies)
    try defineSatisfaction(policies)
    try defineNPS(policies)
  }

  private func defineAnswering(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "surveys.answer",
        "surveys.answer{kind = word, customer =, score = n, on = day, contact =, ticket =, rep =, channel = text, "
          + "comment = text, policy =}",
        "Notes an answer of a customer. Gives the answer.", returns: "survey_answer",
        units:
          "score: on the scale of the kind, csat and complaint 1–5, nps 0–10, need 0–100; on: the run's day "
          + "unless given; rep: the customer's owner unless given",
        changes: "one new answer",
        errors: ["survey.kind", "survey.score", "survey.day", "record.missing", "script.argument"],
        example: """
          local n
          plan(function()
            surveys.answer{kind = "nps", customer = 1, score = 9}
            n = surveys.nps{from = today()}.nps
          end)
          return n
          """, result: "100.0", seeAlso: ["surveys.csat", "surveys.nps", "surveys.satisfaction"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "surveys.answer",
        allowing: [
          "kind", "customer", "score", "on", "contact", "ticket", "rep", "channel", "comment",
          "policy",
        ])
      let answer = try answer(options, policies.surveys(options["policy"]))
      let entity = SurveyAnswer.schema.entity
      let id = try requireSession().create(entity, answer.values)
      try results.add(try binding(entity).record(id))
    }
  }

  private func answer(_ options: NamedArguments, _ policy: SurveyPolicy) throws -> SurveyAnswer {
    let kind = try policy.kind(options.required("kind", options.string("kind")))
    let score = try options.required("score", options.integer("score"))
    try kind.require(score: score)
    let customer = try record(Customer.self, options, "customer")
    let today = self.options.clock.day()
    let day = try options.day("on") ?? today
    guard day <= today else {
      throw ArgumentError(
        "on: \(day) is after \(today), so nobody can have answered then", code: "survey.day",
        remedy: "give the day of the answer")
    }
    var answer = SurveyAnswer(
      kind: kind.key, customer: customer.id, score: score, answeredOn: day)
    answer.contact = try options["contact"].map {
      try row($0, of: Contact.schema.entity, as: "contact").id
    }
    if let value = options["ticket"] {
      let ticket = try Ticket(reading: row(value, of: Ticket.schema.entity, as: "ticket"))
      if let other = ticket.customer, other != customer.id {
        throw ArgumentError(
          "ticket: \(ticket.code ?? "\(ticket.id)") is of customer \(other), not of \(customer.id)",
          remedy: "give a ticket of that customer")
      }
      answer.ticket = ticket.id
      answer.rep = ticket.owner
    }
    answer.rep =
      try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id }
      ?? answer.rep ?? customer.owner
    answer.channel = try options.string("channel")
    answer.comment = try options.string("comment")
    return answer
  }

  private static let signature =
    "kind = word, by = word, from = day, to = day, of = query, policy ="
  private static let by =
    "by: day, week, month, quarter or year of the answer, rep, channel, contact, or a field of customers as level, "
    + "region or owner; of: customers; without answers there is no data, never 0"

  private func defineSatisfaction(_ policies: EnginePolicies) throws {
    try defineTopBox(
      "surveys.csat", "How satisfied customers are", example: "csat", policies
    ) { _ in nil }
    try defineTopBox(
      "surveys.satisfaction", "How satisfied customers are with what became of complaints",
      example: "complaint", policies
    ) { $0.afterComplaint }
  }

  /// - Parameter standing: The kind where none is named; nil for the first that has a top box.
  private func defineTopBox(
    _ name: String, _ what: String, example: String, _ policies: EnginePolicies,
    standing: @escaping (SurveyPolicy) -> String?
  ) throws {
    try define(
      HelpEntry(
        name, "\(name){\(Self.signature)}",
        "\(what): the share of answers in the top box with its 95 % interval, by group, against the goal.",
        returns: "report",
        units:
          "share, low, high: shares of 1, the interval by Wilson; kind: \(example) unless given; "
          + Self.by,
        errors: ["survey.kind", "survey.figure", "survey.split", "survey.window"],
        example: """
          local share
          plan(function()
            for score = 1, 5 do surveys.answer{kind = "\(example)", customer = score, score = score} end
            share = \(name){from = today()}.share
          end)
          return share
          """, result: "0.4", seeAlso: ["surveys.answer", "surveys.nps"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: name, allowing: SurveyBook.options)
      let policy = try policies.surveys(options["policy"])
      let kind = try policy.kind(
        try options.string("kind") ?? standing(policy), making: .topBox)
      try results.add(Value.object(try SurveyBook(kind, options, self).satisfaction))
    }
  }

  private func defineNPS(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "surveys.nps", "surveys.nps{\(Self.signature)}",
        "Net promoter score: percent of promoters less percent of detractors, with its 95 % interval, by group; and "
          + "the share that would recommend us, against the goal.", returns: "report",
        units:
          "nps, low, high: −100 to 100, interval = nps ± 100 × 1.96 × √((p + d − (p − d)²) / n); recommend: share of "
          + "1; \(Self.by)",
        errors: ["survey.kind", "survey.figure", "survey.split", "survey.window"],
        example: """
          local r
          plan(function()
            for customer, score in ipairs{10, 9, 9, 7, 3} do
              surveys.answer{kind = "nps", customer = customer, score = score}
            end
            r = surveys.nps{from = today()}
          end)
          return r.nps, r.n, r.recommend
          """, result: "40.0  5  0.8", seeAlso: ["surveys.answer", "surveys.csat"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "surveys.nps", allowing: SurveyBook.options)
      let kind = try policies.surveys(options["policy"]).kind(
        try options.string("kind"), making: .net)
      try results.add(Value.object(try SurveyBook(kind, options, self).nps))
    }
  }
}
