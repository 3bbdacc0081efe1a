import Values

/// A figure that plans set goals in, and how it is read from the book.
///
/// Most count from the plan's first day on: records whose day lies in the window, or what they come to.
/// A standing figure counts the records that are there on a day.
/// - Source: OR3.
public struct PlanFigure: Sendable {
  public enum Window: Hashable, Sendable {
    /// Records by the slot of their day.
    case since(Int)
    /// Records by the slots of their first and last day; either may be empty.
    case standing(begins: Int, ends: Int)
  }

  public let key: String
  public let title: Label
  public let unit: String
  public let entity: Entity
  /// What is summed; nil where records are counted.
  public let value: Int?
  public let window: Window
  public let except: [Int: [String]]
  public let only: [Int: [String]]
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "unit", "of", "value", "day", "begins", "ends", "except", "only", "source",
      "note",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    unit = try table["unit"].text()
    entity = try table["of"].entity()
    value = try table["value"].ifPresent?.slot(of: entity, [.money, .integer])
    if table["begins"].isPresent || table["ends"].isPresent {
      guard value == nil, !table["day"].isPresent else {
        throw PolicyError(
          "policy.value", at: at.path, "counts records that are there: no value, no day")
      }
      window = .standing(
        begins: try table["begins"].slot(of: entity, [.day]),
        ends: try table["ends"].slot(of: entity, [.day]))
    } else {
      window = .since(try table["day"].slot(of: entity, [.day, .instant]))
    }
    except = try table["except"].words(of: entity)
    only = try table["only"].words(of: entity)
    source = try table.source()
  }

  /// Whether it comes to money.
  public var isMoney: Bool { value.map { entity.fields[$0].type == .money } ?? false }

  /// A sum of it as a value.
  /// - Throws: `target.overflow`.
  public func value(_ sum: Int128) throws(ValidationError) -> FieldValue {
    try TargetValue(sum, isMoney ? .yuan : .pieces).fieldValue
  }
}

/// What a figure is to come to by the end of a phase: at least so much, and where it says so at most.
public struct PlanGoal: Hashable, Sendable {
  public let figure: String
  public let from: Int64
  public let upto: Int64?
  public let isMoney: Bool

  /// Units of 1/10,000 yuan, or whole numbers.
  public func isReached(_ sum: Int128) -> Bool { sum >= Int128(from) }

  public var fromValue: FieldValue { value(from) }
  public var uptoValue: FieldValue { upto.map(value) ?? .null }

  private func value(_ count: Int64) -> FieldValue {
    isMoney ? .money(Money(units: count)) : .integer(count)
  }

  /// As plan phases keep it: `team=3..4`, `revenue=100000.00..`.
  public var text: String {
    func text(_ count: Int64) -> String {
      isMoney ? "\(Money(units: count))" : "\(count)"
    }
    return "\(figure)=\(text(from))..\(upto.map(text) ?? "")"
  }

  /// Goals as a phase keeps them.
  public static func text(_ goals: [PlanGoal]) -> String? {
    goals.isEmpty ? nil : goals.map(\.text).joined(separator: ";")
  }

  /// Goals of a phase's text.
  /// - Throws: `plan.goals`.
  public static func parse(
    _ text: String?, _ figures: [PlanFigure]
  ) throws(ValidationError) -> [PlanGoal] {
    var goals: [PlanGoal] = []
    for part in (text ?? "").split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let figure = figures.first(where: { $0.key == sides[0] }) else {
        throw ValidationError(
          "plan.goals", "\"\(String(part).excerpt)\" is no goal",
          remedy: sides.isEmpty || sides.count == 1
            ? "write it as customers=5..10 or revenue=100000.00.."
            : Suggestion.sentence(for: sides[0], among: figures.map(\.key)), field: "goals")
      }
      goals.append(try goal(figure, sides[1]))
    }
    return goals
  }

  private static func goal(
    _ figure: PlanFigure, _ text: String
  ) throws(ValidationError) -> PlanGoal {
    func refuse() -> ValidationError {
      ValidationError(
        "plan.goals", "\(figure.key): \"\(text.excerpt)\" is no goal",
        remedy: "write it as 5, 5..10 or 5..", field: "goals")
    }
    func count(_ text: Substring) -> Int64? {
      figure.isMoney ? (try? Money(parsing: text))?.units : Int64(text)
    }
    var ends = [Substring(text)]
    if let dots = dots(text) { ends = [text[..<dots.lowerBound], text[dots.upperBound...]] }
    guard let from = count(ends[0]) else { throw refuse() }
    var upto: Int64?
    if ends.count == 2, !ends[1].isEmpty {
      guard let last = count(ends[1]), last >= from else { throw refuse() }
      upto = last
    }
    return PlanGoal(figure: figure.key, from: from, upto: upto, isMoney: figure.isMoney)
  }

  /// Where `..` stands.
  private static func dots(_ text: String) -> Range<String.Index>? {
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      if text[place] == ".", next < text.endIndex, text[next] == "." {
        return place..<text.index(after: next)
      }
      place = next
    }
    return nil
  }
}
