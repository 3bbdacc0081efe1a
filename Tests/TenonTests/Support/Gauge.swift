import Tenon

/// A class for scripts.
final class Gauge: ScriptObject, CustomStringConvertible {
  static let scriptName = "gauge"
  let code: String
  var level: Double
  var note: String?
  var parts: [String] = []

  init(_ code: String, level: Double = 0) {
    (self.code, self.level) = (code, level)
  }

  var description: String { "gauge \(code)" }

  static func define(on host: ScriptHost) throws {
    try host.define(Gauge.self) { type in
      type.property("code", \.code)
      type.property("level", writable: \.level)
      type.property("note", writable: \.note)
      type.property("parts", writable: \.parts)
      type.property("size") { gauge in
        guard gauge.level >= 0 else { throw Broken(gauge: gauge.code) }
        return Int(exactly: gauge.level.rounded()) ?? 0
      }
      type.method("raise") { (gauge: Gauge, by: Double) in gauge.level += by }
      type.method("plus") { (gauge: Gauge, other: Gauge) in
        Gauge("\(gauge.code)+\(other.code)", level: gauge.level + other.level)
      }
      type.method("cost") { (gauge: Gauge, price: Money, days: Int?) in
        try price.times(Rate(exactly: gauge.level), rounding: .halfUp, to: .document)
      }
    }
    try host.define("gauge") { (code: String, level: Double?) in Gauge(code, level: level ?? 0) }
  }
}

/// An error of no layer of Tenon's.
struct Broken: Error, Equatable {
  let gauge: String
}
