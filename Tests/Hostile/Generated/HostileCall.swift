/// One call of a public function with one bad value in it: the example of its help, with a part replaced.
import SalesScript

struct HostileCall {
  let entry: String
  /// What was replaced and by what.
  let what: String
  let source: String

  /// Every call that can be made of an entry's example.
  ///
  /// - Parameter options: Names that the function takes in its table, as it says when it is asked for one
  ///   that it does not have.
  static func all(of entry: HelpEntry, options: [String]) -> [HostileCall] {
    let sites = CallSite.all(of: entry)
    let slots = sites.flatMap { site in
      site.slots(options: options + CallSite.names(in: entry.signature))
    }
    return slots.flatMap { slot in
      BadValue.all.map { bad in
        HostileCall(
          entry: entry.name, what: "\(slot.name): \(bad.name)",
          source: slot.source(with: bad.source))
      }
    }
  }
}

/// A place in a source that a value can be put into.
struct ValueSlot {
  let name: String
  /// The source before and behind the value.
  let before: String
  let behind: String

  func source(with value: String) -> String { before + value + behind }
}
