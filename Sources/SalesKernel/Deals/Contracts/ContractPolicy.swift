import Values

/// How contracts are drawn up, carried out and late.
/// - Source: FU8, FU9; the words and figures are the policy's.
public struct ContractPolicy: Sendable {
  /// A step of carrying a contract out.
  public struct Step: Hashable, Sendable {
    /// What a day of a step counts from.
    public enum Start: Hashable, Sendable {
      case signature
      case delivery
    }

    public let key: String
    public let title: Label
    public let role: String
    public let source: String
    public let start: Start
    public let days: Int64
    public let doneBy: ContractEvent?
    /// The payment node that the contract reaches with it.
    public let node: String?

    /// The day by which it is done; nil where what it counts from is not known.
    /// - Throws: `day.range`.
    public func dueOn(signed: Day, due: Day?) throws(ValueError) -> Day? {
      switch start {
      case .signature: try signed.adding(days: Int(days))
      case .delivery: try due?.adding(days: Int(days))
      }
    }
  }

  public let name: String
  public let source: String
  public let number: DocumentNumber
  /// Whether a quote must have been approved before a contract is drawn from it.
  public let needsApproval: Bool
  public let language: ClauseLibrary.Language
  public let penalty: PenaltyTerms
  public let library: ClauseLibrary
  public let steps: [Step]
  public let moves: StatusMoves
  private let statuses: [Contract.Status: Label]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + DocumentNumber.keys + [
        "needs_approval", "language", "penalty", "clauses", "steps", "statuses", "moves",
      ])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    number = try DocumentNumber(root)
    needsApproval = try root["needs_approval"].bool()
    language = try root["language"].oneOf(ClauseLibrary.Language.self)
    penalty = try PenaltyTerms(root["penalty"])
    library = try ClauseLibrary(root["clauses"])
    steps = try root["steps"].filledList { at throws(PolicyError) in try Self.step(at) }
    try root["steps"].refuseDuplicates(steps.map(\.key))
    let words = Contract.Status.allCases.map(\.rawValue)
    moves = try StatusMoves(root["moves"], among: words)
    let labels = try root["statuses"].table(keys: words)
    var statuses: [Contract.Status: Label] = [:]
    for status in Contract.Status.allCases {
      statuses[status] = try labels[status.rawValue].label()
    }
    self.statuses = statuses
  }

  private static func step(_ at: PolicyDecoder) throws(PolicyError) -> Step {
    let table = try at.table(
      keys: ["key", "title", "role", "source", "days", "due_days", "done_by", "node"])
    let afterSignature = try table["days"].ifPresent?.integer(in: 0...36_500)
    let afterDelivery = try table["due_days"].ifPresent?.integer(in: -36_500...36_500)
    guard (afterSignature == nil) != (afterDelivery == nil) else {
      throw PolicyError(
        "policy.value", at: at.path, "needs either days or due_days",
        remedy: "days count from signature, due_days from the contract's day of delivery")
    }
    return Step(
      key: try table["key"].key(), title: try table["title"].label(),
      role: try table["role"].text(), source: try table.source(),
      start: afterSignature == nil ? .delivery : .signature,
      days: afterSignature ?? afterDelivery ?? 0,
      doneBy: try table["done_by"].ifPresent?.oneOf(ContractEvent.self),
      node: try table["node"].ifPresent?.text())
  }

  public func label(of status: Contract.Status) -> Label {
    statuses[status] ?? Label(status.rawValue, status.rawValue)
  }

  /// The title of a step's word; the word itself where the policy does not know it.
  public func title(of step: String) -> Label {
    steps.first { $0.key == step }?.title ?? Label(step, step)
  }

  /// - Throws: `contract.status` with what is possible.
  public func require(
    _ contract: Contract, to status: Contract.Status
  ) throws(ValidationError) {
    try moves.require(
      "contract", contract.code ?? "", from: contract.status.rawValue, to: status.rawValue)
  }
}
