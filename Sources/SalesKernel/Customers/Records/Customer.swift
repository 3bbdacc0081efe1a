import Values

/// A firm that buys or may buy, with the facts that engines keep about it.
/// - Source: CU1; columns and checks in `Customer+Schema.swift`.
public struct Customer: SalesRecord, Hashable {
  public enum Size: String, FieldChoice {
    case large, medium, small
  }

  /// Where the customer stands in its life with us. Source: CU12.
  public enum Stage: String, FieldChoice {
    case acquire, activate, retain, convert, refer
  }

  /// A rough judgement.
  public enum Strength: String, FieldChoice {
    case low, medium, high
  }

  public var id: Int64

  // Identity
  public var code: String?
  public var name: String
  public var uscc: String?
  public var industry: String?
  public var industryEdition: IndustryClass.Edition?
  public var kind: String?
  public var size: Size?
  public var headcount: Int64?
  public var revenue: Money?
  public var region: String?
  public var owner: Int64?
  public var csm: Int64?
  public var source: String?

  // Judgement
  public var stage: Stage?
  public var credit: Int64?
  public var influence: Strength?
  public var potential: Strength?
  public var repurchaseRate: Double?
  public var referScore: Int64?
  public var sizeScore: Int64?
  public var fitScore: Int64?
  public var urgencyScore: Int64?
  public var budgetScore: Int64?
  public var clarityScore: Int64?
  public var industryScore: Int64?
  public var ladder: String?
  public var createdOn: Day?
  public var updatedOn: Day?

  // Facts, each in a narrow table
  public var level: String?
  public var segment: String?
  public var grade: String?
  public var score: Double?
  public var annualPurchase: Money?
  public var orderCount: Int64?
  public var firstOrder: Day?
  public var lastOrder: Day?
  public var lastContact: Day?
  public var lastEmailOpened: Day?
  public var churn: String?
  public var health: Double?
  public var healthBand: String?
  public var healthOn: Day?
  public var healthModel: String?

  public init(id: Int64 = 0, name: String) {
    self.id = id
    self.name = name
  }

  public static func blank(id: Int64) -> Customer { Customer(id: id, name: "") }
}
