-- Forecasts what is sold: by the numbers, by the open deals, and against what earlier forecasts said.
--
--   tenon run scripts/weekly_forecast.lua                    the next months
--   tenon run scripts/weekly_forecast.lua week 4             the next four weeks
--   tenon run scripts/weekly_forecast.lua --as-of 2017-12-31 as it was on a day
--
-- Arguments: the length of a period (day, week, month, quarter, year; by default month), and how many of them.
--
-- The series is that of the policy `forecast` (its `actuals`: what was ordered). The method with the least WAPE
-- wins; the forecast is kept, so that the next run can say how good it was. Deals without an amount count with
-- the list price of their product. Forecasts that are due (policy `calendar`) become tasks, each once. On one day
-- the same series is kept once: a second run on that day changes nothing.

local by, steps = arg[1] or "month", math.tointeger(tonumber(arg[2] or ""))

local series = forecast.series { by = by }
local made = forecast.run { series = series, horizon = steps }
print(("%s by %s: %d periods up to %s"):format(series.name, by, series.count, series.periods[series.count].period))
print(made.tournament or "too short for a tournament")
print(("%s, %d %% interval"):format(made.method, math.floor(made.level * 100 + 0.5)))
print(made.points)
for _, note in ipairs(made.notes) do print("note: " .. note) end

local kept = forecasts:where { name = series.name, grain = by, as_of = series.as_of }
if kept:count() == 0 then print("kept as " .. forecast.save(made).code) end

-- What the open deals are worth: weighed, and played through.
local prices = {}
for p in products:each() do prices[p.id] = p.unit_price end
local deals = { by = by, amount = function(o) return prices[o.product] end }
local weighted = forecast.pipeline(deals)
print(("open deals: %d, weighted value %s of %s, %d left out"):format(
  weighted.deals, weighted.value, weighted.amount, weighted.left_out))
if weighted.deals > 0 then
  local played = forecast.simulate(deals)
  local text = {}
  for _, p in ipairs(played.percentiles) do text[#text + 1] = p.label .. " " .. tostring(p.amount) end
  print(("simulated %d times: mean %s, %s"):format(played.runs, played.mean, table.concat(text, ", ")))
end

-- How good the forecasts were whose periods are over by now.
local past = forecast.accuracy { grain = by }
if past.n > 0 then print(past.groups) else print("no earlier forecast is over yet") end

local opened = forecast.open_tasks {}
print(("forecasts due this month: %d new tasks, %d known"):format(opened.opened, opened.known))
