import SalesKernel
import SalesStore
import Values

/// What counts for whom as it was read, for plans to be tried on.
struct KeptCredit {
  let roster: PayRoster
  let columns: CreditColumns
}

/// Keeps what counts for whom as long as the records are what was read, also over a what-if that was taken back.
final class CreditCache {
  private struct Entry {
    let editions: [Int64]
    /// Of the policies, where it says what was won outside the process; nil where it does not.
    let revision: Int?
    let credit: KeptCredit
  }

  private var entries: [Entry] = []
  /// Of five million orders one takes a hundred megabytes.
  private static let most = 2

  private static let basis = [
    Order.schema.entity, Rep.schema.entity, CreditSplit.schema.entity,
    Opportunity.schema.entity, StageMove.schema.entity, Deliverable.schema.entity,
    DeliverableReview.schema.entity,
  ]
  /// How many of them are read where nobody asks for the process.
  private static let plain = 3

  /// What was read before, else what `read` gives.
  func credit(
    _ session: Session, process revision: Int?, _ read: () throws -> KeptCredit
  ) rethrows -> KeptCredit {
    entries.removeAll { entry in
      !zip(entry.editions, Self.basis).allSatisfy { session.isLive($0, of: $1) }
    }
    let entities = revision == nil ? Self.basis.prefix(Self.plain) : Self.basis[...]
    let editions = entities.map { session.edition(of: $0) }
    if let known = entries.first(where: { entry in
      Array(entry.editions.prefix(editions.count)) == editions
        && (revision == nil || entry.revision == revision)
    }) {
      return known.credit
    }
    let credit = try read()
    if entries.count >= Self.most { entries.removeFirst() }
    entries.append(Entry(editions: editions, revision: revision, credit: credit))
    return credit
  }
}

extension ScriptHost {
  /// What counts for whom: read once, and again when a record has changed.
  ///
  /// - Parameter lost: Orders that do not count; with any it is read anew.
  func credit(readsProcess: Bool, lost: Set<Int64> = []) throws -> KeptCredit {
    func read() throws -> KeptCredit {
      let roster = PayRoster(try records(Rep.self).map { PayRep($0) })
      var reader = CreditReader(host: self, roster: roster, lost: lost)
      if readsProcess { reader.outside = try CreditReader.outside(self) }
      return KeptCredit(roster: roster, columns: try reader.columns())
    }
    guard lost.isEmpty else { return try read() }
    return try creditCache.credit(
      requireSession(), process: readsProcess ? library.revision : nil, read)
  }
}
