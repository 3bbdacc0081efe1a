import Values

/// A firm that asked, or that we found, before it is known whether there is a deal in it.
/// - Source: FU1, FU2, FU3; columns and checks in `Lead+Schema.swift`.
public struct Lead: SalesRecord, Hashable {
  /// What became of it.
  public enum Status: String, FieldChoice {
    case open, nurture, converted, disqualified

    /// Whether it may still become something.
    public var isAlive: Bool { self == .open || self == .nurture }
  }

  public var id: Int64
  public var code: String?
  public var company: String
  public var uscc: String?
  public var contactName: String?
  public var phone: String?
  public var email: String?
  public var region: String?
  public var industry: String?
  public var source: String?
  public var cost: Money?
  public var owner: Int64?
  public var status: Status
  public var reason: String?

  public var arrivedAt: Instant
  public var gradedAt: Instant?
  public var gradeSince: Instant?
  public var followedUpAt: Instant?
  public var nurturedAt: Instant?
  public var closedAt: Instant?

  public var budget: Double?
  public var authority: Double?
  public var need: Double?
  public var timing: Double?
  public var size: Double?
  public var fit: Double?
  public var intent: Double?
  public var intentAt: Instant?
  public var strategicFit: Double?

  public var score: Double?
  public var grade: String?
  public var clockGrade: String?

  public var customer: Int64?
  public var opportunity: Int64?

  public init(id: Int64 = 0, company: String, status: Status = .open, arrivedAt: Instant) {
    self.id = id
    self.company = company
    self.status = status
    self.arrivedAt = arrivedAt
  }

  public static func blank(id: Int64) -> Lead {
    Lead(id: id, company: "", arrivedAt: .first)
  }

  /// How messages name it.
  public var title: String { code ?? "\(id)" }
}
