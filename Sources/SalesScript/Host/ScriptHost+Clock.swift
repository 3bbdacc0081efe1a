import Lua
import Values

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `os.time`, `os.date`, `os.clock` and `os.difftime` as in the manual (§6.9), with the run's clock as now and the
/// field's zone as local time.
extension ScriptHost {
  func defineClock() throws {
    try state.define("os.time") { [options] arguments, results in
      guard !arguments.isNil(0) else {
        return try results.add(options.clock.milliseconds / 1000)
      }
      try results.add(try Self.seconds(of: arguments.decode(0, as: Table.self)))
    }
    try state.define("os.date") { [options] arguments, results in
      let format = try arguments.decode(0, as: String?.self) ?? "%c"
      let now = options.clock.milliseconds / 1000
      let seconds = try arguments.decode(1, as: Int64?.self) ?? now
      let isUniversal = format.hasPrefix("!")
      let words = isUniversal ? String(format.dropFirst()) : format
      let time = try Self.broken(seconds, isUniversal: isUniversal)
      if words.hasPrefix("*t") {
        try results.add(Self.table(of: time))
      } else {
        try results.add(Self.text(words, time, isUniversal: isUniversal))
      }
    }
    // Work is measured in numbers of things, not in seconds: the same run gives the same values.
    try state.define("os.clock") { _, results in try results.add(0.0) }
    try state.define(
      "os.difftime", State.typed { (later: Double, earlier: Double) in later - earlier })
  }

  private static let offset: Int64 = 8 * 3600  // Asia/Shanghai has had no other since 1991

  private static func broken(_ seconds: Int64, isUniversal: Bool) throws -> tm {
    var time = tm()
    let (moved, overflow) = seconds.addingReportingOverflow(isUniversal ? 0 : offset)
    var value = time_t(moved)
    guard !overflow, gmtime_r(&value, &time) != nil else {
      throw ArgumentError("argument #2: \(seconds) seconds are beyond the calendar")
    }
    return time
  }

  /// The conversions of C99 that Lua takes.
  private static let conversions = Set("aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%")

  private static func text(_ format: String, _ time: tm, isUniversal: Bool) throws -> String {
    var result = ""
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      rest = rest[rest.index(after: percent)...]
      guard let conversion = rest.popFirst(), conversions.contains(conversion) else {
        throw ArgumentError("argument #1: '\(format)' has a % that is no conversion")
      }
      switch conversion {
      case "z": result += isUniversal ? "+0000" : "+0800"
      case "Z": result += isUniversal ? "UTC" : "CST"
      default: result += written(conversion, time)
      }
    }
    return result + rest
  }

  private static func written(_ conversion: Character, _ time: tm) -> String {
    var time = time
    var bytes = [CChar](repeating: 0, count: 128)
    let length = strftime(&bytes, bytes.count, "%\(conversion)", &time)
    return String(decoding: bytes.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func table(of time: tm) -> Table {
    let parts: [(String, Int32)] = [
      ("year", time.tm_year + 1900), ("month", time.tm_mon + 1), ("day", time.tm_mday),
      ("hour", time.tm_hour), ("min", time.tm_min), ("sec", time.tm_sec),
      ("wday", time.tm_wday + 1), ("yday", time.tm_yday + 1),
    ]
    return Table(
      fields: parts.map { ($0.0, .integer(Int64($0.1))) } + [("isdst", .bool(false))])
  }

  /// Fields beyond their ranges move the others, as `os.time{day = 0}` does.
  private static func seconds(of table: Table) throws -> Int64 {
    func part(_ name: String, _ standard: Int64?) throws -> Int32 {
      switch table[name] {
      case .nil:
        guard let standard else {
          throw ArgumentError("field '\(name)' is missing in the date table")
        }
        return Int32(standard)
      case .integer(let value):
        if let value = Int32(exactly: value), value.magnitude < 1 << 30 { return value }
      case .number(let value):
        if let value = Int32(exactly: value), value.magnitude < 1 << 30 { return value }
      default: break
      }
      throw ArgumentError("field '\(name)' of the date table is no whole number in its range")
    }
    var time = tm()
    time.tm_year = try part("year", nil) - 1900
    time.tm_mon = try part("month", nil) - 1
    time.tm_mday = try part("day", nil)
    time.tm_hour = try part("hour", 12)
    time.tm_min = try part("min", 0)
    time.tm_sec = try part("sec", 0)
    return Int64(timegm(&time)) - offset
  }
}
