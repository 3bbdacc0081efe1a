import Foundation
import Tenon

/// The options of tenon_open, as its JSON object gives them.
struct OpenOptions: Decodable {
  var create: Bool?
  var readonly: Bool?
  var seconds: Double?
  var megabytes: Double?
  var actor: String?
  var clock: String?
  var seed: Double?
  var read: [String]?
  var write: [String]?
  var arguments: [String]?
  var wait: Double?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case create, readonly, seconds, megabytes, actor, clock, seed, read, write, arguments, wait
  }

  /// - Throws: `usage.option`.
  init(json: String) throws {
    do {
      let data = Data(json.utf8)
      let names = try JSONDecoder().decode([String: Anything].self, from: data).keys.sorted()
      let known = CodingKeys.allCases.map(\.rawValue)
      for name in names where !known.contains(name) {
        throw OpenOptions.wrong(
          "there is no option '\(name)'",
          Suggestion.closest(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "the options are \(known.joined(separator: ", "))")
      }
      self = try JSONDecoder().decode(OpenOptions.self, from: data)
    } catch let error as DecodingError {
      throw OpenOptions.wrong(of: error)
    }
    try check()
  }

  private func check() throws {
    if let seconds, !(seconds > 0 && seconds <= 1_000_000) {
      throw OpenOptions.wrong("seconds: \(seconds) is not between 0 and 1000000")
    }
    _ = try whole(megabytes, "megabytes", 1...1_048_576)
    _ = try whole(wait, "wait", 0...1_000_000)
    _ = try whole(seed, "seed", 0...(1 << 53))
    if create == true, readonly == true {
      throw OpenOptions.wrong("create and readonly exclude each other")
    }
    _ = try instant()
  }

  private func instant() throws -> Instant? {
    guard let clock else { return nil }
    do { return try Instant(parsing: clock) } catch {
      throw OpenOptions.wrong("clock: \(error.message)", error.remedy)
    }
  }

  private func whole(_ number: Double?, _ name: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let number else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      throw OpenOptions.wrong(
        "\(name): \(number) is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  /// The longest that a call waits while another process writes.
  var waitLimit: Duration { .seconds(wait ?? 30) }

  /// For one run: with the machine's clock where none was given.
  var host: ScriptHost.Options {
    ScriptHost.Options(
      // Numbers were checked when they were read.
      actor: actor ?? "", seconds: seconds, megabytes: megabytes.map { Int($0) } ?? 512,
      grants: .init(read: read ?? [], write: write ?? []), clock: try? instant(),
      seed: seed.map { UInt64($0) } ?? 0,
      arguments: arguments ?? [])
  }

  private static func wrong(
    _ message: String, _ remedy: String = "tenon.h lists the options"
  ) -> ArgumentError {
    ArgumentError(message, code: "usage.option", remedy: remedy)
  }

  private static func wrong(of error: DecodingError) -> ArgumentError {
    switch error {
    case .typeMismatch(let type, let place):
      wrong(place.codingPath.isEmpty ? "no JSON object" : "\(name(place)): expected \(word(type))")
    case .valueNotFound(let type, let place): wrong("\(name(place)): expected \(word(type))")
    case .dataCorrupted(let place) where !place.codingPath.isEmpty:
      wrong("\(name(place)): \(place.debugDescription)")
    default: wrong("no JSON object")
    }
  }

  private static func name(_ place: DecodingError.Context) -> String {
    place.codingPath.first?.stringValue ?? ""
  }

  private static func word(_ type: any Any.Type) -> String {
    switch type {
    case is Bool.Type: "true or false"
    case is Double.Type: "a number"
    case is String.Type: "a text"
    default: "a list"
    }
  }

  /// A member of whatever type.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
  }
}
