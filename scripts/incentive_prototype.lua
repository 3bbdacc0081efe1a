-- What other commission rates and thresholds would have cost, and who would have won and lost: a grid over real orders,
-- the best variant within a budget rep by rep, and the plan with target bonus and accelerators beside the one in force.
--
--   tenon run scripts/incentive_prototype.lua                   the year so far
--   tenon run scripts/incentive_prototype.lua 2026-Q2           one quarter, or 2026-H1
--   tenon run scripts/incentive_prototype.lua 2026-Q2 2         at most 2 % more than the plan in force costs
--
-- It writes nothing. Reps without a role count as regional managers for the trial: the last line says how many.

local period = arg[1] or tostring(today()):sub(1, 4)
local budget = (tonumber(arg[2]) or 0) / 100

local trial = whatif(function()
  local strangers = reps:where("role == nil"):count()
  if strangers > 0 then reps:where("role == nil"):update { role = "regional_manager" } end

  local grid = incentive.try(nil, {
    period = period,
    vary = {
      rate = { 0.02, 0.025, 0.03, 0.035, 0.04 },
      threshold = { yuan(0), wan(20), wan(50), wan(100) },
    },
  })
  print(("%d variants over %s; %s costs %s"):format(grid.variants, period, grid.in_force, grid.base:text()))
  print(grid.table)

  -- Within the budget the variant that most reps would gain by; of two alike the cheaper one.
  local best
  for i = 1, grid.variants do
    local row = grid.table[i]
    local better = best and (row.winners - row.losers > best.winners - best.losers
      or row.winners - row.losers == best.winners - best.losers and row.cost < best.cost)
    if row.cost <= grid.base * (1 + budget) and (not best or better) then best = row end
  end
  if best then
    print(("variant %d: rate %s, threshold %s, %s more for %d, less for %d"):format(
      best.variant, best.rate, best.threshold:text(), best.difference:text(), best.winners, best.losers))
    print(grid:reps(best.variant))
  else
    print("no variant is within the budget")
  end

  local by = compare("now", function()
    policies.use("incentive", policies.get("incentive_director"))
  end, { period = period, by = "component" })
  print("incentive and incentive_director by component")
  print(by.table)
  return strangers
end)
if trial.result > 0 then
  print(("without a role: %d; for the trial they were regional managers"):format(trial.result))
end
