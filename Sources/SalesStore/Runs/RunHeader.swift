import Values

/// Who does a run, with what, and the inputs that make it repeatable.
public struct RunHeader: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case script, console, `import`, undo, apply, sample
  }

  public var kind: Kind
  public var script: String?
  public var scriptHash: String?
  public var arguments: [String]
  public var clock: Instant
  public var seed: UInt64
  public var actor: String
  /// The policy pack and its version.
  public var policy: String?
  public var note: String?

  public init(
    kind: Kind, script: String? = nil, scriptHash: String? = nil, arguments: [String] = [],
    clock: Instant, seed: UInt64 = 0, actor: String, policy: String? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.script = script
    self.scriptHash = scriptHash
    self.arguments = arguments
    self.clock = clock
    self.seed = seed
    self.actor = actor
    self.policy = policy
    self.note = note
  }
}
