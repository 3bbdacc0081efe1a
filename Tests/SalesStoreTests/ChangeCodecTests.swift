/// Change sets as bytes: what is written is read, and damaged bytes are errors.
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct ChangeCodecTests {
  func sample(_ random: inout TestRandom) -> EntityChanges {
    var changes = EntityChanges("customers")
    for _ in 0..<20 { changes.created.insert(Int64.random(in: 1...60, using: &random)) }
    var level = FieldChange("level", .text)
    var money = FieldChange("purchase", .money)
    var id: Int64 = -5
    for _ in 0..<Int.random(in: 1...300, using: &random) {
      id += Int64.random(in: 1...3, using: &random)
      let texts: [FieldValue] = [.null, .text("A"), .text(""), .text("甲"), .text("😀\n")]
      level.append(
        id, before: texts.randomElement(using: &random) ?? .null,
        after: texts.randomElement(using: &random) ?? .null)
      let units: [Int64] = [.min, .max, 0, 1, -1, 5_000]
      money.append(
        id, before: .money(Money(units: units.randomElement(using: &random) ?? 0)), after: .null)
    }
    changes.updated = [level, money]
    changes.deleted.ids = [3, 4, 9]
    var number = CellColumn(FieldType.number)
    for value in [0.1, -1e300, 5] { number.append(.number(value)) }
    changes.deleted.values = [("rate", number)]
    return changes
  }

  func values(_ change: FieldChange?) -> [[FieldValue]] {
    (0..<(change?.count ?? 0)).map {
      [change?.before.value($0) ?? .null, change?.after.value($0) ?? .null]
    }
  }

  @Test(arguments: [UInt64](1...20)) func readsWhatItWrites(seed: UInt64) throws {
    var random = TestRandom(state: seed)
    let changes = sample(&random)
    let set = ChangeSet([changes])
    let back = try ChangeCodec.changeSet(ChangeCodec.parts(of: changes))
    #expect(back.digest == set.digest, "seed \(seed)")
    #expect(back["customers"]?.created == changes.created)
    for (index, change) in changes.updated.enumerated() {
      #expect(back["customers"]?.updated[index].ids == change.ids)
      #expect(values(back["customers"]?.updated[index]) == values(change))
    }
    #expect(
      (0..<3).map { back["customers"]?.deleted.values[0].column.value($0) }
        == [.number(0.1), .number(-1e300), .number(5)])
  }

  @Test func damagedBytesNeverTrap() throws {
    var random = TestRandom(state: 99)
    for _ in 0..<4000 {
      let parts = ChangeCodec.parts(of: sample(&random)).map { part in
        ChangePart(
          entity: part.entity, field: part.field, kind: part.kind, count: part.count,
          ids: mutated(part.ids, &random), before: mutated(part.before, &random),
          after: mutated(part.after, &random))
      }
      do {
        _ = try ChangeCodec.changeSet(parts).digest
      } catch let error as StoreError {
        #expect(error.code == "store.corrupt")
      }
    }
  }

  func mutated(_ bytes: [UInt8], _ random: inout TestRandom) -> [UInt8] {
    guard !bytes.isEmpty, Int.random(in: 0..<3, using: &random) == 0 else { return bytes }
    var bytes = bytes
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place...)
    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    }
    return bytes
  }
}
