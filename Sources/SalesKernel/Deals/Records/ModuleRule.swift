import Values

/// That a module fits a base, how often, and what it asks of the others.
///
/// A module may have several rules with one base: each adds a requirement or an exclusion, and the
/// narrowest limits hold.
/// - Source: PR10.
public struct ModuleRule: SalesRecord, Hashable {
  public var id: Int64
  public var base: Int64
  public var module: Int64
  public var least: Int64?
  public var most: Int64?
  public var requires: Int64?
  public var excludes: Int64?
  public var note: String?

  public init(id: Int64 = 0, base: Int64, module: Int64) {
    self.id = id
    self.base = base
    self.module = module
  }

  public static func blank(id: Int64) -> ModuleRule { ModuleRule(id: id, base: 0, module: 0) }

  public static let schema = Schema<ModuleRule>(
    "module_rules", singular: "module_rule", label: Label("module rules", "模块规则"),
    help: "Which modules fit which base, how often, and what they ask of each other.",
    columns: [
      Column(
        "base", \.base, .reference("products"), Label("base", "基础产品"),
        help: "Product that is configured.", source: "PR10", required: true),
      Column(
        "module", \.module, .reference("products"), Label("module", "模块"),
        help: "Module or service that fits it.", source: "PR10", required: true),
      Column(
        "least", \.least, .integer, Label("least", "最少数量"),
        help: "Pieces that a base has at least; from 1 the module cannot be left out.",
        unit: "pieces", source: "PR10", bounds: .atLeast(0)),
      Column(
        "most", \.most, .integer, Label("most", "最多数量"),
        help: "Pieces that a base has at most; no limit when empty.", unit: "pieces",
        source: "PR10", bounds: .atLeast(1)),
      Column(
        "requires", \.requires, .reference("products"), Label("requires", "依赖模块"),
        help: "Module that must be there too.", source: "PR10"),
      Column(
        "excludes", \.excludes, .reference("products"), Label("excludes", "互斥模块"),
        help: "Module that must not be there.", source: "PR10"),
      Column("note", \.note, .text, Label("note", "备注"), help: "Why."),
    ])
}
