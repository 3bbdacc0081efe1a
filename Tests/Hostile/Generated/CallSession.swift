/// Hostile calls one by one, in plans on one host.
import SalesKernel
import SalesScript

struct CallSession {
  let world: HostileWorld
  private let before: String
  private let called = Called()
  /// Units: seconds; more than any limit of the host leaves.
  private static let patience = 4.0

  private final class Called { var names: Set<String> = [] }

  init(world: HostileWorld) throws { self.init(world: world, before: try world.digest()) }

  init(world: HostileWorld, before: String) {
    self.world = world
    self.before = before
  }

  /// What is wrong with how the call ended; nil where it ended well.
  func problem(with call: HostileCall) -> String? {
    called.names.insert(call.entry)
    let started = ContinuousClock.now
    let ending = ending(of: call)
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    if seconds > Self.patience { return "took \(seconds) s" }
    if ending.code == "ok" { return nil }
    if ending.code == "host.error" || ErrorCatalogue.shared.entry(ending.code) == nil {
      return "code '\(ending.code)': \(ending.message.prefix(200))"
    }
    return nil
  }

  /// Its values are written out as well: some are only looked at then.
  private func ending(of call: HostileCall) -> Ending {
    do {
      let host = world.host
      _ = try host.run(
        call.source, name: "=call", mode: .plan, kind: .script,
        finish: { values, _ in for value in values { _ = try host.literal(of: value) } })
      return Ending(code: "ok", message: "")
    } catch {
      let facts = ErrorFacts.of(error)
      return Ending(code: facts.code, message: facts.message)
    }
  }

  /// What the calls left behind: a changed store, a host that no longer answers, examples of help that on another
  /// host of the store no longer give what they state.
  func traces() throws -> [String] {
    var traces = try world.digest() == before ? [] : ["the store changed"]
    if world.ending(of: "assert(1 + 1 == 2)", mode: .plan).code != "ok" {
      traces.append("the host no longer answers")
    }
    let host = try world.anotherHost()
    for entry in world.host.help.entries where called.names.contains(entry.name) {
      do {
        let result = try host.run(entry.example, name: "@trace.lua", mode: .plan, kind: .script)
          .values.map { try host.literal(of: $0) }.joined(separator: "  ")
        if result != entry.result { traces.append("\(entry.name) gives \(result.prefix(200))") }
      } catch {
        // A slow machine is no trace.
        let facts = ErrorFacts.of(error)
        if facts.code != "limit.deadline" {
          traces.append("\(entry.name): \(facts.code): \(facts.message)")
        }
      }
    }
    return traces
  }

  /// The names that a function says it takes when it is given one that it does not have.
  func options(of entry: HelpEntry) -> [String] {
    for given in ["{zzqqzz = 1}", "nil, {zzqqzz = 1}", "1, {zzqqzz = 1}"]
    where !entry.name.contains(":") {
      do {
        try world.run("return \(entry.name)(\(given))", mode: .plan)
      } catch {
        let remedy = ErrorFacts.of(error).remedy
        let opening = "the options are "
        if remedy.hasPrefix(opening) {
          return remedy.dropFirst(opening.count).components(separatedBy: ", ")
        }
      }
    }
    return []
  }
}
