import Lua
import SalesKernel
import SalesStore
import Values

/// What is asked of a funnel: which opportunities, which window, by what was known on which day.
struct FunnelQuestion {
  let book: FunnelBook
  let from: Day
  let upto: Day

  static let options = ["of", "playbook", "as_of", "from", "upto", "by"]

  /// - Throws: `funnel.window`, `funnel.split`, `playbook.unknown`, `playbook.won`.
  init(_ options: NamedArguments, _ host: ScriptHost, _ policies: EnginePolicies) throws {
    let asOf = try options.day("as_of") ?? host.options.clock.day()
    from = try options.day("from") ?? .first
    upto = try options.day("upto") ?? asOf
    guard from <= upto else {
      throw ArgumentError(
        "the window is from \(from) to \(upto): it ends before it begins", code: "funnel.window",
        remedy: "give from and upto the other way round")
    }
    guard upto <= asOf else {
      throw ArgumentError(
        "the window ends on \(upto), after \(asOf), by which it is asked", code: "funnel.window",
        remedy: "give upto = \(asOf) at the latest, or a later as_of")
    }
    let query = try options.query("of", of: Opportunity.schema.entity)
    book = try FunnelReader(host, policies, asOf: asOf).book(
      of: query, playbook: options["playbook"], by: try options.string("by"))
  }

  var history: FunnelHistory { book.history }
  var stages: FunnelStages { book.history.stages }
  var asOf: Day { book.asOf }
  var probabilities: [Rate] { stages.stages.map(\.probability) }

  /// What every report of a funnel opens with.
  var opening: [ReportObject.Part] {
    var parts: [ReportObject.Part] = [
      .init("playbook", .string(stages.playbook)), .init("as_of", .scalar(asOf.scalar)),
    ]
    if book.others > 0 {
      parts.append(
        .init(
          "others", .integer(Int64(book.others)),
          text: "\(book.others) opportunities follow other playbooks"))
    }
    if book.unknownStages > 0 {
      parts.append(
        .init(
          "unknown_stages", .integer(Int64(book.unknownStages)),
          text: "\(book.unknownStages) left out: \(stages.playbook) does not know their stage"))
    }
    if book.misdated > 0 {
      parts.append(
        .init(
          "misdated", .integer(Int64(book.misdated)),
          text: "\(book.misdated) were closed before they were opened: taken as closed on that day")
      )
    }
    return parts
  }

  /// The window in words, as a part.
  var window: [ReportObject.Part] {
    [
      .init("from", from == .first ? .nil : .scalar(from.scalar)),
      .init("upto", .scalar(upto.scalar)),
    ]
  }

  /// One row a group: the cells of the group, then those of its tally.
  func groups<Tally>(
    _ groups: FigureGroups<Tally>, _ columns: [ResultTable.Column],
    _ cells: (Tally) throws -> [Value]
  ) throws -> [ReportObject.Part] {
    guard let split = book.split else { return [] }
    let rows = try split.sorted(groups.groups).map { $0.cells + (try cells($0.tally)) }
    return [
      .init("groups", .object(ResultTable(columns: split.columns + columns, rows: rows)))
    ]
  }
}

extension Value {
  init(_ number: Double?) { self = number.map { .number($0) } ?? .nil }
  init(_ count: Int) { self = .integer(Int64(count)) }
  init(_ money: Money) { self = .scalar(money.scalar) }
}

extension Money {
  /// A sum of yuan that was estimated, to the fen; nil where it is out of range.
  init?(estimate yuan: Double) {
    let units = (yuan * 100).rounded() * 100
    guard units.isFinite, let whole = Int64(exactly: units) else { return nil }
    self.init(units: whole)
  }
}
