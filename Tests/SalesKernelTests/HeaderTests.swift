// Headers of files: names, English labels and Chinese labels, of every entity.
@testable import SalesKernel
import Testing

@Suite struct HeaderTests {
  @Test(arguments: Catalog.sales.entities.map(\.name))
  func everyLabelMapsBack(_ name: String) throws {
    let entity = try Catalog.sales.require(name)
    for (slot, field) in entity.fields.enumerated() {
      #expect(entity.slots(ofHeader: field.name) == [slot])
      for label in [field.label.en, field.label.zh] {
        let found = entity.slots(ofHeader: label).map { entity.fields[$0].name }
        #expect(found == [field.name], "\(name): \"\(label)\" means \(found)")
        #expect(!entity.isIDHeader(label))
      }
      for language in Language.allCases {
        #expect(entity.slots(ofHeader: entity.header(ofSlot: slot, in: language)) == [slot])
      }
    }
    #expect(entity.isIDHeader("id") && entity.isIDHeader(" ＩＤ "))
  }

  @Test func fullWidthBlanksAndUnitsCountForNothing() throws {
    let orders = Catalog.sales.entity(named: "orders")
    let slot = try #require(orders?.slot(of: "amount"))
    let label = try #require(orders?.fields[slot].label.zh)
    for header in [
      "ＡＭＯＵＮＴ", "\u{3000}amount ", "\u{FEFF}amount", "Amount", "\(label)（元）", "\(label)(元)",
      " \(label)\u{A0}", "amount (yuan)",
    ] {
      #expect(orders?.slots(ofHeader: header) == [slot], "\(header)")
    }
    // An amount in another unit is another number.
    for header in ["\(label)（万元）", "amount (wan)", "(元)", ""] {
      #expect(orders?.slots(ofHeader: header) == [], "\(header)")
    }
  }

  @Test func anAmbiguousLabelMeansEveryField() {
    let entity = Entity(
      "things", singular: "thing", label: Label("things", "物"), help: "",
      fields: [
        Field("a", .text, Label("value", "值"), help: ""),
        Field("b", .text, Label("other", "值"), help: ""),
        Field("value", .text, Label("c", "丙"), help: ""),
      ])
    #expect(entity.slots(ofHeader: "值") == [0, 1])
    // A name is surer than a label.
    #expect(entity.slots(ofHeader: "value") == [2])
    #expect(entity.slots(ofHeader: "Value") == [2])
    // Labels that would not come back are not written.
    #expect(entity.header(ofSlot: 0, in: .zh) == "a")
    #expect(entity.header(ofSlot: 0, in: .en) == "a")
    #expect(entity.header(ofSlot: 2, in: .zh) == "丙")
  }

  @Test func languagesOfLocales() {
    #expect(Language(locale: "zh_CN.UTF-8") == .zh)
    #expect(Language(locale: "zh-Hans") == .zh)
    #expect(Language(locale: "ZH") == .zh)
    #expect(Language(locale: "en_US") == .en)
    #expect(Language(locale: "C") == nil)
    #expect(Language(locale: "") == nil)
    #expect(Language(locale: "zhx") == nil)
  }
}
