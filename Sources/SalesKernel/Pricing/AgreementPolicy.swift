/// Kinds of price agreements, and what each says of a line while it holds.
/// - Source: PR3; the words are the policy's.
public struct AgreementPolicy: Sendable {
  public struct Kind: Sendable {
    public let word: String
    public let title: Label
    /// Fields of a price line, by slot, and the values that they take.
    let sets: [(slot: Int, value: FieldValue)]
  }

  public let kinds: [Kind]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["kinds"])
    _ = try PolicyHeader(root)
    let entity = PriceLine.schema.entity
    kinds = try root["kinds"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["kind", "title", "sets", "note"])
      let fields = try table["sets"].table(keys: PriceLine.termFields)
      var sets: [(slot: Int, value: FieldValue)] = []
      for name in fields.keys {
        guard let slot = entity.slot(of: name) else { continue }
        guard let value = fields[name].value.fieldValue,
          let valid = try? entity.fields[slot].validated(value)
        else { throw fields[name].unexpected(entity.fields[slot].expectation) }
        sets.append((slot, valid))
      }
      guard !sets.isEmpty else {
        throw PolicyError("policy.missing", at: at.path, "says nothing of a line (sets)")
      }
      return Kind(word: try table["kind"].text(), title: try table["title"].label(), sets: sets)
    }
    try root["kinds"].refuseDuplicates(kinds.map(\.word))
    guard kinds.count <= Held.most else {
      throw PolicyError("policy.value", at: root["kinds"].path, "has more than \(Held.most) kinds")
    }
  }

  /// Which kinds of agreements hold, by their place in the policy.
  public struct Held: Hashable, Sendable {
    static let most = 64
    private var bits: UInt64 = 0

    public init() {}
    public mutating func insert(_ kind: Int) { bits |= 1 << UInt64(kind) }
    func contains(_ kind: Int) -> Bool { bits & (1 << UInt64(kind)) != 0 }
  }

  /// The place of a kind; nil for a word that the policy does not have.
  public func index(of word: String) -> Int? { kinds.firstIndex { $0.word == word } }

  /// Fields of a line that agreements may set.
  public var fields: [String] {
    let slots = Set(kinds.flatMap { $0.sets.map(\.slot) })
    return slots.sorted().map { PriceLine.schema.entity.fields[$0].name }
  }

  /// Lets the agreements that hold say what they say of a line; where several do, the first counts.
  /// - Throws: ``ValidationError``.
  public func apply(
    _ held: Held, to line: inout PriceLine, except: Set<String>
  ) throws(ValidationError) {
    for index in kinds.indices.reversed() where held.contains(index) {
      for (slot, value) in kinds[index].sets
      where !except.contains(PriceLine.schema.entity.fields[slot].name) {
        try PriceLine.schema.set(&line, slot: slot, to: value)
      }
    }
  }

  /// The kinds under which a line has this word as its agreement.
  public func kinds(naming word: String) -> [String] {
    let slot = PriceLine.schema.entity.slot(of: "agreement")
    return kinds.filter { $0.sets.contains { $0.slot == slot && $0.value == .text(word) } }
      .map(\.word)
  }
}

extension PriceLine {
  /// The fields that terms and agreements give.
  public static let termFields = [
    "agreement", "vmi", "cash", "prepaid", "renewal_years", "promotion", "referral",
  ]
}
