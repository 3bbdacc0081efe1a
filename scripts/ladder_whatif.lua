-- What another quantity ladder would have brought: past orders priced under both, side by side.
--
--   tenon run scripts/ladder_whatif.lua 2026-01-01                    the ladder below
--   tenon run scripts/ladder_whatif.lua 2026-01-01 incremental        the standing bands, each at its own rate
--
-- Arguments: the first day of the orders (by default a year back); all_units or incremental.
-- It writes nothing. Change `bands` and run it again; `tenon check` reads a policy file as strictly.

local since = arg[1] and date(arg[1]) or today() - days(365)
local kind = arg[2] or "all_units"

-- From how many pieces, and how much off: the ladder to try. Without a second argument these bands
-- stand in the place of the standing ones.
local bands = { { 1, 0 }, { 200, 0.06 }, { 2000, 0.11 }, { 20000, 0.16 } }

-- The standing ladder's own bands, for `incremental`.
local function standing(step)
  local own = {}
  for _, rule in ipairs(step.rules) do
    local limits = rule.when.quantity
    local start = limits.from or (limits.over and limits.over + 1) or 1
    own[#own + 1] = { start, rule.discount, rule.lead }
  end
  return own
end

local policy = pricing.policy("pricing")
local ladder
for _, step in ipairs(policy.steps) do
  if step.ladder then ladder = step end
end
local leads = standing(ladder)
if kind == "incremental" then bands = leads end

-- A band's rule; its lead time is that of the standing band which its first piece falls into.
local function rule(index)
  local start, discount = bands[index][1], bands[index][2]
  local next = bands[index + 1] and bands[index + 1][1]
  local lead
  for _, band in ipairs(leads) do
    if band[1] <= start then lead = band[3] end
  end
  return {
    key = "from_" .. start, discount = discount, lead = lead, source = "ours: what if",
    when = { quantity = { from = start, below = next } },
  }
end

policy.name, ladder.ladder, ladder.rules = "what_if", kind, {}
for index in ipairs(bands) do ladder.rules[index] = rule(index) end

print("doubtful in the ladder to try")
print(pricing.lint { policy = policy })

local now = pricing.replay { policy = "pricing", since = since }
local then_ = pricing.replay { policy = policy, since = since }
print(("orders since %s: %d lines"):format(tostring(since), now.lines))
local function show(name, report)
  print(("%-10s %18s  margin %18s"):format(name, report.priced:text(), report.priced_margin:text()))
end
show("standing", now)
show("to try", then_)
show("difference", {
  priced = then_.priced - now.priced, priced_margin = then_.priced_margin - now.priced_margin,
})

print("by level: standing, to try")
for index = 1, #now.by_level do
  local a, b = now.by_level[index], then_.by_level[index]
  print(("  %-4s %18s %18s"):format(a.level or "-", a.priced:text(), b.priced:text()))
end
