// Who gets a lead: region, load, grade, ties; by hand.
import SalesScript
import Testing

@Suite struct LeadAssignmentTests {
  /// Moon has Ann (one open lead) and Bea (none) and Old, who left; Mars has Cal.
  static let book = """
    local ann, bea = reps:create{name = "Ann", region = "moon"}, reps:create{name = "Bea", region = "moon"}
    local cal = reps:create{name = "Cal", region = "mars"}
    reps:create{name = "Old", region = "moon", left_on = date"2026-06-29"}
    local function lead(region, more)
      local t = {company = "甲", status = "open", region = region, arrived_at = now()}
      for name, value in pairs(more or {}) do t[name] = value end
      return leads:create(t)
    end
    lead("moon", {owner = ann.id})
    lead("moon", {owner = bea.id, status = "disqualified"})

    """

  @Test func theLeastLoadedOfTheRegionGetsIt() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          lead("moon") lead("moon") lead("moon", {grade = "A"}) lead("mars")
          local a = qualification.assign{}
          local rows = {}
          for i = 1, #a do rows[i] = a[i].lead .. " " .. a[i].name .. " " .. a[i].rule end
          local w = why(leads:get(5), "owner")
          return table.concat(rows, "; "), #qualification.assign{}, w.children[1].value == leads:get(5).owner,
            w.children[1].children[1].reason == "2 of " .. reps:count()
              .. " reps fit; Bea has the fewest leads, 1, ties by id"
          """)
        // Bea (0) gets 3; then Ann and Bea have one each: Ann by id gets 4; Bea gets 5, by the rule of A.
        == "\"3 Bea in_region; 4 Ann in_region; 5 Bea top_in_region; 6 Cal in_region\"  0  true  true"
    )
  }

  @Test func fullRegionsGoToAnybodyAndTheOwnLoadIsNotCounted() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local p = policies.get("leads")
          p.assignment.rules = {
            {key = "region", title = "r", source = "ours", same = {"region"}, max_load = 1},
            {key = "cal", title = "c", source = "ours", who = {name = "Cal"}, max_load = 1},
          }
          local a = qualification.assign{lead = lead("moon"), policy = p}[1]   -- Bea has none
          local b = qualification.assign{lead = lead("moon"), policy = p}[1]   -- both are full
          local c = qualification.assign{lead = lead("moon"), policy = p}[1]   -- so is Cal
          local again = qualification.assign{lead = 3, reassign = true, policy = p}[1]
          return a.name, b.name, b.rule, c.name, again.name
          """) == "\"Bea\"  \"Cal\"  \"cal\"  nil  \"Bea\"")
  }

  @Test func closedLeadsHaveNoOwnerToFind() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.failure(Self.book + "qualification.assign{lead = 2}")
        == Failure("lead.closed", "disqualified"))
    #expect(
      try world.failure(
        "local p = policies.get(\"leads\") p.assignment.rules[1].same = {\"manager\"} "
          + "qualification.assign{policy = p}") == Failure("policy.field", "manager"))
  }
}
