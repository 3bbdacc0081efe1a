import Values

/// A deal that may be won: who, what, how much, by when, and where in its playbook it stands.
/// - Source: FU4, FU5.
public struct Opportunity: SalesRecord, Hashable {
  /// Whether it is still to be decided.
  public enum Status: String, FieldChoice {
    case open, won, lost
  }

  public var id: Int64
  public var code: String?
  public var name: String?
  public var customer: Int64?
  public var product: Int64?
  public var rep: Int64?
  public var region: String?
  public var source: String?
  public var lead: Int64?
  public var playbook: String
  public var playbookVersion: String?
  public var stage: String
  public var status: Status
  public var amount: Money?
  public var expectedClose: Day?
  public var openedOn: Day
  public var closedOn: Day?
  public var competitor: String?
  public var reason: String?
  public var isKey: Bool?
  public var updatedOn: Day?
  public var order: Int64?

  public init(
    id: Int64 = 0, playbook: String, stage: String, status: Status = .open, openedOn: Day
  ) {
    self.id = id
    self.playbook = playbook
    self.stage = stage
    self.status = status
    self.openedOn = openedOn
  }

  public static func blank(id: Int64) -> Opportunity {
    Opportunity(id: id, playbook: "", stage: "", openedOn: .first)
  }
}
