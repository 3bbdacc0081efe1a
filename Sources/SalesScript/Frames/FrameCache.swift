import SalesKernel
import SalesStore

/// Columns that were read, by the records that they are of, until those change.
///
/// A column is read once however many frames ask for it. What no edition of the store can bring back goes at
/// once; beyond the limit goes what was used longest ago.
final class FrameCache {
  /// The records of a selection at one edition, with the columns read of them so far.
  final class Records {
    let entity: Entity
    let selection: String?
    let edition: Int64
    fileprivate(set) var count: Int?
    /// By path, as `amount` or `customer.region`, with the editions of what it was joined from.
    fileprivate var columns: [String: (column: FrameColumn, joined: [(Entity, Int64)])] = [:]
    fileprivate var index: FrameIndex?
    fileprivate var used = 0

    init(_ entity: Entity, selection: String?, edition: Int64) {
      (self.entity, self.selection, self.edition) = (entity, selection, edition)
    }

    fileprivate var bytes: Int { columns.values.reduce(0) { $0 + $1.column.bytes } }
  }

  /// Bytes of columns that are kept.
  var limit: Int
  private var records: [Records] = []
  private var clock = 0
  /// How often columns were read from the store.
  private(set) var reads = 0

  init(limit: Int = 512 << 20) { self.limit = limit }

  var bytes: Int { records.reduce(0) { $0 + $1.bytes } }

  /// - Parameter selection: What tells the records; nil where nothing does, and nothing is kept.
  func records(_ entity: Entity, _ selection: String?, _ session: Session) -> Records {
    let edition = session.edition(of: entity)
    records.removeAll { !session.isLive($0.edition, of: $0.entity) }
    clock += 1
    if let selection,
      let known = records.first(where: {
        $0.entity.name == entity.name && $0.selection == selection && $0.edition == edition
      })
    {
      known.used = clock
      return known
    }
    let new = Records(entity, selection: selection, edition: edition)
    new.used = clock
    if selection != nil { records.append(new) }
    return new
  }

  /// A column read before that still holds.
  func column(_ path: String, of records: Records, _ session: Session) -> FrameColumn? {
    guard let known = records.columns[path],
      known.joined.allSatisfy({ session.edition(of: $0) == $1 })
    else { return nil }
    return known.column
  }

  /// - Parameter joined: The entities that it was brought from.
  func keep(
    _ column: FrameColumn, as path: String, of records: Records, joined: [Entity] = [],
    _ session: Session
  ) {
    records.columns[path] = (column, joined.map { ($0, session.edition(of: $0)) })
  }

  func note(reading count: Int, of records: Records) {
    records.count = count
    reads += 1
  }

  func index(of records: Records, _ ids: FrameColumn) -> FrameIndex {
    if let index = records.index { return index }
    let index = FrameIndex(ids)
    records.index = index
    return index
  }

  /// Lets go of what was used longest ago, but not of what was used last.
  func trim() {
    while records.count > 1, bytes > limit,
      let oldest = records.indices.min(by: { records[$0].used < records[$1].used })
    {
      records.remove(at: oldest)
    }
  }
}
