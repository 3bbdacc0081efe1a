/// A small catalog and a store in a temporary folder, for every test of the store.
import Foundation
import SalesKernel
@testable import SalesStore
import Testing
import Values

enum Fixture {
  static let reps = Entity(
    "reps", singular: "rep", label: Label("reps", "销售"), help: "",
    fields: [
      Field("code", .text, Label("code", "编码"), help: "", unique: true),
      Field("name", .text, Label("name", "姓名"), help: "", required: true),
    ])

  static let customers = Entity(
    "customers", singular: "customer", label: Label("customers", "客户"), help: "",
    fields: [
      Field("code", .text, Label("code", "编码"), help: "", unique: true),
      Field("name", .text, Label("name", "名称"), help: "", required: true),
      Field("owner", .reference("reps"), Label("owner", "负责人"), help: ""),
      Field("size", .choice(["large", "small"]), Label("size", "规模"), help: ""),
      Field(
        "credit", .integer, Label("credit", "信用"), help: "",
        check: { value in
          if case .integer(let credit) = value, !(0...100).contains(credit) {
            throw ValidationError("customer.credit.range", "credit \(credit) is outside 0–100")
          }
          return value
        }),
      Field("rate", .number, Label("rate", "复购率"), help: ""),
      Field("since", .day, Label("since", "自"), help: ""),
      Field("seen", .instant, Label("seen", "见"), help: ""),
      Field("vip", .bool, Label("vip", "贵宾"), help: ""),
      Field("level", .text, Label("level", "等级"), help: "", home: .facts("level")),
      Field("purchase", .money, Label("purchase", "采购额"), help: "", home: .facts("purchase")),
      Field("orders", .integer, Label("orders", "订单数"), help: "", home: .facts("purchase")),
    ])

  static let catalog = Catalog([reps, customers])

  static let header = RunHeader(
    kind: .script, script: "test.lua", arguments: ["a", "b \"c\""], clock: Instant.epoch,
    seed: .max, actor: "tester")

  static func slot(_ name: String) -> Int { customers.slot(of: name) ?? -1 }

  static func path() -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent("store.db").path
  }

  static func store() throws -> Store { try Store.create(at: path(), catalog: catalog) }

  /// `count` customers, c1 with credit 1, level A for credit over 60 and so on.
  static func fill(_ store: Store, _ count: Int) throws {
    _ = try store.transaction(header) { session in
      let rep = try session.create(
        reps, [(0, .text("r1")), (1, .text("王"))])
      for number in 0..<count {
        _ = try session.create(
          customers,
          [
            (slot("code"), .text("c\(number)")), (slot("name"), .text("客户 \(number)")),
            (slot("owner"), number % 3 == 0 ? .null : .integer(rep)),
            (slot("credit"), .integer(Int64(number % 101))),
            (slot("purchase"), .money(Money(units: Int64(number) * 12_345))),
          ])
      }
    }
  }

  /// All values of all records, by plain reading.
  static func dump(_ store: Store) throws -> [String: [Int64: [FieldValue]]] {
    var all: [String: [Int64: [FieldValue]]] = [:]
    try store.read { session in
      for entity in catalog.entities {
        try session.forEachBlock(Selection(entity), slots: Array(entity.fields.indices)) { block in
          for row in 0..<block.count {
            all[entity.name, default: [:]][block.ids[row]] = try entity.fields.indices.map {
              try block.value(row, $0)
            }
          }
          return true
        }
      }
    }
    return all
  }
}

extension Instant {
  static let epoch = (try? Instant(milliseconds: 0)) ?? .first
}

func code(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "none"
  } catch let error as StoreError {
    return error.code
  } catch let error as ValidationError {
    return error.code
  } catch let error as CSVError {
    return error.code
  } catch {
    return "\(error)"
  }
}
