-- What of our contracts is late: steps past their day by owner, and penalties that are running.
--
--   tenon run scripts/contract_watch.lua                    as of today
--   tenon run scripts/contract_watch.lua --as-of 2026-08-10 as of another day
--
-- It changes nothing. Steps, days and the rate of penalty are those of the policy `contracts` (FU9).

local late = contracting.late {}
local owners, names = {}, {}
for i = 1, #late do
  local step = late[i]
  local rep = step.rep and reps:get(step.rep)
  local name = rep and rep.name or "nobody"
  if not owners[name] then
    owners[name] = {}
    names[#names + 1] = name
  end
  table.insert(owners[name], ("  %s  %s, due %s, days late: %d"):format(
    step.contract, step.title, tostring(step.due_on), step.days))
end
table.sort(names)
print("late steps: " .. #late)
for _, name in ipairs(names) do print(name .. "\n" .. table.concat(owners[name], "\n")) end

local total, running = yuan(0), 0
for contract in contracts:where("status == 'signed' and due_on and due_on < today()"):each() do
  local penalty = contracting.penalty { contract = contract }
  if penalty.amount > yuan(0) and not contract.delivered_on then
    running = running + 1
    total = total + penalty.amount
    print(("%s  due %s, days late: %d, penalty %s"):format(
      contract.code, tostring(contract.due_on), penalty.days, penalty.amount:text()))
  end
end
print(("running penalties: %d, together %s"):format(running, total:text()))
