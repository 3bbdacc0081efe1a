/// What a store's fields are filled with: values at the end of what they hold, where their rules let them in.
import SalesKernel

enum ExtremeValues: String, CaseIterable {
  case most, least, mixed, empty

  /// A chunk that fills the fields of an entity's records, and of a new one where they are final.
  func chunk(for entity: Entity) -> String {
    let fields = entity.fields.filter { !candidates($0).isEmpty }
    let updates = fields.map { field in
      """
      for _, value in ipairs{\(candidates(field).joined(separator: ", "))} do
        if pcall(function() \(entity.name):update{\(field.name) = value} end) then break end
      end
      """
    }
    let values = fields.map { field in
      "\(field.name) = \(candidates(field).first.map { "(\($0))" } ?? "nil")"
    }
    return (updates + [Self.creation(entity, values)]).joined(separator: "\n")
  }

  /// Copies of the first records, each with one extreme more.
  private static func creation(_ entity: Entity, _ values: [String]) -> String {
    """
    local first = \(entity.name):first()
    if first then
      local number = 0
      local all = first:totable()
      all.id = nil
      for name, value in pairs{\(values.joined(separator: ", "))} do
        if type(value) == "function" then value = value(first) end
        local made = first:totable()
        made.id = nil
        number = number + 1
        if made.code then made.code = "HX" .. number end
        made[name] = value
        if pcall(function() \(entity.name):create(made) end) then all[name] = value end
      end
      if all.code then all.code = "HXALL" end
      pcall(function() \(entity.name):create(all) end)
    end
    """
  }

  /// The most extreme first, as Lua; the store may refuse some.
  private func candidates(_ field: Field) -> [String] {
    let ends = Self.ends(of: field.type)
    guard !ends.isEmpty else { return [] }
    switch self {
    case .most: return ends.map(\.most)
    case .least: return ends.map(\.least)
    case .mixed:
      return ends.map {
        "function(r) if r.id % 2 == 0 then return \($0.most) else return \($0.least) end end"
      }
    case .empty: return field.isRequired ? [] : ["function() return nil end"]
    }
  }

  private static func ends(of type: FieldType) -> [(most: String, least: String)] {
    switch type {
    case .integer:
      [
        ("math.maxinteger", "math.mininteger"), ("1 << 53", "-(1 << 53)"), ("1 << 31", "0"),
        ("100", "1"),
      ]
    case .number: [("1e308", "-1e308"), ("1e15", "5e-324"), ("100", "0"), ("1", "0")]
    case .money:
      [
        ("money\"115292150460684.6975\"", "money\"-115292150460684.6975\""),
        ("money\"115292150460684.69\"", "money\"0\""), ("money\"99999999999.99\"", "money\"0.01\""),
      ]
    case .day:
      [("date\"9999-12-31\"", "date\"0001-01-01\""), ("date\"2199-12-31\"", "date\"1900-01-01\"")]
    case .instant:
      [
        ("instant\"9999-12-31T23:59:59+08:00\"", "instant\"0001-01-02T00:00:00+08:00\""),
        ("instant\"2199-12-31T23:59:59+08:00\"", "instant\"1900-01-01T00:00:00+08:00\""),
      ]
    case .bool: [("true", "false")]
    case .text, .choice, .reference: []
    }
  }
}
