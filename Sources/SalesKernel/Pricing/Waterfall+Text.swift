import Values

/// A waterfall as quote lines keep it: `list 10;factor ladder.from_100 0.95;…|agreement.vmi:vmi`.
extension Waterfall {
  public var text: String {
    let moves = steps.map { $0.move.text($0.rule) }
    let misses = misses.map { "\($0.rule):\($0.code)" }
    return moves.joined(separator: ";") + "|" + misses.joined(separator: ",")
  }

  /// - Throws: `price.waterfall` with the part that cannot be read.
  public init(parsing text: String) throws {
    let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    for part in halves[0].split(separator: ";") {
      let words = part.split(separator: " ").map(String.init)
      guard let move = try? Move(words), let word = words.first else {
        throw PriceError("price.waterfall", "\"\(part)\" is no step of a waterfall")
      }
      let isNamed = words.count == (word == "round" ? 4 : 3)
      steps.append(Step(rule: isNamed ? words[1] : "", move: move))
    }
    for part in (halves.count > 1 ? halves[1] : "").split(separator: ",") {
      let words = part.split(separator: ":").map(String.init)
      guard words.count == 2 else {
        throw PriceError("price.waterfall", "\"\(part)\" is no rule that did not apply")
      }
      misses.append(Miss(rule: words[0], code: words[1], reason: ""))
    }
  }

  /// The tree of a price: its steps with what stood before and after, and the rules that did not apply.
  ///
  /// - Parameter sources: Where each rule is from, by its name.
  /// - Throws: what ``amounts()`` throws.
  public func explanation(of label: String, sources: [String: String]) throws -> Explanation {
    var children: [Explanation] = []
    var before = ""
    for (step, amount) in zip(steps, try amounts()) {
      let after = amount.description
      let name = step.rule.isEmpty ? step.move.word : step.rule
      children.append(
        Explanation(
          name, step.rule.isEmpty ? .step : .matched, value: .text(after),
          reason: step.move.sentence(before: before, after: after), source: sources[step.rule]))
      before = after
    }
    children += misses.map {
      Explanation(
        $0.rule, .notMatched, reason: $0.reason.isEmpty ? $0.code : "\($0.code): \($0.reason)",
        source: sources[$0.rule])
    }
    let price = try replay()
    return Explanation(
      label, .step, value: .money(price.amount), reason: "\(price.unit) a piece",
      children: children)
  }
}

extension Waterfall.Move {
  /// As it stands in the text of a waterfall, with the rule that made it.
  func text(_ rule: String) -> String {
    rule.isEmpty ? "\(word) \(operand)" : "\(word) \(rule) \(operand)"
  }

  public var word: String {
    switch self {
    case .list: "list"
    case .factor: "factor"
    case .less: "less"
    case .price: "price"
    case .pieces: "pieces"
    case .quantity: "quantity"
    case .round: "round"
    case .floor: "floor"
    }
  }

  public var operand: String {
    switch self {
    case .list(let money), .price(let money), .floor(let money): money.description
    case .factor(let rate), .less(let rate), .pieces(let rate): rate.description
    case .quantity(let count): String(count)
    case .round(let stage, let mode): "\(stage.rawValue) \(mode.rawValue)"
    }
  }

  func sentence(before: String, after: String) -> String {
    switch self {
    case .list: "\(after) a piece"
    case .factor(let rate): "\(before) × \(rate) = \(after)"
    case .less(let rate): "\(before) − \(rate) of the list price = \(after)"
    case .price: "\(before) becomes \(after)"
    case .pieces(let rate): "\(before) × \(rate) = \(after)"
    case .quantity(let count): "\(count) pieces: \(after)"
    case .round(let stage, let mode): "\(before) to \(stage.decimals) decimals, \(mode.rawValue)"
    case .floor: "\(before) raised to \(after)"
    }
  }

  /// - Throws: where the words are no move.
  init(_ words: [String]) throws {
    guard let word = words.first, let last = words.last, words.count >= 2 else {
      throw PriceError("price.waterfall", "an empty step")
    }
    switch word {
    case "list": self = .list(try Money(parsing: last))
    case "price": self = .price(try Money(parsing: last))
    case "floor": self = .floor(try Money(parsing: last))
    case "factor": self = .factor(try Rate(parsing: last))
    case "less": self = .less(try Rate(parsing: last))
    case "pieces": self = .pieces(try Rate(parsing: last))
    case "quantity":
      guard let count = Int64(last) else { fallthrough }
      self = .quantity(count)
    case "round":
      guard words.count >= 3, let stage = Stage(rawValue: words[words.count - 2]),
        let mode = Rounding(rawValue: last)
      else { fallthrough }
      self = .round(stage, mode)
    default: throw PriceError("price.waterfall", "\"\(word)\" is no step")
    }
  }
}
