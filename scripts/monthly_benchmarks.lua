-- The month's benchmarks: key figures against goal, the month before and the year before; regions side by side with
-- the three best of each figure, whose methods others take over; why opportunities were lost (PF8, PF11, AU3).
--
--   tenon run scripts/monthly_benchmarks.lua --store sales.db --as-of 2026-06-30            the month of the day
--   tenon run scripts/monthly_benchmarks.lua 2026-05 --store sales.db                       another one
--   tenon run scripts/monthly_benchmarks.lua 2026-05 benchmarks.html --store sales.db --allow-write .
--
-- The figures are kept (kpi.history), so that next year has something to be held against.

local month = arg[1] or tostring(today()):sub(1, 7)
local first = date(month .. "-01")
local upto = first + days(40)
upto = date(tostring(upto):sub(1, 7) .. "-01") - days(1)

local figures = {
  "revenue", "ticket", "gross_margin", "new_customers", "conversion", "cycle", "repurchase", "satisfaction",
  "collection_rate", "revenue_per_head", "churn", "daily_activity",
}
local compared = kpi.compare { period = month }
local lessons = {}
for a in articles:where { kind = "method" }:where(function(a) return a.written_on >= first and a.written_on <= upto end):each() do
  lessons[#lessons + 1] = ("%s (%s)"):format(a.title, a.author and reps:get(a.author).name or "nobody")
end

local page = report {
  title = "Benchmarks · 月度对标 " .. month,
  { "figures · 指标", kpi.table(figures, { period = month }) },
  { "regions · 区域对比", compared.groups },
  { "best · 前三名", compared.best },
  { "lost for · 丢单原因", funnel.results { from = first, upto = upto, reasons = 3 }.reasons },
  { "methods written down · 沉淀的方法", #lessons > 0 and table.concat(lessons, "; ") or nil },
}
print(page)
local kept = kpi.snapshot { names = figures, period = month }
print(("%d figures kept, %d known"):format(kept.kept, kept.known))
if arg[2] then print("page: " .. page:save(arg[2])) end
