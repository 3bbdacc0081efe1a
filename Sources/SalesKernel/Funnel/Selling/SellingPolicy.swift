import Values

/// How opportunities are numbered, decided, tracked and assessed.
/// - Source: FU4, FU5, FU7; words and figures are the policy's.
public struct SellingPolicy {
  /// How keeping to the playbook counts.
  public struct Process: Hashable, Sendable {
    /// Share of required nodes done in time that is asked for.
    public let goal: Rate
    /// Its share of an assessment.
    public let weight: Rate
    /// What an order won outside the process costs of its commission, as a share.
    public let commissionCut: Rate
    public let source: String
  }

  public let name: String
  public let source: String
  public let numbers: DocumentNumber
  /// Name of the playbook where none is given.
  public let playbook: String
  public let reopens: [Opportunity.Status]
  public let wonReasons: [TitledWord]
  public let lostReasons: [TitledWord]
  /// Over an opportunity: whether it is a key one.
  public let keyRule: any Rule
  public let keySource: String
  public let process: Process

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "numbers", "playbook", "reopens", "reasons", "key", "process",
      ])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    numbers = try DocumentNumber(try root["numbers"].table(keys: DocumentNumber.keys))
    playbook = try root["playbook"].text()
    reopens = try root["reopens"].list { at throws(PolicyError) in
      let status = try at.oneOf(Opportunity.Status.self)
      guard status != .open else {
        throw PolicyError("policy.value", at: at.path, "what is open need not be opened again")
      }
      return status
    }
    let reasons = try root["reasons"].table(keys: ["won", "lost"])
    wonReasons = try TitledWord.list(reasons["won"])
    lostReasons = try TitledWord.list(reasons["lost"])
    let key = try root["key"].table(keys: ["when", "source"])
    keyRule = try key["when"].rule(compiler, entity: Opportunity.schema.entity, extra: [])
    keySource = try key.source()
    let process = try root["process"].table(
      keys: ["goal", "weight", "commission_cut", "source"])
    self.process = Process(
      goal: try process["goal"].rate(upTo: 1), weight: try process["weight"].rate(upTo: 1),
      commissionCut: try process["commission_cut"].rate(upTo: 1), source: try process.source())
  }

  /// The title of a reason; the word itself where the policy does not know it.
  public func title(of reason: String, when status: Opportunity.Status) -> Label {
    let words = status == .won ? wonReasons : lostReasons
    return words.first { $0.key == reason }?.title ?? Label(reason, reason)
  }
}
