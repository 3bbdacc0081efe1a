import SalesScript

/// Output that nobody reads.
public final class Silence: ScriptOutput {
  public init() {}
  public func write(_ text: String) {}
}
