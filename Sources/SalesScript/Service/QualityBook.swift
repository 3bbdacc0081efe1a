import Lua
import SalesKernel
import SalesStore
import Values

/// The measures of service quality, counted over tickets and survey answers, all together and a group.
struct QualityBook {
  private let question: TicketQuestion
  /// Of the measures that ask a survey.
  private let surveys: [Int: SurveyPolicy.Kind]
  private let measures: [QualityMeasure]
  private var total: [QualityCount]
  private var groups: [Int32?: [QualityCount]] = [:]
  private var problems: TicketProblems = []
  /// The group of each ticket that counts.
  private var groupOf: [Int64: Int32] = [:]

  /// - Throws: `survey.kind` where a measure asks a survey that there is not.
  init(
    _ host: ScriptHost, _ question: TicketQuestion, _ surveys: () throws -> SurveyPolicy
  ) throws {
    self.question = question
    measures = question.policy.quality
    var kinds: [Int: SurveyPolicy.Kind] = [:]
    for (place, measure) in measures.enumerated() {
      kinds[place] = try measure.survey.map { try surveys().kind($0) }
    }
    self.surveys = kinds
    total = Array(repeating: QualityCount(), count: measures.count)
    try countTickets()
    try countAnswers(host)
  }

  private mutating func count(
    _ measure: Int, in group: Int32?, _ body: (inout QualityCount) throws -> Void
  ) rethrows {
    try body(&total[measure])
    guard question.split != nil else { return }
    let empty = Array(repeating: QualityCount(), count: measures.count)
    try body(&groups[group, default: empty][measure])
  }

  private mutating func countTickets() throws {
    let desk = question.clocks.desk
    let words = Set(measures.flatMap(\.words)).sorted()
    var places: [Int: [Int]] = [:]
    var book = self
    book.problems = try question.forEach { row, group in
      if let group { book.groupOf[row.id] = group }
      let key = question.scan.key(of: row.row, words)
      let own = try key.flatMap { places[$0] } ?? book.places(of: question.scan.reader(row.row))
      if let key { places[key] = own }
      let timeline = Timeline.working(desk.calendars[row.sort.calendar])
      for place in own {
        let kind = book.measures[place].kind
        try book.count(place, in: group) {
          try $0.add(row.facts, row.pauses, as: kind, on: timeline)
        }
      }
    }
    self = book
  }

  /// The measures that a ticket counts for. Tickets alike in the fields that they ask for share them.
  private func places(of ticket: any RecordReader) throws -> [Int] {
    try measures.indices.filter {
      try measures[$0].kind != .survey && measures[$0].counts(ticket)
    }
  }

  /// Answers of the window; an answer is of the group that its ticket is of.
  private mutating func countAnswers(_ host: ScriptHost) throws {
    guard !surveys.isEmpty else { return }
    let upto = question.clocks.now.day()
    for answer in try host.records(SurveyAnswer.self) {
      guard answer.answeredOn <= upto, question.from.map({ $0 <= answer.answeredOn }) ?? true,
        question.to.map({ answer.answeredOn <= $0 }) ?? true
      else { continue }
      let group = answer.ticket.flatMap { groupOf[$0] }
      for (place, survey) in surveys where survey.key == answer.kind {
        count(place, in: group) { $0.add(answer.score >= survey.recommend) }
      }
    }
  }

  // MARK: Report

  func report() throws -> ReportObject {
    let split = question.split
    let sets: [(cells: [Value], tally: [QualityCount])] =
      split.map { $0.sorted(groups) } ?? [([], total)]
    return ReportObject(
      question.opening + [
        .init(
          "measures",
          .object(
            ResultTable(
              columns: (split?.columns ?? []) + [
                .init("measure"), .init("title"), .init("指标"), .init("n", .number),
                .init("value", .number), .init("goal"), .init("met"),
              ],
              rows: sets.flatMap { set in rows(set.tally).map { set.cells + $0 } }))),
        TicketQuestion.part(of: problems),
        .init("why", .object(WhyObject(explanation)), text: ""),
      ])
  }

  private func rows(_ counts: [QualityCount]) -> [[Value]] {
    measures.indices.map { place in
      let (measure, count, goal) = (measures[place], counts[place], goal(of: place))
      return [
        .string(measure.key), .string(measure.title.en), .string(measure.title.zh),
        Value(count.n), Self.value(of: count, measure).scriptValue,
        goal.map { .string(Self.text(of: $0)) } ?? .nil,
        count.n == 0
          ? .string("no data") : count.meets(goal).map { .bool($0) } ?? .nil,
      ]
    }
  }

  /// Of the measure, or of the survey that it asks.
  private func goal(of measure: Int) -> QualityMeasure.Goal? {
    measures[measure].goal ?? surveys[measure]?.goal.map { .over($0.over) }
  }

  private static func text(of goal: QualityMeasure.Goal) -> String {
    switch goal {
    case .over(let share): "> \(ShareText.of(share))"
    case .within(let span): "≤ \(span)"
    }
  }

  /// A share, or a mean time.
  private enum Figure {
    case none
    case share(Double)
    case time(Span)

    var scriptValue: Value {
      switch self {
      case .none: .nil
      case .share(let share): .number(share)
      case .time(let span): .scalar(span.scalar)
      }
    }

    var fieldValue: FieldValue {
      switch self {
      case .none: .null
      case .share(let share): .number(share)
      case .time(let span): .text("\(span)")
      }
    }
  }

  private static func value(of count: QualityCount, _ measure: QualityMeasure) -> Figure {
    switch measure.kind {
    case .responseTime, .handlingTime: count.mean.map { .time($0) } ?? .none
    default: count.share.map { .share($0) } ?? .none
    }
  }

  private var explanation: Explanation {
    Explanation(
      "quality", .step, reason: "as of \(question.clocks.now)",
      source: question.policy.header.source,
      children: measures.indices.map { place in
        let (measure, count) = (measures[place], total[place])
        let isTime = measure.kind == .responseTime || measure.kind == .handlingTime
        let survey = surveys[place].map { ", score from \($0.recommend)" } ?? ""
        return Explanation(
          measure.key, count.n == 0 ? .notMatched : .step,
          value: Self.value(of: count, measure).fieldValue,
          reason: count.n == 0
            ? "no data"
            : (isTime
              ? "mean of \(count.n.text("ticket"))" : "\(count.hits) of \(count.n)\(survey)")
              + (goal(of: place).map { ", goal \(Self.text(of: $0))" } ?? ""),
          source: measure.source)
      })
  }
}
