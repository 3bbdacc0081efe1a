-- Leads of the day: grades those that are open, gives them to reps, tells who missed a clock, and prints how well
-- the clocks are kept.
--
--   tenon run scripts/lead_sla.lua                       by the policy leads: A, B, C and D
--   tenon run scripts/lead_sla.lua leads_s1              by S1's: A, B and C
--   tenon run scripts/lead_sla.lua leads region          grouped by region, source or grade instead of owner
--   tenon run scripts/lead_sla.lua --plan                what would change, nothing written
--
-- Run it as often as clocks are short. What was missed stands in the inbox until somebody settles it there.

local policy, by = arg[1] or "leads", arg[2] or "owner"

local graded = qualification.grade { policy = policy }
local assigned, nobody = qualification.assign { policy = policy }, 0
for i = 1, #assigned do
  if not assigned[i].owner then nobody = nobody + 1 end
end
local told = qualification.sweep { policy = policy }

print(("%d leads looked at, %d graded or graded anew"):format(graded.scanned, graded.changed))
print(("%d assigned, %d left without an owner"):format(#assigned - nobody, nobody))
print(("%d misses told, %d known, %d settled"):format(told.raised, told.known, told.settled))

local sla = qualification.sla { policy = policy, by = by }
print("clocks by " .. by)
print(sla.groups)
print(("all: %d met, %d missed, %d open"):format(sla.total.met, sla.total.missed, sla.total.open))

local overdue = qualification.breaches { policy = policy, overdue = true }
if #overdue > 0 then
  print("still waiting")
  print(overdue)
end
for i = 1, #sla.problems do print("check: " .. sla.problems[i].what) end
