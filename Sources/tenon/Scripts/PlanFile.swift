/// A plan on disk: a script with the inputs of its run, and what it was found to change.
import Foundation
import SalesScript
import SalesStore
import Values

struct PlanFile: Codable, Equatable {
  private static let version = 1

  /// What one field or kind of record would see, for people who read the file.
  struct Count: Codable, Equatable {
    let entity: String
    let field: String
    let change: String
    let count: Int
  }

  let tenonPlan: Int
  let script: String
  let scriptHash: String
  let arguments: [String]
  let clock: String
  let seed: UInt64
  let digest: String
  let counts: [Count]

  enum CodingKeys: String, CodingKey {
    case tenonPlan = "tenon_plan"
    case script
    case scriptHash = "script_hash"
    case arguments, clock, seed
    case digest = "change_digest"
    case counts
  }

  init(script: ScriptFile, options: ScriptHost.Options, changes: ChangeSet) {
    tenonPlan = PlanFile.version
    self.script = script.path
    scriptHash = SourceHash.of(script.source)
    arguments = options.arguments
    clock = "\(options.clock)"
    seed = options.seed
    digest = changes.digest
    counts = changes.entities.flatMap(PlanFile.counts)
  }

  /// - Throws: `file.missing`, `file.unreadable`, `plan.format`.
  init(path: String) throws {
    let data = try FileBytes.read(path)
    guard let plan = try? JSONDecoder().decode(PlanFile.self, from: data),
      plan.tenonPlan == PlanFile.version, (try? Instant(parsing: plan.clock)) != nil
    else {
      throw CommandError(
        "plan.format", "\(path) is not a plan of this program",
        remedy: "make one with: tenon plan SCRIPT -o PLAN")
    }
    self = plan
  }

  func instant() throws -> Instant { try Instant(parsing: clock) }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  private static func counts(_ changes: EntityChanges) -> [Count] {
    let whole = [("created", changes.created.count), ("deleted", changes.deleted.ids.count)]
    return whole.filter { $0.1 > 0 }.map {
      Count(entity: changes.entity, field: "", change: $0.0, count: $0.1)
    }
      + changes.updated.filter { $0.count > 0 }.map {
        Count(entity: changes.entity, field: $0.field, change: "updated", count: $0.count)
      }
  }
}
