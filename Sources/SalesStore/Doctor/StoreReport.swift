/// What the doctor found in a store.
public struct StoreReport: Sendable {
  /// One thing that was found.
  public struct Finding: Sendable, Hashable {
    public enum Weight: Sendable {
      /// Something is lost, or contradicts itself.
      case damage
      /// Worth knowing; nothing is lost.
      case note
    }

    public let weight: Weight
    /// What and where: `orders 12.amount: …`.
    public let message: String
    /// What to do about it.
    public let remedy: String
  }

  public internal(set) var findings: [Finding] = []
  /// How many records each entity has, where all of them could be read.
  public internal(set) var counts: [(entity: String, count: Int?)] = []
  public internal(set) var runs = 0
  /// Cells updated, records made and deleted, of all runs.
  public internal(set) var changes = 0
  /// Executions that are at work, or were cut off: whoever can ask for the job's lock knows.
  public internal(set) var open: [Execution] = []

  public var damages: [Finding] { findings.filter { $0.weight == .damage } }
}
