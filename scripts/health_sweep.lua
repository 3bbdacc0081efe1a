-- Health of all customers: scores them, tells of those who do badly, opens recovery plans, and prints the bands by
-- level, the largest falls, the alerts and the work that is due.
--
--   tenon run scripts/health_sweep.lua                          by the policy health: activity, value, relationship
--   tenon run scripts/health_sweep.lua health_signals           by use, growth, service and payment; or health_card
--   tenon run scripts/health_sweep.lua health 2026-03-31        as it was known at the end of that day
--   tenon run scripts/health_sweep.lua health --plan            what would change, nothing written
--
-- Run it once a month or once a week: trends and falls are told from one run to the next.

local model, as_of = arg[1] or "health", arg[2] and date(arg[2]) or today()
local shown = 10

local s = health.sweep { model = model, as_of = as_of }
print(("%d customers looked at, %d scored by %s as of %s"):format(s.scanned, s.scored, model, tostring(as_of)))
print("customers by level and band")
print(s.bands)
if #s.falls > 0 then
  print("the largest falls since the score before")
  print(s.falls)
end

print(("%d alerts raised, %d known, %d settled, %d beyond the limit"):format(s.raised, s.known, s.settled, s.left))
local low = inbox.open { kind = "health_low" }
for i = 1, math.min(shown, #low) do print("  " .. low[i].message) end

local task = policies.get(model).alert.task
local due = inbox.due { kind = task, by = as_of + days(7) }
print(("%d recovery tasks opened, %d due within a week"):format(s.tasks, #due))
for i = 1, math.min(shown, #due) do
  local t = due[i]
  print(("  %s  owner %s  %s"):format(tostring(t.due_on), tostring(t.owner), t.title))
end
