/// Something that happens to a contract and may complete a step of its execution by itself.
public enum ContractEvent: String, FieldChoice {
  /// Both sides signed.
  case signed
  /// Its order was placed.
  case ordered
  /// All its goods are delivered.
  case delivered
  /// All its deliveries are accepted.
  case accepted
}
