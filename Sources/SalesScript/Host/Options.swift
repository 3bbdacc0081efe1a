import Values

extension ScriptHost {
  /// The inputs of a run and its limits. Same inputs and same store, same result.
  public struct Options: Sendable {
    /// What scripts see as now.
    public var clock: Instant
    public var seed: UInt64
    public var actor: String
    /// What scripts see as `arg`.
    public var arguments: [String]
    /// Bytes for the interpreter; nil for no limit.
    public var memory: Int?
    /// Seconds; nil for no limit.
    public var timeout: Double?
    public var grants: Grants
    /// A console's globals live on; a script's undefined globals are errors.
    public var isInteractive: Bool
    /// Called with the name of each function that returns, and the type of what it gave, as help writes types; for
    /// tests of what help says.
    public var onReturn: (@Sendable (_ name: String, _ type: String) -> Void)?

    public init(
      clock: Instant, seed: UInt64 = 0, actor: String = "", arguments: [String] = [],
      memory: Int? = 512 << 20, timeout: Double? = nil, grants: Grants = Grants(),
      isInteractive: Bool = false
    ) {
      self.clock = clock
      self.seed = seed
      self.actor = actor
      self.arguments = arguments
      self.memory = memory
      self.timeout = timeout
      self.grants = grants
      self.isInteractive = isInteractive
    }
  }

  /// Directories that scripts may touch, and functions of Lua's libraries beyond the sandbox.
  public struct Grants: Sendable {
    public var read: [String]
    public var write: [String]
    /// Names as in `State.grantable`: `os.getenv`, `io` …; only a program that embeds the host gives them.
    public var names: [String]

    public init(read: [String] = [], write: [String] = [], names: [String] = []) {
      self.read = read
      self.write = write
      self.names = names
    }
  }
}
