-- Reviews the funnel: what entered, what stands, what was decided by quarter, rep and product, how well the
-- playbook's probabilities hold, and what calls for somebody.
--
--   tenon run scripts/funnel_review.lua --store b2b.db --as-of 2017-12-31
--   tenon run scripts/funnel_review.lua 2017-01-01 2017-12-31 funnel.html --store b2b.db --as-of 2017-12-31 \
--     --allow-write .
--
-- Arguments: first and last day of the window (by default all, up to the run's day), and a file for the page.
-- The playbook is that of most opportunities. Alerts go to the inbox, each once.

local window = { from = arg[1] and date(arg[1]), upto = arg[2] and date(arg[2]) }

local function ask(report, by)
  local question = { from = window.from, upto = window.upto, as_of = window.upto, by = by }
  if report == funnel.snapshot then question.from, question.upto = nil, nil end
  return report(question)
end

local cohort = ask(funnel.cohort)
print("opened, by what became of them:")
print(cohort.stages)
print(cohort:picture())

local snapshot = ask(funnel.snapshot)
print(("open on %s: %d, worth %s, weighted %s, spread %s; %d without an amount"):format(
  snapshot.as_of, snapshot.open, snapshot.amount, snapshot.weighted, snapshot.spread, snapshot.unknown_amounts))
print(snapshot.stages)

local results = ask(funnel.results)
print(("decided: %d, won %d, win rate %.4f, won %s, cycle %.2f days in the mean, %.1f in the middle"):format(
  results.decided, results.won, results.win_rate or 0, results.won_amount, results.cycle_days or 0,
  results.cycle_median or 0))
for _, by in ipairs { "quarter", "rep", "product" } do
  print("decided by " .. by .. ":")
  print(ask(funnel.results, by).groups)
end
print("lost from:")
print(results.leaks)
print("lost for:")
print(results.reasons)

print("probabilities, history against the playbook:")
print(ask(funnel.calibration).stages)

print("alerts:")
print(funnel.watch { as_of = window.upto })

if arg[3] then print("page: " .. ask(funnel.report, "quarter"):save(arg[3])) end
