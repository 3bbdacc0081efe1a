// Headers and choices in Chinese, and the words of stdlib-lua/lang/zh/words.lua.
import Lua
import SalesKernel
@testable import SalesScript
import Testing

@Suite struct ChineseWordTests {
  private func lexicon() throws -> Lexicon { try #require(Lexicon(.zh)) }

  @Test func everyChoiceHasAWord() throws {
    let lexicon = try lexicon()
    for entity in Catalog.sales.entities {
      for field in entity.fields {
        guard case .choice(let words) = field.type else { continue }
        let column = ResultTable.Column(field, of: entity)
        for word in words where !word.allSatisfy(\.isNumber) {
          let shown = column.word(for: .string(word), in: lexicon)
          #expect(shown != nil, "\(entity.name).\(field.name): \(word)")
        }
      }
    }
  }

  @Test func aWordMayDependOnItsField() throws {
    let lexicon = try lexicon()
    func status(_ entity: Entity) throws -> String? {
      let field = try #require(entity.field(named: "status"))
      return ResultTable.Column(field, of: entity).word(for: .string("open"), in: lexicon)
    }
    #expect(try status(Order.schema.entity) == "未交货")
    #expect(try status(Opportunity.schema.entity) == "进行中")
    #expect(try status(Lead.schema.entity) == "跟进中")
  }

  /// A name or a title that happens to be a word of some choice stays as it is.
  @Test func otherTextsAreNotTouched() throws {
    let lexicon = try lexicon()
    #expect(ResultTable.Column("name").word(for: .string("open"), in: lexicon) == nil)
    #expect(ResultTable.Column("state").word(for: .string("Zhang"), in: lexicon) == nil)
    #expect(ResultTable.Column("state").word(for: .integer(1), in: lexicon) == nil)
    #expect(ResultTable.Column("state").word(for: .string("open"), in: nil) == nil)
  }

  @Test func headersAreLabelsWordsOrNames() throws {
    let lexicon = try lexicon()
    let customers = Customer.schema.entity
    let level = try #require(customers.field(named: "level"))
    #expect(ResultTable.Column(level, of: customers).header(in: lexicon) == level.label.zh)
    #expect(ResultTable.Column("win_rate").header(in: lexicon) == "赢单率")
    // A field of one meaning, in a table of an engine.
    #expect(ResultTable.Column("annual_purchase").header(in: lexicon) == "年采购额")
    #expect(ResultTable.Column("2026-06").header(in: lexicon) == "2026-06")
    #expect(ResultTable.Column("win_rate").header(in: nil) == "win_rate")
    #expect(ResultTable.Column(level, of: customers).header(in: nil) == "level")
  }

  /// A label of a field of one meaning and the word of a column of that name must not contradict each other.
  @Test func everyEntityHasALabel() throws {
    let lexicon = try lexicon()
    for entity in Catalog.sales.entities {
      #expect(lexicon.column(entity.name) != nil)
      #expect(entity.label.zh.contains { !$0.isASCII }, "\(entity.name)")
      for field in entity.fields {
        #expect(!field.label.zh.isEmpty && !field.label.en.isEmpty, "\(entity.name).\(field.name)")
      }
    }
  }
}
