import SalesKernel
import SalesScript

/// Output that nobody reads.
public final class Silence: ScriptOutput {
  public init() {}
  public let lexicon: Lexicon? = nil
  public func write(_ text: String) {}
  public func text(of table: ResultTable) -> String { "" }
  public func text(of explanation: Explanation) -> String { "" }
}
