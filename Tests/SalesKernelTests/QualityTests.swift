// Data quality: completeness, duplicates, staleness, summaries, name normalisation.
import Testing
import Values

@testable import SalesKernel

@Suite struct QualityTests {
  let policy: QualityPolicy
  init() throws {
    policy = try QualityPolicy(
      decoding: LuaTable.policy("quality"), entity: Customer.schema.entity)
  }

  @Test func countsFieldsRecordsAndAges() throws {
    var quality = DataQuality(policy: policy, asOf: try day("2026-06-30"))
    var full = customer(1)
    full.uscc = "914403001922038216"
    full.industry = "C3482"
    full.kind = "satellite_maker"
    full.size = .large
    full.region = "east"
    full.owner = 1
    full.source = "referral"
    full.stage = .retain
    full.credit = 80
    full.influence = .high
    full.potential = .high
    full.updatedOn = try day("2026-01-01")  // 180 days before: still fresh
    full.lastContact = try day("2026-04-01")  // 90 days before: still fresh
    try quality.add(full.reader)
    var bare = customer(2)
    bare.name = "北京轨道科技"
    bare.region = "  "
    bare.updatedOn = try day("2025-12-31")
    try quality.add(bare.reader)
    let report = quality.report()
    #expect(report.records == 2 && report.completeRecords == 1)
    #expect(report.completeness == 13.0 / 24)
    #expect(!report.meetsGoal)
    #expect(report.fields.first { $0.field == "name" }?.share == 1)
    #expect(report.fields.first { $0.field == "region" }?.share == 0.5)
    #expect(report.staleness.map(\.stale) == [1, 0])
    #expect(report.staleness.map(\.unknown) == [0, 1])
    let one = try policy.completeness(of: bare.reader)
    #expect(one.share == 1.0 / 12)
    #expect(one.missing.count == 11 && !one.missing.contains("name"))
    #expect(report.explanation.value == .number(13.0 / 24))
  }

  @Test func findsDuplicatesByCodeAndName() throws {
    var quality = DataQuality(policy: policy, asOf: try day("2026-06-30"))
    let rows: [(Int64, String, String?)] = [
      (5, "北京长征紧固件有限公司", "914403001922038216"),
      (3, "北京长征紧固件股份有限公司", nil),
      (9, "上海蓝箭", "9144 0300 1922 0382 16"),
      (7, "上海蓝箭（集团）", nil),
      (1, "ACME Co., Ltd.", nil), (2, "Ａｃｍｅ", nil),
    ]
    for (id, name, uscc) in rows {
      var record = customer(id)
      record.name = name
      record.uscc = uscc
      try quality.add(record.reader)
    }
    let report = quality.report()
    #expect(report.sameCode == [[5, 9]])
    #expect(report.sameName == [[1, 2], [3, 5]])
  }

  @Test func reportOfNothing() throws {
    let report = DataQuality(policy: policy, asOf: try day("2026-06-30")).report()
    #expect(report.records == 0 && report.completeness == 0 && report.sameName.isEmpty)
  }

  @Test(arguments: [
    ("北京 长征（航天）有限公司", "北京长征航天"), ("Acme Co., Ltd.", "acme"), ("有限公司", "有限公司"),
    ("", ""), ("ＡＢＣ－１２３", "abc123"), ("深圳公司有限公司", "深圳"),
  ])
  func normalisesNames(_ name: String, _ expected: String) {
    #expect(policy.names.normalise(name) == expected)
  }

  @Test func normalisingTwiceChangesNothing() {
    let seed: UInt64 = 61
    var random = SeededGenerator(seed: seed)
    let letters = Array("有限公司股份责任集团北京（）ABCc ltd.,分")
    for _ in 0..<2000 {
      let name = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
      let once = policy.names.normalise(name)
      #expect(policy.names.normalise(once) == once, "seed \(seed): \(name)")
    }
  }

  @Test func summaryWithinADay() throws {
    let at = try Instant(parsing: "2026-03-31T09:00:00+08:00")
    func state(_ written: String?, _ now: String) throws -> SummaryState {
      try policy.summaryState(
        at: at, summarised: written.map { try Instant(parsing: $0) }, now: Instant(parsing: now))
    }
    #expect(try state("2026-04-01T09:00:00+08:00", "2026-05-01T00:00:00Z") == .onTime)
    #expect(
      try state("2026-04-01T10:00:00+08:00", "2026-05-01T00:00:00Z") == .late(by: .hours(1)))
    #expect(try state(nil, "2026-03-31T12:00:00+08:00") == .open(left: .hours(21)))
    #expect(try state(nil, "2026-04-02T09:00:00+08:00") == .overdue(by: .hours(24)))
  }
}
