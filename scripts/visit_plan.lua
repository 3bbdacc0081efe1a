-- Visits of the coming days: who is to be visited by the standard of its level, whom to see there first, and a
-- task for each owner.
--
--   tenon run scripts/visit_plan.lua              due within 14 days
--   tenon run scripts/visit_plan.lua 30           due within 30 days
--   tenon run scripts/visit_plan.lua 14 east      of one region
--   tenon run scripts/visit_plan.lua --plan       what would be opened, nothing written
--
-- Cadence by level: policy `service`; whom to see: policy `decisions`. A visit that is due opens its task once;
-- an activity of kind `visit` makes the next one due.

local ahead, region = tonumber(arg[1] or 14), arg[2]
if not ahead or ahead < 0 or ahead % 1 ~= 0 then
  error(("%q is no number of days: give a whole number from 0, as 14"):format(arg[1]), 0)
end
local visits = service.visits_due {
  by = today() + days(ahead // 1), of = region and customers:where { region = region } or customers,
}

local before, counts, list = tasks:count(), {}, {}
for i = 1, #visits do
  local v = visits[i]
  local c = customers:get(v.id)
  local step = decisions.chain(c).next[1]
  local whom = step and (step.action .. " " .. (step.name or step.role)) or "anybody"
  inbox.task {
    kind = "visit", title = ("visit %s: %s"):format(v.name, whom), due_on = v.due, record = c, owner = v.owner,
  }
  local n = counts[v.level] or { due = 0, late = 0 }
  n.due, n.late = n.due + 1, n.late + (v.days_late > 0 and 1 or 0)
  counts[v.level] = n
  if i <= 20 then
    list[#list + 1] = ("%s  %-2s %s: %s, last seen %s"):format(
      v.due, v.level, v.name, whom, step and step.last_met or "never")
  end
end

print(("%d visits due by %s, %d tasks opened"):format(#visits, today() + days(ahead // 1), tasks:count() - before))
for _, level in ipairs { "A", "B", "C", "D" } do
  local n = counts[level]
  if n then print(("  %s  %d due, %d of them late"):format(level, n.due, n.late)) end
end
for _, line in ipairs(list) do print(line) end
if #visits > #list then print(("and %d more: inbox.due { kind = \"visit\" }"):format(#visits - #list)) end
