/// What a field holds; decides its column, its CSV form, and what Lua sees.
public enum FieldType: Hashable, Sendable {
  case bool
  case integer
  case number
  case text
  case money
  case day
  case instant
  /// One of a closed list of words, kept as text.
  case choice([String])
  /// The id of a record of the named entity (plural name, as `customers`).
  case reference(String)
}
