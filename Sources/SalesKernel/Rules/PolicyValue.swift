import Values

/// A policy as it comes from its Lua file: plain data, with rules where the author wrote functions.
/// Engines decode it once into validated values (see ``PolicyDecoder``).
public indirect enum PolicyValue {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case money(Money)
  case day(Day)
  case span(Span)
  case list([PolicyValue])
  case table([String: PolicyValue])
  /// A Lua function.
  case rule(any Rule)
}
