import Values

/// A kind of ticket: what it may be about, how bad it may be, and the steps that it goes through.
/// - Source: SV3, SV4.
public struct TicketKind: Sendable {
  /// One step of the flow.
  public struct Step: Sendable {
    public let key: String
    public let title: Label
    public let source: String
    /// Steps that may follow, on or back.
    public let next: [String]
    /// Moments of the ticket that coming here sets, where they are not yet.
    let marks: Set<TicketMark>
    /// Fields that must be filled to come here.
    let needs: [Int]
  }

  /// How a closed ticket is opened again.
  public struct Reopening: Hashable, Sendable {
    public let step: String
    public let within: Span
    public let source: String
  }

  public let key: String
  public let title: Label
  public let source: String
  public let classes: [TitledWord]
  /// None where the kind is not graded.
  public let grades: [TitledWord]
  public let steps: [Step]
  public let reopening: Reopening
  /// Places of the steps that resolve and close.
  let resolving: Int
  let closing: Int
}

/// A moment of a ticket that a step sets.
enum TicketMark: String, CaseIterable, Sendable {
  case responded, resolved, closed
}

extension TicketKind {
  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "source", "classes", "grades", "steps", "reopen",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    classes = try TitledWord.list(table["classes"])
    grades =
      try table["grades"].ifPresent.map { at throws(PolicyError) in
        try TitledWord.list(at)
      } ?? []
    var words: [String] = []
    for at in try table["steps"].list() {
      words.append(try at.dictionary()["key"].key())
    }
    steps = try table["steps"].filledList { at throws(PolicyError) in
      try Step(at, among: words)
    }
    try table["steps"].refuseDuplicates(steps.map(\.key))
    resolving = try Self.place(of: .resolved, in: steps, table["steps"].path)
    closing = try Self.place(of: .closed, in: steps, table["steps"].path)
    let reopen = try table["reopen"].table(keys: ["step", "within", "source"])
    reopening = Reopening(
      step: try reopen["step"].choice(words), within: try reopen["within"].duration(),
      source: try reopen.source())
    guard let step = steps.firstIndex(where: { $0.key == reopening.step }), step < resolving else {
      throw PolicyError(
        "policy.value", at: reopen["step"].path,
        "\(reopening.step) does not come before "
          + "\(steps[resolving].key), where tickets are resolved")
    }
  }

  private static func place(
    of mark: TicketMark, in steps: [Step], _ path: String
  ) throws(PolicyError) -> Int {
    let places = steps.indices.filter { steps[$0].marks.contains(mark) }
    guard places.count == 1 else {
      throw PolicyError(
        "policy.value", at: path, "\(places.count) steps mark \"\(mark.rawValue)\", not one",
        remedy: "give one step marks = { \"\(mark.rawValue)\" }")
    }
    return places[0]
  }
}

extension TicketKind.Step {
  init(_ at: PolicyDecoder, among words: [String]) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "source", "next", "marks", "needs"])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    next =
      try table["next"].ifPresent?.list { at throws(PolicyError) in
        try at.choice(words)
      } ?? []
    marks = Set(
      try table["marks"].ifPresent?.list { at throws(PolicyError) in
        try at.oneOf(TicketMark.self)
      } ?? [])
    needs =
      try table["needs"].ifPresent?.list { at throws(PolicyError) in
        try Ticket.schema.entity.policySlot(at)
      } ?? []
  }
}

extension TicketKind {
  public var resolvingStep: String { steps[resolving].key }
  public var closingStep: String { steps[closing].key }

  /// The place of a step.
  /// - Throws: `ticket.step` with the nearest.
  public func step(_ word: String) throws(ValidationError) -> Int {
    if let place = steps.firstIndex(where: { $0.key == word }) { return place }
    throw ValidationError(
      "ticket.step", "\"\(word.excerpt)\" is no step of \(key)",
      remedy: Suggestion.sentence(for: word, among: steps.map(\.key)), field: "step")
  }
}
