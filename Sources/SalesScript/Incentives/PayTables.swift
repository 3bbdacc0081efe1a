import Lua
import SalesKernel
import SalesStore
import Values

/// Pay of one or more periods as tables.
struct PayTables {
  /// What a table has a row for.
  enum By: String, CaseIterable {
    case rep, role, team, area, component, period
  }

  let plan: IncentivePlan
  let books: [PayBook]
  /// Only this rep's; nil for all.
  let only: Int?

  private var reps: [PayRep] { books[0].inputs.roster.reps }

  /// Places of those who are paid in some period.
  var places: [Int] {
    let all = Set(books.flatMap(\.places)).sorted()
    return only.map { place in all.filter { $0 == place } } ?? all
  }

  func total() throws -> Money {
    try places.reduce(Money.zero) { try $0.adding(pay($1)) }
  }

  func pay(_ place: Int) throws -> Money {
    try books.reduce(Money.zero) { try $0.adding($1.total(place)) }
  }

  private func role(_ place: Int) -> String? {
    books.compactMap { $0.roles[place]?.key }.first
  }

  private func credit(_ place: Int) throws -> Money {
    try books.reduce(Money.zero) { try $0.adding($1.credit(of: place)) }
  }

  private func sum(_ component: Int, _ place: Int) throws -> Money? {
    let items = books.compactMap { $0.items[component][place] }
    return items.isEmpty ? nil : try items.reduce(Money.zero) { try $0.adding($1.amount) }
  }

  func table(by: By) throws -> ResultTable {
    switch by {
    case .rep: try repTable()
    case .component: try componentTable()
    case .period: try periodTable()
    case .role: try groupTable("role") { role($0) }
    case .team: try groupTable("team") { reps[$0].team }
    case .area: try groupTable("area") { reps[$0].area }
    }
  }

  private func repTable() throws -> ResultTable {
    ResultTable(
      columns: [
        .init("rep", .number), .init("name"), .init("role"), .init("credit", .number),
      ] + plan.components.map { .init($0.key, .number) } + [.init("pay", .number)],
      rows: try places.map { place in
        let parts = try plan.components.indices.map {
          try sum($0, place).map { Value.scalar($0.scalar) } ?? .nil
        }
        return [
          .integer(reps[place].id), .string(reps[place].name), Value(role(place)),
          .scalar(try credit(place).scalar),
        ] + parts + [.scalar(try pay(place).scalar)]
      })
  }

  private func componentTable() throws -> ResultTable {
    ResultTable(
      columns: [
        .init("component"), .init("title"), .init("标题"), .init("reps", .number),
        .init("pay", .number), .init("source"),
      ],
      rows: try plan.components.indices.map { index in
        let paid = try places.compactMap { try sum(index, $0) }.filter { $0 != .zero }
        let component = plan.components[index]
        return [
          .string(component.key), .string(component.title.en), .string(component.title.zh),
          Value(paid.count),
          .scalar(try paid.reduce(Money.zero) { try $0.adding($1) }.scalar),
          .string(component.source),
        ]
      })
  }

  private func periodTable() throws -> ResultTable {
    ResultTable(
      columns: [
        .init("period"), .init("reps", .number), .init("credit", .number), .init("pay", .number),
      ],
      rows: try books.map { book in
        let places = book.places.filter { only == nil || only == $0 }
        return [
          .string(book.inputs.period.text), Value(places.count),
          .scalar(try places.reduce(Money.zero) { try $0.adding(book.credit(of: $1)) }.scalar),
          .scalar(try places.reduce(Money.zero) { try $0.adding(book.total($1)) }.scalar),
        ]
      })
  }

  private func groupTable(
    _ name: String, _ group: (Int) -> String?
  ) throws -> ResultTable {
    let groups = Dictionary(grouping: places, by: group)
    return ResultTable(
      columns: [
        .init(name), .init("reps", .number), .init("credit", .number), .init("pay", .number),
      ],
      rows: try groups.sorted { ($0.key ?? "\u{10FFFF}") < ($1.key ?? "\u{10FFFF}") }.map {
        key, places in
        [
          Value(key), Value(places.count),
          .scalar(try places.reduce(Money.zero) { try $0.adding(credit($1)) }.scalar),
          .scalar(try places.reduce(Money.zero) { try $0.adding(pay($1)) }.scalar),
        ]
      })
  }

  /// What is not known, so that it pays nothing.
  func gaps() throws -> ResultTable {
    var rows: [[Value]] = []
    for book in books {
      for place in book.places where only == nil || only == place {
        for (component, gap) in book.gaps(place) {
          rows.append([
            .string(book.inputs.period.text), .integer(reps[place].id),
            .string(reps[place].name), .string(component), .string("no data: \(gap)"),
          ])
        }
      }
      for place in try book.withoutRole() where only == nil || only == place {
        rows.append([
          .string(book.inputs.period.text), .integer(reps[place].id), .string(reps[place].name),
          .nil, .string("not paid: \(book.missingRole(place))"),
        ])
      }
    }
    return ResultTable(
      columns: [
        .init("period"), .init("rep", .number), .init("name"), .init("component"), .init("gap"),
      ], rows: rows)
  }

  func unassigned() throws -> Money {
    try books.reduce(Money.zero) { try $0.adding($1.inputs.cells.unassigned()) }
  }

  /// One rep: the tree of every period. Several: each with its sum.
  func explanation() throws -> Explanation {
    let places = only.map { [$0] } ?? places
    var nodes: [Explanation] = []
    for book in books {
      let trees = try places.map { place in
        guard only == nil else { return try book.explanation(of: place) }
        return Explanation(
          reps[place].name, .step, value: .money(try book.total(place)),
          reason: "incentive.pay{rep = \(reps[place].id)} has the steps")
      }
      nodes.append(
        Explanation(
          book.inputs.period.text, .step,
          value: .money(try places.reduce(Money.zero) { try $0.adding(book.total($1)) }),
          children: trees))
    }
    return Explanation(
      "pay by \(plan.name)", .step, value: .money(try total()), source: plan.header.source,
      children: nodes)
  }
}
