// Whatever is split by whatever: the parts sum to the whole, and splitting again changes nothing.
import SalesScript
import Testing

@Suite struct TargetPropertyTests {
  private static let law = """
    local state = seed
    local function random(n)
      state = (state * 1103515245 + 12345) % 2147483648
      return state // 65536 % n + 1
    end
    for n = 1, 3 + random(6) do
      reps:create{code = "R" .. n, name = "rep " .. n, region = "area " .. random(3), team = "team " .. random(4)}
    end
    for n = 1, 4 do customers:create{name = "c" .. n, region = "r" .. random(3), kind = "k" .. random(2)} end
    local count = reps:count()
    for n = 1, 40 do
      orders:create{customer = random(4), rep = random(count), amount = yuan(random(100000) / 100),
        ordered_on = date(("%d-%02d-15"):format(2023 + random(2), random(12)))}
    end
    local words = {"area", "team", "rep", "region", "kind", "half", "quarter", "month"}
    local weights = {"last_year", "history", "even"}
    local function sum(parts)
      local total = parts[1].target
      for i = 2, #parts do total = total + parts[i].target end
      return total
    end
    local function down(t, depth, isMoney)
      if depth == 0 then return end
      local by, w = words[random(#words)], weights[random(#weights)]
      local ok, s = pcall(target.split, {target = t, by = by, weights = w, otherwise = "even"})
      if not ok then
        if s.code ~= "target.by" and s.code ~= "target.parts" and s.code ~= "target.taken" then error(s) end
        return
      end
      assert(sum(s.parts) == s.total, by .. " " .. w .. ": " .. tostring(sum(s.parts)) .. " of " .. tostring(s.total))
      local again = target.split{target = t, by = by, weights = w, otherwise = "even"}
      assert(again.changed == 0 and again.made == 0 and again.removed == 0, "again " .. by .. " " .. w)
      for i = 1, #s.parts do
        assert(s.parts[i].target >= 0 * s.parts[i].target)
        local w = why(targets:get(s.parts[i].id), isMoney and "amount" or "number").children[1]
        assert(w.value == s.parts[i].target, "why " .. tostring(w.value) .. " of " .. tostring(s.parts[i].target))
        if random(3) == 1 then down(targets:get(s.parts[i].id), depth - 1, isMoney) end
      end
    end
    for n = 1, 4 do
      local year = 2024 + random(2) + 2 * n
      local t = target.set{period = tostring(year), amount = yuan(random(10000000) / 100)}
      down(t, 4, true)
      assert(target.tree(t).sums, "tree")
      local p = target.set{period = tostring(year), metric = "orders", number = random(1000) - 1}
      down(p, 4, false)
      assert(target.tree(p).sums, "tree of pieces")
    end
    return true
    """

  @Test(arguments: [1, 7, 42, 2026, 99991])
  func partsSumToTheirWhole(_ seed: Int) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.eval("local seed = \(seed)\n" + Self.law) == "true", "seed \(seed)")
  }
}
