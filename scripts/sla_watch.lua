-- The service desk now: tells who must know of clocks that run out or ran out, and prints what is late, what is
-- due soon, how well the clocks are kept, and the figures of service quality with their goals.
--
--   tenon run scripts/sla_watch.lua                   by team, due within 4 hours, figures of 30 days
--   tenon run scripts/sla_watch.lua owner 8 90        by owner (or kind, channel, grade, level, region),
--                                                     due within 8 hours, figures of 90 days
--   tenon run scripts/sla_watch.lua --plan            what would be told, nothing written
--
-- Run it as often as clocks are short. Each escalation is told once; what is done settles by itself.

local by, soon, back = arg[1] or "team", tonumber(arg[2] or 4), tonumber(arg[3] or 30)
if not soon or not back then error("hours and days are numbers, as: sla_watch.lua team 4 30") end
local from = today() - days(math.tointeger(back))

local told = service.sweep {}
print(("%d told, %d known, %d settled, %d tickets escalated"):format(
  told.raised, told.known, told.settled, told.escalated))

local function list(title, rows)
  print(#rows == 0 and "nothing " .. title or #rows .. " " .. title)
  if #rows > 0 then print(rows) end
end
list("late", service.breaches { overdue = true })
list(("due within %d hours"):format(soon), service.due { within = hours(math.tointeger(soon)) })

local sla = service.sla { by = by, from = from }
print(("clocks of tickets since %s by %s"):format(from, by))
print(sla.groups)
print(("all: %d met, %d missed, %d open"):format(sla.total.met, sla.total.missed, sla.total.open))

print("quality")
print(service.quality { from = from }.measures)
for i = 1, #sla.problems do print("check: " .. sla.problems[i].what) end
