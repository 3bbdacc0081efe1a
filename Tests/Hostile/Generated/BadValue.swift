/// A value that a function should not be given, as Lua source.
struct BadValue {
  let name: String
  let source: String

  static let all: [BadValue] = numbers + texts + tables + functions + records + scalars

  private static let numbers: [BadValue] = [
    ("NaN", "(0/0)"), ("infinity", "math.huge"), ("-infinity", "(-math.huge)"), ("2^63", "(2^63)"),
    ("-2^63", "(-2^63)"), ("smallest integer", "math.mininteger"),
    ("largest integer", "math.maxinteger"), ("2^53 + 1", "((1 << 53) + 1)"), ("2^31", "(1 << 31)"),
    ("-1", "(-1)"), ("0", "0"), ("1e300", "1e300"), ("0.5", "0.5"), ("5e-324", "5e-324"),
  ].map { BadValue(name: $0, source: $1) }

  private static let texts: [BadValue] = [
    ("no text", "\"\""), ("invalid UTF-8", "\"\\xff\\xfe\""), ("a text with NUL", "\"a\\0b\""),
    ("a megabyte", "(\"x\"):rep(1 << 20)"), ("a quote", "\"'\\\"]]--\""), ("a blank", "\" \""),
  ].map { BadValue(name: $0, source: $1) }

  private static let tables: [BadValue] = [
    ("nil", "nil"), ("true", "true"), ("false", "false"), ("empty table", "{}"),
    ("a table in itself", "(function() local t = {} t[1] = t t.t = t return t end)()"),
    ("a deep table", "(function() local t = {} for i = 1, 100 do t = {t} end return t end)()"),
    ("deep fields", "(function() local t = {} for i = 1, 30 do t = {name = t} end return t end)()"),
    ("a list of NaN", "{0/0}"), ("a list of extremes", "{math.maxinteger, math.maxinteger}"),
    ("a list of texts", "{\"\", \"\\xff\"}"), ("a list of tables", "{{}, {}}"),
    ("odd keys", "{[0.5] = 1, [true] = 2, [-1] = 3}"),
  ].map { BadValue(name: $0, source: $1) }

  private static let functions: [BadValue] = [
    ("a function that fails", "(function() error(\"bad\") end)"),
    ("a function that yields", "coroutine.yield"),
    ("a function that gives NaN", "(function() return 0/0 end)"),
    ("a function that gives a table", "(function() return {} end)"),
    ("a coroutine", "coroutine.create(print)"),
  ].map { BadValue(name: $0, source: $1) }

  private static let records: [BadValue] = [
    (
      "a dead record",
      "(function() local kept reps:where(function(r) kept = r return true end):count() return kept end)()"
    ),
    ("a record of kit_items", "kit_items:first()"), ("a customer", "customers:first()"),
    ("a rep", "reps:first()"), ("the query orders", "orders"), ("the query customers", "customers"),
    ("an empty query", "customers:where(\"id < 0\")"), ("changes", "changes()"),
    ("results", "customers:limit(2):rows()"),
  ].map { BadValue(name: $0, source: $1) }

  private static let scalars: [BadValue] = [
    ("the most money", "money\"115292150460684.6975\""),
    ("the least money", "money\"-115292150460684.6975\""), ("no money", "money\"0\""),
    ("the first day", "date\"0001-01-01\""), ("the last day", "date\"9999-12-31\""),
    ("the first instant", "instant\"0001-01-01T00:00:00+08:00\""),
    ("the last instant", "instant\"9999-12-31T23:59:59+08:00\""),
    ("a long span", "days(3650000)"), ("a long span back", "days(-3650000)"),
  ].map { BadValue(name: $0, source: $1) }
}
